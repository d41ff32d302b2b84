/// What bytes are as UTF-8: how much of them is whole characters, and how many.
struct UTF8Scan {
  /// Bytes of the characters that are whole; three at most follow.
  let wholeBytes: Int
  let scalars: Int
  /// Characters beyond U+FFFF, which are two units in UTF-16.
  let supplementary: Int

  /// Looks through bytes.
  ///
  /// - Parameter mayEndEarly: whether the last character may be cut off.
  /// - Returns: nil when they are no UTF-8.
  init?(_ bytes: [UInt8], mayEndEarly: Bool) {
    var (place, count, twice, isValid) = (0, 0, 0, true)
    bytes.withUnsafeBytes { input in
      while place < input.count {
        guard input[place] >= 0x80 else {
          place += 1
          count += 1
          continue
        }
        guard let (_, length) = UTF8Scan.scalar(input, at: place) else {
          isValid = mayEndEarly && UTF8Scan.isCutOff(input, at: place)
          break
        }
        place += length
        count += 1
        if length == 4 { twice += 1 }
      }
    }
    guard isValid else { return nil }
    (wholeBytes, scalars, supplementary) = (place, count, twice)
  }

  /// The character that begins at a place, of two bytes and more, and its length; nil when it is none or cut off.
  @inline(__always)
  static func scalar(_ input: UnsafeRawBufferPointer, at place: Int) -> (UInt32, length: Int)? {
    let first = input[place]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, input.count - place >= length else { return nil }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in place + 1..<place + length {
      guard input[index] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(input[index] & 0x3F)
    }
    // Neither longer than it need be, nor half of a pair, nor beyond the last.
    let isValid = length == 2 || length == 3 && scalar >= 0x800 && scalar & 0xF800 != 0xD800
    guard isValid || length == 4 && scalar >= 0x10000 && scalar <= 0x10FFFF else { return nil }
    return (scalar, length)
  }

  /// Whether what begins at a place is the start of a character and nothing else follows it.
  static func isCutOff(_ input: UnsafeRawBufferPointer, at place: Int) -> Bool {
    let first = input[place]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, input.count - place < length else { return false }
    guard input[(place + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return false }
    guard place + 1 < input.count else { return true }
    // The second byte tells characters that are too long, of the surrogates, or beyond the last.
    switch first {
    case 0xE0: return input[place + 1] >= 0xA0
    case 0xED: return input[place + 1] < 0xA0
    case 0xF0: return input[place + 1] >= 0x90
    case 0xF4: return input[place + 1] < 0x90
    default: return true
    }
  }
}
