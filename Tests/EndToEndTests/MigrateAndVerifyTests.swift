import Foundation
import OracleClient
import PostgresClient
import PostgresCluster
import Testing

/// The program as a user types it, on a stand-in and a PostgreSQL of its own.
@Suite(.serialized)
struct MigrateAndVerifyTests {
  @Test(arguments: ["19c", "23ai"])
  func carriesASchemaAcrossAndFindsItEqual(profile: String) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let file = FileManager.default.temporaryDirectory.appending(path: "sales-\(UUID().uuidString).sql")
    try Data(SmallSales.script().utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let standIn = try await StandInProcess.start(arguments: ["--load", file.path, "--profile", profile])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)

    let first = try await workspace.run("migrate")
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    #expect(first.output.contains("2 tables, 80 rows in schema sales"))

    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(verified.output.contains("equal: 2 tables, 80 rows"))

    let again = try await workspace.run("migrate")
    #expect(again.status == 0)
    #expect(again.output.contains("nothing is missing"))

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let next = try await session.execute(
      "INSERT INTO sales.customers (name) VALUES ('new') RETURNING customer_id")
    #expect(next.firstValue == "1000")
    #expect(try await session.execute("SELECT nextval('sales.order_seq')").firstValue == "5000")
    let comment = try await session.execute("SELECT obj_description('sales.customers'::regclass)")
    #expect(comment.firstValue == "Who buys; \"quoted\" and it's fine")
    await #expect(throws: PostgresError.self) {
      try await session.execute("INSERT INTO sales.orders VALUES (9999, 424242, now(), 'open')")
    }
    await session.close()
    #expect(await standIn.terminate() == 0)
    await cluster.stop()
  }

  @Test func migratesChosenTablesFirstAndTheRestLater() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let some = try await workspace.run("migrate", ["--tables", "customers"])
    #expect(some.status == 0, "\(some.output)\(some.errors)")
    #expect(try await workspace.run("verify", ["--tables", "CUSTOMERS"]).status == 0)
    #expect(try await workspace.run("verify").status == 2)
    let rest = try await workspace.run("migrate")
    #expect(rest.status == 0, "\(rest.output)\(rest.errors)")
    #expect(rest.output.contains("1 of the tables were copied by an earlier run"))
    #expect(try await workspace.run("verify").status == 0)
    standIn.kill()
    await cluster.stop()
  }
}

/// Oracle goes on changing, and ledgers are read by later runs.
@Suite(.serialized)
struct LaterRunTests {
  /// An unfinished run's first missing table can still be read at its SCN, the second no more: both are read at a newer
  /// one, as a foreign key ties them.
  @Test func aSnapshotThatIsLostInMidRunTakesTheTiedTablesAlong() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for statement in [
      "DROP SCHEMA sales CASCADE", "DELETE FROM oraferry.tables", "DELETE FROM oraferry.steps",
      "UPDATE oraferry.runs SET state = 'running', finished_at = NULL",
    ] { _ = try await session.execute(statement) }
    let oracle = try await standIn.connect()
    _ = try await oracle.execute("ALTER TABLE orders ADD (channel VARCHAR2(10))")
    let outcome = try await workspace.run("migrate")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("2 tables are read at SCN"), "\(outcome.errors)")
    #expect(try await workspace.run("verify").status == 0)
    // Nothing else was there: the run itself is one of the newer SCN.
    let runs = try await session.execute(
      "SELECT string_agg(state, ',' ORDER BY id) || (SELECT count(*) FROM oraferry.snapshots) FROM oraferry.runs")
    #expect(runs.firstValue == "finished0")
    await oracle.close()
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func aColumnThatCameAfterTheCopyIsNamed() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let oracle = try await standIn.connect()
    _ = try await oracle.execute("ALTER TABLE orders ADD (channel VARCHAR2(10))")
    let outcome = try await workspace.run("migrate")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("orders") && outcome.errors.contains("channel"), "\(outcome.errors)")
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  /// Values too long for a B-tree: the index is left out and named, everything else is made.
  @Test func anIndexThatCannotBeMadeIsAFinding() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    var generator = SystemRandomNumberGenerator()
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let text = String((0..<3900).map { _ in letters.randomElement(using: &generator) ?? "A" })
    let standIn = try await StandInProcess.start(
      script: """
        CREATE TABLE notes (id NUMBER(9) PRIMARY KEY, text VARCHAR2(4000));
        CREATE INDEX ix_notes_text ON notes (text);
        CREATE TABLE parts (id NUMBER(9) REFERENCES notes (id));
        INSERT INTO notes VALUES (1, '\(text)');
        INSERT INTO parts VALUES (1);
        """)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    for _ in 0..<2 {
      let outcome = try await workspace.run("migrate")
      #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("index ix_notes_text"), "\(outcome.output)")
    }
    #expect(try await workspace.run("verify").status == 0)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let keys = try await session.execute(
      "SELECT count(*) FROM pg_constraint WHERE connamespace = 'sales'::regnamespace AND contype = 'f'")
    #expect(keys.firstValue == "1")
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}

