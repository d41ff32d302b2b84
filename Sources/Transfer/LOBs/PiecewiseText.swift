import OracleWire

/// The text of one LOB to UTF-8, piece by piece, with the rules that `TextWriter` and `TextRepair` have for whole values.
///
/// Pieces may be cut anywhere in UTF-8, and between any two units of UTF-16: what is left of a character waits.
struct PiecewiseText {
  private let form: LOBLocator.TextForm
  /// Whether characters that PostgreSQL cannot hold are errors, left out or replaced.
  private let policy: BadValuePolicy
  /// Characters that the column holds; nil for any number of them.
  private let maximum: Int?
  private let ignoresTrailingBlanks: Bool

  /// Bytes of UTF-8 so far.
  private(set) var byteCount = 0
  /// Where characters were left out or replaced so far.
  private(set) var places = 0
  /// Whether U+FFFD is in what was written.
  private(set) var hasReplacement = false
  private var characters = 0
  private var charactersToLastInk = 0

  /// The first half of a pair of UTF-16.
  private var high: UInt32?
  /// Bytes of a character of UTF-8 that is not complete, how many they are and how many are missing.
  private var held: (bytes: (UInt8, UInt8, UInt8), count: Int, missing: Int) = ((0, 0, 0), 0, 0)
  /// What the next byte of it may be: the second one tells characters that are too long, of surrogates, or too high.
  private var next: ClosedRange<UInt8> = 0x80...0xBF

  init(form: LOBLocator.TextForm, policy: BadValuePolicy, maximum: Int?, ignoresTrailingBlanks: Bool) {
    self.form = form
    self.policy = policy
    self.maximum = maximum
    self.ignoresTrailingBlanks = ignoresTrailingBlanks
  }

  /// Takes what a column's plan says of its text.
  ///
  /// - Parameter policy: the column's; it repairs text, while of documents and vectors the row is left out, as where they
  ///   come whole.
  init(form: LOBLocator.TextForm, plan: ColumnPlan, policy: BadValuePolicy) {
    switch plan {
    case .text(let maximum, let ignores), .nationalText(let maximum, let ignores):
      self.init(
        form: form, policy: policy, maximum: maximum == .max ? nil : Int(maximum), ignoresTrailingBlanks: ignores)
    default: self.init(form: form, policy: .reject, maximum: nil, ignoresTrailingBlanks: false)
    }
  }

  /// The UTF-8 of what waited and of a piece.
  ///
  /// - Throws: what would be wrong with the value if it were whole.
  mutating func append(_ piece: [UInt8]) throws(RejectReason) -> [UInt8] {
    var fault: RejectReason?
    // Each byte of UTF-8 may become U+FFFD, and each unit of UTF-16; so may what waits.
    let room = form == .utf8 ? 3 * piece.count + 12 : piece.count / 2 * 3 + 12
    let text = [UInt8](unsafeUninitializedCapacity: room) { output, written in
      var writer = Writer(output: output)
      piece.withUnsafeBytes { input in
        do throws(RejectReason) {
          if form == .utf8 { try read(utf8: input, &writer) } else { try read(utf16: input, &writer) }
        } catch {
          fault = error
        }
      }
      written = writer.end
    }
    if let fault { throw fault }
    try check(adding: text.count)
    return text
  }

  /// What remains at the value's end.
  ///
  /// - Throws: what is wrong with the value.
  mutating func finish() throws(RejectReason) -> [UInt8] {
    var fault: RejectReason?
    let text = [UInt8](unsafeUninitializedCapacity: 8) { output, written in
      var writer = Writer(output: output)
      do throws(RejectReason) {
        if high != nil { try bad(.invalidUTF16, &writer) }
        if held.missing > 0 { try bad(.invalidUTF8, &writer) }
      } catch {
        fault = error
      }
      written = writer.end
    }
    (high, held.missing) = (nil, 0)
    if let fault { throw fault }
    try check(adding: text.count)
    if let maximum, (ignoresTrailingBlanks ? charactersToLastInk : characters) > maximum { throw .textTooLong }
    return text
  }

  private mutating func check(adding count: Int) throws(RejectReason) {
    byteCount += count
    guard byteCount <= Transcoder.largestValue else { throw .valueTooLarge }
  }

  // MARK: Writing

  private struct Writer {
    let output: UnsafeMutableBufferPointer<UInt8>
    var end = 0

    @inline(__always)
    mutating func put(_ byte: UInt8) {
      precondition(end < output.count, "a piece's text has room")
      output[end] = byte
      end &+= 1
    }
  }

  @inline(__always)
  private mutating func count(_ isBlank: Bool) {
    characters &+= 1
    if !isBlank { charactersToLastInk = characters }
  }

