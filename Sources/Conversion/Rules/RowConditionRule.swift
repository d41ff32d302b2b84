import Model

extension SchemaConversion {
  /// Tables of which only some rows are carried, as [where] of config.ini says.
  ///
  /// ```sql
  /// -- config.ini: [where] ORDERS = order_date >= DATE '2020-01-01'
  /// -- Oracle
  /// CREATE TABLE orders (id NUMBER(9), order_date DATE)
  /// -- PostgreSQL
  /// CREATE TABLE "app"."orders" ("id" integer, "order_date" timestamp(0))  -- with those rows alone
  /// ```
  ///
  /// Not the same: a foreign key to such a table may not hold for the rows that come; where it doesn't, it stays NOT VALID.
  mutating func reportConditions() {
    for table in order.compactMap({ tables[$0] }) where hasCondition(table) {
      report(
        .info, "rows.condition", "table \(table.source.name)",
        "only the rows of its condition in [where] are carried, as was asked for", "nothing needs to be done")
    }
    for table in order.compactMap({ tables[$0] })
    where options.conditions.hasSubquery(owner: table.source.owner, table: table.source.name) {
      report(
        .warning, "rows.subquery", "table \(table.source.name)",
        "its condition in [where] has a subquery, whose tables are read as they are at that moment and not at the SCN of the run",
        "write AS OF SCN into it, a condition on the table's own columns, or see to it that nobody changes them meanwhile"
      )
    }
    for text in options.names.leftOut {
      report(
        .blocking, "column.left-out", "[columns] \(text)",
        "a column can only be left out where the tables are there already (migrate --data-only)",
        "remove the entry, or make the tables first and run with --data-only")
    }
  }

  /// Whether only some rows of a table are carried.
  func hasCondition(_ table: TargetTable) -> Bool {
    options.conditions.condition(owner: table.source.owner, table: table.source.name) != nil
  }
}
