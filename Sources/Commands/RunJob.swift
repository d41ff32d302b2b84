import Foundation
import Migration
import OracleClient
import OracleWire
import Query
import Verification
import Workspace

/// The steps of `oraferry run`, one after the other; a step that fails ends the run.
struct RunJob {
  let workspace: Workspace
  let configuration: WorkspaceConfiguration
  /// For the join.
  let binds: [BindValue]
  let console: Console

  /// What the steps found, for those who run them.
  struct Outcome {
    var report: MigrationReport?
    var verification: VerificationResult?
  }

  /// Runs all steps; the error of one that fails is its result.
  func run() async throws -> RunSummary {
    var outcome = Outcome()
    return try await run(&outcome)
  }

  /// - Throws: `CancellationError` when the run is interrupted; what failed is in the summary.
  func run(_ outcome: inout Outcome) async throws -> RunSummary {
    var summary = RunSummary()
    let steps: [(String, (inout Outcome) async throws -> (String, Int32))] = [
      ("check", { _ in try await check() }), ("migrate", { try await migrate(&$0) }),
      ("verify", { try await verify(&$0) }), ("stats", { _ in try await statistics() }),
      ("join", { _ in try await join() }),
    ]
    let clock = ContinuousClock()
    for (name, step) in steps {
      console.result("")
      console.record("== \(name)")
      let start = clock.now
      var result: (String, Int32)
      do {
        result = try await step(&outcome)
      } catch  where Task.isCancelled {
        throw CancellationError()
      } catch {
        console.raw("oraferry: error: \(error)\n")
        console.logger?.error("\(name): \(error)")
        result = ("\(error)".split(separator: "\n").first.map(String.init) ?? "", 1)
      }
      let elapsed = (clock.now - start).components
      let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
      summary.steps.append(RunSummary.Step(name: name, result: result.0, seconds: seconds, status: result.1))
      if result.1 == 1 { break }
    }
    return summary
  }

  private func check() async throws -> (String, Int32) {
    let report = try await CheckCommand.check(configuration, tables: nil)
    let lines = CheckCommand.lines(report)
    for line in lines { console.record(line) }
    let status: Int32 = report.verdict == .blocking ? 1 : report.verdict == .warning ? 2 : 0
    return (lines.last ?? "", status)
  }

  private func migrate(_ outcome: inout Outcome) async throws -> (String, Int32) {
    let report = try await MigrateCommand.migrate(
      configuration, tables: nil, settings: CopyArguments.settings(configuration), console: console,
      pages: RunPages(workspace))
    outcome.report = report
    let lines = MigrationSummary(report).lines
    for line in lines { console.record(line) }
    return (lines.first ?? "", report.isExact ? 0 : 2)
  }

  private func verify(_ outcome: inout Outcome) async throws -> (String, Int32) {
    let result = try await VerifyJob(
      configuration: configuration, maxDifferences: 100, sampleSize: VerifyJob.defaultSampleSize, console: console,
      pages: RunPages(workspace)
    ).run()
    outcome.verification = result
    for line in result.textLines() { console.result(line) }
    let verdict = VerifyCommand.verdict(result)
    console.record(verdict)
    return (verdict, result.equal ? 0 : 2)
  }

  private func statistics() async throws -> (String, Int32) {
    let differences = try await StatisticsJob(workspace: workspace, configuration: configuration).run(console)
    return differences.isEmpty
      ? ("both models have the same numbers", 0) : ("\(differences.count) numbers differ", 2)
  }

  // MARK: the join

  /// Another schema than the sales one has other tables: the join, which every workspace begins with, is left out then.
  private func join() async throws -> (String, Int32) {
    do {
      return try await salesJoin()
    } catch let error as OracleError where error.code == 942 {
      let verdict = "left out: \(BigJoin.path) asks for tables that schema \(configuration.oracle.schema) has not"
      console.record(verdict + "; put a join of your own there")
      return (verdict, 0)
    }
  }

  private func salesJoin() async throws -> (String, Int32) {
    let file = workspace.folder.appending(path: BigJoin.path).path
    guard FileManager.default.fileExists(atPath: file) else {
      console.record("left out: there is no \(BigJoin.path); oraferry init writes one")
      return ("left out: no \(BigJoin.path)", 0)
    }
    let script = try QueryCommand.script(file)
    let binds = try await completed(for: script).matched(to: script)
    let job = QueryJob(script: script, binds: binds)
    var paths: [String] = []
    var rows = 0
    for database in Database.allCases {
      let path = workspace.csvFolder.appending(path: "\(database.rawValue)_join.csv").path
      rows = try await job.save(.csv(path: path, for: .program), from: database, configuration)
      console.record("\(ProgressDisplay.grouped(rows)) rows of \(database.rawValue) in \(path)")
      paths.append(path)
    }
    let isEqual = FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1])
    let verdict =
      isEqual ? "\(ProgressDisplay.grouped(rows)) rows, the same file from both databases" : "the two files differ"
    console.record(verdict)
    return (verdict, isEqual ? 0 : 2)
  }

  /// The binds that were given; for :order_date, when it wasn't, the day of Oracle's latest order.
  private func completed(for script: QueryScript) async throws -> [BindValue] {
    let name = "order_date"
    guard script.bindNames.contains(name), !binds.contains(where: { $0.name == name }) else { return binds }
    let connection = try await Connections.openOracle(configuration)
    let row: [OracleValue]?
    do {
      row = try await connection.rows("SELECT MAX(ORDER_DATE) FROM ORDERS").first
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    guard case .date(let time)? = row?.first else { return binds }
    let day = [time.year, time.month, time.day].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: "-")
    return binds + [try BindValue(argument: "\(name)=\(day)")]
  }
}
