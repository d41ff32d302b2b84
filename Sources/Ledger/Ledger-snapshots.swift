import Model
import PostgresClient

/// Tables that are read at another SCN than their run's, since Oracle no longer had that.
extension Ledger {
  /// The SCNs of such tables.
  public static func snapshots(
    of run: LedgerRun, on session: PostgresSession
  ) async throws -> [QualifiedName: UInt64] {
    let result = try await session.execute(
      "SELECT schema_name, table_name, scn FROM \(LedgerSchema.table("snapshots")) WHERE run_id = $1::bigint",
      [String(run.id)])
    var snapshots: [QualifiedName: UInt64] = [:]
    for row in result.rows {
      guard row.count == 3, let schema = row[0], let name = row[1], let scn = row[2].flatMap({ UInt64($0) }) else {
        throw LedgerError.corrupt("SCN of a table")
      }
      snapshots[QualifiedName(schema: schema, name: name)] = scn
    }
    return snapshots
  }

  /// What is read at which SCN from now on.
  public enum Rereading: Sendable, Hashable {
    /// These tables, among them those that are taken back.
    case tables(Set<QualifiedName>, scn: UInt64)
    /// All of the run: what is not taken back is known to be the same at that SCN, but for tables that nobody compared.
    case all(scn: UInt64, notCompared: [QualifiedName: UInt64] = [:])
  }

  /// Takes tables of a run back, so that they are copied again: drops them and what the run made on them, and forgets
  /// both, in one transaction.
  ///
  /// - Parameters:
  ///   - tables: those that the run has copied or begun; others are passed over.
  ///   - dependents: statements that drop the run's views, which may stand on the tables, and the steps that made them.
  ///   - forgotten: further steps that are to be done again.
  /// - Throws: `LedgerError.cannotDiscard` when something that the run did not make stands on the tables; nothing is
  ///   changed then.
  public func takeBack(
    _ tables: Set<QualifiedName>, of run: LedgerRun, dependents: (drops: [String], steps: Set<String>),
    forgotten: Set<String>, _ rereading: Rereading
  ) async throws -> [QualifiedName] {
    let made = try await tablesMade(of: run)
    let steps = try await steps(of: run)
    let dropped = made.filter { tables.contains($0) }
    return try await session.transaction { session in
      var obsolete = forgotten
      do {
        if !dropped.isEmpty {
          for statement in dependents.drops { _ = try await session.execute(statement) }
          obsolete.formUnion(dependents.steps)
          for key in try await foreignKeys(on: dropped, session) where key.isOf(steps) {
            _ = try await session.execute(
              "ALTER TABLE \(key.table.quoted) DROP CONSTRAINT \(PostgresIdentifier.quoted(key.name))")
            obsolete.formUnion(key.steps(among: steps))
          }
        }
        for table in dropped {
          let sequences = try await ownedSequences(of: table, session)
          obsolete.formUnion(Self.steps(steps, on: table.name, among: made.map(\.name), with: sequences))
        }
        if !dropped.isEmpty {
          _ = try await session.execute("DROP TABLE IF EXISTS " + dropped.map(\.quoted).joined(separator: ", "))
        }
      } catch let error as PostgresError where error.sqlState == Ledger.dependentObjects {
        throw LedgerError.cannotDiscard(error)
      }
      for table in dropped {
        _ = try await session.execute(
          """
          DELETE FROM \(LedgerSchema.table("tables"))
           WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3
          """, [String(run.id), table.schema, table.name])
      }
      for step in obsolete.sorted() {
        _ = try await session.execute(
          "DELETE FROM \(LedgerSchema.table("steps")) WHERE run_id = $1::bigint AND step_id = $2",
          [String(run.id), step])
      }
      try await record(rereading, of: run, session)
      Failpoint.tablesTakenBack.pass()
      return dropped
    }
  }

  func record(_ rereading: Rereading, of run: LedgerRun, _ session: PostgresSession) async throws {
    switch rereading {
    case .all(let scn, let notCompared):
      _ = try await session.execute(
        "DELETE FROM \(LedgerSchema.table("snapshots")) WHERE run_id = $1::bigint", [String(run.id)])
      _ = try await session.execute(
        """
        UPDATE \(LedgerSchema.table("runs")) SET scn = $2::numeric, state = 'running', finished_at = NULL
         WHERE id = $1::bigint
        """, [String(run.id), String(scn)])
      for (table, old) in notCompared { try await note(table, readAt: old, run, session) }
    case .tables(let tables, let scn):
      for table in tables { try await note(table, readAt: scn, run, session) }
      _ = try await session.execute(
        "UPDATE \(LedgerSchema.table("runs")) SET state = 'running' WHERE id = $1::bigint", [String(run.id)])
    }
  }

  private func note(
    _ table: QualifiedName, readAt scn: UInt64, _ run: LedgerRun, _ session: PostgresSession
  ) async throws {
    _ = try await session.execute(
      """
      INSERT INTO \(LedgerSchema.table("snapshots")) (run_id, schema_name, table_name, scn)
      VALUES ($1::bigint, $2, $3, $4::numeric)
      ON CONFLICT (run_id, schema_name, table_name) DO UPDATE SET scn = excluded.scn
      """, [String(run.id), table.schema, table.name, String(scn)])
  }

  /// A foreign key of a table that stays, on one that goes.
  private struct IncomingKey {
    var table: QualifiedName
    var name: String

    private var suffix: String { ":\(table.name).\(name)" }

    func steps(among steps: Set<String>) -> [String] {
      steps.filter { $0.hasSuffix(suffix) && $0.dropLast(suffix.count).contains("foreign key") }
    }

    /// Whether one of the steps made it: other people's keys stay, and are an error.
    func isOf(_ steps: Set<String>) -> Bool { !self.steps(among: steps).isEmpty }
  }

  private func foreignKeys(
    on tables: [QualifiedName], _ session: PostgresSession
  ) async throws -> [IncomingKey] {
    var keys: [IncomingKey] = []
    for table in tables {
      let result = try await session.execute(
        """
        SELECT n.nspname, c.relname, k.conname FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
         WHERE k.contype = 'f' AND k.conparentid = 0 AND k.confrelid = (
           SELECT r.oid FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace m ON m.oid = r.relnamespace
            WHERE m.nspname = $1 AND r.relname = $2)
        """, [table.schema, table.name])
      for row in result.rows {
        guard row.count == 3, let schema = row[0], let name = row[1], let key = row[2] else { continue }
        let referencing = QualifiedName(schema: schema, name: name)
        if !tables.contains(referencing) { keys.append(IncomingKey(table: referencing, name: key)) }
      }
    }
    return keys
  }
}
