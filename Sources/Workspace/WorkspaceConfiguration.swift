import OracleWire

/// Both logins and the choices in a conversion, as config/config.ini and the environment give them.
public struct WorkspaceConfiguration: Sendable, Hashable {
  /// The source.
  public var oracle: OracleSettings
  /// The target.
  public var postgres: PostgresSettings
  /// The user's choices in a conversion.
  public var conversion = ConversionSettings()
  /// What becomes of values that PostgreSQL cannot hold.
  public var rejects = RejectSettings()
  /// What a load into tables that are there already does.
  public var dataOnly = DataOnlySettings()

  /// A configuration made by hand.
  public init(oracle: OracleSettings, postgres: PostgresSettings) {
    self.oracle = oracle
    self.postgres = postgres
  }

  static let oracleKeys = [
    "host", "port", "service_name", "sid", "connect_string", "tns_admin", "wallet_location", "wallet_password",
    "native_encryption", "native_algorithms", "user", "password", "privilege", "edition", "schema", "stall_timeout",
  ]
  static let postgresKeys = ["host", "port", "dbname", "user", "password", "sslmode", "schema", "stall_timeout"]

  /// Reads the text of a configuration file.
  ///
  /// The environment wins over the file: `ORAFERRY_ORACLE_PASSWORD`, `ORAFERRY_POSTGRES_HOST` and so on.
  /// - Parameter file: the file's name in errors.
  init(_ bytes: [UInt8], file: String, environment: [String: String]) throws(ConfigurationError) {
    let ini = try INIFile(bytes, file: file)
    try Self.checkSections(ini, file: file)
    oracle = try OracleSettings(
      SectionReader("oracle", keys: Self.oracleKeys, in: ini, file: file, environment: environment))
    postgres = try Self.postgres(in: ini, file: file, environment: environment)
    conversion = try ConversionSettings(ini, file: file, environment: environment)
    rejects = try RejectSettings(ini, file: file, environment: environment)
    dataOnly = try DataOnlySettings(
      SectionReader("data-only", keys: DataOnlySettings.keys, in: ini, file: file, environment: environment))
  }

  static func postgres(
    in ini: INIFile, file: String, environment: [String: String]
  ) throws(ConfigurationError) -> PostgresSettings {
    try PostgresSettings(
      SectionReader("postgres", keys: postgresKeys, in: ini, file: file, environment: environment),
      environment: environment)
  }

  /// Finds a section that is none.
  static func checkSections(_ ini: INIFile, file: String) throws(ConfigurationError) {
    let names = ["oracle", "postgres", "conversion", "rejects", "data-only"] + ConversionSettings.sections
    if let (name, section) = ini.sections.filter({ !names.contains($0.key) }).min(by: { $0.value.line < $1.value.line })
    {
      throw ConfigurationError(
        "unknown section", remedy: "the sections are \(names.map { "[\($0)]" }.joined(separator: ", "))", file: file,
        line: section.line, section: name)
    }
  }
}

extension OracleSettings {
  fileprivate init(_ reader: SectionReader) throws(ConfigurationError) {
    let place = try Self.place(reader)
    let user = try reader.required("user")
    guard let password = reader.lookUp("password") else { throw reader.missing("password") }
    self.init(
      place: place, user: user, password: Secret(password.value), schema: try reader.optionalName("schema"))
    configFolder = try reader.optional("tns_admin")
    walletLocation = try reader.optional("wallet_location")
    edition = try reader.optional("edition")
    stallTimeout = try reader.seconds("stall_timeout")
    privilege = try Self.word("privilege", "no privilege to log on with", reader)
    walletPassword = try reader.optional("wallet_password").map { Secret($0) }
    nativeEncryption = try Self.word("native_encryption", "none of the words for it", reader)
    nativeAlgorithms = try reader.optional("native_algorithms")
    if let nativeAlgorithms, NativeServicesOffer(names: nativeAlgorithms) == nil {
      throw reader.error(
        "native_algorithms", "\"\(nativeAlgorithms.prefix(40))\" has a name that is none",
        remedy: "they are \(NativeServicesOffer.names.joined(separator: ", "))")
    }
  }

  /// One of a few words, in any case of letters.
  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ fault: String, _ reader: SectionReader
  ) throws(ConfigurationError) -> Word? {
    guard let text = try reader.optional(key) else { return nil }
    guard let word = Word(rawValue: text.lowercased()) else {
      throw reader.error(
        key, "\"\(text.prefix(20))\" is \(fault)",
        remedy: "it is one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// From host, port and one of service_name and sid, or else from connect_string.
  ///
  /// One of the three that the environment gives replaces what the file says in another of them.
  private static func place(_ reader: SectionReader) throws(ConfigurationError) -> Place {
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
      return .address(OracleAddress(host: host, port: try reader.port() ?? OracleAddress.defaultPort, service: service))
    }
    for key in ["host", "port"] where overriding.isEmpty || reader.isInEnvironment(key) {
      guard try reader.optional(key) == nil else {
        throw reader.error(key, "given together with connect_string", remedy: "keep one of them")
      }
    }
    do {
      // Read here for its faults' sake, with the line at hand; what it names is looked up when it is needed.
      _ = try ConnectString(value)
      return .connectString(value)
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
    stallTimeout = try reader.seconds("stall_timeout")
    if let sslmode, !Self.sslmodes.contains(sslmode) {
      throw reader.error(
        "sslmode", "\"\(sslmode.prefix(20))\" is not a mode",
        remedy: "the modes are \(Self.sslmodes.joined(separator: ", "))")
    }
  }
}
