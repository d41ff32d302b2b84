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
}

extension OracleError: CustomStringConvertible {
  public var description: String {
    guard let position, position > 0 else { return message }
    return "\(message) (at offset \(position))"
  }
}
