/// A physical row address.
///
/// Addresses sort as their bytes in Oracle do: data object, file and block, slot.
public struct RowAddress: Sendable, Hashable, Comparable {
  public var object: UInt32
  public var partition: UInt16
  public var block: UInt32
  public var slot: UInt16

  public init(object: UInt32 = 0, partition: UInt16 = 0, block: UInt32 = 0, slot: UInt16 = 0) {
    self.object = object
    self.partition = partition
    self.block = block
    self.slot = slot
  }

  public static func < (left: RowAddress, right: RowAddress) -> Bool {
    (left.object, left.partition, left.block, left.slot) < (right.object, right.partition, right.block, right.slot)
  }

  init(from reader: inout TTCReader) throws(WireError) {
    object = try reader.ub4()
    partition = try reader.ub2()
    try reader.skip(1)
    block = try reader.ub4()
    slot = try reader.ub2()
  }

  func write(to writer: inout TTCWriter) {
    writer.ub4(object)
    writer.ub2(partition)
    writer.u8(0)
    writer.ub4(block)
    writer.ub2(slot)
  }

  /// The value of a ROWID column in a row: a length byte, then the address; a 0 alone for NULL.
  public func writeColumn(to writer: inout TTCWriter) {
    writer.u8(14)
    write(to: &writer)
  }

  /// The 13 bytes that a UROWID column has for a physical address.
  public var universalBytes: [UInt8] {
    func bytes(_ value: UInt32, _ width: UInt32) -> [UInt8] {
      (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    return [1] + bytes(object, 4) + bytes(UInt32(partition), 2) + bytes(block, 4) + bytes(UInt32(slot), 2)
  }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The 18 characters that Oracle shows: object 6, file 3, block 6, row 3, in base 64.
  public var text: [UInt8] {
    func digits(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).reversed().map { RowAddress.digits[Int(value >> (6 * UInt32($0)) & 63)] }
    }
    return digits(object, 6) + digits(UInt32(partition), 3) + digits(block, 6) + digits(UInt32(slot), 3)
  }

  /// Reads the 18 characters; nil when they are no row address.
  public init?(text: some Collection<UInt8>) {
    guard text.count == 18 else { return nil }
    var values: [UInt64] = []
    var rest = Array(text)[...]
    for count in [6, 3, 6, 3] {
      var value: UInt64 = 0
      for character in rest.prefix(count) {
        guard let digit = RowAddress.digits.firstIndex(of: character) else { return nil }
        value = value << 6 | UInt64(digit)
      }
      rest = rest.dropFirst(count)
      values.append(value)
    }
    guard let object = UInt32(exactly: values[0]), let partition = UInt16(exactly: values[1]),
      let block = UInt32(exactly: values[2]), let slot = UInt16(exactly: values[3])
    else { return nil }
    self.init(object: object, partition: partition, block: block, slot: slot)
  }

  /// Reads the value of a ROWID column; nil for NULL.
  static func columnText(from reader: inout TTCReader) throws(WireError) -> [UInt8]? {
    let length = try reader.u8()
    guard length != 0, length != 255 else { return nil }
    return try RowAddress(from: &reader).text
  }

  /// Reads the value of a UROWID column; nil for NULL.
  static func universalText(from reader: inout TTCReader) throws(WireError) -> [UInt8]? {
    // The length itself comes as a value, then the address as another.
    guard try reader.clr() != nil, let bytes = try reader.clr() else { return nil }
    guard bytes.count == 13, bytes[0] == 1 else { return logicalText(bytes) }
    func number(_ range: Range<Int>) -> UInt32 { bytes[range].reduce(0) { $0 << 8 | UInt32($1) } }
    let address = RowAddress(
      object: number(1..<5), partition: UInt16(truncatingIfNeeded: number(5..<7)), block: number(7..<11),
      slot: UInt16(truncatingIfNeeded: number(11..<13)))
    return address.text
  }

  /// A logical address as Oracle shows it: `*` and base 64 of what follows the first byte.
  private static func logicalText(_ bytes: [UInt8]) -> [UInt8] {
    var text = [UInt8(ascii: "*")]
    var bits = 0
    var held = 0
    for byte in bytes.dropFirst() {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(digits[held >> bits & 63])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { text.append(digits[held << (6 - bits) & 63]) }
    return text
  }
}
