import Foundation

/// `oraferry standin` as a process of its own, to be killed at any time.
final class StandInProcess: @unchecked Sendable {
  struct NotReady: Error {
    var output: String
  }

  static let user = "sales"
  static let password = "Tiger-4711"
  static let service = "SALESDB"

  let port: Int
  private let process: Process

  private init(port: Int, process: Process) {
    self.port = port
    self.process = process
  }

  deinit {
    kill()
  }

  /// Starts a stand-in and waits for its ready line.
  static func start(arguments: [String]) async throws -> StandInProcess {
    let process = Process()
    process.executableURL = OraferryProcess.binary
    process.arguments =
      ["standin", "--port", "0", "--user", user, "--password-env", "STANDIN_PASSWORD", "--service", service]
      + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["STANDIN_PASSWORD": password]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<String, any Error>) in
      DispatchQueue.global().async {
        var text = ""
        while !text.contains("\n") {
          let data = output.fileHandleForReading.availableData
          if data.isEmpty { break }
          text += String(decoding: data, as: UTF8.self)
        }
        continuation.resume(returning: text)
      }
    }
    // ready on 127.0.0.1:PORT/SERVICE
    guard let start = line.firstRange(of: "ready on 127.0.0.1:"),
      let port = Int(line[start.upperBound...].prefix { $0.isNumber })
    else {
      process.terminate()
      throw NotReady(output: line)
    }
    return StandInProcess(port: port, process: process)
  }

  /// Loads a script of the test's.
  static func start(script: String) async throws -> StandInProcess {
    let file = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString).sql")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await start(arguments: ["--load", file.path])
  }

  func kill() {
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
  }

  /// SIGTERM, and the exit status that follows.
  func terminate() async -> Int32 {
    process.terminate()
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [process] in
        process.waitUntilExit()
        continuation.resume(returning: process.terminationStatus)
      }
    }
  }
}
