import OracleSQL
import OracleWire

/// A function of single values: how many arguments it takes, its type, and what it does.
struct ScalarFunction: Sendable {
  var arguments: ClosedRange<Int>
  var type: @Sendable ([CompiledValue]) throws -> ColumnType
  /// Whether one NULL argument makes the result NULL without a call.
  var isStrict = true
  var apply: @Sendable ([Value], Execution) throws -> Value
}

/// Compiles calls: aggregates, package functions, and functions by name.
struct FunctionCompiler {
  let compiler: ExpressionCompiler

  static let functions: [String: ScalarFunction] = TextFunctions.table
    .merging(NumberFunctions.table) { first, _ in first }
    .merging(DateFunctions.table) { first, _ in first }
    .merging(ConversionFunctions.table) { first, _ in first }
    .merging(MathematicalFunctions.table) { _, second in second }
    .merging(RegularExpressionFunctions.table) { first, _ in first }
    .merging(["ORA_HASH": HashFunction.function]) { first, _ in first }
    .merging(CharacterFunctions.table) { first, _ in first }
    .merging(IntervalFunctions.table) { first, _ in first }
    .merging(GeneralFunctions.table) { first, _ in first }
    .merging(["XMLTYPE": XMLFunctions.constructor]) { first, _ in first }

  func compile(_ call: FunctionCall, at range: SourceRange, depth: Int) throws -> CompiledValue {
    let position = range.start
    if call.path.count > 1 {
      let path = call.path.map(\.name).joined(separator: ".")
      if let function = PackageFunctions.function(path) {
        return try apply(function, call, name: path, at: position, depth: depth)
      }
      if call.path.count == 2, let object = try object(call, at: position, depth: depth) { return object }
      throw OracleError.invalidIdentifier(call.path.map { "\"\($0.name)\"" }.joined(separator: "."), at: position)
    }
    let name = call.path.first?.name ?? ""
    if let window = call.over {
      return try WindowCompiler(compiler: compiler).value(call, over: window, at: position, depth: depth)
    }
    let aggregates = AggregateCompiler(compiler: compiler)
    if let aggregate = AggregateFunction(call) {
      return try aggregates.value(aggregate, call, at: position, depth: depth)
    }
    if let grouping = try aggregates.grouping(name, call, at: position, depth: depth) { return grouping }
    if let path = try HierarchyForms(compiler: compiler).path(name, call, at: position, depth: depth) { return path }
    if WindowFunction(rawValue: name) != nil {
      throw OracleError(
        code: 30484, message: "missing window specification for this function", position: position)
    }
    if let clauses = call.clauses {
      if case .xml(_, let type) = clauses {
        return try XMLFunctions.serialized(call, as: type, compiler, at: position, depth: depth)
      }
      return try VectorFunctions(compiler: compiler).value(call, clauses, at: position, depth: depth)
    }
    if let making = call.json {
      return try JSONMaker.compile(call, making, compiler, at: position, depth: depth)
    }
    if let form = try choosing(name, call, at: position, depth: depth) { return form }
    if let function = Self.functions[name] { return try apply(function, call, name: name, at: position, depth: depth) }
    if let object = try object(call, at: position, depth: depth) { return object }
    if Self.knownButMissing.contains(name) { throw OracleError.unsupported("the function \(name)", at: position) }
    throw OracleError.invalidIdentifier("\"\(name)\"", at: position)
  }

  /// The constructor of an object type: a value for each attribute.
  private func object(_ call: FunctionCall, at position: Int, depth: Int) throws -> CompiledValue? {
    guard let name = call.path.last, call.path.count <= 2,
      let shape = compiler.context.objectShape(
        ObjectName(schema: call.path.count == 2 ? call.path[0] : nil, name: name))
    else { return nil }
    let arguments = try arguments(call, depth: depth)
    guard arguments.count == shape.attributes.count else {
      throw OracleError(
        code: 2315, message: "incorrect number of arguments for default constructor", position: position)
    }
    return CompiledValue(
      type: ColumnType(base: .object, shape: shape), isNullable: false,
      dependence: arguments.reduce(Dependence()) { $0.union($1.dependence) }
    ) { frame in
      try shape.object(arguments.map { try $0.evaluate(frame) }, frame.execution.rules)
    }
  }

