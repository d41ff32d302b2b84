import OracleSQL
import OracleWire

/// Compiles calls of aggregates, and GROUPING with its relatives.
struct AggregateCompiler {
  let compiler: ExpressionCompiler

  private var scope: Scope { compiler.scope }

  /// An aggregate over the groups of the block.
  ///
  /// - Throws: ORA-00934 where none may stand.
  func value(_ function: AggregateFunction, _ call: FunctionCall, at position: Int, depth: Int) throws -> CompiledValue
  {
    guard let aggregation = scope.aggregation, !scope.isInsideAggregate else {
      throw OracleError(code: 934, message: "group function is not allowed here", position: position)
    }
    scope.isInsideAggregate = true
    let windows = scope.windows
    scope.windows = nil
    defer {
      scope.isInsideAggregate = false
      scope.windows = windows
    }
    let (compiled, type) = try self.call(function, call, at: position, depth: depth)
    let index = aggregation.calls.count
    aggregation.calls.append(compiled)
    var value = CompiledValue(type: type, isNullable: function != .count) { $0.group.aggregates[index] }
    value.dependence.isVolatile = true
    value.dependence.outerDepth = compiled.outerDepth
    return value
  }

  /// The parts of a call, and the type of its result.
  func call(
    _ function: AggregateFunction, _ call: FunctionCall, at position: Int, depth: Int
  ) throws -> (Aggregation.Call, ColumnType) {
    guard call.isStar ? function == .count : !call.arguments.isEmpty else {
      throw OracleError.invalidArgumentCount(tooFew: true, at: position)
    }
    let mostArguments =
      function == .listagg || function == .jsonObject ? 2 : function.isHypothetical ? 255 : 1
    guard call.arguments.count <= mostArguments else {
      throw OracleError.invalidArgumentCount(tooFew: false, at: position)
    }
    let arguments = try call.arguments.map { argument in
      if let name = argument.name { throw OracleError.unsupported("named arguments", at: name.range.start) }
      return try compiler.value(argument.value, depth: depth)
    }
    var compiled = Aggregation.Call(function: function, argument: arguments.first, isDistinct: call.isDistinct)
    compiled.order = try parts(call.withinGroup, depth: depth)
    if let making = call.json {
      let release = compiler.context.session.database.release
      compiled.maker = try JSONMaker(making, isObject: function == .jsonObject, release: release)
      if function == .jsonObject {
        compiled.key = arguments.first
        compiled.argument = arguments.last
      }
      let isMarked = making.isFormatted.first == true
      compiled.isFormatted = isMarked || call.arguments.last.map { JSONMaker.isJSON($0.value) } == true
    } else if function.isHypothetical {
      guard arguments.count == compiled.order.count else {
        throw OracleError.invalidArgumentCount(tooFew: arguments.count < compiled.order.count, at: position)
      }
      compiled.hypothetical = arguments
      compiled.argument = nil
    } else if function.isOrdered {
      guard let first = compiled.order.first, compiled.order.count == 1 else {
        throw OracleError(code: 30491, message: "missing ORDER BY clause", position: position)
      }
      compiled.fraction = arguments.first
      compiled.argument = first.value
    } else if function == .listagg {
      if arguments.count > 1 { compiled.separator = arguments[1] }
      if case .truncate(let text, let withCount)? = call.overflow {
        compiled.truncation = Aggregation.Truncation(
          text: try text.map { try compiler.value($0, depth: depth) }, withCount: withCount)
      }
    } else if !compiled.order.isEmpty {
      throw OracleError(code: 30481, message: "GROUPING function only supported with GROUP BY", position: position)
    }
    if let keep = call.keep { compiled.keep = (try parts(keep.orderBy, depth: depth), keep.keepsLast) }
    if let maker = compiled.maker { return (compiled, maker.type) }
    return (compiled, try type(function, compiled.argument?.type, at: position))
  }

  /// Compiles an ORDER BY that is not the query's own.
  func parts(_ items: [OrderItem], depth: Int) throws -> [SortPart] {
    try items.map { item in
      let value = try compiler.value(item.expression, depth: depth)
      if value.type.base.isLOB || value.type.base == .long {
        throw OracleError.inconsistentTypes(expected: "-", got: value.type.base.name, at: item.expression.range.start)
      }
      return SortPart(
        value: value, isDescending: item.isDescending, nullsFirst: item.nullsFirst ?? item.isDescending)
    }
  }

  private func type(_ function: AggregateFunction, _ argument: ColumnType?, at position: Int) throws -> ColumnType {
    guard let argument else { return .number }
    switch function {
    case .count, .hypotheticalRank, .hypotheticalDenseRank, .hypotheticalPercentRank, .hypotheticalCumeDist:
      return .number
    case .sum, .average, .deviation, .sampleDeviation, .populationDeviation, .variance, .sampleVariance,
      .populationVariance:
      if argument.base == .binaryDouble || argument.base == .binaryFloat { return ColumnType(base: .binaryDouble) }
      guard argument.base.isNumeric || argument.base.isText || argument.base == .null else {
        throw OracleError.inconsistentTypes(expected: "NUMBER", got: argument.base.name, at: position)
      }
      return .number
    case .minimum, .maximum, .percentileDisc:
      if argument.base.isLOB || argument.base == .long {
        throw OracleError.inconsistentTypes(expected: "-", got: argument.base.name, at: position)
      }
      return argument
    case .median, .percentileCont:
      if argument.base.isTemporal || argument.base.isInterval { return argument }
      guard argument.base.isNumeric || argument.base.isText || argument.base == .null else {
        throw OracleError.inconsistentTypes(expected: "NUMBER", got: argument.base.name, at: position)
      }
      return argument.base.isNumeric ? ColumnType(base: argument.base) : .number
    case .listagg, .jsonArray, .jsonObject: return .varchar(4000)
    }
  }

  // MARK: GROUPING

  /// GROUPING, GROUPING_ID and GROUP_ID; nil for other names.
  func grouping(_ name: String, _ call: FunctionCall, at position: Int, depth: Int) throws -> CompiledValue? {
    guard name == "GROUPING" || name == "GROUPING_ID" || name == "GROUP_ID" else { return nil }
    guard let aggregation = scope.aggregation, aggregation.hasGroupBy, !scope.isInsideAggregate else {
      throw OracleError(code: 30481, message: "GROUPING function only supported with GROUP BY CUBE or ROLLUP")
    }
    var value: CompiledValue
    if name == "GROUP_ID" {
      guard call.arguments.isEmpty else { throw OracleError.invalidArgumentCount(tooFew: false, at: position) }
      value = CompiledValue(type: .number, isNullable: false) { Value($0.group.copy) }
    } else {
      guard name == "GROUPING_ID" ? !call.arguments.isEmpty : call.arguments.count == 1 else {
        throw OracleError.invalidArgumentCount(tooFew: call.arguments.isEmpty, at: position)
      }
      let keys = try call.arguments.map { argument -> Int in
        guard let key = try compiler.groupKey(argument.value, depth: depth) else {
          throw OracleError(code: 979, message: "not a GROUP BY expression", position: argument.value.range.start)
        }
        return key
      }
      value = CompiledValue(type: .number, isNullable: false) { frame in
        Value(
          keys.reduce(0) { $0 << 1 | (frame.group.omitted.indices.contains($1) && frame.group.omitted[$1] ? 1 : 0) })
      }
    }
    value.dependence.isVolatile = true
    return value
  }
}
