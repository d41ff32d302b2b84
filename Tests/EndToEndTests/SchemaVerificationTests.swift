import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// `verify` of the schema: what the conversion makes, in PostgreSQL's own words, and what is there.
@Suite struct SchemaVerificationTests {
  private struct Verdict: Decodable {
    struct Schema: Decodable {
      struct Difference: Decodable {
        var object: String
        var expected: String
        var actual: String?
      }
      var equal: Bool
      var compared: Int
      var differences: [Difference]
      var sequences_behind: [String]
      var not_made: [String]
      var not_compared: [String]
      var extra: [String]
      var reason: String?
    }
    var equal: Bool
    var schema: Schema?
  }

  private func verdict(_ workspace: TestWorkspace, _ arguments: [String] = []) async throws -> Verdict {
    let outcome = try await workspace.run("verify", ["--json", "--sample", "0"] + arguments)
    #expect([0, 2].contains(outcome.status), "\(outcome.output)\(outcome.errors)")
    let verdict = try JSONDecoder().decode(Verdict.self, from: Data(outcome.output.utf8))
    #expect(verdict.equal == (outcome.status == 0))
    return verdict
  }

  private static let more = """
    CREATE VIEW rich AS SELECT customer_id, name, NVL(balance, 0) AS balance FROM customers WHERE balance > 100;
    CREATE SEQUENCE audit_seq;
    CREATE TABLE audits (id NUMBER(9) PRIMARY KEY, what VARCHAR2(100), at DATE DEFAULT SYSDATE);
    CREATE OR REPLACE TRIGGER audits_at BEFORE UPDATE ON audits FOR EACH ROW
    BEGIN
      IF :NEW.what <> :OLD.what THEN :NEW.at := SYSDATE; END IF;
    END;
    /
    COMMENT ON COLUMN audits.what IS 'What was done';
    CREATE TABLE twins (id NUMBER(9) PRIMARY KEY, mark NUMBER(9));
    INSERT INTO twins VALUES (1, 7);
    INSERT INTO twins VALUES (2, 7);
    ALTER TABLE twins ADD CONSTRAINT twins_uq UNIQUE (mark) ENABLE NOVALIDATE;
    COMMIT;

    """

  /// A change of the schema, what undoes it, and the object that must be named.
  private static let changes: [(sql: String, undo: String, object: String)] = [
    (
      "DROP INDEX sales.ix_orders_date", "CREATE INDEX ix_orders_date ON sales.orders (order_date, customer_id)",
      "index ix_orders_date of orders"
    ),
    (
      "ALTER TABLE sales.audits ALTER what TYPE varchar(101)",
      "ALTER TABLE sales.audits ALTER what TYPE varchar(100)",
      "column what of audits"
    ),
    (
      "ALTER TABLE sales.orders ALTER order_date DROP NOT NULL",
      "ALTER TABLE sales.orders ALTER order_date SET NOT NULL",
      "column order_date of orders"
    ),
    (
      "ALTER TABLE sales.orders ALTER status SET DEFAULT 'sent'",
      "ALTER TABLE sales.orders ALTER status SET DEFAULT 'open'",
      "column status of orders"
    ),
    (
      """
      ALTER TABLE sales.orders DROP CONSTRAINT fk_orders_customers, ADD CONSTRAINT fk_orders_customers
        FOREIGN KEY (customer_id) REFERENCES sales.customers ON DELETE CASCADE NOT VALID
      """, "ALTER TABLE sales.orders VALIDATE CONSTRAINT fk_orders_customers",
      "foreign key fk_orders_customers of orders"
    ),
    (
      "ALTER TABLE sales.orders DROP CONSTRAINT ck_status",
      "ALTER TABLE sales.orders ADD CONSTRAINT ck_status CHECK (status IN ('open', 'paid', 'sent'))",
      "check constraint ck_status of orders"
    ),
    (
      "ALTER TABLE sales.audits DISABLE TRIGGER audits_at", "ALTER TABLE sales.audits ENABLE TRIGGER audits_at",
      "trigger audits_at of audits"
    ),
    (
      "COMMENT ON COLUMN sales.audits.what IS 'Else'", "COMMENT ON COLUMN sales.audits.what IS 'What was done'",
      "column comment what of audits"
    ),
    (
      "ALTER SEQUENCE sales.order_seq INCREMENT BY 7", "ALTER SEQUENCE sales.order_seq INCREMENT BY 5",
      "sequence order_seq"
    ),
  ]

