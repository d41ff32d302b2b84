import Testing

@testable import Query

/// Where binds stand, and where a statement ends.
@Suite struct QueryScriptTests {
  @Test(arguments: [
    ("SELECT :a, :B, :a FROM t", "SELECT $1, $2, $1 FROM t", ["a", "b"]),
    (
      "SELECT ':a', \":b\", x::date -- :c\n/* :d */ FROM t WHERE y = :e;",
      "SELECT ':a', \":b\", x::date -- :c\n/* :d */ FROM t WHERE y = $1", ["e"]
    ),
    ("select 'it''s :a' from t where b = :b\n/\n", "select 'it''s :a' from t where b = $1\n", ["b"]),
    (
      "SELECT q'[it's :a]', $$:b$$, $x$ :c $x$, v$session FROM t",
      "SELECT q'[it's :a]', $$:b$$, $x$ :c $x$, v$session FROM t", []
    ),
    ("SELECT a/b, :n FROM t ; -- the end\n", "SELECT a/b, $1 FROM t ", ["n"]),
    ("\u{FEFF}SELECT 1", "SELECT 1", []),
  ])
  func postgres(_ text: String, _ expected: String, _ names: [String]) throws {
    let script = try QueryScript(text)
    #expect(script.postgresText == expected)
    #expect(script.bindNames == names)
  }

  @Test func oracleKeepsTheNames() throws {
    #expect(try QueryScript("SELECT :Order_Date FROM dual;").oracleText == "SELECT :order_date FROM dual")
  }

  @Test(arguments: [
    ("", "no statement"), ("-- nothing\n;", "no statement"), ("SELECT 1; SELECT 2", "more than one"),
    ("SELECT 'a", "a string that is not closed"), ("SELECT \"a", "a quoted name"), ("SELECT /* a", "a comment"),
    ("SELECT $$ a", "a dollar quote"), ("SELECT q'[ a'", "a string"),
  ])
  func faults(_ text: String, _ reason: String) {
    let fault = #expect(throws: QueryScript.Fault.self) { try QueryScript(text) }
    #expect(fault?.description.contains(reason) == true)
  }
}
