import Ledger
import Migration
import Model
import OracleClient
import OracleWire
import PostgresClient
import Verification

extension VerifyJob {
  /// Tells damaged rows from those that Oracle has changed since they were copied, where the ledger knows when that was.
  func toldApart(
    _ result: VerificationResult, _ mappings: [TableMapping], _ connections: Connections
  ) async throws -> VerificationResult {
    guard result.tables.contains(where: { !$0.equal }), let copied = try await copies(connections) else {
      return result
    }
    var result = result
    for place in result.tables.indices {
      let comparison = result.tables[place]
      guard !comparison.equal, !comparison.differences.isEmpty, let scn = copied[comparison.table],
        let mapping = mappings.first(where: { $0.target == comparison.table })
      else { continue }
      do {
        var options = options
        options.scn = scn
        let verifier = Verifier(source: connections.oracle, target: connections.postgres, options: options)
        guard let then = try await verifier.verify([mapping]).tables.first else { continue }
        result.tables[place] = comparison.toldApart(by: then, scn: scn, limit: maxDifferences)
      } catch let error as VerificationError where error.isOfTheSnapshot {
        let newer = try await rowsOfNewerBlocks(mapping, than: scn, connections)
        result.tables[place].notes.append(.notToldApart(scn: scn, newerRows: newer))
      }
    }
    return result
  }

  /// The SCNs of tables whose rows a migration of this database brought, all at once.
  private func copies(_ connections: Connections) async throws -> [QualifiedName: UInt64]? {
    let recorded: RecordedSums?
    do {
      recorded = try await Ledger.recordedSums(
        sourceSchema: configuration.oracle.schema, targetSchema: try configuration.targetSchema(),
        on: connections.postgres)
    } catch let error as PostgresError where error.sqlState == "42501" {
      return nil
    }
    guard let recorded else { return nil }
    let identity = try await SourceIdentity.read(configuration.oracle.schema, over: connections.oracle)
    guard identity.isSame(as: recorded.source) else { return nil }
    return Dictionary(recorded.tables.filter { !$0.hasLaterRows }.map { ($0.target, $0.scn) }) { first, _ in first }
  }

  /// ORA_ROWSCN is that of a row's block; nil where Oracle does not tell it, as of views and index-organised tables.
  private func rowsOfNewerBlocks(
    _ mapping: TableMapping, than scn: UInt64, _ connections: Connections
  ) async throws -> Int? {
    do {
      let condition = "ORA_ROWSCN > \(scn)"
      let rows = try await connections.oracle.rows(
        "SELECT COUNT(*) FROM " + mapping.carriedRows(scn: nil, and: [condition]))
      guard case .number(let count)? = rows.first?.first else { return nil }
      return count.intValue
    } catch let error as OracleError where !error.endsSession {
      return nil
    }
  }
}
