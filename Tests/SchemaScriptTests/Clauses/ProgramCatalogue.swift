/// Clauses of triggers, functions and their statements, each in a trigger that is converted.
enum ProgramCatalogue {
  static var all: [ClauseCase] {
    heads + declarations + statements + changes + queries + subprograms + meaningless
  }

  static let before =
    "CREATE TABLE t (a NUMBER(5) NOT NULL, b VARCHAR2(10), c DATE, d NUMBER(10,2)); "
    + "CREATE TABLE u (a NUMBER(5), x VARCHAR2(10), y NUMBER(5)); CREATE VIEW w AS SELECT a, b FROM t; CREATE SEQUENCE s"

  static func unit(_ text: String) -> ClauseCase { ClauseCase("CREATE OR REPLACE TRIGGER " + text, after: before) }

  private static func body(_ text: String) -> ClauseCase {
    unit("g BEFORE INSERT OR UPDATE ON t FOR EACH ROW \(text)")
  }

  private static func statement(_ text: String) -> ClauseCase {
    body("DECLARE i NUMBER; j NUMBER := 1; k VARCHAR2(20); CURSOR q IS SELECT a, x FROM u; BEGIN \(text) END;")
  }

  // MARK: Triggers

  static let heads: [ClauseCase] = [
    "{g|h} BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END;",
    "g {BEFORE|AFTER} INSERT ON t FOR EACH ROW BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g {AFTER|BEFORE} INSERT ON t FOR EACH ROW BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g {INSTEAD OF INSERT ON w|BEFORE INSERT ON t FOR EACH ROW} BEGIN INSERT INTO u (a) VALUES (:new.a); END;",
    "g BEFORE {INSERT|DELETE} ON t FOR EACH ROW BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g BEFORE INSERT{ OR DELETE} ON t FOR EACH ROW BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g BEFORE INSERT{ OR UPDATE} ON t FOR EACH ROW BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g BEFORE UPDATE{ OF b} ON t FOR EACH ROW BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g BEFORE UPDATE OF b{, d} ON t FOR EACH ROW BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g BEFORE INSERT ON {t|u} FOR EACH ROW BEGIN :new.a := 1; END;",
    "g {AFTER LOGON ON DATABASE|AFTER INSERT ON t} BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g {AFTER DDL ON SCHEMA|AFTER INSERT ON t} BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g INSTEAD OF INSERT ON {NESTED TABLE b OF w|w} BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g BEFORE INSERT ON t{ REFERENCING NEW AS n OLD AS o FOR EACH ROW BEGIN :n.a := NVL(:o.a, 1); END;"
      + "| FOR EACH ROW BEGIN :new.a := 2; END;}",
    "g AFTER INSERT ON t{ FOR EACH ROW} BEGIN INSERT INTO u (a) VALUES (1); END;",
    "g BEFORE INSERT ON t FOR EACH ROW {DISABLE }BEGIN :new.a := 1; END;",
    "g BEFORE INSERT ON t FOR EACH ROW {WHEN (new.b IS NULL) }BEGIN :new.a := 1; END;",
    "g BEFORE INSERT ON t FOR EACH ROW {FORWARD CROSSEDITION }BEGIN :new.a := 1; END;",
    "g{ DEFAULT COLLATION BINARY_CI} BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END;",
    "g BEFORE INSERT ON t FOR EACH ROW {CALL p(1)|BEGIN :new.a := 1; END;}",
    "g {FOR INSERT ON t COMPOUND TRIGGER BEFORE EACH ROW IS BEGIN :new.a := 2; END BEFORE EACH ROW; END g;"
      + "|BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END;}",
    "g FOR INSERT ON t COMPOUND TRIGGER{ k CONSTANT NUMBER := 3;} BEFORE EACH ROW IS BEGIN :new.a := 2; END BEFORE EACH ROW; END g;",
    "g FOR INSERT ON t COMPOUND TRIGGER{ k NUMBER;} BEFORE EACH ROW IS BEGIN :new.a := 2; END BEFORE EACH ROW; END g;",
    "g FOR INSERT ON t COMPOUND TRIGGER {BEFORE|AFTER} STATEMENT IS BEGIN INSERT INTO u (a) VALUES (1); END BEFORE STATEMENT; END g;",
    "g FOR INSERT ON t COMPOUND TRIGGER AFTER {EACH ROW|STATEMENT} IS BEGIN INSERT INTO u (a) VALUES (1); END AFTER STATEMENT; END g;",
    "g FOR INSERT ON t COMPOUND TRIGGER BEFORE EACH ROW IS BEGIN :new.a := {1|2}; END BEFORE EACH ROW; END g;",
    "g BEFORE INSERT ON t FOR EACH ROW BEGIN {$IF $$debug $THEN :new.b := 'x'; $END }:new.a := 1; END;",
    "g BEFORE INSERT ON t FOR EACH ROW BEGIN {$IF DBMS_DB_VERSION.VER_LE_11 $THEN :new.a := 2; $ELSE }:new.a := 1;{ $END} END;"
      .replacing("$ELSE }:new.a := 1;{ $END}", with: "$ELSE :new.a := 1; $END|:new.a := 1;}"),
  ].map(unit)

