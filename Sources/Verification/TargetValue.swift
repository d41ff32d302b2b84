import Canonical
import Model

/// One value that is read of PostgreSQL's rows: a column, or of an object whether it is there, or one of its attributes.
struct TargetValue: Sendable, Hashable {
  enum Role: Sendable, Hashable {
    case column
    case presence
    case field(String)
  }

  /// The column's name in PostgreSQL.
  var column: String
  var role = Role.column
  var type: PostgresColumnType

  /// The value's name for people.
  var name: String {
    if case .field(let field) = role { column + "." + field } else { column }
  }

  /// What is selected.
  var expression: String {
    let quoted = PostgresIdentifier.quoted(column)
    // The output of xml leaves parts of the declaration out; its text is what is stored.
    let cast = type.isXML ? "::text" : ""
    switch role {
    case .column: return quoted + cast
    // IS NULL would hold as well for an object without any value.
    case .presence: return "CASE WHEN \(quoted) IS DISTINCT FROM NULL THEN 1 END"
    case .field(let field): return "(\(quoted)).\(PostgresIdentifier.quoted(field))" + cast
    }
  }

  /// The statement that reads such values of a table's rows.
  ///
  /// - Parameter condition: SQL on the rows; nil for all.
  static func copyStatement(
    _ values: [TargetValue], of table: QualifiedName, where condition: String? = nil
  ) -> String {
    "COPY (SELECT " + values.map(\.expression).joined(separator: ", ") + " FROM " + table.quoted
      + (condition.map { " WHERE " + $0 } ?? "") + ") TO STDOUT (FORMAT binary)"
  }
}
