import Catalog
import OracleClient

/// What "now" is to a server.
enum OracleCatalogSCN {
  static func of(_ connection: OracleConnection) async throws -> UInt64 {
    try await OracleCatalog(connection: connection).currentSCN()
  }
}
