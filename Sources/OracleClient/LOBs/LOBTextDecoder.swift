import OracleWire

/// Turns the text of a CLOB, as it comes from the wire in pieces, into UTF-8.
///
/// A piece may end within a character; what is left of it waits for the next piece, so that each result holds whole
/// characters.
struct LOBTextDecoder: Sendable {
  private let form: LOBLocator.TextForm
  /// Bytes of a character whose rest has not come: three at most.
  private var held: [UInt8] = []

  init(form: LOBLocator.TextForm) {
    self.form = form
  }

  /// Whether all that came was whole characters.
  var isBetweenCharacters: Bool { held.isEmpty }

  /// The whole characters of what waited and of a piece.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are no text of the form.
  mutating func decode(_ piece: [UInt8]) throws(WireError) -> [UInt8] {
    let bytes = held.isEmpty ? piece : held + piece
    held = []
    guard form != .utf8 else { return try decodeUTF8(bytes) }
    guard bytes.count % 2 == 0 else { throw .invalidValue("UTF-16 text") }
    let isLittle = form == .utf16LittleEndian
    var count = bytes.count
    if count > 0 {
      let high = isLittle ? bytes[count - 1] : bytes[count - 2]
      if high & 0xFC == 0xD8 {
        held = Array(bytes[(count - 2)...])
        count -= 2
      }
    }
    guard let text = LOBTextDecoder.utf8(ofUTF16: bytes, count: count, isLittle: isLittle) else {
      throw .invalidValue("UTF-16 text")
    }
    return text
  }

  private mutating func decodeUTF8(_ bytes: [UInt8]) throws(WireError) -> [UInt8] {
    guard let found = UTF8Scan(bytes, mayEndEarly: true) else { throw .invalidValue("UTF-8 text") }
    guard found.wholeBytes < bytes.count else { return bytes }
    held = Array(bytes[found.wholeBytes...])
    return Array(bytes[..<found.wholeBytes])
  }

  /// The UTF-8 of pairs of bytes; nil when a surrogate stands alone.
  private static func utf8(ofUTF16 bytes: [UInt8], count: Int, isLittle: Bool) -> [UInt8]? {
    var isValid = true
    let text = [UInt8](unsafeUninitializedCapacity: count / 2 * 3) { output, written in
      bytes.withUnsafeBytes { input in
        var place = 0
        var end = 0
        func unit(_ place: Int) -> UInt32 {
          isLittle
            ? UInt32(input[place + 1]) << 8 | UInt32(input[place])
            : UInt32(input[place]) << 8 | UInt32(input[place + 1])
        }
        while place < count {
          // Four letters of ASCII at a time, as most text is.
          while !isLittle, place + 8 <= count {
            let four = UInt64(bigEndian: input.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            guard four & 0xFF80_FF80_FF80_FF80 == 0 else { break }
            output[end] = UInt8(truncatingIfNeeded: four >> 48)
            output[end + 1] = UInt8(truncatingIfNeeded: four >> 32)
            output[end + 2] = UInt8(truncatingIfNeeded: four >> 16)
            output[end + 3] = UInt8(truncatingIfNeeded: four)
            place += 8
            end += 4
          }
          guard place < count else { break }
          var scalar = unit(place)
          place += 2
          if scalar & 0xF800 == 0xD800 {
            guard scalar < 0xDC00, place < count, unit(place) & 0xFC00 == 0xDC00 else {
              isValid = false
              break
            }
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(place) & 0x3FF
            place += 2
          }
          end = write(scalar, to: output, at: end)
        }
        written = end
      }
    }
    return isValid ? text : nil
  }

  /// Writes a scalar's bytes and gives the place behind them.
  @inline(__always)
  private static func write(_ scalar: UInt32, to output: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
    func part(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
    if scalar < 0x80 {
      output[place] = UInt8(truncatingIfNeeded: scalar)
      return place + 1
    }
    if scalar < 0x800 {
      output[place] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
      output[place + 1] = part(0)
      return place + 2
    }
    if scalar < 0x10000 {
      output[place] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
      output[place + 1] = part(6)
      output[place + 2] = part(0)
      return place + 3
    }
    output[place] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
    output[place + 1] = part(12)
    output[place + 2] = part(6)
    output[place + 3] = part(0)
    return place + 4
  }
}
