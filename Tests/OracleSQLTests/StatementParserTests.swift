import Testing

@testable import OracleSQL

struct StatementParserTests {
  private func kind(_ text: String) throws -> Statement.Kind { try SQLParser.parse(text).kind }

  @Test(arguments: Corpus.all)
  func everyStatementIsUnderstood(text: String) throws {
    let statement = try SQLParser.parse(text)
    #expect(statement.range == SourceRange(start: 0, end: text.utf8.count))
    #expect(try SQLParser.parse(" -- c\n" + text + " /* c */ ").binds.count == statement.binds.count)
  }

  @Test func inserts() throws {
    guard case .insert(let insert) = try kind(Corpus.data[1]), case .values(let rows) = insert.source else {
      throw Unexpected()
    }
    #expect(insert.columns.isEmpty && rows.count == 1 && rows[0].count == 5)
    guard case .defaultValue = rows[0][2], case .expression(let date) = rows[0][3] else { throw Unexpected() }
    #expect(SQLPrinter.print(date) == "TO_DATE('17-NOV-16', 'DD-MON-RR')")
    guard case .insert(let other) = try kind("INSERT INTO t x (x.a, b) SELECT 1, 2 FROM dual"),
      case .query = other.source
    else { throw Unexpected() }
    #expect(other.alias?.name == "X" && other.columns.map(\.name) == ["A", "B"])
    guard case .insert(let returning) = try kind(Corpus.data[5]) else { throw Unexpected() }
    #expect(returning.returning?.targets.map(\.name) == ["ID", "RID"])
  }

  @Test func updatesAndDeletes() throws {
    guard case .update(let update) = try kind(Corpus.data[6]) else { throw Unexpected() }
    #expect(update.assignments.count == 3 && update.table.alias?.name == "X" && update.condition != nil)
    guard case .delete(let delete) = try kind("DELETE s.t x WHERE 1 = 1") else { throw Unexpected() }
    #expect(delete.table.name.schema?.name == "S" && delete.table.alias?.name == "X")
  }

  @Test func sequences() throws {
    guard case .createSequence(let sequence) = try kind(Corpus.others[2]) else { throw Unexpected() }
    var expected = SequenceOptions()
    expected.startWith = "1"
    expected.incrementBy = "-1"
    expected.minValue = .value("-9999999999999999999999999999")
    expected.maxValue = SequenceOptions.Bound.none
    expected.cache = 20
    expected.isCycle = false
    expected.isOrdered = true
    #expect(sequence.options == expected)
    guard case .createSequence(let plain) = try kind("CREATE SEQUENCE q NOCACHE NO CYCLE") else { throw Unexpected() }
    #expect(plain.options.cache == 0 && plain.options.isCycle == false)
  }

  @Test func indexes() throws {
    guard case .createIndex(let index) = try kind(Corpus.others[0]) else { throw Unexpected() }
    #expect(index.isUnique && index.isReverse && index.keys.map(\.isDescending) == [false, true])
    #expect(index.physical.map(\.keyword) == ["TABLESPACE", "ONLINE"])
  }

  @Test func comments() throws {
    guard case .comment(let comment) = try kind(Corpus.others[13]),
      case .comment(let other) = try kind(Corpus.others[14])
    else { throw Unexpected() }
    #expect(comment.object.schema?.name == "S" && comment.column?.name == "C" && comment.text == "it's")
    #expect(other.object.name.name == "T" && other.column == nil && other.text.isEmpty)
  }

  @Test func usersAndPrivileges() throws {
    guard case .createUser(let user) = try kind("create user ot identified by yourPassword") else { throw Unexpected() }
    #expect(user.name.name == "OT" && user.password == "yourPassword")
    guard case .grant(let grant) = try kind("GRANT CONNECT, RESOURCE, DBA TO OT") else { throw Unexpected() }
    #expect(grant.privileges == ["CONNECT", "RESOURCE", "DBA"] && grant.grantees.map(\.name) == ["OT"])
    guard case .grant(let onObject) = try kind(Corpus.others[8]) else { throw Unexpected() }
    #expect(onObject.object?.name.name == "T" && onObject.privileges == ["SELECT", "UPDATE"])
  }

  @Test func drops() throws {
    guard case .drop(let drop) = try kind(Corpus.others[10]) else { throw Unexpected() }
    #expect(drop.kind == .table && drop.ifExists && drop.isCascade && drop.isPurge)
  }

