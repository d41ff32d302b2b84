import Model

/// All object and collection types of the owner that can be made in PostgreSQL, from ALL_TYPES, ALL_TYPE_ATTRS and
/// ALL_COLL_TYPES.
///
/// More than `ObjectTypeAssembly` has: a type may hold others, and need not be final while it has no subtype. Left out are
/// heirs and their ancestors, and types with a member that has no counterpart, such as a reference.
struct DeclaredTypes {
  /// Ordered by name.
  private(set) var types: [OracleDataType] = []
  private(set) var findings: [Finding] = []

  /// A type of more parts than this, those of its members' types counted in, is left out.
  private static let mostParts = 1_000
  private static let mostLevels = 50

  private struct Attribute {
    var place: Int
    var row: DictionaryRow
  }

  private let owner: String
  private var objects: [String: DictionaryRow] = [:]
  private var collections: [String: DictionaryRow] = [:]
  private var attributes: [String: [Attribute]] = [:]
  /// Nil for a type that is left out.
  private var made: [String: OracleDataType?] = [:]

  init(_ contents: DictionaryContents) throws(CatalogError) {
    owner = contents.owner
    var ancestors: Set<String> = []
    for row in contents.types {
      let name = try row.text("TYPE_NAME")
      if let ancestor = try row.optionalText("SUPERTYPE_NAME") {
        ancestors.insert(ancestor)
        made[name] = .some(nil)
      } else if try row.flag("TYPECODE", is: "OBJECT") {
        objects[name] = row
      }
    }
    for name in ancestors { made[name] = .some(nil) }
    for row in contents.collectionTypes { collections[try row.text("TYPE_NAME")] = row }
    for row in contents.typeAttributes {
      attributes[try row.text("TYPE_NAME"), default: []].append(Attribute(place: try row.int("ATTR_NO"), row: row))
    }
    for name in Set(objects.keys).union(collections.keys).sorted() {
      if let type = try type(name, level: 0) { types.append(type) }
    }
  }

  private mutating func type(_ name: String, level: Int) throws(CatalogError) -> OracleDataType? {
    if let known = made[name] { return known }
    // What holds itself is left out.
    made[name] = .some(nil)
    guard level < Self.mostLevels else { return nil }
    let type: OracleDataType?
    if let row = collections[name] {
      type = try collection(name, row, level: level)
    } else if let row = objects[name] {
      type = try object(name, row, level: level)
    } else {
      type = nil
    }
    guard let type, Self.parts(of: type) <= Self.mostParts else { return nil }
    made[name] = .some(type)
    return type
  }

  private mutating func object(
    _ name: String, _ row: DictionaryRow, level: Int
  ) throws(CatalogError) -> OracleDataType? {
    var own: [ObjectType.Attribute] = []
    for attribute in (attributes[name] ?? []).sorted(by: { $0.place < $1.place }) {
      guard let type = try member(attribute.row, "ATTR", level: level) else { return nil }
      own.append(ObjectType.Attribute(name: try attribute.row.text("ATTR_NAME"), type: type))
    }
    guard !own.isEmpty else { return nil }
    return .object(
      ObjectType(owner: owner, name: name, attributes: own, hasMethods: try row.optionalInt("METHODS") ?? 0 > 0))
  }

  private mutating func collection(
    _ name: String, _ row: DictionaryRow, level: Int
  ) throws(CatalogError) -> OracleDataType? {
    guard let element = try member(row, "ELEM", level: level) else { return nil }
    let limit = try row.optionalInt("UPPER_BOUND")
    let isTable = try row.flag("COLL_TYPE", is: "TABLE")
    guard limit != nil || isTable else {
      findings.append(
        Finding(
          severity: .warning, rule: "type.not-converted", object: "type \(name)",
          reason: "ALL_COLL_TYPES.UPPER_BOUND doesn't say how many elements it may have; it is left out",
          remedy: "compile it in Oracle (ALTER TYPE \(name) COMPILE), or make it in PostgreSQL by hand"))
      return nil
    }
    return .collection(CollectionType(owner: owner, name: name, element: element, limit: isTable ? nil : limit))
  }

  /// The type of an attribute or element, of which the views tell the same under another prefix; nil for a reference, and
  /// for a type of somebody else's.
  private mutating func member(
    _ row: DictionaryRow, _ prefix: String, level: Int
  ) throws(CatalogError) -> OracleDataType? {
    guard try row.optionalText(prefix + "_TYPE_MOD") == nil, let name = try row.optionalText(prefix + "_TYPE_NAME")
    else { return nil }
    guard let other = try row.optionalText(prefix + "_TYPE_OWNER") else {
      if let type = try OracleDataType.ofMember(row, called: name) { return type }
      return try Self.zoned(row, name)
    }
    if name == "XMLTYPE", ["SYS", "PUBLIC"].contains(other) { return .xml }
    return other == owner ? try type(name, level: level + 1) : nil
  }

  private static func zoned(_ row: DictionaryRow, _ name: String) throws(CatalogError) -> OracleDataType? {
    let digits = min(max(try row.optionalInt("SCALE") ?? 9, 0), 9)
    switch name {
    case "TIMESTAMP WITH TZ": return .timestampWithTimeZone(precision: digits)
    case "TIMESTAMP WITH LOCAL TZ": return .timestampWithLocalTimeZone(precision: digits)
    default: return nil
    }
  }

  private static func parts(of type: OracleDataType) -> Int {
    switch type {
    case .object(let type): type.attributes.reduce(1) { $0 + parts(of: $1.type) }
    case .collection(let type): 1 + parts(of: type.element)
    default: 1
    }
  }
}
