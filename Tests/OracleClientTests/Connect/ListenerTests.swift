import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// What listeners answer, over real sockets: refusals, redirects, silence; and the addresses that are tried then.
struct ListenerTests {
  private func connect(_ connectString: String, password: String = "Pässword 1") async throws -> OracleConnection {
    try await OracleConnection.connect(
      OracleConnection.Configuration(
        connectString: connectString, user: "app", password: password, connectTimeout: 300))
  }

  private func failure(_ connectString: String) async throws -> OracleConnectionError {
    let error = await #expect(throws: OracleConnectionError.self) { try await connect(connectString) }
    return try #require(error)
  }

  private func check(_ connection: OracleConnection, isAt port: Int) async throws {
    #expect(try await connection.rows("SELECT 1 FROM dual") == [[.number(OracleNumber(1))]])
    #expect(connection.configuration.port == port)
    #expect(connection.configuration.service == .serviceName("TESTDB"))
    await connection.close()
  }

  @Test func theNextAddressIsTried() async throws {
    let live = try await LiveServer.start()
    let dead = try DeadPort()
    let refusing = try await ScriptedListener.start([ScriptedListener.refuse(12516)])
    let connection = try await connect(
      "127.0.0.1:\(dead.number),127.0.0.1:\(refusing.port);127.0.0.1:\(live.server.port)/testdb?retry_count=1")
    #expect(try await connection.rows("SELECT 1 FROM dual").count == 1)
    #expect(connection.configuration.port == live.server.port)
    #expect(refusing.received.count == 1)
    await connection.close()
    await refusing.stop()
    await live.server.stop()
  }

  @Test(arguments: [
    (12514, "service name"), (12505, "SID"), (12516, "no free handler"), (12520, "kind of server"),
    (12528, "blocks new connections"), (12564, "refused"),
  ])
  func refusals(_ code: Int, _ words: String) async throws {
    for isSplit in [false, true] {
      let listener = try await ScriptedListener.start([ScriptedListener.refuse(code, isSplit: isSplit)])
      let error = try await failure("127.0.0.1:\(listener.port)/TESTDB")
      #expect(error.reason == .refused(code: code))
      #expect(error.isRetrySafe)
      #expect(error.description.hasPrefix("ORA-\(code): Oracle at 127.0.0.1:\(listener.port), service TESTDB"))
      #expect(error.description.contains(words))
      await listener.stop()
    }
  }

  @Test func everyAddressThatFailedIsNamed() async throws {
    let dead = try DeadPort()
    let refuse = ScriptedListener.refuse(12514)
    let refusing = try await ScriptedListener.start([refuse, refuse, refuse])
    let error = try await failure(
      "127.0.0.1:\(dead.number),127.0.0.1:\(refusing.port)/S?retry_count=2&retry_delay=0")
    #expect(error.reason == .refused(code: 12514))
    #expect(error.earlier.count == 5)
    let text = error.description
    #expect(text.hasPrefix("no address of service S led to it: "))
    #expect(text.contains("127.0.0.1:\(dead.number): connection refused: nothing listens at this port (3 times)"))
    #expect(text.contains("127.0.0.1:\(refusing.port): ORA-12514: the listener does not know this service name"))
    #expect(!text.contains("Pässword"))
    await refusing.stop()
  }

  @Test func addressesThatStaySilentAreCounted() async throws {
    let silent = try await ScriptedListener.start([])
    let other = try await ScriptedListener.start([])
    let error = try await failure(
      "127.0.0.1:\(silent.port),127.0.0.1:\(other.port)/S?connect_timeout=500ms&retry_count=2&retry_delay=0")
    #expect(error.reason == .timedOut(seconds: 0.5))
    #expect(error.earlier.count == 5)
    for port in [silent.port, other.port] {
      #expect(error.description.contains("127.0.0.1:\(port): did not answer within 0.5 seconds (3 times)"))
    }
    await silent.stop()
    await other.stop()
  }

  @Test func roundsAreRepeatedUntilOneAnswers() async throws {
    let live = try await LiveServer.start()
    let listener = try await ScriptedListener.start([
      ScriptedListener.refuse(12528), ScriptedListener.redirect(port: live.server.port, data: nil),
    ])
    let connection = try await connect("127.0.0.1:\(listener.port)/TESTDB?retry_count=3&retry_delay=0")
    #expect(listener.received.count == 2)
    try await check(connection, isAt: live.server.port)
    let dead = try DeadPort()
    let once = try await failure(
      "127.0.0.1:\(dead.number)/TESTDB?retry_count=1&retry_delay=0")
    #expect(once.description.hasSuffix("(tried 2 times)"))
    await listener.stop()
    await live.server.stop()
  }

