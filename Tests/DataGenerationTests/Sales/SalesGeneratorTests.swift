import OracleClient
import OracleStandIn
import SampleSchema
import Testing

@testable import DataGeneration

/// Create, update and delete on a server that enforces every constraint.
@Suite struct SalesGeneratorTests {
  private func withStore<Result>(
    _ body: (OracleSalesStore, OracleConnection) async throws -> Result
  ) async throws -> Result {
    let database = StandInDatabase(configuration: StandInDatabase.Configuration())
    database.createUser("SALES", password: "secret")
    let server = try await StandInServer.start(database: database, options: StandInServer.Options(port: 0))
    let connection = try await OracleConnection.connect(
      OracleConnection.Configuration(
        host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "sales", password: "secret",
        connectTimeout: 300))
    let result = try await body(OracleSalesStore(connection: connection), connection)
    await connection.close()
    await server.stop()
    return result
  }

  private func count(_ table: String, _ connection: OracleConnection, where condition: String = "1 = 1") async throws
    -> Int
  {
    let rows = try await connection.rows("SELECT COUNT(*) FROM \(table) WHERE \(condition)")
    guard case .number(let number)? = rows.first?.first else { return -1 }
    return number.intValue ?? -1
  }

  @Test func eachStepDoesWhatItReports() async throws {
    try await withStore { store, connection in
      let generator = SalesGenerator(store: store, seed: 7)
      let first = try await generator.run(create: 100, update: 0, delete: 0)
      #expect(first.madeTables)
      let made = Dictionary(first.lines.map { ($0.table, $0.rows) }) { $1 }
      #expect(made["orders"] == 100 && made["customers"] == 20 && made["contacts"] == 25)
      #expect(made["products"] == 5 && made["inventories"] == 25 && made["employees"] == 200)
      for (table, rows) in made { #expect(try await count(table, connection) == rows, "\(table)") }

      let second = try await generator.run(create: 50, update: 30, delete: 20)
      #expect(!second.madeTables)
      let lines = second.lines.map { "\($0.action) \($0.table) \($0.rows)" }
      #expect(lines.contains("created orders 50") && lines.contains("updated orders 30"))
      #expect(lines.contains("updated customers 6") && lines.contains("updated products 1"))
      #expect(lines.contains("deleted orders 20") && !lines.contains { $0.hasPrefix("created regions") })
      #expect(try await count("orders", connection) == 130)
      #expect(try await count("order_items", connection, where: "order_id NOT IN (SELECT order_id FROM orders)") == 0)

      // More than there is: what there is.
      let last = try await generator.run(create: 0, update: 0, delete: 1_000_000)
      #expect(last.lines.first { $0.table == "orders" }?.rows == 130)
      for table in ["orders", "order_items", "customers", "contacts", "products", "inventories"] {
        #expect(try await count(table, connection) == 0, "\(table)")
      }
    }
  }

  @Test func theSameSeedGivesTheSameRowsAndAnotherOneOthers() async throws {
    func contents(seed: UInt64) async throws -> [[String]] {
      try await withStore { store, connection in
        _ = try await SalesGenerator(store: store, seed: seed).run(create: 60, update: 20, delete: 10)
        var contents: [[String]] = []
        for table in SampleSchema.tables {
          contents.append(try await connection.rows("SELECT * FROM \(table.name)").map { "\($0)" }.sorted())
        }
        return contents
      }
    }
    let first = try await contents(seed: 3)
    #expect(try await contents(seed: 3) == first)
    #expect(try await contents(seed: 4) != first)
  }

  @Test func halfASchemaIsRefused() async throws {
    try await withStore { store, connection in
      try await connection.execute("CREATE TABLE orders (order_id NUMBER)")
      let error = await #expect(throws: GenerationError.self) {
        try await SalesGenerator(store: store, seed: 1).run(create: 1, update: 0, delete: 0)
      }
      #expect(error?.description.contains("order_items") == true)
    }
  }
}
