import Model

extension OracleDataType {
  /// Reads the type of a row of ALL_TAB_COLS.
  ///
  /// DATA_TYPE spells TIMESTAMP and INTERVAL with their precisions inside: `TIMESTAMP(6) WITH LOCAL TIME ZONE`. A type
  /// of a user or of the system (XMLTYPE, SDO_GEOMETRY) is called by its name.
  ///
  /// - Parameters:
  ///   - length: DATA_LENGTH in bytes.
  ///   - characters: CHAR_LENGTH in characters, 0 for types that are not text.
  ///   - owner: DATA_TYPE_OWNER, nil for Oracle's own types; XMLTYPE belongs to SYS or PUBLIC.
  ///   - vector: VECTOR_INFO, which 23ai has: `VECTOR(3,FLOAT32)`, `VECTOR(*,*,DENSE)`.
  static func fromDictionary(
    name: String, length: Int, precision: Int?, scale: Int?, characters: Int, owner: String? = nil,
    vector: String? = nil
  ) -> OracleDataType {
    if let owner {
      // Users may call their types as they like: NUMBER, in quotes, is none of Oracle's.
      return name == "XMLTYPE" && ["SYS", "PUBLIC"].contains(owner) ? .xml : .unsupported(name)
    }
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
    case "LONG": return .long
    case "LONG RAW": return .longRaw
    case "BOOLEAN": return .boolean
    case "ROWID": return .rowid
    case "UROWID": return .urowid(length: max(length, 1))
    case "JSON": return .json
    case "VECTOR": return vector.flatMap { dense($0) } ?? .unsupported(vector ?? name)
    default: return withDigits(name) ?? .unsupported(name)
    }
  }

  /// A vector's shape; nil for one that is sparse, of single bits, or not known at all.
  private static func dense(_ shape: String) -> OracleDataType? {
    let parts = shape.uppercased().filter { !$0.isWhitespace }.split(whereSeparator: { "(),".contains($0) }).map(
      String.init)
    guard parts.first == "VECTOR", parts.count == 3 || parts.count == 4 && ["DENSE", "*"].contains(parts[3]) else {
      return nil
    }
    let dimensions = Int(parts[1])
    guard parts[1] == "*" || dimensions.map({ (1...65_535).contains($0) }) == true else { return nil }
    if parts[2] == "*" { return .vector(dimensions: dimensions, format: nil) }
    return VectorFormat(rawValue: parts[2]).map { .vector(dimensions: dimensions, format: $0) }
  }

  /// A type whose name has numbers of digits in parentheses: TIMESTAMP and the INTERVALs.
  private static func withDigits(_ name: String) -> OracleDataType? {
    var shape = ""
    var digits: [Int] = []
    var rest = name[...]
    while let open = rest.firstIndex(of: "(") {
      guard let close = rest[open...].firstIndex(of: ")"), let count = Int(rest[rest.index(after: open)..<close]),
        (0...9).contains(count)
      else { return nil }
      shape += rest[..<open] + "#"
      digits.append(count)
      rest = rest[rest.index(after: close)...]
    }
    shape += rest
    switch (shape, digits.count) {
    case ("TIMESTAMP#", 1): return .timestamp(precision: digits[0])
    case ("TIMESTAMP# WITH TIME ZONE", 1): return .timestampWithTimeZone(precision: digits[0])
    case ("TIMESTAMP# WITH LOCAL TIME ZONE", 1): return .timestampWithLocalTimeZone(precision: digits[0])
    case ("INTERVAL YEAR# TO MONTH", 1): return .intervalYearToMonth(yearPrecision: digits[0])
    case ("INTERVAL DAY# TO SECOND#", 2): return .intervalDayToSecond(dayPrecision: digits[0], precision: digits[1])
    default: return nil
    }
  }
}
