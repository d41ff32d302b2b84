import Model
import OracleSQL

extension ExpressionTranslator {
  /// A call of a function whose meaning is known in both databases.
  mutating func call(_ call: FunctionCall) throws(ConversionRefusal) -> TranslatedExpression {
    let path = call.path.map(\.name)
    let name = path.joined(separator: ".")
    guard call.conversionDefault == nil else {
      throw ConversionRefusal("DEFAULT ... ON CONVERSION ERROR of \(name) is not converted")
    }
    guard call.arguments.allSatisfy({ $0.index == nil }) else {
      throw ConversionRefusal("\(name) with indexed arguments is not converted")
    }
    if let result = try updating(call) { return result }
    if context.catalogue != nil, let result = try queryFunction(call) { return result }
    guard !call.isStar, !call.isDistinct, call.withinGroup.isEmpty, call.over == nil, call.keep == nil,
      call.json == nil, call.clauses == nil, call.overflow == nil, call.nulls == nil
    else { throw ConversionRefusal("\(name) is not converted") }
    if let function = context.catalogue?.function(path: path) { return try self.call(of: function, call.arguments) }
    guard call.arguments.allSatisfy({ $0.name == nil }) else {
      throw ConversionRefusal("\(name) with named arguments is not converted")
    }
    let arguments = call.arguments.map(\.value)
    guard call.path.count == 1 else { throw ConversionRefusal("\(name) is no function that is carried over") }
    if let result = try nullFunction(name, arguments) { return result }
    if let result = try textFunction(name, arguments) { return result }
    if let result = try patternFunction(name, arguments) { return result }
    if let result = try numberFunction(name, arguments) { return result }
    if let result = try dateFunction(name, arguments) { return result }
    if let result = try formatFunction(name, arguments) { return result }
    if let result = try constructor(name, arguments) { return result }
    throw ConversionRefusal("the function \(name) is not converted")
  }

  /// A call of a function of the schema.
  mutating func call(
    of function: QueryCatalogue.Function, _ arguments: [FunctionCall.Argument]
  ) throws(ConversionRefusal) -> TranslatedExpression {
    calledFunctions.insert(function.name)
    var parts: [String] = []
    if let parameters = function.parameters {
      let values = try Self.ordered(arguments, for: parameters)
      parts = try self.arguments(values, for: Array(parameters.prefix(values.count)))
    } else {
      for argument in arguments {
        guard argument.name == nil else { throw ConversionRefusal("named arguments of a function") }
        let part = try value(argument.value)
        if case .text(.fixed) = part.type { parts.append(try asText(part).sql) } else { parts.append(part.sql) }
      }
    }
    return Self.column(
      "\(function.name.quoted)(\(parts.joined(separator: ", ")))", function.oracleType, function.type, isNullable: true)
  }

  /// A call's values in the order of the parameters; those that are left out at the end have defaults.
  static func ordered(
    _ arguments: [FunctionCall.Argument], for parameters: [QueryCatalogue.Parameter]
  ) throws(ConversionRefusal) -> [Expression] {
    var values: [Expression?] = parameters.map { _ in nil }
    for (place, argument) in arguments.enumerated() {
      let wanted = argument.name.map { name in parameters.firstIndex { $0.name == name.name } } ?? place
      guard let wanted, values.indices.contains(wanted), values[wanted] == nil else {
        throw ConversionRefusal("a function or procedure is called with values that it doesn't take")
      }
      values[wanted] = argument.value
    }
    let given = values.prefix { $0 != nil }.compactMap { $0 }
    guard values.dropFirst(given.count).allSatisfy({ $0 == nil }) else {
      throw ConversionRefusal("a call leaves out a parameter before another one")
    }
    guard parameters.dropFirst(given.count).allSatisfy(\.hasDefault) else {
      throw ConversionRefusal("a function or procedure is called with too few values")
    }
    return given
  }

  /// The values for a function's or procedure's parameters.
  mutating func arguments(
    _ arguments: [Expression], for parameters: [QueryCatalogue.Parameter]
  ) throws(ConversionRefusal) -> [String] {
    var parts: [String] = []
    for (argument, parameter) in zip(arguments, parameters) {
      let target = AssignmentTarget(sql: "", oracleType: parameter.oracleType, postgresType: parameter.type)
      let part = try assigned(try translate(argument), to: target)
      // PostgreSQL finds no function that takes an integer where a numeric is given.
      parts.append(parameter.type.isInteger ? part.cast(to: parameter.type.sql) : part.sql)
    }
    return parts
  }

