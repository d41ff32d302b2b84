import Model
import Testing

@testable import Conversion

/// Triggers are fired on PostgreSQL, and do what Oracle's would.
@Suite("Triggers of rows and statements") struct TriggerRuleTests {
  private static let insert = "INSERT INTO ot.orders (id, customer, status, qty, price)"

  @Test func rowsAreFilledBeforeTheyAreWritten() async throws {
    try await TriggerFixture.check([
      TriggerCase(
        title: "the time of a change",
        triggers: [
          "BEFORE INSERT OR UPDATE ON orders FOR EACH ROW BEGIN :new.created := SYSDATE; :new.updated := SYSTIMESTAMP; "
            + ":NEW.seen := CURRENT_TIMESTAMP; END;"
        ],
        steps: [
          .run(Self.insert + " VALUES (1, 'a', 'x', 1, 1)"),
          .rows(
            "SELECT abs(extract(epoch FROM created - (now() AT TIME ZONE 'Europe/Vienna'))) < 60, "
              + "created = date_trunc('second', created), "
              + "abs(extract(epoch FROM updated - (now() AT TIME ZONE 'Europe/Vienna'))) < 60, "
              + "abs(extract(epoch FROM seen - now())) < 60 FROM ot.orders", ["t | t | t | t"]),
          .run("UPDATE ot.orders SET created = '2000-01-01'"),
          .rows("SELECT created > '2020-01-01' FROM ot.orders", ["t"]),
        ]),
      TriggerCase(
        title: "a key from a sequence beside other statements",
        triggers: [
          "BEFORE INSERT ON orders FOR EACH ROW BEGIN IF :new.id IS NULL OR :new.id = 0 THEN SELECT order_seq.NEXTVAL "
            + "INTO :new.id FROM dual; END IF; :new.customer := UPPER(:new.customer); END;"
        ],
        steps: [
          .run(Self.insert + " VALUES (NULL, 'a', 'x', 1, 1), (7, 'b', 'x', 1, 1), (0, 'c', 'x', 1, 1)"),
          .rows("SELECT id, customer FROM ot.orders ORDER BY customer", ["1 | A", "7 | B", "2 | C"]),
        ]),
      TriggerCase(
        title: "UPDATE OF a column, also where OF stands behind the last event",
        triggers: [
          "BEFORE INSERT OR UPDATE OF status ON orders FOR EACH ROW BEGIN :new.note := 'seen ' || :new.status; END;"
        ],
        steps: [
          .run(Self.insert + " VALUES (1, 'a', 'x', 1, 1)"),
          .run("UPDATE ot.orders SET note = NULL"), .rows("SELECT note FROM ot.orders", ["NULL"]),
          .run("UPDATE ot.orders SET status = 'yz'"), .rows("SELECT note || '|' FROM ot.orders", ["seen yz |"]),
        ]),
      TriggerCase(
        title: "WHEN with names of REFERENCING stands in the head",
        triggers: [
          "BEFORE UPDATE ON orders REFERENCING NEW AS n OLD AS o FOR EACH ROW WHEN (n.total > o.total) "
            + "BEGIN :n.note := 'up'; END;"
        ],
        steps: [
          .run("INSERT INTO ot.orders (id, total) VALUES (1, 5)"),
          .run("UPDATE ot.orders SET total = 4"), .rows("SELECT note FROM ot.orders", ["NULL"]),
          .run("UPDATE ot.orders SET total = 4.5"), .rows("SELECT note FROM ot.orders", ["up"]),
        ]),
      TriggerCase(
        title: "WHEN over both rows of several events goes into the body; the old row of INSERT is NULL",
        triggers: [
          "BEFORE INSERT OR UPDATE ON orders FOR EACH ROW WHEN (old.total IS NULL OR new.total <> old.total) "
            + "DECLARE v NUMBER := :old.total; BEGIN :new.note := 'was ' || v; END;"
        ],
        steps: [
          .run("INSERT INTO ot.orders (id, total) VALUES (1, 5)"),
          .rows("SELECT '[' || note || ']' FROM ot.orders", ["[was ]"]),
          .run("UPDATE ot.orders SET total = 0.5"), .rows("SELECT note FROM ot.orders", ["was 5"]),
          .run("UPDATE ot.orders SET id = 2"), .rows("SELECT note FROM ot.orders", ["was 5"]),
          .run("UPDATE ot.orders SET total = 3"), .rows("SELECT note FROM ot.orders", ["was .5"]),
        ]),
      TriggerCase(
        title: "values are converted as Oracle converts them",
        triggers: [
          "BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.total := '12.345'; :new.note := :new.qty / 4; "
            + ":new.tag := 'c0ffee'; :new.qty := 2.5; :new.customer := ''; END;"
        ],
        steps: [
          .run(Self.insert + " VALUES (1, 'a', 'x', 3, 1)"),
          .rows(
            "SELECT total, note, tag::text, qty, customer FROM ot.orders", ["12.35 | .75 | \\xc0ffee | 3 | NULL"]),
        ]),
      TriggerCase(
        title: "a row that is deleted is deleted",
        triggers: [
          "BEFORE INSERT OR DELETE ON orders FOR EACH ROW BEGIN IF DELETING THEN INSERT INTO log (id, what) VALUES "
            + "(:old.id, 'gone'); RETURN; END IF; :new.note := 'in'; END;",
          "BEFORE DELETE ON orders FOR EACH ROW BEGIN UPDATE log SET amount = 1 WHERE id = :old.id; END;",
        ],
        steps: [
          .run(Self.insert + " VALUES (1, 'a', 'x', 3, 1), (2, 'a', 'x', 3, 1)"),
          .rows("SELECT DISTINCT note FROM ot.orders", ["in"]), .run("DELETE FROM ot.orders WHERE id = 1"),
          .rows("SELECT id FROM ot.orders", ["2"]), .rows("SELECT id, what, amount FROM ot.log", ["1 | gone | 1"]),
        ]),
    ])
  }

