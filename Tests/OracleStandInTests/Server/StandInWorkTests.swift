import NIOCore
import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Calls of a session") struct StandInWorkTests {
  private static let text = ColumnMetadata(typeCode: .varchar, bufferSize: 1)

  @Test("no more than so many cursors are open, and the client makes room") func openCursors() throws {
    let played = PlayedWork(try TestDatabase())
    for _ in 0..<StandInCursors.most { #expect(try played.execute("SELECT 1 FROM dual") == nil) }
    let error = try #require(try played.execute("SELECT 1 FROM dual"))
    #expect(error.errorNumber == 1000)
    #expect(try played.execute("SELECT 1 FROM dual", closing: [1]) == nil)
  }

  @Test("a call that fails leaves no cursor behind that its client could not close") func failures() throws {
    let played = PlayedWork(try TestDatabase())
    for _ in 0...StandInCursors.most {
      let error = try #require(try played.execute("BEGIN INSERT INTO nothing VALUES (1); END;"))
      #expect(error.errorNumber == 942)
      #expect(error.cursor == 0)
    }
  }

  @Test("cursors that a block opens are counted too") func openedByBlocks() throws {
    let played = PlayedWork(try TestDatabase())
    let block = "BEGIN OPEN :c FOR SELECT 1 FROM dual; END;"
    let bind = [ColumnMetadata(typeCode: .cursor, bufferSize: 4)]
    for _ in 0..<StandInCursors.most / 2 { #expect(try played.execute(block, binds: bind, values: [nil]) == nil) }
    let error = try #require(try played.execute(block, binds: bind, values: [nil]))
    #expect(error.errorNumber == 1000)
  }

  @Test("numbers are given again, but never while they are in use") func numbers() throws {
    let test = try TestDatabase()
    let statement = try test.session.prepare("SELECT 1 FROM dual")
    var cursors = StandInCursors()
    let first = try cursors.register(StandInOpenCursor(identifier: 0, statement: statement))
    for _ in 0..<70_000 {
      let next = try cursors.register(StandInOpenCursor(identifier: 0, statement: statement))
      #expect(next.identifier != first.identifier && next.identifier <= UInt32(UInt16.max))
      cursors.close([next.identifier])
    }
  }

  @Test("a number that was never given is no cursor, with a text or without") func unknownCursor() throws {
    let played = PlayedWork(try TestDatabase())
    let error = try #require(try played.execute("SELECT 1 FROM dual", cursor: 70_000))
    #expect(error.errorNumber == 1001)
    let fetch = try played.call { writer, dialect in
      FetchRequest(cursor: 7, rows: 1).write(sequence: 1, to: &writer, dialect: dialect)
    }
    #expect(fetch?.errorNumber == 1001)
  }

  @Test("after the logoff nothing goes") func logoff() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (a NUMBER)")
    let played = PlayedWork(test)
    #expect(try played.execute("INSERT INTO t VALUES (1)") == nil)
    #expect(try played.call(.logoff) == nil)
    #expect(!test.session.isInTransaction)
    #expect(try played.call(.ping)?.errorNumber == 1012)
    #expect(try played.execute("INSERT INTO t VALUES (1)")?.errorNumber == 1012)
    #expect(try played.execute("SELECT nothing FROM nowhere", cursor: 1)?.errorNumber == 1012)
    #expect(!test.session.isInTransaction)
  }

  @Test("an error is the whole answer, whatever was written before it") func partOfAnAnswer() throws {
    let played = PlayedWork(try TestDatabase())
    let error = try #require(
      try played.execute(
        "BEGIN :a := 'x'; :b := 'too long'; END;", binds: [Self.text, Self.text], values: [nil, nil]))
    #expect(error.errorNumber == 6502)
  }

  @Test("a cursor is not opened into a bind of text") func cursorIntoText() throws {
    let played = PlayedWork(try TestDatabase())
    let error = try #require(
      try played.execute("BEGIN OPEN :c FOR SELECT 1 FROM dual; END;", binds: [Self.text], values: [nil]))
    #expect(error.errorNumber == 6550)
  }

  @Test("the fault of one statement is not told of the next") func faultsOfStatements() throws {
    let played = PlayedWork(try TestDatabase())
    #expect(try played.execute("SELEC 1 FROM dual")?.errorNumber == 900)
    #expect(try played.call(.ping) == nil)
    let unknown = try played.call { writer, _ in
      writer.u8(MessageType.function.rawValue)
      writer.raw([200, 1, 0])
    }
    #expect(unknown?.errorNumber == 3001)
  }

  @Test("a second logon on a connection ends the first one's session") func secondLogon() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (a NUMBER)")
    let calls = StandInCalls(database: test.database, options: StandInServer.Options(), offersEndOfResponse: false)
    try logOn(calls)
    let first = try #require(calls.work?.session)
    _ = try first.execute(first.prepare("INSERT INTO t VALUES (1)"))
    #expect(first.isInTransaction)
    try logOn(calls)
    #expect(!first.isInTransaction)
    #expect(calls.work != nil && calls.work?.session !== first)
  }

  private func logOn(_ calls: StandInCalls) throws {
    var call = TTCWriter()
    AuthenticationRequest(user: "APP", mode: .logon, pairs: []).write(
      .authenticationOne, sequence: 1, to: &call, dialect: calls.dialect)
    let answers = try calls.receive(call.buffer, packetIsShort: true, moreFollows: false)
    var reader = TTCReader(Array(try #require(answers.first).message.readableBytesView))
    try reader.skip(1)
    let client = try ClientLogon(challenge: AuthenticationResponse(from: &reader), user: "APP", password: "secret")
    var answer = TTCWriter()
    AuthenticationRequest(user: "APP", mode: [.logon, .withPassword], pairs: client.pairs).write(
      .authenticationTwo, sequence: 2, to: &answer, dialect: calls.dialect)
    _ = try calls.receive(answer.buffer, packetIsShort: true, moreFollows: false)
  }
}
