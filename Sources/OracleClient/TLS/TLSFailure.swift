import NIOSSL

/// Why TLS was not agreed on, in words, with what to do.
struct TLSFailure: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }

  /// The words for an error of the TLS library; nil for other errors.
  init?(_ error: any Error) {
    switch error {
    case let failure as TLSFailure:
      self = failure
    case NIOSSLError.uncleanShutdown:
      return nil
    case NIOSSLError.handshakeFailed(let cause):
      self.init(TLSFailure.words("\(cause)"))
    case is NIOSSLExtraError, NIOSSLError.unableToValidateCertificate, NIOSSLError.cannotMatchULabel:
      self.init(
        "the server's certificate is for another host; check the host's name, or give SSL_SERVER_CERT_DN")
    case is NIOSSLError, is BoringSSLError:
      self.init(TLSFailure.words("\(error)"))
    default:
      return nil
    }
  }

  private static func words(_ text: String) -> String {
    if text.contains("CERTIFICATE_VERIFY_FAILED") {
      return
        "the server's certificate is not trusted: it has expired, or its authority is not in the wallet or among the "
        + "system's; check wallet_location"
    }
    if text.contains("WRONG_VERSION_NUMBER") || text.contains("INVALID_ALERT") || text.contains("UNEXPECTED_RECORD") {
      return "the other side speaks no TLS; check the port, or use TCP"
    }
    if text.contains("CERTIFICATE_REQUIRED") || text.contains("HANDSHAKE_FAILURE") || text.contains("BAD_CERTIFICATE") {
      return "the server demands a client certificate, or another one; check wallet_location"
    }
    if text.contains("UNKNOWN_CA") {
      return "the server does not trust the wallet's certificate"
    }
    if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL") {
      return "the server offers no version of TLS that is allowed; check SSL_VERSION"
    }
    return "the handshake failed (\(text.prefix(200)))"
  }
}
