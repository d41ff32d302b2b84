import OracleSQL
import OracleWire

/// Constants of the SQL text.
enum LiteralValues {
  static func compile(_ literal: Literal, at position: Int, _ context: CompileContext) throws -> CompiledValue {
    let (value, type) = try constant(literal, at: position)
    return CompiledValue(type: type, isNullable: value.isNull) { _ in value }
  }

  /// The value and type of a literal.
  static func constant(_ literal: Literal, at position: Int) throws -> (Value, ColumnType) {
    switch literal {
    case .null: return (.null, .null)
    case .string(let text, let isNational):
      let bytes = Array(text.utf8)
      if bytes.isEmpty { return (.null, ColumnType(base: .char, length: 0)) }
      var type = ColumnType(base: .char, length: bytes.count)
      if isNational { type = ColumnType(base: .char, length: text.unicodeScalars.count, inCharacters: true) }
      return (Value(text: bytes, type: .char), type)
    case .number(let text, let kind): return try number(text, kind)
    case .date(let text):
      let (date, _) = try parse(text, "SYYYY-MM-DD", at: position)
      return (Value(date: date), .date)
    case .timestamp(let text): return try timestamp(text, at: position)
    case .interval(let interval): return try IntervalLiterals.constant(interval, at: position)
    }
  }

  private static func number(_ text: String, _ kind: Literal.NumberKind) throws -> (Value, ColumnType) {
    switch kind {
    case .number:
      guard let number = try? OracleNumber(decimal: text) else { throw OracleError.numericOverflow }
      return (Value(number), .number)
    case .binaryDouble: return (Value(double: Double(text) ?? 0), ColumnType(base: .binaryDouble))
    case .binaryFloat: return (Value(float: Float(text) ?? 0), ColumnType(base: .binaryFloat))
    }
  }

  private static func parse(
    _ text: String, _ model: String, at position: Int
  ) throws -> (OracleTimestamp, offsetMinutes: Int?) {
    do {
      let now = OracleTimestamp(year: 2000, month: 1, day: 1)
      return try DateFormat(Array(model.utf8)).parse(Array(text.utf8), now: now)
    } catch var error as OracleError {
      error.position = position
      throw error
    }
  }

  private static func timestamp(_ text: String, at position: Int) throws -> (Value, ColumnType) {
    let fraction = text.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
    let type = ColumnType(base: .timestamp, precision: min(9, fraction))
    let hasFraction = fraction > 0
    let base = hasFraction ? "SYYYY-MM-DD HH24:MI:SS.FF" : "SYYYY-MM-DD HH24:MI:SS"
    let tail = text.utf8.reversed().prefix(7)
    let hasZone =
      text.last?.isLetter == true
      || (text.utf8.count > 12 && tail.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") })
    if hasZone {
      let (local, offset) = try parse(text, base + " TZR", at: position)
      return (
        try ConversionRules.zoned(local: local, offset: offset ?? 0),
        ColumnType(base: .timestampTZ, precision: type.precision)
      )
    }
    return (Value(timestamp: try parse(text, base, at: position).0), type)
  }
}
