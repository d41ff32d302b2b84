import Foundation
import OracleClient
import PostgresClient
import PostgresCluster
import Testing

/// `verify` by the sums that migrate made of Oracle's rows, with Oracle's rows unread.
@Suite struct SummedVerificationTests {
  private struct Verdict: Decodable {
    struct Table: Decodable {
      var table: String
      var equal: Bool
      var basis: String
      var scn: Int?
      var target_rows: Int
    }
    var equal: Bool
    var tables: [Table]

    /// By tables, what they were compared with.
    var bases: [String: String] { Dictionary(tables.map { ($0.table, $0.basis) }) { first, _ in first } }
  }

  private func verdict(
    _ workspace: TestWorkspace, _ arguments: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Verdict {
    let outcome = try await workspace.run("verify", ["--json"] + arguments)
    #expect([0, 2].contains(outcome.status), "\(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    let verdict = try JSONDecoder().decode(Verdict.self, from: Data(outcome.output.utf8))
    #expect(verdict.equal == (outcome.status == 0), sourceLocation: sourceLocation)
    return verdict
  }

  /// Tables whose extremes go through each way that values have, in one piece and in chunks.
  private static let scripts: [(name: String, script: String)] = [
    ("intervals", TypesTests.intervals), ("others", TypesTests.others), ("documents", RenderedTypesTests.documents),
    ("vectors", RenderedTypesTests.vectors), ("markup", RenderedTypesTests.markup),
    ("objects", RenderedTypesTests.objects), ("sales", SmallSales.script(customers: 300, orders: 4000)),
  ]

  @Test(arguments: scripts.map(\.name))
  func everyTypeHasASum(name: String) async throws {
    let script = try #require(Self.scripts.first { $0.name == name }?.script)
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: script, arguments: ["--profile", "23ai"])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate", ["--chunk-rows", "500"])
    #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
    let equal = try await verdict(workspace)
    #expect(equal.equal && Set(equal.bases.values) == ["sums"], "\(equal)")
    // The other way says the same.
    let full = try await verdict(workspace, ["--full"])
    #expect(full.equal && Set(full.bases.values) == ["rows"], "\(full)")
    standIn.kill()
    await cluster.stop()
  }

