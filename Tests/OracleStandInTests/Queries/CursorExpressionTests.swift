import OracleWire
import Testing

@testable import OracleStandIn

@Suite("CURSOR expressions") struct CursorExpressionTests {
  private func database() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE d (id NUMBER)", "CREATE TABLE e (d NUMBER, name VARCHAR2(10))",
      "INSERT INTO d SELECT LEVEL FROM dual CONNECT BY LEVEL <= 4",
      "INSERT INTO e SELECT id, 'e' || id FROM d WHERE id <> 2", "COMMIT")
    return test
  }

  private static let sql = "SELECT id, CURSOR(SELECT name, d.id * 10 FROM e WHERE e.d = d.id) c FROM d ORDER BY id DESC"

  @Test("a query is opened for each row, with the row's values") func rows() throws {
    let test = try database()
    let cursor = try test.session.open(test.session.prepare(Self.sql))
    #expect(cursor.columns.map(\.typeCode) == [.number, .cursor])
    #expect(cursor.columns[1].name == "C" && cursor.columns[1].bufferSize > 0)
    #expect(try cursor.fetchValues(maxRows: 10).count == 4)
    let opened = cursor.takeOpened()
    #expect(cursor.takeOpened().isEmpty)
    #expect(opened.map(\.statement.columns.count) == [2, 2, 2, 2])
    // Read behind the end of the outer rows, and in another order.
    try test.run("DELETE FROM e", "COMMIT")
    for (query, id) in zip(opened, [4, 3, 2, 1]).reversed() {
      let rows = try query.cursor.fetchValues(maxRows: 10)
      #expect(rows == (id == 2 ? [] : [[Array("e\(id)".utf8), OracleNumber(id * 10).bytes]]))
    }
  }

  @Test("it can't be run by itself") func notRunByItself() throws {
    let test = try database()
    let cursor = try test.session.open(test.session.prepare(Self.sql))
    _ = try cursor.fetchValues(maxRows: 1)
    let nested = try #require(cursor.takeOpened().first).statement
    let error = #expect(throws: OracleError.self) { _ = try test.session.open(nested) }
    #expect(error?.code == 24338)
    #expect(throws: OracleError.self) { _ = try test.session.execute(nested) }
  }

  @Test(
    "where none may stand",
    arguments: [
      "SELECT 1 FROM d WHERE CURSOR(SELECT 1 FROM dual) IS NULL", "SELECT CURSOR(SELECT 1 FROM dual) || 'x' FROM d",
      "SELECT * FROM (SELECT CURSOR(SELECT 1 FROM dual) c FROM d)", "SELECT DISTINCT CURSOR(SELECT 1 FROM dual) FROM d",
      "SELECT (SELECT CURSOR(SELECT 1 FROM dual) FROM dual) FROM d",
      "SELECT CURSOR(SELECT 1 FROM dual) FROM d UNION ALL SELECT CURSOR(SELECT 1 FROM dual) FROM d",
      "SELECT id FROM d ORDER BY CURSOR(SELECT 1 FROM dual)", "SELECT NVL(CURSOR(SELECT 1 FROM dual), 1) FROM d",
      "INSERT INTO d SELECT CURSOR(SELECT 1 FROM dual) FROM d", "INSERT INTO d VALUES (CURSOR(SELECT 1 FROM dual))",
      "UPDATE d SET id = CURSOR(SELECT 1 FROM dual)",
    ]) func refused(_ sql: String) throws
  {
    #expect(try database().code(sql) == 22902)
  }

  @Test(
    "what makes all rows before the first goes is not supported",
    arguments: [
      "SELECT COUNT(*), CURSOR(SELECT 1 FROM dual) FROM d",
      "SELECT ROW_NUMBER() OVER (ORDER BY id), CURSOR(SELECT 1 FROM dual) FROM d",
      "SELECT CURSOR(SELECT 1 FROM dual) FROM d ORDER BY id FETCH FIRST 1 ROW WITH TIES",
    ]) func unsupported(_ sql: String) throws
  {
    #expect(try database().code(sql) == 3001)
  }

  @Test("the cursor's columns and what may not order by it") func names() throws {
    let test = try database()
    #expect(test.code("SELECT CURSOR(SELECT 1 FROM dual) c FROM d ORDER BY c") == 932)
    #expect(test.code("SELECT CURSOR(SELECT nothing FROM dual) c FROM d") == 904)
    // Without a query it is a name like others.
    try test.run("CREATE TABLE k (cursor NUMBER)", "INSERT INTO k VALUES (1)")
    #expect(try test.rows("SELECT cursor, k.cursor FROM k") == [["1", "1"]])
    #expect(test.code("BEGIN SELECT CURSOR(SELECT 1 FROM dual) INTO :c FROM dual; END;", .null) == 3001)
  }

  @Test("more than a session has open, and what closes them") func tooMany() throws {
    let test = try TestDatabase()
    let played = PlayedWork(test)
    let sql = "SELECT CURSOR(SELECT 1 FROM dual), LEVEL FROM dual CONNECT BY LEVEL <= 1000"
    let most = UInt32(StandInCursors.most)
    func fetch(_ rows: UInt32) throws -> EndOfCallMessage? {
      try played.call { writer, dialect in
        FetchRequest(cursor: 1, rows: rows).write(sequence: 1, to: &writer, dialect: dialect)
      }
    }
    #expect(try played.execute(sql) == nil)
    #expect(try fetch(most - 1) == nil)
    #expect(try fetch(1)?.errorNumber == 1000)
    // A fetch that fails closes those of the rows before, and so does executing anew.
    #expect(try fetch(most - 1) == nil)
    #expect(try played.execute(sql, cursor: 1) == nil)
    #expect(try fetch(most - 1) == nil)
    // Closing the outer one closes them all.
    #expect(try played.execute("SELECT 1 FROM dual")?.errorNumber == 1000)
    #expect(try played.execute("SELECT 1 FROM dual", closing: [1]) == nil)
    for _ in 1..<most { #expect(try played.execute("SELECT 1 FROM dual") == nil) }
    #expect(try played.execute("SELECT 1 FROM dual")?.errorNumber == 1000)
  }
}
