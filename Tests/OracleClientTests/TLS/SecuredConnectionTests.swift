import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// TCPS against the stand-in: what is trusted, what isn't, and what the refusal says.
///
/// The profile of 19c begins TLS a second time, as a listener does that hands a connection on.
struct SecuredConnectionTests {
  /// A stand-in with TLS and everything around it, gone afterwards.
  private func withServer(
    _ profile: StandInProfile = .release23ai, certificate: String = "server", demandsClients: Bool = false,
    _ body: (Certificates, LiveServer) async throws -> Void
  ) async throws {
    let certificates = try Certificates()
    defer { certificates.remove() }
    if certificate == "elsewhere" {
      try certificates.issue("elsewhere", subject: "/C=US/CN=elsewhere", names: "DNS:elsewhere.example")
    }
    let tls = try StandInTLS(
      certificate: certificates.path("\(certificate).pem"), key: certificates.path("\(certificate).key"),
      clientAuthority: demandsClients ? certificates.path("ca.pem") : nil)
    let live = try await LiveServer.start(profile: profile, tls: tls)
    try await body(certificates, live)
    await live.server.stop()
  }

  private func connect(
    _ live: LiveServer, _ host: String, _ parameters: String = "", wallet: String?, password: String? = nil
  ) async throws -> OracleConnection {
    var configuration = OracleConnection.Configuration(
      connectString: "tcps://\(host):\(live.server.port)/TESTDB\(parameters)", user: "app", password: "Pässword 1",
      connectTimeout: 300)
    configuration.walletLocation = wallet
    configuration.walletPassword = password
    return try await OracleConnection.connect(configuration)
  }

  private func works(_ connection: OracleConnection) async throws {
    // More than a TLS record, both ways.
    let text = String(repeating: "x", count: 30_000)
    #expect(try await connection.rows("SELECT :1 FROM dual", binds: [.text(text)]) == [[.text(text)]])
    await connection.close()
  }

  private func refusal(
    _ live: LiveServer, _ host: String, _ parameters: String = "", wallet: String?, password: String? = nil
  ) async throws -> String {
    let error = await #expect(throws: OracleConnectionError.self) {
      try await connect(live, host, parameters, wallet: wallet, password: password)
    }
    guard case .notSecured(let reason)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return ""
    }
    #expect(error?.description.contains("no TLS: ") == true)
    return reason
  }

  @Test(arguments: StandInProfile.allCases, ["localhost", "127.0.0.1"])
  func aTrustedServer(profile: StandInProfile, host: String) async throws {
    try await withServer(profile) { certificates, live in
      let wallet = try certificates.wallet("trust", of: ["ca.pem"])
      try await works(connect(live, host, wallet: wallet))
      try await works(connect(live, host, "?my_wallet_directory=\(wallet)&ssl_version=tlsv1.2", wallet: nil))
      try await works(connect(live, host, "?ssl_version=tlsv1.3", wallet: wallet))
    }
  }

  @Test func aServerThatNobodyVouchesFor() async throws {
    try await withServer { certificates, live in
      #expect(try await refusal(live, "localhost", wallet: nil).contains("is not trusted"))
      let other = try Certificates()
      defer { other.remove() }
      let wallet = try other.wallet("trust", of: ["ca.pem"])
      for parameters in ["", "?ssl_server_dn_match=off"] {
        #expect(try await refusal(live, "localhost", parameters, wallet: wallet).contains("is not trusted"))
      }
    }
  }

  @Test(arguments: StandInProfile.allCases)
  func theNameOfAnotherHost(profile: StandInProfile) async throws {
    try await withServer(profile, certificate: "elsewhere") { certificates, live in
      let wallet = try certificates.wallet("trust", of: ["ca.pem"])
      for host in ["localhost", "127.0.0.1"] {
        #expect(try await refusal(live, host, wallet: wallet).contains("for another host"))
      }
      try await works(connect(live, "localhost", "?ssl_server_dn_match=off", wallet: wallet))
      try await works(connect(live, "localhost", "?ssl_server_cert_dn=\"CN=elsewhere, C=US\"", wallet: wallet))
      for parameters in ["?ssl_server_cert_dn=CN=elsewhere", "?ssl_server_cert_dn=CN=localhost,C=US"] {
        let reason = try await refusal(live, "localhost", parameters, wallet: wallet)
        #expect(reason.contains("another subject"))
      }
      try await works(connect(live, "localhost", "?ssl_server_cert_dn=CN=x&ssl_server_dn_match=no", wallet: wallet))
    }
  }

  @Test func aClientThatMustProveItself() async throws {
    try await withServer(demandsClients: true) { certificates, live in
      try certificates.openssl(
        "pkcs8", "-topk8", "-v2", "aes-256-cbc", "-in", certificates.path("client.key"), "-passout", "pass:w4llet",
        "-out", certificates.path("locked.key"))
      let bare = try certificates.wallet("bare", of: ["ca.pem"])
      #expect(try await refusal(live, "localhost", wallet: bare).contains("client certificate"))
      let open = try certificates.wallet("open", of: ["client.key", "client.pem", "ca.pem"])
      try await works(connect(live, "localhost", wallet: open))
      let locked = try certificates.wallet("locked", of: ["locked.key", "client.pem", "ca.pem"])
      try await works(connect(live, "localhost", wallet: locked, password: "w4llet"))
      #expect(try await refusal(live, "localhost", wallet: locked).contains("set wallet_password"))
      for password in ["guess-what", "Pässword", ""] {
        let reason = try await refusal(live, "localhost", wallet: locked, password: password)
        #expect(reason.contains("wallet_password"))
        #expect(password.isEmpty || !reason.contains(password))
      }
      let mixed = try certificates.wallet("mixed", of: ["server.key", "client.pem", "ca.pem"])
      #expect(try await refusal(live, "localhost", wallet: mixed).contains("belong together"))
    }
  }

  @Test func walletsThatCannotBeRead() async throws {
    try await withServer { certificates, live in
      #expect(try await refusal(live, "localhost", wallet: "/nowhere").contains("/nowhere/ewallet.pem"))
      let empty = try certificates.wallet("empty", of: ["names"])
      #expect(try await refusal(live, "localhost", wallet: empty).contains("no certificate"))
    }
  }

  @Test func oneSideWithoutTLS() async throws {
    try await withServer { certificates, live in
      let wallet = try certificates.wallet("trust", of: ["ca.pem"])
      let plain = try await LiveServer.start()
      // The stand-in cuts off what is no TNS packet.
      let error = await #expect(throws: OracleConnectionError.self) {
        try await connect(plain, "localhost", wallet: wallet)
      }
      #expect(error?.isRetrySafe == true || error?.reason == .closedByServer)
      await plain.server.stop()
      var configuration = live.configuration
      configuration.connectTimeout = 5
      await #expect(throws: OracleConnectionError.self) { try await OracleConnection.connect(configuration) }
    }
  }

  @Test func anUntrustedAddressIsPassedOver() async throws {
    try await withServer { certificates, live in
      let other = try Certificates()
      defer { other.remove() }
      let stranger = try await LiveServer.start(
        tls: StandInTLS(certificate: other.path("server.pem"), key: other.path("server.key")))
      let wallet = try certificates.wallet("trust", of: ["ca.pem"])
      var configuration = live.configuration
      configuration.connectString = "tcps://localhost:\(stranger.server.port),localhost:\(live.server.port)/TESTDB"
      configuration.walletLocation = wallet
      let connection = try await OracleConnection.connect(configuration)
      #expect(connection.configuration.port == live.server.port)
      await connection.close()
      await stranger.server.stop()
    }
  }
}
