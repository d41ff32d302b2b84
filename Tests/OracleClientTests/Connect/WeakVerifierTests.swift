import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// Logons at servers that keep nothing but a 10g verifier.
struct WeakVerifierTests {
  private static func code(_ configuration: OracleConnection.Configuration) async -> Int? {
    do {
      await (try OracleConnection.connect(configuration)).close()
      return nil
    } catch let error as OracleConnectionError {
      if case .loginRejected(let refusal) = error.reason { return refusal.code }
      return -1
    } catch {
      return -1
    }
  }

  @Test("works with every release, and is remarked", arguments: StandInProfile.allCases)
  func logsOn(profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version10g)
    let connection = try await live.connect()
    #expect(connection.warnings.count == 1)
    #expect(connection.warnings.first?.contains("10g") == true)
    #expect(try await connection.rows("SELECT USER FROM DUAL") == [[.text("APP")]])
    await connection.close()

    var configuration = live.configuration
    configuration.password = "PÄSSWORD 1"
    #expect(await Self.code(configuration) == nil)
    for wrong in ["Pässword 2", "Passwort 1", ""] {
      configuration.password = wrong
      #expect(await Self.code(configuration) == 1017)
    }
    configuration = live.configuration
    configuration.user = "nobody"
    #expect(await Self.code(configuration) == 1017)
    await live.server.stop()
  }

  @Test("a better verifier is not remarked") func noRemark() async throws {
    let live = try await LiveServer.start(verifier: .version11gAlternative)
    let connection = try await live.connect()
    #expect(connection.warnings.isEmpty)
    await connection.close()
    await live.server.stop()
  }

  @Test("proxy users and new passwords", arguments: [StandInProfile.release11dot2, .release19c])
  func proxyAndNewPassword(profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version10g)
    live.database.createUser("AGENT", password: "Agent-1")
    let owner = try await live.connect()
    try await owner.execute("ALTER USER app GRANT CONNECT THROUGH agent")
    await owner.close()

    var configuration = live.configuration
    configuration.user = "agent[app]"
    configuration.password = "agent-1"
    let proxy = try await OracleConnection.connect(configuration)
    let names = try await proxy.rows("SELECT USER, SYS_CONTEXT('USERENV', 'PROXY_USER') FROM DUAL")
    #expect(names == [[.text("APP"), .text("AGENT")]])
    await proxy.close()

    configuration.user = "agent"
    configuration.newPassword = "Zweites-2"
    await (try OracleConnection.connect(configuration)).close()
    configuration.newPassword = nil
    #expect(await Self.code(configuration) == 1017)
    configuration.password = "Zweites-2"
    #expect(await Self.code(configuration) == nil)
    await live.server.stop()
  }
}
