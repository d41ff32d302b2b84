import Catalog
import Conversion
import Model
import OracleClient
import OracleStandIn

@testable import Profiling

/// A stand-in with tables, over real sockets.
struct ProfiledServer: Sendable {
  let connection: OracleConnection
  let connect: @Sendable () async throws -> OracleConnection

  static func with(_ statements: [String], _ body: (ProfiledServer) async throws -> Void) async throws {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connect: @Sendable () async throws -> OracleConnection = {
      try await OracleConnection.connect(
        .init(
          host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "OT", password: "secret",
          connectTimeout: 300))
    }
    let connection = try await connect()
    do {
      for statement in statements { _ = try await connection.execute(statement) }
      try await connection.commit()
      try await body(ProfiledServer(connection: connection, connect: connect))
    } catch {
      await server.stop()
      throw error
    }
    await connection.close()
    await server.stop()
  }

  func schema() async throws -> Schema { try await OracleCatalog(connection: connection).schema(owner: "OT") }

  func mappings(_ options: ConversionOptions = ConversionOptions()) async throws -> [TableMapping] {
    try SchemaConversion.plan(for: try await schema(), options: options).tables.map(\.mapping)
      .sorted { $0.sourceName < $1.sourceName }
  }

  /// What is found in all tables.
  func profile(_ options: ConversionOptions = ConversionOptions()) async throws -> SchemaProfile {
    let profiles = try await SchemaProfiler(try await mappings(options), scn: nil)
      .run(over: connection, sessions: 2, connect: connect)
    return try SchemaProfile(profiles, of: try await schema(), options: options, scn: nil)
  }
}
