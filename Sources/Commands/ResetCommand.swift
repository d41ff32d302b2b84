import ArgumentParser
import Migration
import Model
import Workspace

/// `oraferry reset`.
struct ResetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Take back what migrations have made in PostgreSQL, with the ledger's records of it. Asks nothing.",
    discussion: """
      Drops the tables that the ledger (schema oraferry in PostgreSQL) says were copied or begun, and what was made \
      around them, in one transaction for each run; what the ledger does not know stays. With --table that table alone, which the \
      next migrate copies again. From tables that were there before (migrate --data-only) the rows that were loaded are \
      deleted, rows of others stay, and triggers and foreign keys that a killed run has left off are put back. Oracle is \
      not touched.

      Exit status: 0 done, or there was nothing; 1 failed, and what the message is about is as it was.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  @Option(help: ArgumentHelp("Only this table, by its name in PostgreSQL or Oracle.", valueName: "name"))
  var table: String?

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      try await place.logged("reset", log, console) { configuration, console in
        let session = try await Connections.openPostgres(configuration)
        do {
          let reset = LedgerReset(session: session, schema: try configuration.targetSchema())
          if let table {
            switch try await reset.table(table) {
            case .dropped(let dropped)?:
              console.record("dropped \(dropped.name.printable); the next migrate copies it again")
            case .emptied(let emptied)?:
              console.record(
                "deleted the rows that were loaded into \(emptied.name.printable); the next migrate loads them again")
            case nil:
              throw ValidationError(
                "the ledger knows no table \(table.printable); oraferry status shows those that it knows")
            }
          } else {
            let outcome = try await reset.all()
            console.record(
              outcome.runs == 0
                ? "nothing was migrated to this schema"
                : outcome.emptied.isEmpty
                  ? "dropped \(outcome.tables.count) tables of \(outcome.runs) runs, and what was made around them"
                  : "deleted the rows that were loaded into \(outcome.emptied.count) tables, which stay"
                    + (outcome.tables.isEmpty ? "" : "; dropped \(outcome.tables.count) tables"))
            for finding in outcome.findings { console.record("  \(finding)".printable) }
          }
        } catch {
          await session.close()
          throw error
        }
        await session.close()
        RunPages(place.place).forget(all: table == nil, console)
      }
    }
  }
}
