import NIOCore

/// Writes the primitive encodings of TTC messages.
public struct TTCWriter: Sendable {
  /// The longest value that is written with one length byte; longer ones go in chunks.
  public static let shortValueLimit = 252
  /// Bytes of one chunk of a long value.
  public static let chunkSize = 32767

  /// Bytes of one chunk whose length is a byte.
  public static let shortChunkSize = 64

  public var buffer: ByteBuffer
  /// Whether pieces of long values have lengths of one byte: `Dialect.hasByteChunks`.
  public var hasByteChunks = false

  /// Starts a message in an empty buffer.
  public init(capacity: Int = 512) {
    buffer = ByteBuffer()
    buffer.reserveCapacity(capacity)
  }

  public mutating func u8(_ value: UInt8) {
    buffer.writeInteger(value)
  }

  public mutating func u16BigEndian(_ value: UInt16) {
    buffer.writeInteger(value)
  }

  public mutating func u16LittleEndian(_ value: UInt16) {
    buffer.writeInteger(value, endianness: .little)
  }

  public mutating func u32BigEndian(_ value: UInt32) {
    buffer.writeInteger(value)
  }

  public mutating func raw(_ bytes: some Sequence<UInt8>) {
    buffer.writeBytes(bytes)
  }

  public mutating func zeros(_ count: Int) {
    buffer.writeRepeatingByte(0, count: count)
  }

  public mutating func ub2(_ value: UInt16) {
    ub8(UInt64(value))
  }

  public mutating func ub4(_ value: UInt32) {
    ub8(UInt64(value))
  }

  /// A count, which never exceeds 32 bits in a message of ours.
  public mutating func count(_ value: Int) {
    ub8(UInt64(value))
  }

  /// An integer in the universal form, in 1, 2, 4 or 8 bytes after its length byte; 0 is a single 0.
  public mutating func ub8(_ value: UInt64) {
    if value == 0 {
      u8(0)
    } else if value <= 0xFF {
      u8(1)
      u8(UInt8(value))
    } else if value <= 0xFFFF {
      u8(2)
      u16BigEndian(UInt16(value))
    } else if value <= 0xFFFF_FFFF {
      u8(4)
      u32BigEndian(UInt32(value))
    } else {
      u8(8)
      buffer.writeInteger(value)
    }
  }

  /// A signed integer: the length byte's top bit marks a negative value.
  public mutating func sb4(_ value: Int32) {
    guard value < 0 else { return ub8(UInt64(value)) }
    let magnitude = value.magnitude
    if magnitude <= 0xFF {
      u8(0x81)
      u8(UInt8(magnitude))
    } else if magnitude <= 0xFFFF {
      u8(0x82)
      u16BigEndian(UInt16(magnitude))
    } else {
      u8(0x84)
      u32BigEndian(magnitude)
    }
  }

  /// One of the items whose form follows the representation that the client gave type 27.
  public mutating func signedByte(_ value: Int8, _ dialect: Dialect) {
    if dialect.signedByteIsUniversal {
      sb4(Int32(value))
    } else {
      u8(UInt8(bitPattern: value))
    }
  }

  /// Bytes with their own length: one length byte, or chunks after a 254.
  ///
  /// Nil and empty are a null.
  public mutating func clr(_ bytes: some Collection<UInt8>) {
    let count = bytes.count
    guard count > TTCWriter.shortValueLimit else {
      u8(UInt8(count))
      buffer.writeBytes(bytes)
      return
    }
    u8(254)
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(hasByteChunks ? TTCWriter.shortChunkSize : TTCWriter.chunkSize)
      if hasByteChunks { u8(UInt8(chunk.count)) } else { self.count(chunk.count) }
      buffer.writeBytes(chunk)
      rest = rest.dropFirst(chunk.count)
    }
    u8(0)
  }

  /// Bytes with their own length, nil being a null.
  public mutating func clr(_ bytes: [UInt8]?) {
    guard let bytes else { return u8(0) }
    clr(bytes)
  }

  /// Bytes with two lengths.
  ///
  /// Empty is a null.
  public mutating func dalc(_ bytes: some Collection<UInt8>) {
    let count = bytes.count
    self.count(count)
    if count > 0 { clr(bytes) }
  }

  /// Text with two lengths.
  ///
  /// Empty is a null.
  public mutating func text(_ text: String) {
    dalc(Array(text.utf8))
  }
}
