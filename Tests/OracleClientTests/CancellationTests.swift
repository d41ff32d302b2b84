import NIOCore
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// A task that is cancelled, or a call that takes too long, leaves a connection that works; only a server that does not
/// answer the break loses it.
@Suite(.serialized) struct CancellationTests {
  private func work(_ connection: OracleConnection, key: Int) async throws {
    while true {
      for try await _ in try await connection.query("SELECT LEVEL FROM DUAL CONNECT BY LEVEL <= 50", fetchSize: 9) {}
      try await connection.execute("INSERT INTO t VALUES (:1)", binds: [.number(OracleNumber(key))])
      try await connection.rollback()
    }
  }

  @Test(arguments: StandInProfile.allCases)
  func atRandomMoments(_ profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    let first = try await live.connect()
    try await first.execute("CREATE TABLE t (id NUMBER PRIMARY KEY)")
    let proxy = try await FaultyProxy.start(to: live.server.port, .delay(1))
    var configuration = live.configuration
    configuration.port = proxy.port
    configuration.breakTimeout = 300
    let connection = try await OracleConnection.connect(configuration)
    var generator = SplitMix(seed: 31)
    for round in 0..<100 {
      let task = Task { try await work(connection, key: round) }
      try await Task.sleep(for: .microseconds(Int.random(in: 0...20_000, using: &generator)))
      task.cancel()
      switch await Deadline.outcome(within: 300, { try await task.value }) {
      case .failed(is CancellationError): break
      case let outcome: Issue.record("round \(round): \(outcome)")
      }
      let next = await Deadline.outcome(within: 300) {
        // What the task had begun is undone by this session alone.
        try await connection.rollback()
        let rows = try await connection.rows("SELECT id FROM t UNION ALL SELECT -1 FROM DUAL")
        #expect(rows == [[.number(OracleNumber(-1))]])
      }
      guard case .done = next else {
        Issue.record("round \(round): after it, \(next)")
        break
      }
    }
    #expect(proxy.interrupts > 0, "no task was cancelled in mid-call")
    // Nothing is locked or left behind.
    try await first.execute("INSERT INTO t SELECT LEVEL - 1 FROM DUAL CONNECT BY LEVEL <= 100")
    await connection.close()
    await first.close()
    await proxy.stop()
    await live.server.stop()
  }

  /// Packets of a server up to the end of a logon.
  private func logonPackets(_ live: LiveServer) async throws -> Int {
    let proxy = try await FaultyProxy.start(to: live.server.port, .none)
    var configuration = live.configuration
    configuration.port = proxy.port
    let connection = try await OracleConnection.connect(configuration)
    // Before the log-off, whose answer is not waited for without end.
    let count = proxy.packets
    await connection.close()
    await proxy.stop()
    return count
  }

  /// Runs work on a connection whose first call meets a fault.
  private func withFault(
    _ profile: StandInProfile, callTimeout: Int = 0, breakTimeout: Int = 300, _ fault: (Int) -> Fault,
    _ body: @Sendable (OracleConnection, FaultyProxy, Int) async throws -> Void
  ) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    let first = try await live.connect()
    try await first.execute("CREATE TABLE t (id NUMBER)")
    await first.close()
    let count = try await logonPackets(live)
    let proxy = try await FaultyProxy.start(to: live.server.port, fault(count))
    var configuration = live.configuration
    configuration.port = proxy.port
    configuration.callTimeout = callTimeout
    configuration.breakTimeout = breakTimeout
    let connection = try await OracleConnection.connect(configuration)
    try await body(connection, proxy, count)
    await connection.close()
    #expect(!connection.channel.isActive)
    await proxy.stop()
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func aCallThatIsCancelledIsBrokenOff(_ profile: StandInProfile) async throws {
    try await withFault(profile, { .lose($0) }) { connection, proxy, count in
      let task = Task { try await connection.ping() }
      try await proxy.wait(forPackets: count + 1)
      #expect(proxy.interrupts == 0)
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(proxy.interrupts == 1)
      let rows = try await connection.rows("SELECT 1 FROM DUAL")
      #expect(rows == [[.number(OracleNumber(1))]])
      #expect(await connection.isOpen)
    }
  }

