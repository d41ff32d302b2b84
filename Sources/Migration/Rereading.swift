import Conversion
import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient
import Transfer

/// Tables that have to be read at another SCN than their run's.
///
/// Chunks of two SCNs would lose or double rows that moved between them, and tables of two SCNs may break foreign keys:
/// a table whose snapshot Oracle has lost is taken back whole, together with all that foreign keys tie to it.
extension Migration {
  /// Tables that are not copied yet and that Oracle no longer gives AS OF their SCN.
  ///
  /// One table of each SCN is asked; where the SCN itself is gone, it speaks for the others, too.
  ///
  /// - Parameter scn: at which they would be read instead.
  /// - Throws: `TransferError` for a table that can't be read at that one either.
  func unreadable(
    _ missing: [TablePlan], _ remainder: Remainder, at scn: UInt64
  ) async throws -> Set<QualifiedName> {
    var readable: Set<UInt64> = []
    var lost: Set<UInt64> = []
    var gone: Set<QualifiedName> = []
    for table in missing where !table.mapping.columns.isEmpty {
      let own = remainder.scn(of: table.mapping.target)
      guard !readable.contains(own) else { continue }
      if lost.contains(own) {
        gone.insert(table.mapping.target)
      } else if let error = try await snapshotError(table.mapping, scn: own) {
        guard own < scn else { throw TransferError(table.mapping, error) }
        gone.insert(table.mapping.target)
        // Others, such as ORA-01466, are of this table alone.
        if [1555, 8180, 8181].contains(error.code) { lost.insert(own) }
      } else {
        readable.insert(own)
      }
    }
    return gone
  }

  /// Why Oracle no longer answers queries AS OF the SCN; nil where it does.
  private func snapshotError(_ mapping: TableMapping, scn: UInt64) async throws -> OracleError? {
    do {
      let statement = try CopyPlan(mapping: mapping, scn: scn).selectStatement
      // The first batch is enough to know, and LOBs of any size stay where they are; the cursor is closed with the sequence.
      for try await _ in try await oracle.query(statement, fetchSize: 1, lobs: .locators()) { break }
      return nil
    } catch let error as OracleError where TransferError.isSnapshotGone(error) {
      return error
    }
  }

  /// Takes the tables, and all that are tied to them, back; they are read at the newer SCN from now on.
  func takeBack(
    _ gone: Set<QualifiedName>, _ plan: MigrationPlan, at scn: UInt64, _ remainder: Remainder, ledger: Ledger
  ) async throws {
    let tied = plan.tied(to: gone)
    let done = Set(remainder.copied.map(\.target)).union(remainder.chunks.map(\.target))
    // Tables of a run that was complete once are in use by now: they are not given up for one that is to come back.
    guard remainder.run.finishedAt == nil || done.isDisjoint(with: tied) else {
      throw MigrationError.finishedSnapshotGone(scn: remainder.run.scn, tables: gone.map(\.name))
    }
    let old = gone.sorted().first.map { remainder.scn(of: $0) } ?? remainder.run.scn
    let views = DiscardedSteps(remainder.steps, schema: plan.schema)
    let dropped = try await ledger.takeBack(
      tied, of: remainder.run, dependents: (views.dependents, views.viewSteps), forgotten: views.counters,
      // Where nothing is left that was read before, the whole run is one of the newer SCN.
      done.isSubset(of: tied) ? .all(scn: scn) : .tables(tied, scn: scn))
    onEvent(.takenBack(tables: tied.count, dropped: dropped.count, oldSCN: old, newSCN: scn))
  }

  /// A finding when the tables of a run are not all of one SCN.
  static func snapshotFindings(_ report: MigrationReport, isDataOnly: Bool = false) -> [Finding] {
    let groups = Dictionary(grouping: report.tables) { $0.scn }
    guard groups.count > 1 else { return [] }
    return groups.sorted { $0.key < $1.key }.filter { $0.key != report.scn }.map { scn, tables in
      let names = tables.map(\.target.name).sorted()
      let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
      return Finding(
        severity: .warning, rule: "snapshot.several", object: "tables \(shown)",
        reason:
          "were read at SCN \(scn), the others at SCN \(report.scn), which Oracle no longer had for them; each group "
          + "is of one point in time, both together are not",
        remedy: isDataOnly
          ? "oraferry reset, then oraferry migrate --data-only, loads all tables at one SCN"
          : "oraferry refresh brings all tables to one SCN")
    }
  }
}

extension Migration.Remainder {
  /// The SCN that a table is read at.
  func scn(of table: QualifiedName) -> UInt64 { snapshots[table] ?? run.scn }
}
