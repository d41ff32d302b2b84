import Model
import PostgresClient
import PostgresCluster
import Testing

@testable import Conversion

/// The statements are run by a real PostgreSQL, and what they make behaves as in Oracle.
@Suite struct PlanExecutionTests {
  private static func sales() -> Schema {
    let number = OracleDataType.number(precision: nil, scale: nil)
    var id = column("ORDER_ID", number, notNull: true)
    id.identity = IdentityDefinition(
      isAlways: false, sequenceName: "ISEQ$$_1", options: SequenceOptions(lastNumber: "106"))
    var total = column("TOTAL", .number(precision: 14, scale: 2), default: "\"QUANTITY\"*\"PRICE\"")
    total.isVirtual = true
    var orders = table(
      "ORDERS",
      [
        id, column("CUSTOMER", .varchar2(length: 30), notNull: true), column("Mixed \"Case", .char(length: 3)),
        column("USER", .varchar2(length: 19), default: "'it''s \\ here'"), column("ORDERED", .date, default: "SYSDATE"),
        column("REGION", .number(precision: 4, scale: 0)), column("CODE", .varchar2(length: 5)),
        column("PLACED", .timestamp(precision: 9)), column("KEY", .raw(length: 16), default: "SYS_GUID()"),
      ], key: ["ORDER_ID"], uniques: [KeyConstraint(name: "ORDERS_UK", columns: ["REGION", "CODE"])],
      checks: [CheckConstraint(name: "ORDERS_CK", condition: "CODE NOT LIKE 'X%' AND REGION / 2 <> 1.5")],
      indexes: [
        TableIndex(name: "ORDERS_IX", parts: [.init(key: .expression("UPPER(\"CUSTOMER\")"), isDescending: true)]),
        TableIndex(name: "ORDER_ITEMS", parts: [.init(key: .column("ORDERED"))]),
      ])
    orders.comment = "the customer's orders"
    orders.columns[1].comment = "who \\ 'ordered'"
    let items = table(
      "ORDER_ITEMS",
      [
        column("ORDER_ID", number, notNull: true), column("ITEM", notNull: true, default: "ITEM_SEQ.NEXTVAL"),
        column("QUANTITY", .number(precision: 5, scale: -2)), column("PRICE", .number(precision: 8, scale: 2)), total,
      ], key: ["ORDER_ID", "ITEM"],
      foreignKeys: [reference("ITEMS_FK", ["ORDER_ID"], to: "ORDERS", ["ORDER_ID"], rule: .cascade)])
    return schema(
      [items, orders], sequences: [SequenceDefinition(name: "ITEM_SEQ", options: SequenceOptions(lastNumber: "21"))])
  }

  private func withSession(_ body: (PostgresSession) async throws -> Void) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    do {
      try await body(session)
    } catch {
      await session.close()
      await cluster.stop()
      throw error
    }
    await session.close()
    await cluster.stop()
  }

  private func run(_ plan: MigrationPlan, _ session: PostgresSession) async throws {
    for statement in plan.preparation + plan.tables.map(\.creation) + plan.completion {
      _ = try await session.execute(statement.sql)
    }
  }

  @Test func planRunsAndBehaves() async throws {
    let plan = try SchemaConversion.plan(for: Self.sales())
    #expect(plan.blockingFindings.isEmpty)
    try await withSession { session in
      try await run(plan, session)
      let insert = #"INSERT INTO ot.orders (customer, "Mixed ""Case", region, code) VALUES ($1, $2, $3, $4)"#
      // The identity goes on where Oracle stood.
      let first = try await session.execute(insert + " RETURNING order_id", ["x", "ab", "1", nil])
      #expect(first.firstValue == "106")
      // Oracle refuses a second (1, NULL) and lets (NULL, NULL) pass.
      await #expect(throws: PostgresError.self) { _ = try await session.execute(insert, ["x", nil, "1", nil]) }
      for _ in 0..<2 { _ = try await session.execute(insert, ["x", nil, nil, nil]) }
      // A quotient of integers is no integer, and a check that is NULL passes.
      await #expect(throws: PostgresError.self) { _ = try await session.execute(insert, ["x", nil, "3", "b"]) }
      await #expect(throws: PostgresError.self) { _ = try await session.execute(insert, ["x", nil, "4", "Xb"]) }
      _ = try await session.execute("INSERT INTO ot.order_items (order_id, quantity, price) VALUES (106, 149, 2.5)")
      let item = try await session.execute("SELECT item, quantity, total FROM ot.order_items")
      #expect(item.rows == [["21", "100", "250.00"]])
      _ = try await session.execute("DELETE FROM ot.orders WHERE order_id = 106")
      #expect(try await session.execute("SELECT count(*) FROM ot.order_items").firstValue == "0")
      let comment = try await session.execute("SELECT col_description('ot.orders'::regclass, 2)")
      #expect(comment.firstValue == "who \\ 'ordered'")
    }
  }

  /// Every condition of the table above is taken by PostgreSQL as a CHECK.
  @Test func convertedConditionsAreValid() async throws {
    let columns = ExpressionTranslatorTests.context.columns.values.sorted { $0.targetName < $1.targetName }
    try await withSession { session in
      let list = columns.map { PostgresIdentifier.quoted($0.targetName) + " " + $0.postgresType.sql }
      _ = try await session.execute("CREATE TABLE t (\(list.joined(separator: ", ")))")
      for translation in ExpressionTranslatorTests.conditions {
        do {
          _ = try await session.execute("ALTER TABLE t ADD CHECK (\(translation.postgres))")
          // An index and a generated column take immutable expressions only.
          _ = try await session.execute("CREATE INDEX ON t ((\(translation.postgres)))")
        } catch {
          Issue.record("\(translation.oracle): \(error)")
        }
      }
      // A row of NULLs and one of values are both computed without an error, whatever the outcome.
      _ = try await session.execute("CREATE TABLE u AS TABLE t")
      _ = try await session.execute(
        """
        INSERT INTO u (qty, price, cost, status, name, flag, started, ended, moment, ratio, portion, note, native, id)
        VALUES (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (7, 1.5, 2, 'A', 'n', 'Y', '2020-01-01', '2020-01-08', '2020-01-01', 'NaN', 0.1, 'n', 'x', '\\x00')
        """)
      for translation in ExpressionTranslatorTests.conditions {
        let result = try await session.execute("SELECT count(*) FROM u WHERE (\(translation.postgres)) IS NOT NULL")
        #expect(result.firstValue != nil, "\(translation.oracle)")
      }
    }
  }

  @Test func hostileNamesStayNames() async throws {
    let name = "x\"; DROP SCHEMA \"OT\" CASCADE; --"
    let tables = [
      table(
        name, [column("a\"b", notNull: true), column("select"), column(String(repeating: "Ö", count: 60))],
        key: ["a\"b"],
        indexes: [TableIndex(name: "i'\"x", parts: [.init(key: .column("select"))])])
    ]
    let plan = try plan(tables)
    try await withSession { session in
      try await run(plan, session)
      let count = try await session.execute(
        "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname = $1", [name])
      #expect(count.firstValue == "1")
    }
  }
}
