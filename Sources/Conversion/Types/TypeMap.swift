import Model

/// The PostgreSQL type for each Oracle type: exact by default.
public struct TypeMap: Sendable, Hashable {
  /// The target's major version.
  public var postgresMajorVersion: Int
  /// Whether SDO_GEOMETRY becomes PostGIS's geometry.
  public var hasPostGIS: Bool

  /// A map for a PostgreSQL version.
  public init(postgresMajorVersion: Int = 15, hasPostGIS: Bool = false) {
    self.postgresMajorVersion = postgresMajorVersion
    self.hasPostGIS = hasPostGIS
  }

  /// The type of the column to create, nil for a type that is not carried over yet.
  public func postgresType(for type: OracleDataType) -> PostgresType? {
    switch type {
    case .varchar2(let length), .nvarchar2(let length): TextTypes.variable(length: length)
    case .char(let length), .nchar(let length): TextTypes.fixed(length: length)
    case .clob, .nclob, .long, .rowid, .urowid: .text
    case .boolean: .boolean
    case .number(let precision, let scale):
      NumberTypes.number(precision: precision, scale: scale, postgresMajorVersion: postgresMajorVersion)
    case .float: NumberTypes.float
    case .binaryFloat: .real
    case .binaryDouble: .doublePrecision
    case .date: DateTimeTypes.date
    case .timestamp(let precision): DateTimeTypes.timestamp(precision: precision)
    case .timestampWithTimeZone(let precision), .timestampWithLocalTimeZone(let precision):
      DateTimeTypes.instant(precision: precision)
    case .intervalYearToMonth: .intervalYearToMonth
    case .intervalDayToSecond(_, let precision): DateTimeTypes.interval(precision: precision)
    case .raw, .blob, .longRaw: .bytea
    case .json: .json
    case .xml: .xml
    case .vector(_, let format): .array(VectorTypes.element(format))
    // Its name belongs to a schema: `ObjectTypeRule`.
    case .object, .collection: nil
    case .unsupported("SDO_GEOMETRY") where hasPostGIS: .geometry
    case .unsupported: nil
    }
  }
  /// The name of the rule that chooses the type, for explanations.
  func rule(for type: OracleDataType) -> String {
    switch type {
    case .varchar2, .nvarchar2: "variable-text"
    case .char, .nchar: "fixed-text"
    case .clob, .nclob, .long: "large-text"
    case .rowid, .urowid: "row-address"
    case .boolean: "boolean"
    case .number: postgresType(for: type)?.isInteger == true ? "number-integers" : "number-numeric"
    case .float: "float-numeric"
    case .binaryFloat, .binaryDouble: "binary-numbers"
    case .date: "date-timestamp"
    case .timestamp: "timestamp"
    case .timestampWithTimeZone, .timestampWithLocalTimeZone: "instant"
    case .intervalYearToMonth, .intervalDayToSecond: "interval"
    case .raw, .blob, .longRaw: "bytes"
    case .json: "json"
    case .xml: "xml"
    case .vector: "vector"
    case .object: "object-type"
    case .collection: "collection-type"
    case .unsupported where postgresType(for: type) == .geometry: "geometry"
    case .unsupported: "unsupported"
    }
  }
}
