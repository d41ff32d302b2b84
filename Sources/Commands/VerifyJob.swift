import Catalog
import Conversion
import Foundation
import Ledger
import Migration
import Model
import OracleClient
import PostgresClient
import Reporting
import Verification
import Workspace

/// A verification: with the sums of the copy where there are some, and by both databases' rows where there are none, where
/// they differ, or where the user asks for it.
struct VerifyJob {
  var configuration: WorkspaceConfiguration
  /// Oracle tables; nil for all.
  var tables: [String]?
  /// Whether both databases are read in any case.
  var isFull = false
  var withViews = false
  var maxDifferences: Int
  /// About how many rows of each table are compared with Oracle's own text of them.
  var sampleSize = 0
  /// Whether the schema is compared; nil where it is when a migration made it, and not both databases are read.
  var comparesSchema: Bool?
  /// Where the statements go that would mend PostgreSQL's rows; nil for none.
  var repairFile: URL?
  let console: Console
  let pages: RunPages

  /// What the sums have told.
  private struct BySums {
    /// All tables that the ledger has.
    var known: Set<QualifiedName> = []
    /// Which database was copied.
    var source: SourceIdentity
    /// Tables of whose rows each one is the copy's: what is there besides may go.
    var summed: Set<QualifiedName> = []
    var settled: [TableComparison] = []
    /// Tables of which both sides must be read, each with the reason.
    var open: [(table: SummedTable, note: TableComparison.Note)] = []
    /// Of open tables, what is known of them already.
    var found: [QualifiedName: TableComparison] = [:]
  }

  /// Compares, and writes the page with its outcome.
  func run() async throws -> VerificationResult {
    let begun = Date()
    var result: VerificationResult
    // Of tables that were read on both sides.
    var mappings: [TableMapping]
    var summed: Set<QualifiedName> = []
    if let sums = try await compareWithSums(), let (rest, found) = try await compareRest(sums) {
      (mappings, summed) = (found, sums.summed)
      result = rest
      result.tables.sort { $0.table.description < $1.table.description }
    } else {
      (result, mappings) = try await compareRows()
    }
    if let repairFile { try write(RepairScript(result, mappings: mappings, copied: summed), to: repairFile) }
    let scns = Set(result.tables.map(\.basis.scn))
    pages.write(
      VerificationRecord(
        result, configuration, identity: RunIdentity.text(configuration), target: try configuration.targetSchema(),
        begun: begun, scn: scns.count == 1 ? scns.first ?? nil : nil, isWhole: tables == nil && result.oracleWasAsked),
      console)
    return result
  }

  /// Nil where both databases are to be read of all tables.
  private func compareWithSums() async throws -> BySums? {
    guard !isFull else { return nil }
    let session = try await PostgresSession.connect(credentials: configuration.postgres.credentials)
    do {
      let found = try await compareWithSums(on: session)
      await session.close()
      return found
    } catch {
      await session.close()
      throw error
    }
  }

  private func compareWithSums(on session: PostgresSession) async throws -> BySums? {
    let recorded: RecordedSums?
    do {
      recorded = try await Ledger.recordedSums(
        sourceSchema: configuration.oracle.schema, targetSchema: try configuration.targetSchema(), on: session)
    } catch let error as PostgresError where error.sqlState == "42501" {
      console.note("the sums of the copy may not be read by this user: \(error)")
      return nil
    }
    guard let recorded, recorded.isFinished else { return nil }
    var chosen = recorded.tables
    if let tables {
      chosen = chosen.filter { tables.contains($0.sourceName) }
      guard Set(chosen.map(\.sourceName)) == Set(tables) else { return nil }
    }
    // One that has sums of nothing is one of rows only.
    guard chosen.contains(where: { $0.parts != nil }) else { return nil }
    var result = BySums(
      known: Set(recorded.tables.map(\.target)), source: recorded.source,
      summed: Set(recorded.tables.filter { $0.parts != nil }.map(\.target)))
    let more = await moreSessions(rows: chosen.reduce(0) { $0 + $1.counts.rowsLoaded })
    // Those that an error leaves open end with the command.
    _ = try await SumVerifier(over: [session] + more, recorded: recorded).verify(chosen) { table, outcome in
      switch outcome {
      case .compared(let comparison) where comparison.equal:
        result.settled.append(comparison)
        note(comparison)
      case .compared(let comparison):
        result.found[table.target] = comparison
        result.open.append((table, .sumsDiffer))
        note(comparison)
      case .notSummed(let reason): result.open.append((table, .notSummed(reason: reason)))
      }
    }
    for session in more { await session.close() }
    return result
  }

