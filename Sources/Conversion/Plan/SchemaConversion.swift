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
  /// The columns of the views that are made.
  var views: [TableMapping] = []
  var findings: [Finding] = []
  /// The keys that converted foreign keys refer to: PostgreSQL wants a real constraint there, and no deferrable one.
  var referencedKeys: Set<PartKey> = []
  /// Columns that a sequence fills, in the place of a trigger.
  var fillers: [ColumnKey: SequenceFiller] = [:]
  /// Sequences that an identity took over, which makes them.
  var ownedSequences: Set<String> = []
  /// Tables, by Oracle name, that have partitions in PostgreSQL, too.
  var partitionedTables: Set<String> = []
  /// Synonyms of which it is known what became of them.
  var settledSynonyms: Set<SynonymDefinition> = []
  /// Triggers that became something else.
  var absorbedTriggers: Set<String> = []
  /// Functions and procedures that triggers call, and that are carried for them.
  var carriedFunctions: Set<String> = []
  /// Columns that BEFORE triggers set, by Oracle name.
  var triggerColumns: [QualifiedName: Set<String>] = [:]
  /// The carried tables of other owners in the same conversion, by owner and Oracle name.
  var neighbours: [String: [String: TargetTable]] = [:]

  /// The plan for a schema.
  ///
  /// - Throws: `ConversionError` when `options.tables` names none of the schema's, and for options that are impossible for
  ///   this schema.
  public static func plan(for schema: Schema, options: ConversionOptions = ConversionOptions()) throws -> MigrationPlan
  {
    try check(options, for: [schema])
    var conversion = SchemaConversion(schema: schema, options: options)
    let selected = try selectedTables(conversion.schema, options.tables)
    conversion.settle(selected, TypeSettlement([schema], options: options))
    // With a choice of tables, nothing but them is carried.
    return planned([conversion], selected: [selected], withViews: options.tables == nil)[0]
  }

  /// The plans for schemas that may refer to each other, in their order.
  ///
  /// - Parameter options: what they share, and the target of the first; the others take their owner's name.
  public static func plans(for schemas: [Schema], options: ConversionOptions = ConversionOptions()) -> [MigrationPlan] {
    let settlement = TypeSettlement(schemas, options: options)
    var conversions: [SchemaConversion] = []
    for (index, schema) in schemas.enumerated() {
      var own = options
      if index > 0 { own.targetSchema = nil }
      var conversion = SchemaConversion(schema: schema, options: own)
      conversion.settle(conversion.schema.tables, settlement)
      conversions.append(conversion)
    }
    return planned(conversions, selected: conversions.map(\.schema.tables), withViews: true)
  }

  /// The plans of schemas whose tables are settled.
  private static func planned(
    _ conversions: [SchemaConversion], selected: [[Table]], withViews: Bool
  ) -> [MigrationPlan] {
    let tables = Dictionary(conversions.map { ($0.schema.owner, $0.tables) }) { first, _ in first }
    let sources = tables.values.flatMap { $0.values.map(\.source) }
    var views = ViewPlanner(conversions)
    if withViews {
      views.run()
      views.makeSynonyms()
    }
    var triggers = TriggerPlanner(conversions, catalogue: views.catalogue)
    triggers.run()
    return conversions.enumerated().map { place, conversion in
      var conversion = conversion
      conversion.neighbours = tables
      conversion.findReferencedKeys(in: sources)
      conversion.statements += views.statements[place]
      conversion.findings += views.findings[place]
      conversion.views = views.mappings[place]
      conversion.take(triggers.outcomes[place])
      conversion.settledSynonyms = withViews ? Set(conversion.schema.synonyms) : []
      conversion.addGrants(withViews ? views.catalogue : nil)
      for table in views.stored[place] { conversion.addIndexes(table, phase: .view) }
      return conversion.plan(selected: selected[place])
    }
  }

  private init(schema: Schema, options: ConversionOptions) {
    self.options = options
    typeMap = TypeMap(postgresMajorVersion: options.postgresMajorVersion, hasPostGIS: options.hasPostGIS)
    target = options.schemaName(of: schema.owner)
    // Over all objects: a name must not depend on what is carried in the same run.
    names = TargetNames(schema, keepsCase: options.keepsCase, choices: options.names)
    (self.schema, findings) = Self.selected(schema, options.objects)
  }

  /// Settles names, types and generated columns of the tables that are carried.
  private mutating func settle(_ selected: [Table], _ settlement: TypeSettlement) {
    let carried = carriedTables(selected)
    keepNameFindings(of: carried, isRestricted: options.tables != nil)
    nameSequences()
    settleTypes(carried, settlement)
    convertVirtualColumns()
    absorbSequenceTriggers()
  }

  private mutating func plan(selected: [Table]) -> MigrationPlan {
    let isRestricted = options.tables != nil
    var creations: [TablePlan] = []
    for table in order.compactMap({ tables[$0] }) { creations.append(tablePlan(table)) }
    addSchema()
    addTypes()
    let triggers = statements.filter { $0.phase == .trigger }.map(\.sql)
    addSequences(onlyUsedBy: isRestricted ? creations.map(\.creation.sql) + triggers : nil)
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
    reportConditions()
    reportCharacterSets()
    return MigrationPlan(
      schema: target, preparation: ordered.filter { $0.phase < .table },
      tables: creations.sorted {
        ($0.mapping.rowEstimate ?? 0, $1.mapping.target) > ($1.mapping.rowEstimate ?? 0, $0.mapping.target)
      },
      completion: ordered.filter { $0.phase > .table }, views: views, references: references,
      findings: findings)
  }

  /// Which carried tables refer to which; keys that are off in Oracle count as well, as rows follow them all the same.
  private var references: [QualifiedName: Set<QualifiedName>] {
    var references: [QualifiedName: Set<QualifiedName>] = [:]
    for table in tables.values {
      for key in table.source.foreignKeys where key.referencedOwner == schema.owner {
        guard let other = tables[key.referencedTable] else { continue }
        references[table.name, default: []].insert(other.name)
      }
    }
    return references
  }

  /// Adds a finding.
  mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ object: String, _ reason: String, _ remedy: String
  ) {
    findings.append(Finding(severity: severity, rule: rule, object: object, reason: reason, remedy: remedy))
  }

  /// Adds a statement.
  mutating func add(_ phase: PlanPhase, _ object: TargetObject, mayFail: Bool = false, _ sql: String) {
    // What is added to the views stands on them: their indexes.
    let place = phase == .view ? Int.max : 0
    statements.append(DDLStatement(phase: phase, object: object, sql: sql, mayFail: mayFail, place: place))
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
      serverTimeZone: options.oracleServerTimeZone ?? "UTC", postgresMajorVersion: options.postgresMajorVersion,
      allowsVolatile: allowsVolatile)
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

  static func selectedTables(_ schema: Schema, _ wanted: [String]?) throws(ConversionError) -> [Table] {
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
