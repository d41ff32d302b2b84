import ArgumentParser
import Catalog
import Foundation
import Migration
import Model
import Reporting
import Verification
import Workspace

/// `oraferry verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read both databases afresh and compare every value of every row.",
    discussion: """
      Each table's rows are counted and summed up in an order-independent 128-bit checksum over canonical values, on \
      both sides. A table that differs is searched by its primary key, and the rows are shown. With --views each view \
      that was converted is run on both sides as well, and its rows are compared in whatever order they come. After \
      migrate --data-only the same tables, columns and rows are compared, by the same [tables], [columns] and [where].

      Exit status: 0 equal; 2 different; 1 could not be checked.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: TableList
  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var log: LogOptions

  @Flag(help: "Compare the rows of views, too.")
  var views = false

  @Flag(help: "Print the result as one JSON object on standard output, and nothing else there.")
  var json = false

  @Option(help: ArgumentHelp("The most differences to list for one table.", valueName: "n"))
  var maxDifferences = 100

  func validate() throws {
    guard maxDifferences >= 0 else { throw ValidationError("--max-differences must not be negative") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let names = try selection.names
      try await place.logged("verify", log, console) { configuration, console in
        let configuration = conversion.added(to: configuration)
        let result = try await VerifyCommand.verify(
          configuration, tables: names, withViews: views, maxDifferences: maxDifferences, console: console,
          pages: RunPages(place.place))
        if json {
          console.result(result.json())
        } else {
          for line in result.textLines() { console.result(line) }
          console.record(VerifyCommand.verdict(result))
        }
        if !result.equal { throw ExitCode(2) }
        if !result.uncheckedViews.isEmpty { throw ExitCode(1) }
      }
    }
  }

  /// The last line.
  static func verdict(_ result: VerificationResult) -> String {
    let tables = result.tables.count
    let views = result.views.isEmpty ? "" : ", \(result.views.count) views"
    guard result.equal else {
      let different = result.tables.count { !$0.equal }
      let differentViews = result.views.count { !$0.equal }
      return "different: \(different) of \(tables) tables"
        + (views.isEmpty ? "" : ", \(differentViews) of \(result.views.count) views")
    }
    return "equal: \(tables) tables\(views), \(ProgressDisplay.grouped(result.sourceRows)) rows"
  }

  /// The SCN of now, so that all tables and all passes see one moment of a database that is in use.
  ///
  /// Nil where the user may not ask for it, or may not look back at another user's tables: then each table is read as it
  /// is when its turn comes.
  private static func snapshot(
    _ configuration: WorkspaceConfiguration, _ connections: Connections
  ) async throws -> UInt64? {
    guard configuration.oracle.schema == configuration.oracle.sessionSchema else { return nil }
    do {
      return try await OracleCatalog(connection: connections.oracle).currentSCN()
    } catch is CatalogError {
      return nil
    }
  }

  /// Connects, plans as migrate does, compares, and writes the page with its outcome.
  static func verify(
    _ configuration: WorkspaceConfiguration, tables: [String]?, withViews: Bool = false, maxDifferences: Int,
    console: Console, pages: RunPages
  ) async throws -> VerificationResult {
    let begun = Date()
    let connections = try await Connections.open(configuration)
    do {
      let planning = SchemaPlanning(
        owner: configuration.oracle.schema, targetSchema: configuration.postgres.schema, tables: tables,
        options: try configuration.conversionOptions())
      let plan = try await planning.planOfLastRun(
        oracle: connections.oracle, postgres: connections.postgres)
      guard plan.blockingFindings.isEmpty else { throw MigrationError.blocked(plan.blockingFindings) }
      var options = Verifier.Options()
      options.maximumDifferences = maxDifferences
      options.scn = try await snapshot(configuration, connections)
      let verifier = Verifier(source: connections.oracle, target: connections.postgres, options: options)
      let mappings = plan.tables.filter(\.copiesRows).map(\.mapping)
      let result = try await verifier.verify(mappings, views: withViews ? plan.views : []) { table in
        let verdict = table.equal ? "equal" : "DIFFERENT"
        console.note(
          "checked \(ProgressDisplay.padded(table.table.name.printable, 24)) "
            + "\(ProgressDisplay.padded(ProgressDisplay.grouped(table.sourceRows), -13)) rows  \(verdict)")
      }
      let identity = RunIdentity.text(configuration)
      await connections.close()
      pages.write(
        VerificationRecord(
          result, configuration, identity: identity, target: try configuration.targetSchema(), begun: begun,
          scn: options.scn,
          isWhole: tables == nil), console)
      return result
    } catch {
      await connections.close()
      throw error
    }
  }
}
