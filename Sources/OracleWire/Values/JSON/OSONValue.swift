/// A value of a JSON column: OSON, the binary form that 21c and later store and send, knows more types than JSON's text.
public indirect enum OSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(OracleNumber)
  case string(String)
  case double(Double)
  case float(Float)
  case date(OracleTimestamp)
  case timestamp(OracleTimestamp)
  case timestampTZ(OracleTimestamp, OracleTimeZone)
  case intervalYM(OracleIntervalYM)
  case intervalDS(OracleIntervalDS)
  case binary([UInt8])
  /// The identifier of a document, as the MongoDB API makes them.
  case identifier([UInt8])
  case vector(OracleVector)
  case array([OSONValue])
  /// Members in the order in which they are stored, which is not always the one in which they were written.
  case object([OSONMember])
}

/// A name and its value in an object.
public struct OSONMember: Sendable, Hashable {
  public var name: String
  public var value: OSONValue

  public init(_ name: String, _ value: OSONValue) {
    self.name = name
    self.value = value
  }
}

/// The constants of an OSON image.
///
/// Source: python-oracledb's codec, and images of real servers.
///
/// An image is `FF 4A 5A`, a version, two bytes of flags and, for a scalar, the size of its tree and the tree. Otherwise:
/// the number of short names (up to 255 bytes), the size of their segment, with version 3 the same of the long names,
/// the size of the tree, two bytes of statistics, then for either kind of names their hashes, their offsets and the
/// segment, then the tree. Nodes refer to each other by offsets in the tree. All numbers are big-endian.
enum OSONFormat {
  static let magic: [UInt8] = [0xFF, 0x4A, 0x5A]
  static let shortNames: UInt8 = 1
  static let longNames: UInt8 = 3
  /// Levels that documents may nest, as many as Oracle takes.
  static let deepest = 1024

  struct Flags: OptionSet {
    let rawValue: UInt16
    /// Offsets of children count from their container.
    static let relativeOffsets = Flags(rawValue: 0x0001)
    static let inlineLeaf = Flags(rawValue: 0x0002)
    static let lengthInCode = Flags(rawValue: 0x0004)
    static let nameCount32 = Flags(rawValue: 0x0008)
    static let scalar = Flags(rawValue: 0x0010)
    static let hash8 = Flags(rawValue: 0x0100)
    static let nameCount16 = Flags(rawValue: 0x0400)
    static let nameSegment32 = Flags(rawValue: 0x0800)
    static let tree32 = Flags(rawValue: 0x1000)
    static let tinyNodes = Flags(rawValue: 0x2000)
  }

  /// In the second flags, those of long names: their offsets take two bytes, not four.
  static let longNameOffsets16: UInt16 = 0x0100

  /// The first byte of a scalar's node.
  enum Node {
    static let null: UInt8 = 0x30
    static let yes: UInt8 = 0x31
    static let no: UInt8 = 0x32
    static let string8: UInt8 = 0x33
    static let number: UInt8 = 0x34
    static let double: UInt8 = 0x36
    static let string16: UInt8 = 0x37
    static let string32: UInt8 = 0x38
    static let timestamp: UInt8 = 0x39
    static let binary16: UInt8 = 0x3A
    static let binary32: UInt8 = 0x3B
    static let date: UInt8 = 0x3C
    static let intervalYM: UInt8 = 0x3D
    static let intervalDS: UInt8 = 0x3E
    static let extended: UInt8 = 0x7B
    static let timestampTZ: UInt8 = 0x7C
    static let wholeTimestamp: UInt8 = 0x7D
    static let identifier: UInt8 = 0x7E
    static let float: UInt8 = 0x7F
    static let object: UInt8 = 0x84
    static let array: UInt8 = 0xC0
    /// Stands behind `extended`.
    static let vector: UInt8 = 0x01
  }
}
