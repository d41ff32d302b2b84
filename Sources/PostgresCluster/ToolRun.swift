import ChildProcess
import Foundation

/// One run of a command-line tool, to its end.
struct ToolRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the tool; blocks.
  ///
  /// - Parameter input: what the tool reads from its standard input; secrets go here, never into arguments.
  init(_ command: [String], input: String = "", in folder: URL? = nil) throws {
    let process: ChildProcess
    do {
      process = try ChildProcess(
        command, environment: Self.environment, in: folder, input: .pipe, output: .pipe,
        errors: .pipe)
    } catch {
      throw ClusterError("\(error)")
    }
    // The inputs are far shorter than a pipe's buffer, and so is what these tools write to standard error.
    if !input.isEmpty { try? process.input?.write(contentsOf: Data(input.utf8)) }
    try? process.input?.close()
    output = String(decoding: (try? process.output?.readToEnd()) ?? Data(), as: UTF8.self)
    errors = String(decoding: (try? process.errors?.readToEnd()) ?? Data(), as: UTF8.self)
    status = process.waitForExit().code
  }

  /// Runs a tool that must succeed.
  static func check(_ command: [String], input: String = "", in folder: URL? = nil) throws -> ToolRun {
    let run = try ToolRun(command, input: input, in: folder)
    guard run.status == 0 else {
      let reason = (run.errors + run.output).split(separator: "\n").suffix(5).joined(separator: "; ")
      throw ClusterError("\(command.first { !$0.hasPrefix("-") } ?? "") failed with status \(run.status): \(reason)")
    }
    return run
  }

  /// The environment for PostgreSQL's tools: none of the user's PG settings, messages in English.
  static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment = environment.filter { !$0.key.hasPrefix("PG") && !$0.key.hasPrefix("ORAFERRY_") }
    environment["LC_ALL"] = "C"
    return environment
  }
}
