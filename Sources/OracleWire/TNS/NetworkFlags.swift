/// What CONNECT and ACCEPT say of native network services: encryption, integrity, authentication.
public struct NetworkFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// They may be negotiated after the ACCEPT.
  public static let wanted = NetworkFlags(rawValue: 0x01)
  public static let disabled = NetworkFlags(rawValue: 0x04)
  /// The server takes no session without them.
  public static let required = NetworkFlags(rawValue: 0x10)
  /// Thick clients and servers set it; its meaning isn't public.
  public static let renegotiates = NetworkFlags(rawValue: 0x40)
  /// TLS can begin anew on a connection that is handed on.
  public static let renewsTLS = NetworkFlags(rawValue: 0x80)
}
