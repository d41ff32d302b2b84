/// What a column of a data frame holds.
public enum FrameType: String, Sendable, Hashable, CaseIterable {
  case number
  case double
  case text
  /// Date and time of day without a zone; an Oracle DATE is one.
  case timestamp
  /// A moment, in UTC.
  case instant
  case bytes
  case boolean
}

/// One value of a data frame.
public enum FrameValue: Sendable, Hashable {
  case null
  case number(ExactDecimal)
  case double(Double)
  case text(String)
  case timestamp(FrameTime)
  case instant(FrameTime)
  case bytes([UInt8])
  case boolean(Bool)

  /// The value's one text, whichever database it came from; nil for NULL.
  ///
  /// Numbers stand in plain notation without zeros that say nothing, times as `2024-03-17 08:00:00.5` (a moment with
  /// `+00:00` behind it, a year before Christ with ` BC`), bytes as hexadecimal digits, floats with as few digits as
  /// tell them from their neighbours.
  public var canonicalText: String? {
    switch self {
    case .null: nil
    case .number(let number): number.description
    case .double(let double): Self.text(double)
    case .text(let text): text
    case .timestamp(let time): time.text(zone: "")
    case .instant(let time): time.text(zone: "+00:00")
    case .bytes(let bytes): Self.hex(bytes)
    case .boolean(let flag): flag ? "true" : "false"
    }
  }

  private static func text(_ double: Double) -> String {
    if double.isNaN { return "NaN" }
    if double.isInfinite { return double < 0 ? "-Infinity" : "Infinity" }
    // Plain notation, as for numbers; negative zero is told from zero.
    if double == 0 { return double.sign == .minus ? "-0" : "0" }
    return ExactDecimal("\(double)")?.description ?? "\(double)"
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
