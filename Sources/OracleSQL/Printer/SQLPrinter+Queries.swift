extension SQLPrinter {
  mutating func write(_ query: Query) {
    if !query.with.isEmpty {
      write("WITH ")
      writeList(query.with) { printer, cte in
        printer.write(cte.name)
        if !cte.columns.isEmpty {
          printer.write(" ")
          printer.writeIdentifiers(cte.columns)
        }
        printer.write(" AS (")
        printer.write(cte.query)
        printer.write(")")
        printer.writeRecursion(cte)
      }
      write(" ")
    }
    write(query.first)
    for operation in query.setOperations {
      write(" " + operation.combinator.rawValue + " ")
      write(operation.term)
    }
    writeTail(query)
  }

  private mutating func writeRecursion(_ table: CommonTableExpression) {
    if let search = table.search {
      write(search.isDepthFirst ? " SEARCH DEPTH FIRST BY " : " SEARCH BREADTH FIRST BY ")
      writeList(search.orderBy) { $0.write($1) }
      write(" SET ")
      write(search.column)
    }
    guard let cycle = table.cycle else { return }
    write(" CYCLE ")
    writeList(cycle.columns) { $0.write($1) }
    write(" SET ")
    write(cycle.mark)
    write(" TO ")
    write(string: cycle.value)
    write(" DEFAULT ")
    write(string: cycle.otherwise)
  }

  private mutating func writeTail(_ query: Query) {
    if !query.orderBy.isEmpty {
      write(" ")
      writeOrderBy(query.orderBy, isOfSiblings: query.ordersSiblings)
    }
    if let offset = query.offset {
      write(" OFFSET ")
      write(offset, in: .or)
      write(" ROWS")
    }
    if let fetch = query.fetch {
      write(" FETCH FIRST ")
      if let count = fetch.count {
        write(count, in: .or)
        write(fetch.isPercent ? " PERCENT " : " ")
      }
      write(fetch.withTies ? "ROWS WITH TIES" : "ROWS ONLY")
    }
    guard let forUpdate = query.forUpdate else { return }
    write(" FOR UPDATE")
    if !forUpdate.columns.isEmpty {
      write(" OF ")
      writeList(forUpdate.columns) { $0.write($1, in: .or) }
    }
    switch forUpdate.wait {
    case .forever: break
    case .noWait: write(" NOWAIT")
    case .seconds(let seconds): write(" WAIT \(seconds)")
    case .skipLocked: write(" SKIP LOCKED")
    }
  }

  mutating func writeOrderBy(_ items: [OrderItem], isOfSiblings: Bool = false) {
    write(isOfSiblings ? "ORDER SIBLINGS BY " : "ORDER BY ")
    writeList(items) { $0.write($1) }
  }

  private mutating func write(_ item: OrderItem) {
    write(item.expression, in: .or)
    if item.isDescending { write(" DESC") }
    if let nullsFirst = item.nullsFirst { write(nullsFirst ? " NULLS FIRST" : " NULLS LAST") }
  }

  private mutating func write(_ term: QueryTerm) {
    switch term {
    case .select(let block): write(block)
    case .nested(let query):
      write("(")
      write(query)
      write(")")
    }
  }

  // MARK: SELECT

  private mutating func write(_ block: SelectBlock) {
    write(block.isDistinct ? "SELECT DISTINCT " : "SELECT ")
    writeList(block.items) { $0.write($1) }
    if !block.from.isEmpty {
      write(" FROM ")
      writeList(block.from) { $0.write($1) }
    }
    if let condition = block.condition {
      write(" WHERE ")
      write(condition, in: .or)
    }
    if let hierarchy = block.hierarchy { write(hierarchy) }
    if !block.groupBy.isEmpty {
      write(" GROUP BY ")
      writeList(block.groupBy) { $0.write($1) }
    }
    if let having = block.having {
      write(" HAVING ")
      write(having, in: .or)
    }
  }

  private mutating func write(_ item: SelectItem) {
    switch item {
    case .star: write("*")
    case .tableStar(let table, _):
      write(table)
      write(".*")
    case .expression(let expression, let alias, _):
      write(expression, in: .or)
      guard let alias else { return }
      write(" AS ")
      write(alias)
    }
  }

  // MARK: FROM

  private mutating func write(_ item: FromItem) {
    write(item.source)
    for join in item.joins {
      if case .natural = join.condition { write(" NATURAL") }
      write(" " + join.kind.rawValue + (join.kind == .crossApply || join.kind == .outerApply ? " " : " JOIN "))
      write(join.source)
      switch join.condition {
      case .none, .natural: break
      case .on(let condition):
        write(" ON ")
        write(condition, in: .or)
      case .using(let columns):
        write(" USING ")
        writeIdentifiers(columns)
      }
    }
  }

  mutating func write(_ source: TableSource) {
    switch source {
    case .table(let reference): write(reference)
    case .subquery(let query, let alias, let isLateral):
      write(isLateral ? "LATERAL (" : "(")
      write(query)
      write(")")
      write(alias: alias)
    case .nested(let item):
      write("(")
      write(item)
      write(")")
    case .json(let table, let alias):
      write(table)
      write(alias: alias)
    case .rare(let source, let alias):
      write(source)
      write(alias: alias)
      if case .values(_, let columns) = source, !columns.isEmpty {
        write(" ")
        writeIdentifiers(columns)
      }
    case .collection(let expression, let alias):
      write("TABLE(")
      write(expression, in: .or)
      write(")")
      write(alias: alias)
    }
  }

  private mutating func write(alias: Identifier?) {
    guard let alias else { return }
    write(" ")
    write(alias)
  }

  private mutating func write(_ reference: TableReference) {
    write(reference.name)
    if let partition = reference.partition {
      write(" PARTITION (")
      write(partition)
      write(")")
    }
    switch reference.asOf {
    case nil: break
    case .scn(let expression):
      write(" AS OF SCN ")
      write(expression, in: .additive)
    case .timestamp(let expression):
      write(" AS OF TIMESTAMP ")
      write(expression, in: .additive)
    }
    for text in [reference.otherPartition, reference.versions, reference.sample].compactMap({ $0 }) {
      write(" " + text)
    }
    write(alias: reference.alias)
    guard !reference.partitionedBy.isEmpty else { return }
    write(" PARTITION BY (")
    writeList(reference.partitionedBy) { $0.write($1, in: .or) }
    write(")")
  }
}
