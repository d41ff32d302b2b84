extension OracleConnectionError: CustomStringConvertible {
  public var description: String {
    guard !earlier.isEmpty else { return sentence }
    // Every address with its reason, and the remedies once, by the last.
    let last = Attempt(address: address, reason: reason)
    let list = (earlier + [last]).reduce(into: [Attempt]()) { list, attempt in attempt.add(to: &list) }
    guard list.count > 1 else { return sentence + " (tried \(list[0].count) times)" }
    return "no address of service \(service) led to it: " + list.map(\.text).joined(separator: "; ")
  }

  /// `host:port`, and the listener that led there.
  var address: String {
    (host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)")
      + (redirectedFrom.map { " (where \($0) redirects to)" } ?? "")
  }

  private var sentence: String {
    let place = "Oracle at \(address), service \(service)"
    switch reason {
    case .unreachable(let why):
      return "cannot reach \(place): \(why); check host and port, and that the listener runs"
    case .timedOut:
      return "\(place) \(reason.text); check host, port and firewalls"
    case .callTookTooLong:
      return "\(place): \(reason.text); give it more time"
    case .silent:
      return "\(place) \(reason.text); check the network in between (firewalls, VPN) and that the host is up"
    case .refused(let code):
      return (code.map { "ORA-\($0): " } ?? "") + "\(place): \(Reason.refusal(code))"
    case .notSecured(let why):
      return "\(place): no TLS: \(why)"
    case .loginRejected(let error):
      return "\(place): \(error.message); \(Reason.remedy(ofLogon: error.code))"
    case .serverNotProven, .unsupported, .notEncrypted:
      return "\(place): \(reason.text)"
    case .protocolViolation:
      return "\(place): \(reason.text); check that an Oracle listener answers at this port"
    case .closedByServer:
      return "the connection to \(place) was lost; check that the database still runs"
    case .closedHere:
      return "the connection to \(place) is closed"
    }
  }
}

extension OracleConnectionError.Attempt {
  /// Appends the attempt, or counts it when the same happened before.
  fileprivate func add(to list: inout [OracleConnectionError.Attempt]) {
    if let index = list.firstIndex(where: { $0.address == address && $0.reason == reason }) {
      list[index].count += count
    } else {
      list.append(self)
    }
  }

  fileprivate var text: String { "\(address): \(reason.text)" + (count > 1 ? " (\(count) times)" : "") }
}

extension OracleConnectionError.Reason {
  /// What went wrong, without the place.
  var text: String {
    switch self {
    case .unreachable(let why): why
    case .timedOut(let seconds): "did not answer within \(OracleConnectionError.Reason.shown(seconds)) seconds"
    case .callTookTooLong(let seconds):
      "a call was broken off after \(OracleConnectionError.Reason.shown(seconds)) seconds"
    case .silent(let seconds):
      "has said nothing for \(seconds) seconds in a call, and the listener does not answer on another connection either"
    case .refused(let code): (code.map { "ORA-\($0): " } ?? "") + OracleConnectionError.Reason.refusal(code)
    case .notSecured(let why): "no TLS: \(why)"
    case .loginRejected(let error): error.message
    case .serverNotProven: "the server could not prove that it knows the password; something may stand between"
    case .unsupported(let what), .protocolViolation(let what), .notEncrypted(let what): what
    case .closedByServer: "the connection was closed before the service answered"
    case .closedHere: "closed"
    }
  }

  private static func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int64(seconds))" : "\(seconds)"
  }

  /// What to check when a logon was rejected.
  static func remedy(ofLogon code: Int) -> String {
    switch code {
    case 28000: "have the account unlocked, or wait"
    case 28001: "change the password (ALTER USER, or PASSWORD in SQL*Plus), then try again"
    case 28009: "set privilege = sysdba"
    case 28150: "have the user grant CONNECT THROUGH to the proxy"
    case 1045: "have CREATE SESSION granted to the user"
    case 1031: "check privilege, and what was granted to the user"
    case 38802: "check edition"
    default: "check user and password"
    }
  }

  /// What a listener's refusal means, by the text of Oracle's error messages, and what to check.
  static func refusal(_ code: Int?) -> String {
    switch code {
    case 12514:
      "the listener does not know this service name; check service_name (lsnrctl services lists what it knows)"
    case 12505: "the listener does not know this SID; check sid, or use service_name instead"
    case 12516, 12519:
      "the listener has no free handler for this service; the database may be at its limit of processes: try again later"
    case 12518: "the listener could not hand the connection on; check the database host's memory and processes"
    case 12520:
      "the listener has no handler for this kind of server; check SERVER (dedicated, shared or pooled), try again later"
    case 12650, 12660:
      "no cipher or checksum in common: the server must take AES128, AES192 or AES256 and SHA1, SHA256, SHA384 or "
        + "SHA512 (SQLNET.ENCRYPTION_TYPES_SERVER, SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER)"
    case 12526: "the database is in restricted mode"
    case 12527, 12528: "the database blocks new connections: it starts, is only mounted, or is in restricted mode"
    default: "the listener refused the connection; check that the database is open"
    }
  }
}
