import ArgumentParser
import Migration
import Workspace

/// `--data-only`, and what becomes of what does not fit.
struct DataOnlyArguments: ParsableArguments {
  @Flag(help: "Fill tables that are in PostgreSQL already, and make nothing.")
  var dataOnly = false

  @Option(
    help: ArgumentHelp(
      "With --data-only, when a table holds rows: refuse, append or truncate (default: [data-only], else refuse).",
      valueName: "what"))
  var existingRows: String?

  @Option(
    help: ArgumentHelp(
      "With --data-only, columns of Oracle that a table has not: refuse or ignore (default: [data-only], else refuse).",
      valueName: "what"))
  var unmatchedColumns: String?

  func validate() throws {
    if !dataOnly, existingRows != nil || unmatchedColumns != nil {
      throw ValidationError("--existing-rows and --unmatched-columns go with --data-only")
    }
    if let existingRows, DataOnlyOptions.ExistingRows(rawValue: existingRows) == nil {
      throw ValidationError("--existing-rows is one of refuse, append, truncate")
    }
    if let unmatchedColumns, DataOnlySettings.UnmatchedColumns(rawValue: unmatchedColumns) == nil {
      throw ValidationError("--unmatched-columns is one of refuse, ignore")
    }
  }

  /// The options of a load into existing tables; nil without `--data-only`.
  func options(_ configuration: WorkspaceConfiguration) -> DataOnlyOptions? {
    guard dataOnly else { return nil }
    let settings = configuration.dataOnly
    let rows = existingRows ?? settings.existingRows?.rawValue
    let columns = unmatchedColumns ?? settings.unmatchedColumns?.rawValue
    return DataOnlyOptions(
      existingRows: rows.flatMap { DataOnlyOptions.ExistingRows(rawValue: $0) } ?? .refuse,
      ignoresUnmatchedColumns: columns == DataOnlySettings.UnmatchedColumns.ignore.rawValue)
  }
}
