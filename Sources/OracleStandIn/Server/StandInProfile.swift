import OracleWire

/// Which release's protocol the stand-in speaks.
public enum StandInProfile: String, Sendable, CaseIterable {
  /// Field version 6, packets with short lengths, session keys that are mixed by MD5 and no 12c verifier.
  case release11dot2 = "11.2"
  /// Field version 7, the first with packets of long lengths.
  case release12dot1 = "12.1"
  /// Field version 12, classical negotiation, no end-of-response messages.
  case release19c = "19c"
  /// Field version 24, fast authentication, end-of-response messages.
  case release23ai = "23ai"

  /// The TTC field version that the server announces.
  var fieldVersion: UInt8 {
    switch self {
    case .release11dot2: 6
    case .release12dot1: 7
    case .release19c: 12
    case .release23ai: 24
    }
  }

  /// The highest TNS version that the server accepts.
  var protocolVersion: UInt16 {
    switch self {
    case .release11dot2: 314
    case .release12dot1: 315
    case .release19c: 318
    case .release23ai: 319
    }
  }

  /// Whether TLS begins twice: with the listener, and with the process that serves the session.
  ///
  /// Which releases spare the second time is not known; one profile does and one doesn't, so that clients meet both.
  var handsTLSOn: Bool { self == .release19c }

  var acceptFlags: AcceptPacket.Flags {
    switch self {
    case .release11dot2, .release12dot1, .release19c: []
    case .release23ai: [.endOfResponse, .fastAuthentication]
    }
  }

  /// The release number that clients are told, in five parts.
  public var version: [UInt32] {
    switch self {
    case .release11dot2: [11, 2, 0, 4, 0]
    case .release12dot1: [12, 1, 0, 2, 0]
    case .release19c: [19, 3, 0, 0, 0]
    case .release23ai: [23, 4, 0, 0, 0]
    }
  }

  /// `AUTH_VERSION_NO`: the release in the layout that 18c began, or the one before.
  var versionNumber: UInt32 {
    let parts = version
    guard parts[0] >= 18 else { return parts[0] << 24 | parts[1] << 20 | parts[2] << 12 | parts[3] << 8 | parts[4] }
    return parts[0] << 24 | parts[1] << 16 | parts[2] << 12 | parts[3] << 4 | parts[4]
  }
}
