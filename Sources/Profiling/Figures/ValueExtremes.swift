/// The smallest and the largest value by their bytes, which is Oracle's own order of numbers, dates and binary text.
///
/// No more than the first 256 bytes of a value are kept: the smallest of these begins the smallest value.
struct ValueExtremes: Sendable {
  static let longest = 256

  private(set) var smallest: [UInt8]?
  private(set) var largest: [UInt8]?
  private var smallestHead: UInt64 = 0
  private var largestHead: UInt64 = 0

  @inline(__always)
  mutating func take(_ value: RawSpan) {
    let head = value.head
    guard smallest != nil else {
      (smallest, largest, smallestHead, largestHead) = (Self.bytes(value), Self.bytes(value), head, head)
      return
    }
    if head <= smallestHead, head < smallestHead || Self.precedes(value, smallest, orEqual: false) {
      smallest = Self.bytes(value)
      smallestHead = head
    }
    if head >= largestHead, head > largestHead || !Self.precedes(value, largest, orEqual: true) {
      largest = Self.bytes(value)
      largestHead = head
    }
  }

  /// Takes all that another one has seen.
  mutating func merge(_ other: ValueExtremes) {
    for value in [other.smallest, other.largest].compactMap(\.self) { take(value.span.bytes) }
  }

  private static func bytes(_ value: RawSpan) -> [UInt8] { (0..<min(value.byteCount, longest)).map { value.byte($0) } }

  private static func precedes(_ value: RawSpan, _ other: [UInt8]?, orEqual: Bool) -> Bool {
    guard let other else { return true }
    let count = min(value.byteCount, longest)
    for place in 0..<min(count, other.count) where value.byte(place) != other[place] {
      return value.byte(place) < other[place]
    }
    return orEqual ? count <= other.count : count < other.count
  }
}