  @Test func withoutSumsBothSidesAreRead() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate", ["--no-sums"]).status == 0)
    let found = try await verdict(workspace)
    #expect(found.equal && Set(found.bases.values) == ["rows"], "\(found)")
    standIn.kill()
    await cluster.stop()
  }

  @Test func whatDiffersIsFoundAsOfTheCopy() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let oracle = try await standIn.connect()
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    // Oracle goes on: that is no fault of the copy.
    _ = try await oracle.execute("UPDATE customers SET name = 'later' WHERE customer_id = 3")
    _ = try await oracle.execute("COMMIT")
    let plain = try await workspace.run("verify")
    #expect(plain.status == 0 && plain.output.contains("with the sums of the copy"), "\(plain.output)\(plain.errors)")
    #expect(try await workspace.run("verify", ["--full"]).status == 2)
    // What is damaged here is told apart from it.
    _ = try await session.execute("UPDATE sales.customers SET name = 'damaged' WHERE customer_id = 7")
    let damaged = try await workspace.run("verify")
    #expect(damaged.status == 2, "\(damaged.output)\(damaged.errors)")
    #expect(damaged.output.contains("sales.customers: 1 difference\n"), "\(damaged.output)")
    #expect(damaged.output.contains("customer_id = 7") && !damaged.output.contains("customer_id = 3"))
    // Where Oracle no longer has the rows of then, both are listed, and why.
    for retention in [0, 900] { _ = try await oracle.execute("ALTER SYSTEM SET UNDO_RETENTION = \(retention)") }
    let later = try await workspace.run("verify")
    #expect(later.status == 2, "\(later.output)\(later.errors)")
    #expect(later.output.contains("Oracle no longer has the rows of SCN"), "\(later.output)")
    #expect(later.output.contains("customer_id = 7") && later.output.contains("customer_id = 3"), "\(later.output)")
    await session.close()
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func withBothSidesReadDamagedRowsAreToldFromChangedOnes() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let oracle = try await standIn.connect()
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await oracle.execute("UPDATE customers SET name = 'later' WHERE customer_id BETWEEN 2 AND 6")
    _ = try await oracle.execute("COMMIT")
    let newer = try await workspace.run("verify", ["--full"])
    #expect(newer.status == 2 && newer.output.contains("of those listed 0 are damaged, 5 were changed in Oracle since"))
    #expect(newer.output.contains("all of it was changed in Oracle since the copy"), "\(newer.output)\(newer.errors)")
    #expect(newer.output.contains("changed (by Oracle, since the copy): customer_id = 3"), "\(newer.output)")
    _ = try await session.execute(
      "UPDATE sales.customers SET name = 'damaged' WHERE customer_id IN (4, 17); DELETE FROM sales.orders WHERE order_id = 9"
    )
    let damaged = try await workspace.run("verify", ["--full"])
    #expect(damaged.status == 2 && !damaged.output.contains("all of it was changed"))
    #expect(
      damaged.output.contains("changed (damaged): customer_id = 4")
        && damaged.output.contains("changed (damaged): customer_id = 17"))
    #expect(
      damaged.output.contains("of those listed 2 are damaged, 4 were changed in Oracle since"), "\(damaged.output)")
    #expect(damaged.output.contains("missing in PostgreSQL (damaged): order_id = 9"), "\(damaged.output)")
    // However few are listed: damaged ones come first.
    let short = try await workspace.run("verify", ["--full", "--max-differences", "2", "--json"])
    #expect(short.output.components(separatedBy: "\"changed_in_oracle_since\": false").count == 4, "\(short.output)")
    for retention in [0, 900] { _ = try await oracle.execute("ALTER SYSTEM SET UNDO_RETENTION = \(retention)") }
    let later = try await workspace.run("verify", ["--full"])
    #expect(
      later.status == 2 && later.output.contains("to tell damaged rows from those that it has changed since; "),
      "\(later.output)")
    await session.close()
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  /// What would mend the rows, mends them.
  @Test func theRepairScriptMends() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: SmallSales.script() + """
        CREATE TABLE keyless (note VARCHAR2(2000), data RAW(20), at TIMESTAMP(6));
        INSERT INTO keyless SELECT 'it''s a \\ "note"' || CHR(10), HEXTORAW('00FF'), TIMESTAMP '2024-02-29 23:59:59.5'
          FROM dual CONNECT BY LEVEL <= 5;
        CREATE TABLE texts (id NUMBER(9) PRIMARY KEY, body CLOB);
        INSERT INTO texts VALUES (1, RPAD('x', 4000, 'é') || RPAD('y', 4000, 'z'));
        CREATE TABLE numbered (id NUMBER GENERATED ALWAYS AS IDENTITY, n NUMBER(5));
        INSERT INTO numbered (n) SELECT LEVEL FROM dual CONNECT BY LEVEL <= 10;
        COMMIT;

        """)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for statement in [
      "UPDATE sales.customers SET name = 'x', token = NULL WHERE customer_id = 7",
      "DELETE FROM sales.orders WHERE order_id IN (1, 3)",
      "INSERT INTO sales.orders (order_id, customer_id, order_date) SELECT 999999, customer_id, order_date FROM sales.orders LIMIT 1",
      "INSERT INTO sales.keyless SELECT * FROM sales.keyless LIMIT 1",
      "INSERT INTO sales.keyless (note) VALUES ('more')",
      "UPDATE sales.texts SET body = 'short'", "DELETE FROM sales.numbered WHERE n = 4",
      "UPDATE sales.numbered SET n = 77 WHERE n = 5",
    ] { _ = try await session.execute(statement) }
    let file = workspace.folder.appending(path: "output/repair.sql")
    let found = try await workspace.run("verify", ["--repair", file.path])
    #expect(found.status == 2, "\(found.output)\(found.errors)")
    let script = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(found.errors.contains("10 statements that would mend PostgreSQL's rows: "), "\(script)")
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    _ = try await session.execute(script)
    let mended = try await workspace.run("verify")
    #expect(mended.status == 0, "\(mended.output)\(mended.errors)")
    #expect(try await workspace.run("verify", ["--full"]).status == 0)
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// The same schema of another database is not proven by these sums.
  @Test func sumsOfAnotherDatabaseAreNotTaken() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let other = try await StandInProcess.start(
      script: SmallSales.script() + "UPDATE customers SET name = 'other' WHERE customer_id = 3;\nCOMMIT;\n")
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    // Stand-ins have one number, databases have their own.
    _ = try await session.execute("UPDATE oraferry.runs SET source_database_id = '1/1'")
    let elsewhere = try TestWorkspace(oraclePort: other.port, postgres: cluster.connectionParameters)
    let found = try await elsewhere.run("verify")
    #expect(found.status == 2, "\(found.output)\(found.errors)")
    #expect(found.errors.contains("of another Oracle database"), "\(found.errors)")
    #expect(found.output.contains("customer_id = 3"), "\(found.output)")
    // Nor when it can't be asked.
    other.kill()
    let gone = try await elsewhere.run("verify")
    #expect(gone.status == 1, "\(gone.output)\(gone.errors)")
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func oracleNeedNotBeThere() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    standIn.kill()
    let equal = try await workspace.run("verify")
    #expect(equal.status == 0, "\(equal.output)\(equal.errors)")
    #expect(equal.output.contains("; Oracle was not asked whether it has more tables"), "\(equal.output)")
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("DELETE FROM sales.orders WHERE order_id = (SELECT max(order_id) FROM sales.orders)")
    let different = try await workspace.run("verify")
    #expect(different.status == 2, "\(different.output)\(different.errors)")
    #expect(different.output.contains("which rows differ was not found out"), "\(different.output)")
    #expect(try await workspace.run("verify", ["--full"]).status == 1)
    await session.close()
    await cluster.stop()
  }

  @Test func tablesWithoutSumsAreReadOnBothSides() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: """
        CREATE TABLE made (id NUMBER(9) PRIMARY KEY, twice NUMBER(10) AS (id * 2));
        CREATE TABLE mended (id NUMBER(9) PRIMARY KEY, note VARCHAR2(20));
        CREATE TABLE short (id NUMBER(9) PRIMARY KEY, note VARCHAR2(20));
        CREATE TABLE altered (id NUMBER(9) PRIMARY KEY, code NUMBER(4));
        CREATE TABLE plain (id NUMBER(9) PRIMARY KEY, note VARCHAR2(20));
        CREATE TABLE empty (id NUMBER(9) PRIMARY KEY);
        CREATE TABLE keyless (note VARCHAR2(20));
        INSERT INTO made (id) VALUES (1);
        INSERT INTO mended VALUES (1, 'a' || CHR(0) || 'b');
        INSERT INTO short VALUES (1, 'a' || CHR(0) || 'b');
        INSERT INTO altered VALUES (1, 7);
        INSERT INTO plain VALUES (1, 'one');
        INSERT INTO keyless SELECT 'same' FROM dual CONNECT BY LEVEL <= 40;
        COMMIT;

        """)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    try workspace.append("\n[rejects]\nMENDED.NOTE = strip\n")
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 2, "\(migrated.output)\(migrated.errors)")
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("ALTER TABLE sales.altered ALTER COLUMN code TYPE bigint")
    let oracle = try await standIn.connect()
    _ = try await oracle.execute("CREATE TABLE newcomer (id NUMBER(9) PRIMARY KEY)")
    let found = try await verdict(workspace)
    let expected = [
      "made": "rows", "mended": "rows", "short": "rows", "altered": "rows", "plain": "sums", "empty": "sums",
      "keyless": "sums", "newcomer": "rows",
    ]
    #expect(found.bases == expected, "\(found)")
    let unequal = found.tables.filter { !$0.equal }.map(\.table)
    // Oracle still has what was stripped and left out; an empty table that was never made lacks no row, but is not there.
    #expect(unequal == ["mended", "newcomer", "short"], "\(found)")
    let people = try await workspace.run("verify")
    for words in [
      "sales.altered: both databases were read: column code has another type", "it is not there in PostgreSQL",
      "sales.made: both databases were read: no sums were made of all of its rows",
    ] { #expect(people.output.contains(words), "\(words): \(people.output)") }
    await oracle.close()
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}

