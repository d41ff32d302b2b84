import Ledger
import OracleClient
import OracleWire

extension SourceIdentity {
  /// Which database a connection leads to, with the schema that is read there.
  public static func read(_ schema: String, over oracle: OracleConnection) async throws -> SourceIdentity {
    let configuration = oracle.configuration
    var identity = SourceIdentity(
      host: configuration.host, port: configuration.port, service: configuration.service.name, schema: schema)
    do {
      identity.databaseID = try await databaseID("DBID, CON_DBID", over: oracle)
    } catch let error as OracleError where error.code == 904 {
      identity.databaseID = try await databaseID("DBID", over: oracle)
    } catch let error as OracleError where [942, 1031].contains(error.code) {
      // Without the right to see it, host, port and service must do.
    }
    return identity
  }

  /// Pluggable databases share the DBID of their container: each one's own, CON_DBID (12.1 and later), tells them apart.
  private static func databaseID(_ columns: String, over oracle: OracleConnection) async throws -> String? {
    let row = try await oracle.rows("SELECT \(columns) FROM V$DATABASE").first ?? []
    let numbers = row.compactMap { value -> String? in
      if case .number(let number) = value { number.description } else { nil }
    }
    return numbers.isEmpty ? nil : numbers.joined(separator: "/")
  }
}
