/// The address of a row of an index-organised table: a guess at its block, and its primary key.
///
/// Its bytes, as DUMP shows them on Oracle: 2, then 4 and a block's address, for each column of the key its length and
/// bytes, and 254. As text it is `*` and base 64 of all but the first.
enum LogicalRowID {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of an address, as values of UROWID hold it.
  static func text(file: UInt16, block: Int, key: [Value]) -> [UInt8] {
    let guess = UInt32(file) << 22 | UInt32(truncatingIfNeeded: block & 0x3F_FFFF)
    var bytes: [UInt8] = [4] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: guess >> UInt32($0)) }
    for value in key {
      if value.bytes.count < 128 {
        bytes.append(UInt8(value.bytes.count))
      } else {
        bytes += [0x80 | UInt8(value.bytes.count >> 8 & 0x7F), UInt8(truncatingIfNeeded: value.bytes.count)]
      }
      bytes += value.bytes
    }
    bytes.append(254)
    var text = [UInt8(ascii: "*")]
    var bits = 0
    var held = 0
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[held >> bits & 63])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { text.append(alphabet[held << (6 - bits) & 63]) }
    return text
  }

  /// The bytes behind a text; nil for one that is no logical address.
  static func bytes(ofText text: [UInt8]) -> [UInt8]? {
    guard text.first == UInt8(ascii: "*") else { return nil }
    var bytes: [UInt8] = [2]
    var bits = 0
    var held = 0
    for letter in text.dropFirst() {
      guard let digit = alphabet.firstIndex(of: letter) else { return nil }
      held = held << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> bits & 255))
        held &= (1 << bits) - 1
      }
    }
    return bytes
  }
}
