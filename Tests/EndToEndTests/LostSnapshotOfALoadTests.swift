import Foundation
import OracleClient
import OracleWire
import PostgresClient
import Testing

/// Oracle loses the rows of a load's SCN: tables that are not loaded yet are read at a newer one, with those that foreign
/// keys tie to them, and the others stay.
@Suite(.serialized)
struct LostSnapshotOfALoadTests {
  /// Nothing ties these to other tables, but RETURNS in Oracle alone, and LABELS in PostgreSQL alone.
  private static let script = """
    CREATE TABLE archive (id NUMBER(9) PRIMARY KEY, status VARCHAR2(10));
    CREATE TABLE rates (id NUMBER(9) PRIMARY KEY, status VARCHAR2(10));
    CREATE TABLE returns (
      id NUMBER(9) PRIMARY KEY, order_id NUMBER(9) REFERENCES orders, status VARCHAR2(10));
    CREATE TABLE labels (id NUMBER(9) PRIMARY KEY, order_id NUMBER(9) NOT NULL);
    INSERT INTO labels SELECT LEVEL, 3001 - LEVEL FROM dual CONNECT BY LEVEL <= 40;
    INSERT INTO archive SELECT LEVEL, 'old' FROM dual CONNECT BY LEVEL <= 700;
    INSERT INTO returns SELECT LEVEL, LEVEL, 'back' FROM dual CONNECT BY LEVEL <= 2900;
    COMMIT;

    """

  private static let tables = """
    CREATE TABLE shop.archive (id integer PRIMARY KEY, status text);
    CREATE TABLE shop.rates (id integer PRIMARY KEY, status text);
    CREATE TABLE shop.labels (id integer PRIMARY KEY, order_id integer REFERENCES shop."Orders");
    CREATE TABLE shop.returns (id integer PRIMARY KEY, order_id integer, status text);
    INSERT INTO shop.returns VALUES (9001, NULL, 'of before');
    """

  /// What makes one text of a row, in Oracle and in PostgreSQL.
  private static let rows: [(name: String, target: String, source: String, loaded: String)] = [
    ("archive", "archive", "id || '|' || status", "id || '|' || status"),
    ("rates", "rates", "id || '|' || status", "id || '|' || status"),
    ("returns", "returns", "id || '|' || order_id || '|' || status", "id || '|' || order_id || '|' || status"),
    ("labels", "labels", "id || '|' || order_id", "id || '|' || order_id"),
    ("customers", "clients", "id || '|' || name", "client_id || '|' || full_name"),
    ("orders", "Orders", "id || '|' || customer_id || '|' || status", "id || '|' || client || '|' || status"),
    ("items", "items", "order_id || '|' || line || '|' || quantity", "order_id || '|' || line || '|' || quantity"),
  ]

  private static let changes = [
    "INSERT INTO customers (id, name, is_active) VALUES (101, 'customer 101', 1)",
    "UPDATE orders SET status = 'moved', customer_id = 101 WHERE id <= 20", "UPDATE returns SET status = 'lost'",
    "DELETE FROM items WHERE order_id > 490", "UPDATE archive SET status = 'new' WHERE id <= 10",
  ]

  private func source(_ oracle: OracleConnection, _ rows: String, of table: String, scn: UInt64) async throws
    -> [String]
  {
    try await oracle.rows("SELECT \(rows) FROM \(table) AS OF SCN \(scn)").map { row in
      if case .text(let text)? = row.first { text } else { "?" }
    }.sorted()
  }

  /// The rows that came from Oracle: a row of others has a NULL, and no text.
  private func loaded(_ session: PostgresSession, _ rows: String, of table: String) async throws -> [String] {
    try await session.execute("SELECT \(rows) FROM shop.\"\(table)\"").rows.compactMap { $0.first.flatMap { $0 } }
      .sorted()
  }

  /// Where rows lie, and which transactions made them: the same only while nobody touches them.
  private func places(_ session: PostgresSession, _ table: String) async throws -> [[String?]] {
    try await session.execute("SELECT ctid::text, xmin::text FROM shop.\(table) ORDER BY id").rows
  }

  private func kill(
    _ workspace: TestWorkspace, _ arguments: [String], at place: String, _ session: PostgresSession
  ) async throws {
    let moment = try await ServerProcesses.now(session)
    let outcome = try await OraferryProcess.run(
      ["migrate", "--workspace", workspace.folder.path, "--data-only"] + arguments,
      environment: ["ORAFERRY_FAILPOINT": place])
    try #require(outcome.status == 9, "\(place): \(outcome.output)\(outcome.errors)")
    try await ServerProcesses.waitForEnd(since: moment, session)
  }

