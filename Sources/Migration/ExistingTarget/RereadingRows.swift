import Catalog
import Conversion
import Ledger
import Model

/// Rows of a load into existing tables that have to be read at another SCN than their run's.
extension Migration {
  /// Deletes what was loaded into the tables, and into all that foreign keys tie to them; they are read at the newer SCN
  /// from now on.
  ///
  /// Where it can't be told which tables are tied, all that was loaded is taken back.
  ///
  /// - Throws: `MigrationError.finishedSnapshotGone`, `LedgerError`, or errors of the connection.
  func takeBackRows(
    _ gone: Set<QualifiedName>, _ load: DataOnlyLoad, _ remainder: Remainder, at scn: UInt64
  ) async throws {
    let ledger = load.ledger
    let run = remainder.run
    let old = gone.sorted().first.map { remainder.scn(of: $0) } ?? run.scn
    // The catalogue does not tell of foreign keys that a run which was killed has left off.
    _ = try await HoldingOff.release(ledger, isComplete: false)
    let done = Set(try await ledger.loads(of: run).map(\.target))
    let tied = try await tied(to: gone, load, loaded: done)
    // Tables of a run that was complete once are in use by now: they are not given up for one that is to come back.
    guard run.finishedAt == nil || (tied.map { done.isDisjoint(with: $0) } ?? false) else {
      throw MigrationError.finishedSnapshotGone(
        scn: run.scn, tables: gone.map(\.name), isDataOnly: true)
    }
    let planned = Set(load.target.plan.tables.map(\.mapping.target))
    guard let tied else {
      // The run stays the same: what it knows of rows of before keeps those of others from being truncated again.
      let taken = try await LoadedRows(ledger: ledger).takeBack(done.union(planned), of: run, .all(scn: scn))
      onEvent(
        .takenBack(tables: planned.count, dropped: taken.count, oldSCN: old, newSCN: scn, isDataOnly: true))
      return
    }
    // What is deleted must be among what is loaded again.
    let others = tied.intersection(done).subtracting(planned)
    guard others.isEmpty else {
      throw MigrationError.unsuitableTarget(
        "Oracle no longer has the rows of SCN \(old) for \(Self.names(gone)), and \(Self.names(others)), which an earlier "
          + "start has loaded, are tied to them by foreign keys and must be read again with them: name them in --tables, "
          + "too, or leave --tables out")
    }
    let taken = try await LoadedRows(ledger: ledger).takeBack(
      tied, of: run,
      // Where nothing is left that was read before, the whole run is one of the newer SCN.
      done.isSubset(of: tied) ? .all(scn: scn) : .tables(tied, scn: scn))
    onEvent(.takenBack(tables: tied.count, dropped: taken.count, oldSCN: old, newSCN: scn, isDataOnly: true))
  }

  private static func names(_ tables: Set<QualifiedName>) -> String {
    let names = tables.sorted().map(\.name.printable)
    return names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  /// The tables, and all that foreign keys of PostgreSQL or of Oracle tie to them.
  ///
  /// - Parameter loaded: those that hold rows of the run: an earlier start may have chosen other tables.
  /// - Returns: nil where not every foreign key can be seen.
  private func tied(
    to gone: Set<QualifiedName>, _ load: DataOnlyLoad, loaded: Set<QualifiedName>
  ) async throws -> Set<QualifiedName>? {
    // A key of a partitioned table can't come back unchecked, while its rows are half there (PostgreSQL 14 to 17).
    let isOff = try await load.ledger.holds().contains { $0.kind == .foreignKey && $0.state == .held }
    if isOff { return nil }
    let catalog = PostgresCatalog(session: load.ledger.session)
    let names = loaded.union(load.target.plan.tables.map(\.mapping.target))
    let tables = try await catalog.existingTables(of: load.ledger.targetSchema).filter { names.contains($0.name) }
    // The keys of the table that one is a partition of count for it, and are not asked for.
    if tables.contains(where: \.isPartition) { return nil }
    let roots = try await catalog.partitions(of: tables.map(\.oid))
    var plan = load.target.plan
    for key in try await catalog.guards(of: tables.map(\.oid)).foreignKeys {
      let (table, other) = (roots[key.table] ?? key.table, roots[key.referenced] ?? key.referenced)
      // Two tables are not tied by a third one whose rows are somebody else's.
      if names.contains(table), names.contains(other) { plan.references[table, default: []].insert(other) }
    }
    return plan.tied(to: gone)
  }
}
