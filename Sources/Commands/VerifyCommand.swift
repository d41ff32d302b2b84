import ArgumentParser
import Foundation
import Verification

/// `oraferry verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove that every value of every row in PostgreSQL is Oracle's.",
    discussion: """
      While migrate copies rows it sums them up, as Oracle sent them, in an order-independent 128-bit checksum over \
      canonical values. verify reads PostgreSQL's rows alone, makes the same sums, and compares: is what arrived what was \
      read, and is it still so? Oracle is only asked which tables it has, and need not be there. A table whose sums \
      differ, or that has none (it has generated columns or a very large LOB, or rows were left out or mended), is read on \
      both sides, at the SCN of the copy where Oracle still has it. A table that --data-only filled is read on both sides, \
      too, but Oracle's rows as they are now. It is searched by its primary key, and the rows that differ are shown.

      All this goes by the bytes that Oracle sends: a fault in reading them would fool both sides alike. So Oracle is also \
      asked to write some 1,000 rows of each equal table as text by itself (TO_CHAR, ASCIISTR, RAWTOHEX), and these are \
      compared with PostgreSQL's own text; of long texts and bytes the beginning, the end and the length. --sample 0 \
      leaves it out.

      The schema is compared, too: what the conversion makes of Oracle's dictionary is made once more, empty and under \
      another name, in a transaction that is rolled back, and PostgreSQL is asked for the definitions of both: columns, keys, \
      checks, indexes, foreign keys and whether they hold, sequences, views, triggers, functions, comments, rights. Nothing \
      of it is seen by other sessions. What migrate could not make and named is listed, and is no difference. \
      --no-schema leaves it out; --schema asks for it where no migration of oraferry's made the tables, or with --full.

      With --full both databases are read afresh and compared as they are now, with no use of the copy's sums: what \
      changed in Oracle since the copy is a difference then. Where oraferry made the copy, and Oracle still has its rows of \
      then, such rows are told apart from damaged ones. With --views each view that was converted is run on both \
      sides as well, and its rows are compared in whatever order they come. After migrate --data-only the same tables, \
      columns and rows are compared, by the same [tables], [columns] and [where].

      Exit status: 0 equal; 2 different; 1 could not be checked.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: TableList
  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var log: LogOptions

  @Flag(help: "Read both databases of every table, as they are now.")
  var full = false

  @Flag(inversion: .prefixedNo, help: "Compare the definitions of tables, keys, indexes, views and so on.")
  var schema: Bool?

  @Flag(help: "Compare the rows of views, too.")
  var views = false

  @Flag(help: "Print the result as one JSON object on standard output, and nothing else there.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write the statements that would make PostgreSQL's rows Oracle's, for the differences listed; none is run.",
      valueName: "file.sql"))
  var repair: String?

  @Option(help: ArgumentHelp("The most differences to list for one table.", valueName: "n"))
  var maxDifferences = 100

  @Option(
    help: ArgumentHelp(
      "About how many rows of each table to compare with Oracle's own text; 0 for none.", valueName: "n"))
  var sample = VerifyJob.defaultSampleSize

  func validate() throws {
    guard maxDifferences >= 0 else { throw ValidationError("--max-differences must not be negative") }
    guard (0...100_000).contains(sample) else { throw ValidationError("--sample must be between 0 and 100000") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let names = try selection.names
      try await place.logged("verify", log, console) { configuration, console in
        let configuration = conversion.added(to: configuration)
        let result = try await VerifyJob(
          configuration: configuration, tables: names, isFull: full, withViews: views, maxDifferences: maxDifferences,
          sampleSize: sample, comparesSchema: schema, repairFile: repair.map { URL(filePath: $0) }, console: console,
          pages: RunPages(place.place)
        ).run()
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
      let schema = result.schema.map { $0.differences.count + $0.behind.count } ?? 0
      return "different: \(different) of \(tables) tables"
        + (views.isEmpty ? "" : ", \(differentViews) of \(result.views.count) views")
        + (result.isOnlyNewer ? "; all of it was changed in Oracle since the copy (oraferry refresh brings it)" : "")
        + (schema == 0 ? "" : ", \(schema) of \(result.schema?.compared ?? 0) definitions")
    }
    let basis =
      result.tables.allSatisfy(\.basis.isSums)
      ? "the sums of the copy"
      : result.tables.contains(where: \.basis.isSums)
        ? "the sums of the copy, and with Oracle's rows where there are none" : "Oracle's rows"
    return "equal: \(tables) tables\(views), \(ProgressDisplay.grouped(result.sourceRows)) rows; compared with \(basis)"
      + (result.sampledRows > 0
        ? "; \(ProgressDisplay.grouped(result.sampledRows)) rows also with Oracle's own text" : "")
      + (result.schema.map {
        $0.reason == nil ? "; \(ProgressDisplay.grouped($0.compared)) definitions of the schema" : ""
      } ?? "")
      + (result.oracleWasAsked ? "" : "; Oracle was not asked whether it has more tables")
  }
}
