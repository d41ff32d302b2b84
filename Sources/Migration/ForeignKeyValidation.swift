import Conversion
import Ledger
import Model
import PostgresClient

/// Foreign keys whose rows are checked in a step of its own.
extension DDLStatement {
  /// The step that made what this one validates; nil for one that validates nothing.
  var validatedKey: String? {
    guard phase == .validation else { return nil }
    return TargetObject(kind: .foreignKey, table: object.table, name: object.name).description
  }

  /// Whether a step has what it stands on, of those that were done.
  func isPossible(behind steps: Set<String>) -> Bool { validatedKey.map(steps.contains) ?? true }
}

extension Migration {
  /// SQLSTATE of rows that a foreign key forbids.
  static let foreignKeyViolation = "23503"

  /// Whether a foreign key that its rows break is left NOT VALID rather than an error of the run: rows that it refers to
  /// were rejected.
  ///
  /// Its step is not recorded then, so that each later start of the program tries again.
  func mayStayNotValid(_ statement: DDLStatement, _ run: LedgerRun, _ session: PostgresSession) async throws -> Bool {
    guard statement.phase == .validation, let validation = statement.validation else { return false }
    return try await Ledger.hasRejectedRows(validation.referencedTable, of: run, on: session)
  }

  static func notValidated(_ statement: DDLStatement, _ reason: String) -> Finding {
    let key = statement.object.table.map { "\(statement.object.name) of \($0)" } ?? statement.object.name
    return Finding(
      severity: .warning, rule: "foreign-key.rejected-rows", object: "foreign key \(key)",
      reason: "it stays NOT VALID, since rows that it refers to were rejected: \(reason)",
      remedy: "bring the rejected rows in, then start migrate again, which validates it")
  }
}
