import Model
import OracleSQL

extension ExpressionTranslator {
  /// `a = b` and its kin.
  mutating func comparison(
    _ comparison: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    if case .row(let elements) = left.kind { return try rowComparison(comparison, elements, right) }
    return try self.comparison(comparison, try value(left), try value(right))
  }

  /// A comparison of two values.
  mutating func comparison(
    _ comparison: BinaryOperator, _ left: TranslatedExpression, _ right: TranslatedExpression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    if let test = Self.flagTest(comparison, left, right) { return test }
    let isOrdering = comparison != .equal && comparison != .notEqual
    let (left, right) = try comparable(left, right, isOrdering: isOrdering)
    return .condition("\(left) \(comparison.rawValue) \(right)")
  }

  /// `x BETWEEN low AND high`.
  mutating func between(
    _ expression: Expression, low: Expression, high: Expression, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(expression)
    let (first, low) = try comparable(subject, try value(low), isOrdering: true)
    let (second, high) = try comparable(subject, try value(high), isOrdering: true)
    guard first == second else {
      return negated
        ? .condition("\(first) < \(low) OR \(second) > \(high)")
        : .condition("\(first) >= \(low) AND \(second) <= \(high)")
    }
    return .condition("\(first) \(negated ? "NOT " : "")BETWEEN \(low) AND \(high)")
  }

  /// `x IN (a, b)` and `x IN (query)`.
  mutating func membership(
    _ expression: Expression, _ set: MembershipSet, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard case .list(let elements) = set else { return try queryMembership(expression, set, negated: negated) }
    if case .row(let row) = expression.kind { return try rowMembership(row, elements, negated: negated) }
    let subject = try value(expression)
    var pairs: [(left: String, right: String)] = []
    for element in elements { pairs.append(try comparable(subject, try value(element), isOrdering: false)) }
    guard let side = pairs.first?.left else { throw ConversionRefusal("IN with an empty list") }
    guard pairs.allSatisfy({ $0.left == side }) else {
      let tests = pairs.map { negated ? "\($0.left) <> \($0.right)" : "\($0.left) = \($0.right)" }
      return .condition(tests.joined(separator: negated ? " AND " : " OR "))
    }
    let list = pairs.map(\.right).joined(separator: ", ")
    return .condition("\(side) \(negated ? "NOT " : "")IN (\(list))")
  }

  /// `x IS NULL` and its kin.
  mutating func test(
    _ expression: Expression, _ test: ValueTest, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(expression)
    switch test {
    case .null: return .condition(Self.nullTest(subject, negated: negated))
    case .nan:
      guard subject.type == .binaryDouble || subject.type == .binaryFloat else {
        throw ConversionRefusal("IS NAN of something that is no BINARY_FLOAT or BINARY_DOUBLE")
      }
      return .condition("\(subject.operand) \(negated ? "<>" : "=") 'NaN'")
    case .infinite: throw ConversionRefusal("IS INFINITE is not converted")
    case .json(let isStrict, let uniqueKeys): return try json(subject, isStrict, uniqueKeys, negated: negated)
    }
  }

  /// `x IS JSON` of text.
  ///
  /// From version 16 on PostgreSQL has it; before, a cast to json stands for it in checks, which fails where Oracle's
  /// condition is false: the row is refused either way.
  private mutating func json(
    _ subject: TranslatedExpression, _ isStrict: Bool, _ uniqueKeys: Bool, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard case .text = subject.type else { throw ConversionRefusal("IS JSON of something that is no text") }
    if !isStrict { remarks.append("PostgreSQL takes strict JSON only: no names without quotes, no single quotes") }
    if context.postgresMajorVersion >= 16 {
      return .condition("\(subject.operand) IS \(negated ? "NOT " : "")JSON\(uniqueKeys ? " WITH UNIQUE KEYS" : "")")
    }
    guard !negated, !uniqueKeys, context.catalogue == nil else {
      throw ConversionRefusal("IS JSON beyond a plain check needs PostgreSQL 16")
    }
    return .condition("(\(subject.operand) IS NULL OR \(subject.operand)::json IS NOT NULL)")
  }

  /// Of a row PostgreSQL's IS NULL asks whether all fields are, and IS NOT NULL whether none is.
  static func nullTest(_ subject: TranslatedExpression, negated: Bool) -> String {
    subject.type == .document
      ? "\(subject.operand) IS \(negated ? "" : "NOT ")DISTINCT FROM NULL"
      : "\(subject.outputOperand) IS \(negated ? "NOT " : "")NULL"
  }

  /// `x LIKE pattern`.
  ///
  /// Oracle has no escape character unless ESCAPE names one; PostgreSQL has the backslash unless ESCAPE '' forbids it.
  mutating func like(
    _ expression: Expression, pattern: Expression, escape: Expression?, form: LikeForm, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard form == .like || form == .likeC else { throw ConversionRefusal("\(form.rawValue) counts in other units") }
    let subject = try value(expression)
    let pattern = try text(pattern)
    var operand = subject.operand
    if case .text(.fixed) = subject.type, pattern.literal?.hasSuffix("%") == true, escape == nil {
      // Such a pattern doesn't see the padding.
    } else {
      operand = try asText(subject).operand
    }
    var sql = "\(operand) \(negated ? "NOT " : "")LIKE \(pattern.operand)"
    if let escape {
      guard let character = try text(escape).literal, character.unicodeScalars.count == 1 else {
        throw ConversionRefusal("ESCAPE is not one literal character")
      }
      sql += " ESCAPE " + PostgresLiteral.quoted(character)
    } else if pattern.literal?.contains("\\") ?? true {
      sql += " ESCAPE ''"
    }
    return .condition(sql)
  }

