import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// A page on this machine that shows a migration while it runs.
///
/// It is served to whoever has the address, which has a random token in it, and to nobody else. Pages are told of each
/// new state as it comes; one that is slow gets the newest when it is ready for it, and holds nothing up.
public final class LivePage: Sendable {
  private struct State {
    var shown: LiveState?
    var wasCancelled = false
    var hasEnded = false
  }

  /// Connections at once; more wait in the system's queue.
  private static let connectionLimit = 64
  /// Seconds for which a connection may be silent between requests, or in the middle of one.
  private static let idleTime = TimeAmount.seconds(10)
  /// How long pages may take for the last state.
  private static let grace = Duration.milliseconds(1500)

  /// `http://127.0.0.1:PORT/TOKEN/`: a secret, never for a log.
  public let address: String
  private let server: Task<Void, any Error>
  private let ticker: Task<Void, any Error>
  private let streams: EventStreams
  private let cancel: (@Sendable () -> Void)?
  private let state = Mutex(State())

  /// Begins to serve.
  ///
  /// - Parameters:
  ///   - address: `127.0.0.1`, `::1` or `localhost`.
  ///   - port: 0 for any that is free.
  ///   - cancel: called once, when a user has asked for the migration's end; nil when the page must not offer that.
  /// - Throws: `LivePageError`.
  public static func open(
    address: String = "127.0.0.1", port: Int = 0, cancel: (@Sendable () -> Void)? = nil
  ) async throws -> LivePage {
    let host = address == "localhost" ? "127.0.0.1" : address
    guard ["127.0.0.1", "::1"].contains(host) else { throw LivePageError.notLoopback(address) }
    let gate = RequestGate(token: RequestGate.randomToken())
    let streams = EventStreams()
    let owner = Owner()
    let responses = PageResponses(
      gate: gate, streams: streams, state: { try owner.page?.json() ?? Data("{}".utf8) },
      cancel: { owner.page?.cancelOnce() ?? false })
    let (ready, readiness) = AsyncThrowingStream<Int, any Error>.makeStream()
    let logger = Logger(label: "page", factory: { _ in SwiftLogNoOpLogHandler() })
    let application = Application(
      responder: CallbackResponder { request, context in responses.response(to: request, over: context) },
      server: .http1(
        configuration: .init(
          idleTimeout: idleTime,
          httpDecoderConfiguration: .init(maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(connectionLimit, logger: logger)),
      onServerRunning: { channel in
        readiness.yield(channel.localAddress?.port ?? port)
        readiness.finish()
      },
      logger: logger)
    let server = Task {
      do {
        try await application.run()
        readiness.finish()
      } catch {
        readiness.finish(throwing: error)
        throw error
      }
    }
    var found: Int?
    do {
      for try await port in ready { found = port }
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw LivePageError.portTaken(port)
    } catch {
      throw LivePageError.cannotListen(address: host, port: port, reason: "\(error)")
    }
    guard let found else {
      server.cancel()
      throw LivePageError.cannotListen(address: host, port: port, reason: "it was interrupted")
    }
    let name = host.contains(":") ? "[\(host)]" : host
    let page = LivePage(
      address: "http://\(name):\(found)/\(gate.token)/", server: server, streams: streams, cancel: cancel)
    owner.set(page)
    return page
  }

  private init(
    address: String, server: Task<Void, any Error>, streams: EventStreams, cancel: (@Sendable () -> Void)?
  ) {
    self.address = address
    self.server = server
    self.streams = streams
    self.cancel = cancel
    ticker = Task {
      while true {
        try await Task.sleep(for: .seconds(1))
        streams.tick()
      }
    }
  }

  deinit {
    ticker.cancel()
    server.cancel()
  }

  /// Shows a state; one that is as the last is not sent again.
  public func show(_ new: LiveState) {
    show(new, isLast: false)
  }

  /// Shows the last state, gives pages a moment to take it, and ends.
  ///
  /// A task that was cancelled may call it, too.
  public func close(_ last: LiveState) async {
    show(last, isLast: true)
    ticker.cancel()
    // Not a child of this task, whose sleep would end at once when it is cancelled.
    await Task { [streams, server] in
      await Self.wait(Self.grace) { streams.count == 0 }
      server.cancel()
      streams.closeAll()
      let ended = Ended()
      Task {
        _ = await server.result
        ended.set()
      }
      await Self.wait(.seconds(1)) { ended.isSet }
    }.value
  }

  private static func wait(_ limit: Duration, until isDone: @Sendable () -> Bool) async {
    let deadline = ContinuousClock.now + limit
    while !isDone(), ContinuousClock.now < deadline { try? await Task.sleep(for: .milliseconds(10)) }
  }

  private func show(_ new: LiveState, isLast: Bool) {
    let changed: LiveState? = state.withLock { state in
      guard !state.hasEnded else { return nil }
      state.hasEnded = isLast
      var new = new
      new.canCancel = cancel != nil && !state.wasCancelled && !isLast && new.condition == .running
      new.isLast = isLast
      if state.wasCancelled, new.condition == .running { new.condition = .cancelling }
      guard new != state.shown || isLast else { return nil }
      state.shown = new
      return new
    }
    guard let changed, let json = try? changed.json() else { return }
    streams.send(ByteBuffer(bytes: json), isLast: isLast)
  }

  private func json() throws -> Data {
    guard let shown = state.withLock({ $0.shown }) else { return Data("{}".utf8) }
    return try shown.json()
  }

  /// - Returns: false when nothing can be cancelled here.
  private func cancelOnce() -> Bool {
    guard let cancel else { return false }
    let (isFirst, shown) = state.withLock { state in
      defer { state.wasCancelled = true }
      return (!state.wasCancelled && !state.hasEnded, state.shown)
    }
    if isFirst {
      cancel()
      if let shown { show(shown) }
    }
    return true
  }

  /// The page of the responses, which are made before it.
  private final class Owner: Sendable {
    private struct Reference: Sendable { weak let page: LivePage? }
    private let reference = Mutex(Reference(page: nil))
    var page: LivePage? { reference.withLock { $0.page } }
    func set(_ page: LivePage) { reference.withLock { $0 = Reference(page: page) } }
  }

  private final class Ended: Sendable {
    private let flag = Mutex(false)
    var isSet: Bool { flag.withLock { $0 } }
    func set() { flag.withLock { $0 = true } }
  }
}
