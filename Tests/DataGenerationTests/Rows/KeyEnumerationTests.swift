import Testing

@testable import DataGeneration

@Suite struct KeyEnumerationTests {
  private let line = UniqueForm(
    ColumnDomain(
      ColumnDescription(name: "line", type: .number(digits: 2, scale: 0), isNullable: false), isASCII: false),
    seed: 1)

  @Test func pairsOfForeignKeysComeOnceEach() {
    var pairs = KeyEnumeration(
      columns: [0, 1], free: [], foreign: [(0, 6), (1, 4)], taken: [], rows: 24)
    var seen: Set<[Int]> = []
    while let next = pairs.next() { seen.insert(next.places.map(\.place)) }
    #expect(seen.count == 24 && pairs.capacity == 24)
  }

  @Test func linesRunWithinTheirOrders() throws {
    var lines = KeyEnumeration(
      columns: [0, 1], free: [(1, try #require(line))], foreign: [(0, 10)], taken: [], rows: 30)
    let first = (0..<5).compactMap { _ in lines.next() }.map { "\($0.places[0].place):\($0.values[0].value)" }
    #expect(first.count == 5 && Set(first).count == 5 && first[0].hasPrefix("0:") && first[1].hasPrefix("0:"))
    #expect(lines.capacity >= 30)
  }

  @Test func capacityEndsWithTheColumn() throws {
    let lines = KeyEnumeration(
      columns: [0, 1], free: [(1, try #require(line))], foreign: [(0, 2)], taken: [], rows: 1_000_000)
    #expect(lines.capacity == 198)
    #expect(KeyEnumeration(columns: [0], free: [], foreign: [(0, 0)], taken: [], rows: 5).capacity == 0)
  }
}
