import NIOCore
import OracleWire
import Testing

@testable import OracleClient

struct SessionStateMachineTests {
  private func status(_ flags: TNSDataFlags = .endOfResponse) -> ByteBuffer {
    var writer = TTCWriter()
    StatusMessage(callStatus: 1).write(to: &writer)
    writer.u8(MessageType.endOfResponse.rawValue)
    var bytes = ByteBuffer()
    TNSPacket.writeData(writer.buffer, lastFlags: flags, dataUnit: 8192, hasLongLength: true, to: &bytes)
    return bytes
  }

  private func marker(_ kind: UInt8) -> ByteBuffer {
    var bytes = ByteBuffer()
    TNSPacket(type: .marker, body: ByteBuffer(bytes: [1, 0, kind])).write(to: &bytes, hasLongLength: true)
    return bytes
  }

  private func machine() -> SessionStateMachine {
    var machine = SessionStateMachine()
    machine.startSession()
    machine.begin(ResponseDecoder(call: .plain, dialect: Dialect()))
    return machine
  }

  @Test func anAnswerIsTakenHoweverItIsCut() {
    let whole = status()
    for cut in 1..<whole.readableBytes {
      var machine = machine()
      var first = whole.getSlice(at: 0, length: cut) ?? ByteBuffer()
      var second = whole.getSlice(at: cut, length: whole.readableBytes - cut) ?? ByteBuffer()
      machine.receive(&first)
      if case .some = machine.next() { Issue.record("an answer too early, cut at \(cut)") }
      machine.receive(&second)
      guard case .answered(let response, _)? = machine.next() else {
        Issue.record("no answer when cut at \(cut)")
        continue
      }
      #expect(response.status?.callStatus == 1)
    }
  }

  @Test func aBreakIsAnsweredByAResetAndTheReplyStartsAnew() {
    var machine = machine()
    var bytes = ByteBuffer()
    // Half an answer, then the server breaks it off.
    TNSPacket.writeData(ByteBuffer(bytes: [9]), dataUnit: 8192, hasLongLength: true, to: &bytes)
    bytes.writeImmutableBuffer(marker(1))
    machine.receive(&bytes)
    guard case .reset(let reset)? = machine.next() else {
      Issue.record("the break was not answered")
      return
    }
    #expect(reset.getBytes(at: reset.writerIndex - 3, length: 3) == [1, 0, 2])
    // What was under way is thrown away until the server's reset.
    var rest = status()
    rest.writeImmutableBuffer(marker(2))
    rest.writeImmutableBuffer(status())
    machine.receive(&rest)
    guard case .answered? = machine.next() else {
      Issue.record("no answer after the reset")
      return
    }
  }

  private func error(_ number: UInt32) -> ByteBuffer {
    var writer = TTCWriter()
    var end = EndOfCallMessage()
    end.errorNumber = number
    end.message = "ORA-0\(number)"
    end.write(to: &writer, dialect: Dialect())
    writer.u8(MessageType.endOfResponse.rawValue)
    var bytes = ByteBuffer()
    TNSPacket.writeData(writer.buffer, lastFlags: .endOfResponse, dataUnit: 8192, hasLongLength: true, to: &bytes)
    return bytes
  }

  /// The server's part of a break that this side began; some servers reset twice.
  @Test(arguments: [1, 2]) func aBreakOfOnesOwnEndsTheCall(resets: Int) {
    var machine = machine()
    let interrupt = machine.interrupt(Dialect())
    #expect(interrupt.getBytes(at: interrupt.writerIndex - 3, length: 3) == [1, 0, 3])
    #expect(machine.isInterrupted)
    var bytes = marker(1)
    machine.receive(&bytes)
    guard case .reset(let reset)? = machine.next() else {
      Issue.record("the break was not answered")
      return
    }
    #expect(reset.getBytes(at: reset.writerIndex - 3, length: 3) == [1, 0, 2])
    bytes = ByteBuffer()
    for _ in 0..<resets { bytes.writeImmutableBuffer(marker(2)) }
    bytes.writeImmutableBuffer(error(1013))
    machine.receive(&bytes)
    guard case .answered(let response, _)? = machine.next() else {
      Issue.record("no answer after the reset")
      return
    }
    #expect(response.error?.code == 1013)
    #expect(!machine.isInterrupted)
    if case .some = machine.next() { Issue.record("something is left") }
  }

  @Test func aBreakThatCameTooLateIsNoAnswerToTheNextCall() {
    var machine = machine()
    _ = machine.interrupt(Dialect())
    var bytes = status()
    bytes.writeImmutableBuffer(marker(1))
    machine.receive(&bytes)
    guard case .answered(let response, _)? = machine.next() else {
      Issue.record("the answer was thrown away")
      return
    }
    #expect(response.status?.callStatus == 1)
    #expect(machine.isInterrupted)
    guard case .reset? = machine.next() else {
      Issue.record("the break was not answered")
      return
    }
    bytes = marker(2)
    bytes.writeImmutableBuffer(error(1013))
    machine.receive(&bytes)
    guard case .recovered? = machine.next() else {
      Issue.record("the break has no end")
      return
    }
    #expect(!machine.isInterrupted)
  }

  @Test func aServerThatWantsToBeToldToGoOnIsTold() {
    var machine = SessionStateMachine()
    machine.startSession()
    machine.begin(ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Dialect()))
    var bytes = ByteBuffer()
    TNSPacket.writeData(
      ByteBuffer(bytes: [MessageType.flushOutBinds.rawValue, MessageType.endOfResponse.rawValue]),
      lastFlags: .endOfResponse, dataUnit: 8192, hasLongLength: true, to: &bytes)
    machine.receive(&bytes)
    guard case .goOn? = machine.next() else {
      Issue.record("it waits for ever")
      return
    }
    if case .some = machine.next() { Issue.record("nothing more is there") }
    bytes = status()
    machine.receive(&bytes)
    guard case .answered? = machine.next() else {
      Issue.record("the answer was lost")
      return
    }
  }

  @Test func emptyDataPacketsAreIgnored() {
    var machine = machine()
    var bytes = ByteBuffer()
    TNSPacket.writeData(ByteBuffer(), dataUnit: 8192, hasLongLength: true, to: &bytes)
    machine.receive(&bytes)
    if case .some = machine.next() { Issue.record("an empty packet is no answer") }
  }

  @Test func aServerMayEndTheSession() {
    var machine = machine()
    var bytes = ByteBuffer()
    TNSPacket.writeData(ByteBuffer(), lastFlags: .endOfFile, dataUnit: 8192, hasLongLength: true, to: &bytes)
    machine.receive(&bytes)
    guard case .serverCloses? = machine.next() else {
      Issue.record("the end was not noticed")
      return
    }
  }

  @Test(arguments: [
    [UInt8]("HTTP/1.1 400 Bad Request\r\n".utf8), [0, 0, 0, 3, 6, 0, 0, 0], [0, 0, 0, 9, 12, 0, 0, 0, 1],
  ])
  func whatIsNoAnswerIsAViolation(bytes: [UInt8]) {
    var machine = SessionStateMachine()
    machine.startSession()
    var buffer = ByteBuffer(bytes: bytes)
    machine.receive(&buffer)
    switch machine.next() {
    case .violated?: break
    case .reset? where bytes[4] == 12: break
    default: Issue.record("taken for an answer")
    }
  }
}
