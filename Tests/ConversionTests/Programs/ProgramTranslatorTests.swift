import Model
import Testing

@testable import Conversion

/// Statements of PL/SQL in the bodies of triggers.
@Suite("Programs") struct ProgramTranslatorTests {
  /// A trigger that runs the statements once a row and writes the variable `r` to the log.
  private static func program(_ declarations: String, _ statements: String, gives result: String?) -> TriggerCase {
    TriggerCase(
      title: statements,
      triggers: [
        "AFTER INSERT ON orders FOR EACH ROW DECLARE r VARCHAR2(60); \(declarations) BEGIN \(statements) "
          + "INSERT INTO log (what) VALUES (r); END;"
      ],
      steps: [
        .run("INSERT INTO ot.limits VALUES ('a', 10, 1, 'x'), ('b', 20.5, 2, NULL), ('c', NULL, 3, 'zz')"),
        .run("INSERT INTO ot.orders (id, customer, status, total, qty) VALUES (5, 'a', 'ab', 7.5, 3)"),
        .rows("SELECT what FROM ot.log WHERE who IS NULL", [result ?? "NULL"]),
      ])
  }

  @Test func variablesAndChoices() async throws {
    try await TriggerFixture.check([
      Self.program("n NUMBER(5,2) := 1.005; c CONSTANT PLS_INTEGER := 2;", "n := n * c; r := n;", gives: "2.02"),
      Self.program("n PLS_INTEGER;", "n := 7 / 2; r := n / 8;", gives: ".5"),
      Self.program("t orders.total%TYPE; u t%TYPE;", "u := :new.total / 3; r := u;", gives: "2.5"),
      Self.program("s CHAR(4) := 'ab';", "r := '[' || s || ']' || :new.status || '|';", gives: "[ab  ]ab |"),
      Self.program("b BOOLEAN := :new.id > 4;", "IF b AND NOT FALSE THEN r := 'yes'; END IF;", gives: "yes"),
      Self.program(
        "b BOOLEAN;", "b := NULL; IF b THEN r := 'a'; ELSIF NOT b THEN r := 'b'; ELSE r := 'c'; END IF;", gives: "c"),
      Self.program("", "IF '' IS NULL AND :new.note || 'x' = 'x' THEN r := 'empty'; END IF;", gives: "empty"),
      Self.program("", "CASE :new.status WHEN 'x' THEN r := '1'; WHEN 'ab' THEN r := '2'; END CASE;", gives: "2"),
      Self.program("", "CASE WHEN :new.id > 9 THEN r := '1'; ELSE r := '2'; END CASE;", gives: "2"),
      Self.program("", "DECLARE r NUMBER := 1; BEGIN r := r + 1; END; r := NVL(r, 'outer');", gives: "outer"),
      Self.program(
        "v VARCHAR2(20);", "<<l>> DECLARE r VARCHAR2(9) := 'in'; BEGIN l.r := l.r || 'ner'; v := r; END; r := v;",
        gives: "inner"),
      Self.program(
        "program NUMBER := 1; block limits%ROWTYPE; clock VARCHAR2(9) := 'c';",
        "block.used := 5; <<block>> DECLARE block limits%ROWTYPE; BEGIN block.used := 4; r := block.used; END; FOR program IN "
          + "(SELECT used FROM limits WHERE customer = 'b' AND SYSDATE IS NOT NULL) LOOP r := r || program.used; END LOOP; r := "
          + "r || block.used || program || clock;", gives: "4251c"),
      Self.program(
        "id NUMBER := 3;", "SELECT MAX(l.id) INTO id FROM log l WHERE l.id = 4; r := NVL(id, 0);", gives: "0"),
      Self.program(
        "used NUMBER := 9;", "SELECT used INTO used FROM limits WHERE customer = 'b'; r := used;", gives: "2"),
      Self.program("", "r := 2 ** 10;", gives: "1024"),
      Self.program("", "DBMS_OUTPUT.PUT_LINE('n ' || :new.id); r := 'said';", gives: "said"),
      Self.program("", "SELECT order_seq.NEXTVAL INTO r FROM dual; r := r || order_seq.CURRVAL;", gives: "11"),
      Self.program(
        "d DATE := TO_DATE('2020-02-29', 'YYYY-MM-DD');", "r := TO_CHAR(d + 1.5, 'YYYY-MM-DD HH24:MI');",
        gives: "2020-03-01 12:00"),
    ])
  }

