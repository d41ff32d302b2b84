import Testing

@testable import Workspace

@Suite struct WorkspaceConfigurationTests {
  private static let whole = """
    [oracle]
    host = ora.example.com
    port = 1522
    service_name = SALES
    user = ferry
    password = o;r#a
    schema = ot
    [postgres]
    host = /run/postgresql
    port = 5433
    dbname = sales
    user = carrier
    password =
    sslmode = require
    schema = Target
    """

  private func load(_ text: String, _ environment: [String: String] = [:]) throws -> WorkspaceConfiguration {
    try WorkspaceConfiguration(Array(text.utf8), file: "config.ini", environment: environment)
  }

  @Test func everyKey() throws {
    let configuration = try load(Self.whole)
    let oracle = configuration.oracle
    #expect(oracle.address == OracleAddress(host: "ora.example.com", port: 1522, service: .serviceName("SALES")))
    #expect(oracle.user == "ferry")
    #expect(oracle.password.reveal() == "o;r#a")
    #expect(oracle.schema == "OT")
    #expect(
      configuration.postgres.connectionParameters
        == [
          "host": "/run/postgresql", "port": "5433", "dbname": "sales", "user": "carrier", "sslmode": "require",
        ])
    #expect(configuration.postgres.schema == "Target")
  }

  @Test func stallTimeouts() throws {
    let plain = try load(Self.whole)
    #expect(plain.oracle.stallTimeout == nil && plain.postgres.credentials["stall_timeout"] == nil)
    let set = try load(
      Self.whole, ["ORAFERRY_ORACLE_STALL_TIMEOUT": "7", "ORAFERRY_POSTGRES_STALL_TIMEOUT": "0"])
    #expect(set.oracle.credentials["stall_timeout"] == "7" && set.postgres.credentials["stall_timeout"] == "0")
    // libpq does not know the word.
    #expect(set.postgres.connectionParameters["stall_timeout"] == nil)
    for wrong in ["-1", "soon", "86401", "1.5"] {
      #expect(throws: ConfigurationError.self) {
        try load(Self.whole, ["ORAFERRY_POSTGRES_STALL_TIMEOUT": wrong])
      }
    }
  }

  @Test func passwordsDoNotLeak() throws {
    let configuration = try load(Self.whole, ["ORAFERRY_POSTGRES_PASSWORD": "p-word"])
    var dumped = ""
    dump(configuration, to: &dumped)
    for text in ["\(configuration)", String(reflecting: configuration), dumped] {
      #expect(!text.contains("o;r#a") && !text.contains("p-word"))
    }
    #expect(configuration.postgres.connectionParameters["password"] == "p-word")
  }

  @Test func environmentWins() throws {
    let configuration = try load(
      Self.whole,
      [
        "ORAFERRY_ORACLE_PASSWORD": "", "ORAFERRY_ORACLE_SID": "XE", "ORAFERRY_ORACLE_PORT": "1",
        "ORAFERRY_POSTGRES_HOST": "h",
        "ORAFERRY_CAPTURES": "x",
      ])
    #expect(configuration.oracle.password.isEmpty)
    #expect(configuration.oracle.address == OracleAddress(host: "ora.example.com", port: 1, service: .sid("XE")))
    #expect(configuration.postgres.host == "h")
    let connected = try load(Self.whole, ["ORAFERRY_ORACLE_CONNECT_STRING": "other:7/svc"])
    #expect(connected.oracle.address == OracleAddress(host: "other", port: 7, service: .serviceName("svc")))
    #expect(connected.oracle.connectString == "other:7/svc")
  }

  @Test func whereNamesAndCertificatesAre() throws {
    let text =
      "[oracle]\nconnect_string = sales\ntns_admin = /etc/oracle\nwallet_location = /w\n"
      + "native_encryption = Required\nuser = u\npassword = p\n"
    let settings = try load(
      text + "[postgres]\n", ["PGSERVICE": "sales", "ORAFERRY_ORACLE_WALLET_PASSWORD": "w4llet"]
    ).oracle
    #expect(settings.place == .connectString("sales"))
    #expect(
      settings.credentials == [
        "connect_string": "sales", "tns_admin": "/etc/oracle", "wallet_location": "/w", "wallet_password": "w4llet",
        "native_encryption": "required",
        "user": "u", "password": "p", "schema": "U",
      ])
    #expect(!"\(settings)".contains("w4llet"))
    let error = #expect(throws: ConfigurationError.self) {
      try load(text.replacing("= Required", with: "= on") + "[postgres]\n", ["PGSERVICE": "sales"])
    }
    #expect(error?.description.contains("rejected, accepted, requested, required") == true)
  }

  @Test func libpqMayKnowTheRest() throws {
    let text = "[oracle]\nconnect_string = h/s\nuser = Mixed\npassword = p\n[postgres]\n"
    let configuration = try load(text, ["PGSERVICE": "sales"])
    #expect(configuration.postgres.connectionParameters.isEmpty)
    #expect(configuration.oracle.schema == "MIXED")
    #expect(try load(text + "dbname=d\nuser=u", ["PGHOST": "h"]).postgres.host == nil)
    #expect(throws: ConfigurationError.self) { try load(text + "dbname=d", ["PGHOST": "h"]) }
  }

  @Test(arguments: [
    ("ot", "OT"), ("Sales", "SALES"), ("'\"Sales\"'", "Sales"), ("\"Sales\"", "Sales"), ("\"\"Sales\"\"", "Sales"),
  ])
  func schemaIsSpelledAsOracleWould(_ text: String, _ expected: String) throws {
    let configuration = try load(Self.whole.replacing("schema = ot", with: "schema = \(text)"))
    #expect(configuration.oracle.schema == expected)
  }

  @Test(arguments: [
    ("host = ora.example.com", "", "host", 1, "missing"), ("user = ferry", "user =", "user", 5, "empty"),
    ("password = o;r#a", "", "password", 1, "missing"), ("service_name = SALES", "", "service_name", 1, "missing"),
    ("port = 1522", "port = 99999", "port", 3, "not a port"), ("port = 1522", "port = 15 22", "port", 3, "not a port"),
    ("port = 1522", "sid = XE", "sid", 3, "given together"), ("port = 1522", "prot = 1522", "prot", 3, "unknown key"),
    ("service_name = SALES", "connect_string = h/s", "host", 2, "given together"),
    (
      "host = ora.example.com\nport = 1522\nservice_name = SALES", "connect_string = h x", "connect_string", 2,
      "tnsnames"
    ),
  ])
  func faultsOfOracle(_ old: String, _ new: String, _ key: String, _ line: Int, _ reason: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try load(Self.whole.replacing(old, with: new)) }
    #expect(error.file == "config.ini")
    #expect(error.section == "oracle")
    #expect(error.key == key)
    #expect(error.line == line)
    #expect(error.reason.contains(reason))
    #expect(!error.remedy.isEmpty)
  }

  @Test(arguments: [
    ("dbname = sales", "", "dbname", 8, "missing"), ("port = 5433", "port = -1", "port", 10, "not a port"),
    ("sslmode = require", "sslmode = yes", "sslmode", 14, "not a mode"), ("user = carrier", "", "user", 8, "missing"),
  ])
  func faultsOfPostgres(_ old: String, _ new: String, _ key: String, _ line: Int, _ reason: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try load(Self.whole.replacing(old, with: new)) }
    #expect(error.section == "postgres")
    #expect(error.key == key)
    #expect(error.line == line)
    #expect(error.reason.contains(reason))
  }

  @Test func faultsOfTheEnvironmentNameTheVariable() throws {
    let port = try #require(throws: ConfigurationError.self) {
      try load(Self.whole, ["ORAFERRY_POSTGRES_PORT": "many"])
    }
    #expect(port.description.hasPrefix("environment variable ORAFERRY_POSTGRES_PORT: [postgres] port: \"many\""))
    let unknown = try #require(throws: ConfigurationError.self) {
      try load(Self.whole, ["ORAFERRY_ORACLE_PASSWROD": "secret"])
    }
    #expect(unknown.variable == "ORAFERRY_ORACLE_PASSWROD")
    #expect(!unknown.description.contains("secret"))
  }

  @Test func unknownAndMissingSections() throws {
    let unknown = try #require(throws: ConfigurationError.self) { try load(Self.whole + "\n[mysql]\n") }
    #expect(unknown.section == "mysql")
    #expect(unknown.line == 16)
    let missing = try #require(throws: ConfigurationError.self) { try load("") }
    #expect(missing.section == "oracle")
    #expect(missing.reason.contains("section"))
  }
}
