import OracleWire

/// A connection that could not be made or that broke, with what to check.
public struct OracleConnectionError: Error, Sendable, Hashable {
  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    case unreachable(String)
    /// The other side did not answer in time; the connection is closed.
    case timedOut(seconds: Double)
    /// A call was broken off as it took longer than it may; the connection can still be used.
    case callTookTooLong(seconds: Double)
    /// Nothing came for so long in a call, and the listener answers on no other connection either; the connection is closed.
    case silent(seconds: Int)
    case refused(code: Int?)
    /// TLS was not agreed on: a certificate that is not trusted or not the server's, a wallet that cannot be read.
    case notSecured(String)
    /// Client and server don't agree on whether the session is encrypted without TLS.
    case notEncrypted(String)
    case loginRejected(OracleError)
    case serverNotProven
    case unsupported(String)
    /// The other side does not speak Oracle's protocol, or breaks it.
    case protocolViolation(String)
    case closedByServer
    case closedHere
  }

  public var reason: Reason
  public var host: String
  public var port: Int
  public var service: String
  /// The listener that led to host and port, when one did.
  public var redirectedFrom: String?
  /// What went wrong at the addresses that were tried before this one.
  public var earlier: [Attempt] = []

  /// One address, and why it was not this one.
  public struct Attempt: Sendable, Hashable {
    /// Host and port.
    public var address: String
    public var reason: Reason
    /// How often that happened there.
    public var count = 1
  }

  public init(reason: Reason, host: String, port: Int, service: String) {
    self.reason = reason
    self.host = host
    self.port = port
    self.service = service
  }

  /// The ORA number that goes with the reason, where there is one.
  public var code: Int? {
    switch reason {
    case .refused(let code): code
    case .loginRejected(let error): error.code
    case .closedByServer: 3113
    default: nil
    }
  }

  /// Whether trying again, later or after mending the cause, cannot do work twice.
  public var isRetrySafe: Bool {
    switch reason {
    case .unreachable, .timedOut, .callTookTooLong, .refused, .notSecured, .notEncrypted: true
    default: false
    }
  }
}

extension OracleConnectionError.Reason {
  /// Whether it may be otherwise in a moment, so that another round over the addresses makes sense.
  var mayPass: Bool {
    switch self {
    case .unreachable, .timedOut, .refused, .closedByServer: true
    default: false
    }
  }
}
