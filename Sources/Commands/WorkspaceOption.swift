import ArgumentParser
import Foundation
import Model
import OracleClient
import PostgresClient
import Workspace

/// `--workspace`, and the connections that its configuration leads to.
struct WorkspaceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with config/config.ini, which holds both logins.",
      discussion: """
        [oracle] host, port, service_name or sid, or connect_string (host:port/service with parameters, a descriptor, \
        or a name of tnsnames.ora in tns_admin), wallet_location, wallet_password, native_encryption, user (or \
        proxy[user]), password, privilege (sysdba and so on), edition, schema; [postgres] host, port, dbname, user, password, sslmode, schema. Environment variables such as \
        ORAFERRY_ORACLE_PASSWORD win over the file.
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

  /// Oracle alone, with the schema of the configuration as the one that bare names mean.
  static func openOracle(_ configuration: WorkspaceConfiguration) async throws -> OracleConnection {
    let settings = configuration.oracle
    let connection = try await OracleConnection.connect(credentials: settings.credentials)
    if settings.schema != settings.sessionSchema {
      do {
        _ = try await connection.execute(
          "ALTER SESSION SET CURRENT_SCHEMA = \(try OracleIdentifier.quoted(settings.schema))")
      } catch {
        await connection.close()
        throw error
      }
    }
    return connection
  }

  /// PostgreSQL alone, with the schema of the configuration as the one that bare names mean.
  static func openPostgres(_ configuration: WorkspaceConfiguration) async throws -> PostgresSession {
    let schema = try configuration.targetSchema()
    let session = try await PostgresSession.connect(credentials: configuration.postgres.credentials)
    do {
      _ = try await session.execute("SET search_path TO \(PostgresIdentifier.quoted(schema)), public")
    } catch {
      await session.close()
      throw error
    }
    return session
  }

  /// `host:1521/SERVICE, Oracle 19.3.0.0.0`.
  var sourcePlace: String {
    let configuration = oracle.configuration
    return "\(configuration.host):\(configuration.port)/\(configuration.service.name), Oracle \(oracle.serverVersion)"
  }

  /// The place as the user has configured it, `PostgreSQL 15.4` behind it.
  func targetPlace(_ configuration: WorkspaceConfiguration) -> String {
    let version = postgres.serverVersion
    return "\(configuration.postgres.place), PostgreSQL \(version / 10000).\(version % 10000)"
  }

  func close() async {
    await oracle.close()
    await postgres.close()
  }
}
