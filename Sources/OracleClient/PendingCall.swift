import NIOCore
import OracleWire
import Synchronization

/// A call that was made, and whose answer is waited for later.
struct PendingCall: Sendable {
  /// By which the call can be given up; no other call of this process has it.
  let number: UInt64
  let response: EventLoopFuture<Response>

  private static let last = Atomic<UInt64>(0)

  static func nextNumber() -> UInt64 {
    last.add(1, ordering: .relaxed).newValue
  }
}
