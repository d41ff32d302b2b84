import Model

extension SchemaConversion {
  /// CREATE TABLE with columns, NOT NULL, defaults and identity.
  ///
  /// Keys and all else that checks rows come after the rows.
  ///
  /// ```sql
  /// -- Oracle
  /// CREATE TABLE t (id NUMBER(5) NOT NULL, at DATE DEFAULT DATE '2020-01-01') TABLESPACE x
  /// -- PostgreSQL
  /// CREATE TABLE "app"."t" (
  ///   "id" integer NOT NULL,
  ///   "at" timestamp(0) DEFAULT TIMESTAMP '2020-01-01 00:00:00'
  /// )
  /// ```
  ///
  /// Not the same: clauses about storage are named in a finding of severity info.
  mutating func tablePlan(_ table: TargetTable) -> TablePlan {
    var lines: [String] = []
    var definitions: [String: String] = [:]
    for column in table.columns {
      let definition = columnSQL(column, of: table)
      lines.append("  " + definition)
      definitions[column.name] = definition
    }
    let scheme = partitionScheme(table)
    let partitioning = scheme.map { " PARTITION BY \($0.clause)" } ?? ""
    let sql = "CREATE TABLE \(table.name.quoted) (\n\(lines.joined(separator: ",\n"))\n)\(partitioning)"
    let object = TargetObject(kind: .table, table: table.name.name, name: table.name.name)
    return TablePlan(
      mapping: mapping(table), creation: DDLStatement(phase: .table, object: object, sql: sql),
      partitions: scheme.map { partitionStatements($0, of: table) } ?? [],
      copiesRows: table.source.kind != .temporary, definitions: definitions)
  }

  private func mapping(_ table: TargetTable) -> TableMapping {
    let key = table.source.primaryKey.flatMap { $0.state.isEnabled ? table.names(of: $0.columns) : nil }
    var mapping = TableMapping(
      sourceOwner: table.source.owner, sourceName: table.source.name, target: table.name,
      columns: table.columns.filter { !$0.isGenerated }.map { columnMapping($0, of: table) },
      generatedColumns: table.columns.filter(\.isGenerated).map { columnMapping($0, of: table) }, primaryKey: key ?? [],
      rowEstimate: table.source.rowEstimate,
      condition: options.conditions.condition(owner: table.source.owner, table: table.source.name))
    mapping.isIndexOrganised = table.source.kind == .indexOrganised
    return mapping
  }

  private func columnMapping(_ column: TargetColumn, of table: TargetTable) -> ColumnMapping {
    ColumnMapping(
      sourceName: column.source.name, oracleType: column.source.type, targetName: column.name,
      postgresType: column.type, isNullable: column.isNullable,
      declaredText: options.characterSets.declaredText(
        owner: table.source.owner, table: table.source.name, column.source))
  }

  private mutating func columnSQL(_ column: TargetColumn, of table: TargetTable) -> String {
    var sql = PostgresIdentifier.quoted(column.name) + " " + column.type.sql
    if let generation = column.generation {
      sql += " GENERATED ALWAYS AS (\(generation)) \(isVirtual(column, of: table) ? "VIRTUAL" : "STORED")"
    } else if let identity = identitySQL(column, of: table) {
      sql += " " + identity
    } else if let filler = fillers[ColumnKey(table: table.source.name, column: column.source.name)] {
      sql += " " + fillerSQL(filler)
    } else if let value = defaultSQL(column, of: table) {
      sql += " DEFAULT " + value
    }
    if !column.isNullable { sql += " NOT NULL" }
    if let check = VectorTypes.check(column.source.type, column: PostgresIdentifier.quoted(column.name)) {
      sql += " " + check
    }
    return sql
  }

  /// Whether a generated column can be computed when it is read, as in Oracle: from PostgreSQL 18 on, where no index or key
  /// needs it stored.
  private func isVirtual(_ column: TargetColumn, of table: TargetTable) -> Bool {
    guard options.postgresMajorVersion >= 18 else { return false }
    let source = table.source
    let keys = [source.primaryKey].compactMap { $0?.columns } + source.uniqueConstraints.map(\.columns)
    let foreignKeys = source.foreignKeys.map(\.columns)
    let isIndexed = source.indexes.flatMap(\.parts).contains { part in
      switch part.key {
      case .column(let name): name == column.source.name
      case .expression(let text): text.uppercased().contains(column.source.name.uppercased())
      }
    }
    return !isIndexed && !(keys + foreignKeys).contains { $0.contains(column.source.name) }
  }
}
