import OracleSQL
import OracleWire

/// LEVEL, PRIOR, CONNECT_BY_ROOT and the other words that only a hierarchy has.
struct HierarchyForms {
  let compiler: ExpressionCompiler

  private static let missing = OracleError(
    code: 1788, message: "CONNECT BY clause required in this query block")

  private func made(_ type: ColumnType, _ evaluate: @escaping (HierarchyTree, Frame) throws -> Value) -> CompiledValue {
    var value = CompiledValue(type: type) { frame in
      guard let tree = frame.hierarchy else { throw Self.missing }
      return try evaluate(tree, frame)
    }
    value.dependence.isVolatile = true
    return value
  }

  func level() -> CompiledValue {
    made(.number) { tree, frame in
      tree.levels.indices.contains(frame.node) ? Value(tree.levels[frame.node]) : .null
    }
  }

  /// CONNECT_BY_ISLEAF and CONNECT_BY_ISCYCLE; nil for other names.
  func pseudoColumn(_ reference: ColumnReference) -> CompiledValue? {
    guard compiler.scope.hierarchy != nil, reference.table == nil else { return nil }
    switch reference.column.name {
    case "CONNECT_BY_ISLEAF":
      return made(.number) { tree, frame in
        Value(tree.leaves.indices.contains(frame.node) && tree.leaves[frame.node] ? 1 : 0)
      }
    case "CONNECT_BY_ISCYCLE":
      return made(.number) { tree, frame in
        Value(tree.cycles.indices.contains(frame.node) && tree.cycles[frame.node] ? 1 : 0)
      }
    default: return nil
    }
  }

  /// `PRIOR x` and `CONNECT_BY_ROOT x`.
  ///
  /// - Throws: ORA-01788 outside of a hierarchy.
  func relative(_ operation: UnaryOperator, _ operand: Expression, depth: Int) throws -> CompiledValue {
    guard let hierarchy = compiler.scope.hierarchy else {
      throw OracleError(code: 1788, message: Self.missing.message, position: operand.range.start)
    }
    if operation == .root, hierarchy.isInCondition {
      throw OracleError(
        code: 30007,
        message: "CONNECT BY ROOT operator is not supported in the START WITH or in the CONNECT BY condition",
        position: operand.range.start)
    }
    let inner = try compiler.value(operand, depth: depth)
    var value: CompiledValue
    if operation == .prior {
      if hierarchy.isInCondition { hierarchy.priors.append(inner) }
      value = made(inner.type) { tree, frame in
        let parent = tree.parent(of: frame.node)
        return parent < 0 ? .null : try tree.evaluate(inner, at: parent, frame)
      }
      value.dependence.readsPrior = true
    } else {
      value = made(inner.type) { tree, frame in
        try tree.evaluate(inner, at: tree.root(of: frame.node), frame)
      }
    }
    value.dependence.outerDepth = inner.dependence.outerDepth
    value.dependence.readsWindow = inner.dependence.readsWindow
    return value
  }

  /// SYS_CONNECT_BY_PATH; nil for other names.
  func path(_ name: String, _ call: FunctionCall, at position: Int, depth: Int) throws -> CompiledValue? {
    guard name == "SYS_CONNECT_BY_PATH" else { return nil }
    guard call.arguments.count == 2 else {
      throw OracleError.invalidArgumentCount(tooFew: call.arguments.count < 2, at: position)
    }
    guard let hierarchy = compiler.scope.hierarchy else {
      throw OracleError(code: 1788, message: Self.missing.message, position: position)
    }
    if hierarchy.isInCondition {
      throw OracleError(
        code: 30002, message: "SYS_CONNECT_BY_PATH function is not allowed here", position: position)
    }
    let parts = try call.arguments.map { try compiler.value($0.value, depth: depth) }
    var path = made(.varchar(4000)) { tree, frame in
      let rules = frame.execution.rules
      let separator = try rules.text(parts[1].evaluate(frame))
      guard !separator.isEmpty else {
        throw OracleError(code: 30003, message: "illegal parameter in SYS_CONNECT_BY_PATH function")
      }
      var pieces: [[UInt8]] = []
      var length = 0
      var node = frame.node
      while node >= 0 {
        let piece = try rules.text(tree.evaluate(parts[0], at: node, frame))
        guard piece.firstRange(of: separator) == nil else {
          throw OracleError(
            code: 30004,
            message: "when using SYS_CONNECT_BY_PATH function, cannot have separator as part of column value")
        }
        length += separator.count + piece.count
        guard length <= 4000 else {
          throw OracleError(code: 1489, message: "result of string concatenation is too long")
        }
        pieces.append(piece)
        node = tree.parent(of: node)
      }
      return Value(text: pieces.reversed().flatMap { separator + $0 })
    }
    for part in parts {
      path.dependence.outerDepth = max(path.dependence.outerDepth, part.dependence.outerDepth)
      if part.dependence.readsWindow { path.dependence.readsWindow = true }
    }
    return path
  }
}
