import NIOCore
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// Sessions over plain TCP that are encrypted and sealed.
struct NativeEncryptionTests {
  private static func live(
    _ offer: NativeServicesOffer?, profile: StandInProfile = .release19c, dataUnit: UInt32 = 8192
  ) async throws -> LiveServer {
    let live = try await LiveServer.start(profile: profile, dataUnit: dataUnit, nativeServices: offer)
    let owner = try await OracleConnection.connect(configuration(live, .accepted))
    try await owner.execute("CREATE TABLE secrets (id NUMBER(9), note VARCHAR2(200))")
    await owner.close()
    return live
  }

  private static func configuration(
    _ live: LiveServer, _ wish: NativeEncryption, port: Int? = nil
  ) -> OracleConnection.Configuration {
    var configuration = live.configuration
    configuration.nativeEncryption = wish
    configuration.port = port ?? live.server.port
    return configuration
  }

  /// Writes rows of several packets and reads them again.
  private static func converse(_ configuration: OracleConnection.Configuration) async throws {
    let connection = try await OracleConnection.connect(configuration)
    let note = String(repeating: "lighthouse ", count: 18)
    try await connection.executeMany(
      "INSERT INTO secrets VALUES (:1, :2)", rows: (1...300).map { [.number(OracleNumber($0)), .text(note)] })
    let rows = try await connection.rows("SELECT COUNT(*), COUNT(DISTINCT note) FROM secrets")
    #expect(rows == [[.number(OracleNumber(300)), .number(OracleNumber(1))]])
    var count = 0
    for try await batch in try await connection.query("SELECT id, note FROM secrets ORDER BY id", fetchSize: 100) {
      for row in 0..<batch.rowCount {
        count += 1
        #expect(batch.value(row: row, column: 1).map(Array.init) == Array(note.utf8))
      }
    }
    #expect(count == 300)
    try await connection.rollback()
    await connection.close()
  }

  /// Every cipher and every checksum, together and alone.
  static let offers: [NativeServicesOffer] =
    zip(NetworkEncryption.allCases, NetworkIntegrity.allCases + [.sha256, .sha1]).map {
      NativeServicesOffer(encryption: [$0], integrity: [$1], allowsPlain: false)
    } + [
      NativeServicesOffer(encryption: [.aes256], integrity: [], allowsPlain: false),
      NativeServicesOffer(encryption: [], integrity: [.sha256], allowsPlain: false),
    ]

  @Test(arguments: offers)
  func algorithms(_ offer: NativeServicesOffer) async throws {
    let live = try await LiveServer.start(profile: .release19c, dataUnit: 2048, nativeServices: offer)
    var configuration = Self.configuration(live, .accepted)
    configuration.nativeAlgorithms = offer
    let owner = try await OracleConnection.connect(configuration)
    try await owner.execute("CREATE TABLE secrets (id NUMBER(9), note VARCHAR2(200))")
    await owner.close()
    try await Self.converse(configuration)
    await live.server.stop()
  }

  @Test("what is weak is not agreed to unless it is named", arguments: ["RC4_256,SHA256", "AES256,MD5"])
  func weakAlgorithms(names: String) async throws {
    var offer = try #require(NativeServicesOffer(names: names))
    offer.allowsPlain = false
    let live = try await LiveServer.start(profile: .release19c, nativeServices: offer)
    let error = await #expect(throws: OracleConnectionError.self) {
      try await OracleConnection.connect(Self.configuration(live, .accepted))
    }
    #expect(error?.reason == .refused(code: 12650))
    var named = Self.configuration(live, .accepted)
    named.nativeAlgorithms = try #require(NativeServicesOffer(names: names.lowercased()))
    await (try OracleConnection.connect(named)).close()
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func releases(_ profile: StandInProfile) async throws {
    let live = try await Self.live(NativeServicesOffer(allowsPlain: false), profile: profile)
    try await Self.converse(Self.configuration(live, .accepted))
    await live.server.stop()
  }

  private enum Outcome: Equatable {
    case encrypted
    case plain
    case refused
  }

