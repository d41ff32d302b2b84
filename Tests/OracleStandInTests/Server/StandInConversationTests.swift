import NIOCore
import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Conversations") struct StandInConversationTests {
  /// A conversation whose CONNECT was accepted.
  private func connected() throws -> StandInConversation {
    let conversation = StandInConversation(database: StandInDatabase(), options: StandInServer.Options())
    var bytes = ByteBuffer()
    ConnectPacket(connectData: "(DESCRIPTION=(CONNECT_DATA=(SERVICE_NAME=STANDIN)))", sessionDataUnit: 8192).write(
      to: &bytes)
    let first = try TNSPacket.next(in: &bytes, hasLongLength: false)
    let packet = try #require(first)
    let reply = try conversation.receive(packet, moreFollows: false)
    #expect(!reply.closes && reply.bytes.readableBytes > 0)
    return conversation
  }

  private func data(_ bytes: [UInt8]) -> TNSPacket {
    TNSPacket(type: .data, body: ByteBuffer(bytes: [0, 0] + bytes))
  }

  @Test("a request's later packet may begin like a negotiation") func laterPacket() throws {
    let conversation = try connected()
    // A client's first message up to the middle of its name, and what may be the rest of any long value.
    #expect(try conversation.receive(data([1, 6, 0, 0x61]), moreFollows: false).bytes.readableBytes == 0)
    let reply = try conversation.receive(data([0xDE, 0xAD, 0xBE, 0xEF, 0x62]), moreFollows: false)
    #expect(reply.bytes.readableBytes == 0)
    #expect(try conversation.receive(data([0x63, 0]), moreFollows: false).bytes.readableBytes > 0)
  }
}
