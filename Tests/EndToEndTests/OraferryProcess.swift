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

  static let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs a command to its end; one that takes longer than the limit is killed, and the test fails: nothing may hang.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], limit seconds: Double = 120
  ) async throws -> Outcome {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
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
