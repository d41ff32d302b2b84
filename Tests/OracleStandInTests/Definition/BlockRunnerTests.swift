import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Blocks") struct BlockRunnerTests {
  private let nothing = StandInDatum(typeCode: .number, bytes: nil)

  private func filled() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (a NUMBER)", "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)")
    return test
  }

  private func run(_ test: TestDatabase, _ block: String, _ binds: [StandInDatum]) throws -> BlockResult {
    try test.session.executeBlock(test.session.prepare(block), bindRows: [binds])
  }

  @Test("RETURNING INTO of a statement that touches no row leaves NULL") func returningOfNoRow() throws {
    let test = try filled()
    for statement in ["UPDATE t SET a = 3 WHERE a = 9", "DELETE FROM t WHERE a = 9"] {
      let result = try run(test, "BEGIN \(statement) RETURNING a INTO :x; END;", [nothing])
      #expect(result.directions == [.output])
      guard case .value(let value)? = result.outputs.first?.first else {
        Issue.record("no value")
        continue
      }
      #expect(value.bytes == nil)
    }
  }

  @Test(
    "of more than one row it fails, and a query of no row does",
    arguments: [("DELETE FROM t RETURNING a INTO :x", 1422), ("SELECT a INTO :x FROM t WHERE a = 9", 1403)])
  func otherCounts(_ statement: String, _ code: Int) throws {
    let test = try filled()
    let error = #expect(throws: OracleError.self) { try run(test, "BEGIN \(statement); END;", [nothing]) }
    #expect(error?.code == code)
    #expect(try test.value("SELECT COUNT(*) FROM t") == "2")
  }

  @Test("procedures that set what USERENV shows") func settings() throws {
    let test = try filled()
    let parameters = ["MODULE", "ACTION", "CLIENT_INFO", "CLIENT_IDENTIFIER"]
    let parts = parameters.map { "SYS_CONTEXT('USERENV', '\($0)')" }
    let whole = "SELECT " + parts.joined(separator: " || '/' || ") + " FROM dual"
    let identifier = StandInDatum(typeCode: .varchar, bytes: Array("me".utf8))
    _ = try run(
      test,
      "BEGIN DBMS_APPLICATION_INFO.SET_MODULE('m', NULL); DBMS_APPLICATION_INFO.SET_ACTION(action_name => 'a'); "
        + "DBMS_APPLICATION_INFO.SET_CLIENT_INFO('i' || 1); DBMS_SESSION.SET_IDENTIFIER(:x); END;", [identifier])
    #expect(try test.value(whole) == "m/a/i1/me")
    try test.run("BEGIN DBMS_SESSION.CLEAR_IDENTIFIER; DBMS_OUTPUT.PUT_LINE('x'); END;")
    #expect(try test.value(whole) == "m/a/i1/")
  }

  @Test("a sleep says how long the call lasts, and what the block did can still be undone") func sleep() throws {
    let test = try filled()
    let seconds = StandInDatum(typeCode: .number, bytes: try OracleNumber(decimal: "1.25").bytes)
    let result = try run(
      test, "BEGIN DELETE FROM t WHERE a = 1; DBMS_LOCK.SLEEP(seconds => :s); NULL; DBMS_SESSION.SLEEP(2); END;",
      [seconds])
    let pause = try #require(result.pause)
    #expect(pause.duration == .milliseconds(3250))
    #expect(try test.value("SELECT COUNT(*) FROM t") == "1")
    test.session.breakOff(pause)
    #expect(try test.value("SELECT COUNT(*) FROM t") == "2")
    #expect(try run(test, "BEGIN DBMS_SESSION.SLEEP(0); END;", []).pause == nil)
  }

  @Test("only what the block has not committed is undone") func sleepBehindCommit() throws {
    let test = try filled()
    let pause = try #require(
      try run(test, "BEGIN DELETE FROM t; COMMIT; INSERT INTO t VALUES (7); DBMS_SESSION.SLEEP(9); END;", []).pause)
    test.session.breakOff(pause)
    #expect(try test.value("SELECT COUNT(*) FROM t") == "0")
    #expect(!test.session.isInTransaction)
  }

  @Test(
    "sleeps that are none",
    arguments: [
      ("DBMS_SESSION.SLEEP(-1)", 38148), ("DBMS_SESSION.SLEEP(1e9)", 38148), ("DBMS_SESSION.SLEEP('x')", 1722),
      ("DBMS_SESSION.SLEEP", 3001), ("DBMS_SESSION.SLEEP(1); DELETE FROM t", 3001),
    ])
  func otherSleeps(_ statements: String, _ code: Int) throws {
    let test = try filled()
    let error = #expect(throws: OracleError.self) { try run(test, "BEGIN DELETE FROM t; \(statements); END;", []) }
    #expect(error?.code == code)
    #expect(try test.value("SELECT COUNT(*) FROM t") == "2")
  }

  @Test(
    "other procedures are refused",
    arguments: [
      "DBMS_SESSION.SET_ROLE('x')", "DBMS_STATS.SET_TABLE_STATS('APP', 'T')", "DBMS_OUTPUT.GET_LINES(:x, :y)",
    ])
  func otherProcedures(_ call: String) throws {
    let test = try filled()
    let error = #expect(throws: OracleError.self) { try run(test, "BEGIN \(call); END;", [nothing, nothing]) }
    #expect(error?.code == 3001)
  }
}
