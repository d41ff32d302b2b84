import Model
import OracleSQL

/// Oracle's own outer joins: `a.x = b.x(+)`.
extension ExpressionTranslator {
  /// What WHERE says about one outer-joined source.
  private struct MarkedSource {
    var conditions: [Expression] = []
    /// The sources that stand on the other side.
    var needs: Set<Int> = []
  }

  /// FROM and WHERE of a block with `(+)`.
  ///
  /// All conditions that mark a source become the ON of its LEFT JOIN, those with constants too; it stands behind all sources
  /// that they name. The others stay in WHERE, which Oracle applies after the outer joins as well.
  mutating func markedFromClause(
    _ block: SelectBlock, _ conjuncts: [Expression]
  ) throws(ConversionRefusal) -> FromClause {
    var parts: [FromPart] = []
    for item in block.from {
      guard item.joins.isEmpty else { throw ConversionRefusal("(+) together with JOIN, which Oracle refuses") }
      parts.append(try source(item.source, isJoined: true))
    }
    let place = scopes.count - 1
    guard scopes[place].sources.count == parts.count else { throw ConversionRefusal("(+) over a join in parentheses") }
    var marked: [Int: MarkedSource] = [:]
    var rest: [Expression] = []
    for conjunct in conjuncts {
      guard conjunct.contains(where: \.isOuterMark) else {
        rest.append(conjunct)
        continue
      }
      let (source, others) = try sides(conjunct)
      marked[source, default: MarkedSource()].conditions.append(conjunct)
      marked[source, default: MarkedSource()].needs.formUnion(others)
    }
    for source in marked.values where source.needs.isEmpty {
      throw ConversionRefusal("(+) of a source that is joined with no other one")
    }
    var sql = parts.indices.filter { marked[$0] == nil && !parts[$0].isDual }.map { parts[$0].sql }
      .joined(separator: " CROSS JOIN ")
    var placed = Set(parts.indices.filter { marked[$0] == nil })
    guard !sql.isEmpty else { throw ConversionRefusal("(+) on both sides of a join, which Oracle refuses") }
    readsOuterMarks = true
    defer { readsOuterMarks = false }
    while placed.count < parts.count {
      let next = parts.indices.first { !placed.contains($0) && marked[$0]?.needs.isSubset(of: placed) == true }
      guard let next, let source = marked[next] else {
        throw ConversionRefusal("sources are outer-joined in a circle, which Oracle refuses")
      }
      let on = try conditions(source.conditions).joined(separator: " AND ")
      sql += " LEFT JOIN \(parts[next].sql) ON \(on)"
      placed.insert(next)
      scopes[place].makeNullable(next..<next + 1)
    }
    return FromClause(parts: [FromPart(sql: sql)], conjuncts: rest)
  }

  /// The source that a condition marks, and the others that it names.
  private func sides(_ condition: Expression) throws(ConversionRefusal) -> (marked: Int, others: Set<Int>) {
    if case .or = condition.kind { throw ConversionRefusal("(+) under OR") }
    guard !condition.contains(where: \.isQuery) else { throw ConversionRefusal("(+) in a condition with a query") }
    var marked: Set<Int> = []
    var others: Set<Int> = []
    var references: [ColumnReference] = []
    condition.walk { part in if case .column(let reference) = part.kind { references.append(reference) } }
    for reference in references {
      guard let source = try scopes[scopes.count - 1].place(of: reference) else { continue }
      if reference.isOuterJoined { marked.insert(source) } else { others.insert(source) }
    }
    guard let source = marked.first, marked.count == 1 else {
      throw ConversionRefusal("a condition that marks two sources with (+), which Oracle refuses")
    }
    guard !others.contains(source) else {
      throw ConversionRefusal("a condition that marks some columns of a source only")
    }
    return (source, others)
  }
}
