import Model

extension SchemaConversion {
  /// The SQL behind DEFAULT, nil for none; what is not converted is reported and left out.
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
      let sql = try Self.adapted(expression, to: column)
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
      return sql
    } catch {
      report(
        .warning, "default.not-converted", object, "\(error.reason); the column has no default",
        "set it by ALTER TABLE ... ALTER COLUMN ... SET DEFAULT")
      return nil
    }
  }

  /// A value as a column's default, converted the way Oracle converts it when a row is inserted.
  private static func adapted(
    _ value: TranslatedExpression, to column: TargetColumn
  ) throws(ConversionRefusal) -> String? {
    switch (value.type, column.type) {
    case (.null, _): return nil
    case (.number, let type) where type.isExactNumber: return value.sql
    case (.number, .doublePrecision), (.number, .real): return value.sql
    case (.number, let type) where type.isText:
      // TO_CHAR writes a whole number as its digits; others depend on NLS_NUMERIC_CHARACTERS.
      guard let digits = value.literal, !digits.contains(".") else { break }
      return PostgresLiteral.quoted(digits)
    case (.text(.literal), let type) where type.isExactNumber:
      guard let digits = value.literal.flatMap(DecimalText.normalised) else { break }
      return digits
    case (.text(.literal), .bytea):
      return try ExpressionTranslator.bytes(hexadecimal: value.literal ?? "").sql
    case (.text, let type) where type.isText: return value.sql
    case (.bytes, .bytea): return value.sql
    case (.date, .timestamp), (.timestamp, .timestamp(precision: 1...)): return value.sql
    case (.timestamp, .timestamp): return "date_trunc('second', \(value.sql))"
    case (.instant, .timestamptz): return value.sql
    case (.instant, .timestamp(let precision)):
      guard let local = value.localTime else { break }
      return precision == 0 ? "date_trunc('second', \(local.sql))" : local.sql
    default: break
    }
    throw ConversionRefusal("its value is of another type than the column, which depends on NLS or session settings")
  }
}
