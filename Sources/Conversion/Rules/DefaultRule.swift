import Model

extension SchemaConversion {
  /// The expression behind DEFAULT; what is not converted is reported and left out.
  ///
  /// The value is what Oracle would store: '' is NULL, a text in a number column is its number, SYSDATE is the server's
  /// local time to the second.
  ///
  /// ```sql
  /// -- Oracle
  /// empty VARCHAR2(5) DEFAULT '', day DATE DEFAULT TRUNC(SYSDATE), n NUMBER(3) DEFAULT '7'
  /// -- PostgreSQL
  /// "empty" varchar(5), "day" timestamp(0) DEFAULT date_trunc('day', ...), "n" smallint DEFAULT 7
  /// ```
  ///
  /// Not the same: DEFAULT ON NULL doesn't replace an explicit NULL; where nobody named the server's zone its clock reads UTC.
  mutating func defaultSQL(_ column: TargetColumn, of table: TargetTable) -> String? {
    guard let text = column.source.defaultExpression, !column.source.isVirtual, column.source.identity == nil else {
      return nil
    }
    let object = "default of \(table.source.name).\(column.source.name)"
    if column.source.isDefaultOnNull {
      report(
        .warning, "default.on-null", object, "DEFAULT ON NULL also replaces an explicit NULL, which PostgreSQL keeps",
        "leave the column out of INSERT, or use a BEFORE INSERT trigger")
    }
    do {
      var translator = ExpressionTranslator(context: context(nil, allowsVolatile: true))
      let expression = try translator.value(try OracleExpression.value(text))
      let sql = try ExpressionTranslator.assigned(expression, to: column.source.type, column.type)
      let usesServerClock =
        translator.usesServerClock || (expression.localTime?.isOfServer == true && sql != expression.sql)
      if usesServerClock, options.oracleServerTimeZone == nil {
        report(
          .warning, "default.server-clock", object,
          "it is the local time of Oracle's server, whose zone nobody named: the default gives UTC",
          "if the server's clock doesn't show UTC, set the default with the zone's name in its place")
      }
      for remark in translator.remarks {
        report(.info, "default.converted", object, remark, "nothing needs to be done")
      }
      // Behind DEFAULT, PostgreSQL takes AT TIME ZONE, AND, IS NULL and the like in parentheses only.
      return sql.map { $0.contains(" ") && !(expression.isAtomic && $0 == expression.sql) ? "(\($0))" : $0 }
    } catch {
      report(
        .warning, "default.not-converted", object, "\(error.reason); the column has no default",
        "set it by ALTER TABLE ... ALTER COLUMN ... SET DEFAULT")
      return nil
    }
  }
}
