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

  /// Claims a table for a copy: the first statement of the transaction that will hold its rows.
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
        (run_id, schema_name, table_name, source_owner, source_name, state)
      VALUES ($1::bigint, $2, $3, $4, $5, 'copying') ON CONFLICT DO NOTHING
      """,
      [String(run.id), mapping.target.schema, mapping.target.name, mapping.sourceOwner, mapping.sourceName])
    return result.affectedRows == 1
  }

  /// Records what a claimed table's copy moved: the last statement before its transaction commits.
  public static func record(
    _ counts: CopyCounts, findings: [Finding], of target: QualifiedName, for run: LedgerRun,
    on session: PostgresSession
  ) async throws {
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

  /// Applies a step's statements and records the step, in one transaction, unless it was applied before.
  ///
  /// - Parameters:
  ///   - id: names the step within its run, the same in every start of the program, such as `index/orders_ix`.
  ///   - object: what the step makes, for people.
  /// - Returns: false when the step had been applied before and nothing was done.
  @discardableResult
  public func apply(step id: String, object: String, statements: [String], for run: LedgerRun) async throws -> Bool {
    try await session.transaction { session in
      let claim = try await session.execute(
        """
        INSERT INTO \(LedgerSchema.table("steps")) (run_id, step_id, object) VALUES ($1::bigint, $2, $3)
        ON CONFLICT DO NOTHING
        """, [String(run.id), id, object])
      guard claim.affectedRows == 1 else { return false }
      for statement in statements { _ = try await session.execute(statement) }
      return true
    }
  }
}
