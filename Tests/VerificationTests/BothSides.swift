import Model
import OracleClient
import OracleStandIn
import OracleWire
import PostgresClient
import Synchronization

@testable import Verification

/// A stand-in for Oracle and a PostgreSQL database, both with the same tables and rows.
struct BothSides: Sendable {
  let server: StandInServer
  let oracle: OracleConnection
  let postgres: PostgresSession
  /// libpq keywords of the PostgreSQL database.
  let parameters: [String: String]
  /// Another one for each test, for names that the databases of a server share.
  let number: Int

  private static let count = Mutex(0)

  /// Makes both sides for the time of a test.
  ///
  /// - Parameter isCopied: whether the rows are in PostgreSQL, too; they were written there as text, not copied.
  static func with(
    _ tables: [SourceTable], isCopied: Bool = true, _ body: (BothSides) async throws -> Void
  ) async throws {
    let parameters = try await SharedCluster.newDatabase()
    let postgres = try await PostgresSession.connect(parameters)
    let statements = tables.map { $0.postgresDDL + (isCopied ? $0.postgresRows : "") }
    _ = try await postgres.execute("CREATE SCHEMA ot;" + statements.joined())

    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    let server = try await StandInServer.start(database: database)
    let oracle = try await OracleConnection.connect(
      OracleConnection.Configuration(
        host: "127.0.0.1", port: server.port, service: .serviceName(database.configuration.serviceName), user: "OT",
        password: "secret", connectTimeout: 300))
    for table in tables {
      _ = try await oracle.execute(table.oracleDDL)
      try await oracle.executeMany(table.oracleInsert, rows: table.rows)
    }
    try await oracle.commit()

    let number = count.withLock { count in
      count += 1
      return count
    }
    try await body(
      BothSides(server: server, oracle: oracle, postgres: postgres, parameters: parameters, number: number))
    await oracle.close()
    await postgres.close()
    await server.stop()
  }

  /// Compares the tables.
  func verify(_ tables: [SourceTable], options: Verifier.Options = Verifier.Options()) async throws
    -> VerificationResult
  {
    try await Verifier(source: oracle, target: postgres, options: options).verify(tables.map(\.mapping))
  }
}
