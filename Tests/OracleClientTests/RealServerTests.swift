import Foundation
import NIOCore
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// What our client must get right with any server: with the stand-in in each release's manner, and with the real Oracle
/// that ORAFERRY_TEST_ORACLE=user@host:port/service and ORAFERRY_TEST_ORACLE_PASSWORD name, where there is one.
///
/// Each test makes one table of its own, named OFC_..., and drops it.
struct RealServerTests {
  enum Place: Sendable, CustomTestStringConvertible {
    case standIn(StandInProfile)
    case real(connectString: String, user: String)

    var testDescription: String {
      switch self {
      case .standIn(let profile): "stand-in \(profile)"
      case .real(let connectString, _): "real \(connectString)"
      }
    }
  }

  private static let variable = "ORAFERRY_TEST_ORACLE"

  static let places: [Place] = {
    let named = ProcessInfo.processInfo.environment[variable].flatMap { text -> Place? in
      let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
      return parts.count == 2 ? .real(connectString: parts[1], user: parts[0]) : nil
    }
    return StandInProfile.allCases.map { .standIn($0) } + (named.map { [$0] } ?? [])
  }()

  @Test func theVariableIsUnderstood() {
    let text = ProcessInfo.processInfo.environment[Self.variable]
    #expect(text == nil || Self.places.count == StandInProfile.allCases.count + 1, "it is user@host:port/service")
  }

