import Model
import OracleSQL

/// One entry of a FROM clause.
struct FromPart {
  var sql: String
  /// DUAL, which goes unless a column of it is named.
  var isDual = false
}

/// FROM, and what is left of WHERE.
struct FromClause {
  var parts: [FromPart]
  var conjuncts: [Expression]
}

extension ExpressionTranslator {
  /// FROM of a block; its sources become names of the innermost scope.
  mutating func fromClause(_ block: SelectBlock) throws(ConversionRefusal) -> FromClause {
    let conjuncts = block.condition?.conjuncts ?? []
    if conjuncts.contains(where: { $0.contains(where: \.isOuterMark) }) {
      return try markedFromClause(block, conjuncts)
    }
    var parts: [FromPart] = []
    for item in block.from { parts.append(try fromItem(item)) }
    return FromClause(parts: parts, conjuncts: conjuncts)
  }

  /// A source with the joins behind it.
  mutating func fromItem(_ item: FromItem) throws(ConversionRefusal) -> FromPart {
    let first = scopes[scopes.count - 1].sources.count
    var part = try source(item.source, isJoined: !item.joins.isEmpty)
    for join in item.joins { part.sql += try self.join(join, from: first) }
    if !item.joins.isEmpty { part.isDual = false }
    return part
  }

  /// A join behind the sources from `first` on.
  private mutating func join(_ join: Join, from first: Int) throws(ConversionRefusal) -> String {
    let place = scopes.count - 1
    let second = scopes[place].sources.count
    let isApplied = join.kind == .crossApply || join.kind == .outerApply
    let right = try source(join.source, isJoined: true, isLateral: isApplied)
    let end = scopes[place].sources.count
    var on = ""
    switch join.condition {
    case .none: break
    case .on(let expression): on = " ON " + (try condition(expression).sql)
    case .using(let names): on = " ON " + (try merge(names.map(\.name), join.kind, first..<second, second..<end))
    case .natural:
      let left = Set(scopes[place].sources[first..<second].flatMap { $0.columns.map(\.oracleName) })
      let names = scopes[place].sources[second..<end].flatMap { $0.columns.map(\.oracleName) }.filter(left.contains)
      on = names.isEmpty ? " ON TRUE" : " ON " + (try merge(names, join.kind, first..<second, second..<end))
    }
    let word: String
    switch join.kind {
    case .inner: word = "JOIN"
    case .left: word = "LEFT JOIN"
    case .right: word = "RIGHT JOIN"
    case .full: word = "FULL JOIN"
    case .cross, .crossApply: word = "CROSS JOIN"
    case .outerApply:
      word = "LEFT JOIN"
      on = " ON TRUE"
    }
    if [.left, .full, .outerApply].contains(join.kind) { scopes[place].makeNullable(second..<end) }
    if [.right, .full].contains(join.kind) { scopes[place].makeNullable(first..<second) }
    return " \(word) \(right.sql)\(on)"
  }

  /// USING and NATURAL as a condition; the columns become one.
  private mutating func merge(
    _ names: [String], _ kind: JoinKind, _ left: Range<Int>, _ right: Range<Int>
  ) throws(ConversionRefusal) -> String {
    let place = scopes.count - 1
    var tests: [String] = []
    for name in names {
      let (first, firstSources) = try mergeable(name, left)
      let (second, secondSources) = try mergeable(name, right)
      tests.append(try comparison(.equal, first.value, second.value).operand)
      var column = kind == .right ? second : first
      if kind == .full { column.value = try merged([first.value, second.value]) { "COALESCE(\($0[0]), \($0[1]))" } }
      let sources = firstSources.union(secondSources)
      scopes[place].merged.removeAll { $0.column.oracleName == name && !$0.sources.isDisjoint(with: sources) }
      scopes[place].merged.append(.init(column: column, sources: sources))
    }
    return tests.count == 1 ? String(tests[0].dropFirst().dropLast()) : tests.joined(separator: " AND ")
  }

  private func mergeable(_ name: String, _ range: Range<Int>) throws(ConversionRefusal) -> (ScopeColumn, Set<Int>) {
    let scope = scopes[scopes.count - 1]
    if let merged = scope.merged.first(where: {
      $0.column.oracleName == name && $0.sources.contains(where: range.contains)
    }) {
      return (merged.column, merged.sources)
    }
    let found = range.filter { index in scope.sources[index].columns.contains { $0.oracleName == name } }
    guard let index = found.first, found.count == 1,
      let column = scope.sources[index].columns.first(where: { $0.oracleName == name })
    else { throw ConversionRefusal("\(name) in USING is not one column of each side") }
    return (column, [index])
  }

