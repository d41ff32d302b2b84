import Testing

@testable import OracleClient

struct StatementTextTests {
  @Test(arguments: [
    ("SELECT 1 FROM DUAL", StatementText.Kind.query),
    ("  -- a note\n/* another */ ( select 1 from dual )", .query),
    ("with t as (select 1 from dual) select * from t", .query),
    ("INSERT INTO t VALUES (1)", .dml), ("merge into t using u on (1=1)", .dml),
    ("begin null; end;", .plsql), ("DECLARE x NUMBER; BEGIN NULL; END;", .plsql),
    ("CREATE TABLE t (x NUMBER)", .other), ("", .other), ("'", .other),
  ])
  func kind(sql: String, kind: StatementText.Kind) {
    #expect(StatementText(sql).kind == kind)
  }

  @Test(arguments: [
    ("SELECT :a, :B FROM t WHERE x = :a", ["A", "B", "A"]),
    ("SELECT ':no', q'[it's :no]', \"a:no\" FROM t -- :no\nWHERE y /* :no */ = :yes", ["YES"]),
    ("SELECT :1, :2 FROM t", ["1", "2"]),
    ("SELECT nq'{:no}' || :x FROM t", ["X"]),
    ("INSERT INTO t VALUES (:\"Mixed\", :äö)", ["Mixed", "ÄÖ"]),
    ("SELECT 'open", []), ("SELECT /* open", []), ("SELECT q'[open", []), ("SELECT :", []),
    ("SELECT :\"open", ["open"]),
  ])
  func binds(sql: String, names: [String]) {
    #expect(StatementText(sql).bindNames == names)
  }

  @Test func plsqlTakesEachNameOnce() {
    let statement = StatementText("BEGIN p(:a, :b, :a); :b := 1; END;")
    #expect(statement.bindNames == ["A", "B", "A", "B"])
    #expect(statement.bindSlots == ["A", "B"])
  }

  @Test func definitionsHaveNoBinds() {
    #expect(StatementText("CREATE TRIGGER t BEFORE INSERT ON x BEGIN :new.id := 1; END;").bindNames.isEmpty)
  }
}
