import Foundation
import PostgresCluster

/// Stops the server of a private cluster with pg_ctl, behind the back of the one who keeps it, and starts it again.
final class ImmediateRestart {
  struct Failed: Error {
    var command: String
    var output: String
  }

  private let data: URL
  private var server: Process?

  init(_ cluster: PostgresCluster) {
    let folder = URL(filePath: cluster.socketDirectory, directoryHint: .isDirectory)
    data = folder.appending(path: "data", directoryHint: .notDirectory)
  }

  /// Ends the server at once, and starts it again with the settings that it had; it may still be recovering.
  func restart() throws {
    let command = try String(contentsOf: data.appending(path: "postmaster.opts"), encoding: .utf8)
    try stop()
    // While the server was down another program may have taken its port for a while.
    let deadline = ContinuousClock.now.advanced(by: .seconds(120))
    repeat {
      let process = try start(command)
      server = process
      if listens(process) { return }
      process.waitUntilExit()
    } while ContinuousClock.now < deadline
    throw Failed(command: command, output: "the server does not start again")
  }

  private func start(_ command: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // The file quotes each word for a shell.
    process.arguments =
      try SystemTool.prefix(ownerOf: data.path) + [
        "/bin/sh", "-c", "exec " + command.trimmingCharacters(in: .newlines),
      ]
    process.currentDirectoryURL = data
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Waits until the server has its ports, which its lock file tells in the eighth line; whether it has them.
  private func listens(_ process: Process) -> Bool {
    let lockFile = data.appending(path: "postmaster.pid", directoryHint: .notDirectory)
    while process.isRunning {
      let text = (try? String(contentsOf: lockFile, encoding: .utf8)) ?? ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.count >= 8, !lines[7].isEmpty { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }

  /// Ends the server at once.
  func stop() throws {
    let program = try PostgresInstallation.find().binaries.appending(path: "pg_ctl").path
    try SystemTool.run(
      try SystemTool.prefix(ownerOf: data.path)
        + [program, "-D", data.path, "-s", "stop", "-m", "immediate", "-w", "-t", "600"], in: data)
    server?.waitUntilExit()
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

  /// Runs a program that must succeed.
  static func run(_ command: [String], in folder: URL? = nil) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let text = String(decoding: (try pipe.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ImmediateRestart.Failed(command: command.joined(separator: " "), output: text)
    }
  }
}
