/// Reads the big-endian numbers of an image (OSON, VECTOR), never beyond its end.
struct ImageReader {
  let bytes: ArraySlice<UInt8>
  /// The name of the image's type, for errors.
  let type: String
  /// Bytes from the image's start.
  private(set) var position = 0

  init(_ bytes: ArraySlice<UInt8>, type: String) {
    self.bytes = bytes
    self.type = type
  }

  var fault: WireError { .invalidValue(type) }

  mutating func move(to position: Int) throws(WireError) {
    guard (0...bytes.count).contains(position) else { throw fault }
    self.position = position
  }

  mutating func raw(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count >= 0, bytes.count - position >= count else { throw fault }
    defer { position += count }
    return bytes[bytes.startIndex + position..<bytes.startIndex + position + count]
  }

  /// A number of up to four bytes.
  mutating func number(_ width: Int) throws(WireError) -> Int {
    try raw(width).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func byte() throws(WireError) -> UInt8 {
    UInt8(truncatingIfNeeded: try number(1))
  }

  mutating func text(_ count: Int) throws(WireError) -> String {
    guard let text = String(validating: try raw(count), as: UTF8.self) else { throw fault }
    return text
  }
}

extension [UInt8] {
  /// Appends the last bytes of a number, big-endian.
  mutating func append(bigEndian number: Int, width: Int) {
    for place in (0..<width).reversed() { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  /// Overwrites four bytes with a number.
  mutating func replace(at offset: Int, bigEndian number: Int) {
    for place in 0..<4 { self[offset + place] = UInt8(truncatingIfNeeded: number >> (24 - 8 * place)) }
  }
}