  /// Further sessions to read with: as many as there are cores, where it takes a while, and the server has room.
  private func moreSessions(rows: Int) async -> [PostgresSession] {
    var sessions: [PostgresSession] = []
    guard rows >= Self.rowsForMoreSessions else { return [] }
    for _ in 1..<max(2, min(Self.mostSessions, ProcessInfo.processInfo.activeProcessorCount)) {
      guard let session = try? await PostgresSession.connect(credentials: configuration.postgres.credentials) else {
        break
      }
      sessions.append(session)
    }
    return sessions
  }

  private static let rowsForMoreSessions = 100_000
  private static let mostSessions = 4

  private func note(_ table: TableComparison) {
    let verdict = table.equal ? "equal" : "DIFFERENT"
    console.note(
      "checked \(ProgressDisplay.padded(table.table.name.printable, 24)) "
        + "\(ProgressDisplay.padded(ProgressDisplay.grouped(table.sourceRows), -13)) rows  \(verdict)"
        + (table.basis.isSums && !table.equal ? "; which rows: reading both databases" : ""))
  }

  /// Asks Oracle which tables there are, and reads both databases of those that sums did not settle, and of views.
  ///
  /// - Returns: nil when the sums are those of another database.
  private func compareRest(_ sums: BySums) async throws -> (VerificationResult, [TableMapping])? {
    let connections: Connections
    do {
      connections = try await Connections.open(configuration)
    } catch let error as OracleConnectionError where error.mayBeGone {
      // Oracle may be gone for good: what sums tell is known all the same, where they are of the one that is meant.
      let meant = try OracleConnection.Configuration(credentials: configuration.oracle.credentials)
      let identity = SourceIdentity(
        host: meant.host, port: meant.port, service: meant.service.name, schema: configuration.oracle.schema)
      guard !withViews, identity.isSame(as: sums.source),
        sums.open.allSatisfy({ sums.found[$0.table.target] != nil })
      else { throw error }
      console.note("Oracle was not asked whether it has more tables: \(error)")
      let tables = sums.open.compactMap { open in
        sums.found[open.table.target]?.with([.notSearched(reason: "Oracle could not be reached")])
      }
      var result = VerificationResult(tables: sums.settled + tables)
      result.oracleWasAsked = false
      return (result, [])
    }
    do {
      let result = try await compareRest(sums, over: connections)
      await connections.close()
      return result
    } catch {
      await connections.close()
      throw error
    }
  }

  private func compareRest(
    _ sums: BySums, over connections: Connections
  ) async throws -> (VerificationResult, [TableMapping])? {
    let identity = try await SourceIdentity.read(configuration.oracle.schema, over: connections.oracle)
    guard identity.isSame(as: sums.source) else {
      console.note("the sums in PostgreSQL are of another Oracle database: both databases are read")
      return nil
    }
    let plan = try await plan(over: connections)
    var result = VerificationResult(tables: sums.settled)
    for (table, note) in sums.open {
      guard let mapping = plan.tables.first(where: { $0.mapping.target == table.target })?.mapping else {
        guard let found = sums.found[table.target] else {
          throw MigrationError.unsuitableTarget(
            "table \(table.target) can't be checked: Oracle has no \(table.sourceName) for it any more, and there are no "
              + "sums of all of its rows; name the other tables with --tables")
        }
        result.tables.append(found.with([.notSearched(reason: "Oracle has no table for it any more")]))
        continue
      }
      // Rows that came later than the copy, mended ones, are those of another SCN: then it is what Oracle has now.
      let comparison = try await compare(
        mapping, readAt: table.hasLaterRows ? nil : table.scn, connections
      ).with([note])
      self.note(comparison)
      result.tables.append(comparison)
    }
    // Tables that were never copied, too: they are missing rows.
    let others = plan.tables.filter { $0.copiesRows && !sums.known.contains($0.mapping.target) }.map(\.mapping)
    if withViews || !others.isEmpty {
      var options = options
      options.scn = try await snapshot(connections)
      let verifier = Verifier(source: connections.oracle, target: connections.postgres, options: options)
      let more = try await verifier.verify(others, views: withViews ? plan.views : []) { note($0) }
      result.tables += more.tables
      result.views = more.views
      result.uncheckedViews = more.uncheckedViews
    }
    let mappings = plan.tables.map(\.mapping)
    result = try await sampled(result, mappings, connections)
    result.schema = try await schemaComparison(connections)
    return (result, mappings)
  }

