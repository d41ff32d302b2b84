import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// LOBs that blocks and RETURNING INTO bring back.
@Suite struct OutputLOBTests {
  private func work(
    _ profile: StandInProfile = .release23ai, _ body: (OracleConnection) async throws -> Void
  ) async throws {
    let live = try await LiveServer.start(profile: profile)
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE t (id NUMBER, c CLOB, nc NCLOB, b BLOB)")
    try await body(connection)
    await connection.close()
    await live.server.stop()
  }

  private static let long = String(repeating: "grüße 🚢 ", count: 9000)

  @Test(arguments: StandInProfile.allCases) func ofABlock(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      let outputs = try await connection.execute(
        "BEGIN :c := 'ä🚢'; :n := 'ä🚢'; :e := NULL; SELECT HEXTORAW('010203') INTO :b FROM dual; END;",
        through: [.out(.clob), .out(.nclob), .out(.clob), .out(.blob)])
      let lobs = outputs.values.map { $0.first?.lob }
      #expect(lobs.map { $0?.kind } == [.clob, .nclob, nil, .blob])
      #expect(try await lobs[0]?.text() == "ä🚢")
      #expect(try await lobs[1]?.length() == 3)
      #expect(outputs.values[2].map(\.value) == [.null])
      #expect(try await lobs[3]?.read() == [1, 2, 3])
      // They are the session's own: it may write to them, and bind them.
      let clob = try #require(lobs[0])
      #expect(clob.isTemporary)
      try await clob.write(Self.long)
      try await connection.execute("INSERT INTO t (c) VALUES (:1)", binds: [clob.value])
      #expect(try await connection.rows("SELECT c FROM t") == [[.text(Self.long)]])
    }
  }

  @Test(arguments: StandInProfile.allCases) func ofRETURNING(_ profile: StandInProfile) async throws {
    try await work(profile) { connection in
      let one = try await connection.execute(
        "INSERT INTO t VALUES (1, :1, :2, HEXTORAW('00FF')) RETURNING id, c, nc, b INTO :3, :4, :5, :6",
        through: [
          .value(.text(Self.long)), .value(.text("ü")), .out(.number), .out(.clob), .out(.nclob), .out(.blob),
        ])
      #expect(one.values[2].map(\.value) == [.number(OracleNumber(1))])
      let clob = try #require(one.values[3].first?.lob)
      #expect(!clob.isTemporary)
      #expect(try await clob.text() == Self.long)
      #expect(try await clob.text(offset: 10, count: 5) == "grüße")
      #expect(try await one.values[4].first?.lob?.text() == "ü")
      #expect(try await one.values[5].first?.lob?.read() == [0, 0xFF])
      try await connection.execute("INSERT INTO t (id) VALUES (2)")
      let all = try await connection.execute(
        "UPDATE t SET id = id + 10 RETURNING c INTO :1", through: [.out(.clob)])
      #expect(all.values[0].map { $0.lob == nil } == [false, true])
      #expect(all.values[0].map { $0.value == .null } == [false, true])
      let none = try await connection.execute("DELETE FROM t WHERE id = 0 RETURNING c INTO :1", through: [.out(.clob)])
      #expect(none.values[0].isEmpty)
    }
  }

  @Test func thatABlockChanges() async throws {
    try await work { connection in
      let given = try await connection.temporaryLOB(.clob)
      try await given.write("ab")
      let outputs = try await connection.execute(
        "BEGIN :c := :c || 'cd'; END;", through: [.inOut(given.value, .clob)])
      // It is the same LOB as before, with what the block made of it.
      #expect(outputs.values[0].first?.lob === given)
      #expect(try await given.length() == 4)
      #expect(try await given.text() == "abcd")
      let made = try await connection.execute("BEGIN :c := NVL(:c, 'x'); END;", through: [.inOut(.null, .clob)])
      #expect(try await made.values[0].first?.lob?.text() == "x")
      let error = await #expect(throws: OracleBindError.self) {
        _ = try await connection.execute("BEGIN :c := :c; END;", through: [.inOut(given.value, .nclob)])
      }
      #expect(error?.description == "bind 1 has a CLOB and comes back as NCLOB")
    }
  }

  @Test func areFreedWithTheirHandles() async throws {
    try await work { connection in
      func made() async throws -> LOBLocator {
        let outputs = try await connection.execute("BEGIN :c := 'x'; END;", through: [.out(.clob)])
        let lob = try #require(outputs.values[0].first?.lob)
        #expect(try await lob.text() == "x")
        return lob.locator
      }
      func isGone(_ locator: LOBLocator) async throws -> Bool {
        let request = LOBRequest(LOBRequest.length, locator: locator.bytes, amount: 0)
        do {
          _ = try await connection.call(.lob(request))
          return false
        } catch let error as OracleError {
          return error.code == 22275
        }
      }
      #expect(try await isGone(made()))
      // One whose call is of no use, as another value was cut off, is freed too.
      let error = await #expect(throws: OracleError.self) {
        _ = try await connection.execute(
          "BEGIN :c := 'x'; :t := 'too long'; END;", through: [.out(.clob), .out(.text(bytes: 2))])
      }
      #expect(error?.code == 6502)
      let kept = try await connection.execute("BEGIN :c := 'x'; END;", through: [.out(.clob)])
      try await connection.ping()
      #expect(try await !isGone(#require(kept.values[0].first?.lob).locator))
    }
  }
}
