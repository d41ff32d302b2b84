import OracleSQL
import OracleWire

/// From types as they are written to types as they are held.
enum ColumnTypes {
  /// - Parameter release: what is imitated; earlier ones don't know JSON (21c) and BOOLEAN (23ai).
  /// - Throws: Oracle's errors for sizes out of range, ORA-03001 for types that the stand-in has not.
  static func type(_ type: DataType, in release: OracleRelease) throws -> ColumnType {
    let position = type.range.start
    switch type.kind {
    case .varchar2(let length, let unit):
      guard let length else { throw missingLength(position) }
      return ColumnType(base: .varchar, length: try checked(length, 1...4000, position), inCharacters: unit == .char)
    case .char(let length, let unit):
      return ColumnType(base: .char, length: try checked(length ?? 1, 1...2000, position), inCharacters: unit == .char)
    case .nvarchar2(let length):
      guard let length else { throw missingLength(position) }
      return ColumnType(
        base: .varchar, isNational: true, length: try checked(length, 1...2000, position), inCharacters: true)
    case .nchar(let length):
      return ColumnType(
        base: .char, isNational: true, length: try checked(length ?? 1, 1...1000, position), inCharacters: true)
    case .number(let precision, let scale): return try number(precision, scale, position)
    case .float(let bits):
      guard (1...126).contains(bits) else {
        throw OracleError(
          code: 1724, message: "floating point precision is out of range (1 to 126)", position: position)
      }
      return ColumnType(base: .number, precision: bits, isFloat: true)
    case .binaryFloat: return ColumnType(base: .binaryFloat)
    case .binaryDouble: return ColumnType(base: .binaryDouble)
    case .date: return .date
    case .timestamp(let precision, let zone):
      let digits = try datetimePrecision(precision ?? 6, at: position)
      let base: ValueType = zone == .none ? .timestamp : zone == .zoned ? .timestampTZ : .timestampLTZ
      return ColumnType(base: base, precision: digits)
    case .intervalDayToSecond(let days, let seconds):
      return ColumnType(
        base: .intervalDS, precision: try datetimePrecision(seconds ?? 6, at: position),
        scale: try datetimePrecision(days ?? 2, at: position))
    case .intervalYearToMonth(let years):
      return ColumnType(base: .intervalYM, precision: try datetimePrecision(years ?? 2, at: position))
    case .raw(let length):
      guard let length else { throw missingLength(position) }
      return ColumnType(base: .raw, length: try checked(length, 1...2000, position))
    case .clob: return ColumnType(base: .clob)
    case .nclob: return ColumnType(base: .clob, isNational: true)
    case .blob: return ColumnType(base: .blob)
    case .rowid: return ColumnType(base: .rowid)
    case .long: return ColumnType(base: .long)
    case .longRaw: return ColumnType(base: .longRaw)
    case .bfile: throw OracleError.unsupported("BFILE", at: position)
    case .urowid(let length):
      return ColumnType(base: .urowid, length: try checked(length ?? 4000, 1...4000, position))
    case .json where release.number >= 21: return ColumnType(base: .json)
    case .boolean where release.number >= 23: return ColumnType(base: .boolean)
    case .vector(let dimensions, let format) where release.number >= 23:
      if let dimensions { _ = try checked(dimensions, 1...65_535, position) }
      return ColumnType(base: .vector, length: dimensions ?? 0, precision: format.map(VectorColumns.code))
    case .json, .boolean, .vector: throw OracleError(code: 902, message: "invalid datatype", position: position)
    case .userDefined(let name):
      if name.schema == nil || name.schema?.name == "SYS", name.name.name == "XMLTYPE" { return ColumnType(base: .xml) }
      if name.schema == nil, ["SDO_GEOMETRY", "ANYDATA"].contains(name.name.name) {
        throw OracleError.unsupported(name.name.name, at: position)
      }
      throw OracleError(code: 902, message: "invalid datatype", position: position)
    }
  }

  /// The digits of a field of a datetime or an interval.
  ///
  /// - Throws: ORA-30088 for more than nine.
  static func datetimePrecision(_ digits: Int, at position: Int? = nil) throws -> Int {
    guard (0...9).contains(digits) else {
      throw OracleError(code: 30088, message: "datetime/interval precision is out of range", position: position)
    }
    return digits
  }

  private static func missingLength(_ position: Int) -> OracleError {
    OracleError(code: 906, message: "missing left parenthesis", position: position)
  }

  private static func checked(_ length: Int, _ range: ClosedRange<Int>, _ position: Int) throws -> Int {
    if length < range.lowerBound {
      throw OracleError(code: 1723, message: "zero-length columns are not allowed", position: position)
    }
    if length > range.upperBound {
      throw OracleError(
        code: 910, message: "specified length too long for its datatype", position: position)
    }
    return length
  }

  private static func number(_ precision: Int?, _ scale: Int?, _ position: Int) throws -> ColumnType {
    if let precision, !(1...38).contains(precision) {
      throw OracleError(
        code: 1727, message: "numeric precision specifier is out of range (1 to 38)", position: position)
    }
    if let scale, !(-84...127).contains(scale) {
      throw OracleError(
        code: 1728, message: "numeric scale specifier is out of range (-84 to 127)", position: position)
    }
    return ColumnType(base: .number, precision: precision, scale: scale)
  }
}
