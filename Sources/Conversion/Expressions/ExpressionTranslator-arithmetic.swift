import Model
import OracleSQL

extension ExpressionTranslator {
  /// Digits behind the point that a quotient keeps at least; Oracle keeps 40 digits in all.
  static let quotientScale = 40

  /// `a + b`, `a - b`, `a * b`, `a / b`: in numeric, never in integers, which would truncate and overflow; or with dates.
  mutating func arithmetic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let (left, right) = (try value(left), try value(right))
    let isNullable = left.isNullable || right.isNullable
    switch (left.type, right.type, operation) {
    case (.number, .number, .divide):
      remarks.append("a quotient has more digits than Oracle's 40")
      return TranslatedExpression(
        sql: "\(left.numericOperand) / round(\(right.numericOperand), \(Self.quotientScale))", type: .number,
        isNullable: isNullable, isNumeric: true)
    case (.number, .number, _):
      return TranslatedExpression(
        sql: "\(left.numericOperand) \(operation.rawValue) \(right.numericOperand)", type: .number,
        isNullable: isNullable, isNumeric: true)
    case (.date, .number, .add), (.date, .number, .subtract):
      let days = try Self.days(right)
      return TranslatedExpression(
        sql: "\(left.operand) \(operation.rawValue) \(days)", type: .date, isNullable: isNullable)
    case (.number, .date, .add):
      let days = try Self.days(left)
      return TranslatedExpression(sql: "\(right.operand) + \(days)", type: .date, isNullable: isNullable)
    case (.date, .date, .subtract):
      // Days, as a number with a fraction.
      let seconds = "EXTRACT(EPOCH FROM (\(left.operand) - \(right.operand)))"
      return TranslatedExpression(
        sql: "\(seconds) / round(86400::numeric, \(Self.quotientScale))", type: .number, isNullable: isNullable,
        isNumeric: true)
    default: throw ConversionRefusal("arithmetic with something other than NUMBER and DATE")
    }
  }

  /// A number of days as an interval: a literal, or a column of at most nine digits without fraction.
  private static func days(_ number: TranslatedExpression) throws(ConversionRefusal) -> String {
    if let literal = number.literal {
      if let days = Int32(literal) { return "INTERVAL '\(days) days'" }
    } else if !number.isNumeric, number.isAtomic {
      return "make_interval(days => \(number.sql)::integer)"
    }
    throw ConversionRefusal("a number of days that may have a fraction is added to a date")
  }

  /// `a || b`: NULL counts as an empty text, and an empty result is NULL.
  mutating func concatenation(_ expressions: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    var parts: [String] = []
    var isNullable = true
    for expression in expressions {
      let part = try value(expression)
      if part.type == .null { continue }
      isNullable = isNullable && part.isNullable
      let sql = try Self.concatenated(part)
      parts.append(part.isNullable ? "COALESCE(\(sql), '')" : sql)
    }
    guard !parts.isEmpty else { return .null }
    let joined = parts.joined(separator: " || ")
    guard isNullable else {
      return TranslatedExpression(
        sql: joined, type: .text(.variable), isAtomic: parts.count == 1, isNullable: false)
    }
    return .atom("NULLIF(\(joined), '')", .text(.variable))
  }

  private static func concatenated(_ part: TranslatedExpression) throws(ConversionRefusal) -> String {
    switch part.type {
    case .text(.fixed): throw ConversionRefusal("|| sees the padding of a CHAR")
    case .text: return part.operand
    case .number where !part.isNumeric && part.literal == nil: return part.operand + "::text"
    default: throw ConversionRefusal("|| with something that is neither text nor a whole number")
    }
  }
}
