/// The first byte of every canonical value.
///
/// A row's canonical bytes are its values one behind the other, in a fixed order of columns. A value is its tag and a
/// body whose end follows from the tag and the body itself, so that no two different rows give the same bytes:
///
/// | tag | body |
/// |---|---|
/// | `null` | nothing |
/// | `zero`, `positiveInfinity`, `negativeInfinity`, `notANumber` | nothing |
/// | `positive`, `negative` | power of 100 of the first pair (Int32), pairs 0...99 (no 0 first or last), FF |
/// | `text`, `bytes`, `unrepresentable` | length (UInt32), the bytes |
/// | `timestamp`, `instant` | microseconds since 2000-01-01 00:00:00, proleptic Gregorian (Int64) |
/// | `double`, `float` | the IEEE bits, every NaN as one |
/// | `boolean` | 0 or 1 |
/// | `list` | number of values (UInt32), the values, none of them a list |
/// | `interval` | months (Int32), microseconds (Int128) |
///
/// Numbers of fixed width are little-endian. A decimal number has this one form whatever column type held it, so that
/// 1.50 and 1.5 are the same and a `bigint` equals a `numeric`.
public enum CanonicalTag: UInt8, Sendable, Hashable, CaseIterable {
  case null = 0x00
  case zero = 0x10
  case positive = 0x11
  case negative = 0x12
  case positiveInfinity = 0x13
  case negativeInfinity = 0x14
  case notANumber = 0x15
  case text = 0x20
  case bytes = 0x21
  case timestamp = 0x30
  case instant = 0x31
  /// A date or interval that the other side cannot hold, as the bytes it came in: in Oracle 29 February 1500 of the Julian
  /// calendar, year 0, corrupt fields (7 to 13 bytes), more than 178,956,970 years (5 bytes); in PostgreSQL a date beyond
  /// the year 294276 (4 bytes). No value of the other side equals it.
  case unrepresentable = 0x32
  case interval = 0x38
  case double = 0x40
  case float = 0x41
  case boolean = 0x50
  case list = 0x60

  /// Stands behind the last pair of a number's digits.
  static let endOfDigits: UInt8 = 0xff
}
