/// Bytes that are no value of their column's type, or columns that cannot be compared.
///
/// Messages never hold values.
public enum CanonicalError: Error, Sendable, Hashable {
  /// A value's bytes break the rules of its type: which type, and what is wrong.
  case invalidValue(type: String, reason: String)
  /// The same, with the 0-based place of the column within the compared columns.
  case invalidColumnValue(column: Int, type: String, reason: String)
  /// A row with another number of values than there are columns.
  case columnCount(expected: Int, found: Int)
  /// An Oracle type and a PostgreSQL type without a common canonical form.
  case notComparable(oracle: String, postgres: String, reason: String)

  /// The error with the column's place, where that was not known yet.
  func at(column: Int) -> CanonicalError {
    guard case .invalidValue(let type, let reason) = self else { return self }
    return .invalidColumnValue(column: column, type: type, reason: reason)
  }
}

extension CanonicalError: CustomStringConvertible {
  /// The error for people, without values.
  public var description: String {
    switch self {
    case .invalidValue(let type, let reason):
      "a value's bytes are no \(type): \(reason)"
    case .invalidColumnValue(let column, let type, let reason):
      "a value's bytes in column \(column + 1) of the comparison are no \(type): \(reason)"
    case .columnCount(let expected, let found):
      "a row has \(found) values where \(expected) columns are compared"
    case .notComparable(let oracle, let postgres, let reason):
      "\(oracle) in Oracle and \(postgres) in PostgreSQL cannot be compared: \(reason)"
    }
  }
}
