import OracleSQL
import OracleWire

/// Turns conditions into closures with three-valued results.
struct ConditionCompiler {
  let compiler: ExpressionCompiler

  private var context: CompileContext { compiler.context }

  /// Compiles a condition.
  ///
  /// - Throws: ORA-00920 for an expression that is none.
  func condition(_ expression: Expression, depth: Int = 0) throws -> CompiledCondition {
    guard depth < CompileContext.deepest else { throw CompileContext.tooDeep(expression) }
    let next = depth + 1
    switch expression.kind {
    case .and(let parts): return all(try parts.map { try condition($0, depth: next) })
    case .or(let parts): return any(try parts.map { try condition($0, depth: next) })
    case .unary(.not, let operand):
      let inner = try condition(operand, depth: next)
      return CompiledCondition(dependence: inner.dependence) { try inner.test($0).map { !$0 } }
    case .binary(let operation, let left, let right) where operation.isComparison:
      return try comparison(operation, left, right, depth: next)
    case .between(let operand, let low, let high, let negated):
      return try between(operand, low, high, negated: negated, depth: next)
    case .like(let operand, let pattern, let escape, _, let negated):
      return try like(operand, pattern, escape, negated: negated, depth: next)
    case .test(let operand, let test, let negated): return try valueTest(operand, test, negated, depth: next)
    case .membership(let operand, let set, let negated):
      return try membership(operand, set, negated: negated, depth: next)
    case .quantified(let operation, let operand, let quantifier, let set):
      return try quantified(operation, operand, quantifier, set, depth: next)
    case .exists(let query): return try SubqueryForms.exists(query, compiler)
    case .json(let call) where call.function == .exists:
      return try JSONForms(compiler: compiler).exists(call, at: expression.range.start, depth: next)
    case .call(let call) where call.path.count == 1 && call.path[0].name == "REGEXP_LIKE":
      return try RegularExpressionFunctions.like(call, compiler, at: expression.range.start, depth: next)
    case .call(let call) where call.path.count == 1 && call.path[0].name == "LNNVL" && call.arguments.count == 1:
      let inner = try condition(call.arguments[0].value, depth: next)
      return CompiledCondition(dependence: inner.dependence) { try inner.test($0) != true }
    default:
      throw OracleError(code: 920, message: "invalid relational operator", position: expression.range.end)
    }
  }

  private func all(_ parts: [CompiledCondition]) -> CompiledCondition {
    let dependence = parts.reduce(Dependence()) { $0.union($1.dependence) }
    return CompiledCondition(dependence: dependence) { frame in
      var result: Bool? = true
      for part in parts {
        switch try part.test(frame) {
        case false?: return false
        case nil: result = nil
        case true?: break
        }
      }
      return result
    }
  }

  private func any(_ parts: [CompiledCondition]) -> CompiledCondition {
    let dependence = parts.reduce(Dependence()) { $0.union($1.dependence) }
    return CompiledCondition(dependence: dependence) { frame in
      var result: Bool? = false
      for part in parts {
        switch try part.test(frame) {
        case true?: return true
        case nil: result = nil
        case false?: break
        }
      }
      return result
    }
  }

  private func comparison(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, depth: Int
  ) throws -> CompiledCondition {
    if case .row(let items) = left.kind { return try rowComparison(operation, items, right, depth: depth) }
    let a = try compiler.value(left, depth: depth)
    let b = try compiler.value(right, depth: depth)
    try Comparison.checkComparable(a.type, b.type, at: right.range.start)
    var compiled = CompiledCondition(dependence: a.dependence.union(b.dependence)) { frame in
      try Comparison.holds(operation, a.evaluate(frame), b.evaluate(frame), frame.execution.rules)
    }
    if operation == .equal { compiled.equality = (a, b) }
    if let source = a.rowIDSource, operation != .notEqual {
      compiled.rowIDBound = (source, operation, b)
    } else if let source = b.rowIDSource, operation != .notEqual {
      compiled.rowIDBound = (source, Self.mirrored(operation), a)
    }
    return compiled
  }

  private static func mirrored(_ operation: BinaryOperator) -> BinaryOperator {
    switch operation {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: operation
    }
  }

  private func rowComparison(
    _ operation: BinaryOperator, _ items: [Expression], _ right: Expression, depth: Int
  ) throws -> CompiledCondition {
    guard case .row(let others) = right.kind, others.count == items.count,
      operation == .equal || operation == .notEqual
    else { throw OracleError.unsupported("comparison of row values", at: right.range.start) }
    let parts = try zip(items, others).map { try comparison(.equal, $0, $1, depth: depth) }
    let equal = all(parts)
    guard operation == .notEqual else { return equal }
    return CompiledCondition(dependence: equal.dependence) { try equal.test($0).map { !$0 } }
  }

  private func between(
    _ operand: Expression, _ low: Expression, _ high: Expression, negated: Bool, depth: Int
  ) throws -> CompiledCondition {
    let parts = [
      try comparison(.greaterOrEqual, operand, low, depth: depth),
      try comparison(.lessOrEqual, operand, high, depth: depth),
    ]
    let inside = all(parts)
    guard negated else { return inside }
    return CompiledCondition(dependence: inside.dependence) { try inside.test($0).map { !$0 } }
  }

