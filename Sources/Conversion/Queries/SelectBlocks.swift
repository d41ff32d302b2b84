import Model
import OracleSQL

extension ExpressionTranslator {
  /// One SELECT block, with the ORDER BY of its query.
  mutating func select(
    _ block: SelectBlock, orderBy: [OrderItem] = [], ordersSiblings: Bool = false
  ) throws(ConversionRefusal) -> SelectPieces {
    scopes.append(QueryScope())
    defer { scopes.removeLast() }
    let place = scopes.count - 1
    guard block.model == nil else { throw ConversionRefusal("MODEL is not converted") }
    guard block.into == nil else { throw ConversionRefusal("INTO inside of a query") }
    var clause = try fromClause(block)
    let limit = try takeRowLimit(&clause.conjuncts)
    var pieces = SelectPieces()
    pieces.isDistinct = block.isDistinct
    let isAggregated = Self.isAggregated(block)
    var from = clause.parts
    if let hierarchy = block.hierarchy {
      guard limit == nil else { throw ConversionRefusal("ROWNUM limits the rows of a hierarchical query") }
      try plantTree(hierarchy, block, &clause, siblings: ordersSiblings ? orderBy : [])
      from = [FromPart(sql: PostgresIdentifier.quoted(scopes[place].hierarchy?.tree ?? ""))]
    } else if ordersSiblings {
      throw ConversionRefusal("ORDER SIBLINGS BY outside of a hierarchical query")
    }
    var filters = try conditions(clause.conjuncts)
    if let limit {
      let isComputed = isAggregated || block.isDistinct || !orderBy.isEmpty || Self.hasWindows(block, orderBy)
      if isComputed {
        from = [try limitedRows(from, filters, limit, block)]
        filters = []
      } else {
        pieces.limit = "LIMIT \(limit)"
      }
    }
    if isAggregated {
      scopes[place].rowNumber = nil
    } else if scopes[place].rowNumber == nil {
      scopes[place].rowNumber = "row_number() OVER ()"
    }
    if block.groupBy.contains(where: \.hasSubtotals) { scopes[place].makeNullable(0..<scopes[place].sources.count) }
    let groups = try groupClause(block.groupBy)
    pieces.items = try items(block.items)
    var having = ""
    if let condition = block.having { having = " HAVING " + (try self.condition(condition).sql) }
    let wasOrdered = !orderBy.isEmpty && !ordersSiblings
    if wasOrdered {
      pieces = try sorted(pieces, orderBy)
    } else if let hierarchy = scopes[place].hierarchy, !isAggregated, !block.isDistinct {
      pieces.orderBy = [hierarchy.order]
    }
    pieces.with = try treeClause()
    let sources = from.filter { !$0.isDual || scopes[place].usesDual }.map(\.sql)
    pieces.tail = sources.isEmpty ? "" : " FROM " + sources.joined(separator: ", ")
    if !filters.isEmpty { pieces.tail += " WHERE " + filters.joined(separator: " AND ") }
    pieces.tail += groups + having
    return pieces.distinctOrder ? try orderedDistinct(pieces) : pieces
  }

  static func isAggregated(_ block: SelectBlock) -> Bool {
    if !block.groupBy.isEmpty || block.having != nil { return true }
    return block.items.contains { item in
      guard case .expression(let expression, _, _) = item else { return false }
      return expression.contains(where: \.isAggregate)
    }
  }

  private static func hasWindows(_ block: SelectBlock, _ orderBy: [OrderItem]) -> Bool {
    block.items.contains { item in
      guard case .expression(let expression, _, _) = item else { return false }
      return expression.contains(where: \.isWindowFunction)
    }
  }

  /// Operands of AND.
  mutating func conditions(_ conjuncts: [Expression]) throws(ConversionRefusal) -> [String] {
    var parts: [String] = []
    for conjunct in conjuncts {
      let part = try condition(conjunct)
      parts.append(conjuncts.count == 1 ? part.sql : part.operand)
    }
    return parts
  }

  /// The select list; stars are expanded, so that names and order are Oracle's.
  private mutating func items(_ items: [SelectItem]) throws(ConversionRefusal) -> [OutputColumn] {
    var outputs: [OutputColumn] = []
    var names = Set<String>()
    func add(_ oracleName: String, _ wanted: String, _ value: TranslatedExpression) {
      let name = Self.free(wanted, names)
      names.insert(name)
      outputs.append(OutputColumn(oracleName: oracleName, name: name, value: value))
    }
    guard let place = scopes.indices.last else { return [] }
    for item in items {
      switch item {
      case .star:
        for column in scopes[place].starColumns { add(column.oracleName, column.name, column.value) }
        if scopes[place].sources.contains(where: \.isDual) { scopes[place].usesDual = true }
      case .tableStar(let name, _):
        guard let source = try scopes[place].source(schema: name.schema?.name, name: name.name.name) else {
          throw ConversionRefusal("\(name.name.name).* names no source")
        }
        for column in scopes[place].sources[source].columns { add(column.oracleName, column.name, column.value) }
        if scopes[place].sources[source].isDual { scopes[place].usesDual = true }
      case .expression(let expression, let alias, let heading):
        let value = try value(expression)
        if let zone = value.localTime?.zone {
          remarks.append("AT TIME ZONE '\(zone)' of an output keeps the instant, not the zone")
        }
        var oracleName = alias?.name ?? heading
        if alias == nil, case .column(let reference) = expression.kind { oracleName = reference.column.name }
        add(oracleName, named(oracleName), value)
      }
    }
    return outputs
  }

  /// ORDER BY of a block: outputs by their names or places, or any expression over them and the sources.
  private mutating func sorted(
    _ pieces: SelectPieces, _ orderBy: [OrderItem]
  ) throws(ConversionRefusal) -> SelectPieces {
    var pieces = pieces
    let place = scopes.count - 1
    scopes[place].outputs = Dictionary(pieces.items.map { ($0.oracleName, $0.value) }) { first, _ in first }
    defer { scopes[place].outputs = [:] }
    for item in orderBy {
      var value: TranslatedExpression
      if let number = item.expression.literalInteger {
        guard pieces.items.indices.contains(number - 1) else { throw ConversionRefusal("ORDER BY names no output") }
        value = pieces.items[number - 1].value
      } else {
        value = try self.value(item.expression)
      }
      if value.literal != nil || value.type == .null { continue }
      guard pieces.isDistinct else {
        let isOutput = pieces.items.first { $0.value.sql == value.sql }
        if let isOutput, !value.type.isText, value.type != .document {
          value = TranslatedExpression.atom(PostgresIdentifier.quoted(isOutput.name), value.type)
        }
        pieces.orderBy.append(try orderKey(item, value))
        continue
      }
      guard let index = pieces.items.firstIndex(where: { $0.value.sql == value.sql }) else {
        throw ConversionRefusal("ORDER BY of SELECT DISTINCT names no output")
      }
      pieces.distinctKeys.append((index, item))
    }
    return pieces
  }

  /// DISTINCT with ORDER BY: PostgreSQL sorts by outputs only, and a collation would make another expression of one.
  private mutating func orderedDistinct(_ pieces: SelectPieces) throws(ConversionRefusal) -> SelectPieces {
    var outer = pieces.wrapped(as: freeAlias("q"))
    for (index, item) in pieces.distinctKeys { outer.orderBy.append(try orderKey(item, outer.items[index].value)) }
    return outer
  }
}
