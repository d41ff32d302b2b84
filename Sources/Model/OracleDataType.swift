/// The declared type of an Oracle column, as ALL_TAB_COLS tells it.
///
/// Lengths of text are characters (CHAR_LENGTH), lengths of RAW are bytes. Types that are not carried over yet stay
/// visible as `unsupported` with the dictionary's spelling, so that nothing is dropped without being named.
public enum OracleDataType: Sendable, Hashable, Codable {
  case varchar2(length: Int)
  case nvarchar2(length: Int)
  case char(length: Int)
  case nchar(length: Int)
  /// NUMBER; both parts nil for a bare NUMBER, only the precision nil for NUMBER(*, s) and INTEGER.
  case number(precision: Int?, scale: Int?)
  /// FLOAT(b): decimal inside Oracle, with a precision counted in bits.
  case float(binaryPrecision: Int)
  case date
  /// TIMESTAMP with 0 to 9 fractional digits.
  case timestamp(precision: Int)
  case timestampWithTimeZone(precision: Int)
  case timestampWithLocalTimeZone(precision: Int)
  case raw(length: Int)
  case binaryFloat
  case binaryDouble
  case clob
  case nclob
  case blob
  /// Any other type, by the dictionary's name, such as `XMLTYPE` or `LONG`.
  case unsupported(String)
}

extension OracleDataType: CustomStringConvertible {
  /// The type as Oracle's DDL spells it.
  public var description: String {
    switch self {
    case .varchar2(let length): "VARCHAR2(\(length) CHAR)"
    case .nvarchar2(let length): "NVARCHAR2(\(length))"
    case .char(let length): "CHAR(\(length) CHAR)"
    case .nchar(let length): "NCHAR(\(length))"
    case .number(nil, nil): "NUMBER"
    case .number(nil, .some(let scale)): "NUMBER(*,\(scale))"
    case .number(.some(let precision), nil), .number(.some(let precision), 0): "NUMBER(\(precision))"
    case .number(.some(let precision), .some(let scale)): "NUMBER(\(precision),\(scale))"
    case .float(let binaryPrecision): "FLOAT(\(binaryPrecision))"
    case .date: "DATE"
    case .timestamp(let precision): "TIMESTAMP(\(precision))"
    case .timestampWithTimeZone(let precision): "TIMESTAMP(\(precision)) WITH TIME ZONE"
    case .timestampWithLocalTimeZone(let precision): "TIMESTAMP(\(precision)) WITH LOCAL TIME ZONE"
    case .raw(let length): "RAW(\(length))"
    case .binaryFloat: "BINARY_FLOAT"
    case .binaryDouble: "BINARY_DOUBLE"
    case .clob: "CLOB"
    case .nclob: "NCLOB"
    case .blob: "BLOB"
    case .unsupported(let name): name
    }
  }
}