  /// Does with a character that PostgreSQL cannot hold what the policy says.
  private mutating func bad(_ reason: RejectReason, _ writer: inout Writer) throws(RejectReason) {
    switch policy {
    case .reject, .abort: throw reason
    case .strip: places += 1
    case .replace:
      places += 1
      put(0xFFFD, &writer)
    }
  }

  @inline(__always)
  private mutating func put(_ scalar: UInt32, _ writer: inout Writer) {
    func part(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: writer.put(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      writer.put(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      writer.put(part(0))
    case ..<0x10000:
      writer.put(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      writer.put(part(6))
      writer.put(part(0))
    default:
      writer.put(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      writer.put(part(12))
      writer.put(part(6))
      writer.put(part(0))
    }
    if scalar == 0xFFFD { hasReplacement = true }
    count(scalar == 0x20)
  }

  // MARK: UTF-16

  private mutating func read(utf16 input: UnsafeRawBufferPointer, _ writer: inout Writer) throws(RejectReason) {
    guard input.count % 2 == 0 else { throw .invalidUTF16 }
    let isLittle = form == .utf16LittleEndian
    let isCounted = maximum != nil
    var place = 0
    while place < input.count {
      // Four letters of ASCII at a time, none of them a NUL, as most text is.
      while high == nil, !isLittle, !isCounted, place &+ 8 <= input.count {
        let four = UInt64(bigEndian: input.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        guard four & 0xFF80_FF80_FF80_FF80 == 0, (four &- 0x0001_0001_0001_0001) & 0x8000_8000_8000_8000 == 0 else {
          break
        }
        writer.put(UInt8(truncatingIfNeeded: four >> 48))
        writer.put(UInt8(truncatingIfNeeded: four >> 32))
        writer.put(UInt8(truncatingIfNeeded: four >> 16))
        writer.put(UInt8(truncatingIfNeeded: four))
        place &+= 8
      }
      guard place < input.count else { break }
      let bytes = input.loadUnaligned(fromByteOffset: place, as: UInt16.self)
      let unit = UInt32(isLittle ? UInt16(littleEndian: bytes) : UInt16(bigEndian: bytes))
      place &+= 2
      if let first = high {
        high = nil
        if unit & 0xFC00 == 0xDC00 {
          put(0x10000 + ((first & 0x3FF) << 10 | unit & 0x3FF), &writer)
          continue
        }
        try bad(.invalidUTF16, &writer)
      }
      switch unit {
      case 0: try bad(.nulInText, &writer)
      case 0xD800..<0xDC00: high = unit
      case 0xDC00..<0xE000: try bad(.invalidUTF16, &writer)
      default: put(unit, &writer)
      }
    }
  }

  // MARK: UTF-8

  private mutating func read(utf8 input: UnsafeRawBufferPointer, _ writer: inout Writer) throws(RejectReason) {
    let isCounted = maximum != nil
    var place = 0
    while place < input.count {
      while held.missing == 0, !isCounted, place &+ 8 <= input.count {
        let eight = input.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        guard (eight | (eight &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
        for index in 0..<8 { writer.put(input[place &+ index]) }
        place &+= 8
      }
      guard place < input.count else { break }
      let byte = input[place]
      guard held.missing > 0 else {
        try begin(byte, &writer)
        place &+= 1
        continue
      }
      guard next.contains(byte) else {
        // The byte begins something else, and is looked at again.
        held.missing = 0
        try bad(.invalidUTF8, &writer)
        continue
      }
      place &+= 1
      go(on: byte, &writer)
    }
  }

  /// Takes the first byte of a character: Unicode Standard, table 3-7.
  @inline(__always)
  private mutating func begin(_ byte: UInt8, _ writer: inout Writer) throws(RejectReason) {
    let missing: Int
    switch byte {
    case 0: return try bad(.nulInText, &writer)
    case 1..<0x80:
      writer.put(byte)
      return count(byte == 0x20)
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF: missing = 2
    case 0xF0...0xF4: missing = 3
    default: return try bad(.invalidUTF8, &writer)
    }
    held = ((byte, 0, 0), 1, missing)
    next =
      switch byte {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
  }

  /// Takes another byte of a character, and writes it once it is whole.
  @inline(__always)
  private mutating func go(on byte: UInt8, _ writer: inout Writer) {
    next = 0x80...0xBF
    held.missing &-= 1
    guard held.missing == 0 else {
      if held.count == 1 { held.bytes.1 = byte } else { held.bytes.2 = byte }
      held.count &+= 1
      return
    }
    writer.put(held.bytes.0)
    if held.count > 1 { writer.put(held.bytes.1) }
    if held.count > 2 { writer.put(held.bytes.2) }
    writer.put(byte)
    if held.count == 2, held.bytes.0 == 0xEF, held.bytes.1 == 0xBF, byte == 0xBD { hasReplacement = true }
    count(false)
  }
}
