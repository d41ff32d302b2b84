import Foundation
import PostgresClient
import Testing

@Suite struct PostgresSessionConnectTests {
  private func failure(_ changes: [String: String]) async throws -> PostgresError {
    let parameters = try await PrivateServer.tcpParameters().merging(changes) { $1 }
    return try await #require(throws: PostgresError.self) { try await PostgresSession.connect(parameters) }
  }

  @Test func overTCPWithThePassword() async throws {
    let session = try await PrivateServer.tcpSession()
    #expect(session.endpoint.host == "127.0.0.1")
    #expect(try await session.execute("SELECT 1").firstValue == "1")
  }

  @Test(arguments: [
    (["password": "wr0ng-word"], "28P01", "password authentication failed"),
    (["password": ""], "08001", "no password supplied"), (["dbname": "nowhere"], "3D000", "\"nowhere\" does not exist"),
    (["port": "1"], "08001", "Connection refused"), (["port": "x"], "08001", "port"),
    (["host": "no-such-host.invalid"], "08001", "no-such-host.invalid"), (["sslmode": "often"], "08001", "sslmode"),
    (["sslmode": "require"], "08001", "SSL"), (["no_such_option": "1"], "08001", "no_such_option"),
    (["dbname": "a\u{0}b"], "08001", "NUL"), (["host": "/no/such/folder"], "08001", "No such file"),
  ])
  func failuresNameThePlaceAndTheRemedy(_ changes: [String: String], _ state: String, _ reason: String) async throws {
    let error = try await failure(changes)
    #expect(error.sqlState == state)
    #expect(error.message.contains(reason), "\(error)")
    #expect(!error.description.contains("wr0ng-word"))
    guard !changes.values.contains(where: { $0.contains("\u{0}") }) else { return }
    #expect(error.isRetrySafe == (state == "08001"))
    let port = try await PrivateServer.tcpParameters()["port"] ?? ""
    for part in [changes["host"] ?? "127.0.0.1", changes["port"] ?? port, changes["dbname"] ?? "postgres"] {
      #expect(error.message.contains(part), "\(error)")
    }
    #expect(error.remedy?.isEmpty == false)
  }

  @Test func aSilentServerIsGivenUp() async throws {
    let listener = try SilentListener()
    _ = try await PrivateServer.tcpParameters()
    let error = try await failure(["host": "127.0.0.1", "port": "\(listener.port)", "connect_timeout": "2"])
    #expect(error.message.contains("no answer within 2 seconds"))
  }

  @Test func passwordAndServiceFilesWork() async throws {
    let parameters = try await PrivateServer.tcpParameters()
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let passfile = folder.appending(path: "pgpass").path
    let line = "127.0.0.1:*:*:*:\(parameters["password"] ?? "")\n"
    try line.write(toFile: passfile, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: passfile)
    var withFile = parameters
    withFile["password"] = ""
    withFile["passfile"] = passfile
    let session = try await PostgresSession.connect(withFile)
    #expect(try await session.execute("SELECT current_user").firstValue == "postgres")
  }
}

/// Takes connections and never says a word.
final class SilentListener {
  let port: Int
  private let descriptor: Int32

  init() throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 4) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    try #require(isListening)
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  /// From now on connections are refused.
  func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  deinit {
    close(descriptor)
  }
}
