import CLibPQ
import Dispatch
import Foundation
import Synchronization

/// Finds out whether a server that says nothing is busy or gone, and ends the wait when it is gone.
///
/// libpq's calls block, and TCP's own timers only see to a peer that acknowledges nothing: a firewall or a proxy may, and
/// still carry nothing on. So when a call has lasted for the limit, the server is asked on another connection whether it
/// answers. If it does, the call may last on, and is asked about again. If it doesn't, the socket is shut down, and the
/// call ends with an error.
final class StallWatch: Sendable {
  /// Seconds that each step of the other connection may take.
  private static let longestProbe = 10
  /// How often the server is asked before it is given up: a busy machine may miss one.
  private static let mostProbes = 3

  private struct State {
    var callCount = 0
    /// When the call under way began, or was last found to be worth waiting for.
    var since: ContinuousClock.Instant?
    var isClosed = false
    var hasStalled = false
  }

  private let limit: Int
  /// A descriptor of our own for the session's socket: it stays valid while libpq closes its own.
  private let socket: Int32
  private let probe: ServerProbe
  private let state = Mutex(State())

  /// Nil when nothing is to be watched, or can be.
  init?(_ handle: OpaquePointer, limit: Int) {
    guard limit > 0 else { return nil }
    let socket = fcntl(PQsocket(handle), F_DUPFD_CLOEXEC, 0)
    guard socket >= 0 else { return nil }
    guard let probe = ServerProbe(peerOf: socket, timeout: min(Self.longestProbe, limit)) else {
      Foundation.close(socket)
      return nil
    }
    self.limit = limit
    self.socket = socket
    self.probe = probe
    lookLater()
  }

  deinit {
    close()
  }

  /// Why the session is lost; nil when it isn't, or for another reason.
  var reason: String? {
    state.withLock { $0.hasStalled }
      ? "nothing came for \(limit) seconds, and the server does not answer on another connection either" : nil
  }

  /// Runs libpq's calls under watch; calls within calls are one.
  func watching<Result>(_ calls: () throws -> Result) rethrows -> Result {
    let isOuter = state.withLock { state in
      guard state.since == nil else { return false }
      state.callCount += 1
      state.since = .now
      return true
    }
    defer { if isOuter { state.withLock { $0.since = nil } } }
    return try calls()
  }

  /// Ends the session's wait, whatever it waits for.
  func giveUp() {
    state.withLock { giveUp(&$0) }
  }

  private func giveUp(_ state: inout State) {
    guard !state.isClosed else { return }
    state.hasStalled = true
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// The session is closed: there is nothing to look for any more, and our descriptor must not keep the socket open.
  func close() {
    state.withLock { state in
      guard !state.isClosed else { return }
      state.isClosed = true
      Foundation.close(socket)
    }
  }

  private func lookLater() {
    DispatchQueue.global().asyncAfter(deadline: .now() + max(0.25, Double(limit) / 4)) { [weak self] in
      guard let self, !state.withLock({ $0.isClosed }) else { return }
      look()
      lookLater()
    }
  }

  private func look() {
    let call = state.withLock { state -> Int? in
      guard let since = state.since, .now - since >= .seconds(limit) else { return nil }
      return state.callCount
    }
    guard let call else { return }
    let isAnswered = (0..<Self.mostProbes).contains { number in
      // Between two questions, so that one short trouble of this machine or its network is not three.
      if number > 0 { Thread.sleep(forTimeInterval: min(5, Double(limit) / 4)) }
      return probe.isAnswered()
    }
    state.withLock { state in
      guard state.callCount == call, state.since != nil else { return }
      if isAnswered { state.since = .now } else { giveUp(&state) }
    }
  }
}
