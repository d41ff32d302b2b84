/// Reads the outermost items of DER bytes, one after the other.
///
/// Only what a certificate's subject needs: tags of one byte, definite lengths.
struct DERReader {
  struct Item {
    var tag: UInt8
    var content: ArraySlice<UInt8>
  }

  static let integer: UInt8 = 0x02
  static let objectIdentifier: UInt8 = 0x06
  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31
  /// The explicit tag of a certificate's version.
  static let version: UInt8 = 0xA0

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The next item; nil at the end, and when the bytes are no DER.
  mutating func next() -> Item? {
    guard let tag = rest.popFirst(), tag & 0x1F != 0x1F, let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first >= 0x80 {
      let count = Int(first & 0x7F)
      guard (1...4).contains(count), rest.count >= count else { return nil }
      length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(count)
    }
    guard rest.count >= length else { return nil }
    let content = rest.prefix(length)
    rest = rest.dropFirst(length)
    return Item(tag: tag, content: content)
  }

  /// The next item, when it has the tag.
  mutating func next(_ tag: UInt8) -> ArraySlice<UInt8>? {
    guard let item = next(), item.tag == tag else { return nil }
    return item.content
  }
}
