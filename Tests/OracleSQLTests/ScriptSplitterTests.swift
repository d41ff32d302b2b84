import Testing

@testable import OracleSQL

struct ScriptSplitterTests {
  private func kinds(_ script: String) -> [ScriptItem.Kind] { ScriptSplitter(script).map(\.kind) }

  @Test(arguments: [
    ("a;b;", ["a", "b"]), ("a;\n;\nb", ["a", "b"]), ("select ';' from x;", ["select ';' from x"]),
    ("x q'[;']' y;z", ["x q'[;']' y", "z"]), ("x nq'{a;}' y;z", ["x nq'{a;}' y", "z"]),
    ("x 'it''s;' y;", ["x 'it''s;' y"]),
    ("x \"a;b\";", ["x \"a;b\""]), ("x -- no; end\n y;", ["x -- no; end\n y"]),
    ("x /* ; \n/\n */ y;", ["x /* ; \n/\n */ y"]),
    ("-- first\n/* second */ x;", ["x"]), ("x\n\n\ny;", ["x\n\n\ny"]), ("x\n/\ny\n / \n", ["x", "y"]),
    ("x;\r\ny;\r\n", ["x", "y"]), ("\u{FEFF}x;", ["x"]), ("x", ["x"]), ("x  \n", ["x"]),
    ("seq'a;b';c", ["seq'a;b'", "c"]),
    ("x a/b;", ["x a/b"]), ("x\n/ 2;", ["x\n/ 2"]), ("é;ü;", ["é", "ü"]), ("rows 'a\nREM b\n';", ["rows 'a\nREM b\n'"]),
    ("x 'never ends;\ny;", ["x 'never ends;\ny;"]), ("/* never; ends", ["/* never; ends"]), ("", []), (" ;; ", []),
    ("set transaction read only;", ["set transaction read only"]),
    ("comment on table t is 'x';", ["comment on table t is 'x'"]),
  ])
  func statements(script: String, expected: [String]) {
    #expect(kinds(script) == expected.map { .statement($0) })
  }

  @Test(arguments: [
    "BEGIN\n  x;\n  y;\nEND;", "declare a number; begin null; end;",
    "CREATE OR REPLACE PROCEDURE p IS\nBEGIN\n  a := 'x;\n/';\nEND;",
    "create or replace editionable trigger t before insert on x begin null; end;", "create type body t as end;",
    "<<l>> begin null; end;",
    "create or replace package p as -- don't\n end;",
  ])
  func plsqlEndsWithSlashOnly(unit: String) {
    #expect(kinds(unit + "\n/\nSELECT 1 FROM dual;") == [.plsql(unit), .statement("SELECT 1 FROM dual")])
    #expect(kinds(unit + "\n.\n/\n") == [.plsql(unit)])
    #expect(kinds(unit) == [.plsql(unit)])
    let windows = unit.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(kinds(windows + "\r\n/\r\n") == [.plsql(windows)])
  }

  @Test(arguments: [
    ("SET DEFINE OFF;", ScriptItem.Kind.command("SET", "DEFINE OFF")),
    ("prompt Hello; World", .command("PROMPT", "Hello; World")),
    ("pro", .command("PROMPT", "")), ("SPOOL out.log", .command("SPOOL", "out.log")),
    ("whenever sqlerror exit 1", .command("WHENEVER", "sqlerror exit 1")),
    ("DEF x = 1", .command("DEFINE", "x = 1")), ("conn ot/secret@db;", .connect("ot/secret@db")),
    ("EXIT 5;", .exit("5")), ("quit", .exit("")),
    ("@a.sql", .include("a.sql", isNested: false)), ("@@ b.sql;", .include("b.sql", isNested: true)),
    ("start c.sql", .include("c.sql", isNested: false)),
    ("exec p('x;')", .execute("p('x;')")), ("! ls", .command("HOST", "ls")), ("/", .runAgain),
    ("set lines 100 -\n pages 5", .command("SET", "lines 100 pages 5")),
    ("desc t", .command("DESCRIBE", "t")), ("COLUMN a FORMAT a10", .command("COLUMN", "a FORMAT a10")),
  ])
  func commands(script: String, expected: ScriptItem.Kind) {
    #expect(kinds(script) == [expected])
    #expect(kinds("x;\r\n  " + script + "\r\ny;") == [.statement("x"), expected, .statement("y")])
  }

  @Test func remarksAreLeftOut() {
    #expect(kinds("REM it's; a remark\nremark more\nrem\nx;\nREMOVE;") == [.statement("x"), .statement("REMOVE")])
  }

  @Test func slashBehindSemicolonRunsAgain() {
    #expect(kinds("x;\n/\n") == [.statement("x"), .runAgain])
  }

  @Test func linesAndRanges() {
    let script = "-- c\nx\n  y;\n\nSET A\r\n/* c\n*/ z\n/\n"
    let items = Array(ScriptSplitter(script))
    #expect(items.map(\.line) == [2, 5, 7])
    #expect(items.map { $0.range.text(in: script) } == ["x\n  y", "SET A", "z"])
  }

  @Test func everyStatementOfTheCorpusComesBack() {
    let statements = Corpus.queries + Corpus.data + Corpus.tables
    #expect(kinds(statements.joined(separator: ";\n")) == statements.map { .statement($0) })
    #expect(kinds(statements.joined(separator: "\n/\n")) == statements.map { .statement($0) })
  }
}
