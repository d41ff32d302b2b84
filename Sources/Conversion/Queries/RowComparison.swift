import Model
import OracleSQL

/// Comparisons of rows: `(a, b) = (c, d)`, `(a, b) IN ((1, 2), (3, 4))`.
extension ExpressionTranslator {
  /// `(a, b) = (c, d)` and `(a, b) = (query)`.
  mutating func rowComparison(
    _ comparison: BinaryOperator, _ row: [Expression], _ right: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard comparison == .equal || comparison == .notEqual else {
      throw ConversionRefusal("rows are compared by \(comparison.rawValue)")
    }
    switch right.kind {
    case .row(let elements):
      let equal = try rowEquality(row, elements)
      return comparison == .equal ? .condition(equal) : .condition("NOT (\(equal))")
    case .subquery(let query):
      let sides = try rowSides(row, query)
      return .condition("(\(sides.left)) \(comparison.rawValue) (\(sides.query))")
    default: throw ConversionRefusal("a row is compared with something else")
    }
  }

  /// `(a, b) IN ((1, 2), (3, 4))`.
  mutating func rowMembership(
    _ row: [Expression], _ elements: [Expression], negated: Bool
  ) throws(ConversionRefusal) -> TranslatedExpression {
    var tests: [String] = []
    for element in elements {
      guard case .row(let values) = element.kind else { throw ConversionRefusal("a row is compared with a value") }
      tests.append("(" + (try rowEquality(row, values)) + ")")
    }
    let any = tests.joined(separator: " OR ")
    return .condition(negated ? "NOT (\(any))" : any)
  }

  private mutating func rowEquality(_ left: [Expression], _ right: [Expression]) throws(ConversionRefusal) -> String {
    guard left.count == right.count else { throw ConversionRefusal("rows of different lengths are compared") }
    var tests: [String] = []
    for (left, right) in zip(left, right) {
      tests.append(try comparison(.equal, try value(left), try value(right)).sql)
    }
    return tests.joined(separator: " AND ")
  }

  /// A row and a query as operands of IN, = and the like.
  mutating func rowSides(
    _ row: [Expression], _ query: Query
  ) throws(ConversionRefusal) -> (left: String, query: String) {
    let result = try self.query(query)
    guard result.columns.count == row.count else {
      throw ConversionRefusal("a row is compared with a query of another width")
    }
    let alias = freeAlias("q")
    var left: [String] = []
    var right: [String] = []
    var isChanged = false
    for (expression, column) in zip(row, result.columns) {
      let seen = column.seen(through: alias).value
      let sides = try comparable(try value(expression), seen, isOrdering: false)
      left.append(sides.left)
      right.append(sides.right)
      isChanged = isChanged || sides.right != seen.outputOperand
    }
    guard isChanged else { return (left.joined(separator: ", "), result.sql) }
    let list = right.joined(separator: ", ")
    return (
      left.joined(separator: ", "),
      "SELECT \(list) FROM (\(result.sql)) AS \(PostgresIdentifier.quoted(alias))"
    )
  }
}
