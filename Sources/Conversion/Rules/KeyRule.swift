import Model

extension SchemaConversion {
  /// PRIMARY KEY, by its name and with its state.
  ///
  /// ```sql
  /// -- Oracle
  /// CONSTRAINT t_pk PRIMARY KEY (id) DEFERRABLE INITIALLY DEFERRED USING INDEX TABLESPACE x
  /// -- PostgreSQL
  /// ADD CONSTRAINT "t_pk" PRIMARY KEY ("id") DEFERRABLE INITIALLY DEFERRED
  /// ```
  ///
  /// Not the same: a foreign key can't refer to a deferrable key; a NOVALIDATE one is validated.
  mutating func addPrimaryKey(_ table: TargetTable) {
    guard let key = table.source.primaryKey else { return }
    let object = "primary key \(table.source.name).\(key.name)"
    guard isEnabled(key.state, object), let columns = carriedColumns(key.columns, of: table, object) else { return }
    addKey(key, columns, of: table, phase: .primaryKey, kind: .primaryKey, words: "PRIMARY KEY", object)
  }

  /// Notes the keys that converted foreign keys of these tables will refer to.
  mutating func findReferencedKeys(in carried: [Table]) {
    for table in carried {
      for foreignKey in table.foreignKeys where foreignKey.state.isEnabled {
        guard foreignKey.referencedOwner == schema.owner, let referenced = tables[foreignKey.referencedTable],
          let key = Self.key(of: referenced, on: foreignKey.referencedColumns)
        else { continue }
        referencedKeys.insert(PartKey(table: referenced.source.name, name: key.name))
      }
    }
  }

  /// The enabled key of a table on exactly these columns, in any order.
  static func key(of table: TargetTable, on columns: [String]) -> KeyConstraint? {
    ([table.source.primaryKey].compactMap { $0 } + table.source.uniqueConstraints).first {
      $0.state.isEnabled && !columns.isEmpty && $0.columns.count == columns.count && Set($0.columns) == Set(columns)
    }
  }

  /// The statement that adds a primary key or unique constraint.
  mutating func addKey(
    _ key: KeyConstraint, _ columns: [String], of table: TargetTable, phase: PlanPhase, kind: TargetObject.Kind,
    words: String, _ object: String
  ) {
    let part = PartKey(table: table.source.name, name: key.name)
    guard let name = names.constraints[part] else { return }
    var sql = "ALTER TABLE \(table.name.quoted) ADD CONSTRAINT \(PostgresIdentifier.quoted(name)) \(words) "
    sql += "(\(PostgresIdentifier.quotedList(columns)))"
    if key.state.isDeferrable {
      if referencedKeys.contains(part) {
        report(
          .warning, "key.deferrable-referenced", object,
          "a foreign key refers to it, and PostgreSQL allows that for keys that are not deferrable only",
          "order the statements of a transaction so that no duplicate arises between them")
      } else {
        sql += Self.deferral(key.state)
      }
    }
    if !key.state.isValidated {
      report(
        .info, "key.novalidate", object,
        "Oracle never validated it; PostgreSQL does, and refuses it when there are duplicates",
        "remove the duplicates")
    }
    add(phase, TargetObject(kind: kind, table: table.name.name, name: name), mayFail: !key.state.isValidated, sql)
  }

  /// DEFERRABLE, and its beginning.
  static func deferral(_ state: ConstraintState) -> String {
    state.isDeferrable ? " DEFERRABLE INITIALLY " + (state.isInitiallyDeferred ? "DEFERRED" : "IMMEDIATE") : ""
  }

  /// Whether a constraint is enabled; a disabled one is reported.
  mutating func isEnabled(_ state: ConstraintState, _ object: String) -> Bool {
    if !state.isEnabled {
      report(
        .warning, "constraint.disabled", object, "it is disabled in Oracle and left out",
        "add it once the rows keep to it")
    }
    return state.isEnabled
  }

  /// PostgreSQL's names of columns; a constraint whose columns are not all carried is reported.
  mutating func carriedColumns(_ columns: [String], of table: TargetTable, _ object: String) -> [String]? {
    guard let names = table.names(of: columns) else {
      report(
        .warning, "constraint.column-missing", object, "a column of it is not carried over, so it is left out",
        "add it once the column is there")
      return nil
    }
    return names
  }
}
