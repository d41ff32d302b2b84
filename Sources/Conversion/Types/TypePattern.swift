import Model

/// An Oracle type as the user writes it in a type map: `NUMBER(1)`, or `VARCHAR2` for any length.
public struct TypePattern: Sendable, Hashable {
  private let name: String
  private let sizes: [Int?]

  private static let otherNames = [
    "VARCHAR": "VARCHAR2", "DECIMAL": "NUMBER", "DEC": "NUMBER", "NUMERIC": "NUMBER", "INT": "INTEGER",
    "SMALLINT": "INTEGER", "BOOL": "BOOLEAN",
  ]

  private static let names: Set<String> = [
    "NUMBER", "INTEGER", "FLOAT", "VARCHAR2", "NVARCHAR2", "CHAR", "NCHAR", "DATE", "TIMESTAMP",
    "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH LOCAL TIME ZONE", "RAW", "BINARY_FLOAT", "BINARY_DOUBLE", "CLOB",
    "NCLOB", "BLOB", "LONG", "LONG RAW", "BOOLEAN", "ROWID", "UROWID", "JSON", "XMLTYPE",
  ]

  /// Reads a type; nil for text that is the name of none.
  init?(_ text: some StringProtocol) {
    guard let spelling = TypeSpelling(text) else { return nil }
    let known = Self.otherNames[spelling.name] ?? spelling.name
    guard Self.names.contains(known), spelling.sizes.count <= 2 else { return nil }
    // INTEGER is NUMBER(*,0) in the dictionary.
    name = known == "INTEGER" ? "NUMBER" : known
    sizes = known == "INTEGER" ? [nil, 0] : spelling.sizes
  }

  /// Whether it says the size, too.
  var hasSize: Bool { !sizes.isEmpty }

  /// Whether a declared type fits.
  func matches(_ type: OracleDataType) -> Bool {
    let (ownName, ownSizes) = Self.shape(type)
    guard ownName == name else { return false }
    guard hasSize else { return true }
    // `NUMBER(10)` is `NUMBER(10,0)`; `NUMBER(*)` is the bare NUMBER.
    let wanted = name == "NUMBER" && sizes.count == 1 && sizes[0] != nil ? sizes + [0] : sizes
    return zip(wanted, ownSizes).allSatisfy { $0 == $1 } && wanted.count <= ownSizes.count
  }

  /// A type that fits: the one that is hardest to carry, for messages and tests of the whole family.
  var example: OracleDataType {
    let size = sizes.first ?? nil
    switch name {
    case "NUMBER": return .number(precision: size, scale: sizes.count == 2 ? sizes[1] : size == nil ? nil : 0)
    case "FLOAT": return .float(binaryPrecision: size ?? 126)
    case "VARCHAR2": return .varchar2(length: size ?? 4000)
    case "NVARCHAR2": return .nvarchar2(length: size ?? 2000)
    case "CHAR": return .char(length: size ?? 1)
    case "NCHAR": return .nchar(length: size ?? 1)
    case "DATE": return .date
    case "TIMESTAMP": return .timestamp(precision: size ?? 6)
    case "TIMESTAMP WITH TIME ZONE": return .timestampWithTimeZone(precision: size ?? 6)
    case "TIMESTAMP WITH LOCAL TIME ZONE": return .timestampWithLocalTimeZone(precision: size ?? 6)
    case "RAW": return .raw(length: size ?? 2000)
    case "BINARY_FLOAT": return .binaryFloat
    case "BINARY_DOUBLE": return .binaryDouble
    case "CLOB": return .clob
    case "NCLOB": return .nclob
    case "BLOB": return .blob
    case "LONG": return .long
    case "LONG RAW": return .longRaw
    case "BOOLEAN": return .boolean
    case "ROWID": return .rowid
    case "UROWID": return .urowid(length: size ?? 4000)
    case "JSON": return .json
    default: return .xml
    }
  }

  private static func shape(_ type: OracleDataType) -> (name: String, sizes: [Int?]) {
    switch type {
    case .number(let precision, let scale): ("NUMBER", [precision, precision == nil ? scale : scale ?? 0])
    case .float(let precision): ("FLOAT", [precision])
    case .varchar2(let length): ("VARCHAR2", [length])
    case .nvarchar2(let length): ("NVARCHAR2", [length])
    case .char(let length): ("CHAR", [length])
    case .nchar(let length): ("NCHAR", [length])
    case .date: ("DATE", [])
    case .timestamp(let precision): ("TIMESTAMP", [precision])
    case .timestampWithTimeZone(let precision): ("TIMESTAMP WITH TIME ZONE", [precision])
    case .timestampWithLocalTimeZone(let precision): ("TIMESTAMP WITH LOCAL TIME ZONE", [precision])
    case .raw(let length): ("RAW", [length])
    case .binaryFloat: ("BINARY_FLOAT", [])
    case .binaryDouble: ("BINARY_DOUBLE", [])
    case .clob: ("CLOB", [])
    case .nclob: ("NCLOB", [])
    case .blob: ("BLOB", [])
    case .long: ("LONG", [])
    case .longRaw: ("LONG RAW", [])
    case .boolean: ("BOOLEAN", [])
    case .rowid: ("ROWID", [])
    case .urowid(let length): ("UROWID", [length])
    case .json: ("JSON", [])
    case .xml: ("XMLTYPE", [])
    case .intervalYearToMonth, .intervalDayToSecond, .vector, .object, .collection, .unsupported: ("", [])
    }
  }
}
