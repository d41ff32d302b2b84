import Model
import OracleSQL

extension ExpressionTranslator {
  /// `a = b` and its kin.
  mutating func comparison(
    _ comparison: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let isOrdering = comparison != .equal && comparison != .notEqual
    let (left, right) = try Self.comparable(try value(left), try value(right), isOrdering: isOrdering)
    return .condition("\(left) \(comparison.rawValue) \(right)")
  }

  /// `x BETWEEN low AND high`.
  mutating func between(
    _ expression: Expression, low: Expression, high: Expression, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(expression)
    let (first, low) = try Self.comparable(subject, try value(low), isOrdering: true)
    let (second, high) = try Self.comparable(subject, try value(high), isOrdering: true)
    guard first == second else { throw ConversionRefusal("BETWEEN with bounds of different types") }
    return .condition("\(first) \(negated ? "NOT " : "")BETWEEN \(low) AND \(high)")
  }

  /// `x IN (a, b)`.
  mutating func membership(
    _ expression: Expression, _ set: MembershipSet, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard case .list(let elements) = set else { throw ConversionRefusal("IN with a query") }
    let subject = try value(expression)
    var sides: Set<String> = []
    var list: [String] = []
    for element in elements {
      let (left, right) = try Self.comparable(subject, try value(element), isOrdering: false)
      sides.insert(left)
      list.append(right)
    }
    guard let side = sides.first, sides.count == 1 else { throw ConversionRefusal("IN with values of different types") }
    return .condition("\(side) \(negated ? "NOT " : "")IN (\(list.joined(separator: ", ")))")
  }

  /// `x IS NULL` and its kin.
  mutating func test(
    _ expression: Expression, _ test: ValueTest, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(expression)
    switch test {
    case .null: return .condition("\(subject.operand) IS \(negated ? "NOT " : "")NULL")
    case .nan:
      guard subject.type == .binaryDouble || subject.type == .binaryFloat else {
        throw ConversionRefusal("IS NAN of something that is no BINARY_FLOAT or BINARY_DOUBLE")
      }
      return .condition("\(subject.operand) \(negated ? "<>" : "=") 'NaN'")
    case .infinite: throw ConversionRefusal("IS INFINITE is not converted")
    case .json: throw ConversionRefusal("IS JSON is not converted: PostgreSQL knows it from version 16 on only")
    }
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
    switch subject.type {
    case .text(.fixed):
      // Only a pattern that ends with % does not see the padding, which is measured in bytes in Oracle.
      guard pattern.literal?.hasSuffix("%") == true, escape == nil else {
        throw ConversionRefusal("LIKE sees the padding of a CHAR")
      }
    case .text: break
    default: throw ConversionRefusal("LIKE on something that is no text")
    }
    var sql = "\(subject.operand) \(negated ? "NOT " : "")LIKE \(pattern.operand)"
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
  static func comparable(
    _ left: TranslatedExpression, _ right: TranslatedExpression, isOrdering: Bool
  ) throws(ConversionRefusal) -> (String, String) {
    switch (left.type, right.type) {
    case (.null, _), (_, .null), (.number, .number), (.binaryDouble, .binaryDouble), (.binaryFloat, .binaryFloat),
      (.bytes, .bytes), (.instant, .instant), (.date, .date), (.timestamp, .timestamp), (.date, .timestamp),
      (.timestamp, .date), (.number, .binaryDouble), (.binaryDouble, .number):
      return (left.operand, right.operand)
    case (.binaryFloat, .number): return (left.operand, "CAST(\(right.sql) AS real)")
    case (.number, .binaryFloat): return ("CAST(\(left.sql) AS real)", right.operand)
    case (.number, .text(.literal)): return (left.operand, try decimal(right))
    case (.text(.literal), .number): return (try decimal(left), right.operand)
    case (.text(let leftClass), .text(let rightClass)):
      try requireSamePadding(left, leftClass, right, rightClass, isOrdering: isOrdering)
      return isOrdering ? (left.operand + " COLLATE \"C\"", right.operand) : (left.operand, right.operand)
    default: throw ConversionRefusal("values of different types are compared, which depends on NLS settings")
    }
  }

  /// A text literal that Oracle turns into a number.
  private static func decimal(_ literal: TranslatedExpression) throws(ConversionRefusal) -> String {
    guard let text = literal.literal, let digits = DecimalText.normalised(text) else {
      throw ConversionRefusal("a number is compared with a text")
    }
    return digits
  }

  /// Oracle pads with blanks when both sides are CHAR or literals, PostgreSQL when one is char(n).
  private static func requireSamePadding(
    _ left: TranslatedExpression, _ leftClass: ExpressionType.TextClass,
    _ right: TranslatedExpression, _ rightClass: ExpressionType.TextClass, isOrdering: Bool
  ) throws(ConversionRefusal) {
    switch (leftClass, rightClass) {
    case (.fixed(let length), .literal):
      try requireOrderableFixed(length, right, isOrdering: isOrdering)
    case (.literal, .fixed(let length)):
      try requireOrderableFixed(length, left, isOrdering: isOrdering)
    case (.fixed, .fixed):
      if isOrdering { throw ConversionRefusal("the order of blank-padded CHARs differs") }
    case (.fixed, _), (_, .fixed):
      throw ConversionRefusal("CHAR is compared with VARCHAR2, where Oracle sees the padding and PostgreSQL does not")
    case (.largeObject, _), (_, .largeObject): throw ConversionRefusal("a LOB is compared")
    case (.literal, .literal):
      if [left, right].contains(where: { $0.literal?.hasSuffix(" ") == true }) {
        throw ConversionRefusal("literals with trailing blanks are compared")
      }
    case (.national, _), (_, .national):
      if isOrdering { throw ConversionRefusal("the order of the national character set differs") }
    case (.variable, _), (.literal, .variable): break
    }
  }

  private static func requireOrderableFixed(
    _ length: Int, _ literal: TranslatedExpression, isOrdering: Bool
  ) throws(ConversionRefusal) {
    if isOrdering, literal.literal?.utf8.count != length {
      throw ConversionRefusal("the order of blank-padded CHARs differs")
    }
  }
}