  // MARK: Declarations

  static let declarations: [ClauseCase] = [
    "DECLARE{ i NUMBER;} j NUMBER; BEGIN :new.a := 1; END;", "DECLARE {i|j} NUMBER; BEGIN :new.a := 1; END;",
    "DECLARE i{ CONSTANT} NUMBER := 1; BEGIN :new.a := i; END;",
    "DECLARE i NUMBER{ NOT NULL} := 1; BEGIN :new.a := i; END;",
    "DECLARE i NUMBER{ := 1}; BEGIN :new.a := i; END;", "DECLARE i NUMBER{ DEFAULT 1}; BEGIN :new.a := i; END;",
    "DECLARE i {VARCHAR2(5)|NUMBER}; BEGIN :new.a := 1; END;", "DECLARE i {t.b%TYPE|NUMBER}; BEGIN :new.a := 1; END;",
    "DECLARE i {u%ROWTYPE|NUMBER}; BEGIN :new.a := 1; END;", "DECLARE i NUMBER{(5)}; BEGIN :new.a := 1; END;",
    "DECLARE i {PLS_INTEGER|NUMBER}; BEGIN :new.a := 1; END;",
    "DECLARE i {SIMPLE_INTEGER := 1|NUMBER}; BEGIN :new.a := 1; END;",
    "DECLARE i NUMBER{ NOT NULL} := 1; j i%TYPE; BEGIN :new.a := 1; END;",
    "DECLARE i {nobody|NUMBER}; BEGIN :new.a := 1; END;", "DECLARE i {REF nobody|NUMBER}; BEGIN :new.a := 1; END;",
    "DECLARE i RAW({8|9}); BEGIN :new.a := 1; END;", "DECLARE i FLOAT{(10)}; BEGIN :new.a := 1; END;",
    "DECLARE i INTERVAL DAY{(3)} TO SECOND; BEGIN :new.a := 1; END;",
    "DECLARE i INTERVAL YEAR{(3)} TO MONTH; BEGIN :new.a := 1; END;",
    "DECLARE i TIMESTAMP{(9)}; BEGIN :new.a := 1; END;",
    "DECLARE{ e EXCEPTION;} BEGIN {RAISE e;} END;".replacing(
      "DECLARE{ e EXCEPTION;} BEGIN {RAISE e;} END;",
      with: "{DECLARE e EXCEPTION; BEGIN RAISE e; END;|BEGIN NULL; END;}"),
    "DECLARE e EXCEPTION;{ PRAGMA EXCEPTION_INIT(e, -20001);} BEGIN RAISE e; END;",
    "DECLARE e EXCEPTION; PRAGMA EXCEPTION_INIT(e, {-20001|-20002}); BEGIN RAISE e; END;",
    "DECLARE {e|f} EXCEPTION; BEGIN RAISE {e|f}; END;".replacing(
      "DECLARE {e|f} EXCEPTION; BEGIN RAISE {e|f}; END;",
      with: "{DECLARE e EXCEPTION; BEGIN RAISE e; END;|DECLARE f EXCEPTION; BEGIN RAISE f; END;}"),
    "DECLARE{ PRAGMA AUTONOMOUS_TRANSACTION;} BEGIN :new.a := 1; END;",
    "DECLARE{ PRAGMA SERIALLY_REUSABLE;} BEGIN :new.a := 1; END;",
    "DECLARE{ TYPE r IS RECORD (a NUMBER);} BEGIN :new.a := 1; END;",
    "DECLARE{ TYPE r IS TABLE OF NUMBER;} BEGIN :new.a := 1; END;",
    "DECLARE{ TYPE r IS REF CURSOR;} BEGIN :new.a := 1; END;", "DECLARE{ SUBTYPE r IS NUMBER;} BEGIN :new.a := 1; END;",
    "DECLARE{ SUBTYPE r IS PLS_INTEGER RANGE 1 .. 5;} BEGIN :new.a := 1; END;",
    "DECLARE{ PROCEDURE r;} BEGIN :new.a := 1; END;",
    "DECLARE{ FUNCTION r RETURN NUMBER IS BEGIN RETURN 1; END;} BEGIN :new.a := 1; END;",
    "{<<m>> DECLARE i NUMBER; BEGIN m.i := 1; END;|DECLARE i NUMBER; BEGIN i := 2; END;}",
    "{DECLARE CURSOR q IS SELECT a FROM u; BEGIN OPEN q; CLOSE q; END;|DECLARE CURSOR r IS SELECT a FROM u; BEGIN OPEN r; CLOSE r; END;}",
    "DECLARE r u%ROWTYPE; BEGIN INSERT INTO u VALUES {r|(1, '2', 3)}; END;",
    "DECLARE{ PROCEDURE r IS BEGIN NULL; END;} BEGIN :new.a := 1; END;",
    "DECLARE CURSOR q{ (z NUMBER)} IS SELECT a FROM u WHERE a = {z|1}; BEGIN NULL; END;".replacing(
      "a = {z|1}", with: "a = 1"),
    "DECLARE CURSOR q{ RETURN u%ROWTYPE} IS SELECT a, x, y FROM u; BEGIN OPEN q; CLOSE q; END;",
    "DECLARE CURSOR q (z NUMBER{ DEFAULT 1}) IS SELECT a FROM u WHERE a = z; BEGIN OPEN q (1); CLOSE q; END;",
    "DECLARE CURSOR q IS SELECT {a|y} FROM u; BEGIN OPEN q; CLOSE q; END;",
    "DECLARE CURSOR q IS SELECT a FROM u{ FOR UPDATE}; BEGIN OPEN q; CLOSE q; END;",
    "DECLARE CURSOR q IS SELECT a FROM u FOR UPDATE{ OF a}; BEGIN OPEN q; CLOSE q; END;",
    "DECLARE CURSOR q IS SELECT a FROM u FOR UPDATE{ NOWAIT}; BEGIN OPEN q; CLOSE q; END;",
    "DECLARE CURSOR q IS SELECT a FROM u FOR UPDATE{ WAIT 3}; BEGIN OPEN q; CLOSE q; END;",
    "DECLARE CURSOR q IS SELECT a FROM u FOR UPDATE{ SKIP LOCKED}; BEGIN OPEN q; CLOSE q; END;",
  ].map(body)

