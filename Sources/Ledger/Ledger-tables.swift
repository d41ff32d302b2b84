import Foundation
import Model
import PostgresClient

/// Tables.
extension Ledger {
  /// The tables whose rows a run has copied and committed.
  public func tables(of run: LedgerRun) async throws -> [LedgerTable] {
    let result = try await session.execute(
      """
      SELECT \(LedgerTable.columns) FROM \(LedgerSchema.table("tables"))
       WHERE run_id = $1::bigint AND state = 'copied' ORDER BY schema_name COLLATE "C", table_name COLLATE "C"
      """, [String(run.id)])
    return try result.rows.map { try LedgerTable(row: $0) }
  }

  /// The types that the columns of a run's tables were made with, by column, as the plan of then had them.
  ///
  /// Tables that an earlier version of the ledger recorded have none.
  public func columnTypes(of run: LedgerRun) async throws -> [QualifiedName: [String: String]] {
    let result = try await session.execute(
      """
      SELECT schema_name, table_name, column_types FROM \(LedgerSchema.table("tables"))
       WHERE run_id = $1::bigint AND column_types IS NOT NULL
      """, [String(run.id)])
    var types: [QualifiedName: [String: String]] = [:]
    for row in result.rows {
      guard row.count == 3, let schema = row[0], let name = row[1], let text = row[2],
        let columns = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
      else { throw LedgerError.corrupt("list of column types") }
      types[QualifiedName(schema: schema, name: name)] = columns
    }
    return types
  }

  /// Where `columnTypes` has the condition on a table's rows.
  public static let conditionKey = ""

  static func columnTypes(_ mapping: TableMapping) throws -> String {
    var types = mapping.recordedTypes
    // Under the empty name, which no column has, the condition on the rows.
    types[Ledger.conditionKey] = mapping.condition
    return String(decoding: try JSONEncoder().encode(types), as: UTF8.self)
  }

  /// Claims a table for a copy in one piece: the first statement of the transaction that will hold its rows.
  ///
  /// A second worker waits here until the first one's transaction ends. When that commits the table is done; when it is
  /// rolled back the second worker has the claim.
  /// - Parameter session: the copying session, with an open transaction.
  /// - Returns: false when the table is copied already.
  public static func claim(_ mapping: TableMapping, for run: LedgerRun, on session: PostgresSession) async throws
    -> Bool
  {
    let result = try await session.execute(
      """
      INSERT INTO \(LedgerSchema.table("tables"))
        (run_id, schema_name, table_name, source_owner, source_name, state, column_types)
      VALUES ($1::bigint, $2, $3, $4, $5, 'copying', $6::jsonb) ON CONFLICT DO NOTHING
      """,
      [
        String(run.id), mapping.target.schema, mapping.target.name, mapping.sourceOwner, mapping.sourceName,
        try columnTypes(mapping),
      ])
    return result.affectedRows == 1
  }

  /// Records what a claimed table's copy moved: the last statements before its transaction commits.
  ///
  /// - Parameter sums: of its rows, as Oracle sent them; nil where none were made.
  public static func record(
    _ counts: CopyCounts, findings: [Finding], sums: LedgerSums? = nil, of target: QualifiedName, for run: LedgerRun,
    on session: PostgresSession
  ) async throws {
    if let sums { try await record(sums, of: target, chunk: nil, for: run, on: session) }
    let result = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("tables"))
         SET state = 'copied', rows_read = $4::bigint, rows_loaded = $5::bigint, rows_rejected = $6::bigint,
             bytes = $7::bigint, findings = $8::jsonb, finished_at = clock_timestamp()
       WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3 AND state = 'copying'
      """,
      [
        String(run.id), target.schema, target.name, String(counts.rowsRead), String(counts.rowsLoaded),
        String(counts.rowsRejected), String(counts.bytes), try LedgerTable.json(findings),
      ])
    guard result.affectedRows == 1 else { throw LedgerError.recordMissing("table \(target)") }
  }
}

/// Steps: DDL after the data.
extension Ledger {
  /// The ids of the steps that a run has applied.
  public func steps(of run: LedgerRun) async throws -> Set<String> {
    let result = try await session.execute(
      "SELECT step_id FROM \(LedgerSchema.table("steps")) WHERE run_id = $1::bigint", [String(run.id)])
    return Set(result.rows.compactMap { $0.first ?? nil })
  }

  /// The ids of the steps that the latest run to a schema has applied; none where there is no such run.
  public static func recordedSteps(targetSchema: String, on session: PostgresSession) async throws -> Set<String> {
    guard try await LedgerSchema.versionFound(on: session) != nil else { return [] }
    let result = try await session.execute(
      """
      SELECT step_id FROM \(LedgerSchema.table("steps")) WHERE run_id = (
        SELECT max(id) FROM \(LedgerSchema.table("runs")) WHERE target_schema = $1 AND state <> 'discarded')
      """, [targetSchema])
    return Set(result.rows.compactMap { $0.first ?? nil })
  }

  /// Applies a step's statements and records the step, in one transaction, unless it was applied before.
  ///
  /// - Parameters:
  ///   - id: names the step within its run, the same in every start of the program, such as `index/orders_ix`.
  ///   - object: what the step makes, for people.
  ///   - session: does it; nil for the ledger's own.
  /// - Returns: false when the step had been applied before and nothing was done.
  @discardableResult
  public func apply(
    step id: String, object: String, statements: [String], for run: LedgerRun, on session: PostgresSession? = nil
  ) async throws -> Bool {
    try await (session ?? self.session).transaction { session in
      let claim = try await session.execute(
        """
        INSERT INTO \(LedgerSchema.table("steps")) (run_id, step_id, object) VALUES ($1::bigint, $2, $3)
        ON CONFLICT DO NOTHING
        """, [String(run.id), id, object])
      guard claim.affectedRows == 1 else { return false }
      for statement in statements { _ = try await session.execute(statement) }
      Failpoint.stepApplied.pass()
      return true
    }
  }
}

extension Ledger {
  /// Notes what Oracle counts in a table that is copied in chunks, at the run's SCN.
  public static func note(
    rowsExpected: Int, of target: QualifiedName, for run: LedgerRun, on session: PostgresSession
  ) async throws {
    let result = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("tables")) SET rows_expected = $4::bigint
       WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3
      """, [String(run.id), target.schema, target.name, String(rowsExpected)])
    guard result.affectedRows == 1 else { throw LedgerError.recordMissing("table \(target)") }
  }

  /// What was noted; nil when nothing was.
  public static func rowsExpected(
    of target: QualifiedName, for run: LedgerRun, on session: PostgresSession
  ) async throws -> Int? {
    let result = try await session.execute(
      """
      SELECT rows_expected FROM \(LedgerSchema.table("tables"))
       WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3
      """, [String(run.id), target.schema, target.name])
    return result.firstValue.flatMap { Int($0) }
  }

  /// Whether rows of a table were rejected, in a run.
  public static func hasRejectedRows(
    _ target: QualifiedName, of run: LedgerRun, on session: PostgresSession
  ) async throws -> Bool {
    let result = try await session.execute(
      """
      SELECT 1 FROM \(LedgerSchema.table("tables"))
       WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3 AND rows_rejected > 0
      """, [String(run.id), target.schema, target.name])
    return !result.rows.isEmpty
  }
}
