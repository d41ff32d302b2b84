import ArgumentParser
import Foundation
import OracleStandIn
import PostgresCluster
import SampleSchema
import Workspace

/// `oraferry demo`.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Carry a sales schema of twelve tables across, with no database to prepare, and prove it equal.",
    discussion: """
      Starts a private PostgreSQL and the embedded stand-in for an Oracle server, fills the latter, runs migrate and \
      verify, and prints the commands so that they can be repeated. Both servers end with the demo, unless --stay \
      keeps them until Ctrl-C.
      """)

  @Option(help: ArgumentHelp("How much data: 1 is about half a million rows.", valueName: "x"))
  var scale = 1.0

  @Option(
    help: ArgumentHelp("The workspace folder to make; a demo's earlier one is replaced.", valueName: "dir"))
  var workspace = "oraferry-demo"

  @Flag(help: "Keep both servers running until Ctrl-C, to look around and to run the commands by hand.")
  var stay = false

  func validate() throws {
    guard scale > 0, scale <= 100 else { throw ValidationError("--scale must be above 0 and at most 100") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let folder = try DemoFolder(path: workspace)
      let cluster = try await PostgresCluster.start()
      do {
        let status = try await run(in: folder, cluster: cluster, console: console)
        await cluster.stop()
        guard status == 0 else { throw ExitCode(status) }
      } catch {
        await cluster.stop()
        throw error
      }
    }
  }

  private func run(in folder: DemoFolder, cluster: PostgresCluster, console: Console) async throws -> Int32 {
    console.result("private PostgreSQL \(cluster.version) on 127.0.0.1:\(cluster.port)")
    var setup = StandInSetup(
      user: "sales", password: DemoFolder.randomPassword(), service: "SALESDB", profile: .release23ai, port: 0)
    setup.sampleScale = scale
    let rows = ProgressDisplay.grouped(SampleSchema.rowCount(scale: scale))
    console.result("stand-in for an Oracle server (it is none), loading 12 tables with \(rows) rows ...")
    let server = try await setup.start { console.note($0) }
    console.result("stand-in on 127.0.0.1:\(server.port)/\(setup.service)")
    try folder.configure(setup: setup, port: server.port, cluster: cluster)
    console.result("wrote \(folder.path)/config/config.ini")

    let workspace = Workspace(URL(filePath: folder.path, directoryHint: .isDirectory))
    for outcome in try ProjectFolder(workspace).create() where outcome.isNew {
      console.result("wrote \(folder.path)/\(outcome.path)")
    }

    let orders = max(10, Int(1000 * scale))
    console.result(
      "\n$ oraferry generate --database oracle --create \(orders) --update \(orders / 5) --delete \(orders / 10) "
        + "--workspace \(folder.path)")
    try await workspace.logged("generate", console) { configuration, console in
      let report = try await GenerateCommand.generate(
        on: .oracle, configuration, create: orders, update: orders / 5, delete: orders / 10, seed: 1)
      for line in GenerateCommand.lines(report) { console.record(line) }
    }

    console.result("\n$ oraferry run --workspace \(folder.path)")
    var outcome = RunJob.Outcome()
    var summary = RunSummary()
    try await workspace.logged("run", console) { configuration, console in
      let job = RunJob(workspace: workspace, configuration: configuration, binds: [], console: console)
      summary = try await job.run(&outcome)
      for line in summary.lines { console.record(line) }
    }

    if stay {
      let termination = TerminationSignal()
      console.result("\nboth servers run until Ctrl-C; for the database: psql \(DemoFolder.psqlArguments(cluster))")
      await termination.wait()
    } else {
      console.result("\nto run these commands yourself: oraferry demo --stay, then the same in another terminal")
    }
    await server.stop()
    if let result = outcome.verification {
      console.result(
        "\n\(result.tables.count) tables, \(ProgressDisplay.grouped(result.sourceRows)) rows, "
          + (result.equal ? "equal" : "DIFFERENT"))
    }
    console.result("workspace: \(folder.path)")
    console.result("report:    \(workspace.reportFile.absoluteURL.absoluteString)")
    return summary.status
  }
}
