import Model
import OracleSQL

/// Functions of numbers; both databases round halves away from zero.
extension ExpressionTranslator {
  mutating func numberFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("ABS", 1), ("SIGN", 1), ("FLOOR", 1), ("CEIL", 1):
      let subject = try number(arguments[0])
      return Self.numeric(name.lowercased(), [subject.numericOperand], of: [subject])
    case ("SQRT", 1), ("EXP", 1), ("LN", 1):
      let subject = try number(arguments[0])
      remarks.append("\(name) has another number of digits than Oracle's 40")
      return Self.numeric(
        name.lowercased(), ["round(\(subject.numericOperand), \(Self.quotientScale))"], of: [subject])
    case ("POWER", 2), ("LOG", 2):
      let parts = [try number(arguments[0]), try number(arguments[1])]
      remarks.append("\(name) has another number of digits than Oracle's 40")
      return Self.numeric(
        name.lowercased(),
        ["round(\(parts[0].numericOperand), \(Self.quotientScale))", parts[1].numericOperand], of: parts)
    case ("ROUND", 1...2), ("TRUNC", 1...2):
      let subject = try value(arguments[0])
      if subject.type.isDate { return try cutDate(name, subject, arguments.count == 2 ? arguments[1] : nil) }
      let number = try asNumber(subject)
      guard arguments.count == 2 else { return Self.numeric(name.lowercased(), [number.numericOperand], of: [number]) }
      let places = try value(arguments[1])
      var result = Self.numeric(
        name.lowercased(), [number.numericOperand, try integer(places)], of: [number, places])
      if places.type == .null { result.isNullable = true }
      return result
    case ("MOD", 2):
      // MOD(a, 0) is a in Oracle, an error in PostgreSQL; the sign is that of a in both.
      let parts = [try number(arguments[0]), try number(arguments[1])]
      let rest = Self.numeric("mod", parts.map(\.numericOperand), of: parts)
      if let literal = parts[1].literal, literal.contains(where: { ("1"..."9").contains($0) }) { return rest }
      return .atom(
        "CASE WHEN \(parts[1].operand) = 0 THEN \(parts[0].numericOperand) ELSE \(rest.sql) END", .number,
        isNullable: rest.isNullable, isNumeric: true)
    case ("BITAND", 2):
      let parts = [try number(arguments[0]), try number(arguments[1])]
      let bits = parts.map { "trunc(\($0.numericOperand))::bigint" }
      return TranslatedExpression(
        sql: bits.joined(separator: " & "), type: .number, isNullable: parts.contains(where: \.isNullable))
    case ("WIDTH_BUCKET", 4):
      var parts: [TranslatedExpression] = []
      for argument in arguments { parts.append(try number(argument)) }
      let count = try integer(parts[3])
      return .integer(
        "width_bucket(\(parts[..<3].map(\.numericOperand).joined(separator: ", ")), \(count))",
        isNullable: parts.contains(where: \.isNullable))
    case ("TO_NUMBER", 1): return try number(arguments[0])
    case ("GREATEST", 1...), ("LEAST", 1...): return try extreme(name, arguments)
    default: return nil
    }
  }

  /// GREATEST and LEAST: Oracle's result is NULL when one argument is, PostgreSQL passes over NULLs.
  private mutating func extreme(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression {
    var values: [TranslatedExpression] = []
    for argument in arguments { values.append(try value(argument)) }
    guard !values.contains(where: { $0.type == .null }) else { return .null }
    let nullable = values.filter(\.isNullable)
    let type = Self.common(values)
    var parts: [TranslatedExpression] = []
    for value in values { parts.append(try adapted(value, to: type)) }
    var sql: String
    switch type {
    case .number: sql = "\(name)(\(parts.map(\.numericOperand).joined(separator: ", ")))"
    case .date, .timestamp, .instant, .binaryDouble, .binaryFloat:
      sql = "\(name)(\(parts.map(\.sql).joined(separator: ", ")))"
    case .text(.variable), .text(.literal):
      sql = Self.inBinaryOrder(name, parts.map { "\($0.operand) COLLATE \"C\"" })
    default: throw ConversionRefusal("\(name) of something that is no number, date or VARCHAR2")
    }
    if !nullable.isEmpty {
      let tests = nullable.map { "\($0.operand) IS NULL" }.joined(separator: " OR ")
      sql = "CASE WHEN \(tests) THEN NULL ELSE \(sql) END"
    }
    let kind: ExpressionType = type == .text(.literal) ? .text(.variable) : type
    return .atom(sql, kind, isNullable: !nullable.isEmpty, isNumeric: type == .number)
  }

  /// A function that picks a text by binary order; the result has the collation of other texts again, or the two could not
  /// be compared.
  static func inBinaryOrder(_ function: String, _ arguments: [String]) -> String {
    "(\(function)(\(arguments.joined(separator: ", "))) COLLATE \"default\")"
  }

  static func numeric(
    _ function: String, _ arguments: [String], of subjects: [TranslatedExpression]
  ) -> TranslatedExpression {
    .atom(
      "\(function)(\(arguments.joined(separator: ", ")))", .number, isNullable: subjects.contains(where: \.isNullable),
      isNumeric: true)
  }
}

extension ExpressionType {
  /// Whether it is a date or a timestamp of any kind.
  var isDate: Bool { self == .date || self == .timestamp || self == .instant }
}
