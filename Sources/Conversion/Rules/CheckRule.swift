import Model
import OracleSQL

extension SchemaConversion {
  /// CHECK constraints, in PostgreSQL's words.
  ///
  /// A condition is translated with the types of its columns in mind, so that it refuses the rows that Oracle refuses.
  /// ENABLE NOVALIDATE becomes NOT VALID; a disabled one is left out.
  ///
  /// ```sql
  /// -- Oracle
  /// CONSTRAINT code_ck CHECK (code = UPPER(code) AND REGEXP_LIKE(code, '^[A-Z]+$')) ENABLE NOVALIDATE
  /// -- PostgreSQL
  /// ADD CONSTRAINT "code_ck" CHECK (("code" = upper("code")) AND ("code" ~ '^[A-Z]+$')) NOT VALID
  /// ```
  ///
  /// One that lets 0 and 1 pass of a column that became boolean is left out: the type says it.
  ///
  /// Not the same: a check can't be put off to the end of a transaction (DEFERRABLE).
  mutating func addChecks(_ table: TargetTable) {
    for check in table.source.checks {
      let object = "check constraint \(table.source.name).\(check.name)"
      guard isEnabled(check.state, object) else { continue }
      do {
        var translator = ExpressionTranslator(context: context(table))
        let read = try OracleExpression.condition(check.condition)
        if let flag = table.columns.first(where: { Self.isFlagCheck(read, of: $0) }) {
          report(
            .info, "check.absorbed", object, "\(flag.source.name) is boolean, which holds nothing but 0 and 1",
            "nothing needs to be done")
          continue
        }
        let condition = try translator.condition(read)
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

  private static func isFlagCheck(_ condition: Expression, of column: TargetColumn) -> Bool {
    guard column.source.type.isNumber, column.type == .boolean else { return false }
    return FlagCheck(column: column.source.name).admitsFlags(condition, isNullable: column.isNullable)
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
