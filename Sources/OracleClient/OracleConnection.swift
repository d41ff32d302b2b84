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
  /// What is remarkable about the logon: what the server said, such as ORA-28002 (the password expires soon), and a
  /// 10g password verifier, which is weak.
  public let warnings: [String]
  let channel: any Channel
  let transport: NIOLoopBound<OracleTransport>

  init(
    configuration: Configuration, warnings: [String], channel: any Channel, transport: NIOLoopBound<OracleTransport>,
    serverVersion: String, characterSet: Int, nationalCharacterSet: Int
  ) {
    self.configuration = configuration
    self.warnings = warnings
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

  /// Whether calls can still be made, as far as is known here.
  public var isOpen: Bool {
    get async {
      let transport = self.transport
      guard channel.isActive else { return false }
      // A channel in TLS is still active while it shuts down.
      return (try? await channel.eventLoop.submit { transport.value.failure == nil }.get()) == true
    }
  }

  /// Whether a transaction is open, by what the server said at the end of the last call.
  var hasOpenTransaction: Bool {
    get async {
      let transport = self.transport
      return (try? await channel.eventLoop.submit { transport.value.hasOpenTransaction }.get()) == true
    }
  }

  /// Whether the server may hold changes that a logoff would commit: also while calls are under way whose answers would
  /// tell.
  private var mayHaveChanges: Bool {
    get async {
      let transport = self.transport
      let answer = try? await channel.eventLoop.submit {
        transport.value.hasOpenTransaction || transport.value.isBusy
      }.get()
      return answer ?? true
    }
  }

  /// Runs calls of housekeeping: a server that is silent is not waited for longer than this, and the connection cut.
  func withinSeconds<Result>(_ seconds: Int64, _ body: () async throws -> Result) async rethrows -> Result {
    let transport = self.transport
    let timer = channel.eventLoop.scheduleTask(in: .seconds(seconds)) {
      transport.value.abort(.timedOut(seconds: Double(seconds)))
    }
    defer { timer.cancel() }
    return try await body()
  }

  /// Makes one call and waits for its answer.
  ///
  /// - Throws: `OracleError` when the server reports one, `OracleConnectionError` when the connection is lost.
  func call(_ request: OracleRequest) async throws -> Response {
    // A task that was given up before sends nothing: the connection stays as it is.
    try Task.checkCancellation()
    let response = try await answer(to: begin(request))
    if let error = response.error { throw error }
    return response
  }

  /// Waits for the answer to a call that was begun.
  ///
  /// When the task is cancelled meanwhile the call is broken off, and the connection can be used again; that of a server
  /// which does not answer the break within seconds is closed.
  /// - Throws: `CancellationError` for a call that was broken off; one that the server had done before ends as it does.
  func answer(to call: PendingCall) async throws -> Response {
    let transport = self.transport
    return try await withTaskCancellationHandler {
      try await call.response.get()
    } onCancel: {
      channel.eventLoop.execute { transport.value.giveUp(call.number) }
    }
  }

  /// Runs a step whose faults in the server's bytes end the connection: what comes next on it can't be trusted.
  func trusting<Result>(_ step: () throws(WireError) -> Result) throws -> Result {
    do {
      return try step()
    } catch {
      abandon()
      throw failure(.protocolViolation(error.description))
    }
  }

  /// Makes a call whose answer is asked for later.
  func begin(_ request: OracleRequest) -> PendingCall {
    OracleConnection.submit(request, to: transport, on: channel.eventLoop)
  }

  static func submit(
    _ request: OracleRequest, to transport: NIOLoopBound<OracleTransport>, on eventLoop: any EventLoop
  ) -> PendingCall {
    let promise = eventLoop.makePromise(of: Response.self)
    let call = PendingCall(number: PendingCall.nextNumber(), response: promise.futureResult)
    eventLoop.execute {
      transport.value.submit(OracleTransport.Call(number: call.number, request: request, promise: promise))
    }
    return call
  }

  /// Tells the server with the next call that a cursor is needed no more.
  func close(cursor: UInt32) {
    guard cursor != 0 else { return }
    let transport = self.transport
    channel.eventLoop.execute { transport.value.close(cursor: cursor) }
  }

  /// Says, with the next call, how V$SESSION is to show this session; nil leaves what is there.
  ///
  /// Servers refuse a module without an action, so a new module takes the old action away.
  public func identify(module: String? = nil, action: String? = nil) {
    let transport = self.transport
    let attributes = EndToEndPiggyback(module: module, action: module == nil ? action : action ?? "")
    channel.eventLoop.execute { transport.value.identify(attributes) }
  }

  /// Makes the transaction's changes permanent.
  public func commit() async throws {
    _ = try await call(.plain(.commit))
  }

  /// Undoes the transaction's changes, also in a task that was cancelled.
  ///
  /// The server that does not answer such a task in time (`Configuration.breakTimeout`) is left; it undoes the transaction
  /// of a connection that ends.
  public func rollback() async throws {
    let rollback = begin(.plain(.rollback))
    let transport = self.transport
    let limit = Int64(max(1, configuration.breakTimeout))
    let response = try await withTaskCancellationHandler {
      try await rollback.response.get()
    } onCancel: {
      channel.eventLoop.scheduleTask(in: .seconds(limit)) { transport.value.giveUpWaiting(rollback.number) }
    }
    if let error = response.error { throw error }
  }

  /// Asks the server for a sign of life.
  public func ping() async throws {
    _ = try await call(.plain(.ping))
  }

  /// Cuts the connection without a word; calls under way fail.
  public func abandon() {
    let transport = self.transport
    channel.eventLoop.execute { transport.value.abort(.closedHere) }
  }

  /// Logs off and closes; closing twice does nothing.
  ///
  /// An open transaction is undone: a server would commit it at the logoff. One that cannot be undone is left to the
  /// server, which undoes it when the connection ends without a logoff.
  public func close() async {
    await close(within: 5)
  }

  /// The same, with another limit in seconds for the server's answers.
  func close(within seconds: Int64) async {
    guard channel.isActive else { return }
    let transport = self.transport
    await withinSeconds(seconds) {
      // Not `call`: a cancelled task must not cut the connection here.
      if await mayHaveChanges {
        let undone = try? await begin(.plain(.rollback)).response.get()
        guard let undone, undone.error == nil else { return abandon() }
      }
      _ = try? await begin(.plain(.logoff)).response.get()
    }
    channel.eventLoop.execute { transport.value.shutDown() }
    try? await channel.closeFuture.get()
  }
}
