import ArgumentParser
import ConfigurationImport
import Foundation
import Model
import Workspace

/// `oraferry init`.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a new workspace: a folder for configuration, scripts and results.",
    discussion: """
      Makes config/config.ini (for both logins; only you may read it), .env.example, sqls/big_sql_join.sql, output/csv, \
      output/logs, tasks for VS Code, a .gitignore that keeps secrets and results out, and a README.md that explains \
      each. A file that is there already is left alone.

        oraferry init my-migration

      With --from-ora2pg config/config.ini is filled from an ora2pg.conf and the files that it imports: logins, schemas, \
      ALLOW and EXCLUDE, REPLACE_TABLES, REPLACE_COLS, MODIFY_TYPE, WHERE and what else has a counterpart. Each line that \
      does something in ora2pg and is not carried over is named with what to do about it. Passwords are copied and never \
      shown.

        oraferry init my-migration --from-ora2pg /etc/ora2pg/ora2pg.conf

      Exit status: 0 done; 2 done, and some lines of the ora2pg.conf are not carried over; 1 failed.
      """)

  @Argument(help: ArgumentHelp("The folder, which is made when it is missing.", valueName: "dir"))
  var folder: String

  @Option(
    name: .customLong("from-ora2pg"),
    help: ArgumentHelp("Fill config/config.ini from an ora2pg.conf.", valueName: "file"))
  var ora2pgFile: String?

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let workspace = Workspace(URL(filePath: folder, directoryHint: .isDirectory))
      let imported = try ora2pgFile.map { Ora2PgImport(try Ora2PgFile(path: $0)) }
      let project = ProjectFolder(workspace)
      let outcomes =
        if let imported {
          try project.create(configuration: FilledTemplate(imported.settings))
        } else {
          try project.create()
        }
      for outcome in outcomes { console.result("\(outcome.isNew ? "wrote" : "kept ") \(folder)/\(outcome.path)") }
      if let imported {
        try Self.report(imported, console)
        console.result(
          "next: see \(folder)/config/config.ini, then: oraferry check --workspace \(folder), and oraferry migrate "
            + "(--data-only for tables that ora2pg has made)")
        if imported.findings.contains(where: { $0.severity != .info }) { throw ExitCode(2) }
        return
      }
      console.result("next: put both logins into \(folder)/config/config.ini, then: oraferry run --workspace \(folder)")
    }
  }

  private static func report(_ imported: Ora2PgImport, _ console: Console) throws {
    for finding in imported.findings {
      console.result("\(finding.object.printable): \(finding.reason.printable); \(finding.remedy.printable)")
    }
    let count = imported.settings.count { $0.value != nil }
    console.result("\(count) settings carried over, \(imported.findings.count) remarks")
  }
}
