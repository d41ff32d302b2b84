import PostgresClient
import Synchronization
import Testing

@Suite struct PostgresSessionCopyTests {
  private static let copyIn = "COPY t FROM STDIN (FORMAT binary)"
  private static let copyOut = "COPY (SELECT * FROM t ORDER BY a) TO STDOUT (FORMAT binary)"

  private func sessionWithTable() async throws -> PostgresSession {
    let session = try await PrivateServer.session()
    _ = try await session.execute("CREATE TEMP TABLE t(a int, b text)")
    return session
  }

  private func rows(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { BinaryCopy.row([BinaryCopy.int4($0), $0 % 3 == 0 ? nil : Array("row \($0)".utf8)]) }
  }

  @Test(arguments: [1, 7, 1000, 1 << 20])
  func bothWaysCutAnywhere(_ size: Int) async throws {
    let session = try await sessionWithTable()
    let sent = BinaryCopy.header + rows(100) + BinaryCopy.trailer
    try await session.copyIn(Self.copyIn)
    for start in stride(from: 0, to: sent.count, by: size) {
      try await session.sendCopyData(Array(sent[start..<min(start + size, sent.count)]))
    }
    #expect(try await session.endCopyIn() == 100)
    let nulls = try await session.execute("SELECT count(*) FROM t WHERE b IS NULL AND a % 3 = 0")
    #expect(nulls.firstValue == "34")
    let received = try await session.copyOut(Self.copyOut, folding: [UInt8]()) { $0.append(contentsOf: $1) }
    #expect(received == sent)
  }

  @Test func rawMemoryAndPrefixes() async throws {
    let session = try await sessionWithTable()
    let sent = BinaryCopy.header + rows(10)
    try await session.copyIn(Self.copyIn)
    try await session.sendCopyData(sent + [1, 2, 3], count: sent.count)
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
    memory.copyBytes(from: BinaryCopy.trailer)
    try await session.sendCopyData(UnsafeRawBufferPointer(memory))
    memory.deallocate()
    let beyond = await #expect(throws: PostgresError.self) { try await session.sendCopyData([1], count: 2) }
    #expect(beyond?.message.contains("1 at hand") == true)
    #expect(try await session.endCopyIn() == 10)
  }

  @Test func rowsAreCounted() async throws {
    let session = try await sessionWithTable()
    let chunks = Atomic(0)
    let count = try await session.copyOut("COPY (SELECT generate_series(1, 1000)) TO STDOUT (FORMAT binary)") { _ in
      chunks.add(1, ordering: .relaxed)
    }
    #expect(count == 1000)
    #expect(chunks.load(ordering: .relaxed) >= 1000)
  }

  @Test func abortedCopiesLeaveNothing() async throws {
    let session = try await sessionWithTable()
    try await session.copyIn(Self.copyIn)
    try await session.sendCopyData(BinaryCopy.header + rows(10))
    try await session.abortCopyIn(reason: "a test")
    try await session.abortCopyIn(reason: "twice")
    #expect(try await session.execute("SELECT count(*) FROM t").firstValue == "0")
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await session.transaction { session in
        try await session.copyIn(Self.copyIn)
        try await session.sendCopyData(BinaryCopy.header + rows(10))
        throw Stop()
      }
    }
    #expect(try await session.execute("SELECT count(*) FROM t").firstValue == "0")
    #expect(await !session.isInTransaction)
  }

  @Test func badRowsNameLineAndColumnOnly() async throws {
    let session = try await sessionWithTable()
    try await session.copyIn(Self.copyIn)
    let bad = BinaryCopy.row([BinaryCopy.int4(11), Array("secret \u{0}".utf8)])
    try await session.sendCopyData(BinaryCopy.header + rows(10) + bad + BinaryCopy.trailer)
    let error = await #expect(throws: PostgresError.self) { try await session.endCopyIn() }
    #expect(error?.sqlState == "22021")
    #expect(error?.copyPlace == "COPY t, line 11, column b")
    #expect(error?.description.contains("COPY t, line 11, column b") == true)
    #expect(error?.description.contains("secret") == false)
    #expect(try await session.execute("SELECT 1").firstValue == "1")
  }

  @Test func aRefusedRowEndsTheSendingSoon() async throws {
    let session = try await sessionWithTable()
    try await session.copyIn(Self.copyIn)
    try await session.sendCopyData(BinaryCopy.header + BinaryCopy.row([BinaryCopy.int4(1)]))
    let more = rows(1000)
    var sends = 0
    let error = await #expect(throws: PostgresError.self) {
      while sends < 100_000 {
        try await session.sendCopyData(more)
        sends += 1
      }
    }
    #expect(error?.sqlState == "22P04")
    #expect(sends < 100_000)
    let over = await #expect(throws: PostgresError.self) { try await session.sendCopyData([1]) }
    #expect(over?.sqlState == "55000")
    #expect(try await session.execute("SELECT count(*) FROM t").firstValue == "0")
  }

  @Test func statementsDuringACopyAreRefused() async throws {
    let session = try await sessionWithTable()
    try await session.copyIn(Self.copyIn)
    for attempt in 0..<2 {
      let error = await #expect(throws: PostgresError.self) {
        if attempt == 0 { _ = try await session.execute("SELECT 1") } else { try await session.copyIn(Self.copyIn) }
      }
      #expect(error?.sqlState == "55000")
    }
    try await session.sendCopyData(BinaryCopy.header + rows(3) + BinaryCopy.trailer)
    #expect(try await session.endCopyIn() == 3)
    let noCopy = await #expect(throws: PostgresError.self) { try await session.copyIn("SELECT 1") }
    #expect(noCopy?.sqlState == "0A000")
    let noCopyOut = await #expect(throws: PostgresError.self) { try await session.copyOut("SELECT 1") { _ in } }
    #expect(noCopyOut?.sqlState == "0A000")
  }

  @Test func aConsumerThatThrowsEndsTheCopy() async throws {
    let session = try await sessionWithTable()
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await session.copyOut("COPY (SELECT generate_series(1, 100000000)) TO STDOUT (FORMAT binary)") { _ in
        throw Stop()
      }
    }
    #expect(try await session.execute("SELECT 1").firstValue == "1")
  }

  @Test func errorsOfACopyOutArrive() async throws {
    let session = try await sessionWithTable()
    let error = await #expect(throws: PostgresError.self) {
      try await session.copyOut("COPY (SELECT 1 / (500 - a) FROM generate_series(1, 1000) AS a) TO STDOUT") { _ in }
    }
    #expect(error?.sqlState == "22012")
    #expect(try await session.execute("SELECT 1").firstValue == "1")
  }
}
