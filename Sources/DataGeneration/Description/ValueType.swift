/// What a column can hold, the same for both databases where their types correspond.
public enum ValueType: Sendable, Hashable {
  /// Decimal numbers of so many digits in all, so many of them behind the point; nil for any number.
  ///
  /// PostgreSQL's integer types count as NUMBER of 4, 9 and 18 digits.
  case number(digits: Int?, scale: Int?)
  case double
  case boolean
  /// Text of at most so many characters, which are also counted as bytes: a value fits either way. Nil for no limit.
  case text(characters: Int?)
  /// A day.
  case date
  /// A moment with so many digits of a second, 0 for Oracle's DATE.
  case timestamp(digits: Int, hasZone: Bool)
  /// A time of day.
  case time
  /// A span of seconds, or of months.
  case interval(isMonths: Bool)
  /// Bytes, at most so many.
  case bytes(length: Int?)
  case uuid
  case json
  case xml
  /// One of a list, as PostgreSQL's enums are.
  case choices([String])
  /// A type of PostgreSQL's that is written as text and of which one form is known.
  case written(Form)
  /// Any other, by the dictionary's name.
  case unsupported(String)

  /// How such text looks.
  public enum Form: String, Sendable, Hashable {
    case networkAddress
    case hardwareAddress
    case emptyArray
    case searchWords
  }

  /// Whether values are ordered, and a next one can be told from the greatest.
  var isOrdered: Bool {
    switch self {
    case .number, .date, .timestamp, .time, .interval: true
    default: false
    }
  }
}
