import NIOCore
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

extension LOBKind {
  var textOrBytes: [UInt8] { isText ? Array(LOBTextTests.text.utf8) : (0...255).map { UInt8($0) } }
}

/// LOBs through locators, from the stand-in in the manners of every release.
@Suite struct OracleLOBTests {
  /// Runs a test on a connection of its own.
  static func with(
    _ profile: StandInProfile, dataUnit: UInt32 = 65536, _ body: (OracleConnection) async throws -> Void
  ) async throws {
    let live = try await LiveServer.start(profile: profile, dataUnit: dataUnit)
    let connection = try await live.connect()
    try await body(connection)
    await connection.close()
    await live.server.stop()
  }

  /// The LOBs of a query's first column.
  static func lobs(
    _ connection: OracleConnection, _ sql: String, prefetch: Int = 0, fetchSize: Int? = nil
  ) async throws -> [OracleLOB?] {
    let rows = try await connection.query(sql, fetchSize: fetchSize, lobs: .locators(prefetch: prefetch))
    var found: [OracleLOB?] = []
    for try await batch in rows {
      for row in 0..<batch.rowCount { found.append(try rows.lob(in: batch, row: row, column: 0)) }
    }
    return found
  }

  @Test(arguments: StandInProfile.allCases, LOBKind.allCases)
  func thereAndBack(profile: StandInProfile, kind: LOBKind) async throws {
    try await Self.with(profile) { connection in
      try await connection.execute("CREATE TABLE t (id NUMBER, v \(kind.name))")
      let value = kind.textOrBytes
      let units = kind.isText ? LOBTextTests.text.utf16.count : value.count
      let lob = try await connection.temporaryLOB(kind)
      #expect(lob.isTemporary && lob.kind == kind)
      #expect(try await lob.length() == 0)
      #expect(try await lob.read() == [])
      #expect(try await lob.write(value) == units)
      #expect(try await lob.length() == units)
      #expect(try await lob.chunkSize() > 0)
      #expect(try await lob.read() == value)
      try await connection.execute("INSERT INTO t VALUES (1, :1)", binds: [lob.value])
      try await connection.executeMany(
        "INSERT INTO t VALUES (:1, :2)",
        rows: [[.number(OracleNumber(2)), lob.value], [.number(OracleNumber(3)), .null]])
      let found = try await Self.lobs(connection, "SELECT v FROM t ORDER BY id")
      #expect(found.map { $0 == nil } == [false, false, true])
      for case let other? in found {
        #expect(!other.isTemporary && other.kind == kind)
        #expect(try await other.length() == units)
        #expect(try await other.read() == value)
        #expect(try await other.read(offset: units + 1) == [])
        #expect(try await other.read(offset: units + 1000, count: 5) == [])
        try await other.free()
        #expect(try await other.read(count: 3) == Array(value[..<3]))
      }
      // In-line they are the same.
      let inline = try await connection.rows("SELECT v FROM t ORDER BY id")
      let whole: OracleValue = kind.isText ? .text(LOBTextTests.text) : .raw(value)
      #expect(inline == [[whole], [whole], [.null]])
    }
  }

  @Test(arguments: LOBKind.allCases) func writesTrimsOpensAndCloses(kind: LOBKind) async throws {
    try await Self.with(.release23ai) { connection in
      let lob = try await connection.temporaryLOB(kind)
      try await lob.write("abcdefgh")
      try await lob.write("abc", at: 7)
      #expect(try await lob.text() == "abcdefabc")
      try await lob.trim(to: 4)
      #expect(try await lob.length() == 4)
      #expect(try await lob.text() == "abcd")
      try await lob.write("z", at: 7)
      #expect(try await lob.text() == (kind.isText ? "abcd  z" : "abcd\0\0z"))
      #expect(try await !lob.isOpen())
      try await lob.open()
      #expect(try await lob.isOpen())
      let twice = await #expect(throws: OracleError.self) { try await lob.open() }
      #expect(twice?.code == 22293)
      try await lob.close()
      #expect(try await !lob.isOpen())
      let tooLong = await #expect(throws: OracleError.self) { try await lob.trim(to: 100) }
      #expect(tooLong?.code == 22926)
      for offset in [0, -1] {
        await #expect(throws: OracleLOBError.offset(offset)) { try await lob.write("x", at: offset) }
        await #expect(throws: OracleLOBError.offset(offset)) { try await lob.read(offset: offset) }
      }
      await #expect(throws: OracleLOBError.count(-1)) { try await lob.trim(to: -1) }
      #expect(try await lob.write([]) == 0)
      if kind.isText {
        await #expect(throws: OracleLOBError.notUTF8) { try await lob.write([0xFF]) }
        await #expect(throws: OracleLOBError.endsWithinCharacter) { try await lob.write([0xE2, 0x82]) }
      }
      #expect(try await lob.length() == 7)
    }
  }

