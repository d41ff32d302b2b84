/// Reads the primitive encodings of TTC messages from reassembled payload bytes.
///
/// Reading never traps: bytes that run out throw `WireError.needsMoreBytes`, so that the caller can go back to the
/// position it saved and try again when the next packet has come.
public struct TTCReader: Sendable {
  /// The largest value that is taken from the wire in one piece: above it, the length is not believed.
  static let maximumValueLength = 1 << 30
  /// Bytes before a NUL: banners and names of programs are far shorter.
  private static let longestName = 1 << 16

  public internal(set) var bytes: [UInt8]
  /// The index of the next byte to read.
  public var position: Int
  /// Whether pieces of long values have lengths of one byte: `Dialect.hasByteChunks`.
  public var hasByteChunks = false

  /// Starts reading at the first byte, or at a later one.
  public init(_ bytes: [UInt8], position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Bytes that have not been read yet.
  public var remaining: Int { bytes.count - position }

  /// Adds bytes that have arrived.
  public mutating func append(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// The next byte, which stays unread.
  public func peek() throws(WireError) -> UInt8 {
    guard position < bytes.count else { throw .needsMoreBytes }
    return bytes[position]
  }

  public mutating func u8() throws(WireError) -> UInt8 {
    guard position < bytes.count else { throw .needsMoreBytes }
    let byte = bytes[position]
    position += 1
    return byte
  }

  /// Two bytes, the higher first.
  public mutating func u16BigEndian() throws(WireError) -> UInt16 {
    guard remaining >= 2 else { throw .needsMoreBytes }
    let value = UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
    position += 2
    return value
  }

  /// Two bytes, the lower first.
  public mutating func u16LittleEndian() throws(WireError) -> UInt16 {
    try u16BigEndian().byteSwapped
  }

  /// Four bytes, the highest first.
  public mutating func u32BigEndian() throws(WireError) -> UInt32 {
    let high = try u16BigEndian()
    return UInt32(high) << 16 | UInt32(try u16BigEndian())
  }

  /// The given number of bytes as they are.
  public mutating func raw(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    try checkLength(count)
    guard remaining >= count else { throw .needsMoreBytes }
    defer { position += count }
    return bytes[position..<position + count]
  }

  public mutating func skip(_ count: Int) throws(WireError) {
    _ = try raw(count)
  }

  private mutating func variableUnsigned() throws(WireError) -> UInt64 {
    var next = position
    guard let value = try bytes.span.unsigned(at: &next) else { throw .needsMoreBytes }
    position = next
    return value
  }

  public mutating func ub2() throws(WireError) -> UInt16 {
    let value = try variableUnsigned()
    guard let small = UInt16(exactly: value) else { throw .malformed("an integer of 16 bits is \(value)") }
    return small
  }

  public mutating func ub4() throws(WireError) -> UInt32 {
    let value = try variableUnsigned()
    guard let small = UInt32(exactly: value) else { throw .malformed("an integer of 32 bits is \(value)") }
    return small
  }

  public mutating func ub8() throws(WireError) -> UInt64 {
    try variableUnsigned()
  }

  /// A signed integer: the length byte's top bit marks a negative value, whose magnitude follows.
  public mutating func sb4() throws(WireError) -> Int32 {
    var next = position
    guard let value = try bytes.span.signed(at: &next) else { throw .needsMoreBytes }
    position = next
    guard let small = Int32(exactly: value) else { throw .malformed("a signed integer of 32 bits is \(value)") }
    return small
  }

  /// A count that a loop will follow: refused when larger than what any message holds.
  public mutating func count(limit: Int = 1 << 20) throws(WireError) -> Int {
    let value = try ub4()
    guard value <= UInt32(limit) else { throw .malformed("a list of \(value) items") }
    return Int(value)
  }

  /// One of the items whose form follows the representation that the client gave type 27.
  public mutating func signedByte(_ dialect: Dialect) throws(WireError) -> Int8 {
    if dialect.signedByteIsUniversal {
      return Int8(truncatingIfNeeded: try sb4())
    }
    return Int8(bitPattern: try u8())
  }

  /// The bytes up to the next NUL, which is read but not part of the result.
  public mutating func nullTerminated() throws(WireError) -> ArraySlice<UInt8> {
    guard let end = bytes[position...].firstIndex(of: 0) else {
      guard remaining <= TTCReader.longestName else { throw .malformed("a name of more than \(remaining) bytes") }
      throw .needsMoreBytes
    }
    defer { position = end + 1 }
    return bytes[position..<end]
  }

  /// Bytes with their own length: one length byte, or chunks after a 254.
  ///
  /// Nil for a null.
  public mutating func clr() throws(WireError) -> [UInt8]? {
    let length = try u8()
    switch length {
    case 0, 255: return nil
    case 254: return try chunks()
    default: return Array(try raw(Int(length)))
    }
  }

  private mutating func chunks() throws(WireError) -> [UInt8] {
    var joined: [UInt8] = []
    while true {
      let length = hasByteChunks ? Int(try u8()) : Int(try ub4())
      guard length > 0 else { return joined }
      try checkLength(joined.count + length)
      joined.append(contentsOf: try raw(length))
    }
  }

  /// Bytes with two lengths: the outer one only says whether any follow.
  ///
  /// Nil for a null.
  ///
  /// The outer length is inflated where the database's character set is not UTF-8, so the inner one is believed.
  public mutating func dalc() throws(WireError) -> [UInt8]? {
    guard try ub4() > 0 else { return nil }
    return try clr()
  }

  /// `dalc` as UTF-8 text, empty for a null; bytes that are no UTF-8 are replaced.
  public mutating func text() throws(WireError) -> String {
    guard let bytes = try dalc() else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `clr` as UTF-8 text, empty for a null; bytes that are no UTF-8 are replaced.
  public mutating func clrText() throws(WireError) -> String {
    guard let bytes = try clr() else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func checkLength(_ length: Int) throws(WireError) {
    guard length >= 0, length <= TTCReader.maximumValueLength else { throw .malformed("a value of \(length) bytes") }
  }
}
