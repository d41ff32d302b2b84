import OracleSQL
import OracleWire

/// Subqueries inside of expressions: as a value, in IN, ANY and ALL, and in EXISTS.
enum SubqueryForms {
  private static func plan(_ query: Query, _ compiler: ExpressionCompiler) throws -> QueryPlan {
    try QueryCompiler(context: compiler.context).plan(query, parent: compiler.scope)
  }

  static func dependence(_ plan: QueryPlan) -> Dependence {
    var dependence = Dependence()
    if plan.readsOuter {
      // Which of the surrounding sources it reads isn't tracked: it waits for all of them.
      dependence.outerDepth = plan.outerDepth - 1
      dependence.sources = SourceSet(rawValue: .max)
    }
    return dependence
  }

  /// `(query)` as a value: NULL for no row, ORA-01427 for more than one.
  static func scalar(_ query: Query, _ compiler: ExpressionCompiler) throws -> CompiledValue {
    let plan = try plan(query, compiler)
    guard plan.columns.count == 1 else {
      throw OracleError(code: 913, message: "too many values", position: query.range.start)
    }
    let key = ObjectIdentifier(plan)
    return CompiledValue(type: plan.columns[0].type, dependence: dependence(plan)) { frame in
      if !plan.readsOuter, case .value(let known)? = frame.execution.subqueryResults[key] { return known }
      var result = Value.null
      var count = 0
      try plan.run(frame.execution, parent: frame) { row in
        count += 1
        if count == 1 { result = try row.value(0) }
        return count < 2
      }
      if count > 1 { throw OracleError(code: 1427, message: "single-row subquery returns more than one row") }
      if !plan.readsOuter { frame.execution.subqueryResults[key] = .value(result) }
      return result
    }
  }

  static func exists(_ query: Query, _ compiler: ExpressionCompiler) throws -> CompiledCondition {
    let plan = try plan(query, compiler)
    let key = ObjectIdentifier(plan)
    return CompiledCondition(dependence: dependence(plan)) { frame in
      if !plan.readsOuter, case .exists(let known)? = frame.execution.subqueryResults[key] { return known }
      var found = false
      try plan.run(frame.execution, parent: frame) { _ in
        found = true
        return false
      }
      if !plan.readsOuter { frame.execution.subqueryResults[key] = .exists(found) }
      return found
    }
  }

  /// `x IN (query)` and `(x, y) IN (query)`.
  static func membership(
    _ operand: Expression, _ query: Query, _ compiler: ExpressionCompiler, depth: Int
  ) throws -> CompiledCondition {
    let plan = try plan(query, compiler)
    var operands = [operand]
    if case .row(let items) = operand.kind { operands = items }
    let subjects = try operands.map { try compiler.value($0, depth: depth) }
    guard plan.columns.count == subjects.count else {
      let few = plan.columns.count < subjects.count
      throw OracleError(
        code: few ? 947 : 913, message: few ? "not enough values" : "too many values", position: query.range.start)
    }
    var total = dependence(plan)
    for (subject, column) in zip(subjects, plan.columns) {
      try Comparison.checkComparable(subject.type, column.type, at: operand.range.start)
      total = total.union(subject.dependence)
    }
    let forms = zip(subjects, plan.columns).map { Comparison.keyForm($0.type, $1.type) }
    if !plan.readsOuter, !forms.contains(nil) {
      return hashed(plan, subjects, forms.compactMap { $0 }, total)
    }
    return CompiledCondition(dependence: total) { frame in
      let values = try subjects.map { try $0.evaluate(frame) }
      var result: Bool? = false
      try plan.run(frame.execution, parent: frame) { row in
        var equal: Bool? = true
        for (index, value) in values.enumerated() {
          let part = try Comparison.holds(.equal, value, row.value(index), frame.execution.rules)
          if part == false {
            equal = false
            break
          }
          if part == nil { equal = nil }
        }
        if equal == true { result = true } else if equal == nil { result = nil }
        return equal != true
      }
      return result
    }
  }

  private static func hashed(
    _ plan: QueryPlan, _ subjects: [CompiledValue], _ forms: [Comparison.KeyForm], _ dependence: Dependence
  ) -> CompiledCondition {
    let key = ObjectIdentifier(plan)
    return CompiledCondition(dependence: dependence) { frame in
      let execution = frame.execution
      let members: Set<[UInt8]>
      let hasNull: Bool
      if case .membership(let known, let flag)? = execution.subqueryResults[key] {
        (members, hasNull) = (known, flag)
      } else {
        var found: Set<[UInt8]> = []
        var sawNull = false
        try plan.run(execution, parent: frame) { row in
          var bytes: [UInt8] = []
          for (index, form) in forms.enumerated() {
            let value = try row.value(index)
            if value.isNull {
              sawNull = true
              return true
            }
            try Comparison.appendKey(value, form, execution.rules, to: &bytes)
          }
          found.insert(bytes)
          return true
        }
        execution.subqueryResults[key] = .membership(found, hasNull: sawNull)
        (members, hasNull) = (found, sawNull)
      }
      if members.isEmpty, !hasNull { return false }
      var bytes: [UInt8] = []
      for (subject, form) in zip(subjects, forms) {
        let value = try subject.evaluate(frame)
        if value.isNull { return nil }
        try Comparison.appendKey(value, form, execution.rules, to: &bytes)
      }
      if members.contains(bytes) { return true }
      return hasNull ? nil : false
    }
  }

  /// `x > ANY (query)` and `x <= ALL (query)`.
  static func quantified(
    _ operation: BinaryOperator, _ operand: Expression, _ quantifier: Quantifier, _ query: Query,
    _ compiler: ExpressionCompiler, depth: Int
  ) throws -> CompiledCondition {
    let plan = try plan(query, compiler)
    let subject = try compiler.value(operand, depth: depth)
    guard plan.columns.count == 1 else {
      throw OracleError(code: 913, message: "too many values", position: query.range.start)
    }
    try Comparison.checkComparable(subject.type, plan.columns[0].type, at: operand.range.start)
    return CompiledCondition(dependence: dependence(plan).union(subject.dependence)) { frame in
      let value = try subject.evaluate(frame)
      var result: Bool? = quantifier == .all
      try plan.run(frame.execution, parent: frame) { row in
        let holds = try Comparison.holds(operation, value, row.value(0), frame.execution.rules)
        if holds == (quantifier == .any) {
          result = holds
          return false
        }
        if holds == nil { result = nil }
        return true
      }
      return result
    }
  }
}
