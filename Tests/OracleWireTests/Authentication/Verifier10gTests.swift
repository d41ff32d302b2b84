import Testing

@testable import OracleWire

/// A verifier that is known to every DBA, and the logon by it.
@Suite("10g verifier") struct Verifier10gTests {
  @Test(
    "verifiers of accounts whose passwords are known",
    arguments: [
      ("SYSTEM", "MANAGER", "D4DF7931AB130E37"), ("SCOTT", "TIGER", "F894844C34402B67"),
      ("SYS", "CHANGE_ON_INSTALL", "D4C5016086B2DC6A"), ("username", "password", "872805F3F4C83365"),
      ("ScO", "ttTiGGeR", "7AA1A84E31ED7771"), ("strat_user", "strat_passwd", "AEBEDBB4EFB5225B"),
      ("USER", "#95LWEIGHTS", "000EA4D72A142E29"), ("ALFREDO", "CIAO2010", "EB026A76F0650F7B"),
    ])
  func published(user: String, password: String, expected: String) {
    #expect(O5Logon.hex(Verifier10g.hash(user: user, password: password)) == expected)
    #expect(O5Logon.hex(Verifier10g.hash(user: "\"\(user)\"", password: password.lowercased())) == expected)
    #expect(O5Logon.hex(Verifier10g.hash(user: user, password: password + " ")) != expected)
  }

  /// The expected one comes from a program of its own over OpenSSL's DES.
  @Test("letters beyond ASCII, each by its own upper case") func otherLetters() {
    #expect(O5Logon.hex(Verifier10g.hash(user: "Müller", password: "žluťoučký")) == "4ED98FEBA60FCB5C")
    #expect(Verifier10g.hash(user: "a", password: "straße") == Verifier10g.hash(user: "A", password: "STRAßE"))
    #expect(Verifier10g.hash(user: "a", password: "straße") != Verifier10g.hash(user: "A", password: "STRASSE"))
    #expect(Verifier10g.hash(user: "", password: "") == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(Verifier10g.hash(user: "\"", password: String(repeating: "🚢", count: 500)).count == 8)
  }

  /// What a client sends, computed by a program of its own over OpenSSL's ciphers and Python's hashlib.
  @Test(
    "the answer to a challenge of 11.2, and of 12.1 and later",
    arguments: [
      (false, "F389DBE87BFB80E7AA00BD339BCD994BAD526AD99241485E325A33EA815985F6"),
      (true, "D5070362B15B0B53C58038FE879BB4FE52676ED58771B080ADA0AD6FA1F0F969"),
    ])
  func answer(derivesKeys: Bool, password: String) throws {
    var pairs = [
      AuthenticationPair("AUTH_SESSKEY", "7B5868D4306922B217AA8E721A44D235378B6104A9E9CCFF5D915DC76725E1B0"),
      AuthenticationPair("AUTH_VFR_DATA", "", flags: 2361),
    ]
    if derivesKeys {
      pairs.append(AuthenticationPair("AUTH_PBKDF2_CSK_SALT", String(repeating: "3C", count: 16)))
      pairs.append(AuthenticationPair("AUTH_PBKDF2_SDER_COUNT", "3"))
    }
    let logon = try ClientLogon(
      challenge: AuthenticationResponse(pairs: pairs), user: "scott", password: "tiger",
      randomness: .init(
        sessionKey: (0..<48).map { UInt8(truncatingIfNeeded: $0 * 7) },
        passwordSalt: [UInt8](repeating: 7, count: 16), speedySalt: []))
    #expect(logon.verifier == .version10g)
    #expect(
      logon.pairs == [
        AuthenticationPair(
          "AUTH_SESSKEY", "745E14B2C6BFAE1147AA2A9DCD587310C35CD9F01782C067A0D3B6633E8A2475", flags: 1),
        AuthenticationPair("AUTH_PASSWORD", password),
      ])
  }

  @Test("both sides, by keys that are derived and by keys that are mixed", arguments: [true, false])
  func bothSides(derivesKeys: Bool) throws {
    let server = try ServerLogon(user: "ot", password: "Tiger-7", kind: .version10g, derivesKeys: derivesKeys)
    #expect((server.challenge["AUTH_PBKDF2_CSK_SALT"] != nil) == derivesKeys)
    #expect(server.challenge["AUTH_SESSKEY"]?.utf8.count == 64)
    func proof(_ user: String, _ password: String, new: String? = nil) throws -> (ClientLogon, ServerLogon.Proof?) {
      let client = try ClientLogon(challenge: server.challenge, user: user, password: password, newPassword: new)
      return (client, server.check(AuthenticationRequest(user: "OT", mode: .logon, pairs: client.pairs)))
    }
    // The case of neither is kept.
    for (user, password) in [("ot", "Tiger-7"), ("OT", "TIGER-7"), ("\"Ot\"", "tiger-7")] {
      let (client, given) = try proof(user, password, new: "Zweites-2")
      let found = try #require(given)
      #expect(found.newPassword == "Zweites-2")
      #expect(
        client.isServerProven(
          by: AuthenticationResponse(pairs: [AuthenticationPair("AUTH_SVR_RESPONSE", found.response)])))
    }
    for (user, password) in [("ot", "Tiger-8"), ("ott", "Tiger-7"), ("ot", ""), ("", "Tiger-7")] {
      #expect(try proof(user, password).1 == nil)
    }
  }

  @Test("challenges of any lengths and bytes end in an answer or an error") func hostileChallenges() {
    var generator = SeededGenerator(11)
    var answered = 0
    for round in 0..<600 {
      var pairs: [AuthenticationPair] = []
      for key in ["AUTH_SESSKEY", "AUTH_VFR_DATA", "AUTH_PBKDF2_CSK_SALT", "AUTH_PBKDF2_SDER_COUNT"]
      where Int.random(in: 0..<8, using: &generator) > 0 {
        let length = round % 3 == 0 ? Int.random(in: 0...70, using: &generator) : [0, 16, 32, 48][round % 4]
        let value = key == "AUTH_PBKDF2_SDER_COUNT" ? "3" : O5Logon.hex(generator.bytes(length))
        pairs.append(AuthenticationPair(key, value, flags: key == "AUTH_VFR_DATA" ? 0x939 : 0))
      }
      do throws(WireError) {
        let logon = try ClientLogon(challenge: AuthenticationResponse(pairs: pairs), user: "U", password: "p")
        #expect(logon.pairs.count == 2)
        answered += 1
      } catch {}
    }
    #expect(answered > 20 && answered < 580)
  }
}
