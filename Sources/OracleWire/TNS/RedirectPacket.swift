import NIOCore

/// What a REDIRECT leads to: the address of another listener or of a dispatcher, and what to tell it.
///
/// The packet itself only says how long the text is, which follows in a DATA packet: an address, a zero byte, and the
/// connect data of the next CONNECT.
public struct RedirectPacket: Sendable, Hashable {
  /// The header's flag on a CONNECT that follows a redirect.
  public static let followsRedirect: UInt8 = 0x04
  /// The header's flag on a REDIRECT whose text has connect data behind the address.
  static let hasConnectData: UInt8 = 0x02

  public var address: ConnectAddress
  /// What the CONNECT there carries; nil when it is the same as before.
  public var connectData: String?

  public init(address: ConnectAddress, connectData: String?) {
    self.address = address
    self.connectData = connectData
  }

  /// The length in bytes that the body of a REDIRECT announces.
  public static func textLength(body: ByteBuffer) throws(WireError) -> Int {
    guard let length = body.getInteger(at: body.readerIndex, as: UInt16.self) else {
      throw .malformed("a REDIRECT packet that is too short")
    }
    return Int(length)
  }

  /// Reads the text.
  public init(text: String) throws(WireError) {
    let parts = text.split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
    do throws(ConnectStringError) {
      let root = try ConnectDescriptor(parsing: String(parts.first ?? ""))
      guard let item = root.name == "ADDRESS" ? root : root.all("ADDRESS").first else {
        throw ConnectStringError("no ADDRESS")
      }
      address = try ConnectAddress(item)
    } catch {
      throw .malformed("a REDIRECT whose address cannot be read: \(error.reason)")
    }
    let data = parts.count == 2 ? String(parts[1]) : ""
    connectData = data.isEmpty ? nil : data
  }

  /// Writes the packet and the DATA packet that holds its text.
  public func write(to stream: inout ByteBuffer) {
    let text = ByteBuffer(string: address.descriptor.text + (connectData.map { "\0" + $0 } ?? ""))
    let length = UInt16(clamping: text.readableBytes)
    let flags = connectData == nil ? 0 : RedirectPacket.hasConnectData
    TNSPacket(type: .redirect, flags: flags, body: ByteBuffer(integer: length)).write(
      to: &stream, hasLongLength: false)
    TNSPacket.writeData(text, dataUnit: 0xFFFF, hasLongLength: false, to: &stream)
  }
}