  /// Oracle's functions that are not here: they are told apart from misspelt names.
  private static let knownButMissing: Set<String> = [
    "XMLELEMENT", "XMLAGG", "XMLFOREST", "XMLQUERY",
    "JSON_MERGEPATCH", "JSON_TRANSFORM", "COLLECT", "WM_CONCAT", "BFILENAME",
    "SCN_TO_TIMESTAMP", "TIMESTAMP_TO_SCN", "CONVERT", "TRANSLATE_USING", "CORR", "COVAR_POP", "COVAR_SAMP",
    "REGR_SLOPE", "STATS_MODE", "APPROX_COUNT_DISTINCT", "NLSSORT", "COMPOSE", "DECOMPOSE", "VALIDATE_CONVERSION",
  ]

  private func arguments(_ call: FunctionCall, depth: Int) throws -> [CompiledValue] {
    try call.arguments.map { argument in
      if let name = argument.name { throw OracleError.unsupported("named arguments", at: name.range.start) }
      let value = try compiler.value(argument.value, depth: depth)
      if value.type.base == .long {
        throw OracleError.inconsistentTypes(expected: "CHAR", got: "LONG", at: argument.value.range.start)
      }
      return value
    }
  }

  private func apply(
    _ function: ScalarFunction, _ call: FunctionCall, name: String, at position: Int, depth: Int
  ) throws -> CompiledValue {
    guard !call.isStar, !call.isDistinct else {
      throw OracleError(code: 909, message: "invalid number of arguments", position: position)
    }
    let arguments = try arguments(call, depth: depth)
    guard function.arguments.contains(arguments.count) else {
      // Functions that always take the same number of arguments say so in other words.
      guard function.arguments.count > 1 else {
        throw OracleError(code: 909, message: "invalid number of arguments", position: position)
      }
      throw OracleError.invalidArgumentCount(
        tooFew: arguments.count < function.arguments.lowerBound, at: position)
    }
    if name == "TO_CHAR", let interval = arguments.first, interval.type.base.isInterval {
      return CompiledValue(type: .varchar(30), isNullable: interval.isNullable, dependence: interval.dependence) {
        Value(text: try $0.execution.rules.text(interval.evaluate($0), of: interval.type))
      }
    }
    let isStrict = function.isStrict
    let apply = function.apply
    let dependence = arguments.reduce(Dependence()) { $0.union($1.dependence) }
    let type: ColumnType
    do {
      type = try function.type(arguments)
    } catch var error as OracleError where error.position == nil {
      error.position = position
      throw error
    }
    return CompiledValue(
      type: type, isNullable: !isStrict || arguments.contains(where: \.isNullable) || type.base == .varchar,
      dependence: dependence
    ) { frame in
      var values: [Value] = []
      values.reserveCapacity(arguments.count)
      for argument in arguments {
        let value = try argument.evaluate(frame)
        if isStrict, value.isNull { return .null }
        values.append(value)
      }
      return try apply(values, frame.execution)
    }
  }

  /// NVL, COALESCE, DECODE, NULLIF, GREATEST and LEAST: their type depends on all arguments, and not all are evaluated.
  private func choosing(
    _ name: String, _ call: FunctionCall, at position: Int, depth: Int
  ) throws -> CompiledValue? {
    guard ["NVL", "NVL2", "COALESCE", "DECODE", "NULLIF", "GREATEST", "LEAST"].contains(name) else { return nil }
    let arguments = try arguments(call, depth: depth)
    let needed = name == "NVL2" || name == "DECODE" ? 3 : name == "GREATEST" || name == "LEAST" ? 1 : 2
    guard arguments.count >= needed else { throw OracleError.invalidArgumentCount(tooFew: true, at: position) }
    let most = name == "NVL" || name == "NULLIF" ? 2 : name == "NVL2" ? 3 : 255
    guard arguments.count <= most else { throw OracleError.invalidArgumentCount(tooFew: false, at: position) }
    let dependence = arguments.reduce(Dependence()) { $0.union($1.dependence) }
    switch name {
    case "NVL", "COALESCE":
      let type = try leadingType(arguments, at: position)
      return CompiledValue(
        type: type, isNullable: arguments.allSatisfy(\.isNullable), dependence: dependence
      ) { frame in
        for argument in arguments {
          let value = try argument.evaluate(frame)
          if !value.isNull { return try ColumnStore.convert(value, to: type, frame.execution.rules) }
        }
        return .null
      }
    case "NVL2":
      let type = try leadingType(Array(arguments.dropFirst()), at: position)
      return CompiledValue(type: type, dependence: dependence) { frame in
        let chosen = try arguments[0].evaluate(frame).isNull ? arguments[2] : arguments[1]
        return try ColumnStore.convert(chosen.evaluate(frame), to: type, frame.execution.rules)
      }
    case "NULLIF":
      try Comparison.checkComparable(arguments[0].type, arguments[1].type, at: position)
      return CompiledValue(type: arguments[0].type, dependence: dependence) { frame in
        let value = try arguments[0].evaluate(frame)
        let equal = try Comparison.holds(.equal, value, arguments[1].evaluate(frame), frame.execution.rules)
        return equal == true ? .null : value
      }
    case "DECODE": return try decode(arguments, dependence, at: position)
    default: return try extreme(arguments, dependence, isGreatest: name == "GREATEST", at: position)
    }
  }

