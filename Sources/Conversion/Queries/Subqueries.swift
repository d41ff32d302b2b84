import Model
import OracleSQL

/// Queries inside of expressions.
extension ExpressionTranslator {
  /// `EXISTS (query)`.
  mutating func exists(_ query: Query) throws(ConversionRefusal) -> TranslatedExpression {
    try requireQueries()
    return .condition("EXISTS (\(try self.query(query).sql))", isAtomic: true)
  }

  /// `(query)` as a value: NULL when it has no row, an error when it has several, in both databases.
  mutating func scalar(_ query: Query) throws(ConversionRefusal) -> TranslatedExpression {
    try requireQueries()
    let result = try self.query(query)
    guard let column = result.columns.first, result.columns.count == 1 else {
      throw ConversionRefusal("a query of several columns stands for one value")
    }
    var value = column.value.asStored.placed(at: "(\(result.sql))")
    value.isNullable = true
    return value
  }

  /// `x IN (query)`.
  mutating func queryMembership(
    _ expression: Expression, _ set: MembershipSet, negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    try requireQueries()
    guard case .query(let query) = set else { throw ConversionRefusal("IN without a query") }
    var row = [expression]
    if case .row(let elements) = expression.kind { row = elements }
    let sides = try rowSides(row, query)
    let left = row.count == 1 ? sides.left : "(\(sides.left))"
    return .condition("\(left) \(negated ? "NOT " : "")IN (\(sides.query))")
  }

  /// `x = ANY (...)`, `x > ALL (...)`.
  mutating func quantified(
    _ comparison: BinaryOperator, _ expression: Expression, _ quantifier: Quantifier, _ set: MembershipSet
  ) throws(ConversionRefusal) -> TranslatedExpression {
    switch set {
    case .list(let elements):
      let subject = try value(expression)
      var tests: [String] = []
      for element in elements {
        tests.append(try self.comparison(comparison, subject, try value(element)).operand)
      }
      return .condition(tests.joined(separator: quantifier == .any ? " OR " : " AND "))
    case .query(let query):
      try requireQueries()
      let result = try self.query(query)
      guard let column = result.columns.first, result.columns.count == 1 else {
        throw ConversionRefusal("a value is compared with a query of several columns")
      }
      let alias = freeAlias("q")
      let seen = column.seen(through: alias).value
      let isOrdering = comparison != .equal && comparison != .notEqual
      let sides = try comparable(try value(expression), seen, isOrdering: isOrdering)
      let text =
        sides.right == seen.outputOperand
        ? result.sql : "SELECT \(sides.right) FROM (\(result.sql)) AS \(PostgresIdentifier.quoted(alias))"
      return .condition("\(sides.left) \(comparison.rawValue) \(quantifier.rawValue) (\(text))")
    }
  }

  private func requireQueries() throws(ConversionRefusal) {
    guard context.catalogue != nil else { throw ConversionRefusal("it holds a query") }
  }
}
