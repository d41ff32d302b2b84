import OracleSQL

extension Expression {
  /// The expressions right below this one; those inside of queries are not among them.
  var parts: [Expression] {
    switch kind {
    case .literal, .column, .niladic, .rowPseudoColumn, .sequence, .bind, .exists, .subquery, .cursor, .extended:
      []
    case .unary(_, let operand), .test(let operand, _, _), .cast(let operand, _), .extract(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .concatenation(let operands), .and(let operands), .or(let operands), .row(let operands): operands
    case .quantified(_, let operand, _, let set), .membership(let operand, let set, _): [operand] + set.list
    case .between(let value, let low, let high, _): [value, low, high]
    case .like(let value, let pattern, let escape, _, _): [value, pattern] + [escape].compactMap { $0 }
    case .caseOf(let choice):
      [choice.operand, choice.otherwise].compactMap { $0 } + choice.branches.flatMap { [$0.condition, $0.value] }
    case .trim(_, let character, let operand): [character, operand].compactMap { $0 }
    case .atTimeZone(let operand, let zone): [operand, zone].compactMap { $0 }
    case .json(let call): [call.document] + call.passing.map(\.value)
    case .call(let call): call.parts
    }
  }

  /// Whether this expression or one below it satisfies the test; queries inside of it are not entered.
  func contains(where test: (Expression) -> Bool) -> Bool {
    test(self) || parts.contains { $0.contains(where: test) }
  }

  /// Calls the function for this expression and all below it, but not for those in queries.
  func walk(_ visit: (Expression) -> Void) {
    visit(self)
    for part in parts { part.walk(visit) }
  }

  /// The operands of a chain of AND, however nested; this expression itself when it is none.
  var conjuncts: [Expression] {
    if case .and(let operands) = kind { return operands.flatMap(\.conjuncts) }
    return [self]
  }

  /// Whether it is a query, or compares with one.
  var isQuery: Bool {
    switch kind {
    case .exists, .subquery, .quantified(_, _, _, .query), .membership(_, .query, _): true
    default: false
    }
  }

  var isRowNumber: Bool {
    if case .niladic(.rownum, _) = kind { return true }
    return false
  }

  var isPrior: Bool {
    if case .unary(.prior, _) = kind { return true }
    return false
  }

  /// Whether it is a call of an aggregate, as against a window function.
  var isAggregate: Bool {
    guard case .call(let call) = kind, call.path.count == 1, call.over == nil else { return false }
    return AggregateFunctions.names.contains(call.path[0].name)
  }

  var isWindowFunction: Bool {
    guard case .call(let call) = kind else { return false }
    return call.over != nil
  }

  /// Whether it is NULL or `''`.
  var isNull: Bool {
    switch kind {
    case .literal(.null): true
    case .literal(.string(let text, _)): text.isEmpty
    default: false
    }
  }

  /// The number that a literal, perhaps with a sign, stands for.
  var literalDigits: String? {
    switch kind {
    case .literal(.number(let digits, .number)): digits
    case .unary(.minus, let operand):
      operand.literalDigits.map { $0.hasPrefix("-") ? String($0.dropFirst()) : "-" + $0 }
    case .unary(.plus, let operand): operand.literalDigits
    default: nil
    }
  }

  /// The integer that a literal, perhaps with a sign, stands for.
  var literalInteger: Int? { literalDigits.flatMap { Int($0) } }
}

extension MembershipSet {
  fileprivate var list: [Expression] {
    if case .list(let elements) = self { return elements }
    return []
  }
}

extension FunctionCall {
  fileprivate var parts: [Expression] {
    var result = arguments.map(\.value) + withinGroup.map(\.expression)
    if let keep { result += keep.orderBy.map(\.expression) }
    if let over { result += over.partitionBy + over.orderBy.map(\.expression) }
    return result
  }
}
