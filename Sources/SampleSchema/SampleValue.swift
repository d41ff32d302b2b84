/// One value of a sample row, in a form that needs no database to exist.
public enum SampleValue: Sendable, Hashable {
  case null
  /// Text for VARCHAR2, CHAR and CLOB; a CHAR value is not padded yet, and no text is empty.
  case text(String)
  /// A whole number for NUMBER.
  case integer(Int)
  /// A number in plain decimal notation ("-12.5"), with no exponent and at most 38 significant digits.
  case decimal(String)
  /// A point in time for DATE (microsecond is 0 there) and TIMESTAMP(6).
  case timestamp(SampleTimestamp)
  /// Bytes for RAW and BLOB.
  case raw([UInt8])
  /// A finite number for BINARY_DOUBLE.
  case double(Double)
}

/// A point in time without a zone, in the proleptic Gregorian calendar.
public struct SampleTimestamp: Sendable, Hashable {
  /// The year, from 1950 to 2026 in this schema.
  public let year: Int16
  /// 1...12.
  public let month: UInt8
  /// 1...31.
  public let day: UInt8
  /// 0...23.
  public let hour: UInt8
  /// 0...59.
  public let minute: UInt8
  /// 0...59.
  public let second: UInt8
  /// 0...999999.
  public let microsecond: Int32

  /// Splits seconds since 2000-01-01 00:00:00 into calendar fields.
  init(seconds: Int, microsecond: Int = 0) {
    let (days, rest) = seconds.floorDivided(by: 86_400)
    // Days since 0000-03-01 by years that begin in March, so that the leap day comes last (days_from_civil, inverted).
    let (era, dayOfEra) = (days + 730_425).floorDivided(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.year = Int16(truncatingIfNeeded: yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    self.month = UInt8(truncatingIfNeeded: month)
    self.day = UInt8(truncatingIfNeeded: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    self.hour = UInt8(truncatingIfNeeded: rest / 3600)
    self.minute = UInt8(truncatingIfNeeded: rest / 60 % 60)
    self.second = UInt8(truncatingIfNeeded: rest % 60)
    self.microsecond = Int32(truncatingIfNeeded: microsecond)
  }
}

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
