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
    guard let tool = command.first else { throw ClusterError("no command to run") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = Array(command.dropFirst())
    process.environment = Self.environment
    process.currentDirectoryURL = folder
    let outputs = (Pipe(), Pipe())
    let stdin = Pipe()
    (process.standardInput, process.standardOutput, process.standardError) = (stdin, outputs.0, outputs.1)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.runWithSignalsUnblocked() } catch {
      throw ClusterError("cannot run \(tool): \(error.localizedDescription)")
    }
    // The inputs are far shorter than a pipe's buffer, and so is what these tools write to standard error.
    if !input.isEmpty { try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try? stdin.fileHandleForWriting.close()
    defer { for pipe in [stdin, outputs.0, outputs.1] { try? pipe.fileHandleForReading.close() } }
    output = String(decoding: (try? outputs.0.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    errors = String(decoding: (try? outputs.1.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    ended.wait()
    status = process.terminationStatus
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
