/// A column's type as PostgreSQL's catalogue tells it.
public struct PostgresColumnType: Sendable, Hashable {
  /// The type's object identifier (pg_type.oid); of a domain, that of the type below it.
  public var oid: UInt32
  /// The type as PostgreSQL spells it, for messages: `numeric(10,2)`.
  public var name: String

  /// A type by its parts.
  public init(oid: UInt32, name: String) {
    self.oid = oid
    self.name = name
  }

  /// integer.
  public static let integer = PostgresColumnType(oid: BuiltIn.int4.rawValue, name: "integer")

  /// Which of the types that are compared it is; nil for others.
  public var builtIn: BuiltIn? { BuiltIn(rawValue: oid) }

  /// Whether it is xml, which is compared as the text that it holds.
  public var isXML: Bool { oid == BuiltIn.xml.rawValue }

  /// The built-in types that are compared; the raw value is the object identifier.
  ///
  /// Source: src/include/catalog/pg_type.dat.
  public enum BuiltIn: UInt32, Sendable, Hashable {
    case bool = 16
    case bytea = 17
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case json = 114
    case xml = 142
    case float4 = 700
    case float8 = 701
    case int2Array = 1005
    case float4Array = 1021
    case float8Array = 1022
    case bpchar = 1042
    case varchar = 1043
    case date = 1082
    case timestamp = 1114
    case timestamptz = 1184
    case interval = 1186
    case numeric = 1700
    case uuid = 2950
  }
}
