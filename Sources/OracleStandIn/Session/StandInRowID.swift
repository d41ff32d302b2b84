import OracleWire

/// The physical address of a row: data object, file, block and slot, 18 characters of base 64 as text.
public struct StandInRowID: Sendable, Hashable {
  /// The data object's number, 6 characters.
  public var object: UInt32
  /// The relative file number, 3 characters.
  public var file: UInt16
  /// The block's number within the file, 6 characters.
  public var block: UInt32
  /// The row's slot in the block, 3 characters.
  public var slot: UInt16

  public init(object: UInt32, file: UInt16, block: UInt32, slot: UInt16) {
    self.object = object
    self.file = file
    self.block = block
    self.slot = slot
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The 18 characters, such as `AAAR3sAAHAAAACXAAA`.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// The 18 characters as bytes.
  public var textBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(18)
    func append(_ value: UInt32, _ digits: Int) {
      for place in stride(from: digits - 1, through: 0, by: -1) {
        let shift = UInt32(place * 6)
        bytes.append(Self.alphabet[Int((shift < 32 ? value >> shift : 0) & 63)])
      }
    }
    append(object, 6)
    append(UInt32(file), 3)
    append(block, 6)
    append(UInt32(slot), 3)
    return bytes
  }

  /// Reads the 18 characters; nil for text that is no ROWID.
  public init?(text: some Collection<UInt8>) {
    guard text.count == 18 else { return nil }
    var fields: [UInt64] = [0, 0, 0, 0]
    for (place, byte) in text.enumerated() {
      let digit: UInt64
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = UInt64(byte - 65)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = UInt64(byte - 97 + 26)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - 48 + 52)
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: return nil
      }
      let field = place < 6 ? 0 : place < 9 ? 1 : place < 15 ? 2 : 3
      fields[field] = fields[field] << 6 | digit
    }
    guard let object = UInt32(exactly: fields[0]), let file = UInt16(exactly: fields[1]),
      let block = UInt32(exactly: fields[2]), let slot = UInt16(exactly: fields[3])
    else { return nil }
    self.init(object: object, file: file, block: block, slot: slot)
  }
}
