import Conversion
import Ledger
import Model
import PostgresClient
import PostgresCluster
import Testing

@testable import Migration

@Suite("The order of the copy") struct JobOrderTests {
  private static func table(_ name: String, _ rows: Int?) -> TablePlan {
    let mapping = TableMapping(
      sourceOwner: "OT", sourceName: name, target: QualifiedName(schema: "ot", name: name), columns: [],
      rowEstimate: rows)
    let object = TargetObject(kind: .table, table: name, name: name)
    return TablePlan(mapping: mapping, creation: DDLStatement(phase: .table, object: object, sql: ""))
  }

  private static func text(_ job: RowCopying.Job) -> String {
    switch job {
    case .table(let table): table.mapping.sourceName
    case .chunk(let table, let chunk): "\(table.mapping.sourceName).\(chunk.number)"
    case .count(let table): "count \(table.mapping.sourceName)"
    case .finish(let table): "finish \(table.mapping.sourceName)"
    }
  }

  @Test("the largest piece first, over tables and chunks; counts and unknown tables before them")
  func order() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let ledger = try await Ledger.open(on: session, targetSchema: "ot")
    let run = try await ledger.beginRun(
      source: SourceIdentity(host: "h", port: 1, service: "s", schema: "OT"), scn: 1, toolVersion: "1")
    let large = Self.table("large", 3_000)
    let chunks = try #require(
      try await ledger.begin(
        large.mapping, ranges: RowRange.ranges(cutAt: ["AAAR0rAAHAAAACWAAA", "AAAR0rAAHAAAACnAAA"]),
        createStatements: [], for: run))
    let jobs: [RowCopying.Job] =
      [.count(large)] + chunks.map { .chunk(large, $0) } + [
        .table(Self.table("small", 10)), .table(Self.table("middle", 1_500)), .table(Self.table("unknown", nil)),
        .finish(Self.table("done", 9_999)),
      ]
    #expect(
      jobs.largestFirst.map(Self.text) == [
        "count large", "finish done", "unknown", "middle", "large.0", "large.1", "large.2", "small",
      ])
    await session.close()
    await cluster.stop()
  }
}
