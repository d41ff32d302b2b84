import ChildProcess
import Foundation
import Synchronization

/// Runs the release binary as a user does: ORAFERRY_BINARY, or what `make build` made.
enum OraferryProcess {
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String
  }

  struct TimedOut: Error {
    var arguments: [String]
  }

  static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["ORAFERRY_BINARY"] { return URL(filePath: path) }
    return packageFolder.appending(path: ".build/release/oraferry")
  }()

  /// A busy machine's PostgreSQL may need longer for a connection than the ten seconds that a user waits.
  private static let environment = ProcessInfo.processInfo.environment.merging(["PGCONNECT_TIMEOUT": "300"]) { own, _ in
    own
  }

  static let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs a command and interrupts it when a moment has come.
  ///
  /// A command that runs for longer than the limit is killed: its status is 137 then.
  ///
  /// - Parameter moment: asked again and again while the command runs.
  static func interrupt(
    _ arguments: [String], signal: Int32 = SIGINT, limit seconds: Double = 600, every milliseconds: Int = 20,
    when moment: @Sendable () async throws -> Bool
  ) async throws -> Outcome {
    let process = try ChildProcess([binary.path] + arguments, environment: environment, errors: .pipe)
    let killer = Task {
      try await Task.sleep(for: .seconds(seconds))
      process.send(SIGKILL)
    }
    defer { killer.cancel() }
    async let errors = text(of: process.errors)
    do {
      while process.isRunning, try await !moment() { try await Task.sleep(for: .milliseconds(milliseconds)) }
    } catch {
      process.send(SIGKILL)
      throw error
    }
    process.send(signal)
    let status: Int32 =
      switch await process.exit() {
      case .exited(let status): status
      case .signalled(let signal): 128 + signal
      }
    return Outcome(status: status, output: "", errors: await errors)
  }

  /// Runs a command to its end; one that takes longer than the limit is killed, and the test fails: nothing may hang.
  ///
  /// - Parameter onStart: gets the process's number.
  static func run(
    _ arguments: [String], environment more: [String: String] = [:], limit seconds: Double = 600,
    onStart: @escaping @Sendable (Int32) -> Void = { _ in }
  ) async throws -> Outcome {
    let process = try ChildProcess(
      [binary.path] + arguments, environment: environment.merging(more) { _, new in new }, output: .pipe, errors: .pipe)
    onStart(process.identifier)
    let flag = TimeoutFlag()
    let killer = Task {
      try await Task.sleep(for: .seconds(seconds))
      flag.raise()
      process.send(SIGKILL)
    }
    defer { killer.cancel() }
    async let output = text(of: process.output)
    async let errors = text(of: process.errors)
    let status = await process.exit().code
    let outcome = Outcome(status: status, output: await output, errors: await errors)
    if flag.isRaised { throw TimedOut(arguments: arguments) }
    return outcome
  }

  /// All that comes from a process, read on a thread that no task needs.
  static func text(of handle: FileHandle?) async -> String {
    guard let handle else { return "" }
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let data = (try? handle.readToEnd()) ?? Data()
        continuation.resume(returning: String(decoding: data, as: UTF8.self))
      }
    }
  }

  private final class TimeoutFlag: Sendable {
    private let raised = Mutex(false)
    func raise() { raised.withLock { $0 = true } }
    var isRaised: Bool { raised.withLock { $0 } }
  }
}
