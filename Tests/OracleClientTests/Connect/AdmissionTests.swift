import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// Privileges, proxy users and passwords that have expired, against the stand-in.
///
/// That the stand-in reads these requests as a server must is what `Tests/Conformance/test_logon.py` shows.
struct AdmissionTests {
  private func withServer(
    _ statements: [String], _ body: (OracleConnection.Configuration) async throws -> Void
  ) async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    for statement in statements { _ = try await connection.execute(statement) }
    await connection.close()
    try await body(live.configuration)
    await live.server.stop()
  }

  private func user(_ configuration: OracleConnection.Configuration) async throws -> OracleValue? {
    let connection = try await OracleConnection.connect(configuration)
    let rows = try await connection.rows("SELECT USER FROM dual")
    await connection.close()
    return rows.first?.first
  }

  private func failure(_ configuration: OracleConnection.Configuration) async throws -> OracleConnectionError {
    let error = await #expect(throws: OracleConnectionError.self) { try await OracleConnection.connect(configuration) }
    return try #require(error)
  }

  @Test func aPrivilege() async throws {
    try await withServer([]) { configuration in
      var configuration = configuration
      configuration.privilege = .sysdba
      let error = try await failure(configuration)
      #expect(error.code == 1017)
    }
    try await withServer(["GRANT SYSDBA TO app"]) { configuration in
      let asked = configuration
      let plain = try await user(asked)
      #expect(plain == .text("APP"))
      var credentials = ["host": asked.host, "port": "\(asked.port)", "service_name": "TESTDB", "user": "app"]
      credentials["password"] = asked.password
      credentials["privilege"] = "SYSDBA"
      var privileged = try OracleConnection.Configuration(credentials: credentials)
      privileged.connectTimeout = 300
      let administrator = try await user(privileged)
      #expect(administrator == .text("SYS"))
      credentials["privilege"] = "king"
      let error = #expect(throws: OracleCredentialsError.self) {
        try OracleConnection.Configuration(credentials: credentials)
      }
      #expect(error?.description.contains("sysdba, sysoper") == true)
    }
  }

  @Test func aProxyUser() async throws {
    let statements = [
      "CREATE USER sales IDENTIFIED BY \"x\"", "CREATE USER other IDENTIFIED BY \"x\"",
      "ALTER USER sales GRANT CONNECT THROUGH app",
    ]
    try await withServer(statements) { configuration in
      var configuration = configuration
      configuration.user = "app[sales]"
      let client = try await user(configuration)
      #expect(client == .text("SALES"))
      configuration.user = "app[other]"
      let error = try await failure(configuration)
      #expect(error.code == 28150)
      #expect(error.description.contains("CONNECT THROUGH"))
    }
  }

  @Test func anExpiredPassword() async throws {
    try await withServer(["CREATE USER old IDENTIFIED BY \"First-1\" PASSWORD EXPIRE"]) { configuration in
      var configuration = configuration
      configuration.user = "old"
      configuration.password = "First-1"
      let error = try await failure(configuration)
      #expect(error.code == 28001)
      #expect(error.description.contains("change the password"))
      configuration.newPassword = "Zweites-2"
      let connection = try await OracleConnection.connect(configuration)
      #expect(connection.warnings == [])
      #expect(connection.configuration.password == "Zweites-2")
      #expect(connection.configuration.newPassword == nil)
      await connection.close()
      configuration.password = "Zweites-2"
      configuration.newPassword = nil
      let again = try await user(configuration)
      #expect(again == .text("OLD"))
    }
  }

  @Test func moduleAndAction() async throws {
    try await withServer([]) { configuration in
      let connection = try await OracleConnection.connect(configuration)
      connection.identify(module: "ferry", action: "haul")
      let sql = "SELECT SYS_CONTEXT('USERENV', 'MODULE'), SYS_CONTEXT('USERENV', 'ACTION') FROM dual"
      let first = try await connection.rows(sql)
      #expect(first == [[.text("ferry"), .text("haul")]])
      connection.identify(action: "")
      let second = try await connection.rows(sql)
      #expect(second == [[.text("ferry"), .null]])
      connection.identify(action: "wait")
      connection.identify(module: "other")
      let third = try await connection.rows(sql)
      #expect(third == [[.text("other"), .null]])
      await connection.close()
    }
  }

  @Test(arguments: [
    ("sales", "sales", nil), ("proxy[sales]", "proxy", "sales"), ("\"Mixed\"[\"Own\"]", "\"Mixed\"", "\"Own\""),
    ("proxy[]", "proxy[]", nil), ("[sales]", "[sales]", nil), ("a[b", "a[b", nil), ("", "", nil),
  ])
  func names(_ text: String, _ user: String, _ client: String?) {
    let name = LogonName(text)
    #expect(name.user == user)
    #expect(name.client == client)
  }
}
