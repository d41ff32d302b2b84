import CharacterSets

/// How bytes become text that Oracle has stored in another character set than it believes.
///
/// Packed into 32 bits: a larger one would make all plans larger, and the loop over values slower (by 0.3 to 0.5 ns of 3
/// to 10 for each value, with a pointer in it).
public struct DeclaredTextPlan: Sendable, Hashable {
  /// From the lowest: 16 bits of the maximum, 8 of the set's number, one for each truth.
  private let bits: UInt32

  /// Takes the table of a set that `DecodingTable.of` has made.
  init(set: OracleCharacterSet, maximum: Int32, ignoresTrailingBlanks: Bool, isWhole: Bool) {
    // No VARCHAR2 has as many characters as 16 bits can say.
    bits =
      UInt32(UInt16(clamping: maximum)) | UInt32(UInt8(set.number)) << 16 | (ignoresTrailingBlanks ? 1 << 24 : 0)
      | (isWhole ? 1 << 25 : 0)
  }

  /// What the bytes mean.
  var table: DecodingTable { DecodingTable.made(number: Int(bits >> 16 & 0xFF)) }
  /// In characters; `Int32.max` for any number.
  var maximum: Int32 { bits & 0xFFFF == 0xFFFF ? .max : Int32(bits & 0xFFFF) }
  /// Whether blanks at the end don't count.
  var ignoresTrailingBlanks: Bool { bits & 1 << 24 != 0 }
  /// Whether the cell holds the bytes; else `length:digits`, as `Model.DeclaredText` says.
  var isWhole: Bool { bits & 1 << 25 != 0 }

  /// The plan for the same text in UTF-8.
  var decoded: ColumnPlan { .text(maximum: maximum, ignoresTrailingBlanks: ignoresTrailingBlanks) }
}

/// Bytes of a declared character set to varchar, char and text.
enum DeclaredTextWriter {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Writes the text in UTF-8.
  ///
  /// The output has room for three times the cell, and seven bytes more.
  @inline(never)
  static func write(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, plan: DeclaredTextPlan
  ) throws(RejectReason) -> Int {
    guard !plan.isWhole else { return try decode(wire, to: out, plan) }
    // Of n bytes the text has 3 n at most, and the cell more than 2 n digits: the bytes lie behind the text.
    guard let digits = DeclaredDigits(wire) else { throw .incompleteText }
    let bytes = out + (3 * digits.count + 8)
    for index in 0..<digits.count {
      guard let byte = digits.byte(index) else { throw .incompleteText }
      bytes.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    }
    return try decode(UnsafeRawBufferPointer(start: bytes, count: digits.count).bytes, to: out, plan)
  }

  private static func decode(
    _ bytes: RawSpan, to out: UnsafeMutableRawPointer, _ plan: DeclaredTextPlan
  ) throws(RejectReason) -> Int {
    let table = plan.table
    if table.isUTF8 {
      var replaced = 0
      do throws(RejectReason) {
        return try TextWriter.write(
          bytes, to: out, maximum: Int(plan.maximum), ignoresTrailingBlanks: plan.ignoresTrailingBlanks,
          replaced: &replaced)
      } catch {
        throw error == .invalidUTF8 ? .notInCharacterSet : error
      }
    }
    let count = bytes.byteCount
    var written = 0
    var characters = 0
    var charactersToLastInk = 0
    var offset = 0
    while offset < count {
      // Eight ASCII characters at once: these sets have them in common.
      if count &- offset >= 8 {
        let word = bytes.word(offset, as: UInt64.self)
        if (word | (word &- ones)) & highs == 0 {
          out.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
          offset &+= 8
          written &+= 8
          characters &+= 8
          if word != 0x2020_2020_2020_2020 { charactersToLastInk = characters &- blanksAtEnd(word) }
          continue
        }
      }
      let next = offset &+ 1 < count ? bytes.byte(offset &+ 1) : nil
      guard let (scalar, length) = table.scalar(bytes.byte(offset), next: next) else { throw .notInCharacterSet }
      guard scalar != 0 else { throw .nulInText }
      offset &+= length
      written &+= TextWriter.writeScalar(scalar, to: out + written)
      characters &+= 1
      if scalar != 0x20 { charactersToLastInk = characters }
    }
    guard (plan.ignoresTrailingBlanks ? charactersToLastInk : characters) <= Int(plan.maximum) else {
      throw .textTooLong
    }
    guard written <= Transcoder.largestValue else { throw .valueTooLarge }
    return written
  }

  /// How many of the last bytes in memory are blanks.
  private static func blanksAtEnd(_ word: UInt64) -> Int {
    // In big-endian order the last byte is the lowest.
    (UInt64(bigEndian: word) ^ 0x2020_2020_2020_2020).trailingZeroBitCount / 8
  }
}

/// The bytes of a cell that is `length:digits`.
struct DeclaredDigits {
  private let cell: [UInt8]
  private let start: Int
  /// How many bytes Oracle says there are.
  let count: Int

  /// Nil for a cell of another form, or with fewer or more digits than its length asks for.
  init?(_ wire: RawSpan) {
    self.init(wire.withUnsafeBytes { Array($0) })
  }

  init?(_ cell: [UInt8]) {
    guard let colon = cell.prefix(8).firstIndex(of: 0x3A),
      let count = Int(String(decoding: cell[..<colon], as: UTF8.self)), count >= 0,
      cell.count - colon - 1 == 2 * count
    else { return nil }
    self.cell = cell
    self.count = count
    start = colon + 1
  }

  /// A byte by its place; nil where its digits are none.
  func byte(_ index: Int) -> UInt8? {
    guard let high = Self.value(cell[start + 2 * index]), let low = Self.value(cell[start + 2 * index + 1]) else {
      return nil
    }
    return high << 4 | low
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

extension TextRepair {
  /// Text of a declared character set in UTF-8, without NULs and without bytes that are no character.
  ///
  /// - Returns: the text, and how many places were changed; none where the cell is damaged as a whole.
  static func declared(
    _ cell: some Collection<UInt8>, _ plan: DeclaredTextPlan, _ policy: BadValuePolicy
  ) -> (text: [UInt8], places: Int) {
    var bytes = Array(cell)
    if !plan.isWhole {
      guard let digits = DeclaredDigits(bytes) else { return ([], 0) }
      let decoded = (0..<digits.count).compactMap { digits.byte($0) }
      guard decoded.count == digits.count else { return ([], 0) }
      bytes = decoded
    }
    let table = plan.table
    if table.isUTF8 { return utf8(bytes, policy) }
    var text = String.UnicodeScalarView()
    var places = 0
    var offset = 0
    while offset < bytes.count {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : nil
      if let (value, length) = table.scalar(bytes[offset], next: next), value != 0,
        let scalar = Unicode.Scalar(value)
      {
        text.append(scalar)
        offset += length
      } else {
        places += 1
        if policy == .replace { text.append("\u{FFFD}") }
        offset += 1
      }
    }
    return (Array(String(text).utf8), places)
  }
}
