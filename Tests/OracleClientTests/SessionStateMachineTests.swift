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
    guard case .send(let reset)? = machine.next() else {
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
    case .send? where bytes[4] == 12: break
    default: Issue.record("taken for an answer")
    }
  }
}
