import NIOCore

/// The body of a CONNECT: what the client speaks, and the connect descriptor.
public struct ConnectPacket: Sendable, Hashable {
  /// A longer descriptor follows in a DATA packet of its own.
  public static let maximumInlineData = 230
  static let dataOffset = 74

  public var version: UInt16
  public var lowestVersion: UInt16
  public var serviceOptions: UInt16
  /// The longest packet in bytes that the client would like to use.
  public var sessionDataUnit: UInt32
  public var networkFlags: NetworkFlags
  public var connectFlags2: UInt32
  /// The length of the descriptor in bytes.
  public var dataLength: Int
  /// The descriptor; nil when it follows in a DATA packet.
  public var connectData: String?

  /// What our client sends: version 319, no urgent data.
  ///
  /// - Parameter wantsNativeServices: whether native network encryption is to be negotiated after the ACCEPT.
  public init(connectData: String, sessionDataUnit: UInt32, wantsNativeServices: Bool = false) {
    version = 319
    lowestVersion = 300
    serviceOptions = 0x0001
    self.sessionDataUnit = sessionDataUnit
    networkFlags = wantsNativeServices ? [.wanted, .renegotiates] : [.disabled, .renewsTLS]
    connectFlags2 = 0
    dataLength = connectData.utf8.count
    self.connectData = connectData
  }

  /// Writes the packet, and the DATA packet that follows when the descriptor is long.
  public func write(flags: UInt8 = 0, to stream: inout ByteBuffer) {
    let data = connectData ?? ""
    let small = UInt16(min(sessionDataUnit, 0xFFFF))
    var body = ByteBuffer()
    body.writeMultipleIntegers(version, lowestVersion, serviceOptions, small, small, UInt16(0x4F98))
    body.writeMultipleIntegers(
      UInt16(0), UInt16(1), UInt16(clamping: data.utf8.count), UInt16(ConnectPacket.dataOffset))
    body.writeMultipleIntegers(UInt32(0), networkFlags.rawValue, networkFlags.rawValue, UInt64(0), UInt64(0), UInt64(0))
    body.writeMultipleIntegers(sessionDataUnit, sessionDataUnit, UInt32(0), connectFlags2)
    let isInline = data.utf8.count <= ConnectPacket.maximumInlineData
    if isInline { body.writeString(data) }
    TNSPacket(type: .connect, flags: flags, body: body).write(to: &stream, hasLongLength: false)
    if !isInline {
      TNSPacket.writeData(
        ByteBuffer(string: data), dataUnit: 0xFFFF, hasLongLength: false, to: &stream)
    }
  }

  /// Reads the body of a CONNECT packet of any version from 300 on.
  public init(body: ByteBuffer) throws(WireError) {
    var body = body
    let offsetBase = body.readerIndex - TNSPacket.headerLength
    guard body.readableBytes >= 50,
      let head = body.readMultipleIntegers(as: (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16).self),
      let tail = body.readMultipleIntegers(as: (UInt16, UInt16, UInt16, UInt16, UInt32, UInt8, UInt8).self)
    else {
      throw .malformed("a CONNECT packet that is too short")
    }
    version = head.0
    lowestVersion = head.1
    serviceOptions = head.2
    sessionDataUnit = UInt32(head.3)
    networkFlags = NetworkFlags(rawValue: tail.5)
    dataLength = Int(tail.2)
    connectFlags2 = 0
    let dataOffset = Int(tail.3)
    if dataOffset >= 66, let large = body.getInteger(at: offsetBase + 58, as: UInt32.self) {
      sessionDataUnit = max(large, sessionDataUnit)
    }
    if dataOffset >= 74, let flags = body.getInteger(at: offsetBase + 70, as: UInt32.self) {
      connectFlags2 = flags
    }
    if dataLength == 0 {
      connectData = ""
    } else if offsetBase + dataOffset >= body.readerIndex,
      let text = body.getString(at: offsetBase + dataOffset, length: dataLength)
    {
      connectData = text
    } else {
      connectData = nil
    }
  }
}
