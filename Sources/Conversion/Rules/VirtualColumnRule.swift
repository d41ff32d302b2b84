import Model

extension SchemaConversion {
  /// Virtual columns become stored generated ones where their expression is converted, else plain copied columns.
  ///
  /// ```sql
  /// -- Oracle
  /// label_up VARCHAR2(20) AS (UPPER(label)) VIRTUAL
  /// -- PostgreSQL
  /// "label_up" varchar(20) GENERATED ALWAYS AS (upper("label")) STORED
  /// ```
  ///
  /// Not the same: they take room; an expression with a division is rounded otherwise and not converted.
  mutating func convertVirtualColumns() {
    for tableName in order {
      guard var table = tables[tableName], table.columns.contains(where: \.source.isVirtual) else { continue }
      // A generated column may name plain columns only.
      var plain = table
      plain.columns = table.columns.filter { !$0.source.isVirtual }
      for index in table.columns.indices where table.columns[index].source.isVirtual {
        let object = "virtual column \(tableName).\(table.columns[index].source.name)"
        do {
          let text = table.columns[index].source.defaultExpression ?? ""
          table.columns[index].generation = try convertedVirtual(text, plain, table.columns[index])
        } catch {
          report(
            .warning, "virtual-column.not-converted", object,
            "\(error.reason); it becomes a plain column with the values it has now",
            "fill it by a trigger, or make it a generated column by hand")
        }
      }
      tables[tableName] = table
    }
  }

  private mutating func convertedVirtual(
    _ text: String, _ plain: TargetTable, _ column: TargetColumn
  ) throws(ConversionRefusal) -> String {
    var translator = ExpressionTranslator(context: context(plain))
    let expression = try translator.value(try OracleExpression.value(text))
    guard translator.remarks.isEmpty else { throw ConversionRefusal("a quotient is rounded otherwise than in Oracle") }
    let type = column.type
    if StoredForm("", column.source.type, type) != nil,
      let sql = try ExpressionTranslator.assigned(expression, to: column.source.type, type)
    {
      return sql
    }
    let fits =
      switch expression.type {
      case .number: type.isExactNumber
      case .text(.variable), .text(.literal): type.isText
      case .date, .timestamp: if case .timestamp = type { true } else { false }
      default: false
      }
    guard fits else { throw ConversionRefusal("the expression has another type than the column") }
    return expression.sql
  }
}
