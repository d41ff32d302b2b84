import NIOCore

/// The kind of a TNS packet.
public enum TNSPacketType: UInt8, Sendable {
  case connect = 1
  case accept = 2
  case acknowledge = 3
  case refuse = 4
  case redirect = 5
  case data = 6
  case null = 7
  case abort = 9
  case resend = 11
  case marker = 12
  case attention = 13
  case control = 14
  case dataDescriptor = 15
}

/// The flags at the head of a DATA packet's payload.
public struct TNSDataFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The sender closes the connection.
  public static let endOfFile = TNSDataFlags(rawValue: 0x0040)
  public static let endOfRequest = TNSDataFlags(rawValue: 0x0800)
  public static let beginPipeline = TNSDataFlags(rawValue: 0x1000)
  /// The last packet of a response whose last message is 29.
  public static let endOfResponse = TNSDataFlags(rawValue: 0x2000)
}

/// One packet: a header of eight bytes, big-endian, and a body.
public struct TNSPacket: Sendable, Hashable {
  public static let headerLength = 8
  /// The header's flag on a RESEND that asks for another TLS handshake before the CONNECT.
  public static let renewsTLS: UInt8 = 0x08

  public var type: TNSPacketType
  /// The header's flags: 0x04 marks a CONNECT after a redirect, 0x08 on RESEND asks for a new TLS handshake.
  public var flags: UInt8
  public var body: ByteBuffer

  public init(type: TNSPacketType, flags: UInt8 = 0, body: ByteBuffer = ByteBuffer()) {
    self.type = type
    self.flags = flags
    self.body = body
  }

  /// Takes the next packet off a stream's front, or nil when it has not wholly arrived.
  ///
  /// - Parameters:
  ///   - stream: what has arrived and is not yet taken.
  ///   - hasLongLength: lengths are 32 bits wide: true once an ACCEPT of version 315 or later was exchanged.
  ///   - limit: the longest packet that is taken, in bytes.
  /// - Throws: `WireError.malformed` for an unknown type or a length that no packet has.
  public static func next(
    in stream: inout ByteBuffer, hasLongLength: Bool, limit: Int = 4 << 20
  ) throws(WireError) -> TNSPacket? {
    guard stream.readableBytes >= headerLength else { return nil }
    let start = stream.readerIndex
    let length: Int
    if hasLongLength {
      length = Int(stream.getInteger(at: start, as: UInt32.self) ?? 0)
    } else {
      length = Int(stream.getInteger(at: start, as: UInt16.self) ?? 0)
    }
    let typeByte = stream.getInteger(at: start + 4, as: UInt8.self) ?? 0
    guard let type = TNSPacketType(rawValue: typeByte) else {
      throw .malformed("a packet of unknown type \(typeByte); does an Oracle listener answer at this port?")
    }
    guard length >= headerLength, length <= limit else {
      throw .malformed("a packet of \(length) bytes")
    }
    guard stream.readableBytes >= length else { return nil }
    let flags = stream.getInteger(at: start + 5, as: UInt8.self) ?? 0
    stream.moveReaderIndex(forwardBy: headerLength)
    guard let body = stream.readSlice(length: length - headerLength) else { return nil }
    return TNSPacket(type: type, flags: flags, body: body)
  }

  /// Appends the packet's bytes to a stream.
  public func write(to stream: inout ByteBuffer, hasLongLength: Bool) {
    var body = self.body
    let length = TNSPacket.headerLength + body.readableBytes
    if hasLongLength {
      stream.writeInteger(UInt32(length))
    } else {
      stream.writeInteger(UInt16(length))
      stream.writeInteger(UInt16(0))
    }
    stream.writeInteger(type.rawValue)
    stream.writeInteger(flags)
    stream.writeInteger(UInt16(0))
    stream.writeBuffer(&body)
  }

  /// Appends a message to a stream as DATA packets that fit the session data unit.
  ///
  /// - Parameters:
  ///   - message: the TTC message or messages.
  ///   - lastFlags: the flags of the last packet; the others have none.
  ///   - dataUnit: the longest packet in bytes, header included, as the ACCEPT said.
  public static func writeData(
    _ message: ByteBuffer, lastFlags: TNSDataFlags = [], dataUnit: Int, hasLongLength: Bool,
    to stream: inout ByteBuffer
  ) {
    write(message, lastFlags, max(dataUnit, 64) - headerLength - 2, hasLongLength, to: &stream) { $0 }
  }

  /// The same for a session with native network encryption: each packet's payload is protected on its own.
  public static func writeData(
    _ message: ByteBuffer, lastFlags: TNSDataFlags = [], dataUnit: Int, hasLongLength: Bool,
    protection: inout NetworkProtection, to stream: inout ByteBuffer
  ) throws(WireError) {
    let room = max(dataUnit, 256) - headerLength - 2 - protection.overhead
    var fault: WireError?
    write(message, lastFlags, room, hasLongLength, to: &stream) { part in
      // A packet that only says something by its flags has no payload to protect.
      guard part.readableBytes > 0 else { return part }
      do throws(WireError) {
        return ByteBuffer(bytes: try protection.protect(Array(part.readableBytesView)))
      } catch {
        fault = error
        return ByteBuffer()
      }
    }
    if let fault { throw fault }
  }

  private static func write(
    _ message: ByteBuffer, _ lastFlags: TNSDataFlags, _ room: Int, _ hasLongLength: Bool, to stream: inout ByteBuffer,
    payload: (ByteBuffer) -> ByteBuffer
  ) {
    var rest = message
    repeat {
      var part = payload(rest.readSlice(length: min(room, rest.readableBytes)) ?? ByteBuffer())
      let length = headerLength + 2 + part.readableBytes
      if hasLongLength {
        stream.writeInteger(UInt32(length))
      } else {
        stream.writeInteger(UInt16(length))
        stream.writeInteger(UInt16(0))
      }
      stream.writeInteger(TNSPacketType.data.rawValue)
      stream.writeInteger(UInt8(0))
      stream.writeInteger(UInt16(0))
      stream.writeInteger(rest.readableBytes == 0 ? lastFlags.rawValue : 0)
      stream.writeBuffer(&part)
    } while rest.readableBytes > 0
  }
}
