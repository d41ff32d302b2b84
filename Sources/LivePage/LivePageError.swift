/// Why a page cannot be served.
public enum LivePageError: Error, Hashable, CustomStringConvertible {
  /// Another program listens on the port.
  case portTaken(Int)
  /// The address is not this machine's own.
  case notLoopback(String)
  /// The system's reason.
  case cannotListen(address: String, port: Int, reason: String)

  public var description: String {
    switch self {
    case .portTaken(let port):
      "the page cannot be served: another program listens on port \(port); name another one, or 0 for any that is free"
    case .notLoopback(let address):
      "the page is served to this machine alone, and \(address) is not its own address; use 127.0.0.1 or ::1, and from "
        + "another machine a tunnel such as ssh -L"
    case .cannotListen(let address, let port, let reason):
      "the page cannot be served on \(address), port \(port): \(reason)"
    }
  }
}
