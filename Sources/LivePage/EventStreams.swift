import Foundation
import NIOCore
import Synchronization

/// The pages that listen, and the newest state for them: one that is slow misses what came in between.
final class EventStreams: Sendable {
  /// A page that listens.
  private struct Listener {
    var continuation: AsyncStream<ByteBuffer>.Continuation
    var channel: any Channel
    /// Since when it has not taken what it was sent.
    var writing: ContinuousClock.Instant?
  }

  private struct State {
    var newest: ByteBuffer?
    var lastSent = ContinuousClock.now
    var hasEnded = false
    var listeners: [Int: Listener] = [:]
    var nextNumber = 0
  }

  /// The most pages that listen at once.
  static let limit = 16
  /// How long a page may not take what it is sent.
  static let patience = Duration.seconds(30)
  /// How often the state is sent when nothing changes, so that a page knows that somebody is there.
  static let interval = Duration.seconds(5)

  private let state = Mutex(State())

  /// How many listen.
  var count: Int { state.withLock { $0.listeners.count } }

  /// Sends a state to all.
  ///
  /// - Parameter isLast: nothing follows.
  func send(_ json: ByteBuffer, isLast: Bool = false) {
    var event = ByteBuffer(string: "data: ")
    event.writeImmutableBuffer(json)
    event.writeString("\n\n")
    state.withLock { state in
      guard !state.hasEnded else { return }
      state.newest = event
      state.lastSent = .now
      state.hasEnded = isLast
      for listener in state.listeners.values {
        listener.continuation.yield(event)
        if isLast { listener.continuation.finish() }
      }
    }
  }

  /// Says that we are there, and closes what does not listen.
  func tick() {
    state.withLock { state in
      let now = ContinuousClock.now
      for listener in state.listeners.values {
        if let writing = listener.writing, now - writing > Self.patience {
          listener.channel.close(mode: .all, promise: nil)
        }
      }
      guard !state.hasEnded, now - state.lastSent >= Self.interval, let newest = state.newest else { return }
      state.lastSent = now
      for listener in state.listeners.values { listener.continuation.yield(newest) }
    }
  }

  /// Closes the connections of all that listen.
  func closeAll() {
    state.withLock { state in
      for listener in state.listeners.values {
        listener.continuation.finish()
        listener.channel.close(mode: .all, promise: nil)
      }
    }
  }

  /// Listens on a connection until its other end goes, or the last state was sent.
  ///
  /// - Parameter write: returns when the connection has taken what it was given.
  /// - Throws: what `write` throws, or that nobody may listen any more.
  func listen(over channel: any Channel, _ write: (ByteBuffer) async throws -> Void) async throws {
    // Of what was not sent only the newest is kept.
    let (stream, continuation) = AsyncStream<ByteBuffer>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      let number = state.nextNumber
      state.nextNumber += 1
      state.listeners[number] = Listener(continuation: continuation, channel: channel)
      if let newest = state.newest { continuation.yield(newest) }
      if state.hasEnded { continuation.finish() }
      return number
    }
    defer { state.withLock { $0.listeners[number] = nil } }
    for await event in stream {
      state.withLock { $0.listeners[number]?.writing = .now }
      try await write(event)
      state.withLock { $0.listeners[number]?.writing = nil }
    }
  }
}
