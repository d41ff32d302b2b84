import OracleClient
import OracleStandIn
import OracleWire

extension StandInProfile {
  /// Whether packets have lengths of 32 bits, as they have from 12.1 on.
  var hasLongLength: Bool { self != .release11dot2 }
}

/// A stand-in of the test's own, and connections to it.
struct LiveServer {
  let database: StandInDatabase
  let server: StandInServer

  static func start(
    profile: StandInProfile = .release23ai, verifier: VerifierKind = .version12c, dataUnit: UInt32 = 65536,
    tls: StandInTLS? = nil, nativeServices: NativeServicesOffer? = nil
  ) async throws -> LiveServer {
    var configuration = StandInDatabase.Configuration()
    configuration.serviceName = "TESTDB"
    configuration.version = profile.version.map(String.init).joined(separator: ".")
    let database = StandInDatabase(configuration: configuration)
    database.createUser("APP", password: "Pässword 1")
    let options = StandInServer.Options(
      profile: profile, verifier: verifier, sessionDataUnit: dataUnit, tls: tls, nativeServices: nativeServices)
    return LiveServer(database: database, server: try await StandInServer.start(database: database, options: options))
  }

  var configuration: OracleConnection.Configuration {
    OracleConnection.Configuration(
      host: "127.0.0.1", port: server.port, service: .serviceName("TESTDB"), user: "app", password: "Pässword 1",
      // Hundreds of tests of a debug build begin at once on two cores: how long a logon takes then says nothing.
      connectTimeout: 300)
  }

  func connect() async throws -> OracleConnection {
    try await OracleConnection.connect(configuration)
  }
}
