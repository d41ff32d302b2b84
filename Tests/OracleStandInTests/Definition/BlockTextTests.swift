import Testing

@testable import OracleStandIn

struct BlockTextTests {
  @Test func takesABlockApart() throws {
    let block = try BlockText(
      """
      DECLARE a SYS_REFCURSOR; b sys_refcursor;
      BEGIN -- a comment; with a mark
        INSERT INTO t VALUES (';', 'it''s'); /* END; */ :x := 1;
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
      /
      """)
    #expect(block.cursorVariables == ["A", "B"])
    #expect(block.statements == ["INSERT INTO t VALUES (';', 'it''s')", ":x := 1"])
    #expect(block.handler == .all)
  }

  @Test func raisesUnlessItIsOneError() throws {
    let block = try BlockText(
      "BEGIN EXECUTE IMMEDIATE 'DROP TABLE t'; EXCEPTION WHEN OTHERS THEN IF SQLCODE != -942 THEN RAISE; END IF; END;")
    #expect(block.handler == .only(942))
    #expect(block.handler.swallows(942))
    #expect(!block.handler.swallows(1))
  }

  @Test(arguments: [
    "SELECT 1 FROM dual", "BEGIN", "DECLARE n NUMBER; BEGIN NULL; END;", "BEGIN NULL; EXCEPTION WHEN x THEN NULL; END;",
    "", ";;;", "BEGIN NULL; END; END;x y z",
  ])
  func refusesOthers(_ text: String) {
    #expect(throws: BlockText.UnknownForm.self) { try BlockText(text) }
  }

  @Test func callsAndSelectInto() throws {
    let call = try #require(BlockText.call("dbms_output.get_line(line => :a, status => f(1, ','))"))
    #expect(call.name == "DBMS_OUTPUT.GET_LINE")
    #expect(call.arguments == [":a", "f(1, ',')"])
    let select = try #require(BlockText.selectInto("SELECT (SELECT 1 FROM t), 'INTO' INTO :a, :b FROM dual"))
    #expect(select.targets == [":a", ":b"])
    #expect(select.query.split(separator: " ").suffix(2) == ["FROM", "dual"])
    #expect(BlockText.selectInto("SELECT 1 FROM dual") == nil)
  }
}
