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
    var request: OracleRequest
    var promise: EventLoopPromise<Response>
  }

  private var machine = SessionStateMachine()
  private var waiting = CircularBuffer<Call>()
  private var current: Call?
  private var timeout: Scheduled<Void>?
  private var connectPromise: EventLoopPromise<TNSPacket>?
  private var connectPackets = CircularBuffer<TNSPacket>()
  private var context: ChannelHandlerContext?
  private var failure: OracleConnectionError.Reason?
  private var sequence: UInt8 = 0
  private var dataUnit = 8192
  private var dialect = Dialect()
  private var cursorsToClose: [UInt32] = []
  private let callTimeout: Int
  private let describe: @Sendable (OracleConnectionError.Reason) -> OracleConnectionError

  init(
    callTimeout: Int, describe: @escaping @Sendable (OracleConnectionError.Reason) -> OracleConnectionError
  ) {
    self.callTimeout = callTimeout
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

  /// Goes over to calls, with packets as long as the ACCEPT said.
  func startSession(dataUnit: Int) {
    self.dataUnit = dataUnit
    machine.startSession()
  }

  // MARK: calls

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

  private func sendNext() {
    guard current == nil, let call = waiting.popFirst(), let context else { return }
    current = call
    var writer = TTCWriter()
    if !cursorsToClose.isEmpty, call.request.takesPiggyback {
      CloseCursorsPiggyback(cursors: cursorsToClose).write(sequence: nextSequence(), to: &writer, dialect: dialect)
      cursorsToClose = []
    }
    call.request.write(sequence: nextSequence(), to: &writer, dialect: dialect)
    machine.begin(call.request.decoder(dialect: dialect))
    var bytes = ByteBuffer()
    TNSPacket.writeData(writer.buffer, dataUnit: dataUnit, hasLongLength: true, to: &bytes)
    context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    startTimer(context)
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
      transport.fail(.timedOut(seconds: seconds), context: context)
    }
  }

  // MARK: what arrives

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    machine.receive(&bytes)
    while let action = machine.next() {
      switch action {
      case .packet(let packet):
        if let promise = connectPromise {
          connectPromise = nil
          promise.succeed(packet)
        } else {
          connectPackets.append(packet)
        }
      case .answered(let response, let dialect):
        self.dialect = dialect
        timeout?.cancel()
        timeout = nil
        let call = current
        current = nil
        sendNext()
        call?.promise.succeed(response)
      case .send(let bytes):
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
    fail(.closedByServer, context: context)
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
    let error = describe(reason)
    connectPromise?.fail(error)
    connectPromise = nil
    current?.promise.fail(error)
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
    var bytes = ByteBuffer()
    TNSPacket.writeData(
      ByteBuffer(), lastFlags: .endOfFile, dataUnit: dataUnit, hasLongLength: machine.hasLongLength, to: &bytes)
    let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(bytes)).whenComplete { _ in loopBound.value.close(promise: nil) }
  }
}