  @Test func loops() async throws {
    try await TriggerFixture.check([
      Self.program("", "FOR i IN 1 .. 3 LOOP r := r || i; END LOOP;", gives: "123"),
      Self.program("", "FOR i IN REVERSE 1 .. 3 LOOP r := r || i; END LOOP;", gives: "321"),
      Self.program("", "FOR i IN 3 .. 1 LOOP r := 'x'; END LOOP;", gives: nil),
      Self.program(
        "n NUMBER := 0;", "LOOP n := n + 1; CONTINUE WHEN n = 2; EXIT WHEN n >= 4; r := r || n; END LOOP;", gives: "13"),
      Self.program("n NUMBER := 3;", "WHILE n > 0 LOOP r := r || n; n := n - 1; END LOOP;", gives: "321"),
      Self.program(
        "",
        "<<o>> FOR i IN 1 .. 3 LOOP FOR j IN 1 .. 3 LOOP EXIT o WHEN i * j = 4; CONTINUE o WHEN j > i; r := r || i || j "
          + "|| ' '; END LOOP; END LOOP o;", gives: "11 21 "),
      Self.program(
        "",
        "FOR l IN (SELECT customer, most * 2 AS twice FROM limits WHERE used < :new.qty ORDER BY customer DESC) LOOP r := r "
          + "|| l.customer || l.twice || ' '; END LOOP;", gives: "b41 a20 "),
      Self.program(
        "CURSOR c (least NUMBER) IS SELECT customer AS id, \"Kind\" FROM limits WHERE used >= least ORDER BY 1;",
        "FOR x IN c(2) LOOP r := r || x.id || x.\"Kind\" || '.'; END LOOP;", gives: "b.czz."),
      Self.program(
        "CURSOR c IS SELECT customer, most FROM limits ORDER BY 1; n VARCHAR2(20); m NUMBER;",
        "OPEN c; LOOP FETCH c INTO n, m; EXIT WHEN c%NOTFOUND; r := r || n || m || ' '; END LOOP; CLOSE c; r := r || n;",
        gives: "a10 b20.5 c c"),
      Self.program(
        "CURSOR c IS SELECT * FROM limits WHERE used = 2; x c%ROWTYPE;",
        "OPEN c; FETCH c INTO x; IF c%FOUND THEN r := x.customer || x.most; END IF; CLOSE c;", gives: "b20.5"),
    ])
  }

  @Test func queriesAndChanges() async throws {
    try await TriggerFixture.check([
      Self.program(
        "x limits%ROWTYPE;", "SELECT * INTO x FROM limits WHERE customer = 'b'; r := x.most + x.used;", gives: "22.5"),
      Self.program(
        "a NUMBER; b VARCHAR2(5);",
        "SELECT used, most INTO a, b FROM limits WHERE used = 1 AND ROWNUM = 1; r := a || b;", gives: "110"),
      Self.program(
        "n NUMBER;", "UPDATE limits SET used = used + 1 WHERE customer = :new.customer RETURNING used INTO n; r := n;",
        gives: "2"),
      Self.program(
        "", "UPDATE limits l SET (most, used) = (SELECT MAX(most), 0 FROM limits) WHERE l.used > 1; r := SQL%ROWCOUNT;",
        gives: "2"),
      Self.program("", "DELETE FROM limits WHERE used = 99; IF SQL%NOTFOUND THEN r := 'none'; END IF;", gives: "none"),
      Self.program("", "DELETE limits WHERE most IS NULL; SELECT COUNT(*) INTO r FROM limits;", gives: "2"),
      Self.program(
        "x limits%ROWTYPE;",
        "x.customer := 'n'; x.used := 4; INSERT INTO limits VALUES x; SELECT used INTO r FROM limits WHERE customer = 'n';",
        gives: "4"),
      Self.program(
        "",
        "INSERT INTO limits (customer, used) SELECT customer || customer, most FROM limits WHERE most < 20; SELECT used INTO r FROM limits WHERE customer = 'aa';",
        gives: "10"),
      Self.program(
        "",
        "MERGE INTO limits l USING (SELECT :new.customer AS c FROM dual UNION ALL SELECT 'm' FROM dual) s ON (l.customer = s.c) "
          + "WHEN MATCHED THEN UPDATE SET used = 50 WHERE l.most > 5 WHEN NOT MATCHED THEN INSERT (customer, used) VALUES (s.c, 60); "
          + "SELECT SUM(used) INTO r FROM limits WHERE customer IN ('a', 'm');", gives: "110"),
      Self.program("n NUMBER;", "SELECT used INTO n FROM limits WHERE customer = 'a' FOR UPDATE; r := n;", gives: "1"),
      Self.program(
        "",
        "INSERT INTO log (id, who, happened) SELECT 1, 'x', SYSDATE FROM limits; UPDATE log SET happened = SYSDATE, what = "
          + "'c' WHERE id = 1; SELECT COUNT(DISTINCT happened) INTO r FROM log WHERE id = 1;", gives: "1"),
    ])
  }

