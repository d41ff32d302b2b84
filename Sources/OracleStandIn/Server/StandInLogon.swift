import OracleWire

/// The logon of one client: the challenge of the first call, the check of the second.
struct StandInLogon {
  private let database: StandInDatabase
  private let options: StandInServer.Options
  private var pending: (user: String, logon: ServerLogon)?

  init(database: StandInDatabase, options: StandInServer.Options) {
    self.database = database
    self.options = options
  }

  /// Answers the first call.
  ///
  /// An unknown user gets a challenge too, that no password answers.
  mutating func challenge(_ request: AuthenticationRequest) throws -> AuthenticationResponse {
    let password = database.password(ofUser: request.user) ?? O5Logon.hex(O5Logon.random(16))
    let isOld = options.profile == .release11dot2
    // A server of 11.2 knows no 12c verifier.
    let kind = isOld && options.verifier != .version10g ? .version11gAlternative : options.verifier
    let logon = try ServerLogon(user: request.user, password: password, kind: kind, derivesKeys: !isOld)
    pending = (request.user, logon)
    return logon.challenge
  }

  /// Checks the second call and opens a session.
  ///
  /// - Throws: `OracleError` 1017 for a wrong password, and errors of the ALTER SESSION that came along.
  mutating func open(_ request: AuthenticationRequest) throws -> (StandInSession, AuthenticationResponse) {
    guard let (user, logon) = pending, user == request.user, let proof = logon.check(request) else {
      throw OracleError(code: 1017, message: "invalid username/password; logon denied")
    }
    pending = nil
    let client = request.pairs.first { $0.key == "PROXY_CLIENT_NAME" }?.value
    let newPassword = request.mode.contains(.changePassword) ? proof.newPassword : nil
    let session = try database.admit(
      user, mode: request.mode, client: client, changesPassword: newPassword != nil, isReadOnly: options.isReadOnly)
    do {
      for pair in request.pairs where pair.key == "AUTH_ALTER_SESSION" {
        let statement = try session.prepare(pair.value.filter { $0 != "\0" })
        _ = try session.execute(statement)
      }
    } catch {
      session.close()
      throw error
    }
    // Only now: a logon that is refused changes nothing.
    if let newPassword { database.changePassword(ofUser: user, to: newPassword) }
    return (session, AuthenticationResponse(pairs: pairs(session: session, proof: proof.response)))
  }

  private func pairs(session: StandInSession, proof: String) -> [AuthenticationPair] {
    let service = database.configuration.serviceName
    return [
      AuthenticationPair("AUTH_VERSION_STRING", "- oraferry stand-in"),
      AuthenticationPair("AUTH_VERSION_SQL", "25"),
      AuthenticationPair("AUTH_XACTION_TRAITS", "3"),
      AuthenticationPair("AUTH_VERSION_NO", String(options.profile.versionNumber)),
      AuthenticationPair("AUTH_VERSION_STATUS", "0"),
      AuthenticationPair("AUTH_SESSION_ID", String(session.identifier)),
      AuthenticationPair("AUTH_SERIAL_NUM", String(session.identifier)),
      AuthenticationPair("AUTH_INSTANCE_NO", "1"),
      AuthenticationPair("AUTH_MAX_OPEN_CURSORS", String(StandInCursors.most)),
      AuthenticationPair("AUTH_MAX_IDEN_LENGTH", "128"),
      AuthenticationPair("AUTH_SC_SERVICE_NAME", service),
      AuthenticationPair("AUTH_SC_DBUNIQUE_NAME", service),
      AuthenticationPair("AUTH_SC_INSTANCE_NAME", service),
      AuthenticationPair("AUTH_INSTANCENAME", service),
      AuthenticationPair("AUTH_SC_REAL_DBUNIQUE_NAME", service),
      AuthenticationPair("AUTH_SVR_RESPONSE", proof),
    ]
  }
}
