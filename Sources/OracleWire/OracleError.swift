/// An error that an Oracle server reported.
public struct OracleError: Error, Sendable, Hashable {
  /// The ORA number, such as 942.
  public var code: Int
  /// The server's text, such as `ORA-00942: table or view does not exist`, without the final newline.
  public var message: String
  /// Where in the statement the fault was found: 0-based offset in bytes; nil when the server named none.
  public var position: Int?

  /// Makes an error; a message without its `ORA-` prefix gets one.
  public init(code: Int, message: String, position: Int? = nil) {
    self.code = code
    let digits = String(code)
    let prefix = "ORA-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    self.message = message.hasPrefix("ORA-") ? message : "\(prefix): \(message)"
    self.position = position
  }

  /// Whether the session that the error came from is of no more use: killed, timed out, or its server going down.
  ///
  /// The numbers by which python-oracledb knows it.
  public var endsSession: Bool {
    switch code {
    case 22, 28, 31, 45, 378, 600, 602, 603, 609, 1012, 1041, 1043, 1089, 1092, 2396, 3113, 3114, 3122, 3135, 12153,
      12537, 12547, 12570, 12583, 27146, 28511, 56600:
      true
    default:
      false
    }
  }

  /// Whether the same statement may be sent again on a new connection without doing its work twice.
  ///
  /// True for faults that strike before a statement has an effect: a refused session, a deadlock or lock wait whose
  /// statement was rolled back, an instance on its way up or down. A session lost in mid-call (ORA-03113) is not among
  /// them: whether a COMMIT arrived is not known.
  public var isRetrySafe: Bool {
    switch code {
    case 54, 60, 1033, 1034, 1089, 1090, 4068, 8177, 12514, 12516, 12519, 12520, 12526...12528, 12541:
      true
    default:
      false
    }
  }

  /// Whether Oracle cannot show, or not to this user, the rows of an SCN that lies back.
  public var isOfTheSnapshot: Bool {
    // Snapshot too old, of a LOB, definition changed, object gone or truncated, invalid ROWID, SCN without a time, no
    // flashback beyond a definition, no privilege.
    [1555, 22924, 1466, 8103, 1410, 8181, 8180, 1031, 8182].contains(code)
  }
}

extension OracleError: CustomStringConvertible {
  public var description: String {
    guard let position, position > 0 else { return message }
    return "\(message) (at offset \(position))"
  }
}
