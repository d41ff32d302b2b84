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
  /// INTERVAL YEAR TO MONTH with 0 to 9 digits of years.
  case intervalYearToMonth(yearPrecision: Int)
  /// INTERVAL DAY TO SECOND with 0 to 9 digits of days, and 0 to 9 of a second's fraction.
  case intervalDayToSecond(dayPrecision: Int, precision: Int)
  case raw(length: Int)
  case binaryFloat
  case binaryDouble
  case clob
  case nclob
  case blob
  /// LONG: text of up to 2 GiB, older than CLOB.
  case long
  /// LONG RAW: bytes of up to 2 GiB, older than BLOB.
  case longRaw
  /// BOOLEAN of 23ai.
  case boolean
  /// ROWID: the physical address of a row.
  case rowid
  /// UROWID: the address of a row, also of an index-organised table or of another database; length in bytes.
  case urowid(length: Int)
  /// JSON of 21c: Oracle's binary form of a document.
  case json
  /// XMLTYPE of the system, however it is stored.
  case xml
  /// VECTOR of 23ai, dense; nil dimensions for any number of them, a nil format for any.
  case vector(dimensions: Int?, format: VectorFormat?)
  /// An object type of a user.
  case object(ObjectType)
  /// A VARRAY or a nested table of a user.
  indirect case collection(CollectionType)
  /// Any other type, by the dictionary's name, such as `BFILE`.
  case unsupported(String)

  /// How a VECTOR keeps its numbers; the raw value is the spelling.
  public enum VectorFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case float32 = "FLOAT32"
    case float64 = "FLOAT64"
    case int8 = "INT8"
  }
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
    case .intervalYearToMonth(let years): "INTERVAL YEAR(\(years)) TO MONTH"
    case .intervalDayToSecond(let days, let precision): "INTERVAL DAY(\(days)) TO SECOND(\(precision))"
    case .raw(let length): "RAW(\(length))"
    case .binaryFloat: "BINARY_FLOAT"
    case .binaryDouble: "BINARY_DOUBLE"
    case .clob: "CLOB"
    case .nclob: "NCLOB"
    case .blob: "BLOB"
    case .long: "LONG"
    case .longRaw: "LONG RAW"
    case .boolean: "BOOLEAN"
    case .rowid: "ROWID"
    case .urowid(let length): "UROWID(\(length))"
    case .json: "JSON"
    case .xml: "XMLTYPE"
    case .vector(let dimensions, let format):
      "VECTOR(\(dimensions.map(String.init) ?? "*"),\(format?.rawValue ?? "*"))"
    case .object(let type): type.owner + "." + type.name
    case .collection(let type): type.owner + "." + type.name
    case .unsupported(let name): name
    }
  }
}