  @Test func whatIsNotAsConvertedIsNamed() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script() + Self.more)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 2 && migrated.output.contains("twins_uq"), "\(migrated.output)\(migrated.errors)")
    let session = try await PostgresSession.connect(cluster.connectionParameters)

    // What migrate could not make is listed, and no difference.
    let clean = try await verdict(workspace)
    let schema = try #require(clean.schema)
    #expect(schema.equal && schema.reason == nil && schema.compared > 40, "\(schema)")
    #expect(schema.not_made == ["unique constraint twins_uq of twins"] && schema.extra.isEmpty, "\(schema)")
    #expect(schema.not_compared.isEmpty, "\(schema)")

    for (sql, undo, object) in Self.changes {
      _ = try await session.execute(sql)
      let found = try await verdict(workspace)
      #expect(
        !found.equal && found.schema?.differences.map(\.object) == [object],
        "\(sql): \(String(describing: found.schema))")
      _ = try await session.execute(undo)
    }
    #expect(try await verdict(workspace).equal)

    _ = try await session.execute(
      "CREATE OR REPLACE VIEW sales.rich AS SELECT customer_id, name, balance::numeric AS balance FROM sales.customers")
    let view = try await workspace.run("verify")
    #expect(view.status == 2 && view.output.contains("view rich: another definition"), "\(view.output)")
    #expect(view.output.contains("different: 0 of 4 tables, 1 of "), "\(view.output)")
    #expect(try await verdict(workspace, ["--no-schema"]).schema == nil)
    #expect(try await verdict(workspace, ["--full"]).schema == nil)
    #expect(try await verdict(workspace, ["--full", "--schema"]).schema?.differences.count == 1)

    // What the server refuses to make once more is not said to be right.
    _ = try await session.execute(
      """
      CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not now'; END $$;
      CREATE EVENT TRIGGER refusing ON ddl_command_start WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION public.refuse()
      """)
    let refused = try await verdict(workspace)
    #expect(refused.schema?.not_compared.count == 1 && refused.schema?.extra.isEmpty == true, "\(refused)")
    #expect(
      refused.schema?.not_compared.first?.hasPrefix("index ix_orders_date: a function or trigger raised") == true,
      "\(refused)")
    _ = try await session.execute("DROP EVENT TRIGGER refusing")

    // Nothing of it stays.
    #expect(
      try await session.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'oraferry\\_%'").firstValue == "0"
    )
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// The owner's schema has another name by [conversion] schemas, which a scratch schema must not take.
  @Test func aSchemaOfAnotherNameIsCompared() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let names = ["--schemas", "SALES=shop"]
    #expect(try await workspace.run("migrate", names).status == 0)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let clean = try await verdict(workspace, names)
    #expect(clean.equal && clean.schema?.reason == nil && (clean.schema?.compared ?? 0) > 20, "\(clean)")
    _ = try await session.execute("DROP INDEX shop.ix_orders_date")
    let found = try await verdict(workspace, names)
    #expect(found.schema?.differences.map(\.object) == ["index ix_orders_date of orders"], "\(found)")
    #expect(
      try await session.execute("SELECT count(*) FROM pg_indexes WHERE indexname = 'ix_orders_date'").firstValue == "0")
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func aSequenceBehindTheDataIsNamed() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: """
        CREATE TABLE t (id NUMBER(9) GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, n NUMBER(9));
        INSERT INTO t (n) SELECT LEVEL FROM dual CONNECT BY LEVEL <= 50;
        COMMIT;
        """)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    #expect(try await verdict(workspace).equal)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("ALTER TABLE sales.t ALTER id RESTART WITH 7; CREATE INDEX mine ON sales.t (n)")
    let found = try await verdict(workspace)
    #expect(!found.equal && found.schema?.sequences_behind.count == 1, "\(found)")
    #expect(found.schema?.sequences_behind.first?.contains("its next value 7 lies behind the data of t.id") == true)
    #expect(found.schema?.extra == ["index mine of t"])
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func whereItCannotBeMadeOnceMoreItIsSaid() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute(
      """
      CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA sales, oraferry TO reader;
      GRANT SELECT ON ALL TABLES IN SCHEMA sales TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA oraferry TO reader
      """)
    await session.close()
    var parameters = cluster.connectionParameters
    parameters["user"] = "reader"
    let reading = try TestWorkspace(oraclePort: standIn.port, postgres: parameters)
    let found = try await verdict(reading)
    #expect(found.equal && found.schema?.reason?.contains("may not CREATE") == true, "\(found)")
    standIn.kill()
    await cluster.stop()
  }
}
