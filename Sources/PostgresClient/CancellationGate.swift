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

  private let request: Request
  private let state = Mutex(State())

  init?(_ handle: OpaquePointer) {
    guard let pointer = PQgetCancel(handle) else { return nil }
    request = Request(pointer: pointer)
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
  }

  func close() {
    state.withLock { $0.isClosed = true }
  }

  /// Sends one request, whatever is running.
  func cancelNow() throws {
    try state.withLock { state in
      guard !state.isClosed else { return }
      try send()
    }
  }

  /// Sends requests until the statement has ended: the first may come before the server has seen the statement.
  func cancelInBackground(_ statement: Int) {
    DispatchQueue.global().async { self.cancel(statement, pause: 0.02) }
  }

  private func cancel(_ statement: Int, pause: Double) {
    let isRunning = state.withLock { state in
      guard state.isRunning, state.statement == statement, !state.isClosed else { return false }
      try? send()
      return true
    }
    guard isRunning else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + pause) {
      self.cancel(statement, pause: min(pause * 2, 1))
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
