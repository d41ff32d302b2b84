import Model

extension SchemaConversion {
  /// COMMENT ON of tables and columns, with every character.
  ///
  /// ```sql
  /// -- Oracle
  /// COMMENT ON COLUMN orders.remark IS 'it''s free'
  /// -- PostgreSQL
  /// COMMENT ON COLUMN "app"."orders"."remark" IS 'it''s free'
  /// ```
  ///
  /// Not the same: a NUL character becomes U+FFFD.
  mutating func addComments(_ table: TargetTable) {
    if let comment = table.source.comment {
      addComment(
        comment, on: "TABLE \(table.name.quoted)", TargetObject(kind: .tableComment, name: table.name.name),
        "comment on \(table.source.name)")
    }
    for column in table.columns {
      guard let comment = column.source.comment else { continue }
      addComment(
        comment, on: "COLUMN \(table.name.quoted).\(PostgresIdentifier.quoted(column.name))",
        TargetObject(kind: .columnComment, table: table.name.name, name: column.name),
        "comment on \(table.source.name).\(column.source.name)")
    }
  }

  private mutating func addComment(_ comment: String, on place: String, _ target: TargetObject, _ object: String) {
    if comment.unicodeScalars.contains("\0") {
      report(.warning, "comment.nul", object, "a NUL character in it becomes U+FFFD", "nothing needs to be done")
    }
    add(.comment, target, "COMMENT ON \(place) IS \(PostgresLiteral.quoted(comment))")
  }

  /// Planner statistics; the last thing.
  mutating func addStatistics(_ table: TargetTable) {
    add(.statistics, TargetObject(kind: .statistics, name: table.name.name), "ANALYZE \(table.name.quoted)")
  }

  /// CREATE SCHEMA.
  mutating func addSchema() {
    add(
      .schema, TargetObject(kind: .schema, name: target),
      "CREATE SCHEMA IF NOT EXISTS \(PostgresIdentifier.quoted(target))")
  }
}
