import Catalog
import Model
import OracleClient
import Synchronization

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

  /// Which tables wait for a session, and what was found in the others.
  private final class Board: Sendable {
    private let state: Mutex<(waiting: [Int], profiles: [Int: TableProfile])>

    init(_ order: [Int]) { state = Mutex((order.reversed(), [:])) }

    func next() -> Int? { state.withLock { $0.waiting.popLast() } }

    func note(_ profile: TableProfile, at place: Int) { state.withLock { $0.profiles[place] = profile } }

    /// In the order of the tables.
    var profiles: [TableProfile] {
      state.withLock { state in state.profiles.sorted { $0.key < $1.key }.map(\.value) }
    }
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

  /// Reads all tables, the largest first.
  ///
  /// - Parameters:
  ///   - own: a session that does nothing else meanwhile.
  ///   - sessions: how many there may be, the own one among them.
  ///   - connect: opens another one.
  /// - Returns: the profiles in the order of the tables.
  /// - Throws: the first error of a session; what Oracle refuses of a single table stands in its profile.
  public func run(
    over own: OracleConnection, sessions count: Int,
    connect: @escaping @Sendable () async throws -> OracleConnection,
    onEvent: @escaping @Sendable (Event) -> Void = { _ in }
  ) async throws -> [TableProfile] {
    let (others, shortage) = try await open(min(count, tables.count) - 1, connect)
    if let shortage { onEvent(.fewerSessions(others.count + 1, reason: shortage)) }
    // A table of unknown size may be the largest.
    let order = tables.indices.sorted {
      (tables[$0].rowEstimate ?? .max, $1) > (tables[$1].rowEstimate ?? .max, $0)
    }
    let board = Board(order)
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for session in [own] + others {
          group.addTask {
            while let place = board.next() {
              try Task.checkCancellation()
              let table = tables[place]
              onEvent(.started(table))
              let profile = try await TableProfiler(table, sampleRows: sampleRows)
                .run(on: session, scn: scn) { onEvent(.progress(table, rows: $0)) }
              board.note(profile, at: place)
              onEvent(.finished(table, profile))
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
