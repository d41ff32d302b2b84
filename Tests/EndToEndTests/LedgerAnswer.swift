import Foundation
import Testing

/// What `oraferry status --json` tells.
struct LedgerAnswer: Decodable {
  struct Chunks: Decodable {
    var total: Int
    var done: Int
    var failed: Int
  }
  struct Rows: Decodable, Equatable {
    var read: Int
    var loaded: Int
    var rejected: Int
  }
  struct Run: Decodable {
    var state: String
    var scn: UInt64
  }
  struct Table: Decodable {
    var table: String
    var state: String
    var chunks: Chunks
    /// The run's, or another where Oracle no longer had that.
    var scn: UInt64
    /// By column.
    var replacedTexts: [String: Int]

    enum CodingKeys: String, CodingKey {
      case table, state, chunks, scn
      case replacedTexts = "replaced_texts"
    }
  }
  var runs: [Run]
  var tables: [Table]
  var chunks: Chunks
  var rows: Rows

  /// Whether rows are there, and the run isn't finished.
  var isPartlyFilled: Bool { rows.loaded > 0 && runs.first?.state == "running" }

  func scn(of table: String) -> UInt64? {
    tables.first { $0.table == table }?.scn
  }

  static func read(_ workspace: TestWorkspace) async throws -> LedgerAnswer {
    let outcome = try await workspace.run("status", ["--json"])
    #expect(outcome.status == 0 || outcome.status == 2, "\(outcome.errors)")
    return try JSONDecoder().decode(LedgerAnswer.self, from: Data(outcome.output.utf8))
  }
}
