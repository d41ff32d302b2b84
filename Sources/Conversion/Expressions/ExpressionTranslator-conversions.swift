import Model
import OracleSQL

/// Oracle's implicit conversions, as far as they don't depend on NLS settings other than a point before decimals.
extension ExpressionTranslator {
  /// An expression that is a decimal number, or a text that Oracle reads as one.
  mutating func number(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    try asNumber(try value(expression))
  }

  /// A value as a decimal number.
  func asNumber(_ value: TranslatedExpression) throws(ConversionRefusal) -> TranslatedExpression {
    switch value.type {
    case .number: return value
    case .null: return .atom("CAST(NULL AS numeric)", .number, isNumeric: true)
    case .text(.literal): return try Self.number(try Self.decimal(value))
    case .text(.largeObject): throw ConversionRefusal("a LOB is used as a number")
    case .text:
      return .atom("CAST(\(value.sql) AS numeric)", .number, isNullable: value.isNullable, isNumeric: true)
    default: throw ConversionRefusal("something that is no NUMBER is used as one")
    }
  }

  /// A text literal that Oracle turns into a number.
  static func decimal(_ literal: TranslatedExpression) throws(ConversionRefusal) -> String {
    let text = literal.literal.map { String($0.drop { $0 == " " }) }
    guard let text, let digits = DecimalText.normalised(text.trimmingTrailingBlanks) else {
      throw ConversionRefusal("a text that is no number stands for one")
    }
    return digits
  }

  /// An expression that is text; a CHAR comes with its blanks, numbers as TO_CHAR writes them.
  mutating func text(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    try asText(try value(expression))
  }

  /// A value as text of variable length.
  func asText(_ value: TranslatedExpression) throws(ConversionRefusal) -> TranslatedExpression {
    switch value.type {
    case .text(.fixed(let length)): return Self.padded(value, to: length)
    case .text: return value
    case .null: return .atom("CAST(NULL AS text)", .text(.variable))
    case .number: return Self.numberText(value)
    case .date, .timestamp, .instant: throw ConversionRefusal("a date is used as text, whose form NLS settings decide")
    default: throw ConversionRefusal("something that is no text is used as one")
    }
  }

  /// A CHAR with the blanks that Oracle's functions see and PostgreSQL's don't.
  static func padded(_ value: TranslatedExpression, to length: Int) -> TranslatedExpression {
    .atom("rpad(\(value.operand)::text, \(length))", .text(.variable), isNullable: value.isNullable)
  }

  /// A number as TO_CHAR without a format writes it: no zero before the point, none behind the last digit.
  static func numberText(_ value: TranslatedExpression) -> TranslatedExpression {
    if let literal = value.literal { return textLiteral(oracleDigits(literal)) }
    let isWhole: Bool =
      switch value.postgresType {
      case .numeric(.some, let scale): scale <= 0
      default: !value.isNumeric
      }
    guard !isWhole else { return .atom(value.operand + "::text", .text(.variable), isNullable: value.isNullable) }
    return .atom(
      "regexp_replace(trim_scale(\(value.sql))::text, '^(-?)0[.]', '\\1.')", .text(.variable),
      isNullable: value.isNullable)
  }

  /// A text as literal.
  static func textLiteral(_ text: String) -> TranslatedExpression {
    TranslatedExpression(
      sql: PostgresLiteral.quoted(text), type: .text(.literal), isAtomic: true, isNullable: false, literal: text)
  }

  /// The digits of a normalised number as Oracle shows them: `0.50` is `.5`.
  private static func oracleDigits(_ digits: String) -> String {
    var text = Substring(digits)
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
      if text.hasPrefix("0.") { text.removeFirst() }
    }
    return (isNegative && text != "0" ? "-" : "") + text
  }

  /// An integer argument, as Oracle truncates one.
  func integer(_ value: TranslatedExpression) throws(ConversionRefusal) -> String {
    let number = try asNumber(value)
    if let literal = number.literal, let whole = Int32(literal) { return String(whole) }
    if case .smallint = number.postgresType { return number.operand + "::integer" }
    if case .integer = number.postgresType { return number.operand }
    return number.isNumeric ? "trunc(\(number.sql))::integer" : number.operand + "::integer"
  }

  /// A value as the kind that alternatives have in common.
  func adapted(
    _ value: TranslatedExpression, to type: ExpressionType
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard value.type != type, value.type != .null else { return value }
    switch (value.type, type) {
    case (.text(.literal), .text), (.text(.variable), .text), (.text(.padded), .text),
      (.text(.largeObject), .text(.largeObject)),
      (.text(.national), .text(.national)):
      return value
    case (.text(.fixed), .text), (.number, .text(.variable)), (.number, .text(.literal)): return try asText(value)
    case (.text, .number): return try asNumber(value)
    case (.date, .timestamp): return value
    case (.number, .binaryDouble): return .atom(value.cast(to: "double precision"), type, isNullable: value.isNullable)
    default: throw ConversionRefusal("alternatives are of different types")
    }
  }

  /// The kind that holds the values of all; that of the first decides between numbers and texts, as in NVL and DECODE.
  static func common(_ values: [TranslatedExpression]) -> ExpressionType {
    let types = values.map(\.type).filter { $0 != .null }
    guard var result = types.first else { return .null }
    for type in types.dropFirst() where type != result {
      switch (result, type) {
      case (.text(.largeObject), .text), (.text, .text(.largeObject)): result = .text(.largeObject)
      case (.text(.national), .text), (.text, .text(.national)): result = .text(.national)
      case (.text, .text): result = .text(.variable)
      case (.date, .timestamp): result = .timestamp
      case (.number, .binaryDouble): result = .binaryDouble
      default: break
      }
    }
    if types.count > 1, case .text(.literal) = result { return .text(.variable) }
    return result
  }

  /// Alternatives as values of one kind, and what is known about the one that is taken.
  func merged(
    _ values: [TranslatedExpression], isNullable: Bool = true,
    _ sql: ([String]) -> String
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let type = Self.common(values)
    guard type != .null else { return .null }
    var parts: [TranslatedExpression] = []
    for value in values { parts.append(try adapted(value, to: type)) }
    let typed = parts.filter { $0.type != .null }
    if type.isText, typed.contains(where: { $0.literal?.hasSuffix(" ") == true }) {
      throw ConversionRefusal("alternatives are literals with trailing blanks")
    }
    let isNumeric = typed.contains(where: \.isNumeric)
    var result = TranslatedExpression.atom(
      sql(parts.map(\.sql)), type == .text(.literal) ? .text(.variable) : type, isNullable: isNullable,
      isNumeric: isNumeric)
    if let first = typed.first, typed.allSatisfy({ $0.postgresType == first.postgresType }), !type.isText {
      result.postgresType = first.postgresType
      result.oracleType = first.oracleType
    }
    return result
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmingTrailingBlanks: String {
    var text = Substring(self)
    while text.hasSuffix(" ") { text.removeLast() }
    return String(text)
  }
}
