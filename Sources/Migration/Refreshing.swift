import Catalog
import Conversion
import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient
import Transfer

/// Closing the gap before a cutover: what has changed in Oracle since it was copied is copied again.
extension Migration {
  /// Copies the tables again that Oracle has changed since, and brings the whole run to one newer SCN.
  ///
  /// A table is as it was when COUNT(*) is what was read, and no block of it is newer than its SCN (MAX(ORA_ROWSCN); a
  /// pseudocolumn that flashback queries don't have, so that it is asked of now). Such tables are equal at the newer SCN,
  /// too. Sequences are read again.
  ///
  /// - Throws: as `run` does; `MigrationError.nothingToRefresh` without an earlier run.
  public func refresh() async throws -> MigrationReport {
    let scn = try await OracleCatalog(connection: oracle).currentSCN()
    let (plan, _) = try await planning.plan(oracle: oracle, postgres: postgres)
    guard plan.blockingFindings.isEmpty else { throw MigrationError.blocked(plan.blockingFindings) }
    let ledger = try await Ledger.open(on: postgres, targetSchema: plan.schema)
    guard let run = try await ledger.latestRun(source: try await .read(planning.owner, over: oracle)) else {
      throw MigrationError.nothingToRefresh(schema: plan.schema)
    }
    guard try await !ledger.isDataOnly(run) else {
      throw MigrationError.notForExistingTables(schema: plan.schema)
    }
    let copied = try await ledger.tables(of: run)
    let snapshots = try await Ledger.snapshots(of: run, on: postgres)
    let rejects = try await Ledger.tablesWithRejects(of: run, on: postgres)
    let inventory = try await PostgresCatalog(session: postgres).inventory(of: plan.schema)
    let types = try await ledger.columnTypes(of: run)
    // Half-filled ones are of the old SCN.
    var changed = Set(try await ledger.chunks(of: run).map(\.target)).subtracting(copied.map(\.target))
    var notCompared: [QualifiedName: UInt64] = [:]
    for table in copied {
      let since = snapshots[table.target] ?? run.scn
      guard let mapping = plan.tables.first(where: { $0.mapping.target == table.target })?.mapping else {
        notCompared[table.target] = since
        continue
      }
      // Rows that were left out may have been mended since; a table of another definition is made anew.
      let isSame =
        !rejects.contains(table.target) && hasColumns(mapping, types[table.target], inventory)
        ? try await isUnchanged(mapping, table.counts, since: since) : false
      if !isSame { changed.insert(table.target) }
      onEvent(.compared(table.target, isChanged: !isSame))
    }
    let steps = try await ledger.steps(of: run)
    let views = DiscardedSteps(steps, schema: plan.schema)
    let dropped = try await ledger.takeBack(
      changed, of: run, dependents: (views.dependents, views.viewSteps), forgotten: views.counters,
      .all(scn: scn, notCompared: notCompared))
    if !dropped.isEmpty {
      onEvent(.takenBack(tables: dropped.count, dropped: dropped.count, oldSCN: run.scn, newSCN: scn))
    }
    try await ledger.close()
    var report = try await self.run()
    report.findings += notCompared.sorted { $0.key < $1.key }.map { table, scn in
      Finding(
        severity: .warning, rule: "refresh.not-compared", object: "table \(table.name)",
        reason:
          "it was copied at SCN \(scn), and is not among Oracle's tables that are carried now: it was left as it is",
        remedy: "look whether it was dropped or renamed, is excluded, or lacks a grant")
    }
    return report
  }

  /// Whether a table was made as it would be now.
  private func hasColumns(_ mapping: TableMapping, _ types: [String: String]?, _ inventory: TargetInventory) -> Bool {
    let there = Set((inventory.tables[mapping.target.name] ?? []).map(\.name))
    guard (mapping.columns + mapping.generatedColumns).allSatisfy({ there.contains($0.targetName) }) else {
      return false
    }
    guard var types else { return true }
    guard types.removeValue(forKey: Ledger.conditionKey) == mapping.condition else { return false }
    return types == mapping.recordedTypes
  }

  private func isUnchanged(_ mapping: TableMapping, _ counts: CopyCounts, since scn: UInt64) async throws -> Bool {
    let source = try OracleIdentifier.quoted(owner: mapping.sourceOwner, name: mapping.sourceName)
    do {
      let row = try await oracle.rows("SELECT COUNT(*), MAX(ORA_ROWSCN) FROM \(source)").first ?? []
      guard row.count == 2, case .number(let count) = row[0] else { return false }
      guard Int(count.description) == counts.rowsRead else { return false }
      if case .number(let newest) = row[1] { return UInt64(newest.description).map { $0 <= scn } ?? false }
      // No row at all has no newest one.
      return counts.rowsRead == 0
    } catch let error as OracleError {
      // No such pseudocolumn, as of index-organised and external tables and of views: copied again. Other errors end the
      // refresh: what cannot be read now must not be dropped for it.
      guard [904, 976, 1445, 1446, 30926].contains(error.code) else { throw TransferError(mapping, error) }
      return false
    }
  }
}
