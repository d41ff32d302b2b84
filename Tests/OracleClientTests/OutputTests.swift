import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// What blocks and RETURNING INTO bring back.
struct OutputTests {
  private func work(
    _ profile: StandInProfile, _ body: (OracleConnection) async throws -> Void
  ) async throws {
    let live = try await LiveServer.start(profile: profile)
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE t (id NUMBER, name VARCHAR2(40), story CLOB)")
    try await connection.executeMany(
      "INSERT INTO t (id, name, story) VALUES (:1, :2, :3)",
      rows: (1...5).map { [.number(OracleNumber($0)), .text("näme \($0)"), .text("story \($0)")] })
    try await connection.commit()
    try await body(connection)
    await connection.close()
    await live.server.stop()
  }

  private func number(_ value: Int) -> OracleValue { .number(OracleNumber(value)) }

  @Test(arguments: StandInProfile.allCases)
  func aBlockReadsAndWritesItsBinds(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      let outputs = try await connection.execute(
        "BEGIN :sum := :a + :b; :text := 'x' || :text; :nothing := NULL; END;",
        through: [
          .out(.number), .value(number(2)), .value(number(40)), .inOut(.text("ü"), .text(bytes: 100)),
          .out(.text()),
        ])
      #expect(outputs.values.map { $0.map(\.value) } == [[number(42)], [], [], [.text("xü")], [.null]])
      #expect(outputs.results.isEmpty)
    }
  }

  @Test(arguments: StandInProfile.allCases)
  func everyTypeComesBack(_ profile: StandInProfile) async throws {
    let moment = OracleTimestamp(year: 2024, month: 2, day: 29, hour: 13, minute: 14, second: 15)
    var fraction = moment
    fraction.nanosecond = 123_456_789
    let cases: [(OracleValue, OracleOutType)] = [
      (.date(moment), .date), (.timestamp(fraction), .timestamp), (.raw([0, 255]), .raw()),
      (.binaryDouble(-0.1), .binaryDouble), (.binaryFloat(.infinity), .binaryFloat),
      (.number(try OracleNumber(decimal: "-1234567890123456789012345678901234567.89")), .number),
    ]
    try await work(profile) { connection in
      for (value, type) in cases {
        let outputs = try await connection.execute("BEGIN :b := :a; END;", through: [.out(type), .value(value)])
        #expect(outputs.values.map { $0.map(\.value) } == [[value], []])
        let both = try await connection.execute("BEGIN :b := :b; END;", through: [.inOut(value, type)])
        #expect(both.values.map { $0.map(\.value) } == [[value]])
      }
    }
  }

  @Test(arguments: StandInProfile.allCases)
  func queriesThatABlockOpensAreFetched(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      let outputs = try await connection.execute(
        "BEGIN OPEN :c FOR SELECT id, name FROM t ORDER BY id; OPEN :d FOR SELECT story FROM t ORDER BY id; END;",
        through: [.out(.cursor), .out(.cursor)])
      let plain = try #require(outputs.values[0].first?.cursor)
      #expect(plain.columns.map(\.name) == ["ID", "NAME"])
      var ids: [OracleValue] = []
      let rows = try await plain.rows(fetchSize: 2)
      for try await batch in rows {
        for row in 0..<batch.rowCount {
          ids.append(try OracleValue(wireBytes: batch.value(row: row, column: 0), column: rows.columns[0]))
        }
      }
      #expect(ids == (1...5).map(number))
      let lobs = try #require(outputs.values[1].first?.cursor)
      var stories: [OracleValue] = []
      let lobRows = try await lobs.rows()
      for try await batch in lobRows {
        for row in 0..<batch.rowCount {
          stories.append(try OracleValue(wireBytes: batch.value(row: row, column: 0), column: lobRows.columns[0]))
        }
      }
      #expect(stories == (1...5).map { .text("story \($0)") })
    }
  }

  @Test(arguments: [StandInProfile.release12dot1, .release19c, .release23ai])
  func queriesThatABlockHandsOver(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      let outputs = try await connection.execute(
        """
        DECLARE c SYS_REFCURSOR; d SYS_REFCURSOR;
        BEGIN
          OPEN c FOR SELECT id FROM t WHERE id < 3 ORDER BY id; DBMS_SQL.RETURN_RESULT(c);
          OPEN d FOR SELECT name FROM t WHERE id > 9; DBMS_SQL.RETURN_RESULT(d);
        END;
        """, through: [])
      #expect(outputs.results.count == 2)
      var counts: [Int] = []
      for result in outputs.results {
        var count = 0
        for try await batch in try await result.rows() { count += batch.rowCount }
        counts.append(count)
      }
      #expect(counts == [2, 0])
    }
  }

  @Test func aVariableThatWasLeftClosedHasNoRows() async throws {
    try await work(.release23ai) { connection in
      let outputs = try await connection.execute("BEGIN :c := NULL; END;", through: [.out(.cursor)])
      #expect(outputs.values.map(\.count) == [1])
      #expect(outputs.values[0][0].value == nil)
      #expect(outputs.values[0][0].cursor == nil)
    }
  }

  /// More cursors than a session may have open: what is let go of is closed on the server.
  @Test func cursorsThatNobodyWantsAreClosed() async throws {
    try await work(.release23ai) { connection in
      for round in 0..<400 {
        let outputs = try await connection.execute(
          "BEGIN OPEN :c FOR SELECT id FROM t; END;", through: [.out(.cursor)])
        #expect(outputs.values[0].first?.cursor != nil, "round \(round)")
        // A call that does not look at its outputs leaves none open either.
        try await connection.execute(
          "DECLARE c SYS_REFCURSOR; BEGIN OPEN c FOR SELECT id FROM t; DBMS_SQL.RETURN_RESULT(c); END;")
      }
    }
  }

  @Test(arguments: StandInProfile.allCases)
  func returningGivesAValueForEachRow(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      let one = try await connection.execute(
        "INSERT INTO t (id, name) VALUES (:1, :2) RETURNING id, name INTO :3, :4",
        through: [.value(number(6)), .value(.text("six")), .out(.number), .out(.text())])
      #expect(one.rowCount == 1)
      #expect(one.values.map { $0.map(\.value) } == [[], [], [number(6)], [.text("six")]])
      let many = try await connection.execute(
        "UPDATE t SET name = NULL WHERE id > :1 RETURNING id, name INTO :2, :3",
        through: [.value(number(3)), .out(.number), .out(.text())])
      #expect(many.rowCount == 3)
      #expect(many.values.map { $0.map(\.value) } == [[], [4, 5, 6].map(number), [.null, .null, .null]])
      let none = try await connection.execute(
        "DELETE FROM t WHERE id > 99 RETURNING id INTO :1", through: [.out(.number)])
      #expect(none.rowCount == 0)
      #expect(none.values.map(\.count) == [0])
    }
  }

  @Test func faultsInBindsAreNamed() async throws {
    try await work(.release23ai) { connection in
      let missing = await #expect(throws: OracleBindError.self) {
        _ = try await connection.execute("BEGIN :a := 1; END;", through: [])
      }
      #expect(missing?.description == "the statement has 1 binds, but 0 were given")
      let both = await #expect(throws: OracleBindError.self) {
        _ = try await connection.execute(
          "DELETE FROM t RETURNING id INTO :1", through: [.inOut(.null, .number)])
      }
      #expect(both?.description.contains("only blocks") == true)
      let type = await #expect(throws: OracleBindError.self) {
        _ = try await connection.execute("BEGIN :a := :a; END;", through: [.inOut(.text("1"), .number)])
      }
      #expect(type?.description.contains("comes back as NUMBER") == true)
    }
  }
}
