/// The server's side of O5LOGON, for the stand-in.
public struct ServerLogon: Sendable {
  /// What the client is to work from: message 8 of the first call.
  public let challenge: AuthenticationResponse
  private let kind: VerifierKind
  private let user: String
  private let password: String
  private let passwordKey: O5Logon.PasswordKey
  private let serverKey: [UInt8]
  /// Nil where the session's key is mixed by MD5.
  private let sessionSalt: [UInt8]?
  private static let derivationRounds = 3
  private static let verifierRounds = 4096

  /// Makes a challenge for an account.
  ///
  /// - Parameters:
  ///   - user: the name as the client gave it.
  ///   - derivesKeys: whether session keys come from PBKDF2, as from 12.1 on. A server of 11.2 mixes them by MD5: its
  ///     challenge has nothing of PBKDF2, and its half for an 11g verifier 48 bytes, of which the last eight are padding.
  /// - Throws: `WireError.unsupportedType` for a 12c verifier whose keys are not derived.
  public init(user: String, password: String, kind: VerifierKind, derivesKeys: Bool = true) throws(WireError) {
    guard derivesKeys || kind != .version12c else { throw .unsupportedType("a 12c verifier at a server of 11.2") }
    // A 10g verifier has none, but there are clients that need a value to be there.
    let salt = O5Logon.random(kind == .version12c ? 16 : 10)
    self.kind = kind
    self.user = user
    self.password = password
    serverKey =
      derivesKeys || kind == .version10g
      ? O5Logon.random(32) : O5Logon.random(40) + [UInt8](repeating: 8, count: 8)
    let sessionSalt = derivesKeys ? O5Logon.random(16) : nil
    self.sessionSalt = sessionSalt
    passwordKey = try O5Logon.passwordKey(
      kind: kind, user: user, password: password, salt: salt, iterations: ServerLogon.verifierRounds)
    let derivation = sessionSalt.map { salt in
      [
        AuthenticationPair("AUTH_PBKDF2_CSK_SALT", O5Logon.hex(salt)),
        AuthenticationPair("AUTH_PBKDF2_VGEN_COUNT", String(ServerLogon.verifierRounds)),
        AuthenticationPair("AUTH_PBKDF2_SDER_COUNT", String(ServerLogon.derivationRounds)),
      ]
    }
    challenge = AuthenticationResponse(
      pairs: [
        AuthenticationPair("AUTH_SESSKEY", O5Logon.hex(try O5Logon.encrypt(serverKey, key: passwordKey.hash))),
        AuthenticationPair("AUTH_VFR_DATA", O5Logon.hex(salt), flags: kind.rawValue),
      ] + (derivation ?? []) + [
        AuthenticationPair("AUTH_GLOBALLY_UNIQUE_DBID\0", O5Logon.hex(O5Logon.random(16)))
      ])
  }

  /// What a client has proved.
  public struct Proof: Sendable {
    /// AUTH_SVR_RESPONSE, the server's own proof.
    public var response: String
    /// The password that is to be from now on, when the client sent one.
    public var newPassword: String?
  }

  /// Checks the client's answer.
  ///
  /// - Returns: AUTH_SVR_RESPONSE, the server's own proof, or nil when the password is wrong.
  public func proof(for request: AuthenticationRequest) -> String? {
    check(request)?.response
  }

  /// Checks the client's answer, and reads the new password that came along.
  ///
  /// - Returns: nil when the password is wrong.
  public func check(_ request: AuthenticationRequest) -> Proof? {
    func bytes(_ key: String) -> [UInt8]? {
      guard let value = request.pairs.first(where: { $0.key == key })?.value else { return nil }
      return try? O5Logon.bytes(hex: value)
    }
    guard let encryptedKey = bytes("AUTH_SESSKEY"),
      let clientKey = try? O5Logon.decrypt(encryptedKey, key: passwordKey.hash),
      let sessionKey = try? O5Logon.sessionKey(
        kind: kind, serverKey: serverKey, clientKey: clientKey, salt: sessionSalt,
        iterations: ServerLogon.derivationRounds)
    else { return nil }
    /// A password behind 16 random bytes.
    func secret(_ key: String) -> [UInt8]? {
      guard let encrypted = bytes(key), let padded = try? O5Logon.decrypt(encrypted, key: sessionKey),
        let given = O5Logon.withoutPadding(padded), given.count >= 16
      else { return nil }
      return Array(given.dropFirst(16))
    }
    let plain = O5Logon.random(16) + Array("SERVER_TO_CLIENT".utf8) + [UInt8](repeating: 0x10, count: 16)
    guard let given = secret("AUTH_PASSWORD"), isRight(given),
      let response = try? O5Logon.encrypt(plain, key: sessionKey)
    else { return nil }
    return Proof(
      response: O5Logon.hex(response),
      newPassword: secret("AUTH_NEWPASSWORD").map { String(decoding: $0, as: UTF8.self) })
  }

  /// Who keeps nothing but a 10g verifier can't tell passwords apart that differ in case.
  private func isRight(_ given: [UInt8]) -> Bool {
    guard kind == .version10g else { return given == Array(password.utf8) }
    return Verifier10g.hash(user: user, password: String(decoding: given, as: UTF8.self))
      == Verifier10g.hash(user: user, password: password)
  }
}
