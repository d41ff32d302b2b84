import Catalog
import Model
import OracleClient
import Transfer

/// Reads the tables of a schema, each once, over several sessions.
public struct SchemaProfiler: Sendable {
  /// What is going on, for those who watch.
  public enum Event: Sendable {
    /// Fewer sessions could be had than asked for.
    case fewerSessions(Int, reason: String)
    case started(TableMapping)
    case progress(TableMapping, rows: Int)
    case finished(TableMapping, TableProfile)
  }

  private let tables: [TableMapping]
  private let scn: UInt64?
  private let sampleRows: Int?

  /// Plans the passes.
  ///
  /// - Parameters:
  ///   - scn: nil for what is committed when each table's turn comes.
  ///   - sampleRows: of larger tables about so many rows are read; nil for all.
  public init(_ tables: [TableMapping], scn: UInt64?, sampleRows: Int? = nil) {
    self.tables = tables
    self.scn = scn
    self.sampleRows = sampleRows
  }

  /// Rows that will be read, about; nil where Oracle's statistics say nothing of a table.
  public var rowEstimate: Int? {
    var sum = 0
    for table in tables {
      guard let rows = table.rowEstimate else { return nil }
      sum += min(rows, sampleRows ?? rows)
    }
    return sum
  }

  /// Reads all tables, the largest parts first; large tables in ranges of rows, by several sessions at a time.
  ///
  /// - Parameters:
  ///   - own: a session that does nothing else meanwhile.
  ///   - sessions: how many there may be, the own one among them.
  ///   - rangeRows: tables with more rows are read in ranges of about so many; nil for what suits the sessions.
  ///   - connect: opens another one.
  /// - Returns: the profiles in the order of the tables.
  /// - Throws: the first error of a session; what Oracle refuses of a single table stands in its profile.
  public func run(
    over own: OracleConnection, sessions count: Int, rangeRows: Int? = nil,
    connect: @escaping @Sendable () async throws -> OracleConnection,
    onEvent: @escaping @Sendable (Event) -> Void = { _ in }
  ) async throws -> [TableProfile] {
    let size = rangeRows.map { ChunkSize.rows($0) } ?? .shared(workers: count)
    let board = ProfilingBoard(try await parts(size, over: own, sessions: count, connect))
    let (others, shortage) = try await open(min(count, board.partCount) - 1, connect)
    if let shortage { onEvent(.fewerSessions(others.count + 1, reason: shortage)) }
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for session in [own] + others {
          group.addTask {
            while let part = board.next() {
              try Task.checkCancellation()
              try await read(part, on: session, board, onEvent)
            }
          }
        }
        for try await _ in group {}
      }
    } catch {
      for session in others { await session.close() }
      throw error
    }
    for session in others { await session.close() }
    return board.profiles
  }

  private func read(
    _ part: ProfilingBoard.Part, on session: OracleConnection, _ board: ProfilingBoard,
    _ onEvent: @Sendable (Event) -> Void
  ) async throws {
    let table = tables[part.table]
    if board.begin(part) { onEvent(.started(table)) }
    let profiler = TableProfiler(table, sampleRows: sampleRows)
    let found = try await profiler.part(part.range, on: session, scn: scn) { rows in
      onEvent(.progress(table, rows: board.note(rows: rows, of: part)))
    }
    if let profile = try board.finish(part, found, isSample: profiler.isSampled) { onEvent(.finished(table, profile)) }
  }

  /// The tables, and ranges of the large ones where several sessions can share them, the largest first.
  private func parts(
    _ size: ChunkSize, over own: OracleConnection, sessions count: Int,
    _ connect: @escaping @Sendable () async throws -> OracleConnection
  ) async throws -> [ProfilingBoard.Part] {
    var ranges: [QualifiedName: [RowRange]] = [:]
    if count > 1 {
      let whole = tables.filter { !TableProfiler($0, sampleRows: sampleRows).isSampled }
      ranges = try await ChunkPlanner(oracle: own, size: size, connect: connect).ranges(of: whole)
    }
    var parts: [(part: ProfilingBoard.Part, weight: Int)] = []
    for (place, table) in tables.enumerated() {
      let own = ranges[table.target] ?? [RowRange()]
      // A table of unknown size may be the largest.
      let weight = table.rowEstimate.map { $0 / own.count } ?? .max
      for (number, range) in own.enumerated() {
        parts.append((ProfilingBoard.Part(table: place, number: number, range: range), weight))
      }
    }
    return parts.enumerated().sorted { ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset) }
      .map(\.element.part)
  }

  /// Opens sessions that see what the own one does, as many as can be had.
  private func open(
    _ count: Int, _ connect: @Sendable () async throws -> OracleConnection
  ) async throws -> ([OracleConnection], shortage: String?) {
    var sessions: [OracleConnection] = []
    while sessions.count < count {
      do {
        sessions.append(try await Self.session(connect))
      } catch {
        guard Task.isCancelled else { return (sessions, "\(error)") }
        for session in sessions { await session.close() }
        throw CancellationError()
      }
    }
    return (sessions, nil)
  }

  private static func session(
    _ connect: @Sendable () async throws -> OracleConnection
  ) async throws -> OracleConnection {
    let session = try await connect()
    do {
      try await prepare(session)
      return session
    } catch {
      await session.close()
      throw error
    }
  }

  /// Lets a session see archived rows, as the copy does.
  public static func prepare(_ session: OracleConnection) async throws {
    let catalog = OracleCatalog(connection: session)
    try await catalog.showArchivedRows()
    try await catalog.compareBytes()
  }
}