  private func changeAndForget(_ oracle: OracleConnection) async throws {
    for statement in Self.changes { _ = try await oracle.execute(statement) }
    try await oracle.commit()
    _ = try await oracle.execute("ALTER SYSTEM SET UNDO_RETENTION = 0")
    _ = try await oracle.execute("ALTER SYSTEM SET UNDO_RETENTION = 900")
  }

  private func makeUser(_ user: String?, _ target: ExistingTarget, _ session: PostgresSession) async throws {
    if user == "vendor" { try await target.makeOwner("vendor") }
    guard user == "guest" else { return }
    for statement in [
      "CREATE ROLE guest LOGIN", "GRANT CREATE ON DATABASE postgres TO guest", "GRANT USAGE ON SCHEMA shop TO guest",
      "GRANT SELECT, INSERT, DELETE ON ALL TABLES IN SCHEMA shop TO guest",
      "GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA shop TO guest",
    ] { _ = try await session.execute(statement) }
  }

  /// Killed with one table loaded and another one half loaded, then the undo is gone: the next start finds it so before it
  /// copies anything.
  @Test(arguments: [
    (nil, "append"), (nil, "truncate"), (nil, "refuse"), ("vendor", "append"), ("vendor", "truncate"),
    ("guest", "append"),
  ])
  func onlyWhatIsLostIsReadAgain(user: String?, existingRows: String) async throws {
    // The first that can't be read speaks for others of its SCN: RATES, the smallest, is asked for last.
    try await loseSnapshot(user, existingRows, rates: 1, halfLoaded: "returns", stays: ["archive"])
  }

  /// Foreign keys of PostgreSQL stand on rows that are taken back: dropped meanwhile, or in force all the time.
  @Test(
    arguments: [(nil, ["archive"]), ("vendor", ["archive"]), ("guest", ["archive", "rates"])]
      as [(String?, Set<String>)])
  func rowsUnderForeignKeysAreTakenBack(user: String?, stays: Set<String>) async throws {
    try await loseSnapshot(user, "append", rates: 1, halfLoaded: "Orders", stays: stays)
  }

  /// The largest table can be read still, so that the loss comes to light in the midst of the copy.
  @Test(arguments: [nil, "vendor", "guest"]) func aLossInTheMidstOfTheCopy(user: String?) async throws {
    try await loseSnapshot(user, "append", rates: 3900, halfLoaded: "rates", stays: ["archive", "rates"])
  }

