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
    #expect(connection.serverVersion == profile.version.map(String.init).joined(separator: "."))
    #expect(connection.characterSet == 873)
    #expect(try await connection.rows("SELECT USER, 1 + 1 FROM DUAL") == [[.text("APP"), .number(OracleNumber(2))]])
    try await connection.ping()
    await connection.close()
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func carriesRareTypesBothWays(profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile)
    let connection = try await live.connect()
    try await connection.execute(
      """
      CREATE TABLE t (a INTERVAL YEAR(4) TO MONTH, b INTERVAL DAY TO SECOND(9), c TIMESTAMP WITH TIME ZONE, d UROWID,
        e LONG RAW)
      """)
    let moment = OracleTimestamp(year: 2024, month: 3, day: 17, hour: 9, minute: 30, second: 1, nanosecond: 5000)
    let row: [OracleValue] = [
      .intervalYM(try OracleIntervalYM(months: -63)),
      .intervalDS(try OracleIntervalDS(seconds: -217_414, nanoseconds: -1)),
      .timestampTZ(moment, .offset(minutes: -570)), .text("AAAR3sAAHAAAACXAAA"),
      .raw([UInt8](repeating: 7, count: 70000)),
    ]
    try await connection.execute("INSERT INTO t VALUES (:1, :2, :3, :4, :5)", binds: row)
    try await connection.execute("INSERT INTO t (a) VALUES (NULL)")
    let rows = try await connection.rows("SELECT * FROM t ORDER BY d")
    #expect(rows == [row, [OracleValue](repeating: .null, count: 5)])
    await connection.close()
    await live.server.stop()
  }

  @Test func carriesTypesOf23aiBothWays() async throws {
    let live = try await LiveServer.start(profile: .release23ai)
    let connection = try await live.connect()
    try await connection.execute(
      "CREATE TABLE t (id NUMBER, a BOOLEAN, b JSON, c VECTOR(2, FLOAT32), d VECTOR, e CLOB)")
    let document = OSONValue.object([
      OSONMember("name", .string("Zoë")), OSONMember("when", .date(OracleTimestamp(year: 2024, month: 3, day: 17))),
      OSONMember("list", .array([.null, .boolean(true), .number(OracleNumber(7)), .binary([0, 255])])),
    ])
    let rows: [[OracleValue]] = [
      [
        .number(OracleNumber(1)), .boolean(true), .json(document), .vector(OracleVector(.float32([1.5, -2]))),
        .vector(OracleVector(.binary([1, 2]))), .text("e"),
      ],
      [
        .number(OracleNumber(2)), .boolean(false), .json(.string(String(repeating: "x", count: 70_000))), .null,
        .vector(OracleVector(.int8([-1]))), .null,
      ],
      [.number(OracleNumber(3)), .null, .null, .null, .null, .null],
    ]
    let inserted = try await connection.executeMany("INSERT INTO t VALUES (:1, :2, :3, :4, :5, :6)", rows: rows)
    #expect(inserted.rowCount == 3)
    #expect(try await connection.rows("SELECT * FROM t ORDER BY id") == rows)
    #expect(try await connection.rows("SELECT id FROM t WHERE a = TRUE") == [[.number(OracleNumber(1))]])
    let refused = await #expect(throws: OracleError.self) {
      try await connection.execute(
        "INSERT INTO t (c) VALUES (:1)", binds: [.vector(OracleVector(.float32([1, 2, 3])))])
    }
    #expect(refused?.code == 51803)
    let file = OracleValue.file(directory: "DOCS", name: "a.pdf")
    await #expect(throws: WireError.unsupportedType("a bind of type BFILE")) {
      try await connection.execute("INSERT INTO t (e) VALUES (:1)", binds: [file])
    }
    await connection.close()
    await live.server.stop()
  }

  @Test func typesOfLaterReleasesAreUnknownTo19c() async throws {
    let live = try await LiveServer.start(profile: .release19c)
    let connection = try await live.connect()
    for type in ["BOOLEAN", "JSON", "VECTOR(3, FLOAT32)"] {
      let error = await #expect(throws: OracleError.self) { try await connection.execute("CREATE TABLE t (a \(type))") }
      #expect(error?.code == 902)
    }
    let error = await #expect(throws: OracleError.self) { try await connection.rows("SELECT TRUE FROM dual") }
    #expect(error?.code == 904)
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
