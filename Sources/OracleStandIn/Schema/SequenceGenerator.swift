import OracleSQL
import OracleWire

/// A number generator.
///
/// Values have up to 28 digits.
final class SequenceGenerator {
  var name: QualifiedName
  let objectNumber: UInt32
  let created: OracleTimestamp
  private(set) var increment: Int128
  private(set) var minimum: Int128
  private(set) var maximum: Int128
  private(set) var isCycling: Bool
  private(set) var cache: Int
  private(set) var isOrdered: Bool
  /// What NEXTVAL gives next; nil when the range is used up.
  private var following: Int128?
  /// What the next cache will begin with: LAST_NUMBER.
  private(set) var lastNumber: Int128
  /// START WITH.
  let start: Int128
  private var cachedLeft = 0

  private static let widest = Int128(9_999_999_999_999_999) * 1_000_000_000_000 + 999_999_999_999

  /// Makes a sequence.
  ///
  /// - Throws: ORA-04001 and kin for options that contradict each other.
  init(name: QualifiedName, objectNumber: UInt32, created: OracleTimestamp, options: SequenceOptions) throws {
    self.name = name
    self.objectNumber = objectNumber
    self.created = created
    let increment = try SequenceGenerator.number(options.incrementBy) ?? 1
    guard increment != 0 else { throw OracleError(code: 4002, message: "INCREMENT must be a non-zero integer") }
    self.increment = increment
    minimum = try SequenceGenerator.bound(options.minValue, otherwise: increment > 0 ? 1 : -SequenceGenerator.widest)
    maximum = try SequenceGenerator.bound(options.maxValue, otherwise: increment > 0 ? SequenceGenerator.widest : -1)
    isCycling = options.isCycle ?? false
    cache = options.cache ?? 20
    isOrdered = options.isOrdered ?? false
    let start = try SequenceGenerator.number(options.startWith) ?? (increment > 0 ? minimum : maximum)
    self.start = start
    following = start
    lastNumber = start
    guard minimum < maximum else { throw OracleError(code: 4004, message: "MINVALUE must be less than MAXVALUE") }
    guard start >= minimum else {
      throw OracleError(code: 4006, message: "START WITH cannot be less than MINVALUE")
    }
    guard start <= maximum else {
      throw OracleError(code: 4008, message: "START WITH cannot be more than MAXVALUE")
    }
  }

  private static func number(_ text: String?) throws -> Int128? {
    guard let text else { return nil }
    guard let value = Int128(text), value.magnitude <= widest.magnitude else {
      throw OracleError(code: 4001, message: "sequence parameter must be an integer")
    }
    return value
  }

  private static func bound(_ bound: SequenceOptions.Bound?, otherwise: Int128) throws -> Int128 {
    if case .value(let text) = bound, let value = try number(text) { return value }
    return otherwise
  }

  /// ALTER SEQUENCE.
  func alter(_ options: SequenceOptions) throws {
    if options.startWith != nil, !options.restart {
      throw OracleError(code: 2283, message: "cannot alter starting sequence number")
    }
    if let increment = try SequenceGenerator.number(options.incrementBy) {
      guard increment != 0 else { throw OracleError(code: 4002, message: "INCREMENT must be a non-zero integer") }
      if let next = following, next != lastNumber || cachedLeft > 0 { following = next - self.increment + increment }
      self.increment = increment
    }
    if let bound = options.minValue {
      minimum = try SequenceGenerator.bound(bound, otherwise: increment > 0 ? 1 : -SequenceGenerator.widest)
    }
    if let bound = options.maxValue {
      maximum = try SequenceGenerator.bound(bound, otherwise: increment > 0 ? SequenceGenerator.widest : -1)
    }
    if let flag = options.isCycle { isCycling = flag }
    if let flag = options.isOrdered { isOrdered = flag }
    if let count = options.cache { cache = count }
    if options.restart {
      following = try SequenceGenerator.number(options.startWith) ?? (increment > 0 ? minimum : maximum)
    }
    cachedLeft = 0
    if let following { lastNumber = following }
  }

  /// NEXTVAL.
  ///
  /// - Throws: ORA-08004 when the range is used up.
  func next() throws -> Int128 {
    guard let value = following else {
      let rising = increment > 0
      throw OracleError(
        code: 8004,
        message: "sequence \(name.name).NEXTVAL \(rising ? "exceeds MAXVALUE" : "goes below MINVALUE") and cannot be "
          + "instantiated")
    }
    if cachedLeft == 0 {
      cachedLeft = max(1, cache)
      lastNumber = clamped(value, steps: cachedLeft)
    }
    cachedLeft -= 1
    following = successor(value)
    return value
  }

  private func successor(_ value: Int128) -> Int128? {
    let next = value + increment
    if next > maximum { return isCycling ? minimum : nil }
    if next < minimum { return isCycling ? maximum : nil }
    return next
  }

  private func clamped(_ value: Int128, steps: Int) -> Int128 {
    let far = value + increment * Int128(steps)
    if far > maximum { return isCycling ? minimum : maximum + 1 }
    if far < minimum { return isCycling ? maximum : minimum - 1 }
    return far
  }

  /// Moves past a value that a loader brought along; only forward.
  func skip(past value: Int128) {
    if let next = following, increment > 0, value >= next, value < maximum {
      following = value + 1
      lastNumber = value + 1
      cachedLeft = 0
    }
  }
}
