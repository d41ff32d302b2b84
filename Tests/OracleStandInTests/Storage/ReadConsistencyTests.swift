import NIOCore
import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Read consistency") struct ReadConsistencyTests {
  private func counter() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (id NUMBER PRIMARY KEY, n NUMBER)", "INSERT INTO t VALUES (1, 10)", "COMMIT")
    return test
  }

  @Test("changes are the session's own until COMMIT") func isolation() throws {
    let one = try counter()
    let two = try one.another()
    try one.run("UPDATE t SET n = 20", "INSERT INTO t VALUES (2, 5)")
    #expect(try one.rows("SELECT * FROM t ORDER BY id") == [["1", "20"], ["2", "5"]])
    #expect(try two.rows("SELECT * FROM t") == [["1", "10"]])
    try one.run("COMMIT")
    #expect(try two.rows("SELECT * FROM t ORDER BY id") == [["1", "20"], ["2", "5"]])
    try one.run("DELETE FROM t")
    #expect(try two.value("SELECT COUNT(*) FROM t") == "2")
    one.session.rollback()
    #expect(try one.value("SELECT COUNT(*) FROM t") == "2")
  }

  @Test("a failed statement leaves the transaction's earlier changes") func statementRollback() throws {
    let test = try counter()
    try test.run("INSERT INTO t VALUES (2, 1)")
    #expect(test.code("INSERT INTO t SELECT 3, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual") == 1)
    #expect(try test.value("SELECT COUNT(*) FROM t") == "2")
    try test.run("COMMIT")
    #expect(try test.value("SELECT COUNT(*) FROM t") == "2")
  }

  @Test("savepoints") func savepoints() throws {
    let test = try counter()
    try test.run(
      "INSERT INTO t VALUES (2, 1)", "SAVEPOINT a", "INSERT INTO t VALUES (3, 1)", "UPDATE t SET n = 0",
      "ROLLBACK TO SAVEPOINT a")
    #expect(try test.rows("SELECT id, n FROM t ORDER BY id") == [["1", "10"], ["2", "1"]])
    #expect(test.code("ROLLBACK TO nowhere") == 1086)
  }

  @Test("AS OF behind a view reaches its tables, those of views in it, and subqueries") func flashbackOfViews() throws {
    let test = try counter()
    try test.run(
      "CREATE VIEW inner_v AS SELECT n, (SELECT MAX(n) FROM t) m FROM t",
      "CREATE VIEW outer_v AS SELECT n + m total FROM inner_v")
    let first = test.database.currentSCN
    try test.run("UPDATE t SET n = 11", "COMMIT")
    let second = test.database.currentSCN
    try test.run("UPDATE t SET n = 12", "COMMIT")
    #expect(try test.rows("SELECT total FROM outer_v AS OF SCN \(first)") == [["20"]])
    #expect(try test.rows("SELECT total FROM outer_v AS OF SCN :1", .number(OracleNumber(Int(second)))) == [["22"]])
    #expect(try test.rows("SELECT total FROM outer_v") == [["24"]])
  }

  @Test("AS OF SCN shows what was") func flashback() throws {
    let test = try counter()
    let first = test.database.currentSCN
    try test.run("UPDATE t SET n = 11", "COMMIT")
    let second = test.database.currentSCN
    try test.run("DELETE FROM t", "INSERT INTO t VALUES (1, 12)", "COMMIT", "UPDATE t SET n = 13")
    #expect(second == first + 1)
    #expect(try test.rows("SELECT n FROM t AS OF SCN \(first)") == [["10"]])
    #expect(try test.rows("SELECT n FROM t AS OF SCN :1", .number(OracleNumber(Int(second)))) == [["11"]])
    #expect(try test.rows("SELECT n FROM t AS OF SCN \(second) WHERE id = 1") == [["11"]])
    #expect(try test.rows("SELECT n FROM t AS OF SCN \(second + 1)") == [["12"]])
    #expect(try test.rows("SELECT n FROM t") == [["13"]])
    #expect(test.code("SELECT n FROM t AS OF SCN \(second + 100)") == 8181)
    #expect(test.code("SELECT n FROM t AS OF SCN 0") == 8181)
    #expect(test.code("SELECT n FROM t AS OF SCN NULL") == 8181)
    #expect(try test.value("SELECT current_scn FROM v$database") == String(test.database.currentSCN))
    #expect(
      try test.value("SELECT DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER FROM dual") == String(test.database.currentSCN))
  }

  @Test("a table cannot be read before its definition") func definitions() throws {
    let test = try counter()
    let before = test.database.currentSCN
    try test.run("TRUNCATE TABLE t")
    #expect(test.code("SELECT * FROM t AS OF SCN \(before)") == 1466)
    #expect(try test.rows("SELECT * FROM t AS OF SCN \(test.database.currentSCN)") == [])
  }

  @Test("undo that is kept no longer makes old snapshots of changed blocks unreadable, and only these") func undo()
    throws
  {
    let one = try counter()
    try one.run("CREATE TABLE still (id NUMBER)", "INSERT INTO still VALUES (1)", "COMMIT")
    let before = one.database.currentSCN
    let cursor = try one.session.open(one.session.prepare("SELECT id, n FROM t"))
    try one.another().run("UPDATE t SET n = n + 1", "COMMIT")
    #expect(one.code("SELECT n FROM t AS OF SCN \(before)") == 0)
    try one.run("ALTER SYSTEM SET UNDO_RETENTION = 0")
    let after = one.database.currentSCN
    #expect(one.code("SELECT n FROM t AS OF SCN \(before)") == 1555)
    #expect(one.code("SELECT n + 0 FROM t AS OF SCN \(before)") == 1555)
    #expect(one.code("SELECT n FROM t AS OF SCN \(before) WHERE id = 1") == 1555)
    #expect(one.code("SELECT id FROM still AS OF SCN \(before)") == 0)
    #expect(one.code("SELECT n FROM t AS OF SCN \(after)") == 0)
    #expect(throws: OracleError.self) { try cursor.fetchValues(maxRows: 10) }
    // What is kept again from now on does not bring back what is gone.
    try one.run("ALTER SYSTEM SET UNDO_RETENTION = 900", "UPDATE t SET n = n + 1", "COMMIT")
    #expect(one.code("SELECT n FROM t AS OF SCN \(after)") == 0)
    #expect(one.code("SELECT n FROM t AS OF SCN \(before)") == 1555)
    #expect(try one.value("SELECT value FROM v$parameter WHERE name = 'undo_retention'") == "900")
    #expect(one.code("ALTER SYSTEM SET UNDO_RETENTION = soon") == 2017)
  }

  @Test("an open cursor sees neither others' commits nor later changes of its own session") func cursors() throws {
    let one = try counter()
    let two = try one.another()
    for id in 2...50 { try one.execute("INSERT INTO t VALUES (:1, 0)", [.number(OracleNumber(id))]) }
    let cursor = try one.session.open(one.session.prepare("SELECT id, n FROM t"))
    #expect(try cursor.fetchValues(maxRows: 10).count == 10)
    try one.run("COMMIT")
    try two.run("DELETE FROM t WHERE id > 20", "INSERT INTO t VALUES (99, 1)", "COMMIT")
    try one.run("UPDATE t SET n = 77")
    var rest: [[[UInt8]?]] = []
    while !cursor.isExhausted { rest += try cursor.fetchValues(maxRows: 7) }
    #expect(rest.count == 40)
    #expect(rest.allSatisfy { $0[1] == [0x80] })
  }

  @Test("two transactions cannot change one row") func locks() throws {
    let one = try counter()
    let two = try one.another()
    try one.run("UPDATE t SET n = 1")
    #expect(two.code("UPDATE t SET n = 2") == 54)
    #expect(two.code("DELETE FROM t") == 54)
    try one.run("ROLLBACK")
    #expect(two.code("UPDATE t SET n = 2") == 0)
  }

  @Test("rows go out as the wire wants them, whole or cell by cell") func wireRows() throws {
    let test = try counter()
    try test.run("CREATE TABLE w (a NUMBER, b VARCHAR2(600), c CLOB)")
    let long = String(repeating: "x", count: 300)
    try test.execute("INSERT INTO w VALUES (1, :1, NULL)", [.text(long)])
    try test.execute("INSERT INTO w VALUES (NULL, 'y', :1)", [.text("lob")])
    func fetch(_ sql: String, forms: [StandInCursor.CellForm] = []) throws -> [UInt8] {
      var buffer = ByteBuffer()
      let cursor = try test.session.open(test.session.prepare(sql))
      #expect(try cursor.fetch(maxRows: 10, forms: forms, into: &buffer) == 2)
      #expect(cursor.isExhausted)
      return Array(buffer.readableBytesView)
    }
    let wide: [UInt8] = [254, 2, 1, 44] + Array(repeating: 0x78, count: 300) + [0]
    let first: [UInt8] = [7, 2, 0xC1, 2] + wide + [0]
    let second: [UInt8] = [7, 0, 1, 0x79, 3, 0x6C, 0x6F, 0x62]
    #expect(try fetch("SELECT * FROM w") == first + second)
    #expect(try fetch("SELECT a, b, c FROM w ORDER BY a") == first + second)
    #expect(try fetch("SELECT c, a FROM w") == [7, 0, 2, 0xC1, 2, 7, 3, 0x6C, 0x6F, 0x62, 0])
    #expect(
      try fetch("SELECT c FROM w", forms: [.long])
        == [7, 0, 0x81, 1, 2, 5, 0x7D, 7, 3, 0x6C, 0x6F, 0x62, 0, 0])
    #expect(try fetch("SELECT NULL, 1 FROM w") == [7, 2, 0xC1, 2, 7, 2, 0xC1, 2])
  }

  @Test("a fetch stops at its limits") func limits() throws {
    let test = try counter()
    try test.run("INSERT INTO t SELECT 2, 2 FROM dual UNION ALL SELECT 3, 3 FROM dual")
    for sql in ["SELECT * FROM t", "SELECT id + 0 FROM t"] {
      let cursor = try test.session.open(test.session.prepare(sql))
      var buffer = ByteBuffer()
      #expect(try cursor.fetch(maxRows: 2, into: &buffer) == 2)
      #expect(!cursor.isExhausted)
      #expect(try cursor.fetch(maxRows: 2, maxBytes: 1, into: &buffer) == 1)
      #expect(try cursor.fetch(maxRows: 2, into: &buffer) == 0)
      #expect(cursor.isExhausted)
      #expect(cursor.rowCount == 3)
    }
  }

  @Test("ROWIDs read and print") func rowIDText() {
    let rowID = StandInRowID(object: 73_001, file: 7, block: 132, slot: 511)
    #expect(rowID.text == "AAAR0pAAHAAAACEAH/")
    #expect(StandInRowID(text: rowID.textBytes) == rowID)
    #expect(StandInRowID(text: Array("AAAR0pAAHAAAACEAH!".utf8)) == nil)
    #expect(StandInRowID(text: [65]) == nil)
  }
}
