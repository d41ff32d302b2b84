import Synchronization

/// How many rows of a run may still be left out, counted over all of its copies.
public final class RejectBudget: Sendable {
  /// The most that may be left out; nil when there is no limit.
  public let limit: Int?
  private let used: Mutex<Int>

  /// - Parameter used: how many the run has left out before.
  public init(limit: Int?, used: Int = 0) {
    self.limit = limit
    self.used = Mutex(used)
  }

  /// Takes one; false when there is none left.
  func take() -> Bool {
    used.withLock { used in
      if let limit, used >= limit { return false }
      used += 1
      return true
    }
  }

  /// Gives back what a copy took that is rolled back.
  func giveBack(_ count: Int) { used.withLock { $0 -= count } }
}
