/// Where a listener answers: `(ADDRESS=(PROTOCOL=tcp)(HOST=...)(PORT=...))`.
public struct ConnectAddress: Sendable, Hashable {
  /// How bytes get there.
  public enum Transport: String, Sendable, Hashable {
    case tcp
    /// TLS from the first byte.
    case tcps
  }

  /// The port that Oracle's listeners have by default.
  public static let defaultPort = 1521

  public var transport: Transport
  /// A host name or an address (IPv6 without brackets).
  public var host: String
  public var port: Int

  public init(transport: Transport = .tcp, host: String, port: Int = defaultPort) {
    self.transport = transport
    self.host = host
    self.port = port
  }

  /// Reads an ADDRESS.
  ///
  /// - Throws: `ConnectStringError` for other protocols than TCP and TCPS, and for a proxy.
  public init(_ item: ConnectDescriptor) throws(ConnectStringError) {
    let name = item.setting("PROTOCOL") ?? "tcp"
    guard let transport = Transport(rawValue: name.lowercased()) else {
      throw ConnectStringError("protocol \(name.prefix(20)) is not supported", "use PROTOCOL=TCP or PROTOCOL=TCPS")
    }
    guard let host = item.setting("HOST") else { throw ConnectStringError("ADDRESS without HOST", "add (HOST=...)") }
    guard item.setting("HTTPS_PROXY") == nil else {
      throw ConnectStringError("a proxy (HTTPS_PROXY) is not supported", "name the listener itself")
    }
    var port = ConnectAddress.defaultPort
    if let item = item.child("PORT") { port = try ConnectAddress.port(item.value) }
    self.init(transport: transport, host: host, port: port)
  }

  /// The item that a descriptor has for it.
  public var descriptor: ConnectDescriptor {
    ConnectDescriptor(
      "ADDRESS",
      children: [
        ConnectDescriptor("PROTOCOL", transport.rawValue), ConnectDescriptor("HOST", host),
        ConnectDescriptor("PORT", String(port)),
      ])
  }

  /// A port from 1 to 65535 in decimal digits.
  static func port(_ text: some StringProtocol) throws(ConnectStringError) -> Int {
    guard let port = ConnectDescriptor.number(String(text)), (1...65535).contains(port) else {
      // Not quoted: in user/password@host:port a part of the password may stand here.
      throw ConnectStringError("what stands for the port is not a port", "give a number from 1 to 65535")
    }
    return port
  }
}

extension ConnectAddress: CustomStringConvertible {
  /// `host:port`, with `tcps://` before it where it is TLS.
  public var description: String {
    (transport == .tcps ? "tcps://" : "") + (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
  }
}
