import Model

/// The PostgreSQL type for each Oracle type: exact by default.
public struct TypeMap: Sendable, Hashable {
  /// The target's major version.
  public var postgresMajorVersion: Int

  /// A map for a PostgreSQL version.
  public init(postgresMajorVersion: Int = 15) {
    self.postgresMajorVersion = postgresMajorVersion
  }

  /// The type of the column to create, nil for a type that is not carried over yet.
  public func postgresType(for type: OracleDataType) -> PostgresType? {
    switch type {
    case .varchar2(let length), .nvarchar2(let length): TextTypes.variable(length: length)
    case .char(let length), .nchar(let length): TextTypes.fixed(length: length)
    case .clob, .nclob: .text
    case .number(let precision, let scale):
      NumberTypes.number(precision: precision, scale: scale, postgresMajorVersion: postgresMajorVersion)
    case .float: NumberTypes.float
    case .binaryFloat: .real
    case .binaryDouble: .doublePrecision
    case .date: DateTimeTypes.date
    case .timestamp(let precision): DateTimeTypes.timestamp(precision: precision)
    case .timestampWithTimeZone(let precision), .timestampWithLocalTimeZone(let precision):
      DateTimeTypes.instant(precision: precision)
    case .raw, .blob: .bytea
    case .unsupported: nil
    }
  }
}