  @Test(arguments: [false, true])
  func aRedirectIsFollowed(isSplit: Bool) async throws {
    let live = try await LiveServer.start()
    let data = "(DESCRIPTION=(CONNECT_DATA=(SERVICE_NAME=TESTDB)(X=handler)))"
    let second = try await ScriptedListener.start([
      ScriptedListener.redirect(port: live.server.port, data: nil, isSplit: isSplit)
    ])
    let first = try await ScriptedListener.start([
      ScriptedListener.redirect(port: second.port, data: data, isSplit: isSplit)
    ])
    let connection = try await connect("127.0.0.1:\(first.port)/TESTDB")
    try await check(connection, isAt: live.server.port)
    #expect(first.received.map(\.flags) == [0])
    #expect(second.received == [ScriptedListener.Received(flags: 0x04, data: data)])
    await first.stop()
    await second.stop()
    await live.server.stop()
  }

  @Test func aRedirectIntoNothingNamesBothPlaces() async throws {
    let dead = try DeadPort()
    let listener = try await ScriptedListener.start([ScriptedListener.redirect(port: dead.number, data: "x")])
    let text = try await failure("127.0.0.1:\(listener.port)/TESTDB").description
    #expect(text.contains("127.0.0.1:\(dead.number) (where 127.0.0.1:\(listener.port) redirects to)"))
    #expect(text.contains("connection refused"))
    await listener.stop()
  }

  @Test func redirectsWithoutEndAreNotFollowed() async throws {
    var listeners: [ScriptedListener] = []
    let dead = try DeadPort()
    var next = dead.number
    for _ in 0..<7 {
      let listener = try await ScriptedListener.start([ScriptedListener.redirect(port: next, data: nil)])
      listeners.append(listener)
      next = listener.port
    }
    let error = try await failure("127.0.0.1:\(next)/TESTDB")
    #expect(error.description.contains("more than 5 redirects"))
    for listener in listeners { await listener.stop() }
  }

  @Test func resendAsksForTheSameAgain() async throws {
    let live = try await LiveServer.start()
    let listener = try await ScriptedListener.start([
      ScriptedListener.resend, ScriptedListener.redirect(port: live.server.port, data: nil),
    ])
    // Long enough for a CONNECT whose data follows in a packet of its own.
    let filler = String(repeating: "x", count: 300)
    let connection = try await connect("127.0.0.1:\(listener.port)/TESTDB?enable=\(filler)")
    try await check(connection, isAt: live.server.port)
    let received = listener.received
    #expect(received.count == 2)
    #expect(received.first == received.last)
    #expect(received.first?.data.contains("(ENABLE=\(filler))") == true)
    let endless = try await ScriptedListener.start(Array(repeating: ScriptedListener.resend, count: 20))
    #expect(try await failure("127.0.0.1:\(endless.port)/S").description.contains("again and again"))
    await endless.stop()
    await listener.stop()
    await live.server.stop()
  }

  @Test func aWrongPasswordIsTriedOnce() async throws {
    let live = try await LiveServer.start()
    let other = try await ScriptedListener.start([])
    let error = await #expect(throws: OracleConnectionError.self) {
      try await connect(
        "127.0.0.1:\(live.server.port),127.0.0.1:\(other.port)/TESTDB?retry_count=5&retry_delay=0",
        password: "guess-what")
    }
    #expect(error?.code == 1017)
    #expect(error?.earlier == [])
    #expect(other.received.isEmpty)
    await other.stop()
    await live.server.stop()
  }

  @Test func descriptorsReachTheListenerWhole() async throws {
    let listener = try await ScriptedListener.start([ScriptedListener.refuse(12514)])
    let error = try await failure(
      """
      (description = (sdu = 16384)(address = (protocol = tcp)(host = 127.0.0.1)(port = \(listener.port)))
        (connect_data = (server = dedicated)(sid = ORCL)(instance_role = primary)))
      """)
    #expect(error.service == "ORCL")
    #expect(
      listener.received.map(\.data) == [
        "(DESCRIPTION=(SDU=16384)(ADDRESS=(PROTOCOL=tcp)(HOST=127.0.0.1)(PORT=\(listener.port)))"
          + "(CONNECT_DATA=(SERVER=dedicated)(SID=ORCL)(INSTANCE_ROLE=primary)"
          + "(CID=(PROGRAM=oraferry)(HOST=client)(USER=client))))"
      ])
    await listener.stop()
  }
}
