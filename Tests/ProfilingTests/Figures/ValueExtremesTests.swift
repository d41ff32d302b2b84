import OracleWire
import Testing

@testable import Profiling

@Suite struct ValueExtremesTests {
  @Test func theyAreThoseOfASort() {
    var random = Seeded(5)
    for _ in 0..<2_000 {
      let values = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) }
      }
      var extremes = ValueExtremes()
      for value in values { extremes.take(value.span.bytes) }
      let sorted = values.sorted { $0.lexicographicallyPrecedes($1) }
      #expect(extremes.smallest == sorted.first && extremes.largest == sorted.last, "\(values)")
    }
  }

  @Test func longValuesAreCutAndStillCompared() {
    let long = [UInt8](repeating: 7, count: 300)
    var extremes = ValueExtremes()
    for value in [long, long + [1], [7, 7, 6] + long, [7, 8]] { extremes.take(value.span.bytes) }
    #expect(extremes.smallest == Array(([7, 7, 6] + long).prefix(ValueExtremes.longest)))
    #expect(extremes.largest == [7, 8])
  }

  @Test func numbersSortByTheirBytes() throws {
    let numbers = try ["-1e10", "-2.5", "0", "0.001", "3", "1e20"].map { try OracleNumber(decimal: $0) }
    var extremes = ValueExtremes()
    for number in numbers.shuffled() { extremes.take(number.bytes.span.bytes) }
    #expect(extremes.smallest == numbers.first?.bytes && extremes.largest == numbers.last?.bytes)
  }
}
