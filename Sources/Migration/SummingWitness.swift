import Ledger
import Model
import OracleWire
import PostgresClient
import Transfer
import Verification

/// Sums up a copy's rows for a later verification.
struct SummingWitness: RowWitness {
  private var passing: PassingSums

  /// Makes the witnesses of a run's copies.
  ///
  /// - Parameter hashKey: of the run.
  static func maker(hashKey: [UInt8]) -> WitnessMaker {
    { mapping, described, session in
      try await PassingSums.beginning(mapping, described: described, hashKey: hashKey, on: session)
        .map { SummingWitness(passing: $0) }
    }
  }

  mutating func see(_ batch: RowBatch) { passing.add(batch) }

  var sums: LedgerSums? { passing.recorded }
}
