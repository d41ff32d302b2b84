import OracleWire

/// How long values are: bytes of RAW, bytes of BLOBs and characters of CLOBs as Oracle counts them.
public struct LengthFigures: Sendable, Hashable, Codable {
  /// Of the shortest value; nil where there was none.
  public private(set) var shortest: Int?
  /// Of the longest value; 0 where there was none.
  public private(set) var longest = 0
  /// Of all values together.
  public private(set) var total = 0

  /// Nothing was seen.
  public init() {}

  @inline(__always)
  mutating func take(length: Int) {
    if length < shortest ?? .max { shortest = length }
    if length > longest { longest = length }
    total &+= length
  }

  /// What is true of both.
  public func merged(with other: LengthFigures) -> LengthFigures {
    var merged = self
    merged.shortest = [shortest, other.shortest].compactMap(\.self).min()
    merged.longest = max(longest, other.longest)
    merged.total &+= other.total
    return merged
  }
}

extension LengthFigures: ValueFigures {
  @inline(__always)
  mutating func take(_ value: RawSpan) throws(WireError) { take(length: value.byteCount) }
}

/// Lengths that Oracle tells as numbers.
struct CountedLengths: ValueFigures {
  var figures = LengthFigures()

  mutating func take(_ value: RawSpan) throws(WireError) {
    let number = try OracleNumber(wireBytes: (0..<value.byteCount).map { value.byte($0) })
    guard let length = number.intValue, length >= 0 else { throw .invalidValue("length") }
    figures.take(length: length)
  }
}
