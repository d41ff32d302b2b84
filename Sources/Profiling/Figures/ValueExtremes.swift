/// The smallest and the largest value by their bytes, which is Oracle's own order of numbers, dates and binary text.
///
/// No more than the first 256 bytes of a value are kept: the smallest of these begins the smallest value.
struct ValueExtremes: Sendable {
  static let longest = 256

  private var isEmpty = true
  private var low: [UInt8] = []
  private var high: [UInt8] = []
  private var lowHead: UInt64 = 0
  private var highHead: UInt64 = 0

  /// Nil where there was no value.
  var smallest: [UInt8]? { isEmpty ? nil : low }
  /// Nil where there was no value.
  var largest: [UInt8]? { isEmpty ? nil : high }

  @inline(__always)
  mutating func take(_ value: RawSpan) {
    let head = value.head
    guard !isEmpty else {
      isEmpty = false
      (lowHead, highHead) = (head, head)
      Self.set(&low, to: value)
      Self.set(&high, to: value)
      return
    }
    if head <= lowHead, head < lowHead || Self.precedes(value, low, orEqual: false) {
      lowHead = head
      Self.set(&low, to: value)
    }
    if head >= highHead, head > highHead || !Self.precedes(value, high, orEqual: true) {
      highHead = head
      Self.set(&high, to: value)
    }
  }

  /// Takes all that another one has seen.
  mutating func merge(_ other: ValueExtremes) {
    for value in [other.smallest, other.largest].compactMap(\.self) { take(value.span.bytes) }
  }

  /// In the room that is there: where values rise, each is the largest so far.
  private static func set(_ bytes: inout [UInt8], to value: RawSpan) {
    bytes.removeAll(keepingCapacity: true)
    for place in 0..<min(value.byteCount, longest) { bytes.append(value.byte(place)) }
  }

  private static func precedes(_ value: RawSpan, _ other: [UInt8], orEqual: Bool) -> Bool {
    let count = min(value.byteCount, longest)
    for place in 0..<min(count, other.count) where value.byte(place) != other[place] {
      return value.byte(place) < other[place]
    }
    return orEqual ? count <= other.count : count < other.count
  }
}