  @Test func errors() async throws {
    let none = "SELECT customer INTO r FROM limits WHERE used = 99;"
    let many = "SELECT customer INTO r FROM limits;"
    func failing(_ declarations: String, _ statements: String, _ state: String, _ message: String = "") -> TriggerCase {
      var entry = Self.program(declarations, statements, gives: nil)
      entry.steps.removeLast(2)
      entry.steps.append(.fails("INSERT INTO ot.orders (id, customer) VALUES (5, 'a')", state: state, message: message))
      return entry
    }
    try await TriggerFixture.check([
      failing("", none, "P0002"), failing("", many, "P0003"),
      failing("", "RAISE_APPLICATION_ERROR(-20123, 'no ' || :new.id || :new.note);", "OR123", "no 5"),
      failing("bad EXCEPTION;", "RAISE bad;", "OXLVA"),
      failing("bad EXCEPTION; PRAGMA EXCEPTION_INIT(bad, -20007);", "RAISE bad;", "OR007"),
      failing("", "r := RPAD('x', 61, 'y');", "22001"), failing("", "CASE 1 WHEN 2 THEN NULL; END CASE;", "20000"),
      failing("n NUMBER(2);", "n := 100;", "22003"), failing("", "r := 1 / (:new.id - 5);", "22012"),
      failing(
        "", "INSERT INTO limits (customer) VALUES ('a'); BEGIN NULL; EXCEPTION WHEN OTHERS THEN RAISE; END;", "23505"),
      failing(
        "",
        "BEGIN INSERT INTO limits (customer) VALUES ('q'); \(none) EXCEPTION WHEN NO_DATA_FOUND THEN RAISE_APPLICATION_ERROR(-20001, 'again'); END;",
        "OR001", "again"),
      Self.program(
        "", "BEGIN \(none) EXCEPTION WHEN NO_DATA_FOUND THEN r := 'none'; WHEN OTHERS THEN r := 'other'; END;",
        gives: "none"),
      Self.program(
        "", "BEGIN \(many) EXCEPTION WHEN NO_DATA_FOUND OR TOO_MANY_ROWS THEN r := 'many'; END;", gives: "many"),
      Self.program(
        "", "BEGIN INSERT INTO limits (customer) VALUES ('a'); EXCEPTION WHEN DUP_VAL_ON_INDEX THEN r := 'twice'; END;",
        gives: "twice"),
      Self.program(
        "bad EXCEPTION; PRAGMA EXCEPTION_INIT(bad, -20007);",
        "BEGIN RAISE_APPLICATION_ERROR(-20007, 'text'); EXCEPTION WHEN bad THEN r := SQLERRM; END;", gives: "text"),
      Self.program(
        "bad EXCEPTION; worse EXCEPTION;",
        "BEGIN RAISE worse; EXCEPTION WHEN bad THEN r := 'bad'; WHEN worse THEN r := 'worse'; END;", gives: "worse"),
      Self.program("n NUMBER(1);", "BEGIN n := 99; EXCEPTION WHEN VALUE_ERROR THEN r := 'value'; END;", gives: "value"),
      Self.program(
        "", "BEGIN r := 1 / (:new.id - 5); EXCEPTION WHEN ZERO_DIVIDE THEN r := 'zero'; END;", gives: "zero"),
      Self.program("", "BEGIN r := 'kept'; \(none) EXCEPTION WHEN OTHERS THEN NULL; END;", gives: "kept"),
    ])
  }

