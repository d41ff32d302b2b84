import Model
import OracleSQL

extension ExpressionTranslator {
  /// A call of a function whose meaning is known in both databases.
  mutating func call(_ call: FunctionCall) throws(ConversionRefusal) -> TranslatedExpression {
    let name = call.path.map(\.name).joined(separator: ".")
    guard call.path.count == 1, !call.isStar, !call.isDistinct, call.withinGroup.isEmpty,
      call.arguments.allSatisfy({ $0.name == nil })
    else { throw ConversionRefusal("\(name) is not converted") }
    let arguments = call.arguments.map(\.value)
    if let result = try nullFunction(name, arguments) { return result }
    if let result = try textFunction(name, arguments) { return result }
    if let result = try numberFunction(name, arguments) { return result }
    if let result = try dateFunction(name, arguments) { return result }
    if let result = try constructor(name, arguments) { return result }
    throw ConversionRefusal("the function \(name) is not converted")
  }

  /// NVL, COALESCE, NVL2, NULLIF, DECODE.
  private mutating func nullFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("NVL", 2), ("COALESCE", 2...):
      var values: [TranslatedExpression] = []
      for argument in arguments { values.append(try value(argument)) }
      let sql = "COALESCE(" + values.map(\.sql).joined(separator: ", ") + ")"
      return try Self.merged(values, sql: sql, isNullable: values.allSatisfy(\.isNullable))
    case ("NVL2", 3):
      let subject = try value(arguments[0])
      let values = [try value(arguments[1]), try value(arguments[2])]
      let sql = "CASE WHEN \(subject.operand) IS NOT NULL THEN \(values[0].sql) ELSE \(values[1].sql) END"
      return try Self.merged(values, sql: sql)
    case ("NULLIF", 2):
      let subject = try value(arguments[0])
      let (left, right) = try Self.comparable(subject, try value(arguments[1]), isOrdering: false)
      return .atom("NULLIF(\(left), \(right))", subject.type, isNumeric: subject.isNumeric)
    case ("DECODE", 3...): return try decode(arguments)
    default: return nil
    }
  }

  /// DECODE takes two NULLs for equal.
  private mutating func decode(_ arguments: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(arguments[0])
    var values: [TranslatedExpression] = []
    var sql = "CASE"
    var index = 1
    while index + 1 < arguments.count {
      let (left, right) = try Self.comparable(subject, try value(arguments[index]), isOrdering: false)
      let result = try value(arguments[index + 1])
      sql += " WHEN \(left) IS NOT DISTINCT FROM \(right) THEN \(result.sql)"
      values.append(result)
      index += 2
    }
    if index < arguments.count {
      let otherwise = try value(arguments[index])
      sql += " ELSE \(otherwise.sql)"
      values.append(otherwise)
    }
    return try Self.merged(values, sql: sql + " END")
  }

  /// CASE, in both forms.
  mutating func caseOf(_ expression: CaseExpression) throws(ConversionRefusal) -> TranslatedExpression {
    var values: [TranslatedExpression] = []
    var sql = "CASE"
    var operand: TranslatedExpression?
    if let subject = expression.operand { operand = try value(subject) }
    for branch in expression.branches {
      if let operand {
        let (left, right) = try Self.comparable(operand, try value(branch.condition), isOrdering: false)
        sql += " WHEN \(left) = \(right)"
      } else {
        sql += " WHEN \(try condition(branch.condition).sql)"
      }
      let result = try value(branch.value)
      sql += " THEN \(result.sql)"
      values.append(result)
    }
    if let otherwise = expression.otherwise {
      let result = try value(otherwise)
      sql += " ELSE \(result.sql)"
      values.append(result)
    }
    return try Self.merged(values, sql: sql + " END")
  }

  /// The common type of alternatives, which must be of one kind.
  private static func merged(
    _ values: [TranslatedExpression], sql: String, isNullable: Bool = true
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let typed = values.filter { $0.type != .null }
    guard let first = typed.first else { return .null }
    var type = first.type
    if type.isText {
      for value in typed {
        switch value.type {
        case .text(.literal) where value.literal?.hasSuffix(" ") != true, .text(.variable): continue
        default: throw ConversionRefusal("alternatives mix kinds of text")
        }
      }
      type = .text(.variable)
    } else if typed.contains(where: { $0.type != type }) {
      throw ConversionRefusal("alternatives are of different types")
    }
    return .atom(sql, type, isNullable: isNullable, isNumeric: typed.contains(where: \.isNumeric))
  }

  /// Functions of text; an empty result is NULL in Oracle.
  private mutating func textFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("UPPER", 1), ("LOWER", 1):
      let subject = try text(arguments[0])
      return .atom(
        "\(name.lowercased())(\(subject.sql))", subject.type == .text(.national) ? subject.type : .text(.variable),
        isNullable: subject.isNullable)
    case ("LENGTH", 1):
      let subject = try text(arguments[0])
      return .atom("length(\(subject.sql))", .number, isNullable: subject.isNullable)
    case ("LTRIM", 1), ("RTRIM", 1):
      return .atom("NULLIF(\(name.lowercased())(\(try text(arguments[0]).sql)), '')", .text(.variable))
    case ("INSTR", 2):
      let (subject, part) = (try text(arguments[0]), try text(arguments[1]))
      guard part.literal != nil else { throw ConversionRefusal("INSTR of something that is no literal") }
      return .atom("strpos(\(subject.sql), \(part.sql))", .number, isNullable: subject.isNullable)
    case ("SUBSTR", 2...3): return try substring(arguments)
    case ("REPLACE", 2...3):
      let (subject, part) = (try text(arguments[0]), try text(arguments[1]))
      let replacement = arguments.count == 3 ? try value(arguments[2]) : .null
      guard part.literal != nil, replacement.type == .null || replacement.literal != nil else {
        throw ConversionRefusal("REPLACE of something that is no literal")
      }
      let text = replacement.type == .null ? "''" : replacement.sql
      return .atom("NULLIF(replace(\(subject.sql), \(part.sql), \(text)), '')", .text(.variable))
    default: return nil
    }
  }

  /// SUBSTR with literal places; place 0 reads as 1.
  private mutating func substring(_ arguments: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try text(arguments[0])
    guard let digits = try number(arguments[1]).literal, let place = Int32(digits), place >= 0 else {
      throw ConversionRefusal("SUBSTR from a place that is no literal or counts from the end")
    }
    var sql = "substr(\(subject.sql), \(max(place, 1))"
    if arguments.count == 3 {
      guard let digits = try number(arguments[2]).literal, let length = Int32(digits), length >= 1 else {
        throw ConversionRefusal("SUBSTR with a length that is no literal")
      }
      sql += ", \(length)"
    }
    return .atom("NULLIF(\(sql)), '')", .text(.variable))
  }

  /// TRIM takes off blanks only, as btrim does.
  mutating func trim(
    _ side: TrimSide, character: Expression?, _ expression: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try text(expression)
    var set = ""
    if let character {
      guard let literal = try text(character).literal, literal.unicodeScalars.count == 1 else {
        throw ConversionRefusal("TRIM of something that is not one literal character")
      }
      set = ", " + PostgresLiteral.quoted(literal)
    }
    let function =
      switch side {
      case .both: "btrim"
      case .leading: "ltrim"
      case .trailing: "rtrim"
      }
    return .atom("NULLIF(\(function)(\(subject.sql)\(set)), '')", .text(.variable))
  }

  /// Functions of numbers; both databases round halves away from zero.
  private mutating func numberFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("ABS", 1), ("SIGN", 1), ("FLOOR", 1), ("CEIL", 1):
      let subject = try number(arguments[0])
      return Self.numeric(name.lowercased(), [subject.numericOperand], of: subject)
    case ("ROUND", 1), ("TRUNC", 1):
      let subject = try value(arguments[0])
      if name == "TRUNC", subject.type == .date || subject.type == .timestamp {
        return Self.truncated(subject, to: "day")
      }
      guard subject.type == .number else { throw ConversionRefusal("\(name) of something that is no NUMBER") }
      return Self.numeric(name.lowercased(), [subject.numericOperand], of: subject)
    case ("ROUND", 2), ("TRUNC", 2):
      let subject = try value(arguments[0])
      if name == "TRUNC", subject.type == .date || subject.type == .timestamp {
        return Self.truncated(subject, to: try Self.truncationField(try text(arguments[1]).literal))
      }
      guard subject.type == .number, let digits = try number(arguments[1]).literal, let places = Int32(digits) else {
        throw ConversionRefusal("\(name) with something other than a NUMBER and literal places")
      }
      return Self.numeric(name.lowercased(), [subject.numericOperand, String(places)], of: subject)
    case ("MOD", 2):
      let (subject, divisor) = (try number(arguments[0]), try number(arguments[1]))
      // MOD(a, 0) is a in Oracle, an error in PostgreSQL.
      guard let literal = divisor.literal, literal.contains(where: { ("1"..."9").contains($0) }) else {
        throw ConversionRefusal("MOD by something that is no literal")
      }
      return Self.numeric("mod", [subject.numericOperand, divisor.numericOperand], of: subject)
    case ("GREATEST", 2...), ("LEAST", 2...):
      var values: [String] = []
      for argument in arguments {
        let part = try number(argument)
        // Oracle's result is NULL when one argument is, PostgreSQL passes over NULLs.
        guard !part.isNullable else { throw ConversionRefusal("\(name) of something that may be NULL") }
        values.append(part.numericOperand)
      }
      return .atom("\(name)(\(values.joined(separator: ", ")))", .number, isNullable: false, isNumeric: true)
    default: return nil
    }
  }

  private static func numeric(
    _ function: String, _ arguments: [String], of subject: TranslatedExpression
  ) -> TranslatedExpression {
    .atom(
      "\(function)(\(arguments.joined(separator: ", ")))", .number, isNullable: subject.isNullable, isNumeric: true)
  }
}
