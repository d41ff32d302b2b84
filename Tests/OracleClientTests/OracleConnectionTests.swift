import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// The client against the stand-in's server, over real sockets.
struct OracleConnectionTests {
  @Test(arguments: StandInProfile.allCases, [VerifierKind.version12c, .version11gAlternative])
  func logsOnByEveryProfileAndVerifier(profile: StandInProfile, verifier: VerifierKind) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: verifier)
    let connection = try await live.connect()
    #expect(connection.serverVersion == (profile == .release19c ? "19.3.0.0.0" : "23.4.0.0.0"))
    #expect(connection.characterSet == 873)
    #expect(try await connection.rows("SELECT USER, 1 + 1 FROM DUAL") == [[.text("APP"), .number(OracleNumber(2))]])
    try await connection.ping()
    await connection.close()
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func carriesEveryTypeBothWays(profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile)
    let connection = try await live.connect()
    try await connection.execute(
      """
      CREATE TABLE t (a VARCHAR2(50 CHAR), b CHAR(4), c NUMBER, d DATE, e TIMESTAMP(9), f RAW(20), g BINARY_DOUBLE,
        h CLOB, i BLOB, j BINARY_FLOAT)
      """)
    let moment = OracleTimestamp(year: 2024, month: 3, day: 17, hour: 9, minute: 30, second: 1, nanosecond: 123_456_789)
    var date = moment
    date.nanosecond = 0
    let long = String(repeating: "žluťoučký кот 😀 ", count: 4000)
    let row: [OracleValue] = [
      .text("Grüße"), .text("ab"), .number(try OracleNumber(decimal: "-1234567890123456789012345678901234567.89")),
      .date(date), .timestamp(moment), .raw([0, 255, 1]), .binaryDouble(-0.1), .text(long),
      .raw([UInt8](repeating: 7, count: 70000)), .binaryFloat(.infinity),
    ]
    let inserted = try await connection.execute(
      "INSERT INTO t VALUES (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10)", binds: row)
    #expect(inserted.rowCount == 1)
    try await connection.execute("INSERT INTO t (a) VALUES (NULL)")
    try await connection.commit()
    var expected = row
    expected[1] = .text("ab  ")
    let rows = try await connection.rows("SELECT * FROM t ORDER BY d")
    #expect(rows.count == 2)
    #expect(rows.first == expected)
    #expect(rows.last == [OracleValue](repeating: .null, count: 10))
    await connection.close()
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases, [1, 2, 99, 100, 101, 5000])
  func fetchesManyRowsOverManyRoundTrips(profile: StandInProfile, fetchSize: Int) async throws {
    let live = try await LiveServer.start(profile: profile, dataUnit: 8192)
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE t (id NUMBER(9) PRIMARY KEY, name VARCHAR2(20), same VARCHAR2(10))")
    let count = 1234
    let values = (1...count).map { [OracleValue.number(OracleNumber($0)), .text("name \($0)"), .text("same")] }
    let result = try await connection.executeMany("INSERT INTO t VALUES (:1, :2, :3)", rows: values)
    #expect(result.rowCount == count)
    let rows = try await connection.query("SELECT id, name, same FROM t ORDER BY id", fetchSize: fetchSize)
    #expect(rows.columns.map(\.name) == ["ID", "NAME", "SAME"])
    var seen = 0
    for try await batch in rows {
      #expect(batch.rowCount > 0 && batch.rowCount <= fetchSize)
      for row in 0..<batch.rowCount {
        seen += 1
        let name = batch.value(row: row, column: 1).map { String(decoding: $0, as: UTF8.self) }
        #expect(name == "name \(seen)")
      }
    }
    #expect(seen == count)
    await connection.close()
    await live.server.stop()
  }

  @Test func emptyResultsAndNamedBinds() async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE t (id NUMBER, name VARCHAR2(20))")
    #expect(try await connection.rows("SELECT * FROM t").isEmpty)
    try await connection.execute(
      "INSERT INTO t VALUES (:id, :name)", binds: ["id": .number(OracleNumber(5)), "name": .text("five")])
    let rows = try await connection.query(
      "SELECT name FROM t WHERE id = :x OR id = :x", binds: ["x": .number(OracleNumber(5))])
    var names: [String] = []
    for try await batch in rows {
      for row in 0..<batch.rowCount {
        names.append(String(decoding: batch.value(row: row, column: 0) ?? [], as: UTF8.self))
      }
    }
    #expect(names == ["five"])
    await connection.close()
    await live.server.stop()
  }

  @Test func changesAreSeenByOthersAfterCommitOnly() async throws {
    let live = try await LiveServer.start()
    let one = try await live.connect()
    let other = try await live.connect()
    try await one.execute("CREATE TABLE t (id NUMBER)")
    try await one.execute("INSERT INTO t VALUES (1)")
    #expect(try await other.rows("SELECT COUNT(*) FROM t") == [[.number(.zero)]])
    try await one.rollback()
    try await one.execute("INSERT INTO t VALUES (2)")
    try await one.commit()
    #expect(try await other.rows("SELECT id FROM t") == [[.number(OracleNumber(2))]])
    await one.close()
    await other.close()
    await live.server.stop()
  }

  @Test func errorsCarryNumberAndPosition() async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    let missing = await #expect(throws: OracleError.self) { try await connection.rows("SELECT * FROM nowhere") }
    #expect(missing?.code == 942)
    #expect(missing?.message.hasPrefix("ORA-00942: ") == true)
    #expect(missing?.position == 14)
    try await connection.execute("CREATE TABLE t (id NUMBER PRIMARY KEY)")
    try await connection.execute("INSERT INTO t VALUES (1)")
    let double = await #expect(throws: OracleError.self) { try await connection.execute("INSERT INTO t VALUES (1)") }
    #expect(double?.code == 1)
    // The session goes on after an error.
    #expect(try await connection.rows("SELECT COUNT(*) FROM t") == [[.number(OracleNumber(1))]])
    await connection.close()
    await live.server.stop()
  }

  @Test func arrayExecutionCollectsErrorsOfRows() async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE t (id NUMBER PRIMARY KEY)")
    let rows = [1, 2, 1, 3, 2].map { [OracleValue.number(OracleNumber($0))] }
    let result = try await connection.executeMany("INSERT INTO t VALUES (:1)", rows: rows, collectsErrors: true)
    #expect(result.batchErrors.map(\.row) == [2, 4])
    #expect(result.batchErrors.map(\.error.code) == [1, 1])
    #expect(try await connection.rows("SELECT COUNT(*) FROM t") == [[.number(OracleNumber(3))]])
    await connection.close()
    await live.server.stop()
  }

  @Test func callsOfManyTasksAreAnsweredEachItsOwn() async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 1...50 {
        group.addTask {
          try await connection.rows("SELECT :n + 0 FROM DUAL", binds: [.number(OracleNumber(number))])
            == [[.number(OracleNumber(number))]]
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
    await connection.close()
    await live.server.stop()
  }

  @Test func aQueryLeftHalfWayLeavesTheSessionUsable() async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE t (id NUMBER)")
    try await connection.executeMany(
      "INSERT INTO t VALUES (:1)", rows: (1...500).map { [.number(OracleNumber($0))] })
    for try await _ in try await connection.query("SELECT id FROM t", fetchSize: 10) { break }
    #expect(try await connection.rows("SELECT COUNT(*) FROM t") == [[.number(OracleNumber(500))]])
    await connection.close()
    await live.server.stop()
  }
}
