import Model

/// DATE, the TIMESTAMPs and INTERVAL DAY TO SECOND.
enum DateTimeTypes {
  /// PostgreSQL keeps microseconds.
  static let maximumPrecision = 6

  /// DATE has a time of day, to the second.
  static let date = PostgresType.timestamp(precision: 0)

  static func timestamp(precision: Int) -> PostgresType {
    .timestamp(precision: clamped(precision))
  }

  /// TIMESTAMP WITH [LOCAL] TIME ZONE: the instant is kept.
  static func instant(precision: Int) -> PostgresType {
    .timestamptz(precision: clamped(precision))
  }

  static func interval(precision: Int) -> PostgresType {
    .intervalDayToSecond(precision: clamped(precision))
  }

  private static func clamped(_ precision: Int) -> Int { max(0, min(precision, maximumPrecision)) }
}
