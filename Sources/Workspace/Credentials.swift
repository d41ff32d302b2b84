import Foundation

/// One login as a dictionary.
public enum Credentials {
  /// A section of config.ini.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    case oracle
    case postgres
  }

  /// Loads a section: config/config.ini first, then `.env`, then the environment, the later winning.
  ///
  /// `.env` and the environment name a key `ORAFERRY_<SECTION>_<KEY>`, such as `ORAFERRY_ORACLE_PASSWORD`.
  ///
  /// - Returns: the section's keys and values. For Oracle: host, port, service_name or sid (a connect_string is taken
  ///   apart), user, password, schema. For PostgreSQL: host, port, dbname, user, password, sslmode, schema, as far as
  ///   they are given. The password is among them: don't print the dictionary.
  /// - Throws: `ConfigurationError`, which names file, section and key.
  public static func load(
    _ section: Section, workspace: Workspace,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> [String: String] {
    let configuration = try workspace.configuration(environment: environment)
    switch section {
    case .oracle: return configuration.oracle.credentials
    case .postgres: return configuration.postgres.credentials
    }
  }
}

extension OracleSettings {
  /// The settings as a dictionary, the password among them.
  public var credentials: [String: String] {
    var result = [
      "host": host, "port": String(port), "user": user, "password": password.reveal(), "schema": schema,
    ]
    switch service {
    case .serviceName(let name): result["service_name"] = name
    case .sid(let name): result["sid"] = name
    }
    return result
  }
}

extension PostgresSettings {
  /// The settings as a dictionary, the password among them; what isn't given is left out.
  public var credentials: [String: String] {
    connectionParameters.merging(schema.map { ["schema": $0] } ?? [:]) { first, _ in first }
  }
}
