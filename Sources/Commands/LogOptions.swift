import ArgumentParser
import Foundation
import Logging
import Workspace

/// `--log-format` and `--log-level`.
struct LogOptions: ParsableArguments {
  @Option(help: "How the log in output/logs is written: text or json.")
  var logFormat = RunLog.Format.text

  @Option(help: "What the log holds: trace, debug, info, notice, warning, error or critical, and all above it.")
  var logLevel = Logger.Level.info
}

extension RunLog.Format: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}

extension WorkspaceOption {
  /// As the workspace's own.
  func logged(
    _ command: String, _ options: LogOptions, _ console: Console,
    _ work: (WorkspaceConfiguration, Console) async throws -> Void
  ) async throws {
    try await place.logged(command, format: options.logFormat, level: options.logLevel, console, work)
  }
}

extension Workspace {
  /// Reads the configuration, begins the run's log and does a command's work; errors and the exit status are logged.
  ///
  /// - Parameter work: is handed the configuration, and a console whose notes go to the log as well.
  func logged(
    _ command: String, format: RunLog.Format = .text, level: Logger.Level = .info, _ console: Console,
    _ work: (WorkspaceConfiguration, Console) async throws -> Void
  ) async throws {
    let configuration = try self.configuration()
    let log = try RunLog(command: command, in: logFolder, format: format, level: level)
    var console = console
    console.logger = log.logger
    log.logger.info(
      "begins",
      metadata: [
        "command": "\(command)", "version": "\(Tool.version)", "oracle": "\(configuration.oracle.loginText)",
        "postgres": "\(configuration.postgres.place)",
      ])
    do {
      try await work(configuration, console)
      log.logger.info("ended", metadata: ["status": "0"])
    } catch let exit as ExitCode {
      log.logger.notice("ended", metadata: ["status": "\(exit.rawValue)"])
      throw exit
    } catch  where Task.isCancelled {
      log.logger.notice("ended", metadata: ["status": "\(OraferryCommand.interruptedStatus)"])
      throw error
    } catch {
      log.logger.error("\(error)")
      log.logger.notice("ended", metadata: ["status": "1"])
      throw error
    }
  }
}

extension OracleSettings {
  /// The database, as it is configured.
  var placeText: String {
    switch place {
    case .connectString(let given): given
    case .address(let address):
      switch address.service {
      case .serviceName(let name), .sid(let name): "\(address.host):\(address.port)/\(name)"
      }
    }
  }

  /// Whom the run talks to, for the log: never the password.
  fileprivate var loginText: String { "\(user)@\(placeText), schema \(schema)" }
}

extension PostgresSettings {
  var place: String {
    "\(user ?? "")@\(host ?? ""):\(port ?? 5432)/\(dbname ?? "")" + (schema.map { ", schema \($0)" } ?? "")
  }
}
