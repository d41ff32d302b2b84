import OracleSQL
import OracleWire

/// Compiles calls with OVER.
struct WindowCompiler {
  let compiler: ExpressionCompiler

  /// - Throws: ORA-30483 where no window function may stand, ORA-30485 and kin for a window that doesn't fit.
  func value(
    _ call: FunctionCall, over window: WindowSpecification, at position: Int, depth: Int
  ) throws -> CompiledValue {
    let scope = compiler.scope
    guard let windows = scope.windows, !scope.isInsideAggregate else {
      throw OracleError(code: 30483, message: "window functions are not allowed here", position: position)
    }
    scope.windows = nil
    defer { scope.windows = windows }
    let name = call.path.count == 1 ? call.path[0].name : ""
    let aggregate = AggregateFunction(rawValue: name)
    guard let function = aggregate == nil ? WindowFunction(rawValue: name) : .aggregate, name != "aggregate" else {
      throw OracleError.unsupported("\(call.path.map(\.name).joined(separator: ".")) with OVER", at: position)
    }
    let layout = try self.layout(window, windows, depth: depth)
    var compiled = Windows.Call(
      function: function, layout: layout, frame: try frame(function, window, windows.layouts[layout], depth: depth),
      ignoresNulls: call.nulls == .ignore, isFromLast: call.isFromLast, type: .number)
    if let aggregate {
      let parts = AggregateCompiler(compiler: compiler)
      let (inner, type) = try parts.call(aggregate, call, at: position, depth: depth)
      compiled.aggregate = inner
      compiled.type = type
      let isWhole = inner.isDistinct || inner.keep != nil || aggregate == .listagg || aggregate == .median
      if isWhole || aggregate.isOrdered { try refuseOrder(window) }
    } else {
      guard !call.isStar, function.arguments.contains(call.arguments.count) else {
        throw OracleError.invalidArgumentCount(
          tooFew: call.arguments.count < function.arguments.lowerBound, at: position)
      }
      compiled.arguments = try call.arguments.map { try compiler.value($0.value, depth: depth) }
      compiled.type = try type(function, compiled.arguments, at: position)
      if function.needsOrder, window.orderBy.isEmpty {
        throw OracleError(
          code: 30485, message: "missing ORDER BY expression in the window specification", position: position)
      }
      if function == .ratioToReport { try refuseOrder(window) }
    }
    let index = windows.calls.count
    windows.calls.append(compiled)
    var value = CompiledValue(type: compiled.type) { $0.windows[index] }
    value.dependence.isVolatile = true
    value.dependence.readsWindow = true
    return value
  }

  private func refuseOrder(_ window: WindowSpecification) throws {
    guard let first = window.orderBy.first else { return }
    throw OracleError(code: 30487, message: "ORDER BY not allowed here", position: first.expression.range.start)
  }

  private func layout(_ window: WindowSpecification, _ windows: Windows, depth: Int) throws -> Int {
    var key: [UInt8] = []
    for expression in window.partitionBy { key += compiler.context.normalizedText(expression.range) + [0] }
    for item in window.orderBy {
      key += compiler.context.normalizedText(item.expression.range)
      key += [1, item.isDescending ? 1 : 0, item.nullsFirst.map { $0 ? 2 : 1 } ?? 0]
    }
    if let known = windows.layouts.firstIndex(where: { $0.key == key }) { return known }
    windows.layouts.append(
      Windows.Layout(
        key: key, partition: try window.partitionBy.map { try compiler.value($0, depth: depth) },
        order: try AggregateCompiler(compiler: compiler).parts(window.orderBy, depth: depth)))
    return windows.layouts.count - 1
  }

  private func frame(
    _ function: WindowFunction, _ window: WindowSpecification, _ layout: Windows.Layout, depth: Int
  ) throws -> FrameBounds {
    let position = window.range.start
    guard let written = window.frame else { return window.orderBy.isEmpty ? .all : .upToPeers }
    guard function.takesFrame else {
      throw OracleError(code: 907, message: "missing right parenthesis", position: position)
    }
    guard !window.orderBy.isEmpty else {
      throw OracleError(
        code: 30485, message: "missing ORDER BY expression in the window specification", position: position)
    }
    var hasOffset = false
    func bound(_ bound: WindowFrame.Bound) throws -> FrameBounds.Bound {
      switch bound {
      case .unboundedPreceding: return .start
      case .unboundedFollowing: return .end
      case .currentRow: return .current
      case .preceding(let offset):
        hasOffset = true
        return .preceding(try compiler.value(offset, depth: depth))
      case .following(let offset):
        hasOffset = true
        return .following(try compiler.value(offset, depth: depth))
      }
    }
    let bounds = FrameBounds(
      unit: written.unit, first: try bound(written.start), last: try written.end.map { try bound($0) } ?? .current)
    if case .end = bounds.first { throw Self.invalidFrame(position) }
    if case .start = bounds.last { throw Self.invalidFrame(position) }
    if written.unit == .range, hasOffset {
      guard layout.order.count == 1 else { throw Self.invalidFrame(position) }
      let type = layout.order[0].value.type.base
      guard type.isNumeric || type.isTemporal || type == .null else {
        throw OracleError(code: 902, message: "invalid datatype", position: position)
      }
    }
    return bounds
  }

  private static func invalidFrame(_ position: Int) -> OracleError {
    OracleError(
      code: 30486, message: "invalid window aggregation group in the window specification", position: position)
  }

  private func type(_ function: WindowFunction, _ arguments: [CompiledValue], at position: Int) throws -> ColumnType {
    guard let first = arguments.first else { return .number }
    if first.type.base.isLOB || first.type.base == .long {
      throw OracleError.inconsistentTypes(expected: "-", got: first.type.base.name, at: position)
    }
    switch function {
    case .lag, .lead:
      return arguments.count > 2
        ? try CaseForms.commonType([first.type, arguments[2].type], at: position) : first.type
    case .firstValue, .lastValue, .nthValue: return first.type
    default: return .number
    }
  }
}
