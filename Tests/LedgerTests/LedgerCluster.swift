import Foundation
import PostgresClient
import PostgresCluster

/// One PostgreSQL for all tests of this process.
enum LedgerCluster {
  private static let start = Task { try await PostgresCluster.start(.fast) }

  /// libpq keywords of a fresh database.
  static func database() async throws -> [String: String] {
    try await start.value.createDatabase("db_" + UUID().uuidString.prefix(8).lowercased())
  }
}
