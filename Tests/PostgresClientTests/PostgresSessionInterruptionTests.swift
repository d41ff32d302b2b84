import PostgresClient
import Testing

/// Statements that are cancelled, and servers that go away: the session answers at once, and never hangs.
@Suite(.timeLimit(.minutes(15))) struct PostgresSessionInterruptionTests {
  private static let longQuery = "SELECT pg_sleep(3600)"
  private static let longCopy = "COPY (SELECT generate_series(1, 2000000000)) TO STDOUT (FORMAT binary)"

  @Test func cancelFromAnotherTask() async throws {
    let session = try await PrivateServer.tcpSession()
    let waiting = Task { try await session.execute(Self.longQuery) }
    try await session.waitUntilActive()
    try await session.cancel()
    let error = await #expect(throws: PostgresError.self) { try await waiting.value }
    #expect(error?.sqlState == "57014")
    #expect(error?.isConnectionLost == false)
    #expect(try await session.execute("SELECT 1").firstValue == "1")
  }

  @Test(arguments: [0, 1, 20, 200])
  func aCancelledTaskCancelsItsStatement(_ milliseconds: Int) async throws {
    let session = try await PrivateServer.session()
    let task = Task { try await session.execute(Self.longQuery) }
    try await Task.sleep(for: .milliseconds(milliseconds))
    task.cancel()
    do {
      _ = try await task.value
      Issue.record("the statement was not cancelled")
    } catch let error as PostgresError {
      #expect(error.sqlState == "57014")
    } catch {
      #expect(error is CancellationError)
    }
    for _ in 0..<20 { #expect(try await session.execute("SELECT 1").firstValue == "1") }
  }

  @Test func aCancelledTransactionIsRolledBack() async throws {
    let session = try await PrivateServer.session()
    _ = try await session.execute("CREATE TEMP TABLE t(a int)")
    let task = Task {
      try await session.transaction { session in
        _ = try await session.execute("INSERT INTO t VALUES (1)")
        _ = try await session.execute(Self.longQuery)
      }
    }
    try await session.waitUntilActive()
    task.cancel()
    await #expect(throws: (any Error).self) { try await task.value }
    #expect(await !session.isInTransaction)
    #expect(try await session.execute("SELECT count(*) FROM t").firstValue == "0")
  }

  @Test func aCancelledCopyOutEnds() async throws {
    let session = try await PrivateServer.session()
    let task = Task { try await session.copyOut(Self.longCopy) { _ in } }
    try await session.waitUntilActive()
    task.cancel()
    let error = await #expect(throws: PostgresError.self) { try await task.value }
    #expect(error?.sqlState == "57014")
    #expect(try await session.execute("SELECT 1").firstValue == "1")
  }

  @Test func aBackendKilledInMidQuery() async throws {
    let session = try await PrivateServer.tcpSession()
    let waiting = Task { try await session.execute(Self.longQuery) }
    try await session.waitUntilActive()
    try await session.killBackend()
    let error = await #expect(throws: PostgresError.self) { try await waiting.value }
    try await expectLost(error, session)
  }

  @Test func aBackendKilledInMidCopyIn() async throws {
    let session = try await PrivateServer.tcpSession()
    _ = try await session.execute("CREATE TEMP TABLE t(a int)")
    try await session.copyIn("COPY t FROM STDIN (FORMAT binary)")
    try await session.sendCopyData(BinaryCopy.header)
    try await session.killBackend()
    let rows = (0..<1000).flatMap { BinaryCopy.row([BinaryCopy.int4($0)]) }
    let error = await #expect(throws: PostgresError.self) {
      for _ in 0..<100_000 { try await session.sendCopyData(rows) }
    }
    try await expectLost(error, session)
    try await session.abortCopyIn(reason: "over already")
  }

  @Test func aBackendKilledBeforeTheEndOfACopyIn() async throws {
    let session = try await PrivateServer.session()
    _ = try await session.execute("CREATE TEMP TABLE t(a int)")
    try await session.copyIn("COPY t FROM STDIN (FORMAT binary)")
    try await session.killBackend()
    let error = await #expect(throws: PostgresError.self) { try await session.endCopyIn() }
    try await expectLost(error, session)
  }

  @Test func aBackendKilledInMidCopyOut() async throws {
    let session = try await PrivateServer.tcpSession()
    let copied = Task { try await session.copyOut(Self.longCopy) { _ in } }
    try await session.waitUntilActive()
    try await session.killBackend()
    let error = await #expect(throws: PostgresError.self) { try await copied.value }
    try await expectLost(error, session)
  }

  private func expectLost(_ error: PostgresError?, _ session: PostgresSession) async throws {
    #expect(error?.isConnectionLost == true)
    #expect(error?.isRetrySafe == false)
    #expect(error?.message.contains(session.endpoint.description) == true)
    #expect(error?.remedy?.isEmpty == false)
    #expect(["57P01", "08006"].contains(error?.sqlState))
    let next = await #expect(throws: PostgresError.self) { try await session.execute("SELECT 1") }
    #expect(next?.isConnectionLost == true)
    #expect(await !session.isUsable)
    await session.close()
  }
}
