/// Whether a session over plain TCP is encrypted and sealed by native network encryption, in Oracle's words.
///
/// A session in TLS is protected already, and doesn't negotiate.
public enum NativeEncryption: String, Sendable, Hashable, CaseIterable {
  /// Never: a server that requires it is not talked to.
  case rejected
  /// When the server requires it.
  case accepted
  /// When the server can.
  case requested
  /// Always: a server that doesn't encrypt is not talked to.
  case required

  /// Whether the client asks for it before it knows what the server wants.
  public var asksFirst: Bool { self == .requested || self == .required }
}
