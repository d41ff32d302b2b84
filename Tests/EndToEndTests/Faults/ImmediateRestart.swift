import ChildProcess
import Foundation
import PostgresCluster

/// Stops the server of a private cluster with pg_ctl, behind the back of the one who keeps it, and starts it again.
final class ImmediateRestart {
  struct Failed: Error {
    var command: String
    var output: String
  }

  private let data: URL
  private var server: ChildProcess?

  init(_ cluster: PostgresCluster) {
    let folder = URL(filePath: cluster.socketDirectory, directoryHint: .isDirectory)
    data = folder.appending(path: "data", directoryHint: .notDirectory)
  }

  /// Ends the server at once, and starts it again with the settings that it had; it may still be recovering.
  func restart() async throws {
    let command = try String(contentsOf: data.appending(path: "postmaster.opts"), encoding: .utf8)
    try await stop()
    // While the server was down another program may have taken its port for a while.
    let deadline = ContinuousClock.now.advanced(by: .seconds(120))
    repeat {
      let process = try start(command)
      server = process
      if try await listens(process) { return }
      _ = await process.exit()
    } while ContinuousClock.now < deadline
    throw Failed(command: command, output: "the server does not start again")
  }

  private func start(_ command: String) throws -> ChildProcess {
    // The file quotes each word for a shell.
    try ChildProcess(
      ["/usr/bin/env"] + (try SystemTool.prefix(ownerOf: data.path)) + [
        "/bin/sh", "-c", "exec " + command.trimmingCharacters(in: .newlines),
      ], in: data)
  }

  /// Waits until the server has its ports, which its lock file tells in the eighth line; whether it has them.
  private func listens(_ process: ChildProcess) async throws -> Bool {
    let lockFile = data.appending(path: "postmaster.pid", directoryHint: .notDirectory)
    while process.isRunning {
      let text = (try? String(contentsOf: lockFile, encoding: .utf8)) ?? ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.count >= 8, !lines[7].isEmpty { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  /// Ends the server at once.
  func stop() async throws {
    let program = try PostgresInstallation.find().binaries.appending(path: "pg_ctl").path
    let command =
      try SystemTool.prefix(ownerOf: data.path)
      + [program, "-D", data.path, "-s", "stop", "-m", "immediate", "-w", "-t", "600"]
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      Thread.detachNewThread { [data] in
        continuation.resume(with: Result { try SystemTool.run(command, in: data) })
      }
    }
    _ = await server?.exit()
    server = nil
  }
}

/// Programs of the system that a fault needs.
enum SystemTool {
  /// What goes before a command so that the owner of a file runs it; nothing for ourselves.
  static func prefix(ownerOf path: String) throws -> [String] {
    guard geteuid() == 0 else { return [] }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let user = (attributes[.ownerAccountID] as? NSNumber)?.intValue ?? 0
    let group = (attributes[.groupOwnerAccountID] as? NSNumber)?.intValue ?? 0
    return ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--"]
  }

  /// Runs a program that must succeed; blocks.
  static func run(_ command: [String], in folder: URL? = nil) throws {
    let process = try ChildProcess(["/usr/bin/env"] + command, in: folder, errors: .pipe)
    let text = String(decoding: (try process.errors?.readToEnd()) ?? Data(), as: UTF8.self)
    guard process.waitForExit() == .exited(0) else {
      throw ImmediateRestart.Failed(command: command.joined(separator: " "), output: text)
    }
  }
}