  private func like(
    _ operand: Expression, _ pattern: Expression, _ escape: Expression?, negated: Bool, depth: Int
  ) throws -> CompiledCondition {
    let subject = try compiler.value(operand, depth: depth)
    let wanted = try compiler.value(pattern, depth: depth)
    let mark = try escape.map { try compiler.value($0, depth: depth) }
    if subject.type.base == .long {
      throw OracleError.inconsistentTypes(expected: "CHAR", got: "LONG", at: operand.range.start)
    }
    var dependence = subject.dependence.union(wanted.dependence)
    if let mark { dependence = dependence.union(mark.dependence) }
    return CompiledCondition(dependence: dependence) { frame in
      let rules = frame.execution.rules
      let text = try subject.evaluate(frame)
      let model = try wanted.evaluate(frame)
      let markValue = try mark?.evaluate(frame)
      if text.isNull || model.isNull || markValue?.isNull == true { return nil }
      let escapeText = try markValue.map { try rules.text($0) }
      let matches = try LikePattern(rules.text(model), escape: escapeText).matches(rules.text(text))
      return matches != negated
    }
  }

  private func valueTest(
    _ operand: Expression, _ test: ValueTest, _ negated: Bool, depth: Int
  ) throws -> CompiledCondition {
    if case .json(let isStrict, let uniqueKeys) = test {
      return try JSONForms(compiler: compiler).isJSON(
        operand, isStrict: isStrict, uniqueKeys: uniqueKeys, negated: negated, depth: depth)
    }
    let inner = try compiler.value(operand, depth: depth)
    switch test {
    case .null:
      return CompiledCondition(dependence: inner.dependence) { try inner.evaluate($0).isNull != negated }
    case .nan, .infinite, .json:
      return CompiledCondition(dependence: inner.dependence) { frame in
        let value = try inner.evaluate(frame)
        if value.isNull { return nil }
        let double = try frame.execution.rules.double(value)
        return (test == .nan ? double.isNaN : double.isInfinite) != negated
      }
    }
  }

  private func membership(
    _ operand: Expression, _ set: MembershipSet, negated: Bool, depth: Int
  ) throws -> CompiledCondition {
    let inside: CompiledCondition
    switch set {
    case .list(let items): inside = any(try items.map { try comparison(.equal, operand, $0, depth: depth) })
    case .query(let query): inside = try SubqueryForms.membership(operand, query, compiler, depth: depth)
    }
    guard negated else { return inside }
    return CompiledCondition(dependence: inside.dependence) { try inside.test($0).map { !$0 } }
  }

  private func quantified(
    _ operation: BinaryOperator, _ operand: Expression, _ quantifier: Quantifier, _ set: MembershipSet, depth: Int
  ) throws -> CompiledCondition {
    switch set {
    case .list(let items):
      let parts = try items.map { try comparison(operation, operand, $0, depth: depth) }
      return quantifier == .any ? any(parts) : all(parts)
    case .query(let query):
      return try SubqueryForms.quantified(operation, operand, quantifier, query, compiler, depth: depth)
    }
  }
}

/// A LIKE pattern: `%`, `_` and an escape character, over characters.
struct LikePattern {
  private enum Piece { case one(UInt32), any, many }
  private let pieces: [Piece]

  /// - Throws: ORA-01424 and ORA-01425 for an escape that is wrong.
  init(_ pattern: [UInt8], escape: [UInt8]?) throws {
    let mark = try escape.map { escape -> UInt32 in
      let scalars = Array(String(decoding: escape, as: UTF8.self).unicodeScalars)
      guard scalars.count == 1 else {
        throw OracleError(code: 1425, message: "escape character must be character string of length 1")
      }
      return scalars[0].value
    }
    var pieces: [Piece] = []
    var isEscaped = false
    for scalar in String(decoding: pattern, as: UTF8.self).unicodeScalars {
      if isEscaped {
        guard scalar == "%" || scalar == "_" || scalar.value == mark else {
          throw OracleError(code: 1424, message: "missing or illegal character following the escape character")
        }
        pieces.append(.one(scalar.value))
        isEscaped = false
      } else if scalar.value == mark {
        isEscaped = true
      } else {
        pieces.append(scalar == "%" ? .many : scalar == "_" ? .any : .one(scalar.value))
      }
    }
    if isEscaped {
      throw OracleError(code: 1424, message: "missing or illegal character following the escape character")
    }
    self.pieces = pieces
  }

  func matches(_ text: [UInt8]) -> Bool {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
    var place = 0
    var piece = 0
    var retryPiece = -1
    var retryPlace = 0
    while place < scalars.count {
      if piece < pieces.count {
        switch pieces[piece] {
        case .many:
          retryPiece = piece
          retryPlace = place
          piece += 1
          continue
        case .any:
          place += 1
          piece += 1
          continue
        case .one(let wanted):
          if scalars[place] == wanted {
            place += 1
            piece += 1
            continue
          }
        }
      }
      guard retryPiece >= 0 else { return false }
      retryPlace += 1
      place = retryPlace
      piece = retryPiece + 1
    }
    while piece < pieces.count, case .many = pieces[piece] { piece += 1 }
    return piece == pieces.count
  }
}
