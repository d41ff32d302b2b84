import OracleSQL
import OracleWire

/// What a CREATE TYPE declares: an object type's attributes, or what a collection holds.
struct TypeDeclaration {
  /// The type of an attribute or element.
  enum MemberType {
    case builtIn(ColumnType)
    /// A user's; a reference to its objects.
    case user(QualifiedName, isReference: Bool)
  }

  struct Attribute {
    var name: String
    var type: MemberType
  }

  struct Collection {
    var element: MemberType
    /// The most elements of a VARRAY; nil for a nested table.
    var limit: Int?
    var isNotNull: Bool
  }

  var supertype: QualifiedName?
  var attributes: [Attribute] = []
  /// Nil for an object type.
  var collection: Collection?
  /// How many methods it declares; none of them runs.
  var methods = 0
  var isFinal = true

  /// Reads the text of a unit; nil for a type without members, such as a forward declaration, and for text that is none.
  ///
  /// - Throws: Oracle's errors for the type of a member, ORA-03001 for types that the stand-in has not.
  init?(_ text: String, owner: String, in release: OracleRelease) throws {
    guard let unit = try? SQLParser.parseUnit(text), case .type(let definition) = unit.kind else { return nil }
    let bytes = Array(text.utf8)
    func name(_ name: ObjectName) -> QualifiedName {
      QualifiedName(owner: name.schema?.name ?? owner, name: name.name.name)
    }
    func member(_ type: ProgramType) throws -> MemberType {
      guard case .named(let named) = type.kind else { throw OracleError(code: 902, message: "invalid datatype") }
      if case .userDefined(let type) = named.kind, !Self.isSystem(type) {
        return .user(name(type), isReference: named.isReference)
      }
      return .builtIn(try ColumnTypes.type(named, in: release))
    }
    switch definition.kind {
    case .object(let object):
      supertype = object.supertype.map(name)
      attributes = try object.attributes.map { Attribute(name: $0.name.name, type: try member($0.type)) }
      methods = object.methods.count
      // An heir is final unless it says otherwise, too.
      isFinal = !object.properties.contains { clause in
        clause.range.text(in: bytes).uppercased().split(whereSeparator: \.isWhitespace) == ["NOT", "FINAL"]
      }
    case .collection(let written):
      let limit = written.limit.flatMap { Int($0.range.text(in: bytes)) }
      if written.isArray, limit ?? 0 < 1 {
        throw OracleError(code: 22_813, message: "operand value exceeds system limits")
      }
      collection = Collection(
        element: try member(written.element), limit: written.isArray ? limit : nil,
        isNotNull: written.element.isNotNull)
    case .incomplete, .other: return nil
    }
  }

  private static func isSystem(_ name: ObjectName) -> Bool {
    name.schema?.name == "SYS" || name.schema == nil && ["XMLTYPE", "SDO_GEOMETRY", "ANYDATA"].contains(name.name.name)
  }

  /// The shape of columns of the type: nil for collections, for heirs, and where an attribute is of a user's type.
  func shape(name: QualifiedName) -> ObjectShape? {
    guard collection == nil, supertype == nil else { return nil }
    var own: [ObjectShape.Attribute] = []
    for attribute in attributes {
      guard case .builtIn(let type) = attribute.type else { return nil }
      own.append(ObjectShape.Attribute(name: attribute.name, type: type))
    }
    return own.isEmpty ? nil : ObjectShape(name: name, attributes: own, isFinal: isFinal)
  }
}
