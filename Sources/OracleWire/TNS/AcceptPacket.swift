import NIOCore

/// The body of an ACCEPT: what the server agreed to.
public struct AcceptPacket: Sendable, Hashable {
  /// The lowest version that is spoken here: that of 11.2.
  public static let lowestVersion: UInt16 = 314
  /// The first version whose packets have lengths of 32 bits (12.1).
  static let firstWithLongLengths: UInt16 = 315

  /// What a server offers in an ACCEPT's flags.
  public struct Flags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let checkUrgentData = Flags(rawValue: 0x0000_0001)
    public static let endOfResponse = Flags(rawValue: 0x0200_0000)
    public static let fastAuthentication = Flags(rawValue: 0x1000_0000)
  }

  public var version: UInt16
  public var serviceOptions: UInt16
  /// The longest packet in bytes, header included, that either side sends from now on.
  public var sessionDataUnit: UInt32
  public var networkFlags: NetworkFlags
  public var flags: Flags

  public init(version: UInt16, sessionDataUnit: UInt32, flags: Flags) {
    self.version = version
    serviceOptions = 0x0001
    self.sessionDataUnit = sessionDataUnit
    networkFlags = [.wanted, .disabled, .renegotiates, .renewsTLS]
    self.flags = flags
  }

  /// Whether packets have lengths of 32 bits from now on.
  public var hasLongLength: Bool { version >= AcceptPacket.firstWithLongLengths }

  /// Reads the body of an ACCEPT packet.
  public init(body: ByteBuffer) throws(WireError) {
    var reader = body
    guard let head = reader.readMultipleIntegers(as: (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16).self),
      let networkFlags = reader.readInteger(as: UInt8.self)
    else {
      throw .malformed("an ACCEPT packet that is too short")
    }
    version = head.0
    serviceOptions = head.1
    sessionDataUnit = UInt32(head.2)
    self.networkFlags = NetworkFlags(rawValue: networkFlags)
    flags = []
    guard hasLongLength else { return }
    reader.moveReaderIndex(to: body.readerIndex)
    guard let large = reader.getInteger(at: body.readerIndex + 24, as: UInt32.self) else {
      throw .malformed("an ACCEPT packet that is too short")
    }
    sessionDataUnit = large
    guard sessionDataUnit >= 512, sessionDataUnit <= 2_097_152 else {
      throw .malformed("an ACCEPT with packets of \(sessionDataUnit) bytes")
    }
    if version >= 318, let bits = reader.getInteger(at: body.readerIndex + 33, as: UInt32.self) {
      flags = Flags(rawValue: bits)
    }
  }

  /// Writes the packet as a server of the version does: 61 bytes from 318 on, 41 for 315 to 317, 32 before.
  public func write(to stream: inout ByteBuffer) {
    var body = ByteBuffer()
    let hasFlags = version >= 318
    // Versions without long lengths have the sizes in the fields of 16 bits that later ones leave empty.
    let shortUnit = hasLongLength ? 0 : UInt16(clamping: sessionDataUnit)
    let offset: UInt16 = hasFlags ? 61 : hasLongLength ? 41 : 32
    body.writeMultipleIntegers(
      version, serviceOptions, shortUnit, shortUnit, UInt16(0x0100), UInt16(0), offset)
    body.writeMultipleIntegers(networkFlags.rawValue, UInt8(0), UInt64(0))
    if hasLongLength { body.writeMultipleIntegers(sessionDataUnit, sessionDataUnit, UInt8(0)) }
    if hasFlags {
      body.writeInteger(flags.rawValue)
      body.writeRepeatingByte(0, count: 16)
    }
    TNSPacket(type: .accept, body: body).write(to: &stream, hasLongLength: false)
  }
}