  /// A key of a partitioned table that a kill has left off, and that the rows of now do not keep: nobody can tell what is
  /// tied to what, and all that was loaded is read again.
  @Test func aKeyThatCannotComeBack() async throws {
    let target = try await ExistingTarget.start(
      script: Self.script,
      tables: Self.tables + """
        ALTER TABLE shop.items RENAME TO items_of_before;
        CREATE TABLE shop.items (order_id bigint NOT NULL, line smallint, quantity bigint) PARTITION BY RANGE (order_id);
        CREATE TABLE shop.items_low PARTITION OF shop.items FOR VALUES FROM (0) TO (200);
        CREATE TABLE shop.items_high PARTITION OF shop.items FOR VALUES FROM (200) TO (10000);
        ALTER TABLE shop.items ADD CONSTRAINT parts_orders FOREIGN KEY (order_id) REFERENCES shop."Orders";
        """)
    let session = try await target.session()
    try await makeUser("vendor", target, session)
    let before = try await ExistingTarget.guards(session)
    let workspace = try target.workspace(as: "vendor")
    let load = ["--existing-rows", "append", "--chunk-rows", "1000", "--workers", "1"]
    try await kill(workspace, load + ["--tables", "ARCHIVE"], at: "copy.committed", session)
    try await kill(workspace, load + ["--tables", "ITEMS"], at: "copy.committed", session)
    let old = try #require(try await LedgerAnswer.read(workspace).runs.first?.scn)
    let places = try await places(session, "archive")
    let oracle = try await target.standIn.connect()
    try await changeAndForget(oracle)
    let outcome = try await workspace.run("migrate", ["--data-only"] + load)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let status = try await LedgerAnswer.read(workspace)
    let scns = Set(status.tables.map(\.scn))
    let isNotValid = try await session.execute("SHOW server_version_num").firstValue.flatMap { Int($0) } ?? 0 >= 180_000
    #expect(scns.count == (isNotValid ? 2 : 1) && scns.contains { $0 > old }, "\(status)")
    #expect(try await (self.places(session, "archive") == places) == isNotValid)
    for (name, table, rows, own) in Self.rows where table != "archive" || !isNotValid {
      let expected = try await source(oracle, rows, of: name, scn: try #require(status.scn(of: table)))
      #expect(try await loaded(session, own, of: table) == expected, "\(table)")
    }
    #expect(try await ExistingTarget.guards(session) == before)
    await oracle.close()
    await session.close()
    await target.stop()
  }

  private func loseSnapshot(
    _ user: String?, _ existingRows: String, rates: Int, halfLoaded: String, stays: Set<String>
  ) async throws {
    let target = try await ExistingTarget.start(
      script: Self.script
        + "INSERT INTO rates SELECT LEVEL, 'old' FROM dual CONNECT BY LEVEL <= \(rates);\nCOMMIT;\n",
      tables: Self.tables)
    let session = try await target.session()
    try await makeUser(user, target, session)
    if existingRows == "refuse" { _ = try await session.execute("DELETE FROM shop.returns") }
    let before = try await ExistingTarget.guards(session)
    let workspace = try target.workspace(as: user)
    let load = ["--existing-rows", existingRows, "--chunk-rows", "1000", "--workers", "1"]
    try await kill(workspace, load + ["--tables", "ARCHIVE"], at: "copy.committed", session)
    var killed: LedgerAnswer
    repeat {
      try await kill(workspace, load, at: "copy.committed", session)
      killed = try await LedgerAnswer.read(workspace)
    } while killed.runs.first?.state == "running"
      && !killed.tables.contains { $0.table == halfLoaded && $0.chunks.done > 0 }
    let old = try #require(killed.runs.first?.scn)
    #expect(killed.tables.contains { $0.table == "archive" && $0.state == "copied" }, "\(killed)")
    #expect(
      killed.tables.contains { $0.table == halfLoaded && $0.chunks.done == 1 && $0.chunks.total > 1 }, "\(killed)")
    // Somebody's row of meanwhile, which no TRUNCATE may take along.
    _ = try await session.execute("INSERT INTO shop.returns VALUES (9002, NULL, 'since')")
    let places = try await places(session, "archive")

    let oracle = try await target.standIn.connect()
    let archive = try await source(oracle, "id || '|' || status", of: "archive", scn: old)
    try await changeAndForget(oracle)

    if !stays.contains(halfLoaded) {
      // All of it is one transaction: killed in it, nothing is gone.
      try await kill(workspace, load, at: "tables.taken-back", session)
      #expect(try await LedgerAnswer.read(workspace).rows == killed.rows)
    }
    let outcome = try await workspace.run("migrate", ["--data-only"] + load)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("what was loaded into"), "\(outcome.errors)")
    #expect(
      outcome.output.contains("oraferry reset, then oraferry migrate --data-only")
        && !outcome.output.contains("refresh"),
      "\(outcome.output)")

    let status = try await LedgerAnswer.read(workspace)
    #expect(status.runs.map(\.state) == ["finished"] && status.runs.first?.scn == old, "\(status)")
    let new = try #require(status.scn(of: "Orders"))
    #expect(new > old)
    for (name, table, rows, own) in Self.rows {
      let scn = try #require(status.scn(of: table))
      #expect(scn == (stays.contains(table) ? old : new), "\(table)")
      let expected = table == "archive" ? archive : try await source(oracle, rows, of: name, scn: scn)
      #expect(try await loaded(session, own, of: table) == expected, "\(table)")
    }
    #expect(try await self.places(session, "archive") == places)
    let text = try await workspace.run("status")
    #expect(text.output.contains("read at SCN \(new), since Oracle no longer had \(old)"), "\(text.output)")
    #expect(try await ExistingTarget.guards(session) == before)
    let others = try await session.execute("SELECT id FROM shop.returns WHERE id > 9000 ORDER BY id").rows
    #expect(others == (existingRows == "append" ? [["9001"], ["9002"]] : [["9002"]]))

    let again = try await workspace.run("migrate", ["--data-only"] + load)
    #expect(
      again.status == 2 && again.output.contains("nothing is missing")
        && again.output.contains("were read at SCN"), "\(again.output)\(again.errors)")
    // A table of a finished run stays of its SCN; one that others are tied to can't come back alone.
    #expect(try await workspace.run("reset", ["--table", "ITEMS"]).status == 0)
    _ = try await oracle.execute("UPDATE items SET quantity = 0")
    try await oracle.commit()
    _ = try await oracle.execute("ALTER SYSTEM SET UNDO_RETENTION = 0")
    let refused = try await workspace.run("migrate", ["--data-only"] + load)
    #expect(
      refused.status == 1 && refused.errors.contains("take all rows back with oraferry reset"),
      "\(refused.output)\(refused.errors)")
    #expect(try await workspace.run("reset").status == 0)
    for (_, table, _, own) in Self.rows { #expect(try await loaded(session, own, of: table) == [], "\(table)") }
    #expect(try await ExistingTarget.guards(session) == before)
    await oracle.close()
    await session.close()
    await target.stop()
  }
}
