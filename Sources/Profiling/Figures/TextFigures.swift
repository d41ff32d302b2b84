import OracleWire

/// What a column's texts are like.
public struct TextFigures: Sendable, Hashable, Codable {
  /// Lengths in characters (code points), blanks of a CHAR's padding among them.
  public internal(set) var characters = LengthFigures()
  /// Lengths in the bytes that came: UTF-8, or UTF-16 of the national character set.
  public internal(set) var bytes = LengthFigures()
  /// Values with a NUL, chr(0), which PostgreSQL cannot hold.
  public internal(set) var withNUL = 0
  /// Values with U+FFFD: what a character became that was none of the database's set, or of the program's that wrote it.
  public internal(set) var withReplacement = 0
  /// Values that are no text at all: no UTF-8, or halves of a pair in UTF-16.
  public internal(set) var malformed = 0
  /// Values of more or less than one ASCII character.
  public internal(set) var notSingle = 0
  /// Which ASCII characters the others are: one bit each, those below 64 first.
  private var singles: [UInt64] = [0, 0]

  /// Nothing was seen.
  public init() {}

  /// What is true of both.
  public func merged(with other: TextFigures) -> TextFigures {
    var merged = self
    merged.characters = characters.merged(with: other.characters)
    merged.bytes = bytes.merged(with: other.bytes)
    merged.withNUL += other.withNUL
    merged.withReplacement += other.withReplacement
    merged.malformed += other.malformed
    merged.notSingle += other.notSingle
    merged.singles = zip(singles, other.singles).map { $0 | $1 }
    return merged
  }

  /// The ASCII characters that values of one character are, in order.
  public var singleCharacters: String {
    String(decoding: (UInt8(0)..<128).filter { singles[Int($0) / 64] >> UInt64($0 % 64) & 1 == 1 }, as: UTF8.self)
  }

  @inline(__always)
  mutating func note(_ scan: TextScan, bytes count: Int, first: UInt8) {
    bytes.take(length: count)
    characters.take(length: scan.characters)
    if scan.hasNUL { withNUL &+= 1 }
    if scan.hasReplacement { withReplacement &+= 1 }
    if scan.isMalformed { malformed &+= 1 }
    if scan.characters == 1, first < 128, !scan.isMalformed {
      singles[Int(first) / 64] |= 1 &<< UInt64(first % 64)
    } else {
      notSingle &+= 1
    }
  }
}

extension TextFigures: ValueFigures {
  @inline(__always)
  mutating func take(_ value: RawSpan) throws(WireError) {
    note(TextScan(utf8: value), bytes: value.byteCount, first: value.byteCount == 1 ? value.byte(0) : 0xFF)
  }
}

/// Texts of the national character set, UTF-16 with the higher byte first.
struct NationalTextFigures: ValueFigures {
  var figures = TextFigures()

  mutating func take(_ value: RawSpan) throws(WireError) {
    guard value.byteCount % 2 == 0 else { throw .invalidValue("UTF-16 text") }
    let isLatin = value.byteCount == 2 && value.byte(0) == 0
    figures.note(TextScan(utf16: value), bytes: value.byteCount, first: isLatin ? value.byte(1) : 0xFF)
  }
}

/// What one text's bytes say.
struct TextScan {
  var characters = 0
  var hasNUL = false
  var hasReplacement = false
  var isMalformed = false

  /// Counts a byte that begins no character as one.
  @inline(__always)
  init(utf8 value: RawSpan) {
    var place = 0
    let count = value.byteCount
    while place < count {
      if place &+ 8 <= count {
        let word = value.word(place)
        // No byte of 128 and more, and none that is zero.
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          characters &+= 8
          place &+= 8
          continue
        }
      }
      let byte = value.byte(place)
      characters &+= 1
      if byte < 0x80 {
        if byte == 0 { hasNUL = true }
        place &+= 1
      } else {
        place &+= wide(value, at: place)
      }
    }
  }

  /// Reads the character of several bytes at a place; how many it takes.
  private mutating func wide(_ value: RawSpan, at place: Int) -> Int {
    let first = value.byte(place)
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, value.byteCount &- place >= length else {
      isMalformed = true
      return 1
    }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in place &+ 1..<place &+ length {
      guard value.byte(index) & 0xC0 == 0x80 else {
        isMalformed = true
        return 1
      }
      scalar = scalar &<< 6 | UInt32(value.byte(index) & 0x3F)
    }
    // Neither longer than it need be, nor half of a pair, nor beyond the last.
    let isValid = length == 2 || length == 3 && scalar >= 0x800 && scalar & 0xF800 != 0xD800
    guard isValid || length == 4 && scalar >= 0x10000 && scalar <= 0x10FFFF else {
      isMalformed = true
      return 1
    }
    if scalar == 0xFFFD { hasReplacement = true }
    return length
  }

  /// - Parameter value: of an even number of bytes.
  init(utf16 value: RawSpan) {
    var place = 0
    func unit(_ place: Int) -> UInt16 { UInt16(value.byte(place)) &<< 8 | UInt16(value.byte(place &+ 1)) }
    while place &+ 1 < value.byteCount {
      let first = unit(place)
      place &+= 2
      characters &+= 1
      switch first {
      case 0: hasNUL = true
      case 0xFFFD: hasReplacement = true
      case 0xD800..<0xDC00:
        if place &+ 1 < value.byteCount, unit(place) & 0xFC00 == 0xDC00 {
          place &+= 2
        } else {
          isMalformed = true
        }
      case 0xDC00..<0xE000: isMalformed = true
      default: break
      }
    }
  }
}
