import CLibPQ
import Dispatch
import Synchronization

/// Lets other threads cancel the statement under way, and only that one.
///
/// A cancel request reaches the server on a connection of its own, so one that is late would hit the next statement.
/// `end` therefore waits for a request that is being sent, and a request for a statement that has ended isn't sent.
final class CancellationGate: Sendable {
  /// The request block that libpq allocated; immutable, and libpq allows its use from any thread.
  private struct Request: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private struct State {
    var statement = 0
    var isRunning = false
    var isClosed = false
  }

  /// Seconds that a request may take to be sent: libpq waits for the server to close its connection, without a limit.
  private static let patience: Double = 10

  private let request: Request
  private let watch: StallWatch?
  private let state = Mutex(State())
  /// Entered for each request that is being sent.
  private let sending = DispatchGroup()

  /// - Parameter watch: of the same session, which is given up when a request can't be sent.
  init?(_ handle: OpaquePointer, watch: StallWatch?) {
    guard let pointer = PQgetCancel(handle) else { return nil }
    request = Request(pointer: pointer)
    self.watch = watch
  }

  deinit {
    PQfreeCancel(request.pointer)
  }

  /// Marks the start of a statement, and names it.
  func begin() -> Int {
    state.withLock {
      $0.statement += 1
      $0.isRunning = true
      return $0.statement
    }
  }

  func end() {
    state.withLock { $0.isRunning = false }
    guard sending.wait(timeout: .now() + Self.patience) == .timedOut else { return }
    // It may still arrive one day: no statement may follow in this session. Unwatched ones wait as long as it takes.
    if let watch { watch.giveUp() } else { sending.wait() }
  }

  func close() {
    state.withLock { $0.isClosed = true }
  }

  /// Sends one request, whatever is running.
  func cancelNow() throws {
    guard enter({ !$0.isClosed }) else { return }
    defer { sending.leave() }
    try send()
  }

  /// Sends requests until the statement has ended: the first may come before the server has seen the statement.
  func cancelInBackground(_ statement: Int) {
    DispatchQueue.global().async { self.cancel(statement, pause: 0.02) }
  }

  private func cancel(_ statement: Int, pause: Double) {
    guard enter({ $0.isRunning && $0.statement == statement && !$0.isClosed }) else { return }
    try? send()
    sending.leave()
    DispatchQueue.global().asyncAfter(deadline: .now() + pause) {
      self.cancel(statement, pause: min(pause * 2, 1))
    }
  }

  /// Begins to send a request if it may be sent; then `sending` must be left.
  private func enter(_ maySend: (State) -> Bool) -> Bool {
    state.withLock { state in
      guard maySend(state) else { return false }
      sending.enter()
      return true
    }
  }

  private func send() throws {
    var reason = [CChar](repeating: 0, count: 256)
    guard PQcancel(request.pointer, &reason, Int32(reason.count)) == 0 else { return }
    let text = String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    throw PostgresError("the statement could not be cancelled: \(text.trimmed)")
  }
}

extension String {
  /// Without the line ends and blanks that libpq's messages end with.
  var trimmed: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }
}
