import NIOCore

/// The body of a REFUSE: the listener will not make a connection, and why.
public struct RefusePacket: Sendable, Hashable {
  /// The listener's text, such as `(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=12514)...)`; empty when it follows in a DATA packet.
  public var text: String
  /// The length that the packet announces for the text, in bytes.
  public var textLength: Int

  public init(errorCode: Int) {
    text = "(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=\(errorCode))(ERROR_STACK=(ERROR=(CODE=\(errorCode))(EMFI=4))))"
    textLength = text.utf8.count
  }

  /// Reads the body of a REFUSE packet.
  public init(body: ByteBuffer) throws(WireError) {
    var body = body
    guard let head = body.readMultipleIntegers(as: (UInt8, UInt8, UInt16).self) else {
      throw .malformed("a REFUSE packet that is too short")
    }
    textLength = Int(head.2)
    text = body.readString(length: min(textLength, body.readableBytes)) ?? ""
  }

  /// The number after `(ERR=`: 12514 unknown service, 12505 unknown SID, 12516 and kin no handler; nil when none.
  public var errorCode: Int? {
    guard let start = text.firstRange(of: "(ERR=") else { return nil }
    return Int(text[start.upperBound...].prefix { $0.isNumber })
  }

  public func write(to stream: inout ByteBuffer) {
    var body = ByteBuffer()
    body.writeMultipleIntegers(UInt8(0x22), UInt8(0), UInt16(text.utf8.count))
    body.writeString(text)
    TNSPacket(type: .refuse, body: body).write(to: &stream, hasLongLength: false)
  }
}
