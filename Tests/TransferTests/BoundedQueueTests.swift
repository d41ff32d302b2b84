import Testing

@testable import Transfer

/// The pipeline's queue.
struct BoundedQueueTests {
  @Test("elements arrive in order, and the sender waits for room", arguments: [1, 2, 7])
  func order(capacity: Int) async throws {
    let queue = BoundedQueue<Int>(capacity: capacity)
    let sender = Task {
      for number in 0..<2_000 { try await queue.send(number) }
      queue.finish()
    }
    var received: [Int] = []
    while let number = try await queue.next() {
      received.append(number)
      if number % 100 == 0 { await Task.yield() }
    }
    try await sender.value
    #expect(received == Array(0..<2_000))
    #expect(try await queue.next() == nil)
  }

  @Test("weights bound the queue, but a heavy element passes alone")
  func weights() async throws {
    let queue = BoundedQueue<Int>(capacity: 10, maximumWeight: 100)
    try await queue.send(1, weight: 1_000)
    let second = Task { try await queue.send(2, weight: 60) }
    let third = Task {
      try await second.value
      try await queue.send(3, weight: 60)
      queue.finish()
    }
    #expect(try await queue.next() == 1)
    #expect(try await queue.next() == 2)
    #expect(try await queue.next() == 3)
    #expect(try await queue.next() == nil)
    try await third.value
  }

  @Test("a cancelled task wakes, and so does the other side")
  func cancellation() async throws {
    let queue = BoundedQueue<Int>(capacity: 1)
    let receiver = Task { try await queue.next() }
    await Task.yield()
    receiver.cancel()
    await #expect(throws: CancellationError.self) { try await receiver.value }
    await #expect(throws: CancellationError.self) { try await queue.send(1) }
  }
}
