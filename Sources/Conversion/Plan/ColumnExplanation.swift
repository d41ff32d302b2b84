import Model

/// Why a column became what it is.
public struct ColumnExplanation: Sendable, Hashable, Codable {
  /// The owner, the table and the column as Oracle spells them.
  public var owner: String
  /// The table.
  public var table: String
  /// The column.
  public var column: String
  /// The declared type.
  public var oracleType: String
  /// PostgreSQL's name of the table, with its schema; nil when the column is not carried over.
  public var targetTable: String?
  /// PostgreSQL's name of the column.
  public var targetColumn: String?
  /// PostgreSQL's type.
  public var postgresType: String?
  /// The column's part of CREATE TABLE.
  public var definition: String?
  /// The reasons for the type, and then for NULL, default and identity, in the order in which they were weighed.
  public var steps: [TypeStep]
  /// What there is to say about the column.
  public var findings: [Finding]
}

extension SchemaConversion {
  /// Explains a column of one of these schemas.
  ///
  /// - Parameters:
  ///   - name: `TABLE.COLUMN` or `OWNER.TABLE.COLUMN`; folded to upper case unless in double quotes.
  ///   - schemas: all that are converted together: their foreign keys have a say.
  /// - Throws: `ConversionError.unknownColumn`, with names that are near, and `ConversionError.option`.
  public static func explain(
    _ name: String, in schemas: [Schema], options: ConversionOptions = ConversionOptions()
  ) throws(ConversionError) -> ColumnExplanation {
    try check(options, for: schemas)
    let parts = NamePattern.parts(of: name.trimmingBlanks).map { Self.folded(String($0)) }
    guard (2...3).contains(parts.count) else { throw .unknownColumn(name, near: []) }
    let (tableName, columnName) = (parts[parts.count - 2], parts[parts.count - 1])
    let named = schemas.filter { parts.count == 2 || $0.owner == parts[0] }
    let found = named.compactMap { schema -> (Schema, Table, Column)? in
      guard let table = schema.tables.first(where: { $0.name == tableName }), let column = table.column(columnName)
      else { return nil }
      return (schema, table, column)
    }
    guard let (schema, table, column) = found.first else {
      let tables = named.flatMap(\.tables)
      let own = tables.filter { $0.name == tableName }
      let candidates = (own.isEmpty ? tables : own).flatMap { table in
        table.columns.map { table.name + "." + $0.name }
      }
      let near = NearNames.of(tableName + "." + columnName, among: candidates)
      let all = own.isEmpty ? [] : candidates.prefix(20).map { $0 }
      throw .unknownColumn(name, near: near.isEmpty ? all : near)
    }
    let key = OwnedColumn(owner: schema.owner, key: ColumnKey(table: table.name, column: column.name))
    let settled = TypeSettlement(schemas, options: options).types[key]
    let place = schemas.firstIndex { $0.owner == schema.owner } ?? 0
    let plan = plans(for: schemas, options: options)[place]
    let made = plan.tables.first { $0.mapping.sourceName == table.name }
    let mapping = made.flatMap { plan in
      (plan.mapping.columns + plan.mapping.generatedColumns).first { $0.sourceName == column.name }
    }
    let definition = mapping.flatMap { made?.definitions[$0.targetName] }
    let suffix = " \(table.name).\(column.name)"
    return ColumnExplanation(
      owner: schema.owner, table: table.name, column: column.name, oracleType: column.type.description,
      targetTable: made?.mapping.target.description, targetColumn: mapping?.targetName,
      postgresType: mapping?.postgresType.sql, definition: definition,
      steps: (settled?.steps ?? []) + otherSteps(column, mapping, definition),
      findings: plan.findings.filter { $0.object.hasSuffix(suffix) || $0.object == "table \(table.name)" })
  }

  private static func folded(_ name: String) -> String {
    name.count > 2 && name.hasPrefix("\"") && name.hasSuffix("\"")
      ? String(name.dropFirst().dropLast()) : name.uppercased()
  }

  private static func otherSteps(_ column: Column, _ mapping: ColumnMapping?, _ definition: String?) -> [TypeStep] {
    guard let mapping, let definition else {
      return [TypeStep(rule: "not-carried", text: "the column is not carried over; see the findings")]
    }
    var steps: [TypeStep] = []
    if mapping.targetName != PostgresIdentifier.folded(oracleName: column.name) {
      steps.append(TypeStep(rule: "name", text: "it is called \"\(mapping.targetName)\""))
    }
    steps.append(
      TypeStep(rule: "null", text: column.isNullable ? "NULL is allowed" : "NOT NULL in Oracle, and here"))
    let isNumbered = definition.contains(" AS IDENTITY (")
    if column.isVirtual {
      let isGenerated = definition.contains(" GENERATED ALWAYS AS (")
      steps.append(
        TypeStep(
          rule: "virtual-column",
          text: isGenerated ? "a virtual column becomes a generated one" : "a virtual column becomes a plain one"))
    } else if column.identity != nil {
      let text =
        isNumbered ? "an identity" : definition.contains(" DEFAULT ") ? "a sequence's default" : "a plain column"
      steps.append(TypeStep(rule: "identity", text: "the identity becomes \(text)"))
    } else if let text = column.defaultExpression {
      let isKept = definition.contains(" DEFAULT ")
      steps.append(
        TypeStep(
          rule: "default",
          text: "DEFAULT \(text) " + (isKept ? "becomes a default" : "leaves the column without a default")))
    } else if isNumbered || definition.contains(" DEFAULT ") {
      let form = isNumbered ? "an identity" : "a default"
      steps.append(TypeStep(rule: "sequence-trigger", text: "a trigger that fills it from a sequence becomes \(form)"))
    }
    return steps
  }
}
