/// The number by which Oracle names a data type in describe, bind and define records.
///
/// Source: `dba_tab_columns` internal type numbers, as used by the TTC layer.
public enum OracleTypeCode: UInt8, Sendable, Hashable, CaseIterable {
  case varchar = 1
  case number = 2
  case binaryInteger = 3
  case long = 8
  case rowid = 11
  case date = 12
  case raw = 23
  case longRaw = 24
  case char = 96
  case binaryFloat = 100
  case binaryDouble = 101
  case cursor = 102
  case object = 109
  case clob = 112
  case blob = 113
  case bfile = 114
  case json = 119
  case vector = 127
  case timestamp = 180
  case timestampTZ = 181
  case intervalYM = 182
  case intervalDS = 183
  case urowid = 208
  case timestampLTZ = 231
  case boolean = 252

  /// Whether values of this type are characters, so that a character-set form accompanies them.
  @inlinable
  public var isCharacter: Bool {
    switch self {
    case .varchar, .char, .long, .clob: true
    default: false
    }
  }

  /// Whether a select of this type delivers a locator, unless it is defined as LONG or LONG RAW.
  @inlinable
  public var isLOB: Bool {
    switch self {
    case .clob, .blob, .bfile, .json, .vector: true
    default: false
    }
  }

  /// Whether the scale travels in the one-byte form that depends on the representation of type 27.
  var hasSignedScale: Bool {
    switch self {
    case .number, .timestamp, .timestampTZ, .intervalDS, .timestampLTZ: true
    default: false
    }
  }

  /// Oracle's spelling of the type, for messages.
  public var name: String {
    switch self {
    case .varchar: "VARCHAR2"
    case .number: "NUMBER"
    case .binaryInteger: "BINARY_INTEGER"
    case .long: "LONG"
    case .rowid: "ROWID"
    case .date: "DATE"
    case .raw: "RAW"
    case .longRaw: "LONG RAW"
    case .char: "CHAR"
    case .binaryFloat: "BINARY_FLOAT"
    case .binaryDouble: "BINARY_DOUBLE"
    case .cursor: "CURSOR"
    case .object: "OBJECT"
    case .clob: "CLOB"
    case .blob: "BLOB"
    case .bfile: "BFILE"
    case .json: "JSON"
    case .vector: "VECTOR"
    case .timestamp: "TIMESTAMP"
    case .timestampTZ: "TIMESTAMP WITH TIME ZONE"
    case .intervalYM: "INTERVAL YEAR TO MONTH"
    case .intervalDS: "INTERVAL DAY TO SECOND"
    case .urowid: "UROWID"
    case .timestampLTZ: "TIMESTAMP WITH LOCAL TIME ZONE"
    case .boolean: "BOOLEAN"
    }
  }
}
