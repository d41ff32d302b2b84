import Catalog
import Ledger
import Model
import PostgresClient

/// Takes back what loads into existing tables have brought: rows are deleted, the tables stay, and everything that was off
/// is back.
struct LoadedRows: Sendable {
  let ledger: Ledger

  /// Takes a run back, or what it has loaded into one table, in one transaction.
  ///
  /// Rows are told from those of others by the transaction that made them. Triggers and foreign keys are kept off as in
  /// the load, within the transaction; a foreign key of other rows to the deleted ones undoes it all.
  ///
  /// - Returns: the tables whose rows are deleted.
  /// - Throws: `LedgerError.loadedRowsChanged`; `cannotDiscard` when rows of others refer to the loaded ones.
  func takeBack(_ run: LedgerRun, table name: String? = nil) async throws -> [QualifiedName] {
    var loads = try await ledger.loads(of: run)
    if let name {
      loads =
        loads.filter { $0.target.name == name }.first.map { [$0] }
        ?? loads.filter { $0.sourceName == name || $0.sourceName == name.uppercased() }.first.map { [$0] } ?? []
      guard !loads.isEmpty else { return [] }
    }
    let forgotten = name == nil ? nil : loads[0].target
    try await delete(loads) { _ in try await ledger.forgetLoads(of: run, table: forgotten) }
    return loads.map(\.target)
  }

  /// Takes back what a run has loaded into tables that are to be read at another SCN.
  ///
  /// - Parameter tables: with all that foreign keys tie to them; those without rows of the run are passed over.
  /// - Returns: the tables whose rows are deleted.
  /// - Throws: as the other one.
  func takeBack(
    _ tables: Set<QualifiedName>, of run: LedgerRun, _ rereading: Ledger.Rereading
  ) async throws -> [QualifiedName] {
    let loads = try await ledger.loads(of: run).filter { tables.contains($0.target) }
    try await delete(loads) { session in
      try await ledger.forgetLoads(of: run, tables: loads.map(\.target), rereading, session)
    }
    return loads.map(\.target)
  }

  /// - Parameter forget: takes the records away, in the same transaction.
  private func delete(
    _ loads: [Ledger.Load], forget: @Sendable (PostgresSession) async throws -> Void
  ) async throws {
    let session = ledger.session
    let existing = try await PostgresCatalog(session: session).existingTables(of: ledger.targetSchema)
    let there = Dictionary(existing.map { ($0.name, $0) }) { first, _ in first }
    // A table that is gone has taken its rows along.
    let tables = loads.compactMap { there[$0.target] }
    let holding = try await HoldingOff.survey(tables, ledger: ledger)
    let (ordered, _) = holding.ordered(loads.filter { there[$0.target] != nil }, name: \.target)
    try await session.transaction { session in
      let holds = inTransaction(holding)
      if holding.way == .replica { _ = try await session.execute("SET LOCAL session_replication_role TO replica") }
      try await checkActions(holding, tables: Set(tables.map(\.name)), ordered, session)
      for hold in holds { _ = try await session.execute(hold.holding) }
      for load in ordered.reversed() {
        do {
          try await ledger.delete(load)
        } catch let error as PostgresError where error.sqlState == "23503" {
          throw LedgerError.cannotDiscard(error)
        }
      }
      if holding.way == .replica { _ = try await session.execute("SET LOCAL session_replication_role TO origin") }
      try await check(holding, session)
      for hold in holds { try await restore(hold, session) }
      try await forget(session)
    }
  }

  /// What is taken off within the transaction: the triggers as for a load, and the foreign keys from and to the tables.
  private func inTransaction(_ holding: HoldingOff) -> [LedgerHold] {
    let triggers = holding.holds.filter { $0.kind == .trigger }
    guard holding.way == .alteration else { return triggers }
    return triggers + holding.guards.foreignKeys.filter(\.canBeMade).map(\.hold)
  }

  /// Makes what was taken off as it was; a key that was valid must hold.
  private func restore(_ hold: LedgerHold, _ session: PostgresSession) async throws {
    do {
      for statement in hold.restoring(checking: true) { _ = try await session.execute(statement) }
    } catch let error as PostgresError where error.sqlState == "23503" {
      throw LedgerError.cannotDiscard(error)
    }
  }

  /// Without foreign keys in force, rows of others may refer to what is deleted: then nothing is.
  private func check(_ holding: HoldingOff, _ session: PostgresSession) async throws {
    guard holding.way == .replica else { return }
    for key in holding.guards.foreignKeys where key.isValidated {
      guard try await session.execute(key.orphanQuery).rows.isEmpty else {
        throw LedgerError.cannotDiscard(
          PostgresError(
            "rows of \(key.table) refer by \(key.name) to rows of \(key.referenced) that were loaded",
            sqlState: "23503"))
      }
    }
  }

  /// A foreign key that stays in force and acts would delete or change rows of others.
  private func checkActions(
    _ holding: HoldingOff, tables: Set<QualifiedName>, _ loads: [Ledger.Load], _ session: PostgresSession
  ) async throws {
    guard holding.way == .alteration else { return }
    for key in holding.guards.foreignKeys where key.hasAction && !key.canBeMade {
      // Of a table that goes as well, the rows of others are meant.
      let own = tables.contains(key.table) ? loads.first { $0.target == key.table } : nil
      guard try await ledger.hasOtherRows(than: own, in: key.table) else { continue }
      throw LedgerError.cannotDiscard(
        PostgresError(
          "\(key.name) of \(key.table) would delete or change rows there when the loaded ones go", sqlState: "23503"))
    }
  }
}