  @Test("what the client wishes against what the server wants", arguments: NativeEncryption.allCases)
  func wishes(_ wish: NativeEncryption) async throws {
    let servers: [NativeServicesOffer?] = [nil, NativeServicesOffer(), NativeServicesOffer(allowsPlain: false)]
    var outcomes: [Outcome] = []
    for offer in servers {
      let live = try await Self.live(offer)
      let proxy = try await RecordingProxy.start(to: live.server.port)
      do {
        try await Self.converse(Self.configuration(live, wish, port: proxy.port))
        let sent = proxy.take().flatMap(\.self)
        outcomes.append(Self.contains(sent, "lighthouse lighthouse") ? .plain : .encrypted)
      } catch let error as OracleConnectionError {
        guard case .notEncrypted(let reason) = error.reason else { throw error }
        #expect(reason.contains("native_encryption = \(wish.rawValue)"))
        outcomes.append(.refused)
      }
      await proxy.stop()
      await live.server.stop()
    }
    let expected: [NativeEncryption: [Outcome]] = [
      .rejected: [.plain, .plain, .refused], .accepted: [.plain, .plain, .encrypted],
      .requested: [.plain, .encrypted, .encrypted], .required: [.refused, .encrypted, .encrypted],
    ]
    #expect(outcomes == expected[wish])
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
  }

  @Test("a server that has nothing in common with us says so") func nothingInCommon() async throws {
    var accept = AcceptPacket(version: 318, sessionDataUnit: 8192, flags: [])
    accept.networkFlags = [.wanted, .required]
    var accepted = ByteBuffer()
    accept.write(to: &accepted)
    var refusal = TTCWriter()
    NativeServices.refusal(release: 0x1300_0000).write(to: &refusal)
    var whole = accepted
    TNSPacket.writeData(refusal.buffer, dataUnit: 8192, hasLongLength: true, to: &whole)
    let listener = try await ScriptedListener.start([Array(buffer: accepted), Array(buffer: whole)])
    let configuration = OracleConnection.Configuration(
      host: "127.0.0.1", port: listener.port, service: .serviceName("S"), user: "u", password: "p", connectTimeout: 300)
    let error = await #expect(throws: OracleConnectionError.self) {
      try await OracleConnection.connect(configuration)
    }
    #expect(error?.reason == .refused(code: 12650))
    #expect(error?.description.contains("AES") == true)
  }

  @Test("what was changed on the way is not taken") func tampering() async throws {
    let live = try await Self.live(NativeServicesOffer(allowsPlain: false), dataUnit: 512)
    let counting = try await FaultyProxy.start(to: live.server.port, .none)
    try await Self.converse(Self.configuration(live, .required, port: counting.port))
    let packets = counting.packets
    await counting.stop()
    #expect(packets > 100)
    // Behind the ACCEPT and the exchange of keys every byte counts.
    for index in stride(from: 3, to: packets - 1, by: packets / 6) {
      let proxy = try await FaultyProxy.start(to: live.server.port, .flip(index, at: 2 + index % 7))
      let error = await #expect(throws: OracleConnectionError.self) {
        try await Self.converse(Self.configuration(live, .required, port: proxy.port))
      }
      guard case .protocolViolation? = error?.reason else {
        Issue.record("packet \(index): \(String(describing: error))")
        continue
      }
      await proxy.stop()
    }
    await live.server.stop()
  }

  /// Without a cipher nothing else can notice it: no length and no padding is wrong.
  @Test("a checksum alone notices a change") func tamperingWithWhatIsOnlySealed() async throws {
    let offer = NativeServicesOffer(encryption: [], integrity: [.sha256], allowsPlain: false)
    let live = try await Self.live(offer, dataUnit: 512)
    let counting = try await FaultyProxy.start(to: live.server.port, .none)
    try await Self.converse(Self.configuration(live, .requested, port: counting.port))
    let packets = counting.packets
    await counting.stop()
    try #require(packets > 20)
    for index in [packets / 2, packets * 2 / 3] {
      // Behind the header and the flags of a DATA packet.
      let proxy = try await FaultyProxy.start(to: live.server.port, .flip(index, at: 2 + index % 7))
      let error = await #expect(throws: OracleConnectionError.self) {
        try await Self.converse(Self.configuration(live, .requested, port: proxy.port))
      }
      await proxy.stop()
      guard case .protocolViolation(let text)? = error?.reason, text.contains("checksum is wrong") else {
        Issue.record("packet \(index): \(String(describing: error))")
        continue
      }
    }
    await live.server.stop()
  }
}
