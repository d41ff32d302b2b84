import Foundation
import OracleClient
import OracleWire
import PostgresClient
import Testing

/// `migrate --data-only`: rows into tables that somebody else has made.
@Suite(.serialized)
struct ExistingTargetTests {
  private static let load = ["--data-only", "--chunk-rows", "1000", "--workers", "2"]

  private func count(_ session: PostgresSession, _ table: String) async throws -> String? {
    try await session.execute("SELECT count(*) FROM \(table)").firstValue
  }

  /// A superuser's sessions are replicas: nothing fires, nothing is dropped, and the keys are looked at afterwards.
  @Test func aSuperuserLoadsOtherNamesAndTypes() async throws {
    let target = try await ExistingTarget.start()
    let session = try await target.session()
    let before = try await ExistingTarget.guards(session)
    let workspace = try target.workspace()
    let outcome = try await workspace.run("migrate", Self.load)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("3 tables, 3,600 rows in schema shop"), "\(outcome.output)")
    #expect(outcome.output.contains("no table of Oracle goes into it"), "\(outcome.output)")
    #expect(try await ExistingTarget.guards(session) == before)
    #expect(try await count(session, "shop.journal") == "0")
    let row = try await session.execute(
      """
      SELECT client_id, full_name, born, token, is_active, notes, photo, "CODE", loaded_at = '2000-01-01 00:00:00+00', long_name
        FROM shop.clients WHERE client_id = 7
      """)
    #expect(
      row.rows.first?.map { $0 ?? "-" } == [
        "7", "customer 7", "1980-01-08", "00000000-0000-0000-0000-000000000007", "t", "note 7", "\\x00ff0102", "C7 ",
        "t",
        "CUSTOMER 7",
      ])
    // Behind the highest value, or Oracle's next one.
    for (statement, value) in [
      ("INSERT INTO shop.clients (full_name, is_active) VALUES ('new', true) RETURNING client_id", "101"),
      ("SELECT nextval('shop.order_numbers')", "3001"), ("SELECT nextval('shop.tickets')", "700"),
    ] { #expect(try await session.execute(statement).firstValue == value) }
    _ = try await session.execute("DELETE FROM shop.clients WHERE client_id = 101")
    #expect(
      try await session.execute(
        "SELECT count(*) FROM pg_stats WHERE schemaname = 'shop' AND tablename = 'Orders' AND attname = 'status'"
      ).firstValue == "1")

    let verified = try await workspace.run("verify")
    #expect(verified.status == 0 && verified.output.contains("equal: 3 tables, 3,600 rows"), "\(verified.output)")
    let again = try await workspace.run("migrate", Self.load)
    #expect(again.status == 0 && again.output.contains("nothing is missing"), "\(again.output)\(again.errors)")
    let status = try await workspace.run("status")
    #expect(status.status == 0 && status.output.contains("3 of 3 tables copied"), "\(status.output)")

    // A migration that makes its tables has no place in this schema.
    let other = try await workspace.run("migrate")
    #expect(other.status == 1 && other.errors.contains("--data-only"), "\(other.errors)")
    // Another condition than that of the rows that are there.
    let changed = try target.workspace(sections: ExistingTarget.sections + "[where]\nORDERS = id < 100\n")
    let refused = try await changed.run("migrate", Self.load)
    #expect(refused.status == 1 && refused.errors.contains("another condition"), "\(refused.errors)")

    // One table alone: its rows go, and come back.
    let one = try await workspace.run("reset", ["--table", "ITEMS"])
    #expect(one.status == 0 && one.output.contains("deleted the rows"), "\(one.output)\(one.errors)")
    #expect(try await count(session, "shop.items") == "0")
    #expect(try await count(session, "shop.\"Orders\"") == "3000")
    #expect(try await workspace.run("migrate", Self.load).status == 0)
    #expect(try await count(session, "shop.items") == "500")

    let reset = try await workspace.run("reset")
    #expect(reset.status == 0 && reset.output.contains("3 tables, which stay"), "\(reset.output)\(reset.errors)")
    for table in ["shop.clients", "shop.\"Orders\"", "shop.items", "shop.journal"] {
      #expect(try await count(session, table) == "0", "\(table)")
    }
    #expect(try await ExistingTarget.guards(session) == before)
    await session.close()
    await target.stop()
  }

  /// All that does not fit is told at once, and nothing is moved.
  @Test func whatHasNoWayIsRefusedBeforeAnyRow() async throws {
    let target = try await ExistingTarget.start(
      script: """
        CREATE TABLE odd (a VARCHAR2(10), b TIMESTAMP(6), c NUMBER, d VARCHAR2(5), e DATE, f NUMBER, g NUMBER);
        INSERT INTO odd (a) VALUES ('x');
        CREATE TABLE nowhere (id NUMBER);
        COMMIT;

        """,
      tables: """
        CREATE TABLE shop.odd (a char(10), b timestamp(0), c text, d inet, e timestamptz, f integer, must integer NOT NULL);
        INSERT INTO shop.clients (full_name, is_active) VALUES ('of before', true);
        """)
    let workspace = try target.workspace(
      sections: ExistingTarget.sections + "[where]\nORDERS = id <> <> 1\nODD = a = 'x' -- all of them\n")
    let outcome = try await workspace.run("migrate", Self.load)
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    for part in [
      "column ODD.A: into shop.odd.a, which is character(10): blanks", "column ODD.B: into shop.odd.b",
      "it keeps 0 digits of a second",
      "column ODD.C: into shop.odd.c, which is text: there is no exact way from NUMBER",
      "column ODD.D: into shop.odd.d, which is inet",
      "column ODD.E: into shop.odd.e, which is timestamp with time zone",
      "column ODD.G: shop.odd has no column g", "column shop.odd.must of PostgreSQL: no column of ODD goes into it",
      "table ORDERS: Oracle refuses its condition", "table CUSTOMERS: shop.clients holds rows",
      "ALTER COLUMN ... TYPE timestamp(6)",
    ] { #expect(outcome.errors.contains(part), "\(part) is not in \(outcome.errors)") }
    #expect(!outcome.errors.contains("ODD.F:"), "\(outcome.errors)")
    let session = try await target.session()
    #expect(try await count(session, "shop.\"Orders\"") == "0")
    #expect(try await count(session, "oraferry.runs") == "0")

    // Said what is to become of each, the rest is loaded; the table without a place is a finding.
    let mended = try target.workspace(
      sections: ExistingTarget.sections + """
        [conversion]
        exclude = TABLE.ODD

        [data-only]
        existing-rows = append

        [where]
        ORDERS = id <= 2000

        """)
    let loaded = try await mended.run("migrate", Self.load + ["--bad-values", "abort"])
    // Its own row and the loaded one meet in the key.
    #expect(loaded.status == 1 && loaded.errors.contains("clients_pkey"), "\(loaded.output)\(loaded.errors)")
    _ = try await session.execute("ALTER TABLE shop.clients ALTER client_id RESTART WITH 1000")
    // Orders that came already refer to the number that it gives up.
    _ = try await session.execute("SET session_replication_role TO replica")
    _ = try await session.execute("UPDATE shop.clients SET client_id = DEFAULT")
    _ = try await session.execute("RESET session_replication_role")
    let second = try await mended.run("migrate", Self.load)
    #expect(second.status == 2 && second.output.contains("table NOWHERE"), "\(second.output)\(second.errors)")
    #expect(try await count(session, "shop.clients") == "101")
    #expect(try await count(session, "shop.\"Orders\"") == "2000")
    let verified = try await mended.run("verify", ["--tables", "ITEMS,ORDERS"])
    #expect(verified.status == 0 && verified.output.contains("equal: 2 tables, 2,500 rows"), "\(verified.output)")

    // The row that was there stays.
    #expect(try await mended.run("reset").status == 0)
    #expect(try await session.execute("SELECT client_id FROM shop.clients").rows == [["1000"]])
    #expect(try await count(session, "shop.items") == "0")
    await session.close()
    await target.stop()
  }

  /// Keys that the carried rows do not keep are left NOT VALID, with a finding, on either way.
  @Test(arguments: [nil, "vendor"]) func keysThatTheRowsDoNotKeep(user: String?) async throws {
    let target = try await ExistingTarget.start()
    if let user { try await target.makeOwner(user) }
    let session = try await target.session()
    let workspace = try target.workspace(
      as: user,
      sections: ExistingTarget.sections + """
        [where]
        ORDERS = status <> 'cancelled'
        [data-only]
        existing-rows = truncate

        """)
    _ = try await session.execute("INSERT INTO shop.clients (full_name, is_active) VALUES ('of before', false)")
    let outcome = try await workspace.run("migrate", Self.load)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("foreign key items_orders of shop.items: rows do not keep it"), "\(outcome.output)")
    #expect(try await count(session, "shop.\"Orders\"") == "2400")
    #expect(try await count(session, "shop.clients") == "100")
    let keys = try await session.execute(
      "SELECT conname, convalidated FROM pg_constraint WHERE contype = 'f' AND connamespace = 'shop'::regnamespace ORDER BY 1"
    )
    #expect(keys.rows == [["items_orders", "f"], ["orders_clients", "t"]])
    #expect(try await count(session, "oraferry.holds") == "0")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    // It is told again, as it is so still.
    let again = try await workspace.run("migrate", Self.load)
    #expect(again.status == 2 && again.output.contains("items_orders"), "\(again.output)\(again.errors)")
    #expect(try await workspace.run("reset").status == 0)
    #expect(try await count(session, "shop.items") == "0")
    await session.close()
    await target.stop()
  }

  /// Killed at every step, everything that was off is back after the next run, and after a reset, just as it was, and rows
  /// of others stay: an owner's triggers and keys are off in the catalogue meanwhile, a superuser's only where they fire for
  /// replicas, too.
  @Test(arguments: [(nil, 3), ("vendor", 1)]) func killedAtEveryStep(user: String?, stride: Int) async throws {
    let target = try await ExistingTarget.start()
    if let user { try await target.makeOwner(user) }
    let session = try await target.session()
    // They stay, and are none of the numbers that come.
    _ = try await session.execute(
      """
      INSERT INTO shop.clients (client_id, full_name, is_active) OVERRIDING SYSTEM VALUE VALUES (9001, 'of before', true)
      """)
    let before = try await ExistingTarget.guards(session)
    let workspace = try target.workspace(as: user)
    let append = ["--data-only", "--existing-rows", "append", "--chunk-rows", "1000", "--workers"]
    var step = 1 - stride
    var places: Set<String> = []
    var (killed, off, partly) = (0, 0, 0)
    while true {
      step += stride
      let moment = try await ServerProcesses.now(session)
      let first = try await OraferryProcess.run(
        ["migrate", "--workspace", workspace.folder.path] + append + ["1"],
        environment: ["ORAFERRY_FAILPOINT": String(step)])
      if first.status == 0 { break }
      #expect(first.status == 9, "step \(step): \(first.output)\(first.errors)")
      guard first.status == 9, step < 300 else { break }
      try await ServerProcesses.waitForEnd(since: moment, session)
      killed += 1
      let place = first.errors.components(separatedBy: "killed at failpoint ").last ?? ""
      places.insert(place.trimmingCharacters(in: .whitespacesAndNewlines))
      let now = try await ExistingTarget.guards(session)
      let status = try await workspace.run("status")
      if now != before {
        off += 1
        #expect(
          status.output.contains("is off") || status.output.contains("NOT VALID yet"), "\(step): \(status.output)")
      }
      if try await count(session, "shop.\"Orders\"") != "0" { partly += 1 }
      if step % 2 == 0 {
        let second = try await workspace.run("migrate", append + ["2"])
        #expect(second.status == 0, "step \(step) \(place): \(second.output)\(second.errors)")
        #expect(try await ExistingTarget.guards(session) == before, "step \(step) \(place)")
        for (table, rows) in [("clients", "101"), ("\"Orders\"", "3000"), ("items", "500")] {
          #expect(try await count(session, "shop." + table) == rows, "step \(step) \(place)")
        }
        let sums = try await session.execute("SELECT sum(amount), count(DISTINCT client) FROM shop.\"Orders\"")
        #expect(sums.rows == [["45015.00", "100"]], "step \(step) \(place)")
      }
      let reset = try await workspace.run("reset")
      #expect(reset.status == 0, "step \(step) \(place): \(reset.output)\(reset.errors)")
      #expect(try await ExistingTarget.guards(session) == before, "step \(step) \(place)")
      for (table, rows) in [("clients", "1"), ("\"Orders\"", "0"), ("items", "0"), ("journal", "0")] {
        #expect(try await count(session, "shop." + table) == rows, "step \(step) \(place), \(table)")
      }
    }
    #expect(try await ExistingTarget.guards(session) == before)
    if stride == 1 {
      #expect(
        places.isSuperset(of: ["object.held", "object.released", "copy.committed", "step.committed"]), "\(places)")
    }
    #expect(
      killed * stride > 30 && off > 0 && partly > 0, "\(killed) kills, \(off) with something off, \(partly) with rows")
    #expect(try await workspace.run("verify", ["--tables", "ORDERS,ITEMS"]).status == 0)
    await session.close()
    await target.stop()
  }

  /// An error in the middle puts back what is off at once: foreign keys unchecked, which the next run checks.
  @Test func anErrorPutsBackWhatIsOff() async throws {
    let target = try await ExistingTarget.start()
    try await target.makeOwner("vendor")
    let session = try await target.session()
    let before = try await ExistingTarget.guards(session)
    _ = try await session.execute("ALTER TABLE shop.items ADD CONSTRAINT few CHECK (quantity < 500)")
    let workspace = try target.workspace(as: "vendor")
    let outcome = try await workspace.run("migrate", Self.load + ["--bad-values", "abort"])
    #expect(outcome.status == 1 && outcome.errors.contains("few"), "\(outcome.output)\(outcome.errors)")
    let after = try await ExistingTarget.guards(session)
    #expect(
      after.map { $0[1] } == before.map { $0[1] } && after.filter { $0[2]?.hasSuffix(" NOT VALID") == true }.count == 2)
    #expect(after.filter { $0[2]?.count == 1 } == before.filter { $0[2]?.count == 1 })
    let status = try await workspace.run("status")
    #expect(
      status.status == 2 && status.output.contains("items_orders of shop.items is NOT VALID yet"), "\(status.output)")
    _ = try await session.execute("ALTER TABLE shop.items DROP CONSTRAINT few")
    let second = try await workspace.run("migrate", Self.load)
    #expect(second.status == 0, "\(second.output)\(second.errors)")
    #expect(try await ExistingTarget.guards(session) == before)
    #expect(try await workspace.run("verify").status == 0)
    await session.close()
    await target.stop()
  }

  /// Who owns nothing loads in the order of the keys; triggers fire, which is told.
  @Test func aGuestLoadsInTheOrderOfTheKeys() async throws {
    let target = try await ExistingTarget.start(
      tables: "CREATE ROLE guest LOGIN; GRANT CREATE ON DATABASE postgres TO guest;")
    let session = try await target.session()
    for statement in [
      "GRANT USAGE ON SCHEMA shop TO guest",
      "GRANT SELECT, INSERT, DELETE ON ALL TABLES IN SCHEMA shop TO guest",
      "GRANT SELECT, UPDATE ON SEQUENCE shop.order_numbers, shop.clients_client_id_seq TO guest",
    ] { _ = try await session.execute(statement) }
    let before = try await ExistingTarget.guards(session)
    let workspace = try target.workspace(as: "guest")
    let outcome = try await workspace.run("migrate", Self.load)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    for part in [
      "trigger always of shop.Orders: the user may not disable it", "2 foreign keys that the user may not drop",
      "sequence shop.tickets of PostgreSQL: the user may not set it", "only its owner may ANALYZE",
    ] { #expect(outcome.output.contains(part), "\(part) is not in \(outcome.output)") }
    #expect(try await ExistingTarget.guards(session) == before)
    #expect(try await count(session, "shop.journal") == "6000")
    #expect(try await workspace.run("verify").status == 0)
    let reset = try await workspace.run("reset")
    #expect(reset.status == 0, "\(reset.output)\(reset.errors)")
    #expect(try await count(session, "shop.clients") == "0")

    // In a circle there is no order.
    _ = try await session.execute(
      "ALTER TABLE shop.clients ADD COLUMN last_order integer REFERENCES shop.\"Orders\"")
    let circle = try await workspace.run("migrate", Self.load)
    #expect(circle.status == 1 && circle.errors.contains("in a circle"), "\(circle.output)\(circle.errors)")
    await session.close()
    await target.stop()
  }

  /// Rows that were changed since are not guessed at.
  @Test func resetTakesNoRowThatOthersHaveChanged() async throws {
    let target = try await ExistingTarget.start()
    let session = try await target.session()
    let workspace = try target.workspace()
    #expect(try await workspace.run("migrate", Self.load).status == 0)
    _ = try await session.execute("UPDATE shop.clients SET notes = 'by the application' WHERE client_id = 1")
    let refused = try await workspace.run("reset")
    #expect(
      refused.status == 1 && refused.errors.contains("100 rows were loaded into shop.clients, and 99"),
      "\(refused.errors)")
    #expect(try await count(session, "shop.items") == "500")
    // Rows of others that refer to loaded ones hold them, too.
    _ = try await session.execute("DELETE FROM shop.clients WHERE client_id = 1 AND false")
    _ = try await session.execute("TRUNCATE shop.clients CASCADE")
    #expect(try await workspace.run("reset").status == 0)
    #expect(try await workspace.run("migrate", Self.load).status == 0)
    _ = try await session.execute("INSERT INTO shop.items VALUES (2999, 9, 1)")
    let held = try await workspace.run("reset")
    #expect(held.status == 1 && held.errors.contains("items_orders"), "\(held.errors)")
    #expect(try await count(session, "shop.\"Orders\"") == "3000")
    await session.close()
    await target.stop()
  }

  /// Partitioned tables have no NOT VALID: their keys are made anew with a check, and triggers lie on each partition.
  @Test(arguments: [nil, "vendor"]) func partitionedTables(user: String?) async throws {
    let target = try await ExistingTarget.start(
      tables: """
        ALTER TABLE shop.items RENAME TO items_of_before;
        CREATE TABLE shop.items (order_id bigint NOT NULL, line smallint, quantity bigint) PARTITION BY RANGE (order_id);
        CREATE TABLE shop.items_low PARTITION OF shop.items FOR VALUES FROM (0) TO (200);
        CREATE TABLE shop.items_high PARTITION OF shop.items FOR VALUES FROM (200) TO (10000);
        ALTER TABLE shop.items ADD CONSTRAINT parts_orders FOREIGN KEY (order_id) REFERENCES shop."Orders";
        CREATE TRIGGER parts AFTER INSERT ON shop.items FOR EACH ROW EXECUTE FUNCTION shop.note();
        ALTER TABLE shop.items_low DISABLE TRIGGER parts;
        """)
    if let user { try await target.makeOwner(user) }
    let session = try await target.session()
    let before = try await ExistingTarget.guards(session)
    let workspace = try target.workspace(as: user)
    let outcome = try await workspace.run("migrate", Self.load)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(try await ExistingTarget.guards(session) == before)
    #expect(try await count(session, "shop.items_low") == "199")
    #expect(try await count(session, "shop.journal") == "0")
    #expect(try await workspace.run("verify").status == 0)
    #expect(try await workspace.run("reset").status == 0)
    #expect(try await count(session, "shop.items") == "0")
    #expect(try await ExistingTarget.guards(session) == before)
    await session.close()
    await target.stop()
  }

  /// Ctrl-C puts back what is off, and says how to go on.
  @Test func anInterruptedRunPutsBackWhatIsOff() async throws {
    let target = try await ExistingTarget.start(
      script: "CREATE TABLE waiting (id NUMBER(9) PRIMARY KEY);\nINSERT INTO waiting VALUES (1);\nCOMMIT;\n",
      tables: "CREATE TABLE shop.waiting (id integer PRIMARY KEY);")
    try await target.makeOwner("vendor")
    let session = try await target.session()
    let before = try await ExistingTarget.guards(session)
    let workspace = try target.workspace(as: "vendor")
    // A row that is not committed: the load of the same key waits for its end.
    let other = try await target.session()
    try await other.begin()
    _ = try await other.execute("INSERT INTO shop.waiting VALUES (1)")
    let outcome = try await OraferryProcess.interrupt(
      ["migrate", "--workspace", workspace.folder.path, "--data-only", "--workers", "1"]
    ) {
      try await session.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'vendor' AND wait_event_type = 'Lock' AND query LIKE 'COPY%'"
      ).firstValue == "1"
    }
    #expect(outcome.status == 130, "\(outcome.errors)")
    let after = try await ExistingTarget.guards(session)
    #expect(after.map { $0[1] } == before.map { $0[1] }, "\(after)")
    #expect(after.filter { $0[2]?.count == 1 } == before.filter { $0[2]?.count == 1 })
    try await other.rollback()
    let second = try await workspace.run("migrate", Self.load)
    #expect(second.status == 0, "\(second.output)\(second.errors)")
    #expect(try await ExistingTarget.guards(session) == before)
    await other.close()
    await session.close()
    await target.stop()
  }

  /// Names and conditions are for tables that oraferry makes, too.
  @Test func aPlainMigrationTakesNamesAndConditions() async throws {
    let target = try await ExistingTarget.start()
    let session = try await target.session()
    _ = try await session.execute("DROP SCHEMA shop CASCADE")
    let workspace = try target.workspace(
      sections: ExistingTarget.sections
        + "[where]\nORDERS = status <> 'cancelled' -- a remark\nITEMS = quantity > 400\n")
    let outcome = try await workspace.run("migrate", ["--chunk-rows", "1000", "--workers", "2"])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("only the rows of its condition"), "\(outcome.output)")
    #expect(try await count(session, "shop.clients") == "100")
    #expect(try await count(session, "shop.orders") == "2400")
    #expect(try await count(session, "shop.items") == "100")
    #expect(
      try await session.execute("SELECT max(full_name) FROM shop.clients WHERE client_id = 7").firstValue
        == "customer 7")
    // Items of cancelled orders have nothing to refer to: their key is there, and NOT VALID.
    let keys = try await session.execute(
      """
      SELECT convalidated, count(*) FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'shop'::regnamespace GROUP BY 1 ORDER BY 1
      """)
    #expect(keys.rows == [["f", "1"], ["t", "1"]])
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0 && verified.output.contains("equal: 3 tables, 2,600 rows"), "\(verified.output)")
    #expect(
      verified.output.contains(
        "not made by the migration, each with a finding: foreign key items_order_id_fkey of items, which holds for new")
    )
    let again = try target.workspace(sections: ExistingTarget.sections)
    let changed = try await again.run("migrate")
    #expect(changed.status == 1 && changed.errors.contains("another condition"), "\(changed.errors)")
    let other = try await workspace.run("migrate", ["--data-only"])
    #expect(other.status == 1 && other.errors.contains("made its tables itself"), "\(other.errors)")
    await session.close()
    await target.stop()
  }

  /// Rows that the tables of others do not take are left out, and loaded once the tables are mended; a reset takes back all
  /// that came, by whatever subtransaction.
  @Test func rowsThatAreLeftOutComeLater() async throws {
    let target = try await ExistingTarget.start()
    let session = try await target.session()
    _ = try await session.execute("ALTER TABLE shop.\"Orders\" ADD CONSTRAINT cheap CHECK (amount < 20 OR id = 1)")
    _ = try await session.execute("INSERT INTO shop.clients (full_name, is_active) VALUES ('of before', false)")
    _ = try await session.execute("ALTER TABLE shop.clients ALTER client_id RESTART WITH 9001")
    _ = try await session.execute("UPDATE shop.clients SET client_id = DEFAULT")
    let workspace = try target.workspace(sections: ExistingTarget.sections + "[data-only]\nexisting-rows = append\n")
    let outcome = try await workspace.run("migrate", Self.load + ["--max-rejects", "all"])
    #expect(
      outcome.status == 2 && outcome.output.contains("1001 rows were left out"), "\(outcome.output)\(outcome.errors)")
    #expect(try await count(session, "shop.\"Orders\"") == "1999")
    let refused = try await workspace.run("refresh")
    #expect(refused.status == 1 && refused.errors.contains("reset --table"), "\(refused.errors)")
    let reset = try await workspace.run("reset")
    #expect(reset.status == 0, "\(reset.errors)")
    #expect(try await count(session, "shop.\"Orders\"") == "0")
    #expect(try await count(session, "shop.clients") == "1")

    _ = try await session.execute("ALTER TABLE shop.\"Orders\" DROP CONSTRAINT cheap")
    _ = try await session.execute(
      "ALTER TABLE shop.\"Orders\" ADD CONSTRAINT most CHECK (id NOT IN (2500, 2999))")
    #expect(try await workspace.run("migrate", Self.load).status == 2)
    _ = try await session.execute("ALTER TABLE shop.\"Orders\" DROP CONSTRAINT most")
    let retried = try await OraferryProcess.run(["rejects", "retry", "--workspace", workspace.folder.path])
    #expect(retried.status == 0, "\(retried.output)\(retried.errors)")
    #expect(try await count(session, "shop.\"Orders\"") == "3000")
    #expect(try await workspace.run("verify", ["--tables", "ORDERS,ITEMS"]).status == 0)
    let again = try await workspace.run("reset")
    #expect(again.status == 0, "\(again.output)\(again.errors)")
    #expect(try await count(session, "shop.\"Orders\"") == "0")
    #expect(try await count(session, "shop.clients") == "1")
    await session.close()
    await target.stop()
  }
}
