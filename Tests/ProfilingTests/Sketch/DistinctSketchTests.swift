import OracleWire
import Testing

@testable import Profiling

@Suite struct DistinctSketchTests {
  private func sketch(_ values: some Sequence<[UInt8]>) -> DistinctSketch {
    var sketch = DistinctSketch()
    for value in values { sketch.take(hash: ByteHash.hash(value.span.bytes)) }
    return sketch
  }

  @Test(arguments: [0, 1, 2, 1_000, DistinctSketch.exactLimit])
  func fewAreCountedExactly(count: Int) {
    let numbers = (0..<count).map { OracleNumber($0).bytes }
    #expect(sketch(numbers + numbers.reversed()).estimate == Double(count))
  }

  /// Five standard errors: a right sketch fails less than once in a million of such sets.
  @Test(arguments: [DistinctSketch.exactLimit + 1, 3_000, 20_000, 60_000, 300_000])
  func manyAreEstimated(count: Int) {
    let numbers = sketch((0..<count).lazy.map { OracleNumber($0 * 7).bytes })
    let texts = sketch((0..<count).lazy.map { Array("customer number \($0) of many".utf8) })
    for estimate in [numbers.estimate, texts.estimate] {
      let error = abs(estimate - Double(count)) / Double(count)
      #expect(error < 5 * DistinctSketch.standardError, "\(estimate) of \(count)")
    }
  }

  @Test func repetitionsChangeNothing() {
    let once = sketch((0..<5_000).lazy.map { OracleNumber($0).bytes }).estimate
    let often = sketch((0..<50_000).lazy.map { OracleNumber($0 % 5_000).bytes }).estimate
    #expect(once == often)
  }

  @Test func everyByteAndTheLengthCount() {
    var hashes: Set<UInt64> = []
    for length in 0..<40 {
      let value = [UInt8](repeating: 0, count: length)
      hashes.insert(ByteHash.hash(value.span.bytes))
      for place in 0..<length {
        var changed = value
        changed[place] = 1
        hashes.insert(ByteHash.hash(changed.span.bytes))
      }
    }
    #expect(hashes.count == 40 + 39 * 40 / 2)
  }

  /// Whether they are counted or estimated, two sketches come to what one of all values is.
  @Test(arguments: [(0, 10), (600, 300), (700, 700), (5_000, 20), (20, 5_000), (5_000, 9_000)])
  func twoAreMerged(first: Int, second: Int) {
    let values = (0..<first + second).map { OracleNumber($0 * 3).bytes }
    var merged = sketch(values.prefix(first))
    // Half of the smaller one's values are in both.
    merged.merge(sketch(values.dropFirst(first - min(first, second) / 2)))
    #expect(merged.estimate == sketch(values).estimate)
  }
}
