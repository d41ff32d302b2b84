import Testing

@testable import OracleWire

/// Client and server against each other, and each against one that cheats.
@Suite struct LogonTests {
  static let kinds: [VerifierKind] = [.version12c, .version11g, .version11gAlternative, .version10g]

  private func request(_ logon: ClientLogon) -> AuthenticationRequest {
    AuthenticationRequest(user: "OT", mode: [.logon, .withPassword], pairs: logon.pairs)
  }

  private func response(_ proof: String) -> AuthenticationResponse {
    AuthenticationResponse(pairs: [AuthenticationPair("AUTH_SVR_RESPONSE", proof)])
  }

  @Test(
    arguments: kinds, ["tiger", "", "pässwörd mit 🚢 und mehr als sechzehn Bytes", String(repeating: "x", count: 1024)])
  func bothProveThemselves(_ kind: VerifierKind, _ password: String) throws {
    let server = try ServerLogon(user: "OT", password: password, kind: kind)
    let client = try ClientLogon(challenge: server.challenge, user: "OT", password: password)
    let proof = try #require(server.proof(for: request(client)))
    #expect(proof.count == 96)
    #expect(client.isServerProven(by: response(proof)))
    // The secret itself never travels.
    if password.count > 4 {
      for pair in client.pairs { #expect(!pair.value.contains(O5Logon.hex(password.utf8))) }
    }
    #expect(client.pairs.contains { $0.key == "AUTH_PBKDF2_SPEEDY_KEY" } == (kind == .version12c))
  }

  @Test(arguments: kinds, ["Tigers", "tiger ", "", "tigertigertigertiger"])
  func aWrongPasswordIsRefused(_ kind: VerifierKind, _ wrong: String) throws {
    let server = try ServerLogon(user: "OT", password: "tiger", kind: kind)
    let client = try ClientLogon(challenge: server.challenge, user: "OT", password: wrong)
    #expect(server.proof(for: request(client)) == nil)
  }

  @Test(arguments: kinds)
  func caseCountsButFor10g(_ kind: VerifierKind) throws {
    let server = try ServerLogon(user: "OT", password: "tiger", kind: kind)
    let client = try ClientLogon(challenge: server.challenge, user: "ot", password: "Tiger")
    #expect((server.proof(for: request(client)) != nil) == (kind == .version10g))
  }

  @Test(arguments: kinds)
  func aTamperedServerProofIsNoticed(_ kind: VerifierKind) throws {
    let server = try ServerLogon(user: "OT", password: "tiger", kind: kind)
    let client = try ClientLogon(challenge: server.challenge, user: "OT", password: "tiger")
    let proof = try O5Logon.bytes(hex: try #require(server.proof(for: request(client))))
    #expect(client.isServerProven(by: response(O5Logon.hex(proof))))
    // Any bit of the block that carries the words, or of the one before (which CBC mixes into it).
    for index in 0..<32 {
      var tampered = proof
      tampered[index] ^= 0x10
      #expect(!client.isServerProven(by: response(O5Logon.hex(tampered))), "byte \(index)")
    }
    for text in ["", "00", "XY", O5Logon.hex(proof.prefix(16)), O5Logon.hex(proof.reversed())] {
      #expect(!client.isServerProven(by: response(text)))
    }
    #expect(!client.isServerProven(by: AuthenticationResponse(pairs: [])))
    // The proof of another session.
    let other = try ClientLogon(challenge: server.challenge, user: "OT", password: "tiger")
    #expect(!other.isServerProven(by: response(O5Logon.hex(proof))))
  }

  @Test(arguments: kinds)
  func aTamperedClientAnswerIsRefused(_ kind: VerifierKind) throws {
    let server = try ServerLogon(user: "OT", password: "tiger", kind: kind)
    let client = try ClientLogon(challenge: server.challenge, user: "OT", password: "tiger")
    for key in ["AUTH_SESSKEY", "AUTH_PASSWORD"] {
      let index = try #require(client.pairs.firstIndex { $0.key == key })
      for value in ["", "0", "ZZ", "00", String(repeating: "0", count: 64), String(repeating: "0", count: 4096)] {
        var pairs = client.pairs
        pairs[index].value = value
        #expect(server.proof(for: AuthenticationRequest(user: "OT", mode: .logon, pairs: pairs)) == nil)
      }
      var pairs = client.pairs
      pairs.remove(at: index)
      #expect(server.proof(for: AuthenticationRequest(user: "OT", mode: .logon, pairs: pairs)) == nil)
    }
  }

  @Test func twoLogonsShareNothing() throws {
    let server = try ServerLogon(user: "OT", password: "tiger", kind: .version12c)
    let first = try ClientLogon(challenge: server.challenge, user: "OT", password: "tiger")
    let second = try ClientLogon(challenge: server.challenge, user: "OT", password: "tiger")
    for (one, other) in zip(first.pairs, second.pairs) { #expect(one.value != other.value) }
  }

  /// An 11g server's halves have 48 bytes: the key is mixed otherwise, and nothing is derived from a salt.
  @Test(.enabled(if: Captures.areThere, Captures.absence))
  func halvesOf48Bytes() throws {
    let row = try #require(Captures.rows("crypto/o5logon_vectors.tsv").first)
    let challenge = AuthenticationResponse(pairs: [
      AuthenticationPair("AUTH_SESSKEY", row[2]), AuthenticationPair("AUTH_VFR_DATA", row[3], flags: 0x1B25),
    ])
    let randomness = ClientLogon.Randomness(
      sessionKey: (0..<48).map { UInt8($0) }, passwordSalt: [UInt8](repeating: 7, count: 16), speedySalt: [])
    let logon = try ClientLogon(challenge: challenge, user: "OT", password: row[1], randomness: randomness)
    #expect(logon.sessionKey.count == 24)
    #expect(logon.pairs.map(\.key) == ["AUTH_SESSKEY", "AUTH_PASSWORD"])
    #expect(logon.pairs[0].value.count == 96)
    // What the server sees: the client's half under the password's key, the password under the mixed key.
    let key = try O5Logon.passwordKey(
      kind: .version11g, user: "", password: row[1], salt: O5Logon.bytes(hex: row[3]), iterations: 0)
    #expect(
      try O5Logon.decrypt(O5Logon.bytes(hex: logon.pairs[0].value), key: key.hash) == randomness.sessionKey)
    let padded = try O5Logon.decrypt(O5Logon.bytes(hex: logon.pairs[1].value), key: logon.sessionKey)
    #expect(try Array(#require(O5Logon.withoutPadding(padded))) == randomness.passwordSalt + Array(row[1].utf8))
  }

  /// Pairs of a 12c challenge, to break one at a time.
  static func challenge(_ changes: [String: String?] = [:], flags: UInt32 = 0x4815) -> AuthenticationResponse {
    var pairs = [
      AuthenticationPair("AUTH_SESSKEY", String(repeating: "5A", count: 32)),
      AuthenticationPair("AUTH_VFR_DATA", String(repeating: "A5", count: 16), flags: flags),
      AuthenticationPair("AUTH_PBKDF2_CSK_SALT", String(repeating: "3C", count: 16)),
      AuthenticationPair("AUTH_PBKDF2_VGEN_COUNT", "4096"), AuthenticationPair("AUTH_PBKDF2_SDER_COUNT", "3"),
    ]
    for (key, value) in changes {
      pairs.removeAll { $0.key == key }
      if let value { pairs.append(AuthenticationPair(key, value, flags: key == "AUTH_VFR_DATA" ? flags : 0)) }
    }
    return AuthenticationResponse(pairs: pairs)
  }

  @Test(
    arguments: [
      ["AUTH_SESSKEY": nil], ["AUTH_SESSKEY": ""], ["AUTH_SESSKEY": "5A"], ["AUTH_SESSKEY": "5"],
      ["AUTH_SESSKEY": "no hex"], ["AUTH_SESSKEY": String(repeating: "5A", count: 16)],
      ["AUTH_SESSKEY": String(repeating: "5A", count: 64)], ["AUTH_VFR_DATA": nil], ["AUTH_VFR_DATA": "A"],
      ["AUTH_PBKDF2_CSK_SALT": nil], ["AUTH_PBKDF2_CSK_SALT": "XX"], ["AUTH_PBKDF2_VGEN_COUNT": "many"],
      ["AUTH_PBKDF2_VGEN_COUNT": "0"], ["AUTH_PBKDF2_VGEN_COUNT": "-1"], ["AUTH_PBKDF2_VGEN_COUNT": "999999999999"],
      ["AUTH_PBKDF2_SDER_COUNT": "0"], ["AUTH_PBKDF2_SDER_COUNT": "4294967296"],
      ["AUTH_PBKDF2_SDER_COUNT": "99999999999999999999999"],
    ] as [[String: String?]])
  func aMalformedChallengeThrows(_ changes: [String: String?]) {
    #expect(throws: WireError.self) {
      try ClientLogon(challenge: Self.challenge(changes), user: "OT", password: "tiger")
    }
  }

  @Test func anUnbrokenChallengeIsTaken() throws {
    #expect(try ClientLogon(challenge: Self.challenge(), user: "OT", password: "tiger").pairs.count == 3)
  }

  @Test(arguments: [0, 0x938, 0x4814, UInt32.max])
  func anUnknownVerifierIsNamed(_ flags: UInt32) {
    let error = #expect(throws: WireError.self) {
      try ClientLogon(challenge: Self.challenge(flags: flags), user: "OT", password: "tiger")
    }
    #expect(error?.description.contains("0x" + String(flags, radix: 16)) == true)
  }
}
