import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A connection that sends what it is told, byte for byte, and keeps what comes.
final class RawClient: Sendable {
  private final class Collector: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private struct State {
      var bytes = Data()
      var isClosed = false
    }
    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    var bytes: Data { state.withLock { $0.bytes } }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var isClosed: Bool { state.withLock { $0.isClosed } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data).readableBytesView
      state.withLock { state in
        state.bytes += bytes
        if state.bytes.count > 2 * limit { state.bytes = Data(state.bytes.suffix(limit)) }
      }
    }
    func channelInactive(context: ChannelHandlerContext) { state.withLock { $0.isClosed = true } }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }

  struct TimedOut: Error {
    var received: String
  }

  private let channel: any Channel
  private let collector: Collector

  /// - Parameters:
  ///   - isReading: false for one that never takes anything from the system's buffer.
  ///   - limit: bytes of what came that are kept, the newest.
  static func connect(port: Int, isReading: Bool = true, limit: Int = 50_000_000) async throws -> RawClient {
    let collector = Collector(limit: limit)
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.autoRead, value: isReading)
      .channelOption(.socketOption(.so_rcvbuf), value: isReading ? 65_536 : 4096)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(collector) }
      }
      .connect(host: "127.0.0.1", port: port).get()
    return RawClient(channel: channel, collector: collector)
  }

  private init(channel: any Channel, collector: Collector) {
    self.channel = channel
    self.collector = collector
  }

  deinit { channel.close(promise: nil) }

  var text: String { collector.text }
  var isClosed: Bool { collector.isClosed }

  /// Whether an answer that says its length is there: not everyone closes a connection that is to be closed.
  private var isWhole: Bool {
    let bytes = collector.bytes
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return false }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
    guard let match = head.firstMatch(of: /content-length: ?([0-9]+)/), let length = Int(match.output.1) else {
      return false
    }
    return bytes.distance(from: end.upperBound, to: bytes.endIndex) >= length
  }

  func send(_ text: String) { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }

  /// From now on all that comes is taken.
  func startReading() { channel.setOption(.autoRead, value: true).whenSuccess { [channel] in channel.read() } }

  func close() { channel.close(promise: nil) }

  /// Waits until something is so: long, but not forever.
  func wait(until isSo: (RawClient) -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while !isSo(self) {
      guard ContinuousClock.now < deadline else { throw TimedOut(received: String(text.prefix(2000))) }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The events that came whole: what stands behind `data: `.
  var events: [String] {
    // In chunks, whose lengths stand before them; a chunk is a whole event here.
    text.replacingOccurrences(of: "\r\n", with: "\u{1}").components(separatedBy: "\u{1}").compactMap { chunk in
      chunk.hasPrefix("data: ") && chunk.hasSuffix("\n\n") ? String(chunk.dropFirst(6).dropLast(2)) : nil
    }
  }

  /// One request on a connection of its own; the whole answer.
  static func answer(
    port: Int, _ path: String, method: String = "GET", host: String? = nil, headers: [String] = [], body: String = ""
  ) async throws -> String {
    let client = try await connect(port: port)
    let lines =
      ["\(method) \(path) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"] + headers + ["", ""]
    client.send(lines.joined(separator: "\r\n") + body)
    try await client.wait { $0.isClosed || $0.isWhole }
    return client.text
  }
}
