import Model
import Testing

@testable import Transfer

@Suite("How large chunks are") struct ChunkSizeTests {
  private static func table(_ type: OracleDataType = .date) -> TableMapping {
    TableMapping(
      sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "t"),
      columns: [
        ColumnMapping(sourceName: "C", oracleType: type, targetName: "c", postgresType: .text, isNullable: true)
      ])
  }

  @Test(
    "of any number of places as many are kept as cuts need, at even distances",
    arguments: [0, 1, 7, 8, 9, 16, 17, 1_000])
  func samples(count: Int) throws {
    var sample = SortedSample<Int>(limit: 8)
    for place in 0..<count { sample.add { place } }
    let places = sample.places
    #expect(places.count <= 8 && places.count >= min(count, 4) && places.first == (count > 0 ? 0 : nil))
    let distances = Set(zip(places, places.dropFirst()).map { $1 - $0 })
    #expect(distances.count <= 1)
    // What is behind the last is less than a distance.
    if let last = places.last, let distance = distances.first { #expect(count - last <= distance) }
  }

  @Test("what somebody says holds for every table") func given() {
    #expect(ChunkSize.rows(7).rows(of: Self.table(), total: 1_000_000_000) == 7)
    #expect(ChunkSize.rows(0).rows(of: Self.table(.blob), total: 1) == 1)
  }

  @Test("each worker gets four pieces at least, neither too small nor too large") func shared() {
    func rows(_ workers: Int, _ total: Int, _ type: OracleDataType = .date) -> Int {
      ChunkSize.shared(workers: workers).rows(of: Self.table(type), total: total)
    }
    #expect(rows(2, 2_000_000) == 250_000)
    #expect(rows(4, 2_000_000) == 125_000)
    #expect(rows(8, 2_000_000) == 100_000)
    #expect(rows(4, 100_000_000) == ChunkSize.usual)
    // Alone, a worker has nobody to wait for.
    #expect(rows(1, 2_000_000) == ChunkSize.usual)
    #expect(rows(2, 300_000, .blob) == 37_500)
    #expect(rows(2, 30_000, .clob) == 10_000)
    #expect(rows(4, 100_000_000, .xml) == 100_000 && rows(1, 5, .longRaw) == 100_000)
  }
}
