/// A PostgreSQL column type that oraferry creates; closed, so that transcoder and verifier can switch over it.
public enum PostgresType: Sendable, Hashable, Codable {
  case smallint
  case integer
  case bigint
  /// numeric; unbounded when the precision is nil (the scale is then ignored). A scale may be negative or exceed the
  /// precision, as PostgreSQL 15 and later allow.
  case numeric(precision: Int?, scale: Int)
  /// varchar(n), n in characters.
  case varchar(length: Int)
  /// char(n), n in characters, blank-padded.
  case char(length: Int)
  case text
  /// timestamp without time zone with 0 to 6 fractional digits.
  case timestamp(precision: Int)
  /// timestamp with time zone with 0 to 6 fractional digits: an instant, held in UTC.
  case timestamptz(precision: Int)
  /// date: a day without time of day.
  case date
  case intervalYearToMonth
  /// interval day to second with 0 to 6 fractional digits.
  case intervalDayToSecond(precision: Int)
  case bytea
  /// uuid: 16 bytes.
  case uuid
  case boolean
  case real
  case doublePrecision
  /// json: the text of a document as it came.
  case json
  case xml
  /// An array of one dimension.
  case array(Element)
  case composite(CompositeType)
  /// A domain over arrays, which keeps a VARRAY's limit.
  indirect case collection(CollectionDomain)
  /// geometry of the extension PostGIS, of any shape and reference system.
  case geometry

  /// What the arrays that oraferry creates hold.
  public enum Element: String, Sendable, Hashable, Codable, CaseIterable {
    case smallint
    case real
    case doublePrecision = "double precision"
  }

  /// numeric without precision: every decimal value fits.
  public static let unboundedNumeric = PostgresType.numeric(precision: nil, scale: 0)

  /// The spelling in DDL and casts.
  public var sql: String {
    switch self {
    case .smallint: "smallint"
    case .integer: "integer"
    case .bigint: "bigint"
    case .numeric(nil, _): "numeric"
    case .numeric(.some(let precision), 0): "numeric(\(precision))"
    case .numeric(.some(let precision), let scale): "numeric(\(precision),\(scale))"
    case .varchar(let length): "varchar(\(length))"
    case .char(let length): "char(\(length))"
    case .text: "text"
    case .timestamp(let precision): "timestamp(\(precision))"
    case .timestamptz(let precision): "timestamptz(\(precision))"
    case .date: "date"
    case .intervalYearToMonth: "interval year to month"
    case .intervalDayToSecond(let precision): "interval day to second(\(precision))"
    case .bytea: "bytea"
    case .uuid: "uuid"
    case .boolean: "boolean"
    case .real: "real"
    case .doublePrecision: "double precision"
    case .json: "json"
    case .xml: "xml"
    case .composite(let type): type.name.quoted
    case .collection(let type): type.name.quoted
    case .array(let element): element.rawValue + "[]"
    case .geometry: "geometry"
    }
  }

  /// Whether this is smallint, integer or bigint: the types an identity column may have.
  public var isInteger: Bool {
    switch self {
    case .smallint, .integer, .bigint: true
    default: false
    }
  }

  /// Whether this is an integer type or numeric: holds decimal values exactly.
  public var isExactNumber: Bool {
    if case .numeric = self { return true }
    return isInteger
  }

  /// Whether values are binary floating-point numbers.
  public var isBinaryNumber: Bool { self == .real || self == .doublePrecision }

  /// Whether values are character strings.
  public var isText: Bool {
    switch self {
    case .varchar, .char, .text: true
    default: false
    }
  }
}

extension PostgresType: CustomStringConvertible {
  /// The spelling in DDL.
  public var description: String { sql }
}