  @Test func functionsThatTriggersCall() async throws {
    let next =
      "CREATE OR REPLACE FUNCTION next_id (least IN NUMBER) RETURN NUMBER IS v NUMBER; BEGIN SELECT order_seq.NEXTVAL "
      + "INTO v FROM dual; IF v < least THEN RETURN half(least * 2); END IF; RETURN v; END next_id;"
    let half = "CREATE FUNCTION half (n NUMBER) RETURN NUMBER DETERMINISTIC AS BEGIN RETURN n / 2; END;"
    let other = "CREATE FUNCTION unused RETURN NUMBER AS BEGIN RETURN 1; END;"
    let entry = TriggerCase(
      title: "a helper fills a key",
      triggers: [
        "BEFORE INSERT ON orders FOR EACH ROW BEGIN IF :new.id IS NULL THEN :new.id := next_id(10); END IF; END;"
      ],
      functions: [("NEXT_ID", next), ("HALF", half), ("UNUSED", other)],
      steps: [
        .run("INSERT INTO ot.orders (id) VALUES (NULL)"), .rows("SELECT id FROM ot.orders", ["10"]),
        .rows("SELECT ot.half(3)", ["1.5"]),
      ])
    try await TriggerFixture.check([entry])
    let findings = TriggerFixture.plan(entry).findings.filter { $0.object.hasPrefix("function ") }
    #expect(findings.filter { $0.rule == "object.function" }.map(\.object) == ["function UNUSED"])
    let procedure =
      "CREATE PROCEDURE note_it (n IN PLS_INTEGER, t VARCHAR2, d DATE) IS BEGIN IF n IS NULL THEN RETURN; END IF; INSERT INTO "
      + "log (id, what, happened) VALUES (n, t, d); END;"
    try await TriggerFixture.check([
      TriggerCase(
        title: "a procedure that a trigger calls",
        triggers: [
          "AFTER INSERT ON orders FOR EACH ROW BEGIN note_it(:new.total, :new.status, :new.created); END;",
          "AFTER UPDATE ON orders FOR EACH ROW CALL note_it(:new.id, 'u', NULL)",
        ],
        functions: [("NOTE_IT", procedure)],
        steps: [
          .run("INSERT INTO ot.orders (total, status, created) VALUES (2.5, 'a', '2020-01-01'), (NULL, 'b', NULL)"),
          .rows("SELECT id, what || '|', happened FROM ot.log", ["3 | a  | | 2020-01-01"]),
          .run("UPDATE ot.orders SET id = 8 WHERE total = 2.5"),
          .rows("SELECT id, what, happened FROM ot.log WHERE id = 8", ["8 | u | NULL"]),
        ])
    ])
    let filling =
      "CREATE PROCEDURE auto_id (n IN OUT NUMBER, t OUT VARCHAR2) IS v NUMBER; BEGIN IF t IS NULL THEN t := 'id '; END IF; IF n "
      + "IS NULL THEN SELECT order_seq.NEXTVAL INTO v FROM dual; n := v; END IF; t := t || n; END;"
    try await TriggerFixture.check([
      TriggerCase(
        title: "a procedure fills a key of the new row",
        triggers: ["BEFORE INSERT ON orders FOR EACH ROW BEGIN auto_id(:new.id, :new.note); END;"],
        functions: [("AUTO_ID", filling)],
        steps: [
          .run("INSERT INTO ot.orders (id, note) VALUES (NULL, 'x'), (9, 'y')"),
          .rows("SELECT id, note FROM ot.orders", ["1 | id 1", "9 | id 9"]),
        ])
    ])
    let seeking =
      "CREATE FUNCTION next_id (c VARCHAR2) RETURN NUMBER IS v NUMBER; BEGIN SELECT used INTO v FROM limits WHERE "
      + "customer = c; RETURN v; END;"
    for (statement, words) in [
      ("UPDATE log SET amount = next_id('a');", "NULL there"), ("SELECT next_id('a') INTO v FROM dual;", "NULL there"),
      ("v := next_id('a');", nil),
    ] {
      let reason = TriggerFixture.refusal(
        "AFTER INSERT ON orders FOR EACH ROW DECLARE v NUMBER; BEGIN \(statement) END;",
        functions: [("NEXT_ID", seeking)])
      #expect(words.map { reason?.contains($0) == true } ?? (reason == nil), "\(statement) \(reason ?? "")")
    }
    let named =
      "CREATE FUNCTION mix (a NUMBER, b VARCHAR2 DEFAULT 'd', c DATE := NULL) RETURN VARCHAR2 IS BEGIN RETURN a || b || "
      + "TO_CHAR(c, 'YYYY'); END;"
    try await TriggerFixture.check([
      TriggerCase(
        title: "named values and defaults",
        triggers: [
          "BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.note := mix(b => 'x', a => 1) || mix(2) || mix(a => 3, c => DATE "
            + "'2020-01-01', b => NULL); END;"
        ], functions: [("MIX", named)],
        steps: [.run("INSERT INTO ot.orders (id) VALUES (1)"), .rows("SELECT note FROM ot.orders", ["1x2d32020"])])
    ])
    let stamp = "CREATE PROCEDURE stamp IS BEGIN INSERT INTO log (what) VALUES ('s'); END;"
    let twice = TriggerFixture.refusal(
      "AFTER INSERT ON orders FOR EACH ROW BEGIN stamp; stamp; EXCEPTION WHEN OTHERS THEN NULL; END;",
      functions: [("STAMP", stamp)])
    #expect(twice?.contains("takes them back") == true)
    let bad = "CREATE FUNCTION next_id (least IN NUMBER) RETURN NUMBER IS BEGIN COMMIT; RETURN 1; END;"
    let reason = TriggerFixture.refusal(entry.triggers[0], functions: [("NEXT_ID", bad)])
    #expect(reason?.contains("NEXT_ID is not converted (COMMIT") == true)
  }
}
