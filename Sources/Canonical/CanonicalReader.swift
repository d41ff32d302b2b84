/// Reads canonical bytes back into values.
struct CanonicalReader {
  /// Where the next value begins.
  private(set) var offset = 0
  let maximumValueBytes: Int

  init(maximumValueBytes: Int) {
    self.maximumValueBytes = maximumValueBytes
  }

  /// The next value of the bytes.
  ///
  /// - Throws: `CanonicalError.invalidValue` when the bytes are not canonical.
  mutating func next(_ bytes: UnsafeRawBufferPointer) throws(CanonicalError) -> CanonicalValue {
    try next(bytes, isElement: false)
  }

  private mutating func next(
    _ bytes: UnsafeRawBufferPointer, isElement: Bool
  ) throws(CanonicalError) -> CanonicalValue {
    guard let tag = CanonicalTag(rawValue: try number(bytes, as: UInt8.self)) else { throw .notCanonical }
    switch tag {
    case .null: return .null
    case .zero: return .number("0")
    case .positiveInfinity: return .number("Infinity")
    case .negativeInfinity: return .number("-Infinity")
    case .notANumber: return .number("NaN")
    case .positive: return .number(try decimal(bytes))
    case .negative: return .number("-" + (try decimal(bytes)))
    case .text:
      let (content, count) = try counted(bytes)
      return .text(String(decoding: content, as: UTF8.self), byteCount: count)
    case .bytes:
      let (content, count) = try counted(bytes)
      return .bytes(content, byteCount: count)
    case .unrepresentable: return .unrepresentable(try counted(bytes).content)
    case .timestamp: return .timestamp(CanonicalReader.timestamp(try number(bytes, as: Int64.self), suffix: ""))
    case .instant: return .instant(CanonicalReader.timestamp(try number(bytes, as: Int64.self), suffix: "+00"))
    case .interval:
      let months = try number(bytes, as: Int32.self)
      let microseconds = try number(bytes, as: Int128.self)
      return .interval(CanonicalReader.interval(months: months, microseconds: microseconds))
    case .double: return .double(Double(bitPattern: try number(bytes, as: UInt64.self)))
    case .float: return .float(Float(bitPattern: try number(bytes, as: UInt32.self)))
    case .boolean: return .boolean(try number(bytes, as: UInt8.self) == 1)
    case .list:
      guard !isElement else { throw .notCanonical }
      return try list(bytes)
    }
  }

  /// All values of a list; of those beyond the limit in bytes only the number is kept.
  private mutating func list(_ bytes: UnsafeRawBufferPointer) throws(CanonicalError) -> CanonicalValue {
    let count = Int(try number(bytes, as: UInt32.self))
    let start = offset
    var values: [CanonicalValue] = []
    for _ in 0..<count {
      let value = try next(bytes, isElement: true)
      if offset - start <= maximumValueBytes { values.append(value) }
    }
    return .list(values, count: count)
  }

  private mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, as type: Number.Type
  ) throws(CanonicalError) -> Number {
    let width = MemoryLayout<Number>.size
    guard bytes.count - offset >= width else { throw .notCanonical }
    defer { offset += width }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  private mutating func counted(
    _ bytes: UnsafeRawBufferPointer
  ) throws(CanonicalError) -> (content: [UInt8], count: Int) {
    let count = Int(try number(bytes, as: UInt32.self))
    guard bytes.count - offset >= count else { throw .notCanonical }
    defer { offset += count }
    return (Array(bytes[offset..<offset + min(count, maximumValueBytes)]), count)
  }

  private mutating func decimal(_ bytes: UnsafeRawBufferPointer) throws(CanonicalError) -> String {
    let exponent = Int(try number(bytes, as: Int32.self))
    var digits: [UInt8] = []
    while true {
      let pair = try number(bytes, as: UInt8.self)
      if pair == CanonicalTag.endOfDigits { break }
      digits.append(0x30 + pair / 10)
      digits.append(0x30 + pair % 10)
    }
    // The point stands behind this many digits.
    var point = 2 * (exponent + 1)
    if digits.first == 0x30 {
      digits.removeFirst()
      point -= 1
    }
    if digits.last == 0x30 { digits.removeLast() }
    let zero: UInt8 = 0x30
    guard abs(point) <= 150, digits.count <= 300 else {
      let mantissa = String(decoding: digits.prefix(1), as: UTF8.self)
      let fraction = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
      return mantissa + fraction + "e\(point - 1)"
    }
    if point <= 0 {
      return "0." + String(decoding: Array(repeating: zero, count: -point) + digits, as: UTF8.self)
    }
    if point >= digits.count {
      return String(decoding: digits + Array(repeating: zero, count: point - digits.count), as: UTF8.self)
    }
    return String(decoding: digits[..<point], as: UTF8.self) + "." + String(decoding: digits[point...], as: UTF8.self)
  }

  private static func timestamp(_ microseconds: Int64, suffix: String) -> String {
    if microseconds == .max { return "infinity" }
    if microseconds == .min { return "-infinity" }
    let perDay = CivilCalendar.microsecondsPerDay
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: perDay)
    let days = Int(remainder < 0 ? quotient - 1 : quotient)
    let ofDay = remainder < 0 ? remainder + perDay : remainder
    let (year, month, day) = CivilCalendar.date(days: days)
    let seconds = ofDay / 1_000_000
    let date = "\(padded(year > 0 ? year : 1 - year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    let time = "\(padded(Int(seconds / 3600), 2)):\(padded(Int(seconds / 60 % 60), 2)):\(padded(Int(seconds % 60), 2))"
    return date + " " + time + fraction(Int(ofDay % 1_000_000)) + suffix + (year > 0 ? "" : " BC")
  }

  private static func interval(months: Int32, microseconds: Int128) -> String {
    let magnitude = microseconds.magnitude
    let days = magnitude / UInt128(CivilCalendar.microsecondsPerDay)
    let ofDay = Int(magnitude % UInt128(CivilCalendar.microsecondsPerDay))
    let seconds = ofDay / 1_000_000
    let sign = microseconds < 0 ? "-" : ""
    let time = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return "\(months) mons \(sign)\(days) days \(sign)\(time)" + fraction(ofDay % 1_000_000)
  }

  private static func fraction(_ microseconds: Int) -> String {
    guard microseconds != 0 else { return "" }
    var text = padded(microseconds, 6)
    while text.hasSuffix("0") { text.removeLast() }
    return "." + text
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension CanonicalError {
  fileprivate static var notCanonical: CanonicalError {
    .invalidValue(type: "canonical value", reason: "the bytes have no such form")
  }
}

extension CanonicalValue {
  /// Reads all values of a row's canonical bytes.
  ///
  /// - Throws: `CanonicalError.invalidValue` when the bytes are not canonical.
  public static func values(ofCanonical bytes: [UInt8], maximumValueBytes: Int = .max) throws -> [CanonicalValue] {
    try bytes.withUnsafeBytes { buffer in
      var reader = CanonicalReader(maximumValueBytes: maximumValueBytes)
      var values: [CanonicalValue] = []
      while reader.offset < buffer.count { values.append(try reader.next(buffer)) }
      return values
    }
  }
}
