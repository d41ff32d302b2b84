import Model

/// A sequence's counting rules within PostgreSQL's integers.
struct SequenceCounting: Hashable {
  let increment: Int64
  let minimum: Int64
  let maximum: Int64
  let cycles: Bool
  let cache: Int64
  /// The next value; the last one when the sequence is exhausted.
  let next: Int64
  let isExhausted: Bool
  /// A limit that the user chose was beyond what PostgreSQL counts to.
  let isClamped: Bool

  /// What the type of an identity column can count to; nil for types that are no integers.
  static func limits(of type: PostgresType) -> ClosedRange<Int64>? {
    switch type {
    case .smallint: Int64(Int16.min)...Int64(Int16.max)
    case .integer: Int64(Int32.min)...Int64(Int32.max)
    case .bigint: Int64.min...Int64.max
    default: nil
    }
  }

  /// Fits Oracle's rules into the limits.
  ///
  /// - Throws: `ConversionRefusal` when the step or the next value is beyond them.
  init(_ options: SequenceOptions, limits: ClosedRange<Int64> = Int64.min...Int64.max) throws(ConversionRefusal) {
    guard let minimum = Int128(options.minimum), let maximum = Int128(options.maximum),
      let last = Int128(options.lastNumber), let increment = Int64(options.increment), increment != 0
    else { throw ConversionRefusal("its counting rules are beyond PostgreSQL's bigint") }
    let (lower, upper) = (Int128(limits.lowerBound), Int128(limits.upperBound))
    self.increment = increment
    self.minimum = Int64(max(lower, min(minimum, upper)))
    self.maximum = Int64(max(lower, min(maximum, upper)))
    guard self.minimum < self.maximum else { throw ConversionRefusal("its limits leave nothing to count") }
    isClamped =
      (maximum > upper && options.maximum != Self.defaultMaximum)
      || (minimum < lower && options.minimum != Self.defaultMinimum)
    cycles = options.cycles
    // Each PostgreSQL session takes its own cache, so a cached sequence hands out values in order to one session only.
    cache = options.isOrdered ? 1 : max(1, Int64(options.cacheSize))

    let ends = (first: increment > 0 ? self.minimum : self.maximum, last: increment > 0 ? self.maximum : self.minimum)
    let isPast = increment > 0 ? last > Int128(self.maximum) : last < Int128(self.minimum)
    let isBefore = increment > 0 ? last < Int128(self.minimum) : last > Int128(self.maximum)
    if isPast {
      isExhausted = !cycles
      next = cycles ? ends.first : ends.last
    } else {
      isExhausted = false
      next = isBefore ? ends.first : Int64(last)
    }
  }

  /// Oracle's default limits: 28 and 27 nines.
  static let defaultMaximum = String(repeating: "9", count: 28)
  static let defaultMinimum = "-" + String(repeating: "9", count: 27)

  /// The options of CREATE SEQUENCE and of an identity column.
  var clause: String {
    "INCREMENT BY \(increment) MINVALUE \(minimum) MAXVALUE \(maximum) START WITH \(next) CACHE \(cache) "
      + (cycles ? "CYCLE" : "NO CYCLE")
  }

  /// Sets the next value; an exhausted sequence stays so.
  func valueSQL(of name: QualifiedName) -> String {
    "SELECT setval(\(PostgresLiteral.quoted(name.quoted))::regclass, \(next), \(isExhausted))"
  }
}
