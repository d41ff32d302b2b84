import Model
import PostgresClient

/// What is held off: the record and the change of the table commit together, so that whatever dies, the ledger knows what
/// is off.
extension Ledger {
  /// What is off in tables of the target schema, or was for a load into it.
  public func holds() async throws -> [LedgerHold] { try await Self.holds(targetSchema: targetSchema, on: session) }

  static func holds(targetSchema: String, on session: PostgresSession) async throws -> [LedgerHold] {
    let result = try await session.execute(
      """
      SELECT kind, schema_name, table_name, object_name, definition, remark, state FROM \(LedgerSchema.table("holds"))
       WHERE target_schema = $1 ORDER BY kind DESC, schema_name COLLATE "C", table_name COLLATE "C", object_name COLLATE "C"
      """, [targetSchema])
    return try result.rows.map { row in
      guard row.count == 7, let kind = row[0].flatMap({ LedgerHold.Kind(rawValue: $0) }), let schema = row[1],
        let table = row[2], let name = row[3], let definition = row[4],
        let state = row[6].flatMap({ LedgerHold.State(rawValue: $0) })
      else { throw LedgerError.corrupt("list of what is held off") }
      return LedgerHold(
        kind: kind, table: QualifiedName(schema: schema, name: table), name: name, definition: definition,
        remark: row[5], state: state)
    }
  }

  /// Takes something off, and writes down how it was.
  public func hold(_ hold: LedgerHold) async throws {
    try await session.transaction { session in
      _ = try await session.execute(
        """
        INSERT INTO \(LedgerSchema.table("holds"))
          (target_schema, kind, schema_name, table_name, object_name, definition, remark)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (schema_name, table_name, kind, object_name) DO UPDATE SET state = 'held'
        """,
        [targetSchema, hold.kind.rawValue, hold.table.schema, hold.table.name, hold.name, hold.definition, hold.remark])
      _ = try await session.execute(hold.holding)
    }
    Failpoint.objectHeld.pass()
  }

  /// Puts something back.
  ///
  /// - Parameter isComplete: whether the rows are all there, so that a foreign key is to be checked; else it comes back
  ///   NOT VALID, and stays in the records.
  /// - Returns: nil when it is as it was; PostgreSQL's error where a foreign key does not hold for the rows, and is NOT
  ///   VALID now.
  public func release(_ hold: LedgerHold, isComplete: Bool) async throws -> PostgresError? {
    if hold.state == .held { try await restore(hold) }
    Failpoint.objectReleased.pass()
    guard hold.kind == .foreignKey, hold.wasValidated else { return nil }
    guard isComplete else { return nil }
    do {
      try await session.transaction { session in
        _ = try await session.execute(hold.validating)
        try await forget(hold, on: session)
      }
      return nil
    } catch let error as PostgresError where error.sqlState == Ledger.foreignKeyViolation {
      try await forget(hold, on: session)
      return error
    } catch let error as PostgresError where Ledger.isGone(error) {
      try await forget(hold, on: session)
      return nil
    }
  }

  private func restore(_ hold: LedgerHold) async throws {
    do {
      try await session.transaction { session in
        do {
          _ = try await session.execute("SAVEPOINT oraferry_hold")
          for statement in hold.restoring(checking: false) { _ = try await session.execute(statement) }
        } catch let error as PostgresError
          where Ledger.notSupported.contains(error.sqlState ?? "") && hold.kind == .foreignKey
        {
          // Partitioned tables have no NOT VALID before PostgreSQL 18.
          _ = try await session.execute("ROLLBACK TO SAVEPOINT oraferry_hold")
          for statement in hold.restoring(checking: true) { _ = try await session.execute(statement) }
        }
        if hold.kind == .foreignKey, hold.wasValidated {
          _ = try await session.execute(
            """
            UPDATE \(LedgerSchema.table("holds")) SET state = 'unvalidated'
             WHERE schema_name = $1 AND table_name = $2 AND kind = $3 AND object_name = $4
            """, key(hold))
        } else {
          try await forget(hold, on: session)
        }
      }
    } catch let error as PostgresError where Ledger.isGone(error) {
      // Somebody has dropped the table or the trigger, or made the key again.
      try await forget(hold, on: session)
    }
  }

  /// Takes the records away: what they are about is as it was.
  public func forget(_ hold: LedgerHold, on session: PostgresSession) async throws {
    _ = try await session.execute(
      """
      DELETE FROM \(LedgerSchema.table("holds"))
       WHERE schema_name = $1 AND table_name = $2 AND kind = $3 AND object_name = $4
      """, key(hold))
  }

  private func key(_ hold: LedgerHold) -> [String?] {
    [hold.table.schema, hold.table.name, hold.kind.rawValue, hold.name]
  }

  static let foreignKeyViolation = "23503"
  /// NOT VALID on a partitioned table is a wrong kind of object to PostgreSQL 14 to 17.
  private static let notSupported = ["0A000", "42809"]

  /// Whether an object, a table or a column is not there, or is there already.
  public static func isGone(_ error: PostgresError) -> Bool {
    ["42704", "42P01", "42703", "42710", "3F000"].contains(error.sqlState)
  }
}

extension LedgerStatus {
  /// What is held off in a target schema; empty where there is no ledger.
  public static func held(of targetSchema: String, on session: PostgresSession) async throws -> [LedgerHold] {
    guard try await LedgerSchema.versionFound(on: session) == LedgerSchema.version else { return [] }
    return try await Ledger.holds(targetSchema: targetSchema, on: session)
  }

  /// Whether the newest run to a schema loads into tables that were there before it.
  public static func isDataOnly(_ targetSchema: String, on session: PostgresSession) async throws -> Bool {
    guard try await LedgerSchema.versionFound(on: session) == LedgerSchema.version else { return false }
    let result = try await session.execute(
      """
      SELECT is_data_only FROM \(LedgerSchema.table("runs")) WHERE target_schema = $1 AND state <> 'discarded'
       ORDER BY id DESC LIMIT 1
      """, [targetSchema])
    return result.firstValue == "t"
  }
}
