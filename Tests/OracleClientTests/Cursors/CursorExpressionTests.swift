import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// Queries as values of rows.
@Suite struct CursorExpressionTests {
  private func work(
    _ profile: StandInProfile = .release23ai, _ body: (OracleConnection) async throws -> Void
  ) async throws {
    let live = try await LiveServer.start(profile: profile)
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE d (id NUMBER, name VARCHAR2(20))")
    try await connection.execute("CREATE TABLE e (d NUMBER, name VARCHAR2(20), story CLOB)")
    try await connection.execute("INSERT INTO d SELECT LEVEL, 'd' || LEVEL FROM dual CONNECT BY LEVEL <= 40")
    try await connection.execute(
      "INSERT INTO e SELECT d.id, d.name || '.1', 'story ' || d.id FROM d WHERE MOD(id, 3) > 0")
    try await connection.execute("INSERT INTO e SELECT d.id, d.name || '.2', NULL FROM d WHERE MOD(id, 3) > 1")
    try await connection.commit()
    try await body(connection)
    await connection.close()
    await live.server.stop()
  }

  private static let correlated =
    "SELECT d.id, CURSOR(SELECT e.name FROM e WHERE e.d = d.id ORDER BY e.name) FROM d ORDER BY d.id"

  private static func members(_ id: Int) -> [[OracleValue]] {
    (0..<id % 3).map { [.text("d\(id).\($0 + 1)")] }
  }

  private static func values(_ rows: OracleRows) async throws -> [[OracleValue]] {
    var values: [[OracleValue]] = []
    for try await batch in rows {
      for row in 0..<batch.rowCount {
        values.append(
          try rows.columns.enumerated().map {
            try OracleValue(wireBytes: batch.value(row: row, column: $0), column: $1)
          })
      }
    }
    return values
  }

  private static func values(_ cursor: OracleCursor?) async throws -> [[OracleValue]] {
    try await values(try #require(cursor).rows())
  }

  /// The cursors of a column, all of them taken.
  private static func cursors(_ rows: OracleRows, column: Int = 1) async throws -> [OracleCursor?] {
    var found: [OracleCursor?] = []
    for try await batch in rows {
      for row in 0..<batch.rowCount { found.append(try rows.cursor(in: batch, row: row, column: column)) }
    }
    return found
  }

  @Test(arguments: StandInProfile.allCases) func readWhileTheOuterRowsCome(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      let rows = try await connection.query(Self.correlated)
      #expect(rows.columns.map(\.typeCode) == [.number, .cursor])
      var id = 0
      for try await batch in rows {
        for row in 0..<batch.rowCount {
          id += 1
          let cursor = try #require(try rows.cursor(in: batch, row: row, column: 1))
          #expect(cursor.columns.map(\.name) == ["NAME"])
          #expect(try await Self.values(cursor) == Self.members(id))
        }
      }
      #expect(id == 40)
    }
  }

