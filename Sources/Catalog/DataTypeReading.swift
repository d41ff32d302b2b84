import Model

extension OracleDataType {
  /// Reads the type of a row of ALL_TAB_COLS.
  ///
  /// DATA_TYPE spells TIMESTAMP with its precision inside: `TIMESTAMP(6) WITH LOCAL TIME ZONE`. A type of a user or of
  /// the system (XMLTYPE, SDO_GEOMETRY) is called by its name.
  ///
  /// - Parameters:
  ///   - length: DATA_LENGTH in bytes.
  ///   - characters: CHAR_LENGTH in characters, 0 for types that are not text.
  static func fromDictionary(
    name: String, length: Int, precision: Int?, scale: Int?, characters: Int
  ) -> OracleDataType {
    switch name {
    case "VARCHAR2", "VARCHAR": return .varchar2(length: max(characters, 1))
    case "NVARCHAR2": return .nvarchar2(length: max(characters, 1))
    case "CHAR": return .char(length: max(characters, 1))
    case "NCHAR": return .nchar(length: max(characters, 1))
    case "NUMBER": return .number(precision: precision, scale: scale)
    case "FLOAT": return .float(binaryPrecision: precision ?? 126)
    case "DATE": return .date
    case "RAW": return .raw(length: max(length, 1))
    case "BINARY_FLOAT": return .binaryFloat
    case "BINARY_DOUBLE": return .binaryDouble
    case "CLOB": return .clob
    case "NCLOB": return .nclob
    case "BLOB": return .blob
    default: return timestamp(name) ?? .unsupported(name)
    }
  }

  private static func timestamp(_ name: String) -> OracleDataType? {
    let head = "TIMESTAMP("
    guard name.hasPrefix(head), let close = name.firstIndex(of: ")"),
      let precision = Int(name[name.index(name.startIndex, offsetBy: head.count)..<close]), (0...9).contains(precision)
    else { return nil }
    switch name[name.index(after: close)...] {
    case "": return .timestamp(precision: precision)
    case " WITH TIME ZONE": return .timestampWithTimeZone(precision: precision)
    case " WITH LOCAL TIME ZONE": return .timestampWithLocalTimeZone(precision: precision)
    default: return nil
    }
  }
}
