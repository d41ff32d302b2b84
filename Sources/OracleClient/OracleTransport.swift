import NIOCore
import OracleWire

/// The channel handler of one session: sends calls one at a time in the order in which they were made.
///
/// Lives on its channel's event loop. Calls that are made while another is under way wait in a queue, so that the next
/// fetch can be asked for while a batch is still being worked on.
final class OracleTransport: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// A call that waits or is under way.
  struct Call {
    /// By which it can be given up.
    var number: UInt64
    var request: OracleRequest
    var promise: EventLoopPromise<Response>
  }

  private var machine = SessionStateMachine()
  private var waiting = CircularBuffer<Call>()
  private var current: Call?
  private var timeout: Scheduled<Void>?
  private var stall: StallTimer
  /// Why the call under way is being broken off; stays until the server has answered the break.
  private var interruption: Interruption?
  /// Protects what is sent, in a session with native network encryption.
  private var protection: NetworkProtection?
  /// What the server said of the transaction at the end of the last call.
  private(set) var hasOpenTransaction = false
  private var connectPromise: EventLoopPromise<TNSPacket>?
  private var connectPackets = CircularBuffer<TNSPacket>()
  private var context: ChannelHandlerContext?
  /// Why the connection is over; nil while it is not.
  private(set) var failure: OracleConnectionError.Reason?
  private var sequence: UInt8 = 0
  private var dataUnit = 8192
  private var dialect = Dialect()
  private var cursorsToClose: [UInt32] = []
  /// Locators of temporary LOBs, one behind the other.
  private var lobsToFree: [UInt8] = []
  /// Packets that may come before anything waits for them while connecting.
  private static let connectPacketLimit = 8
  /// Seconds that the last words to a server may take: one that reads no more is not waited for.
  private static let farewellSeconds: Int64 = 5
  /// ORA-01013, the error of a call that was broken off.
  private static let cancelled = 1013
  private var attributes: EndToEndPiggyback?
  private let callTimeout: Int
  private let breakTimeout: Int
  private let describe: @Sendable (OracleConnectionError.Reason) -> OracleConnectionError

  /// - Parameters:
  ///   - stallTimeout: seconds of silence in a call after which the probe is asked; 0 for never.
  ///   - probe: tells whether the server is still there.
  init(
    callTimeout: Int, breakTimeout: Int, stallTimeout: Int, probe: ListenerProbe,
    describe: @escaping @Sendable (OracleConnectionError.Reason) -> OracleConnectionError
  ) {
    stall = StallTimer(limit: stallTimeout, probe: probe)
    self.callTimeout = callTimeout
    self.breakTimeout = breakTimeout
    self.describe = describe
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  // MARK: connecting

  /// Sends bytes of the connect phase.
  func send(_ bytes: ByteBuffer) {
    context?.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
  }

  /// The next packet of the connect phase.
  func nextPacket(_ promise: EventLoopPromise<TNSPacket>) {
    if let packet = connectPackets.popFirst() {
      promise.succeed(packet)
    } else if let failure {
      promise.fail(describe(failure))
    } else {
      connectPromise = promise
    }
  }

  /// Encrypts and seals everything from now on.
  func protect(with protection: NetworkProtection) {
    self.protection = protection
    machine.protection = protection
  }

  /// Puts a message into packets.
  private func packets(_ message: ByteBuffer, lastFlags: TNSDataFlags = []) throws(WireError) -> ByteBuffer {
    var bytes = ByteBuffer()
    if var protection {
      try TNSPacket.writeData(
        message, lastFlags: lastFlags, dataUnit: dataUnit, hasLongLength: machine.hasLongLength,
        protection: &protection, to: &bytes)
      self.protection = protection
    } else {
      TNSPacket.writeData(
        message, lastFlags: lastFlags, dataUnit: dataUnit, hasLongLength: machine.hasLongLength, to: &bytes)
    }
    return bytes
  }

  /// Goes over to calls, with packets as long as the ACCEPT said.
  func startSession(dataUnit: Int, hasLongLength: Bool) {
    self.dataUnit = dataUnit
    machine.startSession(hasLongLength: hasLongLength)
  }

  // MARK: calls

  /// Whether a call is under way or waits.
  var isBusy: Bool { current != nil || !waiting.isEmpty }

  /// Queues a call; its promise gets the reply, whatever error that holds.
  func submit(_ call: Call) {
    if let failure {
      call.promise.fail(describe(failure))
    } else {
      waiting.append(call)
      sendNext()
    }
  }

  /// A cursor to be closed with the next call.
  func close(cursor: UInt32) {
    cursorsToClose.append(cursor)
  }

  /// A temporary LOB to be freed with the next call.
  func free(_ locator: LOBLocator) {
    if failure == nil { lobsToFree += locator.bytes }
  }

  /// What the next call is to tell about the session.
  func identify(_ attributes: EndToEndPiggyback) {
    self.attributes = attributes.filled(from: self.attributes)
  }

  private func sendNext() {
    guard current == nil, !machine.isInterrupted, let call = waiting.popFirst(), let context else { return }
    current = call
    var writer = TTCWriter()
    writer.hasByteChunks = dialect.hasByteChunks
    if !cursorsToClose.isEmpty, call.request.takesPiggyback {
      CloseCursorsPiggyback(cursors: cursorsToClose).write(sequence: nextSequence(), to: &writer, dialect: dialect)
      cursorsToClose = []
    }
    if let attributes, call.request.takesPiggyback {
      attributes.write(sequence: nextSequence(), to: &writer, dialect: dialect)
      self.attributes = nil
    }
    if !lobsToFree.isEmpty, call.request.takesPiggyback {
      LOBRequest(LOBRequest.freeTemporaryMany, locator: lobsToFree).write(
        sequence: nextSequence(), isPiggyback: true, to: &writer, dialect: dialect)
      lobsToFree = []
    }
    call.request.write(sequence: nextSequence(), to: &writer, dialect: dialect)
    machine.begin(call.request.decoder(dialect: dialect))
    do {
      context.writeAndFlush(wrapOutboundOut(try packets(writer.buffer)), promise: nil)
    } catch {
      return fail(.protocolViolation("\(error)"), context: context)
    }
    startTimer(context)
    if stall.begin() { watchForStall(in: stall.limit, context) }
  }

  private func nextSequence() -> UInt8 {
    sequence = sequence == 255 ? 1 : sequence + 1
    return sequence
  }

  private func startTimer(_ context: ChannelHandlerContext) {
    guard callTimeout > 0 else { return }
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let seconds = callTimeout
    timeout = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) {
      let (transport, context) = loopBound.value
      transport.interrupt(.tookTooLong(seconds: seconds), context: context)
    }
  }

  // MARK: silence

  private func watchForStall(in time: TimeAmount, _ context: ChannelHandlerContext) {
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    stall.timer = context.eventLoop.scheduleTask(in: time) {
      let (transport, context) = loopBound.value
      transport.lookForStall(context)
    }
  }

  private func lookForStall(_ context: ChannelHandlerContext) {
    guard failure == nil, current != nil else { return stall.end() }
    let rest = stall.rest
    guard rest <= .zero else { return watchForStall(in: rest, context) }
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    stall.probe.isAnswered(on: context.eventLoop).whenComplete { outcome in
      let (transport, context) = loopBound.value
      transport.settleStall(isAnswered: (try? outcome.get()) == true, context)
    }
  }

  private func settleStall(isAnswered: Bool, _ context: ChannelHandlerContext) {
    guard failure == nil, current != nil else { return stall.end() }
    if stall.isOver(isAnswered: isAnswered) {
      fail(.silent(seconds: stall.seconds), context: context)
    } else {
      watchForStall(in: max(stall.pause, stall.rest), context)
    }
  }

  // MARK: breaking off

  /// Why a call is broken off.
  private enum Interruption {
    case cancelled
    case tookTooLong(seconds: Int)
  }

  /// Gives a call up: one that waits is not sent, one that is under way is broken off.
  func giveUp(_ number: UInt64) {
    if let index = waiting.firstIndex(where: { $0.number == number }) {
      waiting.remove(at: index).promise.fail(CancellationError())
    } else if let context, current?.number == number {
      interrupt(.cancelled, context: context)
    }
  }

  /// Ends the connection if a call still waits or is under way.
  func giveUpWaiting(_ number: UInt64) {
    guard current?.number == number || waiting.contains(where: { $0.number == number }) else { return }
    abort(.closedHere)
  }

  /// Breaks the call under way off; the connection can be used again when the server has answered.
  ///
  /// A log-on is not worth the exchange: its connection is closed.
  private func interrupt(_ reason: Interruption, context: ChannelHandlerContext) {
    guard let current, interruption == nil else { return }
    interruption = reason
    guard current.request.takesPiggyback else { return fail(lost(reason), context: context) }
    context.writeAndFlush(wrapOutboundOut(machine.interrupt(dialect)), promise: nil)
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    timeout?.cancel()
    timeout = context.eventLoop.scheduleTask(in: .seconds(Int64(max(1, breakTimeout)))) {
      let (transport, context) = loopBound.value
      transport.fail(transport.lost(reason), context: context)
    }
  }

  /// Why the connection is over when the server does not answer the break.
  private func lost(_ interruption: Interruption) -> OracleConnectionError.Reason {
    switch interruption {
    case .cancelled: .closedHere
    case .tookTooLong(let seconds): .timedOut(seconds: Double(seconds))
    }
  }

  /// Whether a call ended by a break; some errors of the server only carry that one.
  private static func wasBrokenOff(_ error: OracleError) -> Bool {
    error.code == cancelled || error.message.contains("ORA-01013")
  }

  /// Ends a call with the server's answer, or with the error of what broke it off.
  ///
  /// A call that was answered before the break reached the server is done.
  private func finish(_ call: Call?, _ response: Response, _ interruption: Interruption?) {
    guard let interruption, let error = response.error, OracleTransport.wasBrokenOff(error) else {
      call?.promise.succeed(response)
      return
    }
    // Nobody is told of the cursor that the call had opened.
    if let call, call.request.opensCursor, let cursor = response.endOfCall?.cursor, cursor != 0 {
      close(cursor: UInt32(cursor))
    }
    switch interruption {
    case .cancelled: call?.promise.fail(CancellationError())
    case .tookTooLong(let seconds): call?.promise.fail(describe(.callTookTooLong(seconds: Double(seconds))))
    }
  }

  /// Takes note of what the server said at a call's end.
  private func settle(_ response: Response) {
    if let status = response.endOfCall?.callStatus ?? response.status?.callStatus {
      hasOpenTransaction = status & EndOfCallMessage.transactionIsOpen != 0
    }
    guard !machine.isInterrupted else { return }
    timeout?.cancel()
    timeout = nil
    interruption = nil
  }

  // MARK: what arrives

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    stall.noteLife()
    machine.receive(&bytes)
    while let action = machine.next() {
      switch action {
      case .packet(let packet):
        if let promise = connectPromise {
          connectPromise = nil
          promise.succeed(packet)
        } else {
          guard connectPackets.count < OracleTransport.connectPacketLimit else {
            return fail(.protocolViolation("packets that nothing asked for"), context: context)
          }
          connectPackets.append(packet)
        }
      case .answered(let response, let dialect):
        self.dialect = dialect
        let call = current
        let interruption = interruption
        current = nil
        settle(response)
        if response.error?.endsSession == true {
          finish(call, response, interruption)
          return fail(.closedByServer, context: context)
        }
        sendNext()
        finish(call, response, interruption)
      case .recovered(let response):
        settle(response)
        if response.error?.endsSession == true { return fail(.closedByServer, context: context) }
        sendNext()
      case .reset(let marker):
        context.writeAndFlush(wrapOutboundOut(marker), promise: nil)
        do {
          try protection?.restart()
        } catch {
          return fail(.protocolViolation(error.description), context: context)
        }
      case .goOn:
        guard let bytes = try? packets(ByteBuffer(bytes: [MessageType.flushOutBinds.rawValue])) else {
          return fail(.protocolViolation("values that cannot be asked for"), context: context)
        }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
      case .serverCloses:
        fail(.closedByServer, context: context)
        return
      case .violated(let error):
        fail(.protocolViolation(error.description), context: context)
        return
      }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(.closedByServer, context: context)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(TLSFailure(error).map { .notSecured($0.reason) } ?? .closedByServer, context: context)
  }

  /// Ends everything that waits; the first reason stands.
  private func fail(_ reason: OracleConnectionError.Reason, context: ChannelHandlerContext) {
    guard failure == nil else { return }
    failAll(reason)
    context.close(promise: nil)
  }

  private func failAll(_ reason: OracleConnectionError.Reason) {
    failure = reason
    timeout?.cancel()
    stall.timer?.cancel()
    let error = describe(reason)
    connectPromise?.fail(error)
    connectPromise = nil
    if case .cancelled? = interruption {
      current?.promise.fail(CancellationError())
    } else {
      current?.promise.fail(error)
    }
    current = nil
    while let call = waiting.popFirst() { call.promise.fail(error) }
  }

  /// Ends the session for a reason of this side's.
  func abort(_ reason: OracleConnectionError.Reason) {
    guard let context else { return }
    fail(reason, context: context)
  }

  /// Says goodbye and closes.
  func shutDown() {
    guard failure == nil, let context else { return }
    failAll(.closedHere)
    guard let bytes = try? packets(ByteBuffer(), lastFlags: .endOfFile) else { return context.close(promise: nil) }
    let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
    let timer = context.eventLoop.scheduleTask(in: .seconds(OracleTransport.farewellSeconds)) {
      loopBound.value.close(promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(bytes)).whenComplete { _ in
      timer.cancel()
      loopBound.value.close(promise: nil)
    }
  }
}