  // MARK: Statements

  static let statements: [ClauseCase] = [
    "i := 1;{ NULL;}", "i := {1|2};", "{i|j} := 1;", "{:new.d|:new.a} := 1;",
    "IF j = 1 THEN i := 1;{ ELSE i := 2;} END IF;",
    "IF j = 1 THEN i := 1;{ ELSIF j = 2 THEN i := 3;} END IF;", "IF j = {1|2} THEN i := 1; END IF;",
    "CASE{ j} WHEN {1} THEN i := 1; END CASE;".replacing("CASE{ j} WHEN {1}", with: "CASE {j WHEN 1|WHEN j = 2}"),
    "CASE j WHEN 1 THEN i := 1;{ WHEN 2 THEN i := 2;} END CASE;", "CASE j WHEN 1 THEN i := 1;{ ELSE i := 2;} END CASE;",
    "CASE j WHEN 1{, 2} THEN i := 1; END CASE;", "{LOOP EXIT; END LOOP;|NULL;}",
    "{<<l>> LOOP EXIT l; END LOOP;|LOOP EXIT; END LOOP;}",
    "{<<x>> <<l>> LOOP EXIT l; END LOOP;|LOOP EXIT; END LOOP;}", "LOOP EXIT{ WHEN j = 1}; END LOOP;",
    "LOOP {CONTINUE|EXIT} WHEN j = 1; EXIT; END LOOP;", "{WHILE j = 1|FOR z IN 1 .. 2} LOOP j := 2; END LOOP;",
    "FOR z IN{ REVERSE} 1 .. 2 LOOP j := 2; END LOOP;", "FOR z IN {1|0} .. 2 LOOP j := 2; END LOOP;",
    "FOR z IN 1 .. {2|3} LOOP j := 2; END LOOP;", "FOR z{ PLS_INTEGER} IN 1 .. 2 LOOP j := 2; END LOOP;",
    "FOR z IN 1 .. 2{ BY 2} LOOP j := 2; END LOOP;", "FOR {z|y} IN 1 .. 2 LOOP j := 2; END LOOP;",
    "FOR z IN {(SELECT a FROM u)|q} LOOP j := 2; END LOOP;",
    "FOR z IN (SELECT {a|y} AS a FROM u) LOOP j := 2; END LOOP;",
    "{GOTO m; <<m>> }NULL;", "{RAISE NO_DATA_FOUND|i := 1};", "{RAISE nobody|i := 1};", "{RAISE pkg.e|i := 1};",
    "IF j = 2 THEN RETURN; END IF;{ i := 1;}",
    "{RETURN|i := 1};", "{RETURN 1|i := 1};", "{FORALL z IN 1 .. 2 INSERT INTO u (a) VALUES (z)|i := 1};",
    "{EXECUTE IMMEDIATE 'x'|i := 1};", "{EXECUTE IMMEDIATE 'x' INTO i USING IN OUT j RETURNING INTO k|i := 1};",
    "{OPEN q; CLOSE q;|NULL;}", "OPEN q;{ CLOSE q;}", "OPEN q; FETCH q INTO i, k;{ j := 3;}",
    "{OPEN q FOR SELECT a, x FROM u;|NULL;}",
    "{OPEN q FOR 'x' USING 1;|NULL;}", "OPEN q; {FETCH q INTO i, k|j := 2};",
    "OPEN q; {FETCH q BULK COLLECT INTO i, k LIMIT 5|j := 2};",
    "OPEN q; FETCH q INTO {i|j}, k;", "{PIPE ROW (1)|i := 1};", "{BEGIN i := 2; END|i := 1};",
    "{<<m>> DECLARE z NUMBER; BEGIN m.z := 2; END;|NULL;}", "{PRAGMA INLINE(f, 'YES'); }NULL;", "{COMMIT|i := 1};",
    "{ROLLBACK|i := 1};",
    "{SAVEPOINT m|i := 1};", "{LOCK TABLE u IN EXCLUSIVE MODE|i := 1};", "{SET TRANSACTION READ ONLY|i := 1};",
    "BEGIN i := 1;{ EXCEPTION WHEN OTHERS THEN i := 2;} END;",
    "BEGIN i := 1; EXCEPTION WHEN {NO_DATA_FOUND|OTHERS} THEN i := 2; END;",
    "BEGIN i := 1; EXCEPTION WHEN NO_DATA_FOUND{ OR TOO_MANY_ROWS} THEN i := 2; END;",
    "BEGIN i := 1; EXCEPTION WHEN NO_DATA_FOUND THEN i := 2;{ WHEN OTHERS THEN NULL;} END;",
    "BEGIN i := 1; EXCEPTION WHEN OTHERS THEN {RAISE|i := 2}; END;",
    "BEGIN i := 1; EXCEPTION WHEN OTHERS THEN {i := SQLCODE|i := 2}; END;",
    "BEGIN i := 1; EXCEPTION WHEN {STANDARD.NO_DATA_FOUND|OTHERS} THEN i := 2; END;",
    "RAISE_APPLICATION_ERROR({-20001|-20002}, 'x');", "RAISE_APPLICATION_ERROR(-20001, {'x'|'y'});",
    "{RAISE_APPLICATION_ERROR(-20001, 'x', TRUE)|i := 1};", "{DBMS_OUTPUT.PUT_LINE('x')|i := 1};",
    "{nobody(1)|i := 1};", "{i.delete(1)|i := 1};",
    "i := j{ ** 2};", "i := {j MOD 2|j};", "i := {$$PLSQL_LINE|j};", "i := {SQL%ROWCOUNT|j};",
    "IF {q%ISOPEN|j = 1} THEN i := 1; END IF;",
    "IF {INSERTING|UPDATING} THEN i := 1; END IF;", "IF {UPDATING('A')|UPDATING} THEN i := 1; END IF;",
    "IF {DELETING|UPDATING} THEN i := 1; END IF;",
    "k := {:old.b|:new.b};", "i := {s.NEXTVAL|j};", "i := {s.CURRVAL|j};", "i := {nobody(1)(2)|j};",
    "i := {nobody(1 => 2)|j};", "i := {NEW nobody(1)|j};",
    "{<<l>> LOOP CONTINUE l WHEN j = 2; EXIT; END LOOP;|LOOP EXIT; END LOOP;}", "i := {TRUNC(n => 2)|j};",
  ].map(statement)