/// A sample of rows as Oracle itself shows them.
@Suite struct SampledVerificationTests {
  private struct Verdict: Decodable {
    struct Table: Decodable {
      struct Sample: Decodable {
        struct LeftOut: Decodable { var column: String }
        var rows: Int
        var changed_since: Int
        var left_out: [LeftOut]
        var reason: String?
      }
      var table: String
      var equal: Bool
      var sample: Sample?
    }
    var equal: Bool
    var tables: [Table]
  }

  private func verdict(_ workspace: TestWorkspace, _ arguments: [String] = []) async throws -> Verdict {
    let outcome = try await workspace.run("verify", ["--json"] + arguments)
    #expect([0, 2].contains(outcome.status), "\(outcome.output)\(outcome.errors)")
    return try JSONDecoder().decode(Verdict.self, from: Data(outcome.output.utf8))
  }

  /// What a fault in reading Oracle's bytes would do: rows, and sums of them, that Oracle does not have.
  @Test func whatFoolsTheSumsDoesNotFoolOraclesOwnText() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let read = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: read.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    read.kill()
    let real = try await StandInProcess.start(
      script: SmallSales.script().replacing(
        "COMMIT;", with: "UPDATE customers SET token = HEXTORAW('00') WHERE customer_id = 7; COMMIT;"),
      arguments: ["--port", "\(read.port)"])
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    // The two are to be one database.
    _ = try await session.execute("UPDATE oraferry.runs SET source_database_id = NULL")
    await session.close()
    let found = try await workspace.run("verify")
    #expect(found.status == 2, "\(found.output)\(found.errors)")
    #expect(found.output.contains("not what Oracle itself shows of it"), "\(found.output)")
    #expect(found.output.contains("changed: customer_id = 7\n") && found.output.contains("token"), "\(found.output)")
    // Without a sample nothing would be seen.
    #expect(try await workspace.run("verify", ["--sample", "0"]).status == 0)
    let page = try String(contentsOf: workspace.folder.appending(path: "output/report.html"), encoding: .utf8)
    #expect(!page.contains("a random sample"))
    real.kill()
    await cluster.stop()
  }

  @Test func rowsThatOracleChangedSinceTellNothing() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let oracle = try await standIn.connect()
    _ = try await oracle.execute("UPDATE customers SET name = 'later' WHERE customer_id = 3")
    _ = try await oracle.execute("COMMIT")
    // As of the copy.
    #expect(try await verdict(workspace).equal)
    for retention in [0, 900] { _ = try await oracle.execute("ALTER SYSTEM SET UNDO_RETENTION = \(retention)") }
    // Oracle no longer has that.
    let later = try await verdict(workspace)
    let customers = try #require(later.tables.first { $0.table == "customers" })
    #expect(later.equal && customers.sample?.changed_since == 1, "\(later)")
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  /// Scripts, and the columns of which Oracle has no other text than that which is copied.
  private static let scripts: [(name: String, script: String, leftOut: Set<String>?)] = [
    ("intervals", TypesTests.intervals, []), ("others", TypesTests.others, ["note", "data", "place"]),
    ("documents", RenderedTypesTests.documents, nil), ("objects", RenderedTypesTests.objects, nil),
    ("sales", SmallSales.script(customers: 1500, orders: 3000), []),
  ]

  @Test(arguments: scripts.map(\.name))
  func everyTypeIsSampledOrNamed(name: String) async throws {
    let (_, script, leftOut) = try #require(Self.scripts.first { $0.name == name })
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: script, arguments: ["--profile", "23ai"])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
    let found = try await verdict(workspace)
    #expect(found.equal, "\(found)")
    #expect(found.tables.allSatisfy { $0.sample != nil && $0.sample?.reason == nil }, "\(found)")
    #expect(found.tables.reduce(0) { $0 + ($1.sample?.rows ?? 0) } > 0)
    if let leftOut {
      #expect(Set(found.tables.flatMap { $0.sample?.left_out.map(\.column) ?? [] }) == leftOut, "\(found)")
    }
    standIn.kill()
    await cluster.stop()
  }
}
