/// The client's side of O5LOGON: from the server's challenge to a proof, and the check of the server's own proof.
public struct ClientLogon: Sendable {
  /// Random bytes that a logon needs; tests give fixed ones.
  public struct Randomness: Sendable {
    public var sessionKey: [UInt8]
    public var passwordSalt: [UInt8]
    public var speedySalt: [UInt8]

    public init(sessionKey: [UInt8], passwordSalt: [UInt8], speedySalt: [UInt8]) {
      self.sessionKey = sessionKey
      self.passwordSalt = passwordSalt
      self.speedySalt = speedySalt
    }

    /// Fresh bytes of the system's generator; the longest session key has 48.
    public static func fresh() -> Randomness {
      Randomness(
        sessionKey: O5Logon.random(48), passwordSalt: O5Logon.random(16), speedySalt: O5Logon.random(16))
    }
  }

  /// The values that go to the server, secrets only in encrypted form.
  public let pairs: [AuthenticationPair]
  /// How the server keeps the password, by its challenge.
  public let verifier: VerifierKind
  let sessionKey: [UInt8]

  /// Answers a challenge.
  ///
  /// - Parameters:
  ///   - user: whose password it is; a 10g verifier depends on the name.
  ///   - newPassword: what the password is to be from now on; nil when it stays.
  /// - Throws: `WireError.unsupportedType` for a verifier that is not known, `WireError.malformed` for a challenge that
  ///   lacks something.
  public init(
    challenge: AuthenticationResponse, user: String, password: String, newPassword: String? = nil,
    randomness: Randomness = .fresh()
  ) throws(WireError) {
    guard let verifier = challenge.pairs.first(where: { $0.key == "AUTH_VFR_DATA" }) else {
      throw .malformed("an authentication reply without AUTH_VFR_DATA")
    }
    guard let kind = VerifierKind(rawValue: verifier.flags) else {
      throw .unsupportedType(
        "the password verifier 0x\(String(verifier.flags, radix: 16)) of this account; a new password after setting "
          + "SQLNET.ALLOWED_LOGON_VERSION_SERVER to 11 or higher gives it one that is")
    }
    self.verifier = kind
    // Whatever stands in the place of a 10g verifier's salt is not looked at: servers may leave it empty.
    let salt = kind == .version10g ? [] : try O5Logon.bytes(hex: verifier.value)
    let passwordKey = try O5Logon.passwordKey(
      kind: kind, user: user, password: password, salt: salt,
      iterations: try challenge.number("AUTH_PBKDF2_VGEN_COUNT", default: 4096))
    let serverKey = try O5Logon.decrypt(try challenge.bytes("AUTH_SESSKEY"), key: passwordKey.hash)
    guard serverKey.count == 32 || serverKey.count == 48 && kind != .version10g else {
      throw .malformed("a session key of \(serverKey.count) bytes")
    }
    // A server of 11.2 derives nothing: it shows by long halves for an 11g verifier, for a 10g one by the missing salt.
    let isMixed: Bool =
      switch kind {
      case .version10g: challenge["AUTH_PBKDF2_CSK_SALT"] == nil
      case .version11g, .version11gAlternative: serverKey.count == 48
      case .version12c: false
      }
    let clientKey = Array(randomness.sessionKey.prefix(serverKey.count))
    let sessionKey = try O5Logon.sessionKey(
      kind: kind, serverKey: serverKey, clientKey: clientKey,
      salt: isMixed ? nil : try challenge.bytes("AUTH_PBKDF2_CSK_SALT"),
      iterations: try challenge.number("AUTH_PBKDF2_SDER_COUNT", default: 3))
    self.sessionKey = sessionKey
    let encryptedKey = try O5Logon.encrypt(clientKey, key: passwordKey.hash)
    var pairs = [AuthenticationPair("AUTH_SESSKEY", O5Logon.hex(encryptedKey), flags: 1)]
    if let speedyKey = passwordKey.speedyKey {
      let encrypted = try O5Logon.encryptPadded(randomness.speedySalt + speedyKey, key: sessionKey)
      pairs.append(AuthenticationPair("AUTH_PBKDF2_SPEEDY_KEY", O5Logon.hex(encrypted.prefix(80))))
    }
    let encryptedPassword = try O5Logon.encryptPadded(randomness.passwordSalt + Array(password.utf8), key: sessionKey)
    pairs.append(AuthenticationPair("AUTH_PASSWORD", O5Logon.hex(encryptedPassword)))
    if let newPassword {
      let encrypted = try O5Logon.encryptPadded(O5Logon.random(16) + Array(newPassword.utf8), key: sessionKey)
      pairs.append(AuthenticationPair("AUTH_NEWPASSWORD", O5Logon.hex(encrypted)))
    }
    self.pairs = pairs
  }

  /// Whether the server has shown that it knows the password too.
  public func isServerProven(by response: AuthenticationResponse) -> Bool {
    guard let proof = try? O5Logon.decrypt(try response.bytes("AUTH_SVR_RESPONSE"), key: sessionKey) else {
      return false
    }
    return proof.count >= 32 && Array(proof[16..<32]) == Array("SERVER_TO_CLIENT".utf8)
  }
}
