import Foundation
import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Scripts") struct ScriptLoaderTests {
  private func emptyDatabase() -> StandInDatabase {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    return database
  }

  @Test("a script with the habits of SQL*Plus") func script() throws {
    let database = emptyDatabase()
    let text = """
      REM a remark
      SET DEFINE OFF;
      PROMPT making tables
      /* a comment; with a semicolon */
      CREATE TABLE t (id NUMBER PRIMARY KEY, note VARCHAR2(20)) -- done
      /
      INSERT INTO t VALUES (1, 'semi;colon');
      insert into OT.t (id, note) values (2, 'quote''s');\r
      BEGIN
        INSERT INTO t VALUES (3, NULL);
      END;
      /
      EXEC NULL
      SELECT * FROM t;
      COMMIT;
      """
    let report = try ScriptLoader(user: "OT").load(text: text, name: "a.sql", into: database)
    #expect(report.errors.isEmpty)
    let test = try TestDatabase(database, user: "OT")
    #expect(try test.rows("SELECT * FROM t ORDER BY id") == [["1", "semi;colon"], ["2", "quote's"], ["3", nil]])
  }

  @Test("an error names file, line and number") func errors() throws {
    let text =
      "CREATE TABLE t (a NUMBER);\n\nINSERT INTO t\nVALUES (\n 'x' - 1);\nINSERT INTO u VALUES (1);\nINSERT INTO t VALUES (2);"
    #expect(
      throws: ScriptError(file: "b.sql", line: 3, code: 1722, message: "ORA-01722: invalid number")
    ) {
      try ScriptLoader(user: "OT").load(text: text, name: "b.sql", into: emptyDatabase())
    }
    let database = emptyDatabase()
    let report = try ScriptLoader(user: "OT", onError: .continue).load(text: text, name: "b.sql", into: database)
    #expect(report.errors.map(\.code) == [1722, 942])
    #expect(report.errors.map(\.line) == [3, 6])
    #expect(report.statements == 2)
    #expect(try TestDatabase(database, user: "OT").value("SELECT COUNT(*) FROM t") == "1")
  }

  @Test("users for schemas that scripts name") func schemaUsers() throws {
    let database = emptyDatabase()
    let text = """
      CREATE TABLE hr.jobs (id NUMBER PRIMARY KEY);
      CREATE TABLE "Mixed".t (id NUMBER REFERENCES hr.jobs (id));
      ALTER SESSION SET CURRENT_SCHEMA = other;
      CREATE TABLE here (id NUMBER);
      """
    #expect(throws: ScriptError.self) { try ScriptLoader(user: "OT").load(text: text, name: "c.sql", into: database) }
    _ = try ScriptLoader(user: "OT", schemaUsers: true).load(text: text, name: "c.sql", into: database)
    #expect(database.hasUser("HR") && database.hasUser("Mixed") && database.hasUser("OTHER"))
    let test = try TestDatabase(database, user: "OT")
    #expect(try test.value("SELECT owner FROM all_tables WHERE table_name = 'HERE'") == "OTHER")
  }

  @Test("encodings") func encodings() throws {
    let bytes: [UInt8] = Array("INSERT INTO t VALUES ('caf".utf8) + [0xE9, 0x80] + Array("');".utf8)
    #expect(ScriptEncoding.latin1.decode(bytes).text.contains("café\u{80}"))
    #expect(ScriptEncoding.windows1252.decode(bytes).text.contains("café€"))
    #expect(ScriptEncoding.utf8.decode(bytes).isRepaired)
    #expect(ScriptEncoding(name: "Latin1") == .latin1)
    #expect(ScriptEncoding(name: "klingon") == nil)
  }

  @Test("bytes that are no UTF-8 are passed over in comments and refused in statements") func badBytes() throws {
    let bytes =
      Array("-- \u{FFFD} ".utf8) + [0xA9] + Array(" 2017\nCREATE TABLE t (a VARCHAR2(9));\n/* ".utf8) + [0xE9]
      + Array(" */\nINSERT INTO t VALUES ('ok');\nINSERT INTO t VALUES\n('caf".utf8) + [0xE9] + Array("');\n".utf8)
    let file = FileManager.default.temporaryDirectory.appending(path: "bad-\(UUID().uuidString).sql").path
    try Data(bytes).write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let database = emptyDatabase()
    let error = #expect(throws: ScriptError.self) {
      try ScriptLoader(user: "OT").load(file: file, into: database)
    }
    #expect(error?.line == 6)
    #expect(error?.message.contains("--encoding") == true)
    let report = try ScriptLoader(user: "OT", encoding: .latin1).load(file: file, into: emptyDatabase())
    #expect(report.statements == 3)
  }

  @Test("substitution variables, as SQL*Plus has them") func variables() throws {
    let text = """
      DEFINE owner = OT
      DEF label = 'a b'
      DEFINE seven = 7
      ACCEPT default_size NUMBER DEFAULT &seven PROMPT 'How many? '
      CREATE TABLE &owner..t (a NUMBER(&&default_size), b VARCHAR2(30));
      INSERT INTO t VALUES (1, '&label & more'); -- R&D
      INSERT INTO t VALUES (4, q'[it's -- &label]');
      UNDEFINE label
      SET DEFINE OFF
      INSERT INTO t VALUES (2, 'AT&T');
      set define ^ verify off
      DEFINE n = 3
      INSERT INTO t VALUES (^n, 'R&D ^n');
      SET DEFINE ON
      VARIABLE x NUMBER
      HOST ls
      PROMPT &nothing is asked
      """
    let database = emptyDatabase()
    let report = try ScriptLoader(user: "OT").load(text: text, name: "v.sql", into: database)
    #expect(report.notes.map(\.line) == [15, 16])
    let test = try TestDatabase(database, user: "OT")
    #expect(try test.rows("SELECT b FROM t ORDER BY a") == [["a b & more"], ["AT&T"], ["R&D 3"], ["it's -- a b"]])
    #expect(try test.value("SELECT data_precision FROM user_tab_columns WHERE column_name = 'A'") == "7")
  }

  @Test(
    "a variable without a value is an error at its line",
    arguments: [
      ("SELECT 1 FROM dual;\nSELECT\n &x FROM dual;", 3, "&x"), ("ACCEPT y PROMPT 'y? '", 1, "ACCEPT"),
      ("DEFINE a = 1\nUNDEFINE a\nINSERT INTO t VALUES (&&a);", 3, "&a"), ("@&file", 1, "&file"),
    ])
  func missingVariables(text: String, line: Int, what: String) {
    let error = #expect(throws: ScriptError.self) {
      try ScriptLoader(user: "OT").load(text: text, name: "m.sql", into: emptyDatabase())
    }
    #expect(error?.line == line)
    #expect(error?.message.contains(what) == true)
  }

  @Test("arguments reach an included script, and WHENEVER SQLERROR CONTINUE goes on") func arguments() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let main = folder.appending(path: "main.sql")
    try Data("@@part.sql t 'two words'\n".utf8).write(to: main)
    let part = """
      WHENEVER SQLERROR CONTINUE
      DROP TABLE &1;
      WHENEVER SQLERROR EXIT FAILURE
      CREATE TABLE &1 (a VARCHAR2(20) DEFAULT '&2');
      DROP TABLE nothing;
      """
    try Data(part.utf8).write(to: folder.appending(path: "part.sql"))
    let database = emptyDatabase()
    let error = #expect(throws: ScriptError.self) {
      try ScriptLoader(user: "OT").load(file: main.path, into: database)
    }
    #expect(error?.line == 5 && error?.code == 942)
    let test = try TestDatabase(database, user: "OT")
    try test.run("INSERT INTO t VALUES (DEFAULT)")
    #expect(try test.value("SELECT a FROM t") == "two words")
  }

  @Test("commands of clients are passed over with a note, RUN runs again, COLUMN NEW_VALUE sets variables")
  func clientCommands() throws {
    let text = """
      CREATE TABLE t (a NUMBER, b VARCHAR2(30));
      INFO+ t
      !ls -l
      LIQUIBASE update -changelog-file x.xml
      SHOW ERRORS
      COLUMN highest NEW_VALUE top NOPRINT
      SELECT 41 AS highest FROM dual;
      INSERT INTO t VALUES (&top + 1, 'x');
      RUN
      oerr ora 942
      SAVE last.sql
      """
    let database = emptyDatabase()
    let report = try ScriptLoader(user: "OT").load(text: text, name: "c.sql", into: database)
    #expect(report.notes.map(\.line) == [2, 3, 4, 10, 11])
    let test = try TestDatabase(database, user: "OT")
    #expect(try test.rows("SELECT a FROM t") == [["42"], ["42"]])
    // A word that is no client's command may be misspelt SQL: it isn't passed over.
    let error = #expect(throws: ScriptError.self) {
      try ScriptLoader(user: "OT").load(text: "\nINSRT INTO t VALUES (1, 'y');", name: "d.sql", into: database)
    }
    #expect(error?.code == 900 && error?.line == 2)
  }

  @Test("a sequence goes on with each row of a script's query") func sequences() throws {
    let text = """
      CREATE TABLE t (a NUMBER);
      INSERT INTO t VALUES (1);
      INSERT INTO t VALUES (2);
      INSERT INTO t VALUES (3);
      CREATE SEQUENCE s;
      SELECT s.NEXTVAL FROM t;
      COLUMN peak NEW_VALUE highest
      SELECT s.NEXTVAL AS peak FROM t;
      INSERT INTO t VALUES (&highest);
      """
    let database = emptyDatabase()
    _ = try ScriptLoader(user: "OT").load(text: text, name: "s.sql", into: database)
    let test = try TestDatabase(database, user: "OT")
    #expect(try test.value("SELECT MAX(a) FROM t") == "6")
    #expect(try test.value("SELECT s.NEXTVAL FROM dual") == "7")
  }

  @Test("the same script gives the same SCNs and ROWIDs") func determinism() throws {
    let text = "CREATE TABLE t (a NUMBER);\nINSERT INTO t VALUES (1);\nCOMMIT;\nINSERT INTO t VALUES (2);\nCOMMIT;"
    let states = try (0..<2).map { _ in
      let database = emptyDatabase()
      _ = try ScriptLoader(user: "OT").load(text: text, name: "d.sql", into: database)
      return (
        database.currentSCN, try TestDatabase(database, user: "OT").rows("SELECT ROWID, a, ORA_ROWSCN FROM t")
      )
    }
    #expect(states[0].0 == states[1].0)
    #expect(states[0].1 == states[1].1)
  }

  /// Public scripts are not part of the project: a folder of theirs may be named.
  @Test(
    "real scripts load unmodified",
    .enabled(if: ProcessInfo.processInfo.environment["ORAFERRY_SCRIPTS"] != nil, "ORAFERRY_SCRIPTS names no folder"))
  func realScripts() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["ORAFERRY_SCRIPTS"])
    let copies = try FileManager.default.contentsOfDirectory(atPath: folder)
    for copy in copies {
      let database = emptyDatabase()
      let loader = ScriptLoader(user: "OT")
      for file in ["ot_schema.sql", "ot_data.sql"] {
        let report = try loader.load(file: "\(folder)/\(copy)/\(file)", into: database)
        #expect(report.errors.isEmpty)
      }
      let test = try TestDatabase(database, user: "OT")
      #expect(try test.value("SELECT COUNT(*) FROM user_tables") == "12")
      #expect(try test.value("SELECT COUNT(*) FROM order_items") != "0")
    }
  }
}
