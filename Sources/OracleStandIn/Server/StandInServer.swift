import NIOCore
import NIOPosix
import OracleWire

/// Serves a stand-in database on a loopback port, over Oracle's wire protocol.
public final class StandInServer: Sendable {
  /// How the server presents itself.
  public struct Options: Sendable {
    public var profile: StandInProfile
    /// 0 takes a free port.
    public var port: Int
    /// How passwords are verified: by the 12c form, or the 11g one, which release 11.2 has in its place, or the 10g one.
    public var verifier: VerifierKind
    /// The longest packet in bytes that is agreed to.
    public var sessionDataUnit: UInt32
    /// TLS from the first byte (TCPS); nil for plain TCP.
    public var tls: StandInTLS?
    /// Native network encryption and integrity that clients may have; nil for none.
    public var nativeServices: NativeServicesOffer?
    /// Whether the port is that of a standby, open read-only while what happens elsewhere is applied to it.
    public var isReadOnly = false

    public init(
      profile: StandInProfile = .release23ai, port: Int = 0, verifier: VerifierKind = .version12c,
      sessionDataUnit: UInt32 = 65536, tls: StandInTLS? = nil, nativeServices: NativeServicesOffer? = nil
    ) {
      self.profile = profile
      self.port = port
      self.verifier = verifier
      self.sessionDataUnit = sessionDataUnit
      self.tls = tls
      self.nativeServices = nativeServices
    }
  }

  public let database: StandInDatabase
  public let options: Options
  /// The port that is served.
  public let port: Int
  private let channel: any Channel
  private let quiescing: StandInConnections

  private init(
    database: StandInDatabase, options: Options, port: Int, channel: any Channel, quiescing: StandInConnections
  ) {
    self.database = database
    self.options = options
    self.port = port
    self.channel = channel
    self.quiescing = quiescing
  }

  /// Starts to serve on 127.0.0.1.
  ///
  /// - Throws: `IOError` when the port is taken.
  public static func start(
    database: StandInDatabase, options: Options = Options(),
    on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) async throws -> StandInServer {
    let connections = StandInConnections()
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          connections.add(channel)
          try options.tls?.add(to: channel)
          try channel.pipeline.syncOperations.addHandler(
            StandInChannelHandler(database: database, options: options))
        }
      }
      .bind(host: "127.0.0.1", port: options.port).get()
    return StandInServer(
      database: database, options: options, port: channel.localAddress?.port ?? options.port, channel: channel,
      quiescing: connections)
  }

  /// Stops to listen and cuts all connections.
  public func stop() async {
    try? await channel.close()
    quiescing.closeAll()
  }

  /// Cuts all connections, as a killed server does, and goes on listening.
  public func cutConnections() {
    quiescing.closeAll()
  }
}
