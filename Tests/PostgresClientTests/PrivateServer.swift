import PostgresClient
import PostgresCluster

/// One server for all tests of this target; it goes when the test process ends.
enum PrivateServer {
  private static let cluster = Task { try await PostgresCluster.start(.fast) }
  /// How long a server takes that has to share two cores with all other tests says nothing about the session.
  private static let patience = ["connect_timeout": "300"]

  static func parameters() async throws -> [String: String] {
    try await cluster.value.connectionParameters.merging(patience) { $1 }
  }

  static func tcpParameters() async throws -> [String: String] {
    try await cluster.value.tcpConnectionParameters.merging(patience) { $1 }
  }

  static func session() async throws -> PostgresSession {
    try await PostgresSession.connect(parameters())
  }

  /// A session over TCP, as a server that is elsewhere would be reached.
  static func tcpSession() async throws -> PostgresSession {
    try await PostgresSession.connect(tcpParameters())
  }
}

extension PostgresSession {
  /// Waits until the server is at work for this session.
  nonisolated func waitUntilActive() async throws {
    let watcher = try await PrivateServer.session()
    let state = "SELECT state FROM pg_stat_activity WHERE pid = \(backendProcessID)"
    while try await watcher.execute(state).firstValue != "active" { try await Task.sleep(for: .milliseconds(5)) }
    await watcher.close()
  }

  /// Ends this session's backend from another session, and waits until it is gone.
  nonisolated func killBackend() async throws {
    let killer = try await PrivateServer.session()
    _ = try await killer.execute("SELECT pg_terminate_backend(\(backendProcessID), 300000)")
    await killer.close()
  }
}
