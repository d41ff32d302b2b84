import Model

/// Why a migration cannot begin or go on.
///
/// What was committed before stands, and the next run goes on from there.
public enum MigrationError: Error, Sendable {
  /// Objects that forbid the migration: nothing was changed.
  case blocked([Finding])
  /// Target tables that exist and that no run of this source made.
  case targetOccupied(schema: String, tables: [String])
  /// Tables that a run copied and that are gone from the target.
  case copiedTablesGone(schema: String, tables: [String])
  /// A finished run's SCN is gone, and more tables were asked for.
  case finishedSnapshotGone(scn: UInt64, tables: [String])
  /// The target database cannot hold what comes.
  case unsuitableTarget(String)
  /// Columns that Oracle's tables have got since they were copied.
  case definitionChanged(table: String, columns: [String])
  /// A statement before or after the copy of the rows failed.
  case stepFailed(object: String, reason: String, rowsAreCopied: Bool)
}

extension MigrationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .blocked(let findings):
      "these objects stand in the way, and nothing was changed:\n"
        + findings.map { "  \($0.object.printable): \($0.reason.printable); \($0.remedy)" }.joined(separator: "\n")
    case .targetOccupied(let schema, let tables):
      "schema \(schema) in PostgreSQL already has \(MigrationError.list(tables)), not made from this source; "
        + "drop what is in the way or choose another [postgres] schema"
    case .copiedTablesGone(let schema, let tables):
      "\(MigrationError.list(tables)) of schema \(schema) was copied by an earlier run and is gone from PostgreSQL; "
        + "to start anew, drop schema \(schema) and delete its runs from oraferry.runs"
    case .finishedSnapshotGone(let scn, let tables):
      "the earlier run is finished, and Oracle no longer has its SCN \(scn), at which \(MigrationError.list(tables)) "
        + "would have to be read; migrate into another [postgres] schema, or drop this one and its runs in oraferry.runs"
    case .unsuitableTarget(let reason):
      reason
    case .definitionChanged(let table, let columns):
      "table \(table) was copied by an earlier run, and has no \(MigrationError.columnList(columns)), which it has in "
        + "Oracle by now; to copy it again, drop it and delete its row from oraferry.tables, or add what is missing by hand"
    case .stepFailed(let object, let reason, let rowsAreCopied):
      (rowsAreCopied ? "the rows are copied, but " : "") + "\(object) could not be made: \(reason); mend the cause and "
        + "run migrate again"
    }
  }

  private static func columnList(_ names: [String]) -> String {
    (names.count == 1 ? "column " : "columns ") + names.prefix(5).joined(separator: ", ")
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.sorted().prefix(5).joined(separator: ", ")
    let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
    return (names.count == 1 ? "table " : "tables ") + shown + rest
  }
}