  /// The first argument's family, wide enough for all.
  private func leadingType(_ arguments: [CompiledValue], at position: Int) throws -> ColumnType {
    let types = arguments.map(\.type)
    guard let first = types.first(where: { $0.base != .null }) else { return .null }
    if first.base.isText {
      let length = types.reduce(0) { max($0, TextFunctions.textLength($1)) }
      if first.base == .clob { return first }
      return .varchar(min(max(length, 1), 4000))
    }
    let same = types.filter { $0.base == .null || !$0.base.isText }
    return try CaseForms.commonType(same, at: position)
  }

  private func decode(
    _ arguments: [CompiledValue], _ dependence: Dependence, at position: Int
  ) throws -> CompiledValue {
    var pairs: [(CompiledValue, CompiledValue)] = []
    var index = 1
    while index + 1 < arguments.count {
      pairs.append((arguments[index], arguments[index + 1]))
      index += 2
    }
    let otherwise = index < arguments.count ? arguments[index] : nil
    let results = pairs.map(\.1) + [otherwise].compactMap { $0 }
    var type = try leadingType(results, at: position)
    if type.base == .null, !results.isEmpty { type = .varchar(1) }
    let chosen = pairs
    let finalType = type
    return CompiledValue(type: type, dependence: dependence) { frame in
      let rules = frame.execution.rules
      let subject = try arguments[0].evaluate(frame)
      for (candidate, result) in chosen {
        let value = try candidate.evaluate(frame)
        let equal =
          subject.isNull || value.isNull
          ? subject.isNull && value.isNull : try Comparison.order(subject, value, rules) == 0
        if equal { return try ColumnStore.convert(result.evaluate(frame), to: finalType, rules) }
      }
      guard let otherwise else { return .null }
      return try ColumnStore.convert(otherwise.evaluate(frame), to: finalType, rules)
    }
  }

  private func extreme(
    _ arguments: [CompiledValue], _ dependence: Dependence, isGreatest: Bool, at position: Int
  ) throws -> CompiledValue {
    let type = try leadingType(arguments, at: position)
    return CompiledValue(type: type, dependence: dependence) { frame in
      let rules = frame.execution.rules
      var best: Value?
      for argument in arguments {
        let value = try ColumnStore.convert(argument.evaluate(frame), to: type, rules)
        if value.isNull { return .null }
        guard let known = best else {
          best = value
          continue
        }
        let order = try Comparison.order(value, known, rules)
        if isGreatest ? order > 0 : order < 0 { best = value }
      }
      return best ?? .null
    }
  }

  /// A package function without parentheses, which reads like a column.
  func packageFunction(_ reference: ColumnReference) -> CompiledValue? {
    let path = [reference.schema, reference.table, reference.column].compactMap { $0?.name }.joined(separator: ".")
    let function: ScalarFunction
    if let found = PackageFunctions.function(path) {
      function = found
    } else if reference.table == nil, let found = Self.functions[path] {
      function = found
    } else {
      return nil
    }
    guard function.arguments.contains(0), let type = try? function.type([]) else { return nil }
    let apply = function.apply
    return CompiledValue(type: type) { try apply([], $0.execution) }
  }
}
