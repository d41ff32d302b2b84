/// What became of the digits of a second that PostgreSQL's microseconds cannot hold, when rows were copied.
///
/// Verification takes the canonical form of Oracle's value by the same rule and counts the rows that lost digits.
public enum SubMicrosecondRule: String, Sendable, Hashable, CaseIterable {
  /// Half a microsecond and more counts as one, away from zero in an interval.
  case round
  /// The digits are dropped.
  case truncate

  /// The whole microseconds of a fraction in nanoseconds.
  @inline(__always)
  func microseconds(ofNanoseconds nanoseconds: Int64) -> Int64 {
    self == .round ? (nanoseconds &+ 500) / 1000 : nanoseconds / 1000
  }
}
