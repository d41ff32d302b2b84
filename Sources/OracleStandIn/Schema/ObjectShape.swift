import OracleWire

/// An object type: its attributes, of built-in types each.
///
/// A reference, so that two types with the same attributes are not the same.
final class ObjectShape: Sendable, Hashable {
  struct Attribute: Sendable, Hashable {
    var name: String
    var type: ColumnType
  }

  let name: QualifiedName
  let attributes: [Attribute]
  let isFinal: Bool

  init(name: QualifiedName, attributes: [Attribute], isFinal: Bool) {
    self.name = name
    self.attributes = attributes
    self.isFinal = isFinal
  }

  static func == (left: ObjectShape, right: ObjectShape) -> Bool { left === right }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  // MARK: Values

  /// An object of the type: its attributes' values one behind the other.
  ///
  /// - Throws: ORA-22814 for text that is too long, and what conversions throw.
  func object(_ values: [Value], _ rules: ConversionRules) throws -> Value {
    var image: [UInt8] = []
    for (value, attribute) in zip(values, attributes) {
      let converted = try ColumnStore.convert(value, to: attribute.type, rules)
      guard ColumnStore.fits(converted, attribute.type) else {
        throw OracleError(
          code: 22814, message: "attribute or element value is larger than specified in type")
      }
      let kept = try ColumnStore.cast(converted, to: attribute.type, rules)
      image.append(kept.type.rawValue)
      let count = UInt32(clamping: kept.bytes.count)
      image += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
      image += kept.bytes
    }
    return Value(type: .object, bytes: image)
  }

  /// An attribute's value in an object of the type.
  func attribute(_ index: Int, of object: Value) -> Value {
    var rest = object.bytes[...]
    for place in 0...index {
      guard let type = rest.popFirst().flatMap(ValueType.init(rawValue:)), rest.count >= 4 else { return .null }
      let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      if place == index { return type == .null ? .null : Value(type: type, bytes: Array(rest.prefix(count))) }
      rest = rest.dropFirst(count)
    }
    return .null
  }
}

extension SchemaCatalog {
  /// - Throws: ORA-02303 for an object type that a column or an object table has.
  func checkUnused(type name: QualifiedName) throws {
    let shape = units[name]?[.type]?.shape
    let isUsed = tables.values.contains { table in
      table.objectType == name || shape != nil && table.columns.contains { $0.type.shape === shape }
    }
    if isUsed {
      throw OracleError(code: 2303, message: "cannot drop or replace a type with type or table dependents")
    }
  }
}
