import Foundation
import NIOCore
import Testing

@testable import OracleWire

/// Packets of real listeners and clients.
@Suite(.enabled(if: Captures.areThere, Captures.absence))
struct CapturedPacketTests {
  private func packet(_ bytes: [UInt8], hasLongLength: Bool = false) throws -> TNSPacket {
    for count in 0..<bytes.count {
      var stream = ByteBuffer(bytes: bytes[..<count])
      #expect(try TNSPacket.next(in: &stream, hasLongLength: hasLongLength) == nil)
      #expect(stream.readableBytes == count)
    }
    var stream = ByteBuffer(bytes: bytes)
    let packet = try #require(try TNSPacket.next(in: &stream, hasLongLength: hasLongLength))
    #expect(stream.readableBytes == 0)
    return packet
  }

  /// All shorter bodies throw, or are read as far as they go; none traps.
  private func expectNoTrap<Message>(_ body: ByteBuffer, read: (ByteBuffer) throws -> Message) {
    for count in 0..<body.readableBytes { _ = try? read(body.getSlice(at: body.readerIndex, length: count) ?? body) }
  }

  @Test func acceptOf23Dot5() throws {
    let packet = try packet(Captures.hex("oracle-nio/ConnectMessage.hex"))
    #expect(packet.type == .accept)
    let accept = try AcceptPacket(body: packet.body)
    #expect(accept.version == 319)
    #expect(accept.serviceOptions == 1)
    #expect(accept.sessionDataUnit == 8192)
    #expect(accept.networkFlags.rawValue == 0xC5)
    #expect(accept.flags.rawValue == 0x1200_0000)
    #expect(accept.flags == [.endOfResponse, .fastAuthentication])
    expectNoTrap(packet.body) { try AcceptPacket(body: $0) }
    // Ours has the same shape.
    var stream = ByteBuffer()
    accept.write(to: &stream)
    #expect(stream.readableBytes == 61)
  }

  @Test func acceptOf11g() throws {
    let packet = try packet(Captures.hex("oracle-nio/accept_11g_version314.hex"))
    let accept = try AcceptPacket(body: packet.body)
    #expect(accept.version == 314)
    #expect(!accept.hasLongLength)
    #expect(accept.sessionDataUnit == 8192)
    #expect(accept.flags.isEmpty)
    var stream = ByteBuffer()
    accept.write(to: &stream)
    #expect(Array(buffer: stream) == (try Captures.hex("oracle-nio/accept_11g_version314.hex")))
  }

  /// The packets of a session of sqlplus with a 12.1 server.
  private func sqlplusPackets() throws -> [[UInt8]] {
    try Captures.text("ndpi/oracle12_payloads.hex").components(separatedBy: "# packet").dropFirst().map { part in
      Captures.bytes(part.split(separator: "\n").dropFirst().joined())
    }
  }

  @Test func connectOf12Dot1IsResentAndAccepted() throws {
    let packets = try sqlplusPackets()
    let connect = try packet(packets[0])
    #expect(connect.type == .connect)
    let request = try ConnectPacket(body: connect.body)
    #expect(request.version == 315)
    #expect(request.lowestVersion == 300)
    #expect(request.sessionDataUnit == 8192)
    #expect(request.networkFlags.rawValue == 0x41)
    let descriptor = try ConnectDescriptor(parsing: try #require(request.connectData))
    #expect(descriptor.firstValue("SID") == "igor")
    #expect(descriptor.firstValue("PROGRAM") == "sqlplus@kali")
    #expect(descriptor.firstValue("PORT") == "1521")
    expectNoTrap(connect.body) { try ConnectPacket(body: $0) }

    let resend = try packet(packets[1])
    #expect(resend.type == .resend)
    #expect(resend.body.readableBytes == 0)

    let accept = try AcceptPacket(body: packet(packets[3]).body)
    #expect(accept.version == 315)
    #expect(accept.sessionDataUnit == 8192)
    #expect(accept.flags.isEmpty)
  }

  /// A server of 12.1 that has no network services turned on says so as ours does.
  @Test func networkServicesOf12Dot1() throws {
    let packets = try sqlplusPackets()
    let request = try packet(packets[4], hasLongLength: true).body
    #expect(NativeNegotiation.begins(request.readableBytesView.dropFirst(2)))
    let reply = try packet(packets[5], hasLongLength: true).body
    var ours = TTCWriter()
    NativeServices.answer(NativeServices.Agreement(), key: nil, release: 0x0C10_0200).write(to: &ours)
    #expect(Array(buffer: ours.buffer) == Array(reply.readableBytesView.dropFirst(2)))
  }

  /// The zone of a server in UTC stands before its data types.
  @Test func dataTypesReplyOf12Dot1() throws {
    let packets = try sqlplusPackets()
    let reply = Array(try packet(packets[9], hasLongLength: true).body.readableBytesView.dropFirst(2))
    var capabilities = Capabilities.client(fieldVersion: 7, endOfResponse: false)
    capabilities.runTime[1] = 1
    var writer = TTCWriter()
    DataTypesResponse().write(to: &writer, client: capabilities)
    #expect(Array(reply.prefix(12)) == Array(writer.buffer.readableBytesView.prefix(12)))
  }

  @Test func protocolReplyOf12Dot1() throws {
    let replies = try sqlplusPackets().filter { $0.count > 10 && $0[4] == 6 && $0[10] == 1 }
    // The last such packet is the server's: its second byte is one version, the client's are several.
    let reply = try #require(replies.last)
    let body = try packet(reply, hasLongLength: true).body
    let payload = Array(body.readableBytesView.dropFirst(2))
    let contents = try expectSameHoweverCut(payload) {
      ResponseDecoder(call: .protocolNegotiation, dialect: Dialect(fieldVersion: 7, endOfResponse: false))
    }
    #expect(contents.protocolResponse?.capabilities.compileTime.count == 40)
    #expect(contents.protocolResponse?.capabilities.fieldVersion == 7)
    #expect(contents.protocolResponse?.capabilities.runTime.count == 7)
  }

  @Test func connectOfAJavaClient() throws {
    let capture = Array(try Data(contentsOf: Captures.folder.appendingPathComponent("arkime/oracle.pcap")))
    // Its TNS header: two bytes of length, type 1, version 315.
    let start = try #require(
      capture.indices.first { index in
        index + 10 < capture.count && Array(capture[(index + 2)..<(index + 10)]) == [0, 0, 1, 0, 0, 0, 0x01, 0x3B]
      })
    let length = Int(capture[start]) << 8 | Int(capture[start + 1])
    let connect = try packet(Array(capture[start..<min(start + length, capture.count)]))
    let request = try ConnectPacket(body: connect.body)
    #expect(request.version == 315)
    #expect(request.dataLength > 0)
    #expect(try ConnectDescriptor(parsing: #require(request.connectData)).name == "DESCRIPTION")
  }
}