  /// Compares a table's rows as of an SCN; as they are now, without one or where Oracle no longer has it.
  private func compare(
    _ mapping: TableMapping, readAt scn: UInt64?, _ connections: Connections
  ) async throws -> TableComparison {
    func compare(at scn: UInt64?) async throws -> TableComparison {
      var options = options
      options.scn = scn
      let verifier = Verifier(source: connections.oracle, target: connections.postgres, options: options)
      guard let comparison = try await verifier.verify([mapping]).tables.first else { throw CancellationError() }
      return comparison
    }
    guard let scn else { return try await compare(at: try await snapshot(connections)) }
    do {
      return try await compare(at: scn)
    } catch let error as VerificationError where error.isOfTheSnapshot {
      return try await compare(at: try await snapshot(connections)).with([.readLater(scn: scn)])
    }
  }

  /// Reads both databases of all tables.
  private func compareRows() async throws -> (VerificationResult, [TableMapping]) {
    let connections = try await Connections.open(configuration)
    do {
      let plan = try await plan(over: connections)
      var options = options
      options.scn = try await snapshot(connections)
      let verifier = Verifier(source: connections.oracle, target: connections.postgres, options: options)
      let mappings = plan.tables.filter(\.copiesRows).map(\.mapping)
      var result = try await verifier.verify(mappings, views: withViews ? plan.views : []) { note($0) }
      result = try await toldApart(result, mappings, connections)
      result = try await sampled(result, mappings, connections)
      result.schema = try await schemaComparison(connections)
      await connections.close()
      return (result, mappings)
    } catch {
      await connections.close()
      throw error
    }
  }

  /// Rows' values are in it: only its owner can read it.
  private func write(_ script: RepairScript, to file: URL) throws {
    let text = script.lines.joined(separator: "\n") + "\n"
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try pages.workspace.writePrivately(Data(text.utf8), to: file)
    let open = script.openCount > 0 ? ", and \(script.openCount) differences that it does not mend" : ""
    console.note(
      "\(script.statementCount) statements that would mend PostgreSQL's rows\(open): "
        + file.path(percentEncoded: false).printable)
  }

  var options: Verifier.Options {
    var options = Verifier.Options()
    options.maximumDifferences = maxDifferences
    if repairFile != nil { options.maximumValueBytes = .max }
    return options
  }

  /// Plans as migrate does.
  private func planning() throws -> SchemaPlanning {
    SchemaPlanning(
      owner: configuration.oracle.schema, targetSchema: configuration.postgres.schema, tables: tables,
      options: try configuration.conversionOptions())
  }

  private func schemaComparison(_ connections: Connections) async throws -> SchemaComparison? {
    guard comparesSchema ?? !isFull else { return nil }
    let proof = SchemaProof(planning: try planning(), oracle: connections.oracle, postgres: connections.postgres)
    let found = try await proof.compare(onlyOwn: comparesSchema == nil)
    if let found, found.reason == nil {
      let verdict = found.isEqual ? "equal" : "DIFFERENT"
      console.note("checked the schema: \(ProgressDisplay.grouped(found.compared)) definitions  \(verdict)")
    }
    return found
  }

  private func plan(over connections: Connections) async throws -> MigrationPlan {
    let planning = try planning()
    let plan = try await planning.planOfLastRun(oracle: connections.oracle, postgres: connections.postgres)
    guard plan.blockingFindings.isEmpty else { throw MigrationError.blocked(plan.blockingFindings) }
    return plan
  }

  /// The SCN of now, so that all tables and all passes see one moment of a database that is in use.
  ///
  /// Nil where the user may not ask for it, or may not look back at another user's tables: then each table is read as it
  /// is when its turn comes.
  private func snapshot(_ connections: Connections) async throws -> UInt64? {
    guard configuration.oracle.schema == configuration.oracle.sessionSchema else { return nil }
    do {
      return try await OracleCatalog(connection: connections.oracle).currentSCN()
    } catch is CatalogError {
      return nil
    }
  }
}

extension TableComparison {
  /// The comparison with more notes in front.
  fileprivate func with(_ notes: [Note]) -> TableComparison {
    var result = self
    result.notes = notes + result.notes
    return result
  }
}

extension OracleConnectionError {
  /// Whether there may be no server any more; one that refuses a password is there.
  fileprivate var mayBeGone: Bool {
    switch reason {
    case .unreachable, .timedOut, .silent, .refused: true
    default: false
    }
  }
}
