import Model
import OracleSQL

/// A common table expression that queries can name.
struct CommonTable {
  var oracleName: String
  /// PostgreSQL's name.
  var name: String
  /// Its columns, not yet seen through an alias.
  var columns: [ScopeColumn]
  /// Whether it was named since it was made.
  var isUsed = false
}

extension ExpressionTranslator {
  /// `WITH ...`, empty when there is none.
  ///
  /// The tables stay visible until the caller takes them away.
  mutating func commonTableClause(_ tables: [CommonTableExpression]) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    var isRecursive = false
    for table in tables {
      let taken = Set(commonTables.map(\.name))
      let name = Self.free(named(table.name.name), taken)
      // A table's own name is known inside of it when it has a column list: else Oracle refuses recursion.
      if !table.columns.isEmpty, let recursive = try recursiveTable(table, name) {
        parts.append(recursive)
        isRecursive = true
        continue
      }
      guard table.search == nil, table.cycle == nil else {
        throw ConversionRefusal("SEARCH or CYCLE on a common table expression that is not recursive")
      }
      let result = try query(table.query)
      let columns = try self.columns(of: table, result.columns)
      let list = PostgresIdentifier.quotedList(columns.map(\.name))
      let head = table.columns.isEmpty ? "" : " (\(list))"
      parts.append("\(PostgresIdentifier.quoted(name))\(head) AS (\(result.sql))")
      commonTables.append(CommonTable(oracleName: table.name.name, name: name, columns: columns))
    }
    guard !parts.isEmpty else { return "" }
    return (isRecursive ? "WITH RECURSIVE " : "WITH ") + parts.joined(separator: ", ")
  }

  /// The columns under their own names or those of the list.
  private func columns(
    of table: CommonTableExpression, _ outputs: [OutputColumn]
  ) throws(ConversionRefusal) -> [ScopeColumn] {
    guard table.columns.isEmpty || table.columns.count == outputs.count else {
      throw ConversionRefusal("the column list of \(table.name.name) has another length than its query")
    }
    var names: Set<String> = []
    var columns: [ScopeColumn] = []
    for (index, output) in outputs.enumerated() {
      var column = output.seen(through: "")
      if !table.columns.isEmpty {
        column.oracleName = table.columns[index].name
        column.name = Self.free(named(column.oracleName), names)
      }
      names.insert(column.name)
      columns.append(column)
    }
    return columns
  }

  /// A table that names itself in a branch behind UNION ALL; nil when it doesn't.
  private mutating func recursiveTable(
    _ table: CommonTableExpression, _ name: String
  ) throws(ConversionRefusal) -> String? {
    let query = table.query
    guard query.setOperations.count == 1, query.setOperations[0].combinator == .unionAll, query.with.isEmpty,
      query.orderBy.isEmpty, query.fetch == nil, query.offset == nil, case .select(let anchor) = query.first,
      case .select(let step) = query.setOperations[0].term
    else { return nil }
    let visible = commonTables.count
    var first = try select(anchor)
    guard first.isPlain else { return nil }
    // Both branches get the type that holds all: PostgreSQL takes the first one's for good.
    try generalise(&first)
    let columns = try self.columns(of: table, first.items)
    let inner = table.search == nil ? name : Self.free(name + "_rows", Set(commonTables.map(\.name)))
    commonTables.append(CommonTable(oracleName: table.name.name, name: inner, columns: columns))
    var second = try select(step)
    guard commonTables[visible].isUsed else {
      commonTables.removeLast(commonTables.count - visible)
      return nil
    }
    guard second.isPlain, !second.isDistinct else {
      throw ConversionRefusal("the recursive branch of \(table.name.name)")
    }
    guard second.items.count == first.items.count else {
      throw ConversionRefusal("a set operation over different numbers of columns")
    }
    for index in second.items.indices {
      let value = try adapted(second.items[index].value, to: first.items[index].value.type)
      second.items[index].value = value
    }
    try generalise(&second)
    guard table.cycle == nil else { throw ConversionRefusal("CYCLE of a recursive query is not converted") }
    let list = PostgresIdentifier.quotedList(columns.map(\.name))
    let body = "\(first.sql()) UNION ALL \(second.sql())"
    guard let search = table.search else {
      return "\(PostgresIdentifier.quoted(name)) (\(list)) AS (\(body))"
    }
    commonTables[visible].name = name
    return try searched(search, name, rows: inner, columns, body)
  }

  private func generalise(_ pieces: inout SelectPieces) throws(ConversionRefusal) {
    for index in pieces.items.indices {
      var value = pieces.items[index].value
      if case .text(.fixed) = value.type { value = try asText(value) }
      guard let type = value.type.generalType else {
        throw ConversionRefusal("a recursive query with a column that PostgreSQL can't compare")
      }
      let kind = value.asStored.type
      pieces.items[index].value = .atom(
        value.cast(to: type), kind, isNullable: true, isNumeric: kind == .number)
    }
  }

  /// `SEARCH ... SET column`: PostgreSQL's column is a path of rows; its place in their order is Oracle's number.
  private mutating func searched(
    _ search: SearchClause, _ name: String, rows: String, _ columns: [ScopeColumn], _ body: String
  ) throws(ConversionRefusal) -> String {
    var keys: [String] = []
    for item in search.orderBy {
      guard case .column(let reference) = item.expression.kind, !item.isDescending, item.nullsFirst != true,
        let column = columns.first(where: { $0.oracleName == reference.column.name })
      else { throw ConversionRefusal("SEARCH by something else than ascending columns") }
      keys.append(PostgresIdentifier.quoted(column.name))
    }
    var names = Set(columns.map(\.name))
    let order = Self.free(named(search.column.name), names)
    names.insert(order)
    let path = Self.free("path", names)
    let list = PostgresIdentifier.quotedList(columns.map(\.name))
    let result = ScopeColumn(
      oracleName: search.column.name, name: order, value: .atom("", .number, isNullable: false))
    commonTables[commonTables.count - 1].columns.append(result)
    let direction = search.isDepthFirst ? "DEPTH" : "BREADTH"
    return "\(PostgresIdentifier.quoted(rows)) (\(list)) AS (\(body)) "
      + "SEARCH \(direction) FIRST BY \(keys.joined(separator: ", ")) SET \(PostgresIdentifier.quoted(path)), "
      + "\(PostgresIdentifier.quoted(name)) AS (SELECT \(list), row_number() OVER (ORDER BY "
      + "\(PostgresIdentifier.quoted(path))) AS \(PostgresIdentifier.quoted(order)) FROM \(PostgresIdentifier.quoted(rows)))"
  }
}
