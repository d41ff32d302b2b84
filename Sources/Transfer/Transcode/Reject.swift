/// Why one value cannot be carried over exactly.
///
/// It names the kind of fault, never the value; `oraferry.rejects` has the raw value.
public enum RejectReason: String, Error, Sendable, Hashable, CaseIterable {
  case corruptNumber = "number-corrupt"
  case numberOutOfRange = "number-out-of-range"
  case numberHasFraction = "number-has-fraction"
  case tooManyIntegerDigits = "number-too-large"
  case tooManyFractionDigits = "number-too-precise"
  case infinityNotHeld = "number-infinite"
  case nulInText = "text-nul"
  case invalidUTF8 = "text-invalid-utf8"
  case invalidUTF16 = "text-invalid-utf16"
  case notInCharacterSet = "text-not-in-character-set"
  case incompleteText = "text-incomplete"
  case textTooLong = "text-too-long"
  case corruptDate = "date-corrupt"
  case dateNotInCalendar = "date-not-in-calendar"
  case zoneUnknown = "zone-unknown"
  case corruptInterval = "interval-corrupt"
  case intervalOutOfRange = "interval-out-of-range"
  case corruptFloat = "float-corrupt"
  case corruptBoolean = "boolean-corrupt"
  case noFlag = "no-flag"
  case noUUID = "no-uuid"
  case hasTimeOfDay = "date-has-time"
  case corruptVector = "vector-corrupt"
  case corruptObject = "object-corrupt"
  case valueTooLarge = "value-too-large"
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
      ("the text is no valid UTF-16", "correct the value in Oracle; its bytes show in DUMP(column, 1016)")
    case .notInCharacterSet:
      (
        "bytes of the text are no character of the set that [character-sets] declares for the column",
        "declare another set and copy the table again (oraferry refresh; after --data-only reset, then migrate), choose strip or replace for the column in [rejects], or correct "
          + "the value in Oracle"
      )
    case .incompleteText:
      (
        "the text did not come with all of its bytes, since Oracle sees no characters in them to cut it at",
        "correct the value in Oracle, or take the column out of [character-sets]"
      )
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
    case .corruptInterval:
      ("the bytes are no valid interval", "look at DUMP() of the column in Oracle and correct the value there")
    case .intervalOutOfRange:
      (
        "the interval has more than the 178,956,970 years that PostgreSQL's interval holds",
        "shorten it in Oracle, or leave the table out"
      )
    case .corruptFloat:
      ("the bytes are no valid binary float", "look at DUMP() of the column in Oracle and correct the value there")
    case .corruptBoolean:
      ("the bytes are no valid BOOLEAN", "look at DUMP() of the column in Oracle and correct the value there")
    case .noFlag:
      (
        "the number is neither 0 nor 1, and the column became boolean",
        "correct it in Oracle, or leave the column out of the type map"
      )
    case .noUUID:
      (
        "the value is not 16 bytes long, and the column became uuid",
        "correct it in Oracle, or leave the column out of the type map"
      )
    case .hasTimeOfDay:
      (
        "the date has a time of day, and the column became date",
        "TRUNC it in Oracle, or leave the column out of the type map"
      )
    case .corruptVector:
      (
        "the text of the vector is no list of numbers that the PostgreSQL array holds, or it is sparse",
        "look at FROM_VECTOR(column) in Oracle and correct the value there"
      )
    case .corruptObject:
      ("the object did not come with its attributes", "report this as a fault of oraferry")
    case .valueTooLarge:
      (
        "the value is over PostgreSQL's limit of 1 GiB for a field, or makes its row longer than that",
        "shorten it in Oracle, or leave the table out"
      )
    }
  }
}

/// A value that cannot be carried over exactly: where it is, and why.
///
/// It fails the copy of its table, or leaves its row out, as the column's policy says.
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