  // MARK: Changes

  static let changes: [ClauseCase] = [
    "{INSERT INTO u (a) VALUES (1)|NULL};", "INSERT INTO {u|t} (a) VALUES (1);",
    "INSERT INTO u (a{, y}) {VALUES (1, 2)}".replacing(
      "(a{, y}) {VALUES (1, 2)}", with: "({a, y|y, a}) VALUES (1, 2);"),
    "INSERT INTO u{ (y, x, a)} VALUES (1, '2', 3);", "INSERT INTO u{ z} (a) VALUES (1);",
    "INSERT INTO u{ PARTITION (p)} (a) VALUES (1);",
    "INSERT INTO u (a) VALUES (1){ LOG ERRORS INTO e ('x') REJECT LIMIT 5};",
    "INSERT INTO {(SELECT a FROM u)|u} (a) VALUES (1);",
    "INSERT INTO u (a) VALUES (1){, (2)};", "INSERT INTO u (a) VALUES ({DEFAULT|1});",
    "INSERT INTO u (a) {SELECT a FROM t|VALUES (1)};",
    "INSERT INTO u (a) SELECT {a|d} FROM t;", "INSERT INTO u (a) VALUES (1){ RETURNING y INTO i};",
    "INSERT INTO u (a) VALUES (1) RETURNING {y|a} INTO i;",
    "INSERT INTO u (a) VALUES (1) RETURNING y INTO {i|j};",
    "INSERT INTO u (a) VALUES (1){ RETURNING y BULK COLLECT INTO i};",
    "INSERT INTO u{@far} (a) VALUES (1);",
    "INSERT {ALL INTO u (a) VALUES (1) SELECT 1 FROM dual|INTO u (a) VALUES (1)};",
    "INSERT {FIRST WHEN a = 1 THEN INTO u (a) VALUES (1) ELSE INTO u (y) SELECT a FROM u|INTO u (a) VALUES (1)};",
    "UPDATE {u|t} SET a = 1;", "UPDATE u{ z} SET a = 1;", "UPDATE u SET {y|a} = 1;", "UPDATE u SET a = {2|1};",
    "UPDATE u SET a = 1{, y = 2};",
    "UPDATE u SET a = 1{ WHERE y = 1};", "UPDATE u SET (a, y) = (SELECT {1, 2|2, 1} FROM dual);",
    "UPDATE u SET {(a) = (SELECT 1 FROM dual)|a = 1};",
    "UPDATE u SET a = {DEFAULT|1};", "UPDATE u SET a = 1{ RETURNING y INTO i};", "UPDATE u SET a = 1{ LOG ERRORS};",
    "UPDATE u SET a = 1{ FROM t};",
    "UPDATE u{ PARTITION (p)} SET a = 1;", "UPDATE {(SELECT a FROM u)|u} SET a = 1;", "UPDATE u SET {ROW = i|a = 1};",
    "UPDATE u{ SAMPLE (5)} SET a = 1;",
    "UPDATE u SET a = 1{ WHERE CURRENT OF q};", "{DELETE FROM u|NULL};", "DELETE FROM {u|t};", "DELETE FROM u{ z};",
    "DELETE FROM u{ WHERE a = 1};",
    "DELETE FROM u{ RETURNING a INTO i};", "DELETE FROM u{ LOG ERRORS};", "DELETE FROM u{ FROM t};",
    "DELETE FROM u{ WHERE CURRENT OF q};",
    "{MERGE INTO u USING t ON (u.a = t.a) WHEN MATCHED THEN UPDATE SET y = 1|NULL};",
    "MERGE INTO u USING t ON (u.a = {t.a|1}) WHEN MATCHED THEN UPDATE SET y = 1;",
    "MERGE INTO u USING {t|(SELECT a FROM t) t} ON (u.a = t.a) WHEN MATCHED THEN UPDATE SET y = 1;",
    "MERGE INTO {u|t} USING (SELECT 1 AS q FROM dual) z ON (a = q) WHEN MATCHED THEN UPDATE SET a = 1;".replacing(
      "SET a = 1", with: "SET {u|t}"
    ).replacing("{u|t} USING", with: "u USING").replacing("SET {u|t}", with: "SET {y|x} = 1"),
    "MERGE INTO u USING t ON (u.a = t.a) WHEN MATCHED THEN UPDATE SET y = 1{ WHERE u.y = 2};",
    "MERGE INTO u USING t ON (u.a = t.a) WHEN MATCHED THEN UPDATE SET y = 1{ DELETE WHERE u.y = 2};",
    "MERGE INTO u USING t ON (u.a = t.a) WHEN MATCHED THEN UPDATE SET y = 1{ WHEN NOT MATCHED THEN INSERT (a) VALUES (2)};",
    "MERGE INTO u USING t ON (u.a = t.a) WHEN NOT MATCHED THEN INSERT ({a|y}) VALUES (2);",
    "MERGE INTO u USING t ON (u.a = t.a) WHEN NOT MATCHED THEN INSERT (a) VALUES ({2|3});",
    "MERGE INTO u USING t ON (u.a = t.a) WHEN NOT MATCHED THEN INSERT (a) VALUES (2){ WHERE t.a = 1};",
    "MERGE INTO u USING t ON (u.a = t.a) WHEN MATCHED THEN UPDATE SET y = 1{ LOG ERRORS};",
    "MERGE INTO u USING t ON (u.a = t.a) WHEN MATCHED THEN UPDATE SET y = 1{ RETURNING y INTO i};",
  ].map(statement)