  /// One source, which joins the innermost scope.
  mutating func source(
    _ source: TableSource, isJoined: Bool, isLateral: Bool = false
  ) throws(ConversionRefusal) -> FromPart {
    switch source {
    case .table(let reference): return try table(reference)
    case .subquery(let query, let alias, let lateral):
      return try derived(query, alias, isLateral: isLateral || lateral)
    case .nested(let item):
      let inner = try fromItem(item)
      return item.joins.isEmpty ? inner : FromPart(sql: "(\(inner.sql))")
    case .json: throw ConversionRefusal("JSON_TABLE is not converted")
    case .collection: throw ConversionRefusal("TABLE(collection) is not converted")
    case .rare: throw ConversionRefusal("PIVOT, VALUES or a table function in FROM is not converted")
    }
  }

  private mutating func derived(
    _ query: Query, _ alias: Identifier?, isLateral: Bool
  ) throws(ConversionRefusal) -> FromPart {
    // Without LATERAL a subquery sees only what is around the whole block.
    let own = scopes.removeLast()
    let result: QueryResult
    if isLateral {
      scopes.append(own)
      result = try self.query(query)
    } else {
      do {
        result = try self.query(query)
      } catch {
        scopes.append(own)
        throw error
      }
      scopes.append(own)
    }
    let target = freeAlias(alias.map { named($0.name) } ?? "q")
    let columns = result.columns.map { $0.seen(through: target) }
    scopes[scopes.count - 1].sources.append(
      ScopeSource(oracleName: alias?.name, schema: nil, alias: target, columns: columns))
    return FromPart(sql: "\(isLateral ? "LATERAL " : "")(\(result.sql)) AS \(PostgresIdentifier.quoted(target))")
  }

  /// A table, view, synonym, common table expression, or DUAL.
  private mutating func table(_ reference: TableReference) throws(ConversionRefusal) -> FromPart {
    let name = reference.name.name.name
    guard reference.name.databaseLink == nil else { throw ConversionRefusal("\(name) lies behind a database link") }
    guard reference.otherPartition == nil else { throw ConversionRefusal("a partition of \(name) is read") }
    guard reference.asOf == nil, reference.versions == nil else { throw ConversionRefusal("a flashback query") }
    guard reference.sample == nil else { throw ConversionRefusal("SAMPLE is not converted") }
    guard reference.partitionedBy.isEmpty else {
      throw ConversionRefusal("a partitioned outer join is not converted")
    }
    let schema = reference.name.schema?.name
    var sql: String
    var columns: [ScopeColumn]
    let wanted: String
    var common: CommonTable?
    if schema == nil, let index = commonTables.lastIndex(where: { $0.oracleName == name }) {
      commonTables[index].isUsed = true
      let table = commonTables[index]
      sql = PostgresIdentifier.quoted(table.name)
      wanted = table.name
      columns = table.columns
      common = table
    } else if let relation = context.catalogue?.relation(schema: schema, name: name) {
      sql = relation.name.quoted
      wanted = relation.name.name
      columns = relation.columns.map { column in
        ScopeColumn(
          oracleName: column.oracleName, name: column.name,
          value: Self.column(
            PostgresIdentifier.quoted(column.name), column.oracleType, column.type, isNullable: column.isNullable))
      }
    } else if name == "DUAL", schema == nil || schema == "SYS" {
      sql = "(SELECT 'X'::text AS \"dummy\")"
      wanted = "dual"
      columns = [ScopeColumn(oracleName: "DUMMY", name: "dummy", value: .atom("\"dummy\"", .text(.variable)))]
    } else {
      throw ConversionRefusal("\(schema.map { $0 + "." } ?? "")\(name) is no table or view that is carried over")
    }
    var isPart = false
    if let partition = reference.partition?.name {
      let relation = common == nil ? context.catalogue?.relation(schema: schema, name: name) : nil
      guard let condition = relation?.partitions[partition] else {
        throw ConversionRefusal("the partition \(partition) of \(name) is read, whose bounds are not known")
      }
      sql = "(SELECT * FROM \(sql) WHERE \(condition))"
      isPart = true
    }
    let isDual = !isPart && wanted == "dual" && sql.hasPrefix("(")
    let target = freeAlias(reference.alias.map { named($0.name) } ?? wanted)
    let quoted = PostgresIdentifier.quoted(target)
    for index in columns.indices {
      columns[index].value = columns[index].value.placed(
        at: quoted + "." + PostgresIdentifier.quoted(columns[index].name))
    }
    if target != wanted || isDual || isPart { sql += " AS " + quoted }
    scopes[scopes.count - 1].sources.append(
      ScopeSource(
        oracleName: reference.alias?.name ?? name, schema: reference.alias == nil ? schema ?? context.owner : nil,
        alias: target, columns: columns, isDual: isDual))
    return FromPart(sql: sql, isDual: isDual)
  }
}

extension Expression {
  /// Whether it is a column with `(+)`.
  var isOuterMark: Bool {
    if case .column(let reference) = kind { return reference.isOuterJoined }
    return false
  }
}
