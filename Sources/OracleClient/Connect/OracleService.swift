import OracleWire

/// What a listener is asked for.
public enum OracleService: Sendable, Hashable {
  case serviceName(String)
  case sid(String)

  /// The name, for messages.
  public var name: String {
    switch self {
    case .serviceName(let name), .sid(let name): name
    }
  }

  init(_ description: ConnectDescription) {
    self = description.sid.map { .sid($0) } ?? .serviceName(description.serviceName ?? "")
  }

  /// The descriptor's item, with what could break out of it removed.
  var item: ConnectDescriptor {
    switch self {
    case .serviceName(let name): ConnectDescriptor("SERVICE_NAME", OracleService.plain(name))
    case .sid(let name): ConnectDescriptor("SID", OracleService.plain(name))
    }
  }

  static func plain(_ text: String) -> String {
    text.filter { !"()=\\\"'\0".contains($0) && !$0.isNewline }
  }
}
