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

  private func lenient(_ script: String) -> [ScriptItem.Kind] { ScriptSplitter(script, mode: .lenient).map(\.kind) }

  @Test(arguments: [
    "BEGIN\n  IF a THEN b; END IF; x := CASE WHEN c THEN 1 END; LOOP NULL; END LOOP;\nEND;",
    "DECLARE\n  PROCEDURE p IS BEGIN NULL; END;\n  CURSOR c IS SELECT CASE WHEN 1 = 1 THEN 2 END FROM dual;\nBEGIN p; DECLARE y NUMBER; BEGIN NULL; END; END;",
    "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW WHEN (new.a = 1) BEGIN :new.a := 1; END;",
    "CREATE TRIGGER t FOR INSERT ON x COMPOUND TRIGGER v NUMBER; BEFORE STATEMENT IS BEGIN NULL; END BEFORE STATEMENT; END t;",
    "CREATE PACKAGE p IS a NUMBER; FUNCTION f RETURN NUMBER; END p;",
    "CREATE PACKAGE BODY p IS FUNCTION f (a NUMBER) RETURN NUMBER IS BEGIN RETURN 1; END f; BEGIN NULL; END p;",
    "CREATE FUNCTION f RETURN NUMBER AS LANGUAGE JAVA NAME 'x';", "CREATE TYPE t AS OBJECT (a NUMBER);",
    "CREATE TYPE BODY t AS MEMBER FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; END;",
  ])
  func lenientUnitsEndWithTheirEnd(unit: String) {
    let next = ScriptItem.Kind.statement("CREATE TABLE t (a NUMBER)")
    #expect(lenient(unit + "\n-- c\nCREATE TABLE t (a NUMBER);") == [.plsql(unit), next])
    #expect(lenient(unit + "\n/\nCREATE TABLE t (a NUMBER);") == [.plsql(unit), next])
    #expect(lenient(unit + " /\nCREATE TABLE t (a NUMBER);") == [.plsql(unit), next])
    #expect(lenient(unit + "\n" + unit) == [.plsql(unit), .plsql(unit)])
    #expect(kinds(unit + "\n" + unit) == [.plsql(unit + "\n" + unit)])
  }

  @Test func lenientUnitsThatAreNotUnderstoodEndWithSlash() {
    let broken = "BEGIN\n  IF a THEN b;\nEND;"
    #expect(lenient(broken + "\n/\nx;") == [.plsql(broken), .statement("x")])
    let type = "CREATE TYPE t AS TABLE OF NUMBER"
    #expect(lenient(type + "\n/\n" + type + "\n/\n") == [.plsql(type), .plsql(type)])
  }

  @Test(arguments: [
    "[[4m_tbs]]", "${x.y}", "@x@", "{{ x }}", "&x", "&&x", "&1.", "pre_${x}_post", "pre&x.post",
  ])
  func placeholdersAreNames(name: String) throws {
    let text = "CREATE TABLE \(name) (a NUMBER) TABLESPACE \(name)"
    #expect(lenient(text + ";\n") == [.statement(text)])
    guard case .createTable(let table) = try SQLParser.parse(text, options: .placeholders).kind else {
      throw Unexpected()
    }
    #expect(table.name.range.text(in: text) == name)
    #expect(throws: SQLSyntaxError.self) { try SQLParser.parse(text) }
  }

  @Test func placeholdersStartStatements() {
    #expect(lenient("@x@ y;\n@ file.sql\n") == [.statement("@x@ y"), .include("file.sql", isNested: false)])
    #expect(kinds("@x@ y;\n") == [.include("x@ y", isNested: false)])
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
