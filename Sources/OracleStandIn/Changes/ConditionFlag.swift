import OracleSQL

extension Expression {
  /// A condition as a value for a select list: 1 where it holds, NULL where it doesn't or is unknown.
  static func flag(_ condition: Expression) -> Expression {
    let one = Expression(kind: .literal(.number("1", .number)), range: condition.range)
    let form = CaseExpression(
      operand: nil, branches: [CaseExpression.Branch(condition: condition, value: one)], otherwise: nil)
    return Expression(kind: .caseOf(form), range: condition.range)
  }
}
