import OracleWire

/// What a column's DATEs and TIMESTAMPs are like.
public struct MomentFigures: Sendable, Hashable, Codable {
  /// Values with a time of day, as they came; of a TIMESTAMP WITH TIME ZONE that is UTC's.
  public private(set) var timesOfDay = 0
  /// Values with a part of a second.
  public private(set) var fractions = 0
  /// Values with digits of a second beyond the sixth, which PostgreSQL has not.
  public private(set) var beyondMicroseconds = 0

  /// Nothing was seen.
  public init() {}

  /// What is true of both.
  public func merged(with other: MomentFigures) -> MomentFigures {
    var merged = self
    merged.timesOfDay += other.timesOfDay
    merged.fractions += other.fractions
    merged.beyondMicroseconds += other.beyondMicroseconds
    return merged
  }
}

extension MomentFigures: ValueFigures {
  /// Hour, minute and second are stored plus one; nanoseconds follow where there are any.
  @inline(__always)
  mutating func take(_ value: RawSpan) throws(WireError) {
    guard value.byteCount == 7 || value.byteCount == 11 else { throw .invalidValue("date") }
    var nanoseconds: UInt32 = 0
    if value.byteCount == 11 {
      for place in 7..<11 { nanoseconds = nanoseconds &<< 8 | UInt32(value.byte(place)) }
    }
    if nanoseconds != 0 {
      fractions &+= 1
      if nanoseconds % 1_000 != 0 { beyondMicroseconds &+= 1 }
    }
    if value.byte(4) != 1 || value.byte(5) != 1 || value.byte(6) != 1 || nanoseconds != 0 { timesOfDay &+= 1 }
  }
}
