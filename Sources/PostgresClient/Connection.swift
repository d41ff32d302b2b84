import CLibPQ

/// A libpq connection; used by one thread at a time, its session's queue.
///
/// Its calls block. Every pointer that libpq hands out is either owned here or copied before the next call.
final class Connection {
  let handle: OpaquePointer
  let notices: NoticeReceiver
  let gate: CancellationGate
  let endpoint: PostgresEndpoint
  /// Nil when a silent server is waited for without an end.
  let watch: StallWatch?
  private(set) var isClosed = false
  /// Whether a COPY FROM STDIN is under way.
  var isCopyingIn = false

  /// Takes the handle over, also when it throws.
  ///
  /// - Parameter stallTimeout: seconds after which a silent server is asked whether it is there; 0 for never.
  init(
    _ parameters: [String: String], stallTimeout: Int, onNotice: (@Sendable (PostgresNotice) -> Void)?
  ) throws {
    let attempt = try ConnectionAttempt(parameters)
    let notices = NoticeReceiver(onNotice)
    do {
      try attempt.complete()
      let watch = StallWatch(attempt.handle, limit: stallTimeout)
      self.watch = watch
      guard let gate = CancellationGate(attempt.handle, watch: watch) else { throw PostgresError("out of memory") }
      self.gate = gate
    } catch {
      PQfinish(attempt.handle)
      throw error
    }
    handle = attempt.handle
    endpoint = PostgresEndpoint(attempt.handle, given: parameters)
    self.notices = notices
    notices.listen(to: handle)
    _ = try watched { try result(of: run(Self.settings, [])) }
    // From PostgreSQL 17 on; a large table's copy is one transaction.
    if PQserverVersion(handle) >= 170_000 {
      _ = try watched { try result(of: run("SET transaction_timeout = 0", [])) }
    }
  }

  deinit {
    close()
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    isCopyingIn = false
    gate.close()
    // The farewell may have to wait for a server that takes nothing any more.
    watched { PQfinish(handle) }
    watch?.close()
  }

  /// Runs libpq's calls, which end when the server is gone without a word.
  func watched<Result>(_ calls: () throws -> Result) rethrows -> Result {
    guard let watch else { return try calls() }
    return try watch.watching(calls)
  }

  /// What the migration relies on, whatever role, database or environment set; timeouts as pg_dump sets them.
  ///
  /// The server's own keep-alives end the session of a client that is gone without a word, and its locks with it, within
  /// two minutes, where the system's take two hours.
  private static let settings = """
    SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
    SET extra_float_digits = 3; SET bytea_output = 'hex'; SET standard_conforming_strings = on;
    SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0;
    SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 15; SET tcp_keepalives_count = 4
    """
}
