import ArgumentParser
import Foundation
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
      """)

  @Argument(help: ArgumentHelp("The folder, which is made when it is missing.", valueName: "dir"))
  var folder: String

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let workspace = Workspace(URL(filePath: folder, directoryHint: .isDirectory))
      for outcome in try ProjectFolder(workspace).create() {
        console.result("\(outcome.isNew ? "wrote" : "kept ") \(folder)/\(outcome.path)")
      }
      console.result("next: put both logins into \(folder)/config/config.ini, then: oraferry run --workspace \(folder)")
    }
  }
}
