import Model

extension SchemaConversion {
  /// UNIQUE, which treats NULLs as Oracle does.
  ///
  /// Over several columns of which some may be NULL, Oracle refuses a second (1, NULL) and lets any number of
  /// (NULL, NULL) pass. PostgreSQL's constraint lets both pass; a unique index NULLS NOT DISTINCT (from version 15 on)
  /// over the rows that are not NULL throughout does what Oracle does. A foreign key needs the constraint, too.
  ///
  /// ```sql
  /// -- Oracle
  /// UNIQUE (a, b)
  /// -- PostgreSQL
  /// CREATE UNIQUE INDEX "t_a_b_key" ON "app"."t" ("a", "b") NULLS NOT DISTINCT WHERE "a" IS NOT NULL OR "b" IS NOT NULL
  /// ```
  ///
  /// Not the same: before PostgreSQL 15, and for deferrable keys, rows that are equal and NULL in a part of the key pass.
  mutating func addUniqueConstraints(_ table: TargetTable) {
    for key in table.source.uniqueConstraints {
      let object = "unique constraint \(table.source.name).\(key.name)"
      guard isEnabled(key.state, object), let columns = carriedColumns(key.columns, of: table, object) else { continue }
      let part = PartKey(table: table.source.name, name: key.name)
      if columns.count == 1 || table.areNotNull(key.columns) {
        addKey(key, columns, of: table, phase: .unique, kind: .unique, words: "UNIQUE", object)
      } else if key.state.isDeferrable || options.postgresMajorVersion < 15 {
        addKey(key, columns, of: table, phase: .unique, kind: .unique, words: "UNIQUE", object)
        report(
          .warning, "unique.null-parts", object,
          "rows that are equal and NULL in a part of the key are refused by Oracle only",
          "make the columns NOT NULL, or add a unique index NULLS NOT DISTINCT (PostgreSQL 15)")
      } else if referencedKeys.contains(part) {
        addKey(key, columns, of: table, phase: .unique, kind: .unique, words: "UNIQUE", object)
        addNullAwareIndex(names.companionIndexes[part], columns, of: table, mayFail: !key.state.isValidated)
      } else {
        addNullAwareIndex(names.constraints[part], columns, of: table, mayFail: !key.state.isValidated)
        report(
          .info, "unique.index", object, "it becomes a unique index, which treats NULLs as Oracle does",
          "nothing needs to be done")
      }
    }
  }

  private mutating func addNullAwareIndex(
    _ name: String?, _ columns: [String], of table: TargetTable, mayFail: Bool
  ) {
    guard let name else { return }
    let keys = columns.map(PostgresIdentifier.quoted)
    let sql = """
      CREATE UNIQUE INDEX \(PostgresIdentifier.quoted(name)) ON \(table.name.quoted) \
      (\(keys.joined(separator: ", ")))\(Self.nullAwareness(keys))
      """
    add(.unique, TargetObject(kind: .index, table: table.name.name, name: name), mayFail: mayFail, sql)
  }

  /// What makes a unique index over several keys treat NULLs as Oracle does.
  static func nullAwareness(_ keys: [String]) -> String {
    " NULLS NOT DISTINCT WHERE " + keys.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")
  }
}