  @Test func otherRowsAreChangedAfterIt() async throws {
    try await TriggerFixture.check([
      TriggerCase(
        title: "an audit of all events",
        triggers: [
          "AFTER INSERT OR UPDATE OR DELETE ON orders FOR EACH ROW DECLARE op VARCHAR2(10); BEGIN IF INSERTING THEN op := "
            + "'I'; ELSIF UPDATING THEN op := 'U'; ELSE op := 'D'; END IF; INSERT INTO log (id, what, who, amount, "
            + "happened) VALUES (log_seq.NEXTVAL, op || NVL(:old.id, 0) || NVL(:new.id, 0), USER, :new.total, SYSDATE); "
            + "END;"
        ],
        steps: [
          .run("INSERT INTO ot.orders (id, total) VALUES (1, 5), (2, 6)"),
          .run("UPDATE ot.orders SET id = 3, total = 7 WHERE id = 2"), .run("DELETE FROM ot.orders WHERE id = 3"),
          .rows(
            "SELECT id, what, amount, who = upper(session_user), happened > '2020-01-01' FROM ot.log ORDER BY id",
            ["1 | I01 | 5 | t | t", "2 | I02 | 6 | t | t", "3 | U23 | 7 | t | t", "4 | D30 | NULL | t | t"]),
        ]),
      TriggerCase(
        title: "a computed column is there afterwards",
        triggers: [
          "AFTER INSERT ON orders FOR EACH ROW BEGIN INSERT INTO log (amount) VALUES (:new.worth); END;"
        ],
        steps: [
          .run(Self.insert + " VALUES (1, 'a', 'x', 3, 1.5)"), .rows("SELECT amount FROM ot.log", ["4.5"]),
        ]),
      TriggerCase(
        title: "triggers of statements",
        triggers: [
          "BEFORE UPDATE OR DELETE ON limits DECLARE op VARCHAR2(10); BEGIN IF UPDATING THEN op := 'UPDATE'; ELSE op := "
            + "'DELETE'; END IF; RAISE_APPLICATION_ERROR(-20050, op || ' is not allowed'); END;",
          "AFTER INSERT ON orders BEGIN INSERT INTO log (what) VALUES ('once'); END;",
        ],
        steps: [
          .run("INSERT INTO ot.limits (customer) VALUES ('a')"),
          .fails("UPDATE ot.limits SET used = 1", state: "OR050", message: "UPDATE is not allowed"),
          .fails("DELETE FROM ot.limits", state: "OR050", message: "DELETE is not allowed"),
          .run(Self.insert + " VALUES (1, 'a', 'x', 3, 1.5), (2, 'a', 'x', 3, 1.5)"),
          .rows("SELECT what FROM ot.log", ["once"]),
        ]),
      TriggerCase(
        title: "a compound trigger without a state",
        triggers: [
          "FOR INSERT ON orders COMPOUND TRIGGER step CONSTANT NUMBER := 10; BEFORE STATEMENT IS BEGIN INSERT INTO log (what) "
            + "VALUES ('start'); END BEFORE STATEMENT; BEFORE EACH ROW IS BEGIN :new.id := :new.id * step; END BEFORE EACH "
            + "ROW; AFTER EACH ROW IS v NUMBER; BEGIN v := :new.id + step; INSERT INTO log (what, amount) VALUES ('row', v); "
            + "END AFTER EACH ROW; AFTER STATEMENT IS BEGIN INSERT INTO log (what) VALUES ('end'); END AFTER STATEMENT; "
            + "END tr1;"
        ],
        steps: [
          .run("INSERT INTO ot.orders (id) VALUES (1), (2)"),
          .rows(
            "SELECT what, amount FROM ot.log",
            ["start | NULL", "row | 20", "row | 30", "end | NULL"]),
          .rows(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
            ["tr1_after_each_row", "tr1_after_statement", "tr1_before_each_row", "tr1_before_statement"]
              .map { $0.split(separator: "_").filter { $0 != "each" }.joined(separator: "_") }),
        ]),
      TriggerCase(
        title: "INSTEAD OF on a view",
        triggers: [
          "INSTEAD OF INSERT OR UPDATE OR DELETE ON order_v FOR EACH ROW BEGIN IF INSERTING THEN INSERT INTO limits "
            + "(customer, most) VALUES (:new.customer, :new.most); INSERT INTO orders (id, customer, total) VALUES (:new.id, "
            + ":new.customer, :new.total); ELSIF UPDATING THEN UPDATE orders SET total = :new.total WHERE id = :old.id; ELSE "
            + "DELETE FROM orders WHERE id = :old.id; END IF; END;"
        ],
        steps: [
          .run("INSERT INTO ot.order_v VALUES (1, 'a', 5, 100)"),
          .rows("SELECT * FROM ot.order_v", ["1 | a | 5 | 100"]),
          .run("UPDATE ot.order_v SET total = total + 1, most = 3"),
          .rows("SELECT * FROM ot.order_v", ["1 | a | 6 | 100"]),
          .rows(
            "WITH d AS (DELETE FROM ot.order_v RETURNING id, most) SELECT * FROM d", ["1 | 100"]),
          .rows("SELECT count(*) FROM ot.orders", ["0"]),
        ]),
    ])
  }

