import CLibPQ

/// A libpq connection; used by one thread at a time, its session's queue.
///
/// Its calls block. Every pointer that libpq hands out is either owned here or copied before the next call.
final class Connection {
  let handle: OpaquePointer
  let notices: NoticeReceiver
  let gate: CancellationGate
  let endpoint: PostgresEndpoint
  private(set) var isClosed = false
  /// Whether a COPY FROM STDIN is under way.
  var isCopyingIn = false

  /// Takes the handle over, also when it throws.
  init(_ parameters: [String: String], onNotice: (@Sendable (PostgresNotice) -> Void)?) throws {
    let attempt = try ConnectionAttempt(parameters)
    let notices = NoticeReceiver(onNotice)
    do {
      try attempt.complete()
      guard let gate = CancellationGate(attempt.handle) else { throw PostgresError("out of memory") }
      self.gate = gate
    } catch {
      PQfinish(attempt.handle)
      throw error
    }
    handle = attempt.handle
    endpoint = PostgresEndpoint(attempt.handle, given: parameters)
    self.notices = notices
    notices.listen(to: handle)
    _ = try result(of: run(Self.settings, []))
  }

  deinit {
    close()
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    isCopyingIn = false
    gate.close()
    PQfinish(handle)
  }

  /// What the migration relies on, whatever role, database or environment set; timeouts as pg_dump sets them.
  private static let settings = """
    SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
    SET extra_float_digits = 3; SET bytea_output = 'hex'; SET standard_conforming_strings = on;
    SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0
    """
}