  static let queries: [ClauseCase] = [
    "SELECT {a|y} INTO i FROM u;", "SELECT a INTO {i|j} FROM u;", "SELECT a{ BULK COLLECT} INTO i FROM u;",
    "SELECT a INTO i FROM u{ WHERE y = 1};",
    "SELECT a INTO i FROM u{ FOR UPDATE};", "SELECT a INTO i FROM u FOR UPDATE{ NOWAIT};",
    "SELECT a INTO i FROM u FOR UPDATE{ OF y};",
    "SELECT a INTO i FROM u FOR UPDATE{ WAIT 3};", "SELECT a INTO i FROM u FOR UPDATE{ SKIP LOCKED};",
    "SELECT a INTO i FROM u{ FETCH FIRST ROW ONLY};",
    "SELECT a INTO i FROM u{ UNION SELECT y FROM u};", "SELECT{ DISTINCT} a INTO i FROM u;",
    "SELECT a INTO i FROM u{ ORDER BY y};",
    "SELECT 1 INTO i FROM dual{ WHERE j = 1};",
    "SELECT a INTO i FROM u{ MODEL DIMENSION BY (a) MEASURES (y) RULES (y[1] = 2)};",
    "{WITH z AS (SELECT 1 AS a FROM dual) SELECT a INTO i FROM z|SELECT a INTO i FROM u};",
  ].map(statement)

