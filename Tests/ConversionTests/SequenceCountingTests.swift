import Model
import Testing

@testable import Conversion

@Suite struct SequenceCountingTests {
  private static let ascendingEnd = "9223372036854775807"

  @Test func oracleDefaultsAreClampedSilently() throws {
    let counting = try SequenceCounting(SequenceOptions(lastNumber: "41"))
    #expect(
      counting.clause == "INCREMENT BY 1 MINVALUE 1 MAXVALUE \(Self.ascendingEnd) START WITH 41 CACHE 20 NO CYCLE")
    #expect(!counting.isClamped)
  }

  @Test func aChosenLimitIsClampedAloud() throws {
    #expect(try SequenceCounting(SequenceOptions(maximum: "10000000000000000000")).isClamped)
  }

  @Test func descendingWithoutCache() throws {
    let counting = try SequenceCounting(
      SequenceOptions(
        minimum: "-" + String(repeating: "9", count: 27), maximum: "-1", increment: "-5", cycles: true, cacheSize: 0,
        lastNumber: "-11"))
    #expect(
      counting.clause
        == "INCREMENT BY -5 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -11 CACHE 1 CYCLE")
    #expect(!counting.isClamped)
  }

  @Test func orderedSequencesAreNotCached() throws {
    #expect(try SequenceCounting(SequenceOptions(isOrdered: true)).cache == 1)
  }

  @Test(arguments: [
    ("101", false, Int64(100), true), ("100", false, 100, false), ("101", true, 1, false), ("0", false, 1, false),
  ])
  func nextValueAtTheEnds(last: String, cycles: Bool, next: Int64, isExhausted: Bool) throws {
    let counting = try SequenceCounting(SequenceOptions(maximum: "100", cycles: cycles, lastNumber: last))
    #expect(counting.next == next)
    #expect(counting.isExhausted == isExhausted)
  }

  @Test(arguments: [
    SequenceOptions(lastNumber: "9223372036854775808000000000000000000000"), SequenceOptions(increment: "0"),
    SequenceOptions(increment: "9999999999999999999"), SequenceOptions(minimum: "x"),
    SequenceOptions(
      minimum: "99999999999999999999", maximum: "999999999999999999999", lastNumber: "99999999999999999999"),
  ])
  func refusesWhatBigintCannotCount(options: SequenceOptions) {
    #expect(throws: ConversionRefusal.self) { try SequenceCounting(options) }
  }
}
