import OracleSQL
import OracleWire

/// REGEXP_COUNT, REGEXP_INSTR, REGEXP_SUBSTR, REGEXP_REPLACE, and the condition REGEXP_LIKE.
enum RegularExpressionFunctions {
  static let cache = RegularExpressionCache()

  private enum Argument {
    case position, occurrence, returnOption, matchParameter, subexpression
  }

  /// Reads the arguments behind the pattern; nil when one that is a number is NULL.
  private static func search(
    _ values: [Value], _ places: [Argument], from first: Int, _ execution: Execution
  ) throws -> RegularExpressionSearch? {
    let rules = execution.rules
    var search = RegularExpressionSearch(try rules.text(values[0]), try rules.text(values[1]), cache: cache)
    for (place, argument) in places.enumerated() where first + place < values.count {
      let value = values[first + place]
      if argument == .matchParameter {
        search.matchParameter = try rules.text(value)
        continue
      }
      if value.isNull { return nil }
      let number = try TextFunctions.integer(value, execution)
      switch argument {
      case .position: search.position = number
      case .occurrence: search.occurrence = number
      case .returnOption: search.returnOption = number
      case .subexpression: search.subexpression = number
      case .matchParameter: break
      }
    }
    return search
  }

  private static func textType(_ arguments: [CompiledValue]) -> ColumnType {
    arguments.first?.type.base == .clob ? ColumnType(base: .clob) : .varchar(4000)
  }

  private static func result(_ text: [UInt8]?, like value: Value) -> Value {
    text.map { Value(text: $0, type: value.type == .clob ? .clob : .varchar) } ?? .null
  }

  static let table: [String: ScalarFunction] = [
    "REGEXP_COUNT": ScalarFunction(arguments: 2...4, type: { _ in .number }, isStrict: false) { values, execution in
      guard let search = try search(values, [.position, .matchParameter], from: 2, execution) else { return .null }
      return Value(try search.count())
    },
    "REGEXP_INSTR": ScalarFunction(arguments: 2...7, type: { _ in .number }, isStrict: false) { values, execution in
      let places: [Argument] = [.position, .occurrence, .returnOption, .matchParameter, .subexpression]
      guard let search = try search(values, places, from: 2, execution) else { return .null }
      return Value(try search.place())
    },
    "REGEXP_SUBSTR": ScalarFunction(arguments: 2...6, type: { textType($0) }, isStrict: false) { values, execution in
      let places: [Argument] = [.position, .occurrence, .matchParameter, .subexpression]
      guard let search = try search(values, places, from: 2, execution) else { return .null }
      return result(try search.part(), like: values[0])
    },
    "REGEXP_REPLACE": ScalarFunction(arguments: 2...6, type: { textType($0) }, isStrict: false) { values, execution in
      let places: [Argument] = [.position, .occurrence, .matchParameter]
      guard let search = try search(values, places, from: 3, execution) else { return .null }
      let replacement = values.count > 2 ? try execution.rules.text(values[2]) : []
      let replaced = try search.replacing(with: replacement, isLarge: values[0].type == .clob)
      return result(replaced, like: values[0])
    },
  ]

  /// REGEXP_LIKE, with a match parameter or without.
  static func like(_ call: FunctionCall, _ compiler: ExpressionCompiler, at position: Int, depth: Int) throws
    -> CompiledCondition
  {
    guard (2...3).contains(call.arguments.count) else {
      throw OracleError.invalidArgumentCount(tooFew: call.arguments.count < 2, at: position)
    }
    let arguments = try call.arguments.map { try compiler.value($0.value, depth: depth) }
    let dependence = arguments.reduce(Dependence()) { $0.union($1.dependence) }
    return CompiledCondition(dependence: dependence) { frame in
      let values = try arguments.map { try $0.evaluate(frame) }
      return try search(values, [.matchParameter], from: 2, frame.execution)?.isLike()
    }
  }
}
