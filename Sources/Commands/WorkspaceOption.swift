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

  var place: Workspace { Workspace(URL(filePath: workspace, directoryHint: .isDirectory)) }

  func configuration() throws -> WorkspaceConfiguration { try place.configuration() }
}

/// Both sessions of a command.
struct Connections: Sendable {
  let oracle: OracleConnection
  let postgres: PostgresSession

  /// Opens both; neither stays open when one fails.
  static func open(_ configuration: WorkspaceConfiguration) async throws -> Connections {
    let oracle = try await OracleConnection.connect(credentials: configuration.oracle.credentials)
    do {
      return Connections(
        oracle: oracle, postgres: try await PostgresSession.connect(credentials: configuration.postgres.credentials))
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
