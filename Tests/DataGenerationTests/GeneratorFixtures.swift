import OracleClient
import OracleStandIn
import PostgresClient
import PostgresCluster

@testable import DataGeneration

/// Servers that enforce every constraint, each with a schema of the test's.
enum GeneratorFixtures {
  private static let cluster = Task { try await PostgresCluster.start(.fast) }
  private static let counter = Counter()

  private actor Counter {
    private var number = 0
    func next() -> Int {
      number += 1
      return number
    }
  }

  /// A database of its own with these statements run.
  static func withPostgres<Result>(
    _ ddl: String, _ body: (PostgresRowStore, PostgresSession) async throws -> Result
  ) async throws -> Result {
    let parameters = try await cluster.value.createDatabase("generate_\(await counter.next())")
    let session = try await PostgresSession.connect(parameters.merging(["connect_timeout": "300"]) { $1 })
    _ = try await session.execute(ddl)
    let result = try await body(PostgresRowStore(session: session, schema: "public"), session)
    await session.close()
    return result
  }

  /// A stand-in of its own with these statements run, each behind the one before.
  static func withOracle<Result>(
    _ ddl: [String], _ body: (OracleRowStore, OracleConnection) async throws -> Result
  ) async throws -> Result {
    let database = StandInDatabase(configuration: StandInDatabase.Configuration())
    database.createUser("SALES", password: "secret")
    let server = try await StandInServer.start(database: database, options: StandInServer.Options(port: 0))
    let connection = try await OracleConnection.connect(
      OracleConnection.Configuration(
        host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "sales", password: "secret",
        connectTimeout: 300))
    for statement in ddl { try await connection.execute(statement) }
    let result = try await body(OracleRowStore(connection: connection, owner: "SALES"), connection)
    await connection.close()
    await server.stop()
    return result
  }
}

extension SchemaGenerator {
  /// Plans and does it; the rows created by table.
  func make(
    create: Int = 0, update: Int = 0, delete: Int = 0, tables: [(name: String, rows: Int?)]? = nil
  ) async throws -> (report: GenerationReport, created: [String: Int]) {
    let prepared = try await prepare(
      GenerationRequest(create: create, update: update, delete: delete, tables: tables))
    let report = try await run(prepared)
    let created = report.lines.filter { $0.action == "created" }.map { ($0.table, $0.rows) }
    return (report, Dictionary(created) { $0 + $1 })
  }
}
