import Catalog
import Conversion
import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient

/// Makes the plan of a load into tables that are there already: what `migrate --data-only` carries out, and what verify
/// compares such a load by.
public struct ExistingTargetPlanning: Sendable {
  private let planning: SchemaPlanning
  private let options: DataOnlyOptions

  /// - Parameter planning: schemas, tables and the user's choices; types are those of the tables that are there.
  public init(_ planning: SchemaPlanning, options: DataOnlyOptions = DataOnlyOptions()) {
    self.planning = planning
    self.options = options
  }

  /// A plan, and what it is made of.
  public struct Plan: Sendable {
    /// Tables that are there and findings, and no statements.
    ///
    /// Blocking findings forbid the load.
    public var plan: MigrationPlan
    /// The tables that are filled, as the catalogue has them.
    public var tables: [ExistingTable]
    /// Oracle's own sequences.
    var sequences: [SequenceDefinition]
    /// What the target schema holds.
    var inventory: TargetInventory
  }

  /// The PostgreSQL schema.
  public var schemaName: String {
    var options = planning.options
    options.targetSchema = planning.targetSchema
    return options.schemaName(of: planning.owner)
  }

  /// Reads both dictionaries and matches them.
  ///
  /// - Throws: `CatalogError`, `ConversionError`, `MigrationError.unsuitableTarget`, or errors of the connections.
  public func plan(oracle: OracleConnection, postgres: PostgresSession) async throws -> Plan {
    let catalog = OracleCatalog(connection: oracle)
    try await catalog.showArchivedRows()
    try await catalog.compareBytes()
    let schema = try await catalog.schema(owner: planning.owner)
    var choices = planning.options
    choices.tables = planning.tables
    let target = schemaName
    let inventory = try await inventory(of: target, postgres)
    let existing = try await PostgresCatalog(session: postgres).existingTables(of: target)
    let (tables, findings) = try SchemaConversion.carriedTables(of: schema, options: choices)
    var matching = TableMatching(names: choices.names, keepsCase: choices.keepsCase, options: options)
    matching.match(
      tables, with: existing, schema: target, isChoice: planning.tables != nil, conditions: choices.conditions,
      characterSets: choices.characterSets)
    var plan = MigrationPlan(
      schema: target, preparation: [],
      tables: matching.matches.map(Self.tablePlan).sorted {
        ($0.mapping.rowEstimate ?? 0, $1.mapping.target) > ($1.mapping.rowEstimate ?? 0, $0.mapping.target)
      },
      completion: [], references: Self.references(matching.matches), findings: findings + matching.findings)
    plan.findings += try await Self.conditionFindings(plan, oracle)
    if plan.tables.isEmpty {
      plan.findings.append(
        Finding(
          severity: .blocking, rule: "schema.without-tables", object: "schema \(target) of PostgreSQL",
          reason: "it has no table for any of \(planning.owner)'s", remedy: "make the tables, or see [postgres] schema")
      )
    }
    return Plan(
      plan: plan, tables: matching.matches.map(\.target),
      sequences: planning.tables == nil ? schema.sequences : [], inventory: inventory)
  }

  private func inventory(of target: String, _ postgres: PostgresSession) async throws -> TargetInventory {
    guard target != Ledger.schemaName else {
      throw MigrationError.unsuitableTarget(
        "schema \(Ledger.schemaName) of PostgreSQL belongs to the ledger; name another one as [postgres] schema")
    }
    let inventory = try await PostgresCatalog(session: postgres).inventory(of: target)
    guard inventory.encoding == "UTF8" else {
      throw MigrationError.unsuitableTarget(
        "the PostgreSQL database has the encoding \(inventory.encoding), which cannot hold every character")
    }
    guard inventory.majorVersion >= 14 else {
      throw MigrationError.unsuitableTarget(
        "PostgreSQL \(inventory.majorVersion) is too old: 14 is the first whose numeric has infinities")
    }
    guard inventory.schemaExists else {
      throw MigrationError.unsuitableTarget(
        "there is no schema \(target.printable) in PostgreSQL, so that there are no tables to load into; name another one as "
          + "[postgres] schema, or leave --data-only out, and oraferry makes it")
    }
    return inventory
  }

  private static func tablePlan(_ match: TableMatching.Match) -> TablePlan {
    let name = match.target.name.name
    let object = TargetObject(kind: .table, table: name, name: name)
    var plan = TablePlan(mapping: match.mapping, creation: DDLStatement(phase: .table, object: object, sql: ""))
    plan.isExisting = true
    return plan
  }

  /// Which tables refer to which in Oracle; PostgreSQL's may have other foreign keys, or none.
  private static func references(_ matches: [TableMatching.Match]) -> [QualifiedName: Set<QualifiedName>] {
    var references: [QualifiedName: Set<QualifiedName>] = [:]
    for match in matches {
      for key in match.source.foreignKeys where key.referencedOwner == match.mapping.sourceOwner {
        guard let other = matches.first(where: { $0.mapping.sourceName == key.referencedTable }) else { continue }
        references[match.target.name, default: []].insert(other.target.name)
      }
    }
    return references
  }

  /// Asks Oracle for no row of each table with a condition: what it does not understand is told before any row moves.
  private static func conditionFindings(_ plan: MigrationPlan, _ oracle: OracleConnection) async throws -> [Finding] {
    var findings: [Finding] = []
    for table in plan.tables where table.mapping.condition != nil && !table.mapping.columns.isEmpty {
      let object = "table \(table.mapping.sourceName)"
      do {
        _ = try await oracle.rows("SELECT 1 FROM \(try table.mapping.carriedRows(scn: nil, and: ["1 = 0"]))")
        findings.append(
          Finding(
            severity: .info, rule: "rows.condition", object: object,
            reason: "only the rows of its condition in [where] are carried, as was asked for",
            remedy: "nothing needs to be done"))
      } catch let error as OracleError {
        findings.append(
          Finding(
            severity: .blocking, rule: "rows.condition", object: object,
            reason: "Oracle refuses its condition in [where]: ORA-\(error.code)",
            remedy: "write it as it would stand behind WHERE"))
      }
    }
    return findings
  }
}

extension SchemaPlanning {
  /// The plan of the last run to the target schema: after a load into existing tables, what that load made of them.
  ///
  /// - Throws: as `plan` does.
  public func planOfLastRun(oracle: OracleConnection, postgres: PostgresSession) async throws -> MigrationPlan {
    // Columns without a place were refused, or left behind with a finding, when the rows were loaded.
    let existing = ExistingTargetPlanning(self, options: DataOnlyOptions(ignoresUnmatchedColumns: true))
    if try await LedgerStatus.isDataOnly(existing.schemaName, on: postgres) {
      return try await existing.plan(oracle: oracle, postgres: postgres).plan
    }
    return try await plan(oracle: oracle, postgres: postgres).0
  }
}
