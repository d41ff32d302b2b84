import Catalog
import Conversion
import Ledger
import Model
import OracleClient
import PostgresClient

/// Reads both dictionaries and makes the plan that migrate carries out and verify compares by.
public struct SchemaPlanning: Sendable {
  /// The Oracle schema, in the dictionary's spelling.
  public var owner: String
  /// The PostgreSQL schema; nil for the owner's name, folded.
  public var targetSchema: String?
  /// Only these tables; nil for all.
  public var tables: [String]?
  /// The user's choices; schema, tables and version in them are replaced.
  public var options: ConversionOptions

  public init(
    owner: String, targetSchema: String?, tables: [String]?, options: ConversionOptions = ConversionOptions()
  ) {
    self.options = options
    self.owner = owner
    self.targetSchema = targetSchema
    self.tables = tables
  }

  /// The plan, and what the target schema holds now.
  ///
  /// - Throws: `CatalogError`, `ConversionError`, `MigrationError.unsuitableTarget`, or errors of the connections.
  public func plan(
    oracle: OracleConnection, postgres: PostgresSession
  ) async throws -> (MigrationPlan, TargetInventory) {
    let (_, plan, inventory) = try await survey(oracle: oracle, postgres: postgres)
    return (plan, inventory)
  }

  /// The plan with the schema that it was made from.
  ///
  /// - Throws: as `plan` does.
  func survey(
    oracle: OracleConnection, postgres: PostgresSession
  ) async throws -> (Schema, MigrationPlan, TargetInventory) {
    let catalog = OracleCatalog(connection: oracle)
    try await catalog.showArchivedRows()
    try await catalog.compareBytes()
    let schema = try await catalog.schema(owner: owner)
    var options = self.options
    options.targetSchema = targetSchema
    options.tables = tables
    // The copy of rows can't write PostGIS's values.
    options.hasPostGIS = false
    options.postgresMajorVersion = postgres.serverVersion / 10_000
    var plan = try SchemaConversion.plan(for: schema, options: options)
    guard plan.schema != Ledger.schemaName else {
      throw MigrationError.unsuitableTarget(
        "schema \(Ledger.schemaName) of PostgreSQL belongs to the ledger; name another one as [postgres] schema")
    }
    let inventory = try await PostgresCatalog(session: postgres).inventory(of: plan.schema)
    guard inventory.encoding == "UTF8" else {
      throw MigrationError.unsuitableTarget(
        "the PostgreSQL database has the encoding \(inventory.encoding), which cannot hold every character; "
          + "make one with ENCODING 'UTF8' TEMPLATE template0 and name it as [postgres] dbname")
    }
    guard inventory.majorVersion >= 14 else {
      throw MigrationError.unsuitableTarget(
        "PostgreSQL \(inventory.majorVersion) is too old: 14 is the first whose numeric has infinities")
    }
    if !["C", "POSIX", "C.UTF-8", "C.utf8"].contains(inventory.collation) {
      plan.findings.append(
        Finding(
          severity: .info, rule: "database.collation", object: "database collation \(inventory.collation)",
          reason:
            "text is sorted and compared by it, where Oracle's default sorts by bytes: ORDER BY and ranges may differ",
          remedy: "for Oracle's order make the database with LC_COLLATE 'C' TEMPLATE template0"))
    }
    return (schema, plan, inventory)
  }
}