  // MARK: Functions and procedures

  private static let caller =
    before
    + ";\nCREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW DECLARE z NUMBER; BEGIN :new.a := f(1); END;\n/\n"
  private static let calling =
    before
    + ";\nCREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW DECLARE z NUMBER; BEGIN f(z); END;\n/\n"

  static let subprograms: [ClauseCase] =
    [
      "FUNCTION f (i {NUMBER|VARCHAR2}) RETURN NUMBER IS BEGIN RETURN 1; END;",
      "FUNCTION f ({i|j} NUMBER) RETURN NUMBER IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER{, j NUMBER DEFAULT 2}) RETURN NUMBER IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER{ DEFAULT 2}) RETURN NUMBER IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER) RETURN {VARCHAR2|NUMBER} IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER) RETURN NUMBER{ AUTHID CURRENT_USER} IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER) RETURN NUMBER{ PIPELINED} IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER) RETURN NUMBER{ SQL_MACRO} IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER) RETURN NUMBER{ ACCESSIBLE BY (x)} IS BEGIN RETURN 1; END;",
      "FUNCTION f (i NUMBER) RETURN NUMBER{ DEFAULT COLLATION BINARY_CI} IS BEGIN RETURN 1; END;",
      "FUNCTION f (i {OUT|IN OUT} NUMBER) RETURN NUMBER IS BEGIN RETURN 1; END;".replacing(
        "{OUT|IN OUT}", with: "{OUT }"),
      "FUNCTION f (i NUMBER) RETURN NUMBER {AS LANGUAGE JAVA NAME 'x'|IS BEGIN RETURN 1; END};",
      "FUNCTION f (i NUMBER) RETURN NUMBER IS BEGIN RETURN {1|2}; END;",
      "FUNCTION f (i NUMBER) RETURN NUMBER IS BEGIN {$IF $$q $THEN NULL; $END }RETURN 1; END;",
      "FUNCTION f (i NUMBER) RETURN NUMBER IS BEGIN {NULL; }RETURN 1; END;",
    ].map { ClauseCase("CREATE OR REPLACE " + $0, after: caller) }
    + [
      "PROCEDURE f (i {IN OUT|OUT} NUMBER) IS BEGIN i := 1; END;", "PROCEDURE f (i{ OUT} NUMBER) IS BEGIN NULL; END;",
      "PROCEDURE f (i NUMBER) IS BEGIN {NULL|RETURN}; END;",
    ].map { ClauseCase("CREATE OR REPLACE " + $0, after: calling) }

