import Model
import OracleSQL

extension ExpressionTranslator {
  /// A query with its common table expressions, at any depth.
  mutating func query(_ query: Query) throws(ConversionRefusal) -> QueryResult {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw ConversionRefusal("the query is nested too deeply") }
    guard query.forUpdate == nil else { throw ConversionRefusal("FOR UPDATE inside of a query") }
    let visible = commonTables.count
    defer { commonTables.removeLast(commonTables.count - visible) }
    let with = try commonTableClause(query.with)
    var result = try body(query)
    if !with.isEmpty {
      let recursive = "WITH RECURSIVE "
      if result.sql.hasPrefix(recursive) {
        let own = with.hasPrefix(recursive) ? with : recursive + with.dropFirst("WITH ".count)
        result.sql = own + ", " + result.sql.dropFirst(recursive.count)
      } else {
        result.sql = with + " " + result.sql
      }
      result.isPlain = false
    }
    return result
  }

  private mutating func body(_ query: Query) throws(ConversionRefusal) -> QueryResult {
    let limit = try limitClause(query)
    if query.setOperations.isEmpty, case .select(let block) = query.first {
      var pieces = try select(block, orderBy: query.orderBy, ordersSiblings: query.ordersSiblings)
      if !limit.isEmpty, !pieces.limit.isEmpty { pieces = pieces.wrapped(as: freeAlias("q")) }
      if !limit.isEmpty { pieces.limit = limit }
      return pieces.result
    }
    guard !query.ordersSiblings else { throw ConversionRefusal("ORDER SIBLINGS BY outside of a hierarchical query") }
    if query.setOperations.isEmpty, case .nested(let inner) = query.first {
      let result = try self.query(inner)
      guard !query.orderBy.isEmpty || !limit.isEmpty else { return result }
      return try ordered(result, query.orderBy, limit)
    }
    let result = try setOperations(query)
    guard !query.orderBy.isEmpty || !limit.isEmpty else { return result }
    return try ordered(result, query.orderBy, limit)
  }

  /// The rows of a result, sorted by its outputs.
  private mutating func ordered(
    _ result: QueryResult, _ orderBy: [OrderItem], _ limit: String
  ) throws(ConversionRefusal) -> QueryResult {
    let alias = freeAlias("q")
    var pieces = SelectPieces()
    pieces.items = result.columns.map { column in
      OutputColumn(oracleName: column.oracleName, name: column.name, value: column.seen(through: alias).value)
    }
    pieces.tail = " FROM (\(result.sql)) AS \(PostgresIdentifier.quoted(alias))"
    var scope = QueryScope()
    scope.outputs = Dictionary(pieces.items.map { ($0.oracleName, $0.value) }) { first, _ in first }
    scopes.append(scope)
    defer { scopes.removeLast() }
    for item in orderBy {
      if let place = item.expression.literalInteger {
        guard pieces.items.indices.contains(place - 1) else { throw ConversionRefusal("ORDER BY names no output") }
        pieces.orderBy.append(try orderKey(item, pieces.items[place - 1].value))
      } else {
        pieces.orderBy.append(try orderKey(item))
      }
    }
    pieces.limit = limit
    return pieces.result
  }

  /// `OFFSET n ROWS FETCH FIRST n ROWS ONLY`.
  private mutating func limitClause(_ query: Query) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    if let offset = query.offset {
      guard let rows = offset.literalInteger else { throw ConversionRefusal("OFFSET of something that is no literal") }
      if rows > 0 { parts.append("OFFSET \(rows) ROWS") }
    }
    if let fetch = query.fetch {
      guard !fetch.isPercent else { throw ConversionRefusal("FETCH with PERCENT") }
      guard let rows = fetch.count == nil ? 1 : fetch.count?.literalInteger else {
        throw ConversionRefusal("FETCH of a number that is no literal")
      }
      if fetch.withTies, query.orderBy.isEmpty { throw ConversionRefusal("FETCH WITH TIES without ORDER BY") }
      parts.append("FETCH FIRST \(max(0, rows)) ROWS \(fetch.withTies ? "WITH TIES" : "ONLY")")
    }
    return parts.joined(separator: " ")
  }
}
