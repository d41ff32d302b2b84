import Model

/// Makes the plan of a migration from an Oracle schema: one rule a file under Rules, each adding statements and findings.
public struct SchemaConversion {
  let schema: Schema
  let options: ConversionOptions
  let typeMap: TypeMap
  let target: String
  let names: TargetNames
  /// The tables that are carried, by Oracle name; filled by `settleTables`.
  var tables: [String: TargetTable] = [:]
  /// Oracle names of the carried tables, in order.
  var order: [String] = []
  var sequences: [String: QualifiedName] = [:]
  var statements: [DDLStatement] = []
  var findings: [Finding] = []
  /// The keys that converted foreign keys refer to: PostgreSQL wants a real constraint there, and no deferrable one.
  var referencedKeys: Set<PartKey> = []

  /// The plan for a schema.
  ///
  /// - Throws: `ConversionError.unknownTables` when `options.tables` names none of the schema's.
  public static func plan(for schema: Schema, options: ConversionOptions = ConversionOptions()) throws -> MigrationPlan
  {
    let selected = try selectedTables(schema, options.tables)
    var conversion = SchemaConversion(schema: schema, selected: selected, options: options)
    return conversion.plan(selected: selected)
  }

  private init(schema: Schema, selected: [Table], options: ConversionOptions) {
    self.schema = schema
    self.options = options
    typeMap = TypeMap(postgresMajorVersion: options.postgresMajorVersion)
    target = options.targetSchema ?? PostgresIdentifier.folded(oracleName: schema.owner)
    names = TargetNames(schema)
  }

  private mutating func plan(selected: [Table]) -> MigrationPlan {
    let isRestricted = options.tables != nil
    let carried = carriedTables(selected)
    keepNameFindings(of: carried, isRestricted: isRestricted)
    nameSequences()
    settleTypes(carried)
    convertVirtualColumns()
    findReferencedKeys()
    var creations: [TablePlan] = []
    for table in order.compactMap({ tables[$0] }) { creations.append(tablePlan(table)) }
    addSchema()
    addSequences(onlyUsedBy: isRestricted ? creations.map(\.creation.sql) : nil)
    for table in order.compactMap({ tables[$0] }) {
      addPrimaryKey(table)
      addUniqueConstraints(table)
      addChecks(table)
    }
    for table in order.compactMap({ tables[$0] }) {
      addIndexes(table)
      addForeignKeys(table)
      addIdentityValues(table)
      addComments(table)
      addStatistics(table)
    }
    reportOtherObjects(ofTables: isRestricted ? Set(selected.map(\.name)) : nil)
    let ordered = statements.enumerated().sorted { ($0.element.phase, $0.offset) < ($1.element.phase, $1.offset) }
      .map(\.element)
    return MigrationPlan(
      schema: target, preparation: ordered.filter { $0.phase < .table },
      tables: creations.sorted {
        ($0.mapping.rowEstimate ?? 0, $1.mapping.target) > ($1.mapping.rowEstimate ?? 0, $0.mapping.target)
      },
      completion: ordered.filter { $0.phase > .table }, findings: findings)
  }

  /// Adds a finding.
  mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ object: String, _ reason: String, _ remedy: String
  ) {
    findings.append(Finding(severity: severity, rule: rule, object: object, reason: reason, remedy: remedy))
  }

  /// Adds a statement.
  mutating func add(_ phase: PlanPhase, _ object: TargetObject, mayFail: Bool = false, _ sql: String) {
    statements.append(DDLStatement(phase: phase, object: object, sql: sql, mayFail: mayFail))
  }

  /// What the names in a table's expressions mean.
  func context(_ table: TargetTable?, allowsVolatile: Bool = false) -> ExpressionContext {
    var columns: [String: ExpressionContext.ColumnMeaning] = [:]
    for column in table?.columns ?? [] {
      columns[column.source.name] = ExpressionContext.ColumnMeaning(
        targetName: column.name, oracleType: column.source.type, postgresType: column.type,
        isNullable: column.isNullable, isGenerated: column.isGenerated)
    }
    return ExpressionContext(
      columns: columns, table: table?.source.name, owner: schema.owner, sequences: sequences,
      serverTimeZone: options.oracleServerTimeZone ?? "UTC", allowsVolatile: allowsVolatile)
  }

  private mutating func keepNameFindings(of carried: [Table], isRestricted: Bool) {
    guard isRestricted else {
      findings += schema.findings + names.findings
      return
    }
    let tables = carried.map(\.name)
    findings += (schema.findings + names.findings).filter { finding in
      finding.object.hasPrefix("database ")
        || tables.contains { finding.object == "table \($0)" || finding.object.contains(" \($0).") }
    }
  }

  private static func selectedTables(_ schema: Schema, _ wanted: [String]?) throws(ConversionError) -> [Table] {
    guard let wanted else { return schema.tables }
    let known = Set(schema.tables.map(\.name))
    var chosen: Set<String> = []
    var unknown: [String] = []
    for name in wanted {
      if let match = [name, name.uppercased()].first(where: known.contains) {
        chosen.insert(match)
      } else {
        unknown.append(name)
      }
    }
    guard unknown.isEmpty else {
      throw .unknownTables(unknown, owner: schema.owner, available: schema.tables.map(\.name))
    }
    return schema.tables.filter { chosen.contains($0.name) }
  }
}
