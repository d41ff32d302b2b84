/// Why one value cannot be carried over exactly.
///
/// It names the kind of fault, never the value.
public enum RejectReason: Error, Sendable, Hashable, CaseIterable {
  case corruptNumber
  case numberOutOfRange
  case numberHasFraction
  case tooManyIntegerDigits
  case tooManyFractionDigits
  case infinityNotHeld
  case nulInText
  case invalidUTF8
  case invalidUTF16
  case textTooLong
  case corruptDate
  case dateNotInCalendar
  case zoneUnknown
  case corruptFloat
  case valueTooLarge
}

extension RejectReason {
  /// What is wrong, and what the user can do about it.
  public var explanation: (fault: String, remedy: String) {
    switch self {
    case .corruptNumber:
      ("the bytes are no valid NUMBER", "look at DUMP() of the column in Oracle and correct the value there")
    case .numberOutOfRange:
      ("the number does not fit the integer type of the PostgreSQL column", "map the column to numeric")
    case .numberHasFraction:
      ("the number has a fraction, which the PostgreSQL column's integer type would lose", "map the column to numeric")
    case .tooManyIntegerDigits:
      (
        "the number has more digits before the point than the PostgreSQL column holds",
        "map the column to numeric without precision"
      )
    case .tooManyFractionDigits:
      (
        "the number has more digits after the point than the PostgreSQL column holds",
        "map the column to numeric without precision"
      )
    case .infinityNotHeld:
      (
        "the number is infinite, which the PostgreSQL column cannot hold",
        "map the column to numeric without precision, on PostgreSQL 14 or later"
      )
    case .nulInText:
      (
        "the text holds a NUL character (0x00), which PostgreSQL cannot store in text",
        "correct it in Oracle, for instance REPLACE(column, CHR(0))"
      )
    case .invalidUTF8:
      ("the text is no valid UTF-8", "correct the value in Oracle; its bytes show in UTL_RAW.CAST_TO_RAW(column)")
    case .invalidUTF16:
      ("the national text is no valid UTF-16", "correct the value in Oracle; its bytes show in DUMP(column, 1016)")
    case .textTooLong:
      ("the text has more characters than the PostgreSQL column holds", "map the column to text")
    case .corruptDate:
      ("the bytes are no valid date or time", "look at DUMP() of the column in Oracle and correct the value there")
    case .dateNotInCalendar:
      (
        "the date is not in the Gregorian calendar that PostgreSQL uses (such as 29 February of 1500, or year 0)",
        "correct it in Oracle"
      )
    case .zoneUnknown:
      (
        "the time is in local fields of a named time zone, so that its instant is unknown",
        "select SYS_EXTRACT_UTC(column) in Oracle"
      )
    case .corruptFloat:
      ("the bytes are no valid binary float", "look at DUMP() of the column in Oracle and correct the value there")
    case .valueTooLarge:
      ("the value is over PostgreSQL's limit of 1 GiB for a field", "shorten it in Oracle, or leave the table out")
    }
  }
}

/// A value that cannot be carried over exactly: where it is, and why.
///
/// It fails the copy of its table.
public struct RejectError: Error, Sendable, Hashable {
  /// The Oracle table, owner first.
  public var table: String
  /// The Oracle column.
  public var column: String
  /// The row's place among the rows of this copy as Oracle delivered them, from 1.
  public var row: Int
  /// What is wrong with the value.
  public var reason: RejectReason

  /// Names the value's place and fault.
  public init(table: String, column: String, row: Int, reason: RejectReason) {
    self.table = table
    self.column = column
    self.row = row
    self.reason = reason
  }
}

extension RejectError: CustomStringConvertible {
  /// Place, fault and remedy, without the value.
  public var description: String {
    let (fault, remedy) = reason.explanation
    return "table \(table), column \(column), row \(row) of the copy: \(fault); \(remedy)"
  }
}