  @Test(arguments: StandInProfile.allCases) func readBehindTheOuterRows(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      // Nothing but the cursors keeps the outer query open.
      let cursors = try await Self.cursors(connection.query(Self.correlated, fetchSize: 7))
      #expect(cursors.count == 40)
      for (index, cursor) in cursors.enumerated().reversed() {
        #expect(try await Self.values(cursor) == Self.members(index + 1))
      }
    }
  }

  /// Far more than a session may have open.
  @Test func thoseThatNobodyReadsAreClosed() async throws {
    try await work { connection in
      let sql =
        "SELECT LEVEL, CURSOR(SELECT 1 FROM dual), CURSOR(SELECT 2 FROM dual) FROM dual CONNECT BY LEVEL <= 1500"
      var count = 0
      for try await batch in try await connection.query(sql) { count += batch.rowCount }
      #expect(count == 1500)
      for _ in 0..<400 {
        // The outer rows are left half way, with a cursor in hand.
        let rows = try await connection.query(sql)
        var batches = rows.makeAsyncIterator()
        let batch = try #require(try await batches.next())
        #expect(try rows.cursor(in: batch, row: 0, column: 1) != nil)
      }
    }
  }

  @Test func thoseThatAreReadAreClosedToo() async throws {
    try await work { connection in
      let rows = try await connection.query(
        "SELECT LEVEL, CURSOR(SELECT LEVEL FROM dual CONNECT BY LEVEL < 3) FROM dual CONNECT BY LEVEL <= 700")
      var count = 0
      for try await batch in rows {
        for row in 0..<batch.rowCount {
          count += try await Self.values(try rows.cursor(in: batch, row: row, column: 1)).count
        }
      }
      #expect(count == 1400)
    }
  }

  @Test func inEachOther() async throws {
    try await work { connection in
      let rows = try await connection.query(
        """
        SELECT d.id, CURSOR(SELECT e.name, CURSOR(SELECT d.name || e.name || f.id, CURSOR(SELECT f.id + d.id FROM dual)
          FROM d f WHERE f.id <= d.id ORDER BY f.id) FROM e WHERE e.d = d.id ORDER BY e.name) FROM d WHERE d.id = 2
        """)
      let outer = try await Self.cursors(rows)
      let middle = try await Self.cursors(try #require(outer[0]).rows())
      #expect(middle.count == 2)
      let inner = try await Self.cursors(try #require(middle[1]).rows())
      #expect(try await Self.values(inner[0]) == [[.number(OracleNumber(3))]])
      #expect(try await Self.values(inner[1]) == [[.number(OracleNumber(4))]])
      #expect(inner.count == 2)
    }
  }

  @Test func asDeepAsTheyMayBe() async throws {
    try await work { connection in
      var sql = "SELECT 1 FROM dual"
      for _ in 0..<OracleCursor.deepest { sql = "SELECT 0, CURSOR(\(sql)) FROM dual" }
      var rows = try await connection.query(sql)
      for _ in 0..<OracleCursor.deepest {
        let cursors = try await Self.cursors(rows)
        rows = try await #require(cursors[0]).rows()
      }
      #expect(try await Self.values(rows) == [[.number(OracleNumber(1))]])
      await #expect(throws: OracleError.self) { _ = try await connection.query("SELECT 0, CURSOR(\(sql)) FROM dual") }
      let some = try await connection.query("SELECT 0, CURSOR(SELECT 1 FROM dual) FROM dual")
      var batches = some.makeAsyncIterator()
      let batch = try #require(try await batches.next())
      let outer = Array(repeating: some.closer, count: OracleCursor.deepest + 1)
      #expect(throws: OracleCursorError.tooDeep) {
        _ = try some.closer.cursors?.cursor(batch, row: 0, column: 1, outer: outer)
      }
    }
  }

  @Test(arguments: StandInProfile.allCases) func largeObjectsInThemAndBesideThem(_ profile: StandInProfile) async throws
  {
    try await work(profile) { connection in
      let sql =
        "SELECT TO_CLOB(d.name), CURSOR(SELECT story FROM e WHERE e.d = d.id ORDER BY name) FROM d WHERE id = 2"
      let inLine = try await connection.query(sql)
      var batches = inLine.makeAsyncIterator()
      let batch = try #require(try await batches.next())
      #expect(try OracleValue(wireBytes: batch.value(row: 0, column: 0), column: inLine.columns[0]) == .text("d2"))
      let stories = try await Self.values(try inLine.cursor(in: batch, row: 0, column: 1))
      #expect(stories == [[.text("story 2")], [.null]])
      let located = try await connection.query(sql, lobs: .locators())
      var others = located.makeAsyncIterator()
      let other = try #require(try await others.next())
      #expect(try await located.lob(in: other, row: 0, column: 0)?.text() == "d2")
      #expect(try await Self.values(try located.cursor(in: other, row: 0, column: 1)) == stories)
    }
  }

  @Test func inAQueryThatABlockOpens() async throws {
    try await work { connection in
      let outputs = try await connection.execute("BEGIN OPEN :c FOR \(Self.correlated); END;", through: [.out(.cursor)])
      let cursors = try await Self.cursors(try #require(outputs.values[0].first?.cursor).rows())
      #expect(try await Self.values(cursors[4]) == Self.members(5))
    }
  }

  @Test func theMomentIsThatOfTheOuterQuery() async throws {
    try await work { connection in
      try await connection.execute("INSERT INTO e (d, name) VALUES (3, 'own')")
      let cursors = try await Self.cursors(
        connection.query("SELECT id, CURSOR(SELECT name FROM e WHERE d = d.id) FROM d"))
      #expect(cursors.count == 40)
      let rows = try await connection.query(
        "SELECT id, CURSOR(SELECT name FROM e WHERE e.d = d.id ORDER BY 1) FROM d ORDER BY id", fetchSize: 1)
      var batches = rows.makeAsyncIterator()
      _ = try await batches.next()
      // What the session's own transaction had done by then stays seen, before its end and behind.
      try await connection.commit()
      try await connection.execute("DELETE FROM e")
      try await connection.commit()
      for id in 2...4 {
        let batch = try #require(try await batches.next())
        let expected = id == 3 ? [[OracleValue.text("own")]] : Self.members(id)
        #expect(try await Self.values(try rows.cursor(in: batch, row: 0, column: 1)) == expected, "\(id)")
      }
    }
  }

  @Test func faultsAreNamed() async throws {
    try await work { connection in
      let rows = try await connection.query(Self.correlated, fetchSize: 4)
      var batches = rows.makeAsyncIterator()
      let first = try #require(try await batches.next())
      #expect(throws: OracleCursorError(description: "column ID is of type NUMBER, and so no cursor")) {
        _ = try rows.cursor(in: first, row: 0, column: 0)
      }
      #expect(throws: OracleCursorError.self) { _ = try rows.cursor(in: first, row: 0, column: 2) }
      _ = try await batches.next()
      #expect(throws: OracleCursorError.gone) { _ = try rows.cursor(in: first, row: 0, column: 1) }
      let plain = try await connection.query("SELECT 1 FROM dual")
      var others = plain.makeAsyncIterator()
      let batch = try #require(try await others.next())
      #expect(throws: OracleCursorError.self) { _ = try plain.cursor(in: batch, row: 0, column: 0) }
      await #expect(throws: WireError.unsupportedType("CURSOR")) { _ = try await connection.rows(Self.correlated) }
      #expect(try await connection.rows("SELECT 1 FROM dual").count == 1)
    }
  }

  /// The server closes the cursors of a query whose fetch fails, and may give their numbers to others.
  @Test func aFetchThatFailsTakesThemAlong() async throws {
    try await work { connection in
      for round in 0..<50 {
        let rows = try await connection.query(
          "SELECT id, CURSOR(SELECT name FROM e WHERE e.d = d.id), 1 / (25 - id) FROM d", fetchSize: 10)
        var batches = rows.makeAsyncIterator()
        let first = try #require(try await batches.next())
        let taken = try #require(try rows.cursor(in: first, row: 0, column: 1))
        _ = try await batches.next()
        await #expect(throws: OracleError.self) { _ = try await batches.next() }
        await #expect(throws: OracleError.self) { _ = try await taken.rows() }
        // The new query gets the numbers of the old: nothing that is let go of may close it.
        let next = try await Self.cursors(connection.query(Self.correlated))
        #expect(next.count == 40, "round \(round)")
        _ = consume taken
        try await connection.ping()
        #expect(try await Self.values(next[4]) == Self.members(5))
      }
    }
  }

  @Test func aCursorIsClosedOnlyWhileItsRowsQueryIsOpen() {
    let outer = CursorLife(parent: nil)
    let inner = CursorLife(parent: outer)
    var steps: [String] = []
    inner.whileOpen { steps.append("inner") }
    outer.end { steps.append("end") }
    inner.whileOpen { steps.append("never") }
    outer.whileOpen { steps.append("never") }
    #expect(steps == ["inner", "end"])
  }

  @Test func fetchesOfCursorsAreSmall() {
    #expect(StatementText("SELECT CURSOR(SELECT 1 FROM dual), 'cursor' FROM dual").cursorCount == 1)
    #expect(FetchSizing.initialRows(StatementText("SELECT 1 FROM dual")) == FetchSizing.initialRows)
    #expect(
      FetchSizing.initialRows(StatementText("SELECT CURSOR (SELECT 1 FROM dual) FROM dual")) == FetchSizing.cursors)
    let cursor = ColumnDescription(name: "C", typeCode: .cursor, bufferSize: 4)
    #expect(FetchSizing(columns: [cursor, cursor], fixed: nil).rows == FetchSizing.cursors / 2)
    #expect(FetchSizing(columns: Array(repeating: cursor, count: 40), fixed: nil).rows == 1)
    #expect(FetchSizing(columns: [cursor], fixed: 70).rows == 70)
  }
}
