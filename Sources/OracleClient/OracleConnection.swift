import NIOCore
import NIOPosix
import OracleWire

/// A session with an Oracle server, over Oracle's own wire protocol.
///
/// Calls of several tasks are sent one after the other, in the order in which they were made.
public final class OracleConnection: Sendable {
  public let configuration: Configuration
  /// The server's version, such as `19.3.0.0.0`.
  public let serverVersion: String
  /// The server's character set number, 873 for AL32UTF8.
  public let characterSet: Int
  /// The server's national character set number, 2000 for AL16UTF16.
  public let nationalCharacterSet: Int
  let channel: any Channel
  let transport: NIOLoopBound<OracleTransport>

  init(
    configuration: Configuration, channel: any Channel, transport: NIOLoopBound<OracleTransport>,
    serverVersion: String, characterSet: Int, nationalCharacterSet: Int
  ) {
    self.configuration = configuration
    self.channel = channel
    self.transport = transport
    self.serverVersion = serverVersion
    self.characterSet = characterSet
    self.nationalCharacterSet = nationalCharacterSet
  }

  deinit {
    let transport = self.transport
    channel.eventLoop.execute { transport.value.shutDown() }
  }

  /// An error of this connection, which names the place.
  func failure(_ reason: OracleConnectionError.Reason) -> OracleConnectionError {
    OracleConnectionError(
      reason: reason, host: configuration.host, port: configuration.port, service: configuration.service.name)
  }

  /// Makes one call and waits for its answer.
  ///
  /// - Throws: `OracleError` when the server reports one, `OracleConnectionError` when the connection is lost.
  func call(_ request: OracleRequest) async throws -> Response {
    let response = try await OracleConnection.submit(request, to: transport, on: channel.eventLoop).get()
    if let error = response.error { throw error }
    return response
  }

  /// Makes a call whose answer is asked for later.
  func begin(_ request: OracleRequest) -> EventLoopFuture<Response> {
    OracleConnection.submit(request, to: transport, on: channel.eventLoop)
  }

  static func submit(
    _ request: OracleRequest, to transport: NIOLoopBound<OracleTransport>, on eventLoop: any EventLoop
  ) -> EventLoopFuture<Response> {
    let promise = eventLoop.makePromise(of: Response.self)
    eventLoop.execute {
      transport.value.submit(OracleTransport.Call(request: request, promise: promise))
    }
    return promise.futureResult
  }

  /// Tells the server with the next call that a cursor is needed no more.
  func close(cursor: UInt32) {
    let transport = self.transport
    channel.eventLoop.execute { transport.value.close(cursor: cursor) }
  }

  /// Makes the transaction's changes permanent.
  public func commit() async throws {
    _ = try await call(.plain(.commit))
  }

  /// Undoes the transaction's changes.
  public func rollback() async throws {
    _ = try await call(.plain(.rollback))
  }

  /// Asks the server for a sign of life.
  public func ping() async throws {
    _ = try await call(.plain(.ping))
  }

  /// Cuts the connection without a word; calls under way fail.
  func abandon() {
    let transport = self.transport
    channel.eventLoop.execute { transport.value.abort(.closedHere) }
  }

  /// Logs off and closes; closing twice does nothing.
  public func close() async {
    guard channel.isActive else { return }
    let transport = self.transport
    // A server that is silent by now isn't waited for.
    let timer = channel.eventLoop.scheduleTask(in: .seconds(5)) { transport.value.abort(.closedHere) }
    _ = try? await call(.plain(.logoff))
    timer.cancel()
    channel.eventLoop.execute { transport.value.shutDown() }
    try? await channel.closeFuture.get()
  }
}
