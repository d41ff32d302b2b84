import Catalog
import Conversion
import Foundation
import Ledger
import Model
import OracleClient
import PostgresClient
import Verification

/// Compares PostgreSQL's schema with what the conversion makes of Oracle's, in PostgreSQL's own words.
///
/// The converted schema is made once more, empty and under another name, in a transaction that is always rolled back; then
/// the server is asked to write the definitions of both. What it says of a view, a default or a check is no matter of
/// spelling then.
public struct SchemaProof: Sendable {
  private let planning: SchemaPlanning
  private let oracle: OracleConnection
  private let postgres: PostgresSession

  /// Steps of a plan that make nothing that could be compared, or that others than the schema would see.
  private static let leftOut: Set<TargetObject.Kind> = [.schema, .role, .statistics, .foreignKeyValidation]
  /// Locks that a transaction takes for each statement, about: a table's, its index's, its large values'.
  private static let locksPerStatement = 4
  /// No name of anybody's, so that it can be told from everything else in a definition.
  private static let scratchPrefix = "oraferry_scratch_"

  /// Uses two sessions that do nothing else meanwhile.
  public init(planning: SchemaPlanning, oracle: OracleConnection, postgres: PostgresSession) {
    self.planning = planning
    self.oracle = oracle
    self.postgres = postgres
  }

  /// Compares.
  ///
  /// - Parameter onlyOwn: whether a schema that no migration has made is left alone: other tools have other names.
  /// - Returns: nil for a schema that is left alone.
  /// - Throws: errors of either session but those of single statements, which are no part of the comparison then.
  public func compare(onlyOwn: Bool) async throws -> SchemaComparison? {
    let (schema, plan, inventory) = try await planning.survey(oracle: oracle, postgres: postgres)
    guard inventory.schemaExists else {
      return SchemaComparison(reason: "there is no schema \(plan.schema) in PostgreSQL")
    }
    if try await LedgerStatus.isDataOnly(plan.schema, on: postgres) {
      return SchemaComparison(reason: "its tables were made by somebody else (--data-only)")
    }
    let steps = try await Ledger.recordedSteps(targetSchema: plan.schema, on: postgres)
    if onlyOwn, steps.isEmpty { return nil }
    var generator = SystemRandomNumberGenerator()
    let suffix = String(generator.next(), radix: 36)
    let scratch = try planning.plan(of: schema, into: Self.scratchPrefix + suffix, on: postgres)
    guard scratch.schema.hasPrefix(Self.scratchPrefix) else {
      return SchemaComparison(reason: "the schema could not be made once more under a name of its own")
    }
    if let reason = try await obstacle(scratch) { return SchemaComparison(reason: reason) }

    try await postgres.begin()
    do {
      let result = try await compare(plan, scratch, steps: steps)
      try await postgres.rollback()
      return result
    } catch let error as PostgresError where !error.isConnectionLost {
      try await postgres.rollback()
      return SchemaComparison(reason: "PostgreSQL refuses it: \(error)")
    } catch {
      try? await postgres.rollback()
      throw error
    }
  }

  /// Why the schema can't be made once more.
  private func obstacle(_ scratch: MigrationPlan) async throws -> String? {
    let answer = try await postgres.execute(
      """
      SELECT has_database_privilege(current_database(), 'CREATE'), pg_is_in_recovery(),
        current_setting('max_locks_per_transaction')::bigint
          * (current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint)
      """)
    guard let row = answer.rows.first, row.count == 3, let locks = row[2].flatMap({ Int($0) }) else { return nil }
    if row[1] == "t" { return "the server is a standby, on which nothing can be made" }
    if row[0] != "t" {
      return "the user may not CREATE in the database; it would be made once more in a transaction that is rolled back"
    }
    let statements = scratch.tables.reduce(scratch.completion.count) { $0 + $1.statements.count }
    // Others need the server's table of locks, too.
    guard statements * Self.locksPerStatement <= locks / 4 else {
      return "\(statements) statements in one transaction would take too much of the server's table of locks; raise "
        + "max_locks_per_transaction, or name tables with --tables"
    }
    return nil
  }

  private func compare(
    _ plan: MigrationPlan, _ scratch: MigrationPlan, steps: Set<String>
  ) async throws -> SchemaComparison {
    _ = try await postgres.execute("SET LOCAL lock_timeout TO '10s'")
    // The tables are empty, but a materialised view may stand on others.
    _ = try await postgres.execute("SET LOCAL statement_timeout TO '60s'")
    _ = try await postgres.execute("CREATE SCHEMA \(PostgresIdentifier.quoted(scratch.schema))")
    let statements =
      scratch.preparation + scratch.tables.flatMap(\.statements)
      + scratch.completion.sorted { ($0.phase, $0.place) < ($1.phase, $1.place) }
    var refused: [(step: String, reason: String)] = []
    for statement in statements where !Self.leftOut.contains(statement.object.kind) {
      try Task.checkCancellation()
      _ = try await postgres.execute("SAVEPOINT oraferry_statement")
      do {
        _ = try await postgres.execute(statement.sql)
        _ = try await postgres.execute("RELEASE SAVEPOINT oraferry_statement")
      } catch let error as PostgresError where !error.isConnectionLost {
        _ = try await postgres.execute("ROLLBACK TO SAVEPOINT oraferry_statement")
        // What it refused then, too, is a finding of the migration's.
        if steps.isEmpty || steps.contains(statement.id) {
          refused.append((statement.id, "\(statement.object.kind.rawValue) \(statement.object.name): \(error)"))
        }
      }
    }
    _ = try await postgres.execute("RESET statement_timeout")
    let expected = try await SchemaImage.read(scratch.schema, as: plan.schema, on: postgres)
    let actual = try await SchemaImage.read(plan.schema, as: plan.schema, on: postgres)
    var result = SchemaComparison(expected, actual, steps: steps, refused: Set(refused.map(\.step)))
    result.notCompared = refused.map(\.reason)
    let ahead = Dictionary(
      try await SequencePosition.read(of: scratch.schema, on: postgres).map { ($0.sequence, $0.next) }
    ) { first, _ in first }
    for position in try await SequencePosition.read(of: plan.schema, on: postgres) where position.isBehind {
      // One that is behind in Oracle as well is as it was.
      guard let next = ahead[position.sequence], next != position.next else { continue }
      result.behind.append(
        "sequence \(position.sequence): its next value \(position.next) lies behind the data of "
          + "\(position.table).\(position.column); Oracle's is \(next)")
    }
    return result
  }
}

extension SchemaPlanning {
  /// The plan of the same schema under another name.
  func plan(of schema: Schema, into name: String, on postgres: PostgresSession) throws -> MigrationPlan {
    var options = self.options
    options.targetSchema = name
    // What the user has chosen for the owner by name would win.
    options.schemaNames = options.schemaNames.naming(name, for: owner)
    options.tables = tables
    options.hasPostGIS = false
    options.postgresMajorVersion = postgres.serverVersion / 10_000
    return try SchemaConversion.plan(for: schema, options: options)
  }
}
