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
    if left.type.isDate || right.type.isDate { return try dateArithmetic(operation, left, right) }
    let isNullable = left.isNullable || right.isNullable
    switch (left.type, right.type, operation) {
    case (.duration, .duration, .add), (.duration, .duration, .subtract), (.months, .months, .add),
      (.months, .months, .subtract):
      return TranslatedExpression(
        sql: "\(left.operand) \(operation.rawValue) \(right.operand)", type: left.type, isNullable: isNullable)
    case (.number, _, _), (.text, _, _), (.null, _, _): break
    default: throw ConversionRefusal("arithmetic with something other than NUMBER and DATE")
    }
    let (first, second) = (try asNumber(left), try asNumber(right))
    if operation == .divide {
      remarks.append("a quotient has more digits than Oracle's 40")
      return TranslatedExpression(
        sql: "\(first.numericOperand) / round(\(second.numericOperand), \(Self.quotientScale))", type: .number,
        isNullable: isNullable, isNumeric: true)
    }
    return TranslatedExpression(
      sql: "\(first.numericOperand) \(operation.rawValue) \(second.numericOperand)", type: .number,
      isNullable: isNullable, isNumeric: true)
  }

  /// `a || b`: NULL counts as an empty text, and an empty result is NULL.
  mutating func concatenation(_ expressions: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    var parts: [String] = []
    var isNullable = true
    var type = ExpressionType.text(.variable)
    // CHARs joined are a CHAR, literals among them too.
    var (isChar, hasChar) = (true, false)
    for expression in expressions {
      let part = try value(expression)
      if part.type == .null { continue }
      let text = try asText(part)
      isChar = isChar && (part.type.isBlankPadded || part.literal != nil && part.type.isText)
      hasChar = hasChar || part.type.isBlankPadded
      if text.type == .text(.largeObject) || (text.type == .text(.national) && type == .text(.variable)) {
        type = text.type
      }
      isNullable = isNullable && text.isNullable
      parts.append(text.isNullable ? "COALESCE(\(text.sql), '')" : text.operand)
    }
    guard !parts.isEmpty else { return .null }
    if isChar && hasChar { type = .text(.padded) }
    let joined = parts.joined(separator: " || ")
    guard isNullable else {
      return TranslatedExpression(sql: joined, type: type, isAtomic: parts.count == 1, isNullable: false)
    }
    return .atom("NULLIF(\(joined), '')", type)
  }
}
