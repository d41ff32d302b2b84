import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Constraints") struct ConstraintTests {
  private func family(onDelete: String = "") throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE parent (id NUMBER(4) CONSTRAINT parent_pk PRIMARY KEY, code VARCHAR2(5) UNIQUE)",
      "CREATE TABLE child (id NUMBER(4) PRIMARY KEY, pid NUMBER(4) CONSTRAINT child_fk REFERENCES parent (id) \(onDelete),"
        + " name VARCHAR2(5) NOT NULL, age NUMBER(3) CONSTRAINT age_ck CHECK (age BETWEEN 0 AND 150))",
      "INSERT INTO parent VALUES (1, 'a')", "INSERT INTO parent VALUES (2, 'b')",
      "INSERT INTO child VALUES (10, 1, 'x', 5)", "INSERT INTO child VALUES (11, NULL, 'y', NULL)", "COMMIT")
    return test
  }

  @Test(
    "violations have Oracle's numbers and texts",
    arguments: [
      ("INSERT INTO parent VALUES (1, 'c')", "ORA-00001: unique constraint (APP.PARENT_PK) violated"),
      ("INSERT INTO parent VALUES (NULL, 'c')", "ORA-01400: cannot insert NULL into (\"APP\".\"PARENT\".\"ID\")"),
      ("UPDATE child SET name = NULL", "ORA-01407: cannot update (\"APP\".\"CHILD\".\"NAME\") to NULL"),
      ("INSERT INTO child VALUES (12, 1, 'x', 151)", "ORA-02290: check constraint (APP.AGE_CK) violated"),
      (
        "INSERT INTO child VALUES (12, 9, 'x', 1)",
        "ORA-02291: integrity constraint (APP.CHILD_FK) violated - parent key not found"
      ),
      (
        "DELETE FROM parent WHERE id = 1",
        "ORA-02292: integrity constraint (APP.CHILD_FK) violated - child record found"
      ),
      (
        "UPDATE parent SET id = 3 WHERE id = 1",
        "ORA-02292: integrity constraint (APP.CHILD_FK) violated - child record found"
      ),
      (
        "INSERT INTO child VALUES (12, 1, 'abcdef', 1)",
        "ORA-12899: value too large for column \"APP\".\"CHILD\".\"NAME\" (actual: 6, maximum: 5)"
      ),
      (
        "INSERT INTO parent VALUES (12345, 'x')",
        "ORA-01438: value larger than specified precision allowed for this column"
      ),
      ("INSERT INTO parent VALUES (1)", "ORA-00947: not enough values"),
      ("INSERT INTO parent VALUES (1, 2, 3)", "ORA-00913: too many values"),
      ("INSERT INTO parent (id, nope) VALUES (1, 2)", "ORA-00904: \"NOPE\": invalid identifier"),
      ("INSERT INTO nowhere VALUES (1)", "ORA-00942: table or view does not exist"),
      ("INSERT INTO parent VALUES ('x', 'y')", "ORA-01722: invalid number"),
      ("INSERT INTO parent VALUES (SYSDATE, 'y')", "ORA-00932: inconsistent datatypes: expected NUMBER got DATE"),
      ("TRUNCATE TABLE parent", "ORA-02266: unique/primary keys in table referenced by enabled foreign keys"),
      ("DROP TABLE parent", "ORA-02449: unique/primary keys in table referenced by foreign keys"),
      ("ALTER TABLE parent DROP PRIMARY KEY", "ORA-02273: this unique/primary key is referenced by some foreign keys"),
      (
        "ALTER TABLE parent DISABLE PRIMARY KEY",
        "ORA-02297: cannot disable constraint (APP.PARENT_PK) - dependencies exist"
      ),
      ("CREATE TABLE parent (a NUMBER)", "ORA-00955: name is already used by an existing object"),
      ("ALTER TABLE parent ADD PRIMARY KEY (code)", "ORA-02260: table can have only one primary key"),
      ("CREATE TABLE x (a DATE REFERENCES parent)", "ORA-02267: column type incompatible with referenced column type"),
      (
        "CREATE TABLE x (a NUMBER, b NUMBER, FOREIGN KEY (b) REFERENCES child (age))",
        "ORA-02270: no matching unique or primary key for this column-list"
      ),
      ("CREATE INDEX i ON parent (id)", "ORA-01408: such column list already indexed"),
      ("DROP INDEX parent_pk", "ORA-02429: cannot drop index used for enforcement of unique/primary key"),
      ("ALTER TABLE parent ENABLE CONSTRAINT nope", "ORA-02430: cannot enable constraint (NOPE) - no such constraint"),
      (
        "ALTER TABLE child ADD CONSTRAINT age_ck CHECK (age > 1)",
        "ORA-02264: name already used by an existing constraint"
      ),
      (
        "ALTER TABLE child ADD must NUMBER NOT NULL",
        "ORA-01758: table must be empty to add mandatory (NOT NULL) column"
      ),
    ])
  func violations(_ sql: String, _ message: String) throws {
    let test = try family()
    #expect(test.message(sql) == message)
    #expect(try test.value("SELECT COUNT(*) FROM parent") == "2")
    #expect(try test.value("SELECT COUNT(*) FROM child") == "2")
  }

  @Test("ON DELETE CASCADE takes children along, over several levels") func cascade() throws {
    let test = try family(onDelete: "ON DELETE CASCADE")
    try test.run(
      "CREATE TABLE toy (id NUMBER, cid NUMBER(4) REFERENCES child ON DELETE CASCADE)",
      "INSERT INTO toy VALUES (1, 10)", "INSERT INTO toy VALUES (2, 11)", "DELETE FROM parent WHERE id = 1")
    #expect(try test.rows("SELECT id FROM child") == [["11"]])
    #expect(try test.rows("SELECT id FROM toy") == [["2"]])
    try test.run("ROLLBACK")
    #expect(try test.value("SELECT COUNT(*) FROM child") == "2")
  }

  @Test("ON DELETE SET NULL keeps children") func setNull() throws {
    let test = try family(onDelete: "ON DELETE SET NULL")
    try test.run("DELETE FROM parent WHERE id = 1")
    #expect(try test.rows("SELECT id, pid FROM child ORDER BY id") == [["10", nil], ["11", nil]])
  }

  @Test("a table that refers to itself may be filled in any order by one statement") func selfReference() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE staff (id NUMBER PRIMARY KEY, boss NUMBER REFERENCES staff)", "INSERT INTO staff VALUES (1, 1)",
      "INSERT INTO staff SELECT 2, 3 FROM dual UNION ALL SELECT 3, 1 FROM dual")
    #expect(test.code("INSERT INTO staff VALUES (4, 5)") == 2291)
    #expect(test.code("DELETE FROM staff WHERE id = 3") == 2292)
    try test.run("DELETE FROM staff")
    #expect(try test.value("SELECT COUNT(*) FROM staff") == "0")
  }

  @Test("keys may be swapped by one UPDATE") func swap() throws {
    let test = try family()
    try test.run("DELETE FROM child", "UPDATE parent SET id = 3 - id")
    #expect(try test.rows("SELECT id, code FROM parent ORDER BY id") == [["1", "b"], ["2", "a"]])
    #expect(test.code("UPDATE parent SET id = 1") == 1)
  }

  @Test(
    "ENABLE looks at the rows that are there",
    arguments: [
      ("CONSTRAINT c CHECK (a > 5)", 2293), ("CONSTRAINT c UNIQUE (a)", 2299), ("CONSTRAINT c PRIMARY KEY (a)", 2437),
      ("CONSTRAINT c FOREIGN KEY (a) REFERENCES p (id)", 2298),
    ]) func enable(_ constraint: String, _ code: Int) throws
  {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE p (id NUMBER PRIMARY KEY)", "CREATE TABLE t (a NUMBER, \(constraint) DISABLE)",
      "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)")
    #expect(test.code("ALTER TABLE t ENABLE CONSTRAINT c") == code)
    try test.run("DELETE FROM t WHERE ROWNUM = 1", "UPDATE t SET a = 7", "INSERT INTO p VALUES (7)")
    try test.run("ALTER TABLE t ENABLE CONSTRAINT c")
    #expect(try test.value("SELECT status FROM user_constraints WHERE constraint_name = 'C'") == "ENABLED")
    try test.run("ALTER TABLE t DISABLE CONSTRAINT c", "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)")
    #expect(test.code("ALTER TABLE t ENABLE CONSTRAINT c") == code)
  }

  @Test("NULLs in keys") func nulls() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (a NUMBER, b NUMBER, UNIQUE (a, b))", "INSERT INTO t VALUES (NULL, NULL)",
      "INSERT INTO t VALUES (NULL, NULL)", "INSERT INTO t VALUES (1, NULL)")
    #expect(test.code("INSERT INTO t VALUES (1, NULL)") == 1)
    #expect(test.code("INSERT INTO t VALUES (1, 1)") == 0)
  }

  @Test("deferred constraints are checked by COMMIT") func deferred() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE p (id NUMBER PRIMARY KEY)",
      "CREATE TABLE c (pid NUMBER REFERENCES p DEFERRABLE INITIALLY DEFERRED)", "INSERT INTO c VALUES (1)",
      "INSERT INTO p VALUES (1)", "COMMIT", "INSERT INTO c VALUES (2)")
    #expect(test.code("COMMIT") == 2091)
    #expect(try test.value("SELECT COUNT(*) FROM c") == "1")
  }

  @Test("a unique index on an expression is enforced") func expressionIndex() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (name VARCHAR2(10))", "CREATE UNIQUE INDEX t_u ON t (UPPER(name))", "INSERT INTO t VALUES ('a')")
    #expect(test.message("INSERT INTO t VALUES ('A')") == "ORA-00001: unique constraint (APP.T_U) violated")
    try test.run("CREATE TABLE d (a NUMBER)", "INSERT INTO d VALUES (1)", "INSERT INTO d VALUES (1)")
    #expect(test.code("CREATE UNIQUE INDEX d_u ON d (a)") == 1452)
  }

  @Test("a trigger that cannot run stops changes, it isn't passed over") func triggers() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (a NUMBER)", "CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW BEGIN NULL; END;")
    #expect(test.code("INSERT INTO t VALUES (1)") == 4098)
    try test.run("DROP TRIGGER trg", "INSERT INTO t VALUES (1)")
  }

  @Test("only enabled triggers of the very event stop a change") func disabledTriggers() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (a NUMBER)", "INSERT INTO t VALUES (1)",
      "CREATE TRIGGER trg AFTER UPDATE OF a ON t FOR EACH ROW BEGIN audit_it(:OLD.a); END;", "INSERT INTO t VALUES (2)")
    #expect(test.code("UPDATE t SET a = 3") == 4098)
    try test.run("ALTER TRIGGER trg DISABLE", "UPDATE t SET a = 3")
    #expect(try test.value("SELECT status FROM user_triggers") == "DISABLED")
    try test.run("ALTER TABLE t ENABLE ALL TRIGGERS")
    #expect(test.code("UPDATE t SET a = 4") == 4098)
    #expect(test.code("ALTER TRIGGER nothing ENABLE") == 4080)
  }

  @Test(
    "a trigger that only fills a key from a sequence works",
    arguments: [
      ("BEGIN :NEW.id := s.NEXTVAL; END;", "1,2,3"),
      ("BEGIN SELECT s.NEXTVAL INTO :new.id FROM dual; END t_bi;", "1,2,3"),
      ("WHEN (new.id IS NULL) BEGIN\n -- the key\n :NEW.id := s.nextval;\nEND;", "1,50,2"),
      ("BEGIN IF :NEW.id IS NULL THEN SELECT s.NEXTVAL INTO :NEW.id FROM DUAL; END IF; END;", "1,50,2"),
      ("DECLARE BEGIN if (:NEW.\"ID\" is null) then :NEW.id := app.s.NEXTVAL; end if; END;", "1,50,2"),
    ])
  func sequenceTriggers(body: String, expected: String) throws {
    let test = try TestDatabase()
    let owner = try test.value("SELECT user FROM dual") ?? ""
    try test.run(
      "CREATE TABLE t (id NUMBER PRIMARY KEY, b VARCHAR2(9))", "CREATE SEQUENCE s",
      "CREATE OR REPLACE TRIGGER t_bi BEFORE INSERT ON t FOR EACH ROW " + body.replacing("app.", with: owner + "."),
      "INSERT INTO t (b) VALUES ('x')", "INSERT INTO t VALUES (50, 'y')", "INSERT INTO t VALUES (NULL, 'z')")
    let ids = try test.rows("SELECT id FROM t ORDER BY b").map { $0[0] ?? "" }
    #expect(ids.joined(separator: ",") == expected)
  }

  @Test("a trigger that does more than fill a key stops the INSERT") func otherTriggers() throws {
    for body in [
      "BEGIN :NEW.id := s.NEXTVAL; :NEW.b := 'x'; END;", "BEGIN :NEW.id := s.NEXTVAL + 1; END;",
      "WHEN (NEW.b IS NULL) BEGIN :NEW.id := s.NEXTVAL; END;", "BEGIN :NEW.id := s.CURRVAL; END;",
    ] {
      let test = try TestDatabase()
      try test.run(
        "CREATE TABLE t (id NUMBER, b VARCHAR2(9))", "CREATE SEQUENCE s",
        "CREATE TRIGGER t_bi BEFORE INSERT ON t FOR EACH ROW " + body)
      #expect(test.code("INSERT INTO t (b) VALUES ('x')") == 4098, "\(body)")
    }
  }
}
