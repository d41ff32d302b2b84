import NIOCore
import NIOPosix

#if canImport(Glibc)
  import Glibc
#endif

extension ListenerConnection {
  static func bootstrap(_ options: Options) -> ClientBootstrap {
    // Without EXPIRE_TIME a firewall that forgets a connection in mid-copy is noticed within two minutes.
    let idle = options.expireTime.map { min(Int(clamping: $0.components.seconds), longestIdleTime) } ?? 60
    let bootstrap = ClientBootstrap(group: options.group)
      .channelOption(.socketOption(.so_keepalive), value: 1)
      .channelOption(tcpOption(keepAliveIdle), value: idle)
      .channelOption(tcpOption(TCP_KEEPINTVL), value: 15)
      .channelOption(tcpOption(TCP_KEEPCNT), value: 4)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(
        .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: 16384, maximum: 262_144)
      )
      .connectTimeout(TimeAmount(options.transportTimeout))
    #if canImport(Glibc)
      // Keep-alives don't count while bytes of ours are on their way: those that nobody acknowledges end it, too.
      return bootstrap.channelOption(tcpOption(TCP_USER_TIMEOUT), value: (idle + 60) * 1000)
    #else
      return bootstrap
    #endif
  }

  /// The longest time in seconds that Linux takes.
  private static let longestIdleTime = 32_767

  private static func tcpOption(_ name: CInt) -> ChannelOptions.Types.SocketOption {
    ChannelOptions.Types.SocketOption(level: .tcp, name: NIOBSDSocket.Option(rawValue: name))
  }

  private static var keepAliveIdle: CInt {
    #if canImport(Darwin)
      TCP_KEEPALIVE
    #else
      TCP_KEEPIDLE
    #endif
  }

  /// The system's words for a failed connect, without the library's wrapping.
  static func reasonText(_ error: any Error) -> String {
    if let failure = error as? NIOConnectionError {
      if let dns = failure.dnsAError ?? failure.dnsAAAAError, failure.connectionErrors.isEmpty {
        return "the host name is not known (\(dns))"
      }
      if let first = failure.connectionErrors.first { return reasonText(first.error) }
    }
    if let failure = error as? IOError {
      return failure.errnoCode == ECONNREFUSED ? "connection refused: nothing listens at this port" : "\(failure)"
    }
    if let failure = TLSFailure(error) { return failure.reason }
    return "\(error)"
  }
}
