import OracleWire

/// Turns UTF-8, as it comes in pieces, into the form in which a CLOB's text stands on the wire.
///
/// A piece may end within a character, whose bytes then wait for the next piece.
struct LOBTextEncoder: Sendable {
  /// Text for the wire.
  struct Piece: Sendable {
    var bytes: [UInt8]
    /// Characters as the server counts them.
    var characters: Int
    /// Whether a character beyond U+FFFF went to a server whose character set may not have it: what it counts then is
    /// the server's to say.
    var isUncertain: Bool
  }

  let form: LOBLocator.TextForm
  private var held: [UInt8] = []

  init(form: LOBLocator.TextForm) {
    self.form = form
  }

  var isBetweenCharacters: Bool { held.isEmpty }

  /// The whole characters of what waited and of a piece.
  ///
  /// - Throws: `OracleLOBError` for bytes that are no UTF-8.
  mutating func encode(_ piece: ArraySlice<UInt8>) throws(OracleLOBError) -> Piece {
    let bytes = held + piece
    held = []
    guard form != .utf8 else {
      guard let found = UTF8Scan(bytes, mayEndEarly: true) else { throw .notUTF8 }
      held = Array(bytes[found.wholeBytes...])
      return Piece(
        bytes: Array(bytes[..<found.wholeBytes]), characters: found.scalars, isUncertain: found.supplementary > 0)
    }
    let isLittle = form == .utf16LittleEndian
    guard let (units, whole) = LOBTextEncoder.utf16(ofUTF8: bytes, isLittle: isLittle) else { throw .notUTF8 }
    held = Array(bytes[whole...])
    return Piece(bytes: units, characters: units.count / 2, isUncertain: false)
  }

  /// UTF-16 of the whole characters, and how many bytes these are; nil when the bytes are no UTF-8.
  private static func utf16(ofUTF8 bytes: [UInt8], isLittle: Bool) -> (units: [UInt8], wholeBytes: Int)? {
    var place = 0
    var isValid = true
    let units = [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { output, written in
      bytes.withUnsafeBytes { input in
        var end = 0
        func put(_ unit: UInt32) {
          let high = UInt8(truncatingIfNeeded: unit >> 8)
          let low = UInt8(truncatingIfNeeded: unit)
          output[end] = isLittle ? low : high
          output[end + 1] = isLittle ? high : low
          end += 2
        }
        while place < input.count {
          // Eight letters of ASCII at a time, as most text is.
          while place + 8 <= input.count {
            guard input.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 else {
              break
            }
            for index in 0..<8 {
              output[end + 2 * index + (isLittle ? 1 : 0)] = 0
              output[end + 2 * index + (isLittle ? 0 : 1)] = input[place + index]
            }
            place += 8
            end += 16
          }
          guard place < input.count else { break }
          if input[place] < 0x80 {
            put(UInt32(input[place]))
            place += 1
            continue
          }
          guard let (scalar, length) = UTF8Scan.scalar(input, at: place) else {
            isValid = UTF8Scan.isCutOff(input, at: place)
            break
          }
          if scalar < 0x10000 {
            put(scalar)
          } else {
            put(0xD800 + (scalar - 0x10000) >> 10)
            put(0xDC00 + scalar & 0x3FF)
          }
          place += length
        }
        written = end
      }
    }
    return isValid ? (units, place) : nil
  }
}
