import Testing

@testable import SampleSchema

@Suite struct SplitMix64Tests {
  /// The published test vector of the generator for the seed 1234567.
  @Test func matchesThePublishedVector() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func staysBelowItsBoundAndReachesAllOfIt(bound: Int) {
    var random = SplitMix64(seed: 1)
    var seen = Set<Int>()
    for _ in 0..<bound * 20 { seen.insert(random.below(bound)) }
    #expect(seen == Set(0..<bound))
  }

  @Test(arguments: [0, 1, 8, 16, 21])
  func makesAsManyBytesAsAsked(count: Int) {
    var random = SplitMix64(seed: 1)
    #expect(random.bytes(count).count == count)
  }
}
