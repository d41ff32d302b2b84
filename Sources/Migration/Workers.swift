import Catalog
import Conversion
import Model
import OracleClient
import PostgresClient
import Transfer

/// How many sessions a migration uses on either side, and how large its chunks are.
public struct CopySettings: Sendable {
  /// The most sessions on either side, the migration's own among them.
  public var workers: Int
  /// Tables with more rows than this are copied in chunks of about as many; nil for so few that no worker is left idle.
  public var chunkRows: Int?
  /// What becomes of values that PostgreSQL cannot hold.
  public var badValues = BadValueRules()
  /// Whether rows are summed up on their way, so that a later verification need not read Oracle.
  public var sumsRows = true
  /// Bytes a second that all sessions together read from Oracle; nil for as many as can be.
  public var maximumRate: Int? {
    didSet { rateLimit = maximumRate.map { RateLimit(bytesPerSecond: $0) } }
  }
  private(set) var rateLimit: RateLimit?
  /// Opens another session in Oracle, set up as the migration's own one; nil when there is none but that.
  var connectOracle: (@Sendable () async throws -> OracleConnection)?
  /// The same in PostgreSQL.
  var connectPostgres: (@Sendable () async throws -> PostgresSession)?

  var chunkSize: ChunkSize { chunkRows.map { .rows($0) } ?? .shared(workers: workers) }

  /// One worker over the migration's own sessions.
  public init(chunkRows: Int? = nil) {
    workers = 1
    self.chunkRows = chunkRows
  }

  /// Several workers, whose sessions are opened by the closures.
  public init(
    workers: Int, chunkRows: Int? = nil,
    connectOracle: @escaping @Sendable () async throws -> OracleConnection,
    connectPostgres: @escaping @Sendable () async throws -> PostgresSession
  ) {
    self.workers = max(1, workers)
    self.chunkRows = chunkRows
    self.connectOracle = connectOracle
    self.connectPostgres = connectPostgres
  }
}

/// The sessions of a migration's workers: the migration's own pair, and others as far as they can be had.
struct Workers: Sendable {
  let own: SessionPair
  private(set) var others: [SessionPair] = []

  var pairs: [SessionPair] { [own] + others }

  /// Opens as many pairs as there is work for; a server that has no more sessions to give is worked at with fewer.
  ///
  /// - Returns: the workers, and why there are fewer than asked for.
  /// - Throws: `CancellationError` alone.
  static func open(
    _ own: SessionPair, _ settings: CopySettings, jobs: Int
  ) async throws -> (Workers, shortage: String?) {
    var workers = Workers(own: own)
    guard let oracle = settings.connectOracle, let postgres = settings.connectPostgres else { return (workers, nil) }
    while workers.pairs.count < min(settings.workers, jobs) {
      do {
        workers.others.append(try await Self.pair(oracle, postgres))
      } catch {
        if Task.isCancelled {
          await workers.close()
          throw CancellationError()
        }
        return (workers, "\(error)")
      }
    }
    return (workers, nil)
  }

  /// A pair that sees what the migration's own one does.
  private static func pair(
    _ connectOracle: @Sendable () async throws -> OracleConnection,
    _ connectPostgres: @Sendable () async throws -> PostgresSession
  ) async throws -> SessionPair {
    let oracle = try await connectOracle()
    do {
      let catalog = OracleCatalog(connection: oracle)
      try await catalog.showArchivedRows()
      try await catalog.compareBytes()
      return SessionPair(oracle: oracle, postgres: try await connectPostgres())
    } catch {
      await oracle.close()
      throw error
    }
  }

  func close() async {
    for pair in others { await pair.close() }
  }

  /// Does each piece of work over a PostgreSQL session that does nothing else meanwhile.
  func each<Work: Sendable>(
    _ works: [Work], _ body: @escaping @Sendable (Work, PostgresSession) async throws -> Void
  ) async throws {
    let waiting = WorkList(works)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for pair in pairs.prefix(max(1, works.count)) {
        group.addTask { while let work = await waiting.next() { try await body(work, pair.postgres) } }
      }
      // The first error ends the others, too: what they have committed stays.
      for try await _ in group {}
    }
  }
}

private actor WorkList<Work: Sendable> {
  private var works: [Work]

  init(_ works: [Work]) { self.works = works.reversed() }

  func next() -> Work? { works.popLast() }
}
