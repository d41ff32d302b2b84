import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// A server, or a network before it, that breaks at any packet: each call ends with a clear error in bounded time.
@Suite(.serialized) struct FaultyServerTests {
  /// A server with small packets and a quick logon, so that a conversation has many packets and takes little time.
  private static func server(_ profile: StandInProfile) async throws -> LiveServer {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative, dataUnit: 512)
    let connection = try await live.connect()
    try await connection.execute("CREATE TABLE t (id NUMBER(9), name VARCHAR2(100))")
    let name = String(repeating: "n", count: 60)
    try await connection.executeMany(
      "INSERT INTO t VALUES (:1, :2)", rows: (1...40).map { [.number(OracleNumber($0)), .text(name)] })
    try await connection.commit()
    await connection.close()
    return live
  }

  /// Logs on, reads rows in several fetches, meets an error, changes something, logs off.
  private static func converse(_ configuration: OracleConnection.Configuration) async throws {
    let connection = try await OracleConnection.connect(configuration)
    var seen = 0
    for try await batch in try await connection.query("SELECT id, name FROM t ORDER BY id", fetchSize: 15) {
      for row in 0..<batch.rowCount {
        seen += 1
        let id = try OracleNumber(wireBytes: batch.value(row: row, column: 0) ?? [])
        guard id == OracleNumber(seen) else { throw WrongRow(row: seen) }
      }
    }
    guard seen == 40 else { throw WrongRow(row: seen) }
    do {
      _ = try await connection.rows("SELECT * FROM nowhere")
    } catch let error as OracleError where error.code == 942 {}
    let result = try await connection.execute("INSERT INTO t (id) VALUES (:1)", binds: [.number(OracleNumber(3))])
    guard result.rowCount == 1 else { throw WrongRow(row: -result.rowCount) }
    try await connection.rollback()
    try await connection.ping()
    await connection.close()
  }

  private struct WrongRow: Error {
    var row: Int
  }

  /// Runs a conversation through a proxy with the fault.
  ///
  /// The client's own timer is far behind the deadline: what only that would end is a hang.
  private static func outcome(
    _ fault: Fault, _ live: LiveServer, callTimeout: Int = 0, connectTimeout: Int = 900, within seconds: Double = 300
  ) async throws -> Deadline.Outcome {
    let proxy = try await FaultyProxy.start(to: live.server.port, fault)
    var configuration = live.configuration
    configuration.port = proxy.port
    configuration.callTimeout = callTimeout
    configuration.breakTimeout = 2
    configuration.connectTimeout = connectTimeout
    let outcome = await Deadline.outcome(within: seconds) { [configuration] in try await converse(configuration) }
    await proxy.stop()
    return outcome
  }

  /// What a fault has to end with: an error that names the place, with the reason where only one fits, or, where it may
  /// do no harm, success.
  private func expectClear(_ outcome: Deadline.Outcome, _ fault: Fault, mayBeHarmless: Bool) {
    if let objection = Self.objection(to: outcome, fault, mayBeHarmless: mayBeHarmless) { Issue.record("\(objection)") }
  }

  /// What is wrong about an outcome; nil for a clear one.
  private static func objection(to outcome: Deadline.Outcome, _ fault: Fault, mayBeHarmless: Bool) -> String? {
    let isClear: Bool
    switch outcome {
    case .done: return mayBeHarmless ? nil : "\(fault) went unnoticed"
    case .hangs: return "\(fault) hangs"
    case .failed(let error as OracleConnectionError):
      let text = error.description
      isClear = text.contains("127.0.0.1") && !text.contains("Pässword") && fault.mayEnd(with: error.reason)
    case .failed(let error as OracleError):
      switch fault {
      // A server's message with a byte changed on the way still is a message.
      case .flip: isClear = true
      // A doubled reply of the call before may be taken for the next one's: replies do not say what they answer.
      case .duplicate: isClear = error.code == 942
      // An answer to a marker that did reach the server breaks the call off.
      case .insert: isClear = error.code == 1013
      default: isClear = false
      }
    case .failed(let error as WireError):
      // A value that was changed on the way; the query itself was answered.
      if case .flip = fault, case .invalidValue = error { isClear = true } else { isClear = false }
    case .failed(let error):
      // No checksum guards the values of rows.
      if case .flip = fault { isClear = error is WrongRow } else { isClear = false }
    }
    return isClear ? nil : "\(fault): \(outcome)"
  }

  /// The outcome of a fault that only a call's short time may end, or that comes among many others.
  ///
  /// On a machine that is too slow for such times, calls are broken off that the fault has nothing to do with. So what
  /// is not clear then is tried once more, with time enough: that outcome counts.
  private static func settled(
    _ outcome: Deadline.Outcome, _ fault: Fault, _ live: LiveServer
  ) async throws -> Deadline.Outcome {
    guard objection(to: outcome, fault, mayBeHarmless: true) != nil else { return outcome }
    return try await unhurried(fault, live)
  }

  private static func unhurried(_ fault: Fault, _ live: LiveServer) async throws -> Deadline.Outcome {
    try await outcome(fault, live, callTimeout: 30, connectTimeout: 60, within: 900)
  }

  /// How many conversations ended in which way: a slow machine, where calls have no time, must not make a test empty.
  private struct Tally {
    var done = 0
    var timedOut = 0
    var failed = 0

    /// Whether some ended well, and some by an error that is none of time.
    var hasBoth: Bool { done > 0 && failed > 0 }

    mutating func add(_ outcome: Deadline.Outcome) {
      switch outcome {
      case .done: done += 1
      case .failed(let error as OracleConnectionError):
        switch error.reason {
        case .timedOut, .callTookTooLong: timedOut += 1
        default: failed += 1
        }
      case .failed: failed += 1
      case .hangs: break
      }
    }
  }

  private static func packetCount(_ live: LiveServer) async throws -> Int {
    let proxy = try await FaultyProxy.start(to: live.server.port, .none)
    var configuration = live.configuration
    configuration.port = proxy.port
    try await converse(configuration)
    await proxy.stop()
    return proxy.packets
  }

  @Test(arguments: StandInProfile.allCases)
  func cutAtEveryPacketBorder(_ profile: StandInProfile) async throws {
    let live = try await Self.server(profile)
    let count = try await Self.packetCount(live)
    #expect(count > 15)
    for index in 0..<count {
      // The log-off's own answer is not needed.
      let isLast = index == count - 1
      for fault in [Fault.cutBefore(index), .cutInside(index), .halfClose(index)] {
        expectClear(try await Self.outcome(fault, live), fault, mayBeHarmless: isLast)
      }
    }
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func delaysAndSingleBytesDoNoHarm(_ profile: StandInProfile) async throws {
    let live = try await Self.server(profile)
    for fault in [Fault.delay(20), .singleBytes] {
      guard case .done = try await Self.outcome(fault, live) else {
        Issue.record("\(fault) did harm")
        continue
      }
    }
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func packetLengthsThatCannotBe(_ profile: StandInProfile) async throws {
    let live = try await Self.server(profile)
    let count = try await Self.packetCount(live)
    let before = Deadline.residentBytes
    for index in 0..<count {
      for length: UInt32 in [0, 7, 0x7FFF_FFFF, 0xFFFF_FFFF] {
        let fault = Fault.length(index, length)
        // A length that is only too long for what comes is a packet that never ends: some have only 16 bits for it.
        let waits = (index == 0 || !profile.hasLongLength) && length >= 0x7FFF_FFFF
        if waits { continue }
        expectClear(try await Self.outcome(fault, live), fault, mayBeHarmless: index == count - 1)
      }
    }
    // Two GiB and more are claimed. What other tests of this process take meanwhile is far less than half of that.
    #expect(Deadline.residentBytes - before < 1 << 30)
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func markersDoubledAndOutOfOrder(_ profile: StandInProfile) async throws {
    let live = try await Self.server(profile)
    let count = try await Self.packetCount(live)
    let isLong = profile.hasLongLength
    let halt = Fault.marker(1, hasLongLength: isLong)
    let reset = Fault.marker(2, hasLongLength: isLong)
    let runs: [[UInt8]] = [
      halt + reset, reset, reset + halt + reset, halt + halt + reset + reset, halt,
      Fault.packet(type: 12, hasLongLength: isLong), (0..<40).flatMap { _ in halt + reset },
    ]
    var tally = Tally()
    try await withThrowingTaskGroup(of: (Fault, Deadline.Outcome).self) { group in
      for (place, run) in runs.enumerated() {
        // From the first reply of a session on: before, a marker has its own length field.
        for index in stride(from: 1 + place % 3, to: count, by: 3) {
          group.addTask {
            let fault = Fault.insert(index, run)
            return (fault, try await Self.outcome(fault, live, callTimeout: 2, connectTimeout: 30))
          }
        }
      }
      for try await (fault, outcome) in group {
        let outcome = try await Self.settled(outcome, fault, live)
        expectClear(outcome, fault, mayBeHarmless: true)
        tally.add(outcome)
      }
    }
    // A whole break in front of a reply does no harm; forty of them are given up at once.
    for index in stride(from: 1, to: count, by: 3) where !tally.hasBoth {
      for run in [runs[0], runs[runs.count - 1]] {
        tally.add(try await Self.unhurried(.insert(index, run), live))
      }
    }
    #expect(tally.hasBoth, "\(tally)")
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func packetsDoubledSwappedAndChanged(_ profile: StandInProfile) async throws {
    let live = try await Self.server(profile)
    let count = try await Self.packetCount(live)
    var generator = SplitMix(seed: 7)
    let places = (0..<count).map { _ in Int.random(in: 0..<500, using: &generator) }
    var tally = Tally()
    try await withThrowingTaskGroup(of: (Int, Fault, Deadline.Outcome).self) { group in
      for index in 0..<count {
        // An ACCEPT that never comes takes all the time that connecting has; after it, calls have their own.
        let connectTimeout = index == 0 ? 2 : 30
        for fault in [Fault.duplicate(index), .swap(index), .flip(index, at: places[index])] {
          group.addTask {
            (index, fault, try await Self.outcome(fault, live, callTimeout: 2, connectTimeout: connectTimeout))
          }
        }
      }
      for try await (index, fault, outcome) in group {
        let outcome = try await Self.settled(outcome, fault, live)
        expectClear(outcome, fault, mayBeHarmless: true)
        // The log-off's answer is not needed: that all is well without it says nothing.
        if index < count - 1 { tally.add(outcome) }
      }
    }
    // Most bytes of the rows are names, which nothing checks; a reply that comes twice is not asked for.
    for index in 0..<count - 1 where !tally.hasBoth {
      for fault in [Fault.duplicate(index), .flip(index, at: places[index])] {
        tally.add(try await Self.unhurried(fault, live))
      }
    }
    #expect(tally.hasBoth, "\(tally)")
    await live.server.stop()
  }

  private static func hasTimedOut(_ outcome: Deadline.Outcome, seconds: Double) -> Bool {
    guard case .failed(let error as OracleConnectionError) = outcome else { return false }
    return error.reason == .timedOut(seconds: seconds)
  }

  @Test(arguments: StandInProfile.allCases)
  func aServerThatNeverAnswers(_ profile: StandInProfile) async throws {
    let live = try await Self.server(profile)
    let count = try await Self.packetCount(live)
    try await withThrowingTaskGroup(of: (Fault, Deadline.Outcome).self) { group in
      // The last one answers the log-off, which is not waited for so long.
      for index in 0..<count - 1 {
        group.addTask {
          let fault = Fault.stall(index)
          return (fault, try await Self.outcome(fault, live, callTimeout: 1, connectTimeout: 1))
        }
      }
      for try await (fault, outcome) in group where !Self.hasTimedOut(outcome, seconds: 1) {
        // On a slow machine a call before may have taken too long: then all of them get time enough.
        let outcome = try await Self.outcome(fault, live, callTimeout: 30, connectTimeout: 30)
        #expect(Self.hasTimedOut(outcome, seconds: 30), "\(fault): \(outcome)")
      }
    }
    await live.server.stop()
  }
}

extension Fault {
  /// Whether the fault may end a connection for this reason; only one is right where the fault itself is plain.
  fileprivate func mayEnd(with reason: OracleConnectionError.Reason) -> Bool {
    switch self {
    case .cutBefore, .cutInside, .halfClose:
      return reason == .closedByServer
    case .length:
      guard case .protocolViolation = reason else { return false }
      return true
    default:
      return true
    }
  }
}
