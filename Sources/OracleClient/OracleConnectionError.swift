import OracleWire

/// A connection that could not be made or that broke, with what to check.
public struct OracleConnectionError: Error, Sendable, Hashable {
  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    case unreachable(String)
    case timedOut(seconds: Int)
    case refused(code: Int?)
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
    case .unreachable, .timedOut, .refused: true
    default: false
    }
  }
}

extension OracleConnectionError: CustomStringConvertible {
  public var description: String {
    let place = "Oracle at \(host):\(port), service \(service)"
    switch reason {
    case .unreachable(let why):
      return "cannot reach \(place): \(why); check host and port, and that the listener runs"
    case .timedOut(let seconds):
      return "\(place) did not answer within \(seconds) seconds; check host, port and firewalls"
    case .refused(let code):
      switch code {
      case 12514?:
        return "ORA-12514: \(place): the listener does not know this service name; check service_name "
          + "(lsnrctl services lists what it knows)"
      case 12505?:
        return "ORA-12505: \(place): the listener does not know this SID; check sid, or use service_name instead"
      case let code?:
        return "ORA-\(code): \(place): the listener refused the connection; check that the database is open"
      case nil:
        return "\(place): the listener refused the connection; check that the database is open"
      }
    case .loginRejected(let error):
      return "\(place): \(error.message); check user and password"
    case .serverNotProven:
      return "\(place): the server could not prove that it knows the password; something may stand between"
    case .unsupported(let what):
      return "\(place): \(what)"
    case .protocolViolation(let what):
      return "\(place): \(what); check that an Oracle listener answers at this port"
    case .closedByServer:
      return "the connection to \(place) was lost; check that the database still runs"
    case .closedHere:
      return "the connection to \(place) is closed"
    }
  }
}