  /// Connects, makes a table, works with it, and drops it whatever happened.
  private func work(
    _ place: Place, _ columns: String, _ body: (OracleConnection, String) async throws -> Void
  ) async throws {
    var live: LiveServer?
    let configuration: OracleConnection.Configuration
    switch place {
    case .standIn(let profile):
      live = try await LiveServer.start(profile: profile)
      configuration = try #require(live?.configuration)
    case .real(let connectString, let user):
      configuration = OracleConnection.Configuration(
        connectString: connectString, user: user,
        password: ProcessInfo.processInfo.environment[Self.variable + "_PASSWORD"] ?? "", connectTimeout: 60)
    }
    let connection = try await OracleConnection.connect(configuration)
    let table = "OFC_\(getpid())_\(UInt32.random(in: 0...999_999))"
    try await connection.execute("CREATE TABLE \(table) (\(columns))")
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await body(connection, table))
    } catch {
      outcome = .failure(error)
    }
    await connection.close()
    let cleaner = try await OracleConnection.connect(configuration)
    try await cleaner.execute("DROP TABLE \(table)")
    await cleaner.close()
    await live?.server.stop()
    try outcome.get()
  }

  @Test(arguments: places)
  func everyTypeBothWays(_ place: Place) async throws {
    let columns = """
      id NUMBER(9), a VARCHAR2(50 CHAR), b CHAR(4), c NUMBER, d DATE, e TIMESTAMP(9), f RAW(20), g BINARY_DOUBLE,
      h CLOB, i BLOB, j BINARY_FLOAT, k NVARCHAR2(20), l INTERVAL YEAR(4) TO MONTH, m INTERVAL DAY(9) TO SECOND(9)
      """
    try await work(place, columns) { connection, table in
      let moment = OracleTimestamp(
        year: 2024, month: 2, day: 29, hour: 23, minute: 59, second: 59, nanosecond: 999_999_999)
      var date = moment
      date.nanosecond = 0
      let text = String(repeating: "žluťoučký кот 😀 ", count: 3000)
      let binds: [OracleValue] = [
        .number(OracleNumber(1)), .text("Grüße"), .text("ab"),
        .number(try OracleNumber(decimal: "-1234567890123456789012345678901234567.89")), .date(date),
        .timestamp(moment), .raw([0, 255, 1]), .binaryDouble(-0.1), .text(text),
        .raw([UInt8](repeating: 7, count: 70000)), .binaryFloat(.infinity), .text("日本"),
      ]
      let places = (1...binds.count).map { ":\($0)" }.joined(separator: ", ")
      try await connection.execute(
        """
        INSERT INTO \(table)
        VALUES (\(places), INTERVAL '-12-3' YEAR TO MONTH, INTERVAL '-1 02:03:04.5' DAY TO SECOND)
        """, binds: binds)
      try await connection.execute("INSERT INTO \(table) (id, a) VALUES (2, '')")
      try await connection.commit()
      var expected = binds
      expected[2] = .text("ab  ")
      let rows = try await connection.rows("SELECT * FROM \(table) ORDER BY id")
      try #require(rows.count == 2)
      #expect(Array(rows[0].prefix(binds.count)) == expected)
      #expect(rows[1] == [.number(OracleNumber(2))] + [OracleValue](repeating: .null, count: 13))
      let intervals = try await connection.rows(
        """
        SELECT EXTRACT(YEAR FROM l), EXTRACT(MONTH FROM l), EXTRACT(DAY FROM m), EXTRACT(HOUR FROM m)
        FROM \(table) WHERE id = 1
        """)
      #expect(intervals == [[-12, -3, -1, -2].map { .number(OracleNumber($0)) }])
    }
  }

  @Test(arguments: places)
  func manyRowsOverFetchBorders(_ place: Place) async throws {
    try await work(place, "id NUMBER(9) PRIMARY KEY, name VARCHAR2(40), same VARCHAR2(10)") { connection, table in
      for count in [0, 1, 99, 100, 101, 2500] {
        let rows: [[OracleValue]] = (0..<count).map {
          [.number(OracleNumber($0)), $0 % 7 == 0 ? .null : .text("name \($0)"), .text("same")]
        }
        let inserted = try await connection.executeMany("INSERT INTO \(table) VALUES (:1, :2, :3)", rows: rows)
        #expect(inserted.rowCount == count)
        var next = 0
        for try await batch in try await connection.query("SELECT * FROM \(table) ORDER BY id", fetchSize: 100) {
          for row in 0..<batch.rowCount {
            #expect(try OracleNumber(wireBytes: batch.value(row: row, column: 0) ?? []) == OracleNumber(next))
            let name = batch.value(row: row, column: 1).map(Array.init)
            #expect(name == (next % 7 == 0 ? nil : Array("name \(next)".utf8)))
            #expect(batch.value(row: row, column: 2).map(Array.init) == Array("same".utf8))
            next += 1
          }
        }
        #expect(next == count)
        try await connection.rollback()
      }
    }
  }

  @Test(arguments: places)
  func errorsLeaveTheConnectionUsable(_ place: Place) async throws {
    try await work(place, "id NUMBER(9) PRIMARY KEY") { connection, table in
      try await connection.execute("INSERT INTO \(table) VALUES (1)")
      for (code, sql) in [
        (1, "INSERT INTO \(table) VALUES (1)"), (942, "SELECT * FROM ofc_is_nowhere"),
        (904, "SELECT nowhere FROM \(table)"), (1476, "SELECT 1 / (id - 1) FROM \(table)"),
        (1438, "INSERT INTO \(table) VALUES (1234567890)"),
      ] {
        let error = await #expect(throws: OracleError.self) {
          if sql.hasPrefix("SELECT") {
            _ = try await connection.rows(sql)
          } else {
            try await connection.execute(sql)
          }
        }
        #expect(error?.code == code, "\(sql)")
      }
      let insert = "INSERT INTO \(table) VALUES (:1)"
      let rows: [[OracleValue]] = [5, 1, 6, 1].map { [.number(OracleNumber($0))] }
      let major = connection.serverVersion.split(separator: ".").first.flatMap { Int($0) }
      if try #require(major) < 12 {
        // The failures are not listed: the call fails, and the other rows are there all the same.
        let error = await #expect(throws: OracleError.self) {
          try await connection.executeMany(insert, rows: rows, collectsErrors: true)
        }
        #expect(error?.code == 24381)
      } else {
        let result = try await connection.executeMany(insert, rows: rows, collectsErrors: true)
        #expect(result.batchErrors.map(\.row) == [1, 3])
        #expect(result.batchErrors.map(\.error.code) == [1, 1])
      }
      #expect(try await connection.rows("SELECT COUNT(*) FROM \(table)") == [[.number(OracleNumber(3))]])
      try await connection.rollback()
      try await connection.ping()
    }
  }

  /// Written in pieces, bound, and read back through the locators of a query, with and without what comes along.
  @Test(arguments: places)
  func lobsInPieces(_ place: Place) async throws {
    try await work(place, "id NUMBER(9), c CLOB, n NCLOB, b BLOB") { connection, table in
      let text = String(repeating: "žluťoučký кот 😀 ", count: 3000)
      let values = [Array(text.utf8), Array(text.utf8), [UInt8](repeating: 7, count: 70_001)]
      let kinds: [LOBKind] = [.clob, .nclob, .blob]
      var binds: [OracleValue] = []
      for (kind, value) in zip(kinds, values) {
        let lob = try await connection.temporaryLOB(kind)
        var writer = try await lob.appender()
        for start in stride(from: 0, to: value.count, by: 997) {
          try await writer.write(Array(value[start..<min(start + 997, value.count)]))
        }
        let written = try await writer.finish()
        #expect(try await lob.length() == written)
        binds.append(lob.value)
      }
      try await connection.execute("INSERT INTO \(table) VALUES (1, :1, :2, :3)", binds: binds)
      try await connection.execute("INSERT INTO \(table) VALUES (2, EMPTY_CLOB(), NULL, EMPTY_BLOB())")
      for prefetch in [0, 1000] {
        let rows = try await connection.query(
          "SELECT c, n, b FROM \(table) ORDER BY id", lobs: .locators(prefetch: prefetch))
        for try await batch in rows {
          try #require(batch.rowCount == 2)
          for (column, value) in values.enumerated() {
            let lob = try #require(try rows.lob(in: batch, row: 0, column: column))
            var read: [UInt8] = []
            for try await piece in lob.pieces(count: 10_007) { read += piece }
            #expect(read == value)
            #expect(try await lob.read() == value)
            let empty = try rows.lob(in: batch, row: 1, column: column)
            #expect((empty == nil) == (column == 1))
            if let empty { #expect(try await empty.read() == []) }
          }
        }
      }
    }
  }
}
