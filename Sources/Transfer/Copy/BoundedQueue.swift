import Synchronization

/// A queue between two tasks of the pipeline: whoever is ahead waits.
///
/// One task sends, one receives. /// It holds at most `capacity` elements and, beyond the first, at most `maximumWeight` of their weights, so that memory
/// is bounded by bytes. A task that is cancelled while it waits wakes with `CancellationError`.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [(element: Element, weight: Int)] = []
    var weight = 0
    var isFinished = false
    var isCancelled = false
    var sender: CheckedContinuation<Void, any Error>?
    var receiver: CheckedContinuation<Void, any Error>?
  }

  private let capacity: Int
  private let maximumWeight: Int
  private let state = Mutex(State())

  init(capacity: Int, maximumWeight: Int = .max) {
    precondition(capacity > 0)
    self.capacity = capacity
    self.maximumWeight = maximumWeight
  }

  /// Adds an element as soon as there is room.
  func send(_ element: Element, weight: Int = 0) async throws {
    while true {
      let isSent = try state.withLock { state in
        if state.isCancelled { throw CancellationError() }
        guard hasRoom(state, for: weight) else { return false }
        state.elements.append((element, weight))
        state.weight += weight
        state.receiver.take()?.resume()
        return true
      }
      if isSent { return }
      try await wait(\.sender) { hasRoom($0, for: weight) }
    }
  }

  /// The next element as soon as there is one; nil when the sender has finished and all were received.
  func next() async throws -> Element? {
    while true {
      let (element, isOver) = try state.withLock { state -> (Element?, Bool) in
        if state.isCancelled { throw CancellationError() }
        guard !state.elements.isEmpty else { return (nil, state.isFinished) }
        let (element, weight) = state.elements.removeFirst()
        state.weight -= weight
        state.sender.take()?.resume()
        return (element, false)
      }
      if element != nil || isOver { return element }
      try await wait(\.receiver) { !$0.elements.isEmpty || $0.isFinished }
    }
  }

  /// Says that nothing more is sent.
  func finish() {
    state.withLock { state in
      state.isFinished = true
      state.receiver.take()?.resume()
    }
  }

  /// Wakes whoever waits, now and later, with `CancellationError`.
  func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.sender.take()?.resume(throwing: CancellationError())
      state.receiver.take()?.resume(throwing: CancellationError())
    }
  }

  private func hasRoom(_ state: State, for weight: Int) -> Bool {
    state.elements.isEmpty || (state.elements.count < capacity && maximumWeight - state.weight >= weight)
  }

  private typealias Waiter = CheckedContinuation<Void, any Error>

  private func wait(
    _ place: WritableKeyPath<State, Waiter?> & Sendable, until isReady: (State) -> Bool
  ) async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: Waiter) in
        state.withLock { state in
          if state.isCancelled {
            continuation.resume(throwing: CancellationError())
          } else if isReady(state) {
            continuation.resume()
          } else {
            state[keyPath: place] = continuation
          }
        }
      }
    } onCancel: {
      cancel()
    }
  }
}
