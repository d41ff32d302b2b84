import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// `verify --views` runs each view on both sides.
@Suite(.serialized)
struct ViewVerificationTests {
  private static let views = """
    CREATE VIEW spending (name, orders, since, part) AS
      SELECT c.name, COUNT(o.order_id), MIN(TRUNC(o.order_date)), ROUND(COUNT(*) / 7, 3)
      FROM customers c, orders o WHERE c.customer_id = o.customer_id (+) GROUP BY c.name;
    CREATE VIEW plain AS SELECT customer_id, code, token, born, changed_at, rating, factor FROM customers;
    CREATE VIEW risky AS SELECT customer_id, 100 / (customer_id - 1000) AS ratio FROM customers;

    """

  @Test func viewsAreComparedLikeTables() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script() + Self.views)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect([0, 2].contains(try await workspace.run("migrate").status))
    let equal = try await workspace.run("verify", ["--views"])
    #expect(equal.status == 0, "\(equal.output)\(equal.errors)")
    #expect(equal.output.contains("equal: 2 tables, 3 views, 80 rows"), "\(equal.output)")

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute(
      "CREATE OR REPLACE VIEW sales.plain AS SELECT customer_id, upper(code)::char(6) AS code, token, born, changed_at, "
        + "rating, factor + 1 AS factor FROM sales.customers")
    let different = try await workspace.run("verify", ["--views", "--no-schema", "--json"])
    #expect(different.status == 2)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(different.output.utf8)) as? [String: Any])
    let views = try #require(answer["views"] as? [[String: Any]])
    #expect(
      views.filter { $0["equal"] as? Bool == false }.map { $0["table"] as? String } == ["plain"], "\(different.output)")
    #expect((answer["tables"] as? [[String: Any]])?.allSatisfy { $0["equal"] as? Bool == true } == true)

    // A view that fails to run is no difference, and the others are still compared.
    _ = try await session.execute("DROP VIEW sales.plain")
    _ = try await session.execute(
      "CREATE VIEW sales.plain AS SELECT customer_id, code, token, born, changed_at, rating, factor FROM sales.customers"
    )
    _ = try await session.execute(
      "CREATE OR REPLACE VIEW sales.risky AS SELECT customer_id, 100::numeric / (customer_id - 5) AS ratio "
        + "FROM sales.customers")
    let failing = try await workspace.run("verify", ["--views", "--no-schema"])
    #expect(failing.status == 1, "\(failing.output)\(failing.errors)")
    #expect(failing.output.contains("view sales.risky could not be checked: division by zero"), "\(failing.output)")
    #expect(failing.output.contains("sales.spending"))
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}
