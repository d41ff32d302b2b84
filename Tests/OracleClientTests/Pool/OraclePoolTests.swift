import NIOConcurrencyHelpers
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

struct OraclePoolTests {
  private static func identity(_ connection: OracleConnection) -> ObjectIdentifier { ObjectIdentifier(connection) }

  @Test func lendsOutNoMoreThanItMay() async throws {
    let live = try await LiveServer.start()
    let pool = try OraclePool(live.configuration, limits: OraclePool.Limits(connections: 3))
    let lent = NIOLockedValueBox((now: 0, most: 0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<30 {
        group.addTask {
          try await pool.withConnection { connection in
            lent.withLockedValue { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            _ = try await connection.rows("SELECT 1 FROM DUAL")
            // Nobody gives his back before all three are lent out.
            while lent.withLockedValue({ $0.most }) < 3 { try await Task.sleep(for: .milliseconds(1)) }
            lent.withLockedValue { $0.now -= 1 }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(lent.withLockedValue { $0.most } == 3)
    #expect(await pool.count == 3)
    await pool.close()
    #expect(await pool.count == 0)
    await #expect(throws: OraclePoolError.closed) { try await pool.withConnection { _ in } }
    await live.server.stop()
  }

  @Test func whatWasNotCommittedIsUndone() async throws {
    let live = try await LiveServer.start()
    let pool = try OraclePool(live.configuration, limits: OraclePool.Limits(connections: 1))
    try await pool.withConnection { try await $0.execute("CREATE TABLE t (id NUMBER)") }
    let first = try await pool.withConnection { connection in
      try await connection.execute("INSERT INTO t VALUES (1)")
      return Self.identity(connection)
    }
    try await pool.withConnection { connection in
      #expect(Self.identity(connection) == first)
      let rows = try await connection.rows("SELECT COUNT(*) FROM t")
      #expect(rows == [[.number(.zero)]])
      try await connection.execute("INSERT INTO t VALUES (2)")
      try await connection.commit()
    }
    // An error goes through, and the connection is good for the next one.
    let error = await #expect(throws: OracleError.self) {
      try await pool.withConnection { _ = try await $0.rows("SELECT * FROM nowhere") }
    }
    #expect(error?.code == 942)
    try await pool.withConnection { connection in
      #expect(Self.identity(connection) == first)
      let rows = try await connection.rows("SELECT COUNT(*) FROM t")
      #expect(rows == [[.number(OracleNumber(1))]])
    }
    await pool.close()
    await live.server.stop()
  }

  @Test func deadAndOldConnectionsAreReplaced() async throws {
    let live = try await LiveServer.start()
    let limits = OraclePool.Limits(connections: 1, untestedIdleTime: .zero)
    let pool = try OraclePool(live.configuration, limits: limits)
    let first = try await pool.withConnection { $0 }
    live.server.cutConnections()
    // The cut reaches this side when it does: until then the connection may answer once more.
    while await first.isOpen { try await Task.sleep(for: .milliseconds(5)) }
    let second = try await pool.withConnection { connection in
      _ = try await connection.rows("SELECT 1 FROM DUAL")
      return connection
    }
    #expect(first !== second)
    let third = try await pool.withConnection { connection in
      connection.abandon()
      return connection
    }
    #expect(second === third)
    try await pool.withConnection { connection in
      #expect(connection !== third)
      _ = try await connection.rows("SELECT 1 FROM DUAL")
    }
    #expect(await pool.count == 1)
    await pool.close()

    let shortLived = try OraclePool(live.configuration, limits: OraclePool.Limits(connections: 1, lifetime: .zero))
    let fourth = try await shortLived.withConnection { $0 }
    #expect(await fourth.isOpen == false)
    #expect(await shortLived.count == 0)
    try await shortLived.withConnection { _ = try await $0.rows("SELECT 1 FROM DUAL") }
    await shortLived.close()
    await live.server.stop()
  }

  @Test func waitsWithADeadlineAndGivesUpWhenCancelled() async throws {
    let live = try await LiveServer.start()
    let pool = try OraclePool(live.configuration, limits: OraclePool.Limits(connections: 1))
    try await pool.withConnection { _ in
      await #expect(throws: OraclePoolError.exhausted(connections: 1, seconds: 0.05)) {
        try await pool.withConnection(waitingAtMost: .milliseconds(50)) { _ in }
      }
      let waiting = Task { try await pool.withConnection { _ in } }
      try await Task.sleep(for: .milliseconds(20))
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
    }
    // Neither of them left a gap.
    try await pool.withConnection { _ = try await $0.rows("SELECT 1 FROM DUAL") }
    #expect(await pool.count == 1)
    await pool.close()
    await live.server.stop()
  }

  @Test func cancelledBorrowersLeakNothing() async throws {
    let live = try await LiveServer.start()
    let pool = try OraclePool(live.configuration, limits: OraclePool.Limits(connections: 2))
    var generator = SplitMix(seed: 11)
    for _ in 0..<40 {
      let pause = Duration.microseconds(Int.random(in: 0..<4000, using: &generator))
      let borrowers = (0..<4).map { _ in
        Task {
          try await pool.withConnection { _ = try await $0.rows("SELECT LEVEL FROM DUAL CONNECT BY LEVEL < 200") }
        }
      }
      try await Task.sleep(for: pause)
      for borrower in borrowers { borrower.cancel() }
      for borrower in borrowers { _ = await borrower.result }
    }
    // All places are there still: as many borrowers as before get a connection at the same time.
    try await pool.withConnection(waitingAtMost: .seconds(600)) { _ in
      try await pool.withConnection(waitingAtMost: .seconds(600)) { _ = try await $0.rows("SELECT 1 FROM DUAL") }
    }
    await pool.close()
    #expect(await pool.count == 0)
    await live.server.stop()
  }

  @Test func whatNoPoolCanWorkWith() async throws {
    var configuration = OracleConnection.Configuration(
      host: "127.0.0.1", port: 1, service: .serviceName("S"), user: "u", password: "p")
    #expect(throws: OraclePoolError.invalid("it may have 0 connections")) {
      try OraclePool(configuration, limits: OraclePool.Limits(connections: 0))
    }
    configuration.newPassword = "q"
    #expect(throws: OraclePoolError.self) { try OraclePool(configuration) }
  }

  @Test func aServerThatIsNotThereLeavesThePlaceFree() async throws {
    let dead = try DeadPort()
    let configuration = OracleConnection.Configuration(
      host: "127.0.0.1", port: dead.number, service: .serviceName("S"), user: "u", password: "p")
    let pool = try OraclePool(configuration, limits: OraclePool.Limits(connections: 1))
    for _ in 0..<3 {
      await #expect(throws: OracleConnectionError.self) { try await pool.withConnection { _ in } }
      #expect(await pool.count == 0)
    }
  }
}
