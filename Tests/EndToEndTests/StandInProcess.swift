import ChildProcess
import Foundation
import OracleClient

/// `oraferry standin` as a process of its own, to be killed at any time.
final class StandInProcess: Sendable {
  struct NotReady: Error {
    var output: String
  }

  static let user = "sales"
  static let password = "Tiger-4711"
  static let service = "SALESDB"

  let port: Int
  /// Where the data can be changed; another port for a standby.
  let primaryPort: Int
  private let process: ChildProcess

  private init(port: Int, primaryPort: Int, process: ChildProcess) {
    self.port = port
    self.primaryPort = primaryPort
    self.process = process
  }

  deinit {
    kill()
  }

  /// Starts a stand-in and waits for its ready line.
  static func start(arguments: [String]) async throws -> StandInProcess {
    let process = try ChildProcess(
      [
        OraferryProcess.binary.path, "standin", "--port", "0", "--user", user, "--password-env", "STANDIN_PASSWORD",
        "--service", service,
      ] + arguments,
      environment: ProcessInfo.processInfo.environment.merging(["STANDIN_PASSWORD": password]) { $1 }, output: .pipe)
    // One that never becomes ready ends, and so does what it prints.
    let killer = Task {
      try await Task.sleep(for: .seconds(300))
      process.send(SIGKILL)
    }
    defer { killer.cancel() }
    let line = await withCheckedContinuation { (continuation: CheckedContinuation<String, Never>) in
      Thread.detachNewThread {
        var text = ""
        while !text.contains("\n"), let data = process.output?.availableData, !data.isEmpty {
          text += String(decoding: data, as: UTF8.self)
        }
        continuation.resume(returning: text)
      }
    }
    // ready on 127.0.0.1:PORT/SERVICE, perhaps followed by: , primary on 127.0.0.1:PORT/SERVICE
    func port(behind words: String) -> Int? {
      line.firstRange(of: words + " on 127.0.0.1:").flatMap { Int(line[$0.upperBound...].prefix { $0.isNumber }) }
    }
    let foundPrimary = port(behind: "primary")
    guard let port = port(behind: "ready") else {
      process.send(SIGKILL)
      throw NotReady(output: line)
    }
    let primaryPort = foundPrimary ?? port
    return StandInProcess(port: port, primaryPort: primaryPort, process: process)
  }

  /// Loads a script of the test's.
  static func start(script: String, arguments: [String] = []) async throws -> StandInProcess {
    let file = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString).sql")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await start(arguments: ["--load", file.path] + arguments)
  }

  /// A session of the user who owns what the scripts made.
  func connect(
    _ adjust: (inout OracleConnection.Configuration) -> Void = { _ in }
  ) async throws -> OracleConnection { try await connect(to: port, adjust) }

  /// The same, where the data can be changed.
  func connectToPrimary() async throws -> OracleConnection { try await connect(to: primaryPort) { _ in } }

  private func connect(
    to port: Int, _ adjust: (inout OracleConnection.Configuration) -> Void
  ) async throws -> OracleConnection {
    var configuration = OracleConnection.Configuration(
      host: "127.0.0.1", port: port, service: .serviceName(Self.service), user: Self.user, password: Self.password,
      connectTimeout: 300)
    adjust(&configuration)
    return try await OracleConnection.connect(configuration)
  }

  func kill() { process.send(SIGKILL) }

  /// SIGTERM, and the exit status that follows.
  func terminate() async -> Int32 {
    process.send(SIGTERM)
    return await process.exit().code
  }
}
