import Model
import OracleSQL

// CREATE TYPE: object types and collections.
extension SchemaReplay {
  /// A type of more parts than this, those of its attributes' types counted in, is left out.
  private static let mostParts = 1_000

  /// Keeps a type that columns can have; false for one that is not carried over.
  mutating func createType(_ key: Key) -> Bool {
    types[key] = nil
    guard let unit = try? SQLParser.parseUnit(String(decoding: text, as: UTF8.self), options: .placeholders),
      case .type(let definition) = unit.kind
    else { return false }
    switch definition.kind {
    case .object(let object):
      if let supertype = object.supertype {
        leaveOut(self.key(supertype))
        return false
      }
      var attributes: [ObjectType.Attribute] = []
      for field in object.attributes {
        guard let type = programType(field.type) else { return false }
        attributes.append(ObjectType.Attribute(name: field.name.name, type: type))
      }
      guard !attributes.isEmpty else { return false }
      let made = OracleDataType.object(
        ObjectType(owner: key.owner, name: key.name, attributes: attributes, hasMethods: !object.methods.isEmpty))
      guard Self.parts(of: made) <= Self.mostParts else { return false }
      types[key] = made
    case .collection(let collection):
      guard let element = programType(collection.element) else { return false }
      var limit: Int?
      if collection.isArray {
        guard let written = collection.limit.flatMap({ Int(source($0.range)) }), written > 0 else { return false }
        limit = written
      }
      let made = OracleDataType.collection(
        CollectionType(owner: key.owner, name: key.name, element: element, limit: limit))
      guard Self.parts(of: made) <= Self.mostParts else { return false }
      types[key] = made
    case .incomplete, .other: return false
    }
    // A forward declaration is fulfilled.
    others[key]?.removeAll { $0.kind == "TYPE" }
    return true
  }

  /// A column of a type with subtypes can hold attributes that the type itself does not name.
  private mutating func leaveOut(_ key: Key) {
    guard types.removeValue(forKey: key) != nil else { return }
    keep(OtherObject(kind: "TYPE", name: key.name), of: key.owner)
  }

  /// The type of an attribute or element; nil for REF, %TYPE and what nobody has declared.
  private func programType(_ type: ProgramType) -> OracleDataType? {
    guard case .named(let named) = type.kind, !named.isReference else { return nil }
    let result = columnType(named)
    if case .unsupported = result { return nil }
    return result
  }

  private static func parts(of type: OracleDataType) -> Int {
    switch type {
    case .object(let type): type.attributes.reduce(1) { $0 + parts(of: $1.type) }
    case .collection(let type): 1 + parts(of: type.element)
    default: 1
    }
  }

  /// The columns of a table of objects: the attributes of its type; nil for a type that is not carried over.
  func objectColumns(_ type: ObjectName) -> [Column]? {
    guard case .object(let object) = types[key(type)] else { return nil }
    return object.attributes.map { Column(name: $0.name, type: $0.type) }
  }
}
