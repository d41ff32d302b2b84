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
  /// - Returns: the section's keys and values. For Oracle: connect_string when it was given, and host, port, service_name
  ///   or sid unless it names more than one place; user, password, schema, tns_admin, wallet_location, wallet_password,
  ///   native_encryption, native_algorithms, privilege, edition, stall_timeout. For PostgreSQL: host, port, dbname, user, password, sslmode, schema,
  ///   stall_timeout, as far as they are given. The password is among them: don't print the dictionary.
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
    var result = ["user": user, "password": password.reveal(), "schema": schema]
    if let address {
      result["host"] = address.host
      result["port"] = String(address.port)
      switch address.service {
      case .serviceName(let name): result["service_name"] = name
      case .sid(let name): result["sid"] = name
      }
    }
    result["connect_string"] = connectString
    result["privilege"] = privilege?.rawValue
    result["edition"] = edition
    result["stall_timeout"] = stallTimeout.map(String.init)
    result["tns_admin"] = configFolder
    result["wallet_location"] = walletLocation
    result["wallet_password"] = walletPassword?.reveal()
    result["native_encryption"] = nativeEncryption?.rawValue
    result["native_algorithms"] = nativeAlgorithms
    return result
  }
}

extension PostgresSettings {
  /// The settings as a dictionary, the password among them; what isn't given is left out.
  public var credentials: [String: String] {
    let others = ["schema": schema, "stall_timeout": stallTimeout.map(String.init)].compactMapValues { $0 }
    return connectionParameters.merging(others) { first, _ in first }
  }
}
