import OracleWire

/// The types that values have inside the engine.
enum ValueType: UInt8, Sendable, Hashable {
  case null, varchar, char, long, clob, number, binaryFloat, binaryDouble, date, timestamp, timestampTZ, timestampLTZ
  case raw, blob, rowid, intervalDS, intervalYM, boolean, longRaw, urowid
  /// An image of OSON.
  case json
  case vector
  /// The text of an XML document.
  case xml
  /// The attributes of an object, as `ObjectShape` puts them.
  case object
  /// The rows of a CURSOR expression, in the result of a query only.
  case cursor

  var isText: Bool {
    switch self {
    case .varchar, .char, .long, .clob: true
    default: false
    }
  }

  var isNumeric: Bool {
    switch self {
    case .number, .binaryFloat, .binaryDouble: true
    default: false
    }
  }

  var isTemporal: Bool {
    switch self {
    case .date, .timestamp, .timestampTZ, .timestampLTZ: true
    default: false
    }
  }

  var isInterval: Bool { self == .intervalDS || self == .intervalYM }

  var isLOB: Bool { self == .clob || self == .blob || self == .json || self == .vector || self == .xml }

  /// The wire's number for the type.
  var typeCode: OracleTypeCode {
    switch self {
    case .null, .varchar: .varchar
    case .char: .char
    case .long: .long
    case .clob: .clob
    case .number: .number
    case .binaryFloat: .binaryFloat
    case .binaryDouble: .binaryDouble
    case .date: .date
    case .timestamp: .timestamp
    case .timestampTZ: .timestampTZ
    case .timestampLTZ: .timestampLTZ
    case .raw: .raw
    case .blob: .blob
    case .rowid: .rowid
    case .intervalDS: .intervalDS
    case .intervalYM: .intervalYM
    case .boolean: .boolean
    case .longRaw: .longRaw
    case .urowid: .urowid
    case .json: .json
    case .vector: .vector
    case .xml, .object: .object
    case .cursor: .cursor
    }
  }

  /// The engine's type for a bind; nil for those that cannot be bound.
  init?(_ code: OracleTypeCode) {
    switch code {
    case .varchar, .long: self = .varchar
    case .char: self = .varchar
    case .clob: self = .clob
    case .number, .binaryInteger: self = .number
    case .binaryFloat: self = .binaryFloat
    case .binaryDouble: self = .binaryDouble
    case .date: self = .date
    case .timestamp: self = .timestamp
    case .timestampTZ: self = .timestampTZ
    case .timestampLTZ: self = .timestampLTZ
    case .raw, .longRaw: self = .raw
    case .blob: self = .blob
    case .rowid, .urowid: self = .rowid
    case .intervalDS: self = .intervalDS
    case .intervalYM: self = .intervalYM
    case .boolean: self = .boolean
    case .json: self = .json
    case .vector: self = .vector
    case .cursor, .object, .bfile: return nil
    }
  }

  /// Oracle's name for error texts such as ORA-00932.
  var name: String {
    switch self {
    case .null, .varchar: "CHAR"
    case .char: "CHAR"
    case .xml: "XMLTYPE"
    case .object: "UDT"
    default: typeCode.name
    }
  }
}

/// A column's or expression's type with its length, precision and scale.
struct ColumnType: Sendable, Hashable {
  var base: ValueType
  /// NVARCHAR2, NCHAR, NCLOB: held as UTF-16 in rows.
  var isNational = false
  /// Characters (when `inCharacters` or national) or bytes of a text; bytes of a RAW.
  var length = 0
  var inCharacters = false
  /// Decimal digits of a NUMBER, binary digits of a FLOAT, fractional digits of a TIMESTAMP; nil: not given.
  var precision: Int?
  var scale: Int?
  var isFloat = false
  /// For objects: which type they are of.
  var shape: ObjectShape?

  static let number = ColumnType(base: .number)
  static let date = ColumnType(base: .date)
  static func varchar(_ length: Int) -> ColumnType { ColumnType(base: .varchar, length: length) }
  static let null = ColumnType(base: .null)

  /// Bytes that a value can take, as describes and the dictionary state it.
  var bufferSize: Int {
    switch base {
    case .null: 0
    case .varchar, .char: isNational ? length * 2 : inCharacters ? min(length * 4, 32767) : length
    case .long, .longRaw: 0
    case .clob, .blob: 4000
    case .json, .vector: 8200
    case .xml, .object: 2000
    // As python-oracledb announces a cursor's bind; any but 0, which would mean that rows hold nothing.
    case .cursor: 4
    case .boolean: 1
    case .urowid: length
    case .number: 22
    case .binaryFloat: 4
    case .binaryDouble: 8
    case .date: 7
    case .timestamp, .timestampLTZ: 11
    case .timestampTZ: 13
    case .raw: length
    case .rowid: 10
    case .intervalDS: 11
    case .intervalYM: 5
    }
  }

  /// Characters that a text value can take.
  var characterLength: Int {
    switch base {
    case .varchar, .char: length
    default: 0
    }
  }

  /// What a describe says of a column of this type.
  func description(name: String, isNullable: Bool = true) -> ColumnDescription {
    var described = ColumnDescription(
      name: name, typeCode: base.typeCode, bufferSize: bufferSize, maxCharacters: characterLength,
      isNational: isNational, isNullable: isNullable)
    switch base {
    case .number where isFloat:
      described.precision = precision ?? 126
      described.scale = -127
    case .number where precision == nil && scale == nil:
      described.precision = 0
      described.scale = -127
    case .number:
      described.precision = precision ?? 38
      described.scale = scale ?? 0
    case .timestamp, .timestampTZ, .timestampLTZ:
      described.scale = precision ?? 6
    case .intervalYM: described.precision = precision ?? 2
    case .intervalDS:
      described.precision = scale ?? 2
      described.scale = precision ?? 6
    default:
      break
    }
    return described
  }

  /// DATA_TYPE of the dictionary.
  var dictionaryName: String {
    switch base {
    case .null: "UNDEFINED"
    case .varchar: isNational ? "NVARCHAR2" : "VARCHAR2"
    case .char: isNational ? "NCHAR" : "CHAR"
    case .long: "LONG"
    case .clob: isNational ? "NCLOB" : "CLOB"
    case .number: isFloat ? "FLOAT" : "NUMBER"
    case .binaryFloat: "BINARY_FLOAT"
    case .binaryDouble: "BINARY_DOUBLE"
    case .date: "DATE"
    case .timestamp: "TIMESTAMP(\(precision ?? 6))"
    case .timestampTZ: "TIMESTAMP(\(precision ?? 6)) WITH TIME ZONE"
    case .timestampLTZ: "TIMESTAMP(\(precision ?? 6)) WITH LOCAL TIME ZONE"
    case .raw: "RAW"
    case .blob: "BLOB"
    case .rowid: "ROWID"
    case .boolean: "BOOLEAN"
    case .longRaw: "LONG RAW"
    case .urowid: "UROWID"
    case .json: "JSON"
    case .vector: "VECTOR"
    case .xml: "XMLTYPE"
    case .object: shape?.name.name ?? "UNDEFINED"
    case .cursor: "UNDEFINED"
    case .intervalYM: "INTERVAL YEAR(\(precision ?? 2)) TO MONTH"
    case .intervalDS: "INTERVAL DAY(\(scale ?? 2)) TO SECOND(\(precision ?? 6))"
    }
  }
}
