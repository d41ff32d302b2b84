import Canonical
import Ledger
import Model
import PostgresClient

/// Compares tables in PostgreSQL with the sums that were made of Oracle's rows while they were copied.
///
/// Only PostgreSQL is read. What differs is not known by that: which rows, tells a comparison of both sides.
public struct SumVerifier: Sendable {
  /// What became of a table.
  public enum Outcome: Sendable, Hashable {
    case compared(TableComparison)
    /// There are no sums of all of its rows, or none that fit the table as it is now.
    case notSummed(reason: String)
  }

  private let sessions: [PostgresSession]
  private let digester: RowDigester

  private static let mode = "ISOLATION LEVEL REPEATABLE READ READ ONLY"
  private let blocksOfAPart: Int

  /// Makes a verifier over sessions of one database that do nothing else meanwhile.
  ///
  /// - Parameters:
  ///   - sessions: at least one; each reads a part of a table at a time.
  ///   - recorded: whose key the sums were made with.
  ///   - blocksOfAPart: blocks of a table that are worth a part of their own; 4,096 of 8 KiB are 32 MiB.
  public init(over sessions: [PostgresSession], recorded: RecordedSums, blocksOfAPart: Int = 4096) {
    self.blocksOfAPart = max(1, blocksOfAPart)
    precondition(!sessions.isEmpty, "a verifier reads over at least one session")
    self.sessions = sessions
    digester = RowDigester(hashKey: recorded.hashKey)
  }

  /// Compares tables, all within one snapshot of PostgreSQL, the largest first.
  ///
  /// - Parameter onTable: is told of each table as soon as it is done.
  /// - Returns: the outcomes in the tables' order.
  /// - Throws: `VerificationError` for a table that cannot be read, `PostgresError` when a session fails before the
  ///   first, `CancellationError`.
  public func verify(
    _ tables: [SummedTable], onTable: (SummedTable, Outcome) -> Void = { _, _ in }
  ) async throws -> [Outcome] {
    let first = sessions[0]
    try await first.begin(Self.mode)
    var ready = [first]
    do {
      // A policy must fail the reading, not hide rows from it.
      _ = try await first.execute("SET LOCAL row_security TO off")
      var states: [State] = []
      for table in tables { states.append(try await state(of: table, on: first)) }
      for (table, state) in zip(tables, states) { if case .settled(let outcome) = state { onTable(table, outcome) } }
      let parts = states.enumerated().flatMap { number, state in state.parts.map { (number, $0) } }
        .sorted { $0.1.rows > $1.1.rows }
      try await shareSnapshot(among: &ready, parts.count)
      try await read(parts, over: ready) { number, sums in
        if let comparison = states[number].add(sums) {
          states[number] = .settled(.compared(comparison))
          onTable(tables[number], .compared(comparison))
        }
      }
      for session in ready { try await session.commit() }
      return states.map {
        if case .settled(let outcome) = $0 { outcome } else { .notSummed(reason: "it was not read") }
      }
    } catch {
      for session in ready { try? await session.rollback() }
      throw error
    }
  }

  /// Begins transactions in more sessions, with the first one's snapshot, where there is work for them.
  private func shareSnapshot(among ready: inout [PostgresSession], _ count: Int) async throws {
    guard count > 1, sessions.count > 1,
      try await sessions[0].execute("SELECT pg_is_in_recovery()").firstValue == "f",
      let snapshot = try await sessions[0].execute("SELECT pg_export_snapshot()").firstValue
    else { return }
    for session in sessions.dropFirst().prefix(count - 1) {
      try await session.begin(Self.mode)
      ready.append(session)
      _ = try await session.execute("SET TRANSACTION SNAPSHOT \(PostgresLiteral.quoted(snapshot))")
      _ = try await session.execute("SET LOCAL row_security TO off")
    }
  }

  private func read(
    _ parts: [(table: Int, part: Part)], over ready: [PostgresSession], onPart: (Int, BucketSums) -> Void
  ) async throws {
    var rest = parts[...]
    try await withThrowingTaskGroup(of: (PostgresSession, Int, BucketSums).self) { group in
      func give(_ session: PostgresSession) {
        guard let (number, part) = rest.popFirst() else { return }
        group.addTask { (session, number, try await sums(of: part, on: session)) }
      }
      for session in ready { give(session) }
      for try await (session, number, sums) in group {
        onPart(number, sums)
        give(session)
      }
    }
  }

