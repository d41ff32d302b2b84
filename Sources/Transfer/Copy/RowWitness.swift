import Ledger
import Model
import OracleWire
import PostgresClient

/// Sees the rows of a copy as Oracle sent them, beside the transcoder and independent of it.
///
/// What it makes of them goes to the ledger in the copy's transaction. A witness that cannot follow says so by having no
/// sums; it never ends a copy.
public protocol RowWitness: Sendable {
  /// Sees the next rows.
  mutating func see(_ batch: RowBatch)

  /// What it has seen, all rows together; nil when it could not follow.
  var sums: LedgerSums? { get }
}

/// Makes the witness of a copy in its transaction, where the table is there; nil for a table that has none.
public typealias WitnessMaker =
  @Sendable (TableMapping, [ColumnDescription], PostgresSession) async throws -> (any RowWitness)?
