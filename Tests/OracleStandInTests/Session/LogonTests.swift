import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Logon") struct LogonTests {
  private func logOn(
    _ database: StandInDatabase, user: String = "APP", mode: AuthenticationMode = [], newPassword: String? = nil,
    pairs: [AuthenticationPair] = []
  ) throws -> StandInSession {
    var logon = StandInLogon(database: database, options: StandInServer.Options())
    let challenge = try logon.challenge(AuthenticationRequest(user: user, mode: .logon, pairs: []))
    let client = try ClientLogon(challenge: challenge, user: user, password: "secret", newPassword: newPassword)
    var modes = mode.union([.logon, .withPassword])
    if newPassword != nil { modes.insert(.changePassword) }
    return try logon.open(AuthenticationRequest(user: user, mode: modes, pairs: client.pairs + pairs)).0
  }

  @Test("a logon that is refused does not change the password") func refusedChanges() throws {
    let database = try TestDatabase().database
    database.createUser("OTHER", password: "secret")
    let refusals: [(AuthenticationMode, [AuthenticationPair], Int)] = [
      (.sysdba, [], 1017), ([], [AuthenticationPair("PROXY_CLIENT_NAME", "OTHER")], 28150),
      ([], [AuthenticationPair("AUTH_ALTER_SESSION", "ALTER SESSION SET NOTHING = 1")], 2248),
    ]
    for (mode, pairs, code) in refusals {
      let error = #expect(throws: OracleError.self) {
        try logOn(database, mode: mode, newPassword: "changed", pairs: pairs)
      }
      #expect(error?.code == code)
      #expect(database.password(ofUser: "APP") == "secret")
    }
    _ = try logOn(database, newPassword: "changed")
    #expect(database.password(ofUser: "APP") == "changed")
  }

  @Test("a proxy is known by its name in the dictionary") func proxyName() throws {
    let test = try TestDatabase()
    test.database.createUser("Mixed", password: "secret")
    try test.run("ALTER USER app GRANT CONNECT THROUGH \"Mixed\"")
    let session = try logOn(test.database, user: "Mixed", pairs: [AuthenticationPair("PROXY_CLIENT_NAME", "APP")])
    #expect(session.user == "APP")
    #expect(session.attributes["PROXY_USER"] == "Mixed")
  }
}