  private func sums(of part: Part, on session: PostgresSession) async throws -> BucketSums {
    do {
      let feed = CopyFeed(form: part.form, sink: BucketSums(digester: digester, bucketCount: part.bucketCount))
      let rowCount = try await session.copyOut(part.statement) { try feed.take($0) }
      return try feed.finish(rowCount: rowCount)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw VerificationError(table: part.table, columns: part.columns, underlying: error)
    }
  }

  /// What is read of a table in one go.
  private struct Part: Sendable {
    var table: QualifiedName
    var columns: [String]
    var statement: String
    var form: RowForm
    var bucketCount: Int
    /// About how many.
    var rows: Int
  }

  /// How far a table is.
  private enum State {
    case settled(Outcome)
    case open(SummedTable, recorded: BucketSums, found: BucketSums, parts: [Part], left: Int)

    var parts: [Part] { if case .open(_, _, _, let parts, _) = self { parts } else { [] } }

    /// Adds the sums of a part; the table's comparison when it was the last one.
    mutating func add(_ sums: BucketSums) -> TableComparison? {
      guard case .open(let table, let recorded, var found, let parts, let left) = self else { return nil }
      found.add(sums)
      self = .open(table, recorded: recorded, found: found, parts: parts, left: left - 1)
      guard left == 1 else { return nil }
      var comparison = TableComparison(
        table: table.target, sourceRows: recorded.rowCount, targetRows: found.rowCount,
        equal: recorded.buckets == found.buckets, basis: .sums(scn: table.scn))
      let lost = (table.parts ?? []).reduce(0) { $0 &+ $1.rowsWithLostDigits }
      if lost > 0 { comparison.notes.append(.lostDigits(rows: lost)) }
      return comparison
    }
  }

  private func state(of table: SummedTable, on session: PostgresSession) async throws -> State {
    func unsummed(_ reason: String) -> State { .settled(.notSummed(reason: reason)) }
    guard let kept = table.parts, let text = kept.first?.layout else {
      return unsummed("no sums were made of all of its rows")
    }
    guard let layout = SummedLayout(json: text), kept.allSatisfy({ $0.layout == text }) else {
      return unsummed("its sums are of another version, or its parts were copied in different ways")
    }
    let empty = BucketSums(digester: digester, bucketCount: layout.bucketCount)
    var recorded = empty
    guard kept.allSatisfy({ recorded.add(bytes: $0.buckets) }), recorded.rowCount == table.counts.rowsLoaded else {
      return unsummed("its sums can't be read")
    }
    do {
      guard let found = try await TargetTable.read(table.target, from: session) else {
        return .settled(
          .compared(
            TableComparison(
              table: table.target, sourceRows: recorded.rowCount, targetRows: 0, equal: false,
              notes: [.missingInTarget], basis: .sums(scn: table.scn))))
      }
      let (values, form) = try layout.reading(of: found)
      let blocks = try await blocks(of: table.target, on: session)
      let count = sessions.count > 1 ? max(1, min(2 * sessions.count, blocks / blocksOfAPart)) : 1
      let parts = (0..<count).map { number in
        Part(
          table: table.target, columns: values.map(\.name),
          statement: TargetValue.copyStatement(
            values, of: table.target, where: Self.range(number, of: count, blocks: blocks)),
          form: form, bucketCount: layout.bucketCount, rows: table.counts.rowsLoaded / count)
      }
      return .open(table, recorded: recorded, found: empty, parts: parts, left: parts.count)
    } catch let error as SummedLayout.Unreadable {
      return unsummed(error.reason)
    }
  }

  /// The blocks of an ordinary table; 0 for others, which are read in one part.
  private func blocks(of table: QualifiedName, on session: PostgresSession) async throws -> Int {
    let result = try await session.execute(
      """
      SELECT pg_relation_size(c.oid) / current_setting('block_size')::bigint
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind = 'r'
      """, [table.schema, table.name])
    return result.firstValue.flatMap { Int($0) } ?? 0
  }

  /// Rows by their places, without gaps and open at both ends; nil for all.
  private static func range(_ number: Int, of count: Int, blocks: Int) -> String? {
    guard count > 1 else { return nil }
    var bounds: [String] = []
    if number > 0 { bounds.append("ctid >= '(\(blocks * number / count),0)'::tid") }
    if number < count - 1 { bounds.append("ctid < '(\(blocks * (number + 1) / count),0)'::tid") }
    return bounds.joined(separator: " AND ")
  }
}
