import Model
import OracleSQL

/// INSERT, UPDATE, DELETE and MERGE, with PostgreSQL's names.
extension ProgramTranslator {
  /// The table that a statement changes.
  private func changed(_ name: ObjectName) throws(ConversionRefusal) -> QueryCatalogue.Relation {
    guard name.databaseLink == nil else { throw ConversionRefusal("\(name.name.name) lies behind a database link") }
    guard let relation = catalogue.relation(schema: name.schema?.name, name: name.name.name),
      tables.contains(relation.name)
    else { throw ConversionRefusal("\(name.name.name) is no table that is carried over, so its rows can't be changed") }
    return relation
  }

  private func changed(_ reference: TableReference) throws(ConversionRefusal) -> QueryCatalogue.Relation {
    guard reference.view == nil, reference.partition == nil, reference.otherPartition == nil, reference.asOf == nil,
      reference.sample == nil, reference.versions == nil, reference.partitionedBy.isEmpty
    else { throw ConversionRefusal("the rows of a view, a collection or a partition are changed") }
    return try changed(reference.name)
  }

  private static func target(
    _ name: String, _ relation: QueryCatalogue.Relation
  ) throws(ConversionRefusal) -> AssignmentTarget {
    guard let column = relation.columns.first(where: { $0.oracleName == name }) else {
      throw ConversionRefusal("\(name) is no column of \(relation.name.name) that is carried over")
    }
    return AssignmentTarget(
      sql: PostgresIdentifier.quoted(column.name), oracleType: column.oracleType, postgresType: column.type)
  }

  private mutating func assigned(
    _ value: InsertValue, to target: AssignmentTarget
  ) throws(ConversionRefusal) -> String {
    switch value {
    case .defaultValue: return "DEFAULT"
    case .expression(let expression):
      return try expressions.assigned(try expressions.translate(expression), to: target).sql
    }
  }

  /// The part of FROM that names the changed table, whose columns join a new innermost scope.
  private mutating func enter(_ reference: TableReference) throws(ConversionRefusal) -> String {
    expressions.scopes.append(QueryScope())
    do {
      return try expressions.source(.table(reference), isJoined: false).sql
    } catch {
      expressions.scopes.removeLast()
      throw error
    }
  }

  // MARK: Statements

  mutating func insert(_ insert: Insert) throws(ConversionRefusal) -> String {
    guard insert.view == nil, insert.partition == nil, insert.errorLog == nil else {
      throw ConversionRefusal("INSERT into a view or a partition, or with LOG ERRORS")
    }
    let relation = try changed(insert.table)
    var targets: [AssignmentTarget] = []
    let names = insert.columns.isEmpty ? relation.columns.map(\.oracleName) : insert.columns.map(\.name)
    for name in names { targets.append(try Self.target(name, relation)) }
    let source: String
    switch insert.source {
    case .values(let rows):
      var parts: [String] = []
      for row in rows {
        guard row.count == targets.count else { throw ConversionRefusal("INSERT of another number of values") }
        var values: [String] = []
        for (value, target) in zip(row, targets) { values.append(try assigned(value, to: target)) }
        parts.append("(\(values.joined(separator: ", ")))")
      }
      source = "VALUES " + parts.joined(separator: ", ")
    case .query(let query):
      source = try fitted(query) { (_: inout Self, _: Int) in targets }.sql
    case .record(let expression):
      guard case .column(let name) = expression.kind, name.table == nil, let record = record(name.column.name),
        record.columns.count == targets.count
      else { throw ConversionRefusal("INSERT of a record that is not of the table's own type") }
      var values: [String] = []
      for (column, target) in zip(record.columns, targets) {
        values.append(try expressions.assigned(column.value, to: target).sql)
      }
      source = "VALUES (\(values.joined(separator: ", ")))"
    }
    let reference = TableReference(name: insert.table, alias: insert.alias)
    let table = try enter(reference)
    defer { expressions.scopes.removeLast() }
    let list = targets.map(\.sql).joined(separator: ", ")
    return "INSERT INTO \(table) (\(list)) \(source)" + (try returning(insert.returning))
  }

  mutating func update(_ update: Update) throws(ConversionRefusal) -> String {
    guard update.from.isEmpty, update.errorLog == nil else { throw ConversionRefusal("UPDATE with FROM or LOG ERRORS") }
    let relation = try changed(update.table)
    let table = try enter(update.table)
    defer { expressions.scopes.removeLast() }
    let assignments = try assignments(update.assignments, relation)
    return "UPDATE \(table) SET \(assignments)" + (try filter(update.condition)) + (try returning(update.returning))
  }