  /// Triggers that are a column's default where they do nothing but fill it from a sequence.
  static let fillings: [ClauseCase] =
    [
      "BEFORE INSERT ON t FOR EACH ROW{ FOLLOWS h} BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW{ DISABLE} BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW{ WHEN (new.a IS NULL)} BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;",
      "BEFORE INSERT{ OR UPDATE} ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;",
      "{AFTER|BEFORE} INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT {r|s}.NEXTVAL INTO :new.a FROM dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT {s.CURRVAL|s.NEXTVAL} INTO :new.a FROM dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.{d|a} FROM dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{ WHERE 1 = 0}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{ HAVING 1 = 0}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{ CONNECT BY LEVEL < 3}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{ FETCH FIRST 0 ROWS ONLY}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{ OFFSET 1 ROWS}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{ AS OF SCN 5}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{ SAMPLE (5)}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM {nobody.}dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual{@far}; END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual;{ EXCEPTION WHEN OTHERS THEN NULL;} END;",
      "BEFORE INSERT ON t FOR EACH ROW BEGIN {$IF $$q $THEN NULL; $END }SELECT s.NEXTVAL INTO :new.a FROM dual; END;",
      "BEFORE INSERT ON t FOR EACH ROW DECLARE{ PRAGMA AUTONOMOUS_TRANSACTION;} BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;",
    ].map { ClauseCase("CREATE OR REPLACE TRIGGER g \($0)", after: before + "; CREATE SEQUENCE r") }