/// What verify finds when the target was tampered with: table and key, each time.
@Suite(.serialized)
struct TamperingTests {
  struct Tampering: Sendable, CustomTestStringConvertible {
    var name: String
    var statement: String
    var table: String
    var kind: String
    /// The key's value and the differing columns, as the JSON has them.
    var key: String
    var columns: [String]
    var testDescription: String { name }
  }

  static let tamperings = [
    Tampering(
      name: "one value changed", statement: "UPDATE sales.customers SET balance = balance + 0.01 WHERE customer_id = 7",
      table: "customers", kind: "changed", key: "7", columns: ["balance"]),
    Tampering(
      name: "one row deleted", statement: "DELETE FROM sales.orders WHERE order_id = 33", table: "orders",
      kind: "missing", key: "33", columns: []),
    Tampering(
      name: "one row inserted", statement: "INSERT INTO sales.orders VALUES (777, 1, '2024-01-01', 'open')",
      table: "orders", kind: "extra", key: "777", columns: []),
    Tampering(
      name: "two rows' values swapped",
      statement: """
        UPDATE sales.orders o SET order_date = p.order_date FROM sales.orders p
         WHERE (o.order_id, p.order_id) IN ((3, 4), (4, 3))
        """, table: "orders", kind: "changed", key: "3", columns: ["order_date"]),
    Tampering(
      name: "a blank appended", statement: "UPDATE sales.customers SET name = name || ' ' WHERE customer_id = 11",
      table: "customers", kind: "changed", key: "11", columns: ["name"]),
    Tampering(
      name: "a timestamp moved by a microsecond",
      statement: "UPDATE sales.customers SET changed_at = changed_at + interval '1 microsecond' WHERE customer_id = 5",
      table: "customers", kind: "changed", key: "5", columns: ["changed_at"]),
    Tampering(
      name: "a byte of a BLOB changed", statement: "UPDATE sales.customers SET photo = '\\x00ff' WHERE customer_id = 9",
      table: "customers", kind: "changed", key: "9", columns: ["photo"]),
    Tampering(
      name: "a NULL became a value", statement: "UPDATE sales.customers SET notes = '' WHERE customer_id = 2",
      table: "customers", kind: "changed", key: "2", columns: ["notes"]),
  ]

  private struct Verdict: Decodable {
    struct Table: Decodable {
      struct Difference: Decodable {
        var kind: String
        var key: [String: Key]
        var columns: [String]
      }
      var schema: String
      var table: String
      var source_rows: Int
      var target_rows: Int
      var equal: Bool
      var differences: [Difference]
    }
    struct Key: Decodable {
      var text: String
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          text = String(number)
        } else {
          text = try container.decode(String.self)
        }
      }
    }
    var equal: Bool
    var tables: [Table]
  }

  @Test func everyTamperingIsFound() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for tampering in TamperingTests.tamperings {
      _ = try await session.execute("CREATE SCHEMA kept")
      for table in ["customers", "orders"] {
        _ = try await session.execute("CREATE TABLE kept.\(table) AS TABLE sales.\(table)")
      }
      _ = try await session.execute(tampering.statement)
      let outcome = try await workspace.run("verify", ["--json"])
      #expect(outcome.status == 2, "\(tampering.name): \(outcome.output)\(outcome.errors)")
      let verdict = try JSONDecoder().decode(Verdict.self, from: Data(outcome.output.utf8))
      #expect(!verdict.equal)
      let table = try #require(verdict.tables.first { $0.table == tampering.table })
      #expect(table.schema == "sales" && !table.equal)
      let difference = table.differences.first { $0.key.values.first?.text == tampering.key }
      #expect(difference?.kind == tampering.kind, "\(tampering.name): \(outcome.output)")
      #expect(difference?.columns == tampering.columns, "\(tampering.name): \(outcome.output)")
      let people = try await workspace.run("verify")
      #expect(people.status == 2)
      #expect(people.output.contains(tampering.table) && people.output.contains(tampering.key))
      // Back to what was copied, in the order that the foreign key allows.
      for statement in [
        "DELETE FROM sales.orders", "DELETE FROM sales.customers",
        "INSERT INTO sales.customers SELECT * FROM kept.customers",
        "INSERT INTO sales.orders SELECT * FROM kept.orders", "DROP SCHEMA kept CASCADE",
      ] { _ = try await session.execute(statement) }
    }
    #expect(try await workspace.run("verify").status == 0)
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}
