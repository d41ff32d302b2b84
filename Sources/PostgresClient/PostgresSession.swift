import CLibPQ
import Dispatch

/// One session with PostgreSQL, by libpq.
///
/// Its work runs on a dispatch queue of its own: libpq blocks, and never does so on one of Swift's cooperative threads.
/// One session serves one task: calls of several tasks are run one after the other, but they'd share the transaction
/// and the COPY under way. When the task that waits for a statement is cancelled, the statement is cancelled on the
/// server and fails with SQLSTATE 57014.
///
/// Every session has client encoding UTF8, time zone UTC, ISO dates, hex bytea, exact floats and no statement timeout;
/// the search path stays as the server sets it.
public actor PostgresSession {
  nonisolated let executor: SessionExecutor
  nonisolated let gate: CancellationGate
  let connection: Connection

  /// The queue that the session's work runs on.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Whom the session talks to, for messages: host, port, database and user, never the password.
  public nonisolated let endpoint: PostgresEndpoint
  /// The process on the server that serves this session.
  public nonisolated let backendProcessID: Int
  /// The server's version as libpq numbers it: 150018 is 15.18.
  public nonisolated let serverVersion: Int

  init(connection: sending Connection, executor: SessionExecutor) {
    self.executor = executor
    gate = connection.gate
    endpoint = connection.endpoint
    backendProcessID = Int(PQbackendPID(connection.handle))
    serverVersion = Int(PQserverVersion(connection.handle))
    self.connection = connection
  }

  /// Connects by libpq's keywords: host, port, dbname, user, password, sslmode, connect_timeout, service and so on.
  ///
  /// What isn't given (or is empty) is taken from libpq's own sources: the PG* environment, the service file,
  /// ~/.pgpass and the defaults. Without a connect_timeout the server has 10 seconds to answer. A silent network is
  /// noticed by TCP keepalives within two minutes, unless the keywords or the service file say otherwise.
  /// - Parameter stallTimeout: when a call has lasted for so many seconds, the server is asked on another connection whether
  ///   it answers; the session is given up when it doesn't. 0 never asks.
  /// - Throws: `PostgresError` that names host, port and database, and what to check.
  public static func connect(
    _ parameters: [String: String], stallTimeout: Int = defaultStallTimeout,
    onNotice: (@Sendable (PostgresNotice) -> Void)? = nil
  ) async throws -> PostgresSession {
    let executor = SessionExecutor(label: "oraferry.postgres")
    return try await withCheckedThrowingContinuation { continuation in
      executor.queue.async {
        continuation.resume(
          with: Result {
            let connection = try Connection(parameters, stallTimeout: stallTimeout, onNotice: onNotice)
            return PostgresSession(connection: connection, executor: executor)
          })
      }
    }
  }

  /// Seconds after which a silent server is asked for a sign of life when nobody says.
  public static let defaultStallTimeout = 60

  /// Sends every later notice to this handler, on the session's queue; nil drops them.
  public func onNotice(_ handler: (@Sendable (PostgresNotice) -> Void)?) {
    connection.notices.handler = handler
  }

  /// A setting that the server reports by itself, `server_version`, `server_encoding`, `is_superuser` and so on.
  public func parameterStatus(_ name: String) -> String? {
    guard !connection.isClosed, let value = PQparameterStatus(connection.handle, name) else { return nil }
    return String(cString: value)
  }

  /// Whether the session can take a statement: it was neither closed nor lost.
  public var isUsable: Bool { !connection.isClosed && PQstatus(connection.handle) == CONNECTION_OK }

  /// Whether a transaction is open on the server, be it sound or failed.
  public var isInTransaction: Bool {
    guard !connection.isClosed else { return false }
    let status = PQtransactionStatus(connection.handle)
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN
  }

  /// Asks the server to cancel what this session is doing; the statement then fails with SQLSTATE 57014.
  ///
  /// Takes a connection of its own, so it works while the session waits. Without a statement under way it does nothing.
  public nonisolated func cancel() async throws {
    let gate = gate
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      DispatchQueue.global().async { continuation.resume(with: Result { try gate.cancelNow() }) }
    }
  }

  /// Ends the session; an open transaction is rolled back by the server.
  ///
  /// A second close does nothing.
  public func close() {
    connection.close()
  }
}