  /// Only CREATE TRIGGER can ask which columns an UPDATE names.
  @Test func updatingAColumnBecomesATriggerOfIt() async throws {
    try await TriggerFixture.check([
      TriggerCase(
        title: "one column",
        triggers: [
          "BEFORE INSERT OR UPDATE ON orders FOR EACH ROW BEGIN IF INSERTING OR UPDATING('TOTAL') THEN :new.note := "
            + "'touched ' || :new.total; END IF; END;"
        ],
        steps: [
          .run("INSERT INTO ot.orders (id, total) VALUES (1, 5)"), .rows("SELECT note FROM ot.orders", ["touched 5"]),
          .run("UPDATE ot.orders SET note = NULL, total = total"),
          .rows("SELECT note FROM ot.orders", ["touched 5"]),
          .run("UPDATE ot.orders SET note = NULL, id = 2"), .rows("SELECT note FROM ot.orders", ["NULL"]),
        ]),
      TriggerCase(
        title: "several columns",
        triggers: [
          "AFTER UPDATE OF id, total, customer ON orders FOR EACH ROW BEGIN IF UPDATING('TOTAL') THEN INSERT INTO log (what) "
            + "VALUES ('t'); END IF; IF UPDATING('CUSTOMER') OR UPDATING('ID') THEN INSERT INTO log (what) VALUES ('c'); END "
            + "IF; IF UPDATING('NOTE') THEN INSERT INTO log (what) VALUES ('n'); END IF; END;"
        ],
        steps: [
          .run("INSERT INTO ot.orders (id, total) VALUES (1, 5)"), .run("UPDATE ot.orders SET note = 'x'"),
          .run("UPDATE ot.orders SET total = 1, id = 2, note = 'y'"), .run("UPDATE ot.orders SET customer = 'z'"),
          .rows("SELECT what FROM ot.log", ["t", "c", "c"]),
        ]),
      TriggerCase(
        title: "the column of UPDATE OF",
        triggers: [
          "BEFORE UPDATE OF total ON orders FOR EACH ROW BEGIN :new.note := 'n'; IF UPDATING('total') THEN :new.note := 't'; "
            + "END IF; END;"
        ],
        steps: [
          .run("INSERT INTO ot.orders (id, total) VALUES (1, 5)"), .run("UPDATE ot.orders SET total = 1"),
          .rows("SELECT note FROM ot.orders", ["t"]),
        ]),
    ])
  }

