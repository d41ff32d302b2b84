import Model

extension SchemaConversion {
  /// Columns whose bytes are text of another character set than the database's, as [character-sets] of config.ini says.
  ///
  /// ```sql
  /// -- config.ini: [character-sets] CUSTOMERS.NAME = WE8MSWIN1252
  /// -- Oracle, of character set US7ASCII
  /// CREATE TABLE customers (name VARCHAR2(40))
  /// -- PostgreSQL
  /// CREATE TABLE "app"."customers" ("name" varchar(40))  -- read by UTL_RAW.CAST_TO_RAW and decoded
  /// ```
  ///
  /// Not the same: CLOB and LONG columns come as Oracle converts them, whatever an entry with `*` says, with a finding.
  /// Default values, checks and comments do, too.
  mutating func reportCharacterSets() {
    guard !options.characterSets.isEmpty else { return }
    if options.characterSets.decide(order.compactMap { tables[$0]?.source }) {
      findings.removeAll { $0.rule == Finding.databaseCharacterSet }
    }
    for table in order.compactMap({ tables[$0] }) {
      for column in table.columns {
        findings += options.characterSets.findings(owner: table.source.owner, table: table.source.name, column.source)
      }
    }
  }
}

extension CharacterSetChoices {
  /// What becomes of a column's text.
  public func findings(owner: String, table: String, _ column: Column) -> [Finding] {
    guard let set = set(owner: owner, table: table, column: column.name) else { return [] }
    let object = "column \(table).\(column.name)"
    if let declared = declaredText(owner: owner, table: table, column) {
      return [
        Finding(
          severity: .info, rule: "text.character-set", object: object,
          reason: "it is read as bytes, which are taken for \(declared.characterSet), as [character-sets] says",
          remedy: "nothing needs to be done")
      ]
    }
    guard column.type.isLongText else { return [] }
    return [
      Finding(
        severity: .warning, rule: "text.character-set", object: object,
        reason: "[character-sets] says \(set.name), but a query cannot give the bytes of a \(column.type): it comes as "
          + "Oracle converts it",
        remedy: "mend values in Oracle whose replacement characters are counted; write \(table).\(column.name) = - to "
          + "say nothing of it")
    ]
  }
}
