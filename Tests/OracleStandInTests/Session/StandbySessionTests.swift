import OracleWire
import Testing

@testable import OracleStandIn

@Suite("sessions with a standby, killed ones, and those of others")
struct StandbySessionTests {
  /// A database with a table and a sequence, and a session with its standby.
  private func standby() throws -> (primary: TestDatabase, standby: StandInSession) {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (id NUMBER PRIMARY KEY)", "CREATE SEQUENCE s", "INSERT INTO t VALUES (1)", "COMMIT")
    return (
      test, try test.database.openSession(user: "APP", proxy: nil, isAdministrator: false, isReadOnly: true)
    )
  }

  private func code(_ sql: String, _ session: StandInSession) -> Int {
    do {
      let statement = try session.prepare(sql)
      if statement.kind == .query {
        let cursor = try session.open(statement)
        while !cursor.isExhausted { _ = try cursor.fetchValues(maxRows: 10) }
      } else {
        _ = try session.execute(statement)
      }
      return 0
    } catch {
      return (error as? OracleError)?.code ?? -1
    }
  }

  @Test(
    "every change is refused",
    arguments: [
      "INSERT INTO t VALUES (2)", "UPDATE t SET id = 3", "DELETE FROM t",
      "INSERT ALL INTO t VALUES (4) SELECT 1 FROM dual",
      "MERGE INTO t USING dual ON (id = 2) WHEN NOT MATCHED THEN INSERT VALUES (2)", "CREATE TABLE u (id NUMBER)",
      "ALTER TABLE t ADD (x NUMBER)", "DROP TABLE t", "TRUNCATE TABLE t", "GRANT SELECT ON t TO PUBLIC",
      "LOCK TABLE t IN SHARE MODE", "SELECT s.NEXTVAL FROM dual", "SELECT id FROM t FOR UPDATE",
      "BEGIN INSERT INTO t VALUES (5); END;", "BEGIN DBMS_STATS.GATHER_SCHEMA_STATS('APP'); END;",
      "ALTER USER app IDENTIFIED BY other", "ALTER SEQUENCE s INCREMENT BY 2",
    ]) func changes(sql: String) throws
  {
    let (primary, standby) = try standby()
    let scn = primary.database.currentSCN
    #expect(code(sql, standby) == 16000)
    #expect(primary.database.currentSCN == scn)
    #expect(try primary.rows("SELECT id FROM t") == [["1"]])
  }

  @Test("what changes nothing is allowed, and the primary's commits are seen") func reads() throws {
    let (primary, standby) = try standby()
    for sql in [
      "SELECT id FROM t", "COMMIT", "ROLLBACK", "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY'", "BEGIN NULL; END;",
    ] {
      #expect(code(sql, standby) == 0, "\(sql)")
    }
    try primary.run("INSERT INTO t VALUES (2)", "COMMIT")
    let cursor = try standby.open(standby.prepare("SELECT COUNT(*), MAX(open_mode) FROM t, v$database"))
    let row = try #require(try cursor.fetchValues(maxRows: 1).first)
    #expect(row[0] == OracleNumber(2).bytes)
    #expect(row[1].map { String(decoding: $0, as: UTF8.self) } == "READ ONLY WITH APPLY")
  }

  @Test("a killed session's transaction is undone, and its next call is its last") func killed() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (id NUMBER)")
    let client = PlayedWork(try test.another())
    let number = client.work.session.identifier
    #expect(try client.execute("INSERT INTO t VALUES (1)") == nil)
    #expect(try test.rows("SELECT sid, status FROM v$session ORDER BY sid").count == 2)
    #expect(test.code("ALTER SYSTEM KILL SESSION '\(test.session.identifier),1'") == 27)
    #expect(test.code("ALTER SYSTEM KILL SESSION '4711,1'") == 30)
    #expect(test.code("ALTER SYSTEM KILL SESSION '\(number)'") == 26)
    #expect(test.code("ALTER SYSTEM KILL SESSION") == 26)
    #expect(test.code("ALTER SYSTEM FLUSH SHARED_POOL") == 3001)
    #expect(test.code("ALTER SYSTEM KILL SESSION '\(number),1' IMMEDIATE") == 0)
    #expect(try test.value("SELECT status FROM v$session WHERE sid = \(number)") == "KILLED")
    #expect(try client.execute("SELECT id FROM t")?.errorNumber == 28)
    #expect(try client.execute("SELECT id FROM t")?.errorNumber == 1012)
    #expect(try test.rows("SELECT id FROM t") == [])
    #expect(try test.rows("SELECT sid FROM v$session").count == 1)
  }

  @Test("reading what others own takes their grants where the database asks for them") func rights() throws {
    var configuration = StandInDatabase.Configuration()
    configuration.asksReadRights = true
    let database = StandInDatabase(configuration: configuration)
    for user in ["APP", "READER"] { database.createUser(user, password: "secret") }
    let owner = try TestDatabase(database)
    let reader = try TestDatabase(database, user: "READER")
    try owner.run(
      "CREATE TABLE t (id NUMBER)", "CREATE VIEW v AS SELECT id FROM t", "CREATE ROLE readers",
      "INSERT INTO t VALUES (1)", "COMMIT")
    let scn = database.currentSCN
    #expect(owner.code("SELECT id FROM t AS OF SCN \(scn)") == 0)
    #expect(reader.code("SELECT id FROM app.t") == 942)
    try owner.run("GRANT FLASHBACK ON t TO reader")
    #expect(reader.code("SELECT id FROM app.t") == 1031)
    try owner.run("GRANT SELECT ON t TO readers", "GRANT readers TO reader")
    #expect(reader.code("SELECT id FROM app.t AS OF SCN \(scn)") == 0)
    try owner.run("REVOKE FLASHBACK ON t FROM reader")
    #expect(reader.code("SELECT id FROM app.t AS OF SCN \(scn)") == 1031)
    #expect(reader.code("SELECT id FROM app.t") == 0)
    // A view's tables are its owner's business.
    try owner.run("REVOKE SELECT ON t FROM readers", "GRANT SELECT ON v TO PUBLIC")
    #expect(reader.code("SELECT id FROM app.v") == 0)
    #expect(reader.code("SELECT id FROM app.t") == 942)
  }
}
