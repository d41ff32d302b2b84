/// The server's side of O5LOGON, for the stand-in.
public struct ServerLogon: Sendable {
  /// What the client is to work from: message 8 of the first call.
  public let challenge: AuthenticationResponse
  private let kind: VerifierKind
  private let password: [UInt8]
  private let passwordKey: O5Logon.PasswordKey
  private let serverKey: [UInt8]
  private let sessionSalt: [UInt8]
  private static let derivationRounds = 3
  private static let verifierRounds = 4096

  /// Makes a challenge for an account.
  public init(password: String, kind: VerifierKind) throws(WireError) {
    let salt = O5Logon.random(kind == .version12c ? 16 : 10)
    self.kind = kind
    self.password = Array(password.utf8)
    serverKey = O5Logon.random(32)
    sessionSalt = O5Logon.random(16)
    passwordKey = try O5Logon.passwordKey(
      kind: kind, password: self.password, salt: salt, iterations: ServerLogon.verifierRounds)
    challenge = AuthenticationResponse(pairs: [
      AuthenticationPair("AUTH_SESSKEY", O5Logon.hex(try O5Logon.encrypt(serverKey, key: passwordKey.hash))),
      AuthenticationPair("AUTH_VFR_DATA", O5Logon.hex(salt), flags: kind.rawValue),
      AuthenticationPair("AUTH_PBKDF2_CSK_SALT", O5Logon.hex(sessionSalt)),
      AuthenticationPair("AUTH_PBKDF2_VGEN_COUNT", String(ServerLogon.verifierRounds)),
      AuthenticationPair("AUTH_PBKDF2_SDER_COUNT", String(ServerLogon.derivationRounds)),
      AuthenticationPair("AUTH_GLOBALLY_UNIQUE_DBID\0", O5Logon.hex(O5Logon.random(16))),
    ])
  }

  /// Checks the client's answer.
  ///
  /// - Returns: AUTH_SVR_RESPONSE, the server's own proof, or nil when the password is wrong.
  public func proof(for request: AuthenticationRequest) -> String? {
    func bytes(_ key: String) -> [UInt8]? {
      guard let value = request.pairs.first(where: { $0.key == key })?.value else { return nil }
      return try? O5Logon.bytes(hex: value)
    }
    guard let encryptedKey = bytes("AUTH_SESSKEY"), let encryptedPassword = bytes("AUTH_PASSWORD"),
      let clientKey = try? O5Logon.decrypt(encryptedKey, key: passwordKey.hash),
      let sessionKey = try? O5Logon.sessionKey(
        kind: kind, serverKey: serverKey, clientKey: clientKey, salt: sessionSalt,
        iterations: ServerLogon.derivationRounds),
      let padded = try? O5Logon.decrypt(encryptedPassword, key: sessionKey),
      let given = O5Logon.withoutPadding(padded), given.count >= 16,
      Array(given.dropFirst(16)) == password
    else { return nil }
    let plain = O5Logon.random(16) + Array("SERVER_TO_CLIENT".utf8) + [UInt8](repeating: 0x10, count: 16)
    return (try? O5Logon.encrypt(plain, key: sessionKey)).map(O5Logon.hex)
  }
}
