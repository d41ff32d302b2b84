import Model

extension SchemaConversion {
  /// FOREIGN KEY.
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
      if !key.state.isValidated { sql += " NOT VALID" }
      // Where the key could not be made, nothing can refer to it.
      add(
        .foreignKey, TargetObject(kind: .foreignKey, table: table.name.name, name: name),
        mayFail: !referencedKey.state.isValidated, sql)
    }
  }

  private mutating func referencedTable(_ key: ForeignKey, _ object: String) -> TargetTable? {
    if key.referencedOwner == schema.owner, let table = tables[key.referencedTable] { return table }
    let isElsewhere = key.referencedOwner != schema.owner
    report(
      .warning, "foreign-key.table-missing", object,
      "it refers to \(isElsewhere ? key.referencedOwner + "." : "")\(key.referencedTable), which is not carried over in this run",
      isElsewhere ? "carry that schema over, then add the foreign key" : "carry that table over as well")
    return nil
  }
}