  @Test func sessions() throws {
    guard case .alterSession(let session) = try kind(Corpus.others[15]) else { throw Unexpected() }
    #expect(session.settings.map(\.name) == ["NLS_DATE_FORMAT", "CURRENT_SCHEMA"])
    #expect(session.settings.map(\.value) == ["YYYY-MM-DD", "OT"])
  }

  @Test(arguments: [
    ("BEGIN NULL; END;", PLSQLUnit.Kind.anonymousBlock, []),
    ("DECLARE x NUMBER; BEGIN :a := :b; END;", .anonymousBlock, ["A", "B"]),
    ("CALL p(:1)", .call, ["1"]), ("create or replace editionable package body s.p as $$x end;", .packageBody, []),
    ("CREATE FUNCTION f RETURN NUMBER IS BEGIN RETURN `1; END;", .function, []),
    ("CREATE TYPE t AS OBJECT (a NUMBER);", .type, []),
    ("CREATE TRIGGER t BEFORE INSERT ON x BEGIN :new.a := 1; END;", .trigger, []),
  ])
  func plsqlStaysText(text: String, expected: PLSQLUnit.Kind, binds: [String]) throws {
    let statement = try SQLParser.parse(text)
    guard case .plsql(let unit) = statement.kind else { throw Unexpected() }
    #expect(unit.kind == expected)
    #expect(statement.binds.map(\.name) == binds)
    #expect(statement.range.end == text.utf8.count)
  }

  @Test(arguments: [
    ("", 900, 0), ("foo", 900, 0), ("-- nothing", 900, 10), ("1", 900, 0), ("MERGE INTO t USING u ON (1=1)", 905, 29),
    ("INSERT t VALUES (1)", 925, 7), ("INSERT INTO t (a) (1)", 928, 19), ("INSERT INTO t (a) VALUES 1", 906, 25),
    ("INSERT INTO t (a) VALUES (1", 907, 27), ("INSERT INTO t (a) VALUES (1 2)", 917, 28),
    ("INSERT INTO t (a) VALUES ()", 936, 26),
    ("INSERT INTO t (a) FOO", 926, 18), ("INSERT INTO t (a) VALUES (1) x", 933, 29),
    ("INSERT ALL INTO t VALUES (1)", 928, 28),
    ("UPDATE t a = 1", 971, 11), ("UPDATE t SET a 1", 927, 15), ("UPDATE t SET a = 1 WHERE", 936, 24),
    ("DELETE FROM WHERE", 903, 12), ("DROP FOO x", 950, 5), ("DROP TABLE", 903, 10),
    ("COMMENT ON COLUMN t IS 'x'", 904, 18),
    ("COMMENT ON TABLE t IS x", 1780, 22), ("COMMENT TABLE t IS 'x'", 969, 8), ("GRANT SELECT", 946, 12),
    ("CREATE USER u IDENTIFIED BY 5", 988, 28), ("CREATE USER u IDENTIFIED x", 924, 25),
    ("CREATE USER user IDENTIFIED BY x", 987, 12),
    ("CREATE INDEX i t (a)", 969, 15), ("CREATE INDEX ON t (a)", 953, 13), ("CREATE UNIQUE i ON t (a)", 968, 14),
    ("CREATE SEQUENCE q START 5", 970, 24), ("CREATE SEQUENCE q START WITH x", 2017, 29),
    ("CREATE SEQUENCE q FOO", 922, 18),
    ("ALTER SESSION FOO", 2248, 14), ("ALTER SESSION SET x 5", 927, 20), ("SET FOO", 922, 4), ("COMMIT x", 933, 7),
    ("EXPLAIN PLAN SELECT 1 FROM dual", 905, 13), ("CREATE MATERIALIZED VIEW v BUILD SELECT", 905, 33),
    ("CREATE DATABASE LINK USING 'x'", 922, 27), ("CREATE DIRECTORY d", 905, 18), ("DROP TABLESPACE (", 904, 16),
    ("RENAME a b", 946, 9), ("TRUNCATE t", 905, 9),
  ])
  func errors(text: String, code: Int, offset: Int) {
    let error = #expect(throws: SQLSyntaxError.self) { try SQLParser.parse(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }
}
