import Testing

@testable import OracleWire

/// The derivations against session keys and verifiers of servers whose passwords are known.
@Suite struct O5LogonTests {
  static let vectors = Captures.rows("crypto/o5logon_vectors.tsv")

  @Test(.enabled(if: Captures.areThere, Captures.absence), arguments: vectors.filter { $0[0].hasPrefix("11g") })
  func theServersHalfOf11gEndsInItsPadding(_ row: [String]) throws {
    let key = try O5Logon.passwordKey(
      kind: .version11g, user: "", password: row[1], salt: O5Logon.bytes(hex: row[3]), iterations: 0)
    #expect(key.hash.count == 24)
    #expect(key.speedyKey == nil)
    let half = try O5Logon.decrypt(O5Logon.bytes(hex: row[2]), key: key.hash)
    #expect(half.count == 48)
    #expect(half.suffix(8) == ArraySlice(repeating: 8, count: 8))
    // Known plain texts stand in the row's last column.
    let words = row[4].split(separator: " ").map { O5Logon.hex(Captures.bytes(String($0))).lowercased() }
    if let plain = words.first(where: { $0.count == 80 }) {
      #expect(O5Logon.hex(half.prefix(40)).lowercased() == plain)
    }
    let wrong = try O5Logon.passwordKey(
      kind: .version11g, user: "", password: row[1] + "x", salt: O5Logon.bytes(hex: row[3]), iterations: 0)
    #expect(try O5Logon.decrypt(O5Logon.bytes(hex: row[2]), key: wrong.hash).suffix(8) != half.suffix(8))
  }

  @Test(.enabled(if: Captures.areThere, Captures.absence), arguments: vectors.filter { $0[0] == "12c_T_stored" })
  func theStoredVerifierOf12c(_ row: [String]) throws {
    let key = try O5Logon.passwordKey(
      kind: .version12c, user: "", password: row[1], salt: O5Logon.bytes(hex: row[3]), iterations: 4096)
    #expect(key.speedyKey?.count == 64)
    #expect(O5Logon.hex(key.hash).lowercased() == row[2].prefix(64))
  }

  @Test func theVectorsAreAllUsed() {
    guard Captures.areThere else { return }
    #expect(Self.vectors.filter { $0[0].hasPrefix("11g") }.count == 4)
    #expect(Self.vectors.filter { $0[0] == "12c_T_stored" }.count == 2)
  }

  @Test(.enabled(if: Captures.areThere, Captures.absence))
  func theWholeFlowOf12c() throws {
    var facts: [String: String] = [:]
    for line in try Captures.text("crypto/12c_full_flow.txt").split(separator: "\n") where !line.hasPrefix("#") {
      let split = try #require(line.firstRange(of: "  "))
      facts[String(line[..<split.lowerBound])] = line[split.upperBound...].trimmed
    }
    func fact(_ key: String) throws -> String { try #require(facts[key]) }
    func bytes(_ key: String) throws -> [UInt8] { try O5Logon.bytes(hex: fact(key)) }

    let key = try O5Logon.passwordKey(
      kind: .version12c, user: "", password: fact("password"), salt: bytes("AUTH_VFR_DATA"), iterations: 4096)
    #expect(try key.speedyKey == bytes("password_key (64)"))
    #expect(try key.hash == bytes("password_hash (32)"))
    #expect(try O5Logon.decrypt(bytes("AUTH_SESSKEY (server)"), key: key.hash) == bytes("server part A"))

    let challenge = AuthenticationResponse(pairs: [
      AuthenticationPair("AUTH_SESSKEY", try fact("AUTH_SESSKEY (server)")),
      AuthenticationPair("AUTH_VFR_DATA", try fact("AUTH_VFR_DATA"), flags: 0x4815),
      AuthenticationPair("AUTH_PBKDF2_CSK_SALT", try fact("AUTH_PBKDF2_CSK_SALT")),
      AuthenticationPair("AUTH_PBKDF2_VGEN_COUNT", try fact("AUTH_PBKDF2_VGEN_COUNT")),
      AuthenticationPair("AUTH_PBKDF2_SDER_COUNT", try fact("AUTH_PBKDF2_SDER_COUNT")),
    ])
    let logon = try ClientLogon(
      challenge: challenge, user: "OT", password: fact("password"),
      randomness: .init(
        sessionKey: bytes("client part B"), passwordSalt: bytes("salt for password"),
        speedySalt: bytes("salt for speedy key")))
    #expect(try logon.sessionKey == bytes("combo key"))
    let sent = Dictionary(uniqueKeysWithValues: logon.pairs.map { ($0.key, $0.value) })
    #expect(try sent["AUTH_SESSKEY"] == fact("AUTH_SESSKEY (client)"))
    #expect(try sent["AUTH_PASSWORD"] == fact("AUTH_PASSWORD"))
    #expect(try sent["AUTH_PBKDF2_SPEEDY_KEY"] == fact("AUTH_PBKDF2_SPEEDY_KEY"))
  }

  /// RFC 3962's idea of a check: known AES-CBC answers (NIST SP 800-38A vectors have another IV, so: both ways).
  @Test(arguments: [16, 24, 32])
  func encryptionBothWays(_ keyLength: Int) throws {
    var generator = SeededGenerator(3)
    for count in [0, 16, 32, 48, 160] {
      let key = generator.bytes(keyLength)
      let plain = generator.bytes(count)
      let encrypted = try O5Logon.encrypt(plain, key: key)
      #expect(encrypted.count == count)
      if count > 0 { #expect(try O5Logon.decrypt(encrypted, key: key) == plain) }
      let padded = try O5Logon.decrypt(O5Logon.encryptPadded(plain, key: key), key: key)
      #expect(padded.count == count + 16)
      #expect(O5Logon.withoutPadding(padded).map(Array.init) == plain)
    }
  }

  @Test func malformedBytes() {
    let key = [UInt8](repeating: 1, count: 32)
    #expect(throws: WireError.self) { try O5Logon.encrypt([1, 2, 3], key: key) }
    #expect(throws: WireError.self) { try O5Logon.decrypt([], key: key) }
    #expect(throws: WireError.self) { try O5Logon.decrypt([1, 2, 3], key: key) }
    #expect(throws: WireError.self) { try O5Logon.decrypt([UInt8](repeating: 0, count: 16), key: [1, 2, 3]) }
    #expect(throws: WireError.self) { try O5Logon.bytes(hex: "ABC") }
    #expect(throws: WireError.self) { try O5Logon.bytes(hex: "0G") }
    #expect(O5Logon.withoutPadding([]) == nil)
    #expect(O5Logon.withoutPadding([0]) == nil)
    #expect(O5Logon.withoutPadding([17]) == nil)
    #expect(O5Logon.withoutPadding([3, 3]) == nil)
    #expect(O5Logon.withoutPadding([2, 3, 3, 2]) == nil)
    #expect(O5Logon.withoutPadding([9, 1]) == [9])
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
