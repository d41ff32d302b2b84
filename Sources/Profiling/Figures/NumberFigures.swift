import OracleWire

/// What a column's NUMBERs are like, read from their base-100 digits without decoding them.
public struct NumberFigures: Sendable, Hashable, Codable {
  /// Decimal digits before the point, at most.
  public private(set) var wholeDigits = 0
  /// Decimal digits behind the point, at most.
  public private(set) var decimals = 0
  /// Values with digits behind the point.
  public private(set) var fractions = 0
  /// Values below zero, -infinity among them.
  public private(set) var negatives = 0
  /// Values that are 0.
  public private(set) var zeros = 0
  /// Values that are 1.
  public private(set) var ones = 0
  /// Values that are one of the two infinities.
  public private(set) var infinities = 0

  /// Nothing was seen.
  public init() {}

  /// What is true of both.
  public func merged(with other: NumberFigures) -> NumberFigures {
    var merged = self
    merged.wholeDigits = max(wholeDigits, other.wholeDigits)
    merged.decimals = max(decimals, other.decimals)
    merged.fractions += other.fractions
    merged.negatives += other.negatives
    merged.zeros += other.zeros
    merged.ones += other.ones
    merged.infinities += other.infinities
    return merged
  }
}

extension NumberFigures: ValueFigures {
  @inline(__always)
  mutating func take(_ value: RawSpan) throws(WireError) {
    let count = value.byteCount
    guard count >= 1, count <= 22 else { throw .invalidValue("NUMBER") }
    let head = value.byte(0)
    guard count > 1 else {
      switch head {
      case 0x80: zeros &+= 1
      case 0x00:
        infinities &+= 1
        negatives &+= 1
      default: throw .invalidValue("NUMBER")
      }
      return
    }
    let isNegative = head & 0x80 == 0
    var end = count
    if isNegative, value.byte(count &- 1) == 0x66 { end &-= 1 }
    if head == 0xFF, count == 2, value.byte(1) == 0x65 {
      infinities &+= 1
      return
    }
    guard end >= 2, end <= 21 else { throw .invalidValue("NUMBER") }
    func pair(_ place: Int) -> Int {
      isNegative ? 101 &- Int(value.byte(place)) : Int(value.byte(place)) &- 1
    }
    var start = 1
    var power = Int(isNegative ? ~head : head) &- 193
    // Programs may have stored zeros at either end, which say nothing.
    while start < end, pair(start) == 0 {
      start &+= 1
      power &-= 1
    }
    while end > start, pair(end &- 1) == 0 { end &-= 1 }
    guard start < end else {
      zeros &+= 1
      return
    }
    let (first, last) = (pair(start), pair(end &- 1))
    guard first >= 1, first <= 99, last >= 1, last <= 99 else { throw .invalidValue("NUMBER") }
    if isNegative { negatives &+= 1 }
    let whole = 2 &* (power &+ 1) &- (first < 10 ? 1 : 0)
    let behind = 2 &* (end &- start &- 1 &- power) &- (last % 10 == 0 ? 1 : 0)
    if whole > wholeDigits { wholeDigits = whole }
    if behind > 0 {
      fractions &+= 1
      if behind > decimals { decimals = behind }
    } else if whole == 1, first == 1, !isNegative {
      ones &+= 1
    }
  }
}