  /// What is said of a trigger behind its making.
  static let states: [ClauseCase] = [
    "BEGIN :new.a := 1; END;\n/\n{ALTER TRIGGER g DISABLE}",
    "DISABLE BEGIN :new.a := 1; END;\n/\n{ALTER TRIGGER g ENABLE}",
    "DISABLE BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;\n/\n{ALTER TRIGGER g ENABLE}",
    "BEGIN SELECT s.NEXTVAL INTO :new.a FROM dual; END;\n/\n{ALTER TRIGGER g DISABLE}",
  ].map { ClauseCase("CREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW \($0)\n;", after: before) }

  static let meaningless: [ClauseCase] =
    [
      ("{OR REPLACE }TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END;", "the target is new"),
      (
        "OR REPLACE {EDITIONABLE }TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END;",
        "there are no editions"
      ),
      ("TRIGGER {IF NOT EXISTS }g BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END;", "the target is new"),
      (
        "TRIGGER g BEFORE INSERT ON t FOR EACH ROW {ENABLE }BEGIN :new.a := 1; END;",
        "ENABLE is what nothing written means"
      ),
      (
        "TRIGGER g INSTEAD OF INSERT ON w{ FOR EACH ROW} BEGIN INSERT INTO u (a) VALUES (1); END;",
        "INSTEAD OF is always for each row"
      ),
      (
        "TRIGGER g BEFORE INSERT ON t FOR EACH ROW DECLARE i VARCHAR2(5{ CHAR| BYTE}); BEGIN :new.a := 1; END;",
        "no text of 5 bytes has more than 5 characters, and PostgreSQL counts these"
      ),
      (
        "TRIGGER g INSTEAD OF INSERT ON w{ REFERENCING PARENT AS p} BEGIN INSERT INTO u (a) VALUES (1); END;",
        "only triggers on nested tables have a parent"
      ),
      ("TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN :new.a := 1; END{ g};", "the name behind END says nothing"),
      (
        "TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN LOOP EXIT; END LOOP{ x}; END;",
        "the label behind END LOOP says nothing"
      ),
      (
        "TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN {<<m>> }:new.a := 1; END;",
        "only GOTO names the label of a statement"
      ),
      ("TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN {/* x */ }:new.a := 1; END;", "a comment does nothing"),
    ].map { ClauseCase("CREATE " + $0.0, after: before, meansNothing: $0.1) }
    + [
      ("DETERMINISTIC", "it promises what the body does anyway"),
      ("PARALLEL_ENABLE", "it allows another way to the same result"),
      ("RESULT_CACHE", "it keeps results, which are the same"), ("AUTHID DEFINER", "it is what nothing written means"),
    ].map {
      ClauseCase(
        "CREATE OR REPLACE FUNCTION f (i NUMBER) RETURN NUMBER{ \($0.0)} IS BEGIN RETURN 1; END;", after: caller,
        meansNothing: $0.1)
    }
    + [
      ClauseCase(
        "CREATE OR REPLACE PROCEDURE f (i IN OUT{ NOCOPY} NUMBER) IS BEGIN i := 1; END;", after: calling,
        meansNothing: "NOCOPY allows a way of passing that Oracle need not take"),
      ClauseCase(
        "CREATE OR REPLACE FUNCTION f (i{ IN} NUMBER) RETURN NUMBER IS BEGIN RETURN 1; END;", after: caller,
        meansNothing: "IN is what nothing written means"),
    ]
}
