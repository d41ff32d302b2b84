import OracleWire

/// Which release's protocol the stand-in speaks.
public enum StandInProfile: String, Sendable, CaseIterable {
  /// Field version 12, classical negotiation, no end-of-response messages.
  case release19c = "19c"
  /// Field version 24, fast authentication, end-of-response messages.
  case release23ai = "23ai"

  /// The TTC field version that the server announces.
  var fieldVersion: UInt8 {
    switch self {
    case .release19c: 12
    case .release23ai: 24
    }
  }

  /// The highest TNS version that the server accepts.
  var protocolVersion: UInt16 {
    switch self {
    case .release19c: 318
    case .release23ai: 319
    }
  }

  var acceptFlags: AcceptPacket.Flags {
    switch self {
    case .release19c: []
    case .release23ai: [.endOfResponse, .fastAuthentication]
    }
  }

  /// The release number that clients are told, in five parts.
  public var version: [UInt32] {
    switch self {
    case .release19c: [19, 3, 0, 0, 0]
    case .release23ai: [23, 4, 0, 0, 0]
    }
  }

  /// `AUTH_VERSION_NO`: the release in the layout that 18c began.
  var versionNumber: UInt32 {
    version[0] << 24 | version[1] << 16 | version[2] << 12 | version[3] << 4 | version[4]
  }
}
