import PostgresClient
import PostgresCluster
import Synchronization

/// One private PostgreSQL server for all tests of this target, removed when the process ends; each test has its database.
enum SharedCluster {
  private static let cluster = Task { try await PostgresCluster.start(.fast) }
  private static let databases = Mutex(0)

  /// libpq keywords of a new, empty database.
  static func newDatabase() async throws -> [String: String] {
    let number = databases.withLock { count in
      count += 1
      return count
    }
    return try await cluster.value.createDatabase("verification_\(number)")
  }

  /// A session with a new, empty database.
  static func session() async throws -> PostgresSession {
    try await PostgresSession.connect(newDatabase())
  }
}
