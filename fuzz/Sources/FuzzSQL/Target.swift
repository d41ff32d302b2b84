import FuzzSupport
@testable import OracleClient
import OracleSQL

/// SQL as a whole statement, an expression, a condition or a datatype; scripts; the client's look at binds.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(start, count)
  let choice = input.choice(7)
  let text = input.text
  switch choice {
  case 0, 1: _ = try? SQLParser.parse(input.bytes)
  case 2: _ = try? SQLParser.parseExpression(text)
  case 3: _ = (try? SQLParser.parseCondition(text), try? SQLParser.parseDataType(text))
  case 4:
    var splitter = ScriptSplitter(text)
    var items = 0
    while splitter.next() != nil {
      items += 1
      if items > count + 1 { fatalError("a script of \(count) bytes has more items") }
    }
  case 5:
    _ = try? SQLParser.parseUnit(text, options: .placeholders)
    // Of bytes that are no UTF-8 the text has more.
    let length = text.utf8.count
    for item in ScriptSplitter(text, mode: .lenient) where item.range.end > length {
      fatalError("an item ends behind the text")
    }
  default: _ = StatementText(text).bindSlots
  }
  return 0
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard var seeds = Seeds() else { return 0 }
  for name in ["orafce", "ivorysql", "documentation"] {
    for line in Seeds.lines("Tests/OracleStandInTests/Published/\(name).sql")
    where !line.isEmpty && line.utf8.count < 1500 {
      seeds.add([0] + Array(line.utf8))
    }
  }
  for text in [
    "CREATE TABLE t (id NUMBER(9,2) GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n VARCHAR2(20 CHAR) DEFAULT 'x' NOT NULL "
      + "CHECK (n <> 'y'), CONSTRAINT f FOREIGN KEY (id) REFERENCES u (id) ON DELETE CASCADE) TABLESPACE x",
    "MERGE INTO t USING u ON (t.id = u.id) WHEN MATCHED THEN UPDATE SET n = 1 WHEN NOT MATCHED THEN INSERT VALUES (1)",
    "SELECT a, SUM(b) OVER (PARTITION BY c ORDER BY d ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t, LATERAL "
      + "(SELECT 1 FROM DUAL) START WITH a = 1 CONNECT BY PRIOR a = b GROUP BY ROLLUP (a) HAVING COUNT(*) > 1",
    "BEGIN DBMS_OUTPUT.PUT_LINE(:x); END;",
    "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW WHEN (new.a IS NULL) BEGIN SELECT q.NEXTVAL INTO :new.a FROM DUAL; END;",
    "DECLARE x t.c%TYPE; CURSOR c IS SELECT 1 FROM t; BEGIN FOR i IN 1 .. 2 LOOP EXIT WHEN a(i).b ** 2 > 1; END LOOP; END;",
    "INSERT ALL WHEN a = 1 THEN INTO t VALUES (1) SELECT * FROM DUAL",
    "SELECT q'[it's]', N'x', DATE '2024-01-01', INTERVAL '1' DAY, JSON_VALUE(a, '$.b'), CASE WHEN 1=1 THEN 2 END FROM DUAL",
  ] {
    for kind: UInt8 in 0..<7 { seeds.add([kind] + Array(text.utf8)) }
  }
  seeds.add([2] + Array("(a + b) * -c || NVL(d, 1e5)".utf8))
  seeds.add([3] + Array("a IN (1, 2) AND NOT b LIKE 'x%' ESCAPE '!' OR c IS NULL".utf8))
  seeds.add([3] + Array("TIMESTAMP(6) WITH LOCAL TIME ZONE".utf8))
  seeds.add([4] + Array("SET DEFINE OFF\nREM x\nCREATE TABLE t (a NUMBER);\nBEGIN NULL; END;\n/\n@x\nPROMPT y\n".utf8))
  seeds.finish()
}
