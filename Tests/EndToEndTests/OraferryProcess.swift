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
    _ arguments: [String], signal: Int32 = SIGINT, limit seconds: Double = 900, every milliseconds: Int = 20,
    when moment: @Sendable () async throws -> Bool
  ) async throws -> Outcome {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let identifier = process.processIdentifier
    let killer = Task {
      try await Task.sleep(for: .seconds(seconds))
      kill(identifier, SIGKILL)
    }
    while process.isRunning, try await !moment() { try await Task.sleep(for: .milliseconds(milliseconds)) }
    kill(process.processIdentifier, signal)
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        killer.cancel()
        let status =
          process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        continuation.resume(returning: Outcome(status: status, output: "", errors: text))
      }
    }
  }

  /// Runs a command to its end; one that takes longer than the limit is killed, and the test fails: nothing may hang.
  ///
  /// - Parameter onStart: gets the process's number.
  static func run(
    _ arguments: [String], environment more: [String: String] = [:], limit seconds: Double = 900,
    onStart: @escaping @Sendable (Int32) -> Void = { _ in }
  ) async throws -> Outcome {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = environment.merging(more) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let collected = Collected()
    return try await withCheckedThrowingContinuation { continuation in
      let group = DispatchGroup()
      for (pipe, isError) in [(output, false), (errors, true)] {
        group.enter()
        DispatchQueue.global().async {
          collected.add(pipe.fileHandleForReading.readDataToEndOfFile(), isError: isError)
          group.leave()
        }
      }
      let flag = TimeoutFlag()
      DispatchQueue.global().async {
        do {
          try process.run()
          onStart(process.processIdentifier)
        } catch {
          continuation.resume(throwing: error)
          return
        }
        let killer = DispatchWorkItem {
          flag.raise()
          kill(process.processIdentifier, SIGKILL)
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: killer)
        process.waitUntilExit()
        killer.cancel()
        group.wait()
        if flag.isRaised {
          continuation.resume(throwing: TimedOut(arguments: arguments))
        } else {
          let (output, errors) = collected.texts
          continuation.resume(
            returning: Outcome(status: process.terminationStatus, output: output, errors: errors))
        }
      }
    }
  }

  private final class TimeoutFlag: Sendable {
    private let raised = Mutex(false)
    func raise() { raised.withLock { $0 = true } }
    var isRaised: Bool { raised.withLock { $0 } }
  }

  private final class Collected: Sendable {
    private let state = Mutex((output: Data(), errors: Data()))
    func add(_ data: Data, isError: Bool) {
      state.withLock { state in
        if isError { state.errors.append(data) } else { state.output.append(data) }
      }
    }
    var texts: (String, String) {
      state.withLock {
        (String(decoding: $0.output, as: UTF8.self), String(decoding: $0.errors, as: UTF8.self))
      }
    }
  }
}
