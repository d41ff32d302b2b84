/// Both logins, as config/config.ini and the environment give them.
public struct WorkspaceConfiguration: Sendable, Hashable {
  /// The source.
  public var oracle: OracleSettings
  /// The target.
  public var postgres: PostgresSettings

  /// A configuration made by hand.
  public init(oracle: OracleSettings, postgres: PostgresSettings) {
    self.oracle = oracle
    self.postgres = postgres
  }

  static let oracleKeys = ["host", "port", "service_name", "sid", "connect_string", "user", "password", "schema"]
  static let postgresKeys = ["host", "port", "dbname", "user", "password", "sslmode", "schema"]

  /// Reads the text of a configuration file.
  ///
  /// The environment wins over the file: `ORAFERRY_ORACLE_PASSWORD`, `ORAFERRY_POSTGRES_HOST` and so on.
  /// - Parameter file: the file's name in errors.
  init(_ bytes: [UInt8], file: String, environment: [String: String]) throws(ConfigurationError) {
    let ini = try INIFile(bytes, file: file)
    let names = ["oracle", "postgres"]
    if let (name, section) = ini.sections.filter({ !names.contains($0.key) }).min(by: { $0.value.line < $1.value.line })
    {
      throw ConfigurationError(
        "unknown section", remedy: "the sections are [oracle] and [postgres]", file: file, line: section.line,
        section: name)
    }
    oracle = try OracleSettings(
      SectionReader("oracle", keys: Self.oracleKeys, in: ini, file: file, environment: environment))
    postgres = try PostgresSettings(
      SectionReader("postgres", keys: Self.postgresKeys, in: ini, file: file, environment: environment),
      environment: environment)
  }
}

extension OracleSettings {
  fileprivate init(_ reader: SectionReader) throws(ConfigurationError) {
    let (address, connectString) = try Self.address(reader)
    let user = try reader.required("user")
    guard let password = reader.lookUp("password") else { throw reader.missing("password") }
    self.init(
      address: address, user: user, password: Secret(password.value), schema: try reader.optionalName("schema"),
      connectString: connectString)
  }

  /// From host, port and one of service_name and sid, or else from connect_string.
  ///
  /// One of the three that the environment gives replaces what the file says in another of them.
  private static func address(_ reader: SectionReader) throws(ConfigurationError) -> (OracleAddress, String?) {
    let ways = ["service_name", "sid", "connect_string"]
    let overriding = ways.filter(reader.isInEnvironment)
    let considered = overriding.isEmpty ? ways : overriding
    var given: [String] = []
    for way in considered where try reader.optional(way) != nil { given.append(way) }
    guard let way = given.first else {
      var error = reader.missing("service_name")
      error.remedy = "add service_name, sid or connect_string to [oracle], or set ORAFERRY_ORACLE_SERVICE_NAME"
      throw error
    }
    guard given.count == 1 else {
      throw reader.error(
        given[1], "given together with \(way)", remedy: "keep one of service_name, sid and connect_string")
    }
    let value = try reader.required(way)
    guard way == "connect_string" else {
      let service = way == "sid" ? OracleService.sid(value) : .serviceName(value)
      let host = try reader.required("host")
      return (OracleAddress(host: host, port: try reader.port() ?? OracleAddress.defaultPort, service: service), nil)
    }
    for key in ["host", "port"] where overriding.isEmpty || reader.isInEnvironment(key) {
      guard try reader.optional(key) == nil else {
        throw reader.error(key, "given together with connect_string", remedy: "keep one of them")
      }
    }
    do {
      return (try OracleAddress(connectString: value), value)
    } catch {
      throw reader.error(way, error.reason, remedy: error.remedy)
    }
  }
}

extension PostgresSettings {
  /// host, dbname and user must be given, unless libpq's environment gives them or names a service that may.
  fileprivate init(_ reader: SectionReader, environment: [String: String]) throws(ConfigurationError) {
    func setting(_ key: String, _ variable: String) throws(ConfigurationError) -> String? {
      let isElsewhere = [variable, "PGSERVICE"].contains { !(environment[$0] ?? "").isEmpty }
      return isElsewhere ? try reader.optional(key) : try reader.required(key)
    }
    self.init(
      host: try setting("host", "PGHOST"), port: try reader.port(), dbname: try setting("dbname", "PGDATABASE"),
      user: try setting("user", "PGUSER"), password: Secret(try reader.optional("password") ?? ""),
      sslmode: try reader.optional("sslmode"), schema: try reader.optional("schema"))
    if let sslmode, !Self.sslmodes.contains(sslmode) {
      throw reader.error(
        "sslmode", "\"\(sslmode.prefix(20))\" is not a mode",
        remedy: "the modes are \(Self.sslmodes.joined(separator: ", "))")
    }
  }
}
