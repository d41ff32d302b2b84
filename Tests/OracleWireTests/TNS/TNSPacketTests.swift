import NIOCore
import Testing

@testable import OracleWire

@Suite struct TNSPacketTests {
  /// Takes all packets, and what their DATA payloads say together.
  private func packets(
    _ chunks: [ArraySlice<UInt8>], hasLongLength: Bool
  ) throws -> (packets: [TNSPacket], payload: [UInt8], flags: [UInt16]) {
    var stream = ByteBuffer()
    var found: [TNSPacket] = []
    var payload: [UInt8] = []
    var flags: [UInt16] = []
    for chunk in chunks {
      stream.writeBytes(chunk)
      while let packet = try TNSPacket.next(in: &stream, hasLongLength: hasLongLength) {
        var body = packet.body
        let dataFlags = body.readInteger(as: UInt16.self)
        flags.append(try #require(dataFlags))
        payload += body.readableBytesView
        found.append(packet)
      }
    }
    #expect(stream.readableBytes == 0)
    return (found, payload, flags)
  }

  @Test(arguments: [64, 512, 513, 8192, 65535, 2_097_152], [0, 1, 53, 54, 55, 501, 502, 503, 20_000])
  func messagesAreCutToTheDataUnit(_ unit: Int, _ length: Int) throws {
    var generator = SeededGenerator(UInt64(unit + length))
    let message = generator.bytes(length)
    for hasLongLength in unit > 65535 ? [true] : [true, false] {
      var stream = ByteBuffer()
      TNSPacket.writeData(
        ByteBuffer(bytes: message), lastFlags: .endOfResponse, dataUnit: unit, hasLongLength: hasLongLength,
        to: &stream)
      let bytes = Array(stream.readableBytesView)
      let whole = try packets([bytes[...]], hasLongLength: hasLongLength)
      #expect(whole.payload == message)
      #expect(whole.packets.allSatisfy { $0.type == .data && $0.body.readableBytes + 8 <= unit })
      #expect(whole.packets.count == max(1, (length + unit - 11) / (unit - 10)))
      #expect(whole.flags.last == 0x2000)
      #expect(whole.flags.dropLast().allSatisfy { $0 == 0 })
      // However the stream is cut: at random, and byte by byte.
      for _ in 0..<20 {
        let cut = Int.random(in: 0...bytes.count, using: &generator)
        #expect(try packets([bytes[..<cut], bytes[cut...]], hasLongLength: hasLongLength).payload == message)
      }
      if bytes.count < 2000 {
        let single = try packets(bytes.indices.map { bytes[$0...$0] }, hasLongLength: hasLongLength)
        #expect(single.packets == whole.packets)
      }
    }
  }

  @Test func packetsThatStandTogether() throws {
    var stream = ByteBuffer()
    TNSPacket(type: .resend, flags: 8).write(to: &stream, hasLongLength: true)
    TNSPacket(type: .marker, body: ByteBuffer(bytes: [1, 0, 2])).write(to: &stream, hasLongLength: true)
    TNSPacket.writeData(ByteBuffer(), dataUnit: 8192, hasLongLength: true, to: &stream)
    stream.writeBytes([0, 0, 0])
    let first = try #require(try TNSPacket.next(in: &stream, hasLongLength: true))
    #expect((first.type, first.flags) == (.resend, 8))
    let second = try #require(try TNSPacket.next(in: &stream, hasLongLength: true))
    #expect(second.type == .marker)
    #expect(Array(second.body.readableBytesView) == [1, 0, 2])
    let third = try #require(try TNSPacket.next(in: &stream, hasLongLength: true))
    #expect(third.body.readableBytes == 2)
    #expect(try TNSPacket.next(in: &stream, hasLongLength: true) == nil)
    #expect(stream.readableBytes == 3)
  }

  @Test(arguments: [
    "00 00 00 07 06 00 00 00", "00 00 00 00 06 00 00 00", "FF FF FF FF 06 00 00 00", "00 40 00 01 06 00 00 00",
    "00 00 00 0A 00 00 00 00", "00 00 00 0A 08 00 00 00", "00 00 00 0A FF 00 00 00", "48 54 54 50 2F 31 2E 31",
  ])
  func headersThatNoPacketHas(_ hex: String) {
    var stream = ByteBuffer(bytes: Captures.bytes(hex))
    #expect(throws: WireError.self) { try TNSPacket.next(in: &stream, hasLongLength: true) }
  }

  @Test(arguments: [0, 1, 229, 230, 231, 1000, 60_000])
  func connectDataOfAnyLength(_ length: Int) throws {
    let data = String(repeating: "x", count: length)
    let connect = ConnectPacket(connectData: data, sessionDataUnit: 2_097_152)
    var stream = ByteBuffer()
    connect.write(flags: 4, to: &stream)
    let packet = try #require(try TNSPacket.next(in: &stream, hasLongLength: false))
    #expect((packet.type, packet.flags) == (.connect, 4))
    #expect(packet.body.readableBytes + 8 == 74 + (length <= 230 ? length : 0))
    var found = try ConnectPacket(body: packet.body)
    #expect(found.dataLength == length)
    if length > ConnectPacket.maximumInlineData {
      #expect(found.connectData == nil)
      let next = try #require(try TNSPacket.next(in: &stream, hasLongLength: false))
      #expect(next.type == .data)
      #expect(next.body.getString(at: next.body.readerIndex + 2, length: length) == data)
      found.connectData = data
    }
    #expect(found == connect)
    #expect(stream.readableBytes == 0)
  }

  @Test func connectDataBeyondAnyLengthDoesNotTrap() {
    var stream = ByteBuffer()
    ConnectPacket(connectData: String(repeating: "x", count: 200_000), sessionDataUnit: 8192).write(to: &stream)
    #expect(stream.readableBytes > 200_000)
  }

  @Test(arguments: [315, 317, 318, 319] as [UInt16], [512, 8192, 65535, 65536, 2_097_152] as [UInt32])
  func accept(_ version: UInt16, _ unit: UInt32) throws {
    let flags: AcceptPacket.Flags = version >= 318 ? [.endOfResponse, .fastAuthentication] : []
    let accept = AcceptPacket(version: version, sessionDataUnit: unit, flags: flags)
    var stream = ByteBuffer()
    accept.write(to: &stream)
    let packet = try #require(try TNSPacket.next(in: &stream, hasLongLength: false))
    #expect(packet.body.readableBytes + 8 == (version >= 318 ? 61 : 41))
    // The declared data offset is the packet's end, as go-ora wants it.
    #expect(packet.body.getInteger(at: packet.body.readerIndex + 12, as: UInt16.self) == (version >= 318 ? 61 : 41))
    #expect(try AcceptPacket(body: packet.body) == accept)
  }

  @Test(arguments: [0, 511, 2_097_153, UInt32.max])
  func acceptWithADataUnitThatCannotBe(_ unit: UInt32) throws {
    var stream = ByteBuffer()
    AcceptPacket(version: 319, sessionDataUnit: unit, flags: []).write(to: &stream)
    let packet = try #require(try TNSPacket.next(in: &stream, hasLongLength: false))
    #expect(throws: WireError.self) { try AcceptPacket(body: packet.body) }
  }

  @Test(arguments: [12505, 12514, 12516])
  func refuse(_ code: Int) throws {
    var stream = ByteBuffer()
    RefusePacket(errorCode: code).write(to: &stream)
    let packet = try #require(try TNSPacket.next(in: &stream, hasLongLength: false))
    #expect(packet.type == .refuse)
    let refuse = try RefusePacket(body: packet.body)
    #expect(refuse.errorCode == code)
    #expect(refuse == RefusePacket(errorCode: code))
    // The text may come in the next packet.
    let head = try #require(packet.body.getSlice(at: packet.body.readerIndex, length: 4))
    let headOnly = try RefusePacket(body: head)
    #expect(headOnly.text.isEmpty && headOnly.errorCode == nil)
    #expect(headOnly.textLength == refuse.textLength)
  }
}
