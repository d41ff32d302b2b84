import Model

/// The owner's object types whose values are read from rows, from ALL_TYPES and ALL_TYPE_ATTRS.
///
/// Left out are collections, types with a supertype or that may have subtypes (a column could hold attributes that no
/// query on the type names), and types with an attribute that is itself an object, a collection, a reference, or of a type
/// that Oracle would have to render.
struct ObjectTypeAssembly {
  private(set) var types: [String: ObjectType] = [:]

  init(_ contents: DictionaryContents) throws(CatalogError) {
    var attributes: [String: [(place: Int, attribute: ObjectType.Attribute?)]] = [:]
    for row in contents.typeAttributes {
      attributes[try row.text("TYPE_NAME"), default: []].append((try row.int("ATTR_NO"), try Self.attribute(row)))
    }
    for row in contents.types {
      let name = try row.text("TYPE_NAME")
      guard try row.flag("TYPECODE", is: "OBJECT"), try row.flag("FINAL", is: "YES"),
        try row.optionalText("SUPERTYPE_NAME") == nil
      else { continue }
      let ordered = (attributes[name] ?? []).sorted { $0.place < $1.place }.map(\.attribute)
      let known = ordered.compactMap { $0 }
      guard !known.isEmpty, known.count == ordered.count else { continue }
      types[name] = ObjectType(
        owner: contents.owner, name: name, attributes: known, hasMethods: try row.optionalInt("METHODS") ?? 0 > 0)
    }
  }

  /// An attribute; nil for a type that is not carried over inside of an object.
  private static func attribute(_ row: DictionaryRow) throws(CatalogError) -> ObjectType.Attribute? {
    guard try row.optionalText("ATTR_TYPE_OWNER") == nil, try row.optionalText("ATTR_TYPE_MOD") == nil else {
      return nil
    }
    guard let name = try row.optionalText("ATTR_TYPE_NAME"), let type = try OracleDataType.ofMember(row, called: name)
    else { return nil }
    return ObjectType.Attribute(name: try row.text("ATTR_NAME"), type: type)
  }
}

extension OracleDataType {
  /// The type of an attribute or element, which ALL_TYPE_ATTRS and ALL_COLL_TYPES spell in their own way.
  ///
  /// NVARCHAR2 is a VARCHAR2 of the national character set, the ANSI names of numbers stay. Digits of a TIMESTAMP's
  /// fraction are read from SCALE where they are told.
  static func ofMember(_ row: DictionaryRow, called name: String) throws(CatalogError) -> OracleDataType? {
    let length = max(1, try row.optionalInt("LENGTH") ?? 1)
    let precision = try row.optionalInt("PRECISION")
    let scale = try row.optionalInt("SCALE")
    let isNational = try row.flag("CHARACTER_SET_NAME", is: "NCHAR_CS")
    let digits = min(max(scale ?? 9, 0), 9)
    switch name {
    case "VARCHAR2", "VARCHAR": return isNational ? .nvarchar2(length: length) : .varchar2(length: length)
    case "NVARCHAR2": return .nvarchar2(length: length)
    case "CHAR": return isNational ? .nchar(length: length) : .char(length: length)
    case "NCHAR": return .nchar(length: length)
    case "NUMBER": return .number(precision: precision, scale: scale)
    case "INTEGER", "SMALLINT", "INT": return .number(precision: nil, scale: 0)
    case "DATE": return .date
    case "TIMESTAMP": return .timestamp(precision: digits)
    case "RAW": return .raw(length: length)
    case "BINARY_FLOAT": return .binaryFloat
    case "BINARY_DOUBLE": return .binaryDouble
    case "CLOB": return isNational ? .nclob : .clob
    case "BLOB": return .blob
    case "BOOLEAN": return .boolean
    default: return nil
    }
  }
}
