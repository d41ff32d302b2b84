import Model

extension SchemaConversion {
  /// CHECK.
  mutating func addChecks(_ table: TargetTable) {
    for check in table.source.checks {
      let object = "check constraint \(table.source.name).\(check.name)"
      guard isEnabled(check.state, object) else { continue }
      do {
        var translator = ExpressionTranslator(context: context(table))
        let condition = try translator.condition(try OracleExpression.condition(check.condition))
        guard let name = names.constraints[PartKey(table: table.source.name, name: check.name)] else { continue }
        var sql = "ALTER TABLE \(table.name.quoted) ADD CONSTRAINT \(PostgresIdentifier.quoted(name)) "
        sql += "CHECK (\(condition.sql))"
        if !check.state.isValidated { sql += " NOT VALID" }
        reportRemarks(check, translator.remarks, object)
        add(.check, TargetObject(kind: .check, table: table.name.name, name: name), sql)
      } catch {
        report(
          .warning, "check.not-converted", object, "\(error.reason); it is left out",
          "write it in PostgreSQL's words and add it by ALTER TABLE ... ADD CONSTRAINT")
      }
    }
  }

  private mutating func reportRemarks(_ check: CheckConstraint, _ remarks: [String], _ object: String) {
    if check.state.isDeferrable {
      report(
        .warning, "check.deferrable", object, "PostgreSQL can't put a check off to the end of a transaction",
        "order the statements of a transaction so that each row keeps to it")
    }
    for remark in Set(remarks).sorted() {
      report(
        .info, "check.converted", object, remark, "nothing needs to be done unless the check depends on the last digits"
      )
    }
  }
}
