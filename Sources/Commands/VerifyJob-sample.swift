import Model
import Verification

extension VerifyJob {
  /// About how many rows of a table are compared with Oracle's own text when nobody says.
  static let defaultSampleSize = 1000

  /// Compares samples of the tables that are equal with Oracle's own text of them.
  func sampled(
    _ result: VerificationResult, _ mappings: [TableMapping], _ connections: Connections
  ) async throws -> VerificationResult {
    guard sampleSize > 0 else { return result }
    let sampler = Sampler(
      source: connections.oracle, target: connections.postgres, size: sampleSize, maximumDifferences: maxDifferences)
    var result = result
    for place in result.tables.indices where result.tables[place].equal {
      let comparison = result.tables[place]
      guard let mapping = mappings.first(where: { $0.target == comparison.table }) else { continue }
      let scn = comparison.basis.scn
      let sample = try await sampler.sample(
        mapping, rows: comparison.sourceRows, scn: scn, copiedAt: comparison.basis.isSums ? scn : nil)
      result.tables[place].sample = sample
      if !sample.isClean {
        result.tables[place].equal = false
        console.note("\(comparison.table.description.printable): DIFFERENT from what Oracle itself shows of its rows")
      }
    }
    let rows = result.sampledRows
    if rows > 0 {
      console.note("\(ProgressDisplay.grouped(rows)) rows of them were compared with Oracle's own text")
    }
    return result
  }
}