  @Test(arguments: StandInProfile.allCases) func whatWasFreedIsUnknown(profile: StandInProfile) async throws {
    try await Self.with(profile) { connection in
      let lob = try await connection.temporaryLOB(.clob)
      try await lob.write("x")
      try await lob.free()
      try await lob.free()
      for _ in 1...2 {
        let read = await #expect(throws: OracleError.self) { try await lob.read() }
        #expect(read?.code == 22275)
        let length = await #expect(throws: OracleError.self) { try await lob.length() }
        #expect(length?.code == 22275)
      }
      try await connection.execute("CREATE TABLE t (v CLOB)")
      let bound = await #expect(throws: OracleError.self) {
        try await connection.execute("INSERT INTO t VALUES (:1)", binds: [lob.value])
      }
      #expect(bound?.code == 22275)
      // The session goes on.
      #expect(try await connection.rows("SELECT COUNT(*) FROM t") == [[.number(.zero)]])
    }
  }

  @Test func aTemporaryLOBThatNobodyHasIsFreedWithTheNextCall() async throws {
    try await Self.with(.release19c) { connection in
      var lob: OracleLOB? = try await connection.temporaryLOB(.blob)
      try await lob?.write([1, 2, 3])
      let locator = try #require(lob?.locator)
      let length = { () async throws in
        try await connection.call(.lob(LOBRequest(LOBRequest.length, locator: locator.bytes, amount: 0))).lob?.amount
      }
      var value = lob?.value
      lob = nil
      // The value keeps it, as it would in a row of binds.
      try await connection.ping()
      #expect(try await length() == 3)
      #expect(value != nil)
      value = nil
      let error = await #expect(throws: OracleError.self) { try await length() }
      #expect(error?.code == 22275)
    }
  }

  /// A function of SQL gives no temporary LOB here, so that the rows are made by hand.
  @Test func temporaryLOBsOfABatchAreFreedWhenItIsOver() async throws {
    try await Self.with(.release23ai) { connection in
      var column = ColumnDescription(name: "C", typeCode: .clob, bufferSize: 4000)
      column.locatorPrefetch = 0
      let lobs = BatchLOBs(columns: [column], connection: connection)
      func batch(_ locators: [LOBLocator]) -> RowBatch {
        var (bytes, cells) = ([UInt8](), [RowBatch.Cell]())
        for locator in locators {
          var writer = TTCWriter()
          writer.count(locator.bytes.count)
          writer.ub8(0)
          writer.ub4(8132)
          writer.clr(locator.bytes)
          cells.append(RowBatch.Cell(offset: UInt32(bytes.count), length: Int32(writer.buffer.readableBytes)))
          bytes += writer.buffer.readableBytesView
        }
        return RowBatch(columnCount: 1, rowCount: locators.count, bytes: bytes, cells: cells)
      }
      // Made without an owner here: as if a query had given them.
      var locators: [LOBLocator] = []
      for _ in 1...3 {
        let reply = try await connection.call(.lob(LOBRequest(temporary: .clob, characterSet: 873))).lob
        locators.append(try LOBLocator(try #require(reply).locator))
      }
      func isThere(_ place: Int) async throws -> Bool {
        let request = LOBRequest(LOBRequest.length, locator: locators[place].bytes, amount: 0)
        do {
          _ = try await connection.call(.lob(request))
          return true
        } catch let error as OracleError where error.code == 22275 {
          return false
        }
      }
      let first = batch([locators[0], locators[1], locators[1]])
      try lobs.follow(first)
      let taken = try lobs.lob(first, row: 2, column: 0)
      #expect(try lobs.lob(first, row: 1, column: 0) === taken)
      try lobs.follow(batch([locators[2]]))
      #expect(try await !isThere(0))
      #expect(try await isThere(1))
      #expect(throws: OracleLOBError.gone) { try lobs.lob(first, row: 0, column: 0) }
      try lobs.follow(nil)
      #expect(try await !isThere(2))
      #expect(try await taken?.length() == 0)
    }
  }

  @Test(arguments: [0, 1, 2, 5, 100, 4000] as [Int]) func whatComesWithTheRow(prefetch: Int) async throws {
    try await Self.with(.release23ai) { connection in
      try await connection.execute("CREATE TABLE t (id NUMBER, c CLOB, n NCLOB, b BLOB)")
      let text = "🚢x🚢" + String(repeating: "z", count: 300)
      let bytes = [UInt8](repeating: 200, count: 304)
      let (clob, nclob) = (try await connection.temporaryLOB(.clob), try await connection.temporaryLOB(.nclob))
      try await clob.write(text)
      try await nclob.write(text)
      try await connection.execute(
        "INSERT INTO t VALUES (1, :1, :2, :3)", binds: [clob.value, nclob.value, .raw(bytes)])
      try await connection.execute("INSERT INTO t VALUES (2, EMPTY_CLOB(), NULL, EMPTY_BLOB())")
      let rows = try await connection.query(
        "SELECT c, id, n, b FROM t ORDER BY id", lobs: .locators(prefetch: prefetch))
      #expect(rows.columns.map(\.locatorPrefetch) == [prefetch, nil, prefetch, prefetch])
      for try await batch in rows {
        #expect(batch.rowCount == 2)
        for column in [0, 2, 3] {
          let lob = try #require(try rows.lob(in: batch, row: 0, column: column))
          #expect(try await lob.length() == (column == 3 ? 304 : text.utf16.count))
          #expect(try await lob.read() == (column == 3 ? bytes : Array(text.utf8)))
          var whole: [UInt8] = []
          for try await piece in lob.pieces() { whole += piece }
          #expect(whole == (column == 3 ? bytes : Array(text.utf8)))
          // At most what was asked for came along, without a half of a character.
          let most = prefetch == 1 || prefetch == 4 ? 0 : prefetch
          if column != 3, prefetch <= 2 { #expect((lob.start?.count ?? 0) == most) }
        }
        #expect(try rows.lob(in: batch, row: 1, column: 2) == nil)
        for column in [0, 3] {
          let empty = try #require(try rows.lob(in: batch, row: 1, column: column))
          #expect(try await empty.length() == 0)
          #expect(try await empty.read() == [])
          for try await piece in empty.pieces() { Issue.record("a piece of nothing: \(piece.count)") }
        }
        #expect(throws: WireError.self) { try rows.lob(in: batch, row: 0, column: 1) }
      }
    }
  }

  @Test func locatorsOutliveTheirCursor() async throws {
    try await Self.with(.release12dot1) { connection in
      try await connection.execute("CREATE TABLE t (id NUMBER, v CLOB)")
      try await connection.executeMany(
        "INSERT INTO t VALUES (:1, :2)", rows: (1...50).map { [.number(OracleNumber($0)), .text("value \($0)")] })
      let lobs = try await Self.lobs(connection, "SELECT v FROM t ORDER BY id", fetchSize: 7)
      // The cursor is closed by the next call.
      try await connection.ping()
      for (index, lob) in lobs.enumerated() { #expect(try await lob?.text() == "value \(index + 1)") }
    }
  }

  @Test func aLOBOfATableNeedsItsRowLocked() async throws {
    try await Self.with(.release23ai) { connection in
      try await connection.execute("CREATE TABLE t (v CLOB)")
      try await connection.execute("INSERT INTO t VALUES ('abc')")
      let lob = try #require(try await Self.lobs(connection, "SELECT v FROM t").first ?? nil)
      let error = await #expect(throws: OracleError.self) { try await lob.write("x") }
      #expect(error?.code == 22920)
      #expect(try await lob.text() == "abc")
    }
  }

  @Test func rangesThatCutACharacterAreRefused() async throws {
    try await Self.with(.release23ai) { connection in
      let lob = try await connection.temporaryLOB(.clob)
      try await lob.write("a🚢b")
      #expect(try await lob.text(offset: 2, count: 2) == "🚢")
      await #expect(throws: OracleLOBError.cutCharacter) { try await lob.text(offset: 1, count: 2) }
      await #expect(throws: OracleLOBError.cutCharacter) { try await lob.text(offset: 3) }
      await #expect(throws: OracleLOBError.cutCharacter) {
        for try await _ in lob.pieces(from: 3) {}
      }
      #expect(try await lob.text() == "a🚢b")
    }
  }

  @Test func aQueryWithoutLOBsTakesNoNoticeOfTheOption() async throws {
    try await Self.with(.release23ai) { connection in
      let rows = try await connection.query("SELECT 1 a FROM dual", lobs: .locators(prefetch: 10))
      for try await batch in rows {
        #expect(batch.rowCount == 1)
        #expect(throws: OracleLOBError.self) { try rows.lob(in: batch, row: 0, column: 0) }
      }
      await #expect(throws: OracleLOBError.self) {
        _ = try await connection.query("SELECT 1 a FROM dual", lobs: .locators(prefetch: -1))
      }
    }
  }

  @Test func kindsOfOneBindAgree() async throws {
    try await Self.with(.release23ai) { connection in
      let (clob, nclob) = (try await connection.temporaryLOB(.clob), try await connection.temporaryLOB(.nclob))
      try await connection.execute("CREATE TABLE t (v CLOB)")
      let error = await #expect(throws: OracleBindError.self) {
        try await connection.executeMany("INSERT INTO t VALUES (:1)", rows: [[clob.value], [nclob.value]])
      }
      #expect(error?.description == "bind 1 has values of type CLOB and of type NCLOB")
    }
  }
}
