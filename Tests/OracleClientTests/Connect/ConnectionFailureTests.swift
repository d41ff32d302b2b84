import NIOCore
import NIOPosix
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// What a connection that fails says: place, cause, what to check; never the password.
struct ConnectionFailureTests {
  private func failure(_ configuration: OracleConnection.Configuration) async -> OracleConnectionError? {
    await #expect(throws: OracleConnectionError.self) { try await OracleConnection.connect(configuration) }
  }

  @Test(arguments: StandInProfile.allCases)
  func wrongPassword(profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile)
    for user in ["app", "nobody"] {
      var configuration = live.configuration
      configuration.user = user
      configuration.password = "guess-what"
      let error = await failure(configuration)
      #expect(error?.code == 1017)
      #expect(error?.description.contains("TESTDB") == true)
      #expect(error?.description.contains("guess-what") == false)
    }
    await live.server.stop()
  }

  @Test func wrongService() async throws {
    let live = try await LiveServer.start()
    var configuration = live.configuration
    configuration.service = .serviceName("nowhere")
    #expect(await failure(configuration)?.code == 12514)
    configuration.service = .sid("nowhere")
    #expect(await failure(configuration)?.code == 12505)
    await live.server.stop()
  }

  @Test func closedPort() async throws {
    let dead = try DeadPort()
    var configuration = OracleConnection.Configuration(
      host: "127.0.0.1", port: dead.number, service: .serviceName("S"), user: "u", password: "p")
    let error = await failure(configuration)
    #expect(error?.description.contains("127.0.0.1:\(dead.number)") == true)
    #expect(error?.isRetrySafe == true)
    configuration.host = "no-such-host.invalid"
    #expect(await failure(configuration)?.description.contains("no-such-host.invalid") == true)
  }

  @Test func aSilentServerIsNotWaitedForForEver() async throws {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let error = await failure(
      OracleConnection.Configuration(
        host: "127.0.0.1", port: channel.localAddress?.port ?? 0, service: .serviceName("x"), user: "u",
        password: "p", connectTimeout: 1))
    #expect(error?.reason == .timedOut(seconds: 1))
    try await channel.close()
  }

  /// A server of another protocol that speaks first.
  private final class Greeting: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelActive(context: ChannelHandlerContext) {
      let greeting = ByteBuffer(string: "SSH-2.0-OpenSSH_9.2p1 Debian\r\n")
      context.writeAndFlush(wrapOutboundOut(greeting), promise: nil)
    }
  }

  @Test func anotherProtocolIsNamed() async throws {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Greeting()) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let error = await failure(
      OracleConnection.Configuration(
        host: "127.0.0.1", port: channel.localAddress?.port ?? 0, service: .serviceName("x"), user: "u",
        password: "p", connectTimeout: 300))
    guard case .protocolViolation? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    try await channel.close()
  }

  @Test func aServerThatGoesAwayFailsTheCallUnderWay() async throws {
    let live = try await LiveServer.start()
    let connection = try await live.connect()
    live.server.cutConnections()
    let error = await #expect(throws: OracleConnectionError.self) {
      while true { try await connection.ping() }
    }
    #expect(error?.reason == .closedByServer)
    await live.server.stop()
  }
}
