import Foundation
import PostgresClient
import Testing

/// `migrate --data-only`: what is easily overlooked in tables of others.
@Suite(.serialized)
struct ExistingTargetCornersTests {
  private static let load = ["--data-only", "--workers", "2"]

  private func value(_ session: PostgresSession, _ statement: String) async throws -> String? {
    try await session.execute(statement).firstValue
  }

  /// A guest may delete orders, and not drop the key by which items would go along: rows of others are there.
  @Test func resetDeletesNoRowsOfOthersAlong() async throws {
    let target = try await ExistingTarget.start(
      tables: "CREATE ROLE guest LOGIN; GRANT CREATE ON DATABASE postgres TO guest;")
    let session = try await target.session()
    for statement in [
      "GRANT USAGE ON SCHEMA shop TO guest",
      "GRANT SELECT, INSERT, DELETE ON ALL TABLES IN SCHEMA shop TO guest",
      "GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA shop TO guest",
    ] { _ = try await session.execute(statement) }
    let workspace = try target.workspace(as: "guest")
    let loaded = try await workspace.run("migrate", Self.load + ["--tables", "CUSTOMERS,ORDERS"])
    #expect(loaded.status == 2, "\(loaded.output)\(loaded.errors)")
    _ = try await session.execute("INSERT INTO shop.items VALUES (1, 1, 99)")

    let refused = try await workspace.run("reset")
    #expect(
      refused.status == 1 && refused.errors.contains("items_orders of shop.items would delete or change rows"),
      "\(refused.output)\(refused.errors)")
    #expect(try await value(session, "SELECT count(*) FROM shop.items") == "1")
    #expect(try await value(session, "SELECT count(*) FROM shop.\"Orders\"") == "3000")

    _ = try await session.execute("DELETE FROM shop.items")
    let reset = try await workspace.run("reset")
    #expect(reset.status == 0, "\(reset.output)\(reset.errors)")
    #expect(try await value(session, "SELECT count(*) FROM shop.\"Orders\"") == "0")
    await session.close()
    await target.stop()
  }

  /// The type of a key may be a domain over a domain; its sequence is set behind the rows all the same.
  @Test func sequencesOfDomains() async throws {
    let target = try await ExistingTarget.start(
      script: """
        CREATE TABLE tagged (id NUMBER(9) PRIMARY KEY, down NUMBER(9));
        INSERT INTO tagged SELECT LEVEL, -LEVEL FROM dual CONNECT BY LEVEL <= 40;
        COMMIT;

        """,
      tables: """
        CREATE DOMAIN shop.whole AS bigint; CREATE DOMAIN shop.tag AS shop.whole CHECK (value > 0);
        CREATE SEQUENCE shop.tags;
        CREATE SEQUENCE shop.downs INCREMENT -1;
        CREATE TABLE shop.tagged (id shop.tag PRIMARY KEY DEFAULT nextval('shop.tags'),
          down shop.whole DEFAULT nextval('shop.downs'));
        """)
    let workspace = try target.workspace()
    let loaded = try await workspace.run("migrate", Self.load)
    #expect(loaded.status == 0, "\(loaded.output)\(loaded.errors)")
    let session = try await target.session()
    let next = try await session.execute("INSERT INTO shop.tagged DEFAULT VALUES RETURNING id, down")
    #expect(next.rows == [["41", "-41"]])
    await session.close()
    await target.stop()
  }

  /// A column that was left behind, and has a place now: what is there lacks its values, so that going on is refused.
  @Test func aColumnThatGetsItsPlaceLater() async throws {
    let target = try await ExistingTarget.start(
      script: """
        CREATE TABLE extras (id NUMBER(9) PRIMARY KEY, remark VARCHAR2(20));
        INSERT INTO extras SELECT LEVEL, 'remark ' || LEVEL FROM dual CONNECT BY LEVEL <= 10;
        COMMIT;

        """, tables: "CREATE TABLE shop.extras (id bigint PRIMARY KEY);")
    let session = try await target.session()
    let workspace = try target.workspace(
      sections: ExistingTarget.sections + "\n[data-only]\nunmatched-columns = ignore\n")
    let loaded = try await workspace.run("migrate", Self.load)
    #expect(loaded.status == 2, "\(loaded.output)\(loaded.errors)")
    #expect(loaded.output.contains("column EXTRAS.REMARK: shop.extras has no column remark"), "\(loaded.output)")
    #expect(try await workspace.run("verify").status == 0)

    _ = try await session.execute("ALTER TABLE shop.extras ADD remark text")
    let refused = try await workspace.run("migrate", Self.load)
    #expect(
      refused.status == 1 && refused.errors.contains("remark was not copied and would be now"),
      "\(refused.output)\(refused.errors)")
    #expect(try await workspace.run("verify").status == 2)
    #expect(try await workspace.run("reset", ["--table", "EXTRAS"]).status == 0)
    let again = try await workspace.run("migrate", Self.load)
    #expect(again.status == 0, "\(again.output)\(again.errors)")
    #expect(try await value(session, "SELECT count(remark) FROM shop.extras") == "10")
    #expect(try await workspace.run("verify").status == 0)
    await session.close()
    await target.stop()
  }
}
