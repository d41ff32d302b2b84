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
  case finishedSnapshotGone(scn: UInt64, tables: [String], isDataOnly: Bool = false)
  /// Rows that were left out would be written by other types than the table has.
  case otherColumns(table: String, columns: [String])
  /// No run is there whose tables could be brought up to date.
  case nothingToRefresh(schema: String)
  /// The target database cannot hold what comes.
  case unsuitableTarget(String)
  /// Columns that Oracle's tables have got since they were copied.
  case definitionChanged(table: String, columns: [String])
  /// A table was begun with other types than the present choices and Oracle's present dictionary give.
  case planChanged(table: String, columns: [String])
  /// A refresh would drop tables that are somebody else's.
  case notForExistingTables(schema: String)
  /// The run that is under way, or done, makes tables where this one would not, or the other way round.
  case otherKindOfRun(schema: String, isDataOnly: Bool)
  /// A statement before or after the copy of the rows failed; with PostgreSQL's SQLSTATE where it gave one.
  case stepFailed(object: String, reason: String, sqlState: String?, rowsAreCopied: Bool)
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
        + "oraferry reset takes the run back, and migrate starts anew"
    case .finishedSnapshotGone(let scn, let tables, true):
      "the earlier run is finished, and Oracle no longer has its SCN \(scn), at which \(MigrationError.list(tables)) "
        + "would have to be read; take all rows back with oraferry reset and run oraferry migrate --data-only again"
    case .finishedSnapshotGone(let scn, let tables, false):
      "the earlier run is finished, and Oracle no longer has its SCN \(scn), at which \(MigrationError.list(tables)) "
        + "would have to be read; oraferry refresh copies what has changed since and what is missing, at one newer SCN; or migrate into another [postgres] schema, or take all back with oraferry reset and migrate anew"
    case .otherColumns(let table, let columns):
      "rows that were left out of table \(table.printable) cannot be loaded: \(columns.prefix(5).joined(separator: "; ").printable); "
        + "ALTER the table so that it has these types, or choose those that it has, then retry; nothing was changed"
    case .nothingToRefresh(let schema):
      "nothing was migrated from this source to schema \(schema); oraferry migrate does"
    case .unsuitableTarget(let reason):
      reason
    case .definitionChanged(let table, let columns):
      "table \(table) was copied by an earlier run, and has no \(MigrationError.columnList(columns)), which it has in "
        + "Oracle by now; to copy it again, oraferry reset --table it and migrate again, or add what is missing by hand"
    case .planChanged(let table, let columns):
      "table \(table.printable) was begun by an earlier run with other types: \(columns.prefix(5).joined(separator: "; ").printable); "
        + "migrate with the choices of then, or give up what is there with oraferry reset and migrate again"
    case .notForExistingTables(let schema):
      "the rows of schema \(schema.printable) were loaded into tables that were there (--data-only), which refresh can't make "
        + "again; take a table's rows back with oraferry reset --table it, or all with oraferry reset, then run oraferry "
        + "migrate --data-only"
    case .otherKindOfRun(let schema, let isDataOnly):
      isDataOnly
        ? "the last run to schema \(schema.printable) loads into tables that were there (--data-only); go on with oraferry "
          + "migrate --data-only, or take its rows back with oraferry reset"
        : "the last run to schema \(schema.printable) made its tables itself; go on with oraferry migrate, or take it all "
          + "back with oraferry reset before you load with --data-only"
    case .stepFailed(let object, let reason, _, let rowsAreCopied):
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
