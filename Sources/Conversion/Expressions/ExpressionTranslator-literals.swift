import Model
import OracleSQL

extension ExpressionTranslator {
  /// A constant.
  func literal(_ literal: Literal) throws(ConversionRefusal) -> TranslatedExpression {
    switch literal {
    case .null: return .null
    case .string(let text, _):
      guard !text.isEmpty else { return .null }  // Oracle's '' is NULL
      guard !text.unicodeScalars.contains("\0") else { throw ConversionRefusal("a text holds a NUL character") }
      return TranslatedExpression(
        sql: PostgresLiteral.quoted(text), type: .text(.literal), isAtomic: true, isNullable: false, literal: text)
    case .number(let digits, .number): return try Self.number(digits)
    case .number: throw ConversionRefusal("BINARY_FLOAT and BINARY_DOUBLE literals are not converted")
    case .date(let text):
      guard let date = DateTimeText(text), date.hasDateOnly else { throw Self.unreadableDate }
      return Self.timestamp(date, type: .date)
    case .timestamp(let text):
      guard let moment = DateTimeText(text), !moment.hasDateOnly else { throw Self.unreadableDate }
      return Self.timestamp(moment, type: .timestamp)
    case .interval(let interval): return try IntervalText.translate(interval)
    }
  }

  /// A number literal, its digits as they are.
  static func number(_ digits: String) throws(ConversionRefusal) -> TranslatedExpression {
    guard let normal = DecimalText.normalised(digits) else {
      throw ConversionRefusal("a number is beyond the range that is converted")
    }
    // PostgreSQL reads a literal with a point as numeric, one without as an integer where it fits.
    let type: PostgresType? = Int32(normal) != nil ? .integer : Int64(normal) != nil ? .bigint : nil
    return TranslatedExpression(
      sql: normal, type: .number, isAtomic: !normal.hasPrefix("-"), isNullable: false, isNumeric: type == nil,
      literal: normal, postgresType: type)
  }

  /// A timestamp literal.
  static func timestamp(_ moment: DateTimeText, type: ExpressionType) -> TranslatedExpression {
    .atom("TIMESTAMP '\(moment.normalised)'", type, isNullable: false)
  }

  static let unreadableDate = ConversionRefusal("a date literal is not of the form YYYY-MM-DD HH:MI:SS")
}
