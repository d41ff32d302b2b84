import Foundation
import Testing

@testable import PostgresClient

/// Calls that last for longer than the server may be silent.
@Suite struct StallWatchTests {
  @Test(arguments: [true, false]) func aBusyServerIsWaitedFor(byTCP: Bool) async throws {
    let parameters = byTCP ? try await PrivateServer.tcpParameters() : try await PrivateServer.parameters()
    // A server's answer to each of the three questions has as long as the silence: time enough on a busy machine.
    let session = try await PostgresSession.connect(parameters, stallTimeout: 8)
    #expect(try await session.execute("SELECT pg_sleep(20), 'done'").rows.first?.last == "done")
    await session.close()
  }

  @Test func aProbeTellsSilenceFromAnAnswer() async throws {
    let port = try await PrivateServer.tcpParameters()["port"].flatMap { UInt16($0) }
    #expect(try probe(try #require(port), timeout: 300).isAnswered())
    let silent = try SilentListener()
    let unanswered = try probe(UInt16(silent.port))
    #expect(!withExtendedLifetime(silent) { unanswered.isAnswered() })
  }

  @Test func aPortThatNobodyHasIsNoServer() throws {
    let listener = try SilentListener()
    let probe = try probe(UInt16(listener.port))
    listener.stop()
    #expect(!probe.isAnswered())
  }

  /// A probe of the server that a connection leads to.
  private func probe(_ port: UInt16, timeout: Int = 1) throws -> ServerProbe {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    #expect(isConnected)
    return try #require(ServerProbe(peerOf: descriptor, timeout: timeout))
  }
}
