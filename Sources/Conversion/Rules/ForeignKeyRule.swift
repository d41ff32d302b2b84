import Model

extension SchemaConversion {
  /// FOREIGN KEY with its actions and states, also to tables of other owners in the same run.
  ///
  /// ```sql
  /// -- Oracle
  /// FOREIGN KEY (order_id) REFERENCES orders ON DELETE CASCADE ENABLE NOVALIDATE
  /// -- PostgreSQL
  /// FOREIGN KEY ("order_id") REFERENCES "app"."orders" ("order_id") ON DELETE CASCADE NOT VALID
  /// ```
  ///
  /// Not the same: one whose table or key is not carried over is left out.
  mutating func addForeignKeys(_ table: TargetTable) {
    for key in table.source.foreignKeys {
      let object = "foreign key \(table.source.name).\(key.name)"
      guard isEnabled(key.state, object), let columns = carriedColumns(key.columns, of: table, object) else { continue }
      guard let referenced = referencedTable(key, object),
        let name = names.constraints[PartKey(table: table.source.name, name: key.name)]
      else { continue }
      guard let referencedColumns = referenced.names(of: key.referencedColumns),
        let referencedKey = Self.key(of: referenced, on: key.referencedColumns)
      else {
        report(
          .warning, "foreign-key.no-key", object,
          "the key of \(key.referencedTable) that it refers to is not carried over",
          "add that key, then the foreign key")
        continue
      }
      var sql = "ALTER TABLE \(table.name.quoted) ADD CONSTRAINT \(PostgresIdentifier.quoted(name)) "
      sql += "FOREIGN KEY (\(PostgresIdentifier.quotedList(columns))) "
      sql += "REFERENCES \(referenced.name.quoted) (\(PostgresIdentifier.quotedList(referencedColumns)))"
      switch key.deleteRule {
      case .noAction: break
      case .cascade: sql += " ON DELETE CASCADE"
      case .setNull: sql += " ON DELETE SET NULL"
      }
      sql += Self.deferral(key.state)
      let isChecked = !key.state.isValidated && partitionedTables.contains(table.source.name)
      if isChecked {
        report(
          .warning, "foreign-key.partitioned", object,
          "Oracle never validated it; PostgreSQL does for a partitioned table, and refuses it when rows break it",
          "mend the rows")
      } else if !key.state.isValidated {
        sql += " NOT VALID"
      }
      let constraint = TargetObject(kind: .foreignKey, table: table.name.name, name: name)
      // Where the key could not be made, nothing can refer to it.
      add(
        .foreignKey, constraint,
        mayFail: !referencedKey.state.isValidated || isChecked || hasCondition(referenced), sql)
      if key.state.isValidated { validateApart(constraint, of: table, referenced) }
    }
  }

  /// Lets the foreign key that was added last be validated in a step of its own.
  ///
  /// Not on partitioned tables, where PostgreSQL refuses NOT VALID, nor to them, where it makes a constraint for each
  /// partition that VALIDATE leaves as it is.
  private mutating func validateApart(_ constraint: TargetObject, of table: TargetTable, _ referenced: TargetTable) {
    guard table.source.partitioning == nil, referenced.source.partitioning == nil, !statements.isEmpty else { return }
    let sql = "ALTER TABLE \(table.name.quoted) VALIDATE CONSTRAINT \(PostgresIdentifier.quoted(constraint.name))"
    statements[statements.count - 1].validation = RowValidation(sql: sql, referencedTable: referenced.name)
  }

  private mutating func referencedTable(_ key: ForeignKey, _ object: String) -> TargetTable? {
    if key.referencedOwner == schema.owner, let table = tables[key.referencedTable] { return table }
    if let table = neighbours[key.referencedOwner]?[key.referencedTable] { return table }
    let isElsewhere = key.referencedOwner != schema.owner
    report(
      .warning, "foreign-key.table-missing", object,
      "it refers to \(isElsewhere ? key.referencedOwner + "." : "")\(key.referencedTable), which is not carried over in this run",
      isElsewhere ? "carry that schema over, then add the foreign key" : "carry that table over as well")
    return nil
  }
}
