import Ledger
import Model
import OracleClient
import OracleStandIn
import OracleWire
import PostgresClient
import Testing

@testable import Transfer

/// Rows with large LOBs come one by one behind the others, and every row comes once.
@Suite("Lanes of LOBs") struct LOBLanesTests {
  private static let rows = 200
  /// Those with a CLOB of 3,000 characters or a BLOB of 2,000 bytes.
  private static let largeRows: Set<Int> = [33, 50, 100, 150, 200]

  private static let mapping = TableMapping(
    sourceOwner: "OT", sourceName: "NOTES", target: QualifiedName(schema: "public", name: "notes"),
    columns: [
      ColumnMapping(
        sourceName: "ID", oracleType: .number(precision: 9, scale: 0), targetName: "id", postgresType: .integer,
        isNullable: false),
      ColumnMapping(
        sourceName: "BODY", oracleType: .clob, targetName: "body", postgresType: .text, isNullable: true),
      ColumnMapping(
        sourceName: "PICTURE", oracleType: .blob, targetName: "picture", postgresType: .bytea, isNullable: true),
    ])

  private func withNotes(_ body: (OracleConnection) async throws -> Void) async throws {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connection = try await OracleConnection.connect(
      .init(
        host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "OT", password: "secret",
        connectTimeout: 300))
    do {
      for statement in [
        "CREATE TABLE notes (id NUMBER(9) PRIMARY KEY, body CLOB, picture BLOB)",
        """
        INSERT INTO notes SELECT LEVEL, RPAD('\u{E4}', CASE MOD(LEVEL, 50) WHEN 0 THEN 3000 ELSE 20 END, 'x'),
        HEXTORAW('00FF') FROM dual CONNECT BY LEVEL <= \(Self.rows)
        """,
        "UPDATE notes SET body = NULL, picture = NULL WHERE MOD(id, 7) = 0 AND MOD(id, 50) <> 0",
        "UPDATE notes SET picture = HEXTORAW(RPAD('AB', 4000, 'AB')) WHERE id IN (33, 100)",
      ] { _ = try await connection.execute(statement) }
      try await connection.commit()
      try await body(connection)
    } catch {
      await server.stop()
      throw error
    }
    await connection.close()
    await server.stop()
  }

  private func scn(_ connection: OracleConnection) async throws -> UInt64 {
    let value = try await connection.rows("SELECT current_scn FROM v$database").first?.first
    guard case .number(let number) = try #require(value) else { return 0 }
    return UInt64(number.intValue ?? 0)
  }

  /// The numbers of the rows of each batch.
  private func numbers(_ rows: LaneRows) async throws -> [[Int]] {
    var numbers: [[Int]] = []
    for try await batch in rows {
      numbers.append(
        try (0..<batch.rows.rowCount).map { row in
          let bytes = try #require(batch.rows.value(row: row, column: 0))
          return try #require(try OracleNumber(wireBytes: bytes).intValue)
        })
    }
    return numbers
  }

  @Test("small rows come first, large ones one by one, each once", arguments: [false, true])
  func twoLanes(inRanges: Bool) async throws {
    try await withNotes { connection in
      let middle = try await connection.rows("SELECT ROWID FROM notes WHERE id = 90")
      guard case .text(let address)? = middle.first?.first else {
        Issue.record("no address: \(middle)")
        return
      }
      let scn = try await scn(connection)
      _ = try await connection.execute("DELETE FROM notes WHERE id IN (1, 50)")
      try await connection.commit()
      var small: [Int] = []
      var large: [Int] = []
      for range in inRanges ? RowRange.ranges(cutAt: [address]) : [RowRange()] {
        let plan = try CopyPlan(mapping: Self.mapping, scn: scn, range: range)
        let rows = try await LOBLanes(plan: plan, limit: 1_000).open(on: connection, fetchSize: nil)
        #expect(rows.large != nil)
        for batch in try await numbers(rows) {
          if batch.contains(where: Self.largeRows.contains) {
            #expect(batch.count == 1)
            large += batch
          } else {
            small += batch
          }
        }
      }
      #expect(large.sorted() == Self.largeRows.sorted())
      #expect((small + large).sorted() == Array(1...Self.rows))
    }
  }

  @Test("rows that are all small, and those without LOBs, are read by one query") func oneLane() async throws {
    try await withNotes { connection in
      let plan = try CopyPlan(mapping: Self.mapping, scn: nil)
      let usual = try await LOBLanes(plan: plan).open(on: connection, fetchSize: nil)
      #expect(usual.large == nil)
      #expect(try await numbers(usual).joined().sorted() == Array(1...Self.rows))
      // Without an SCN two queries might see different rows: all are fetched one by one.
      let careful = try await LOBLanes(plan: plan, limit: 1_000).open(on: connection, fetchSize: nil)
      #expect(careful.large == nil)
      #expect(try await numbers(careful).map(\.count) == Array(repeating: 1, count: Self.rows))
      var withoutLOBs = Self.mapping
      withoutLOBs.columns.removeLast(2)
      let plain = try await LOBLanes(plan: CopyPlan(mapping: withoutLOBs, scn: nil), limit: 1).open(
        on: connection, fetchSize: nil)
      #expect(plain.large == nil)
      _ = try await connection.execute("DELETE FROM notes")
      let empty = try await LOBLanes(plan: plan, limit: 1).open(on: connection, fetchSize: nil)
      #expect(empty.large == nil)
      #expect(try await numbers(empty).isEmpty)
    }
  }

  @Test("a copy in two lanes has every row with its values") func copied() async throws {
    let target = try await TableCopyTests.Target()
    try await withNotes { connection in
      var options = TableCopy.Options()
      options.largeLOB = 1_000
      let copy = try TableCopy(
        Self.mapping, scn: try await scn(connection),
        createStatements: ["CREATE TABLE public.notes (id integer NOT NULL, body text, picture bytea)"],
        options: options)
      let outcome = try await copy.run(from: connection, to: target.session, for: target.run)
      guard case .copied(let counts, _) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(counts.rowsRead == Self.rows && counts.rowsLoaded == Self.rows)
      let sums = """
        SELECT concat_ws(' ', count(*), sum(id), count(body), sum(length(body)), sum(octet_length(body)),
          count(picture), sum(octet_length(picture))) FROM public.notes
        """
      let nulls = (1...Self.rows).filter { $0 % 7 == 0 && $0 % 50 != 0 }.count
      let filled = Self.rows - nulls
      let characters = 4 * 3_000 + (filled - 4) * 20
      let bytes = 2 * 2_000 + (filled - 2) * 2
      let expected = "200 20100 \(filled) \(characters) \(characters + filled) \(filled) \(bytes)"
      #expect(try await target.session.execute(sums).firstValue == expected)
    }
  }
}
