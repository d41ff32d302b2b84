/// What kind of value an expression has, as far as it decides about meaning.
enum ExpressionType: Hashable {
  /// A condition.
  case truth
  /// NULL without a type, also Oracle's `''`.
  case null
  case number
  case binaryFloat
  case binaryDouble
  case text(TextClass)
  case date
  case timestamp
  /// A timestamp with time zone.
  case instant
  case bytes

  /// How Oracle compares and pads a text.
  enum TextClass: Hashable {
    case literal
    case variable
    /// CHAR(n): blank-padded.
    case fixed(length: Int)
    case national
    case largeObject
  }

  var isText: Bool {
    if case .text = self { return true }
    return false
  }
}

/// An expression in PostgreSQL's words, and what is known about it.
struct TranslatedExpression: Hashable {
  var sql: String
  var type: ExpressionType
  /// Whether it can be an operand without parentheses.
  var isAtomic = false
  /// Whether it can be NULL.
  var isNullable = true
  /// For a number: whether PostgreSQL computes it as numeric, not as an integer that would truncate and overflow.
  var isNumeric = false
  /// The text of a string literal, or the digits of a number literal.
  var literal: String?

  /// For an instant: the same moment as local time, which a column without time zone gets.
  var localTime: LocalTime?

  /// A clock's local time.
  struct LocalTime: Hashable {
    var sql: String
    /// Whether it is local to Oracle's server, as against the session.
    var isOfServer: Bool
  }

  /// The expression as an operand.
  var operand: String { isAtomic ? sql : "(" + sql + ")" }

  /// A number as a numeric operand.
  var numericOperand: String { isNumeric ? operand : operand + "::numeric" }

  /// A function's call, or anything else that needs no parentheses.
  static func atom(_ sql: String, _ type: ExpressionType, isNullable: Bool = true, isNumeric: Bool = false) -> Self {
    TranslatedExpression(sql: sql, type: type, isAtomic: true, isNullable: isNullable, isNumeric: isNumeric)
  }

  /// A condition.
  static func condition(_ sql: String, isAtomic: Bool = false) -> Self {
    TranslatedExpression(sql: sql, type: .truth, isAtomic: isAtomic)
  }

  static let null = TranslatedExpression(sql: "NULL", type: .null, isAtomic: true)
}
