/// A constant written in the SQL text.
public enum Literal: Sendable {
  /// `NULL`
  case null
  /// `'text'`, `q'[text]'`, quotes already undone; `isNational` for `N'..'` and `nq'..'`.
  case string(String, isNational: Bool)
  /// Digits as written without suffix and sign, such as `12.50` or `1e-5`: exact, never through Double.
  case number(String, NumberKind)
  /// `DATE '2024-01-31'`, the inner text.
  case date(String)
  /// `TIMESTAMP '2024-01-31 10:00:00.5 +01:00'`, the inner text.
  case timestamp(String)
  /// `INTERVAL '4' DAY` and the like.
  indirect case interval(IntervalLiteral)

  /// What a number's suffix asks for.
  public enum NumberKind: Sendable, Hashable {
    /// No suffix: NUMBER.
    case number
    /// `f`: BINARY_FLOAT.
    case binaryFloat
    /// `d`: BINARY_DOUBLE.
    case binaryDouble
  }
}

/// `INTERVAL '1-2' YEAR TO MONTH` and `INTERVAL '4 5:12:10.222' DAY TO SECOND(3)`.
public struct IntervalLiteral: Sendable {
  /// The text between the quotes.
  public var text: String
  /// The leading field.
  public var leading: DateTimeField
  /// Precision behind the leading field.
  public var leadingPrecision: Int?
  /// The field behind TO, when written.
  public var trailing: DateTimeField?
  /// Fractional digits of SECOND.
  public var fractionalPrecision: Int?

  /// Makes an interval.
  public init(
    text: String, leading: DateTimeField, leadingPrecision: Int? = nil, trailing: DateTimeField? = nil,
    fractionalPrecision: Int? = nil
  ) {
    self.text = text
    self.leading = leading
    self.leadingPrecision = leadingPrecision
    self.trailing = trailing
    self.fractionalPrecision = fractionalPrecision
  }
}

/// A field that EXTRACT and interval literals name; the raw value is its spelling.
public enum DateTimeField: String, Sendable, Hashable {
  case year = "YEAR"
  case month = "MONTH"
  case day = "DAY"
  case hour = "HOUR"
  case minute = "MINUTE"
  case second = "SECOND"
  case timezoneHour = "TIMEZONE_HOUR"
  case timezoneMinute = "TIMEZONE_MINUTE"
  case timezoneRegion = "TIMEZONE_REGION"
  case timezoneAbbreviation = "TIMEZONE_ABBR"
}