  mutating func delete(_ delete: Delete) throws(ConversionRefusal) -> String {
    guard delete.from.isEmpty, delete.errorLog == nil else { throw ConversionRefusal("DELETE with FROM or LOG ERRORS") }
    _ = try changed(delete.table)
    let table = try enter(delete.table)
    defer { expressions.scopes.removeLast() }
    return "DELETE FROM \(table)" + (try filter(delete.condition)) + (try returning(delete.returning))
  }

  /// MERGE, which PostgreSQL has from version 15 on, without Oracle's DELETE WHERE.
  mutating func merge(_ merge: Merge) throws(ConversionRefusal) -> String {
    guard expressions.context.postgresMajorVersion >= 15 else { throw ConversionRefusal("MERGE needs PostgreSQL 15") }
    guard merge.errorLog == nil, merge.returning == nil, merge.update?.deletion == nil else {
      throw ConversionRefusal("MERGE with DELETE WHERE, RETURNING or LOG ERRORS")
    }
    let relation = try changed(merge.target)
    let table = try enter(merge.target)
    defer { expressions.scopes.removeLast() }
    let source = try expressions.source(merge.source, isJoined: true).sql
    var sql = "MERGE INTO \(table) USING \(source) ON \(try expressions.condition(merge.condition).sql)"
    if let update = merge.update {
      let only = try update.condition.map { (e: Expression) throws(ConversionRefusal) in
        try expressions.condition(e).operand
      }
      sql += " WHEN MATCHED\(only.map { " AND " + $0 } ?? "") THEN UPDATE SET "
      sql += try assignments(update.assignments, relation)
    }
    if let insert = merge.insert {
      let only = try insert.condition.map { (e: Expression) throws(ConversionRefusal) in
        try expressions.condition(e).operand
      }
      let names = insert.columns.isEmpty ? relation.columns.map(\.oracleName) : insert.columns.map(\.name)
      guard names.count == insert.values.count else { throw ConversionRefusal("INSERT of another number of values") }
      var (columns, values): ([String], [String]) = ([], [])
      for (name, value) in zip(names, insert.values) {
        let target = try Self.target(name, relation)
        columns.append(target.sql)
        values.append(try assigned(value, to: target))
      }
      sql += " WHEN NOT MATCHED\(only.map { " AND " + $0 } ?? "") THEN INSERT (\(columns.joined(separator: ", ")))"
      sql += " VALUES (\(values.joined(separator: ", ")))"
    }
    return sql
  }

  // MARK: Clauses

  private mutating func assignments(
    _ assignments: [Update.Assignment], _ relation: QueryCatalogue.Relation
  ) throws(ConversionRefusal) -> String {
    var parts: [String] = []
    for assignment in assignments {
      switch assignment {
      case .value(let column, let value):
        let target = try Self.target(column.column.name, relation)
        parts.append("\(target.sql) = \(try assigned(value, to: target))")
      case .query(let columns, let query):
        var targets: [AssignmentTarget] = []
        for column in columns { targets.append(try Self.target(column.column.name, relation)) }
        let sql = try fitted(query) { (_: inout Self, _: Int) in targets }.sql
        parts.append("(\(targets.map(\.sql).joined(separator: ", "))) = (\(sql))")
      case .row: throw ConversionRefusal("UPDATE ... SET ROW is not converted")
      }
    }
    return parts.joined(separator: ", ")
  }

  private mutating func filter(_ condition: Expression?) throws(ConversionRefusal) -> String {
    guard let condition else { return "" }
    return " WHERE " + (try expressions.conditions(condition.conjuncts).joined(separator: " AND "))
  }

  /// RETURNING with INTO; both databases fail where several rows are returned.
  private mutating func returning(_ clause: ReturningClause?) throws(ConversionRefusal) -> String {
    guard let clause else { return "" }
    guard let into = clause.into, !into.isBulkCollect, into.targets.count == clause.expressions.count else {
      throw ConversionRefusal("RETURNING into something other than variables")
    }
    var outputs: [String] = []
    var targets: [String] = []
    for (expression, wanted) in zip(clause.expressions, into.targets) {
      let target = try target(wanted)
      outputs.append(try expressions.assigned(try expressions.value(expression), to: target).sql)
      targets.append(target.sql)
    }
    return " RETURNING \(outputs.joined(separator: ", ")) INTO \(targets.joined(separator: ", "))"
  }
}
