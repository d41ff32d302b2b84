/// The bytes by which a server knows a LOB, and what their flags say of it.
///
/// All but the flags is the server's business. Source: the flags that python-oracledb and go-ora read.
public struct LOBLocator: Sendable, Hashable {
  /// How a LOB's text stands on the wire.
  public enum TextForm: Sendable, Hashable {
    /// A character is a Unicode scalar.
    case utf8
    /// A character is a unit of two bytes, big-endian.
    case utf16
    /// As old CLOBs of 9i have it.
    case utf16LittleEndian
  }

  /// The places of the four bytes of flags, and the flags in them.
  public enum Flags {
    public static let first = 4
    public static let isBLOB: UInt8 = 0x01
    public static let isCLOB: UInt8 = 0x02
    public static let isAbstract: UInt8 = 0x40
    public static let second = 5
    public static let isInitialised: UInt8 = 0x08
    public static let third = 6
    public static let hasVariableWidth: UInt8 = 0x80
    public static let fourth = 7
    public static let isTemporary: UInt8 = 0x01
    public static let isLittleEndian: UInt8 = 0x40
  }

  /// Bytes of the locator that a client sends for a LOB that is to be made.
  public static let newLength = 40
  private static let longest = 1 << 16

  public let bytes: [UInt8]

  /// Takes a locator.
  ///
  /// - Throws: `WireError.malformed` for bytes without room for the flags, or far too many of them.
  public init(_ bytes: [UInt8]) throws(WireError) {
    guard bytes.count > Flags.fourth, bytes.count <= LOBLocator.longest else {
      throw .malformed("a locator of \(bytes.count) bytes")
    }
    self.bytes = bytes
  }

  /// Whether the server keeps the LOB for this session only, until it is freed.
  public var isTemporary: Bool {
    bytes[Flags.fourth] & Flags.isTemporary != 0 || bytes[Flags.first] & Flags.isAbstract != 0
  }

  /// The form of the LOB's text; of no meaning for a BLOB.
  public func textForm(isNational: Bool) -> TextForm {
    if isNational { return .utf16 }
    guard bytes[Flags.third] & Flags.hasVariableWidth != 0 else { return .utf8 }
    return bytes[Flags.fourth] & Flags.isLittleEndian != 0 ? .utf16LittleEndian : .utf16
  }
}