  /// Two operands as SQL that PostgreSQL compares the way Oracle compares these.
  mutating func comparable(
    _ left: TranslatedExpression, _ right: TranslatedExpression, isOrdering: Bool
  ) throws(ConversionRefusal) -> (left: String, right: String) {
    if let sides = Self.storedSides(left, right) { return sides }
    switch (left.type, right.type) {
    case (.null, _), (_, .null), (.number, .number), (.binaryDouble, .binaryDouble), (.binaryFloat, .binaryFloat),
      (.months, .months), (.duration, .duration), (.bytes, .bytes), (.boolean, .boolean), (.instant, .instant),
      (.date, .date), (.timestamp, .timestamp), (.date, .timestamp), (.timestamp, .date), (.number, .binaryDouble),
      (.binaryDouble, .number), (.rowAddress, .rowAddress):
      return (left.operand, right.operand)
    case (.binaryFloat, .number): return (left.operand, right.cast(to: "real"))
    case (.number, .binaryFloat): return (left.cast(to: "real"), right.operand)
    case (.number, .text): return (left.operand, try asNumber(right).operand)
    case (.text, .number): return (try asNumber(left).operand, right.operand)
    case (.bytes, .text(.literal)): return (left.operand, try Self.bytes(hexadecimal: right.literal ?? "").sql)
    case (.text(.literal), .bytes): return (try Self.bytes(hexadecimal: left.literal ?? "").sql, right.operand)
    case (.instant, .date), (.instant, .timestamp), (.date, .instant), (.timestamp, .instant):
      guard context.catalogue != nil else { break }
      remarks.append("the session's time zone decides how a local time compares with an instant")
      return (left.operand, right.operand)
    case (.text(let leftClass), .text(let rightClass)):
      let texts = try comparableTexts(left, leftClass, right, rightClass, isOrdering: isOrdering)
      guard isOrdering else { return texts }
      // An explicit collation inside of the right side would stand against the one of the left.
      let collation = " COLLATE \"C\""
      return (texts.left + collation, texts.right.contains("COLLATE") ? "(\(texts.right))\(collation)" : texts.right)
    default: break
    }
    throw ConversionRefusal("values of different types are compared, which depends on NLS settings")
  }

  /// Oracle pads the shorter side with blanks when both are CHAR or literals, else blanks count; PostgreSQL passes over the
  /// blanks of a char(n) always.
  private func comparableTexts(
    _ left: TranslatedExpression, _ leftClass: ExpressionType.TextClass,
    _ right: TranslatedExpression, _ rightClass: ExpressionType.TextClass, isOrdering: Bool
  ) throws(ConversionRefusal) -> (left: String, right: String) {
    switch (leftClass, rightClass) {
    case (.largeObject, _), (_, .largeObject): throw ConversionRefusal("a LOB is compared")
    case (.fixed, .fixed), (.fixed, .literal), (.literal, .fixed):
      guard isOrdering else { return (left.operand, right.operand) }
      let length = max(Self.length(left, leftClass), Self.length(right, rightClass))
      if case .fixed(length) = leftClass, right.literal?.unicodeScalars.count == length {
        return (left.operand, right.operand)
      }
      return (Self.blanks(left, to: length), Self.blanks(right, to: length))
    case (.padded, .padded), (.padded, .fixed), (.padded, .literal), (.fixed, .padded), (.literal, .padded):
      if isOrdering { throw ConversionRefusal("the order of blank-padded expressions differs") }
      return (try Self.trimmed(asText(left)), try Self.trimmed(asText(right)))
    case (.literal, .literal):
      return (
        PostgresLiteral.quoted((left.literal ?? "").trimmingTrailingBlanks),
        PostgresLiteral.quoted((right.literal ?? "").trimmingTrailingBlanks)
      )
    case (.national, _), (_, .national):
      if isOrdering { throw ConversionRefusal("the order of the national character set differs") }
      return (try asText(left).operand, try asText(right).operand)
    default: return (try asText(left).operand, try asText(right).operand)
    }
  }

  private static func trimmed(_ value: TranslatedExpression) -> String {
    guard let literal = value.literal else { return "rtrim(\(value.sql))" }
    return PostgresLiteral.quoted(literal.trimmingTrailingBlanks)
  }

  private static func length(_ value: TranslatedExpression, _ textClass: ExpressionType.TextClass) -> Int {
    if case .fixed(let length) = textClass { return length }
    return value.literal?.unicodeScalars.count ?? 0
  }

  private static func blanks(_ value: TranslatedExpression, to length: Int) -> String {
    guard let literal = value.literal else { return padded(value, to: length).sql }
    let missing = length - literal.unicodeScalars.count
    return PostgresLiteral.quoted(literal + String(repeating: " ", count: max(0, missing)))
  }
}