  @Test func aDisabledTriggerWaits() async throws {
    let trigger = "BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.note := 'x'; END;"
    try await TriggerFixture.check([
      TriggerCase(
        title: "disabled", triggers: [trigger], isEnabled: false,
        steps: [
          .run("INSERT INTO ot.orders (id) VALUES (1)"), .rows("SELECT note FROM ot.orders", ["NULL"]),
          .run("ALTER TABLE ot.orders ENABLE TRIGGER tr1"), .run("INSERT INTO ot.orders (id) VALUES (2)"),
          .rows("SELECT note FROM ot.orders WHERE id = 2", ["x"]),
        ])
    ])
  }

  @Test func exactTriggersStayTriggers() async throws {
    let filling = "BEFORE INSERT ON orders FOR EACH ROW WHEN (new.id IS NULL) BEGIN :new.id := order_seq.NEXTVAL; END;"
    var exact = TriggerCase(
      title: "exact", triggers: [filling],
      steps: [
        .run("INSERT INTO ot.orders (id) VALUES (NULL), (9)"), .rows("SELECT id FROM ot.orders", ["1", "9"]),
        .rows("SELECT count(*) FROM pg_attrdef WHERE pg_get_expr(adbin, adrelid) LIKE '%nextval%'", ["0"]),
      ])
    let absorbed = TriggerFixture.plan(exact)
    #expect(absorbed.completion.allSatisfy { $0.phase != .trigger })
    #expect(absorbed.rules.contains("trigger.default"))
    exact.options.sequenceTriggers = .trigger
    #expect(!TriggerFixture.plan(exact).rules.contains("trigger.default"))
    try await TriggerFixture.check([exact])
  }

  /// Rows are loaded before triggers are made, and the file has a part for them.
  @Test func triggersComeBehindRowsAndViews() throws {
    let plan = TriggerFixture.plan(
      TriggerCase(
        title: "", triggers: ["AFTER INSERT ON orders BEGIN NULL; END;"], steps: []))
    let phases = plan.completion.map(\.phase)
    let first = try #require(phases.firstIndex(of: .trigger))
    #expect(phases.lastIndex(of: .view).map { $0 < first } == true)
    #expect(plan.completion[first].id == "function:tr1" && plan.completion[first + 1].id == "trigger:orders.tr1")
    let text = SchemaSQL([plan], head: []).text
    let titles = ["CREATE VIEW", SchemaFile.phaseMark + "triggers", "CREATE TRIGGER"].map {
      text.range(of: $0)?.lowerBound
    }
    #expect(titles == titles.compactMap { $0 }.sorted() && !titles.contains(nil))
  }
}