  /// The server had done the call before the break came to it: what it did is said, and the break is no error of the next.
  @Test(arguments: StandInProfile.allCases)
  func aCallThatIsDoneAllTheSameIsNotLost(_ profile: StandInProfile) async throws {
    try await withFault(profile, { .late($0) }) { connection, proxy, count in
      let task = Task { try await connection.execute("INSERT INTO t VALUES (7)") }
      try await proxy.wait(forPackets: count + 1)
      // One that has to wait for it was never sent.
      let waiting = Task { try await connection.execute("INSERT INTO t VALUES (8)") }
      try await Task.sleep(for: .milliseconds(50))
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      #expect(proxy.interrupts == 0)
      task.cancel()
      let result = try await task.value
      #expect(result.rowCount == 1)
      let rows = try await connection.rows("SELECT id FROM t")
      #expect(rows == [[.number(OracleNumber(7))]])
      #expect(proxy.interrupts == 1)
    }
  }

  @Test(arguments: StandInProfile.allCases)
  func aCallThatTakesTooLongIsBrokenOff(_ profile: StandInProfile) async throws {
    try await withFault(profile, callTimeout: 1, { .lose($0) }) { connection, proxy, count in
      let error = await #expect(throws: OracleConnectionError.self) { try await connection.ping() }
      #expect(error?.reason == .callTookTooLong(seconds: 1))
      #expect(error?.description.contains("broken off after 1 seconds") == true)
      // A machine may be too slow for one second, too: such a call is broken off like the first, and hurts as little.
      var isAnswered = false
      for _ in 0..<120 where !isAnswered {
        do {
          try await connection.ping()
          isAnswered = true
        } catch let error as OracleConnectionError where error.reason == .callTookTooLong(seconds: 1) {}
      }
      #expect(isAnswered)
    }
  }

  @Test func aServerThatDoesNotAnswerTheBreakIsGivenUp() async throws {
    try await withFault(.release23ai, breakTimeout: 1, { .stall($0) }) { connection, proxy, count in
      let task = Task { try await connection.ping() }
      // The server has answered, and the answer is withheld: the call is under way.
      try await proxy.wait(forPackets: count + 1)
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      let error = await #expect(throws: OracleConnectionError.self) { try await connection.ping() }
      #expect(error?.reason == .closedHere)
    }
  }

  @Test(arguments: StandInProfile.allCases)
  func whileConnecting(_ profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    let proxy = try await FaultyProxy.start(to: live.server.port, .delay(2))
    var configuration = live.configuration
    configuration.port = proxy.port
    var generator = SplitMix(seed: 32)
    for round in 0..<40 {
      let task = Task { [configuration] in try await OracleConnection.connect(configuration).close() }
      try await Task.sleep(for: .microseconds(Int.random(in: 0...15_000, using: &generator)))
      task.cancel()
      switch await Deadline.outcome(within: 300, { try await task.value }) {
      case .done, .failed(is CancellationError): break
      case .failed(let error as OracleConnectionError): #expect(error.reason == .closedHere)
      case let outcome: Issue.record("round \(round): \(outcome)")
      }
    }
    await proxy.stop()
    await live.server.stop()
  }

  @Test func aTaskGivenUpBeforeItsCallLeavesTheConnectionUsable() async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try await connection.ping()
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await connection.ping()
    await connection.close()
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func aCallThatTakesTooLongClosesTheConnection(_ profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    let count = try await logonPackets(live)
    var configuration = live.configuration
    // All that a logon needs comes through, and nothing after it.
    let proxy = try await FaultyProxy.start(to: live.server.port, .stall(count))
    configuration.port = proxy.port
    configuration.callTimeout = 1
    configuration.breakTimeout = 1
    let connection = try await OracleConnection.connect(configuration)
    let error = await #expect(throws: OracleConnectionError.self) { try await connection.ping() }
    #expect(error?.reason == .timedOut(seconds: 1))
    let next = await #expect(throws: OracleConnectionError.self) { try await connection.rows("SELECT 1 FROM DUAL") }
    #expect(next?.reason == .timedOut(seconds: 1))
    await connection.close()
    #expect(!connection.channel.isActive)
    await proxy.stop()
    await live.server.stop()
  }
}
