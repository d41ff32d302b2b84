import ArgumentParser
import Foundation
import OracleClient
import PostgresClient
import Workspace

/// `--workspace`, and the connections that its configuration leads to.
struct WorkspaceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with config/config.ini, which holds both logins.",
      discussion: """
        [oracle] host, port, service_name or sid or connect_string, user, password, schema; [postgres] host, port, \
        dbname, user, password, sslmode, schema. Environment variables such as ORAFERRY_ORACLE_PASSWORD win over the \
        file.
        """, valueName: "dir"))
  var workspace = "."

  func configuration() throws -> WorkspaceConfiguration {
    try Workspace(URL(filePath: workspace, directoryHint: .isDirectory)).configuration()
  }
}

/// Both sessions of a command.
struct Connections: Sendable {
  let oracle: OracleConnection
  let postgres: PostgresSession

  /// Opens both; neither stays open when one fails.
  static func open(_ configuration: WorkspaceConfiguration) async throws -> Connections {
    let settings = configuration.oracle
    var target = OracleConnection.Configuration(
      host: settings.host, port: settings.port, service: .serviceName(""), user: settings.user,
      password: settings.password.reveal())
    switch settings.service {
    case .serviceName(let name): target.service = .serviceName(name)
    case .sid(let name): target.service = .sid(name)
    }
    let oracle = try await OracleConnection.connect(target)
    do {
      var parameters = configuration.postgres.connectionParameters
      parameters["application_name"] = "oraferry"
      return Connections(oracle: oracle, postgres: try await PostgresSession.connect(parameters))
    } catch {
      await oracle.close()
      throw error
    }
  }

  func close() async {
    await oracle.close()
    await postgres.close()
  }
}
