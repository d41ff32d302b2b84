import Model

extension SchemaConversion {
  /// CREATE TABLE with columns, NOT NULL, defaults and identity, and the columns' mapping.
  mutating func tablePlan(_ table: TargetTable) -> TablePlan {
    var lines: [String] = []
    for column in table.columns { lines.append("  " + columnSQL(column, of: table)) }
    let sql = "CREATE TABLE \(table.name.quoted) (\n\(lines.joined(separator: ",\n"))\n)"
    let object = TargetObject(kind: .table, table: table.name.name, name: table.name.name)
    return TablePlan(
      mapping: mapping(table), creation: DDLStatement(phase: .table, object: object, sql: sql),
      copiesRows: table.source.kind != .temporary)
  }

  private func mapping(_ table: TargetTable) -> TableMapping {
    let key = table.source.primaryKey.flatMap { $0.state.isEnabled ? table.names(of: $0.columns) : nil }
    return TableMapping(
      sourceOwner: table.source.owner, sourceName: table.source.name, target: table.name,
      columns: table.columns.filter { !$0.isGenerated }.map(Self.mapping),
      generatedColumns: table.columns.filter(\.isGenerated).map(Self.mapping), primaryKey: key ?? [],
      rowEstimate: table.source.rowEstimate)
  }

  private static func mapping(_ column: TargetColumn) -> ColumnMapping {
    ColumnMapping(
      sourceName: column.source.name, oracleType: column.source.type, targetName: column.name,
      postgresType: column.type, isNullable: column.isNullable)
  }

  private mutating func columnSQL(_ column: TargetColumn, of table: TargetTable) -> String {
    var sql = PostgresIdentifier.quoted(column.name) + " " + column.type.sql
    if let generation = column.generation {
      sql += " GENERATED ALWAYS AS (\(generation)) STORED"
    } else if let identity = identitySQL(column, of: table) {
      sql += " " + identity
    } else if let value = defaultSQL(column, of: table) {
      sql += " DEFAULT " + value
    }
    return column.isNullable ? sql : sql + " NOT NULL"
  }
}
