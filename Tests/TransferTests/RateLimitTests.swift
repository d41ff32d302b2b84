import Testing

@testable import Transfer

@Suite("Rate limit") struct RateLimitTests {
  /// Lower bounds alone: a busy machine makes everything slower.
  @Test("all who take together are not faster than the rate") func together() async throws {
    let limit = RateLimit(bytesPerSecond: 100_000)
    let clock = ContinuousClock()
    let elapsed = try await clock.measure {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask { for _ in 0..<5 { try await limit.take(2_500) } }
        }
        try await group.waitForAll()
      }
    }
    // 50,000 bytes.
    #expect(elapsed >= .milliseconds(500), "\(elapsed)")
  }

  @Test("time in which nothing was read gives nothing away") func nothingIsSaved() async throws {
    let limit = RateLimit(bytesPerSecond: 100_000)
    try await limit.take(1)
    try await Task.sleep(for: .milliseconds(300))
    let elapsed = try await ContinuousClock().measure { try await limit.take(20_000) }
    #expect(elapsed >= .milliseconds(200), "\(elapsed)")
  }

  @Test("who waits can be cancelled") func cancelled() async throws {
    let limit = RateLimit(bytesPerSecond: 1)
    let waiting = Task { try await limit.take(1_000_000) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }
}
