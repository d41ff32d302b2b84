import Synchronization

/// Holds all workers together to so many bytes a second that are read from Oracle.
///
/// What counts are the bytes of the rows' values as Oracle sends them, LOBs among them. Nothing is saved up: time in
/// which less was read gives no right to read faster later, so that the source never sees more than the rate.
public final class RateLimit: Sendable {
  /// The rate.
  public let bytesPerSecond: Int
  private let free = Mutex<ContinuousClock.Instant?>(nil)

  /// - Parameter bytesPerSecond: at least 1.
  public init(bytesPerSecond: Int) {
    self.bytesPerSecond = max(1, bytesPerSecond)
  }

  /// Waits until so many bytes, which have been read, would have come at the rate, behind those of the others.
  ///
  /// - Throws: `CancellationError`.
  public func take(_ bytes: Int) async throws {
    let cost = Duration.seconds(Double(max(0, bytes)) / Double(bytesPerSecond))
    let instant = free.withLock { free in
      let now = ContinuousClock.now
      let instant = max(now, free ?? now) + cost
      free = instant
      return instant
    }
    try await Task.sleep(until: instant, clock: .continuous)
  }
}