  /// NVL, COALESCE, NVL2, NULLIF, DECODE.
  private mutating func nullFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("NVL", 2), ("COALESCE", 2...):
      var values: [TranslatedExpression] = []
      for argument in arguments { values.append(try value(argument)) }
      return try merged(values, isNullable: values.allSatisfy(\.isNullable)) {
        "COALESCE(" + $0.joined(separator: ", ") + ")"
      }
    case ("NVL2", 3):
      let subject = try value(arguments[0])
      return try merged([try value(arguments[1]), try value(arguments[2])]) {
        "CASE WHEN \(Self.nullTest(subject, negated: true)) THEN \($0[0]) ELSE \($0[1]) END"
      }
    case ("NULLIF", 2):
      let subject = try value(arguments[0])
      let other = try value(arguments[1])
      let (left, right) = try comparable(subject, other, isOrdering: false)
      guard left == subject.operand else {
        return .atom(
          "CASE WHEN \(left) = \(right) THEN NULL ELSE \(subject.sql) END", subject.asStored.type,
          isNumeric: subject.isNumeric)
      }
      var result = TranslatedExpression.atom(
        "NULLIF(\(left), \(right))", subject.asStored.type, isNumeric: subject.isNumeric)
      result.oracleType = subject.oracleType
      result.postgresType = subject.postgresType
      return result
    case ("DECODE", 3...): return try decode(arguments)
    case ("LNNVL", 1): return .condition("\(try condition(arguments[0]).operand) IS NOT TRUE")
    default: return nil
    }
  }

  /// DECODE takes two NULLs for equal; where it returns NULL first, its result is text.
  private mutating func decode(_ arguments: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(arguments[0])
    var values: [TranslatedExpression] = []
    var tests: [String] = []
    var index = 1
    while index + 1 < arguments.count {
      tests.append(try decodeTest(subject, try value(arguments[index])))
      values.append(try value(arguments[index + 1]))
      index += 2
    }
    if index < arguments.count { values.append(try value(arguments[index])) }
    if let first = values.first, first.type == .null, values.contains(where: { $0.type == .number }) {
      for place in values.indices { values[place] = try asText(values[place]) }
    }
    return try merged(values) { results in
      var sql = "CASE"
      for (test, result) in zip(tests, results) { sql += " WHEN \(test) THEN \(result)" }
      if results.count > tests.count { sql += " ELSE \(results[tests.count])" }
      return sql + " END"
    }
  }

  private mutating func decodeTest(
    _ subject: TranslatedExpression, _ search: TranslatedExpression
  ) throws(ConversionRefusal) -> String {
    if search.type == .null { return "\(subject.outputOperand) IS NULL" }
    if subject.type == .null { return "\(search.outputOperand) IS NULL" }
    let (left, right) = try comparable(subject, search, isOrdering: false)
    return subject.isNullable && search.isNullable ? "\(left) IS NOT DISTINCT FROM \(right)" : "\(left) = \(right)"
  }

  /// CASE, in both forms.
  mutating func caseOf(_ expression: CaseExpression) throws(ConversionRefusal) -> TranslatedExpression {
    var values: [TranslatedExpression] = []
    var tests: [String] = []
    var operand: TranslatedExpression?
    if let subject = expression.operand { operand = try value(subject) }
    for branch in expression.branches {
      if let operand {
        let (left, right) = try comparable(operand, try value(branch.condition), isOrdering: false)
        tests.append("\(left) = \(right)")
      } else {
        tests.append(try condition(branch.condition).sql)
      }
      values.append(try value(branch.value))
    }
    if let otherwise = expression.otherwise { values.append(try value(otherwise)) }
    let kinds = Set(values.map(\.type).filter { $0 != .null }.map(\.isText))
    guard kinds.count < 2 else { throw ConversionRefusal("alternatives of CASE are of different types") }
    return try merged(values) { results in
      var sql = "CASE"
      for (test, result) in zip(tests, results) { sql += " WHEN \(test) THEN \(result)" }
      if results.count > tests.count { sql += " ELSE \(results[tests.count])" }
      return sql + " END"
    }
  }
}
