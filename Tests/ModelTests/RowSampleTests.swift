import Testing

@testable import Model

@Suite struct RowSampleTests {
  @Test(arguments: [
    (1000, 1_000_000, "SAMPLE (0.100000)"), (1000, 1001, "SAMPLE (99.900099)"), (1000, 10, "SAMPLE (99.999999)"),
    (1, Int.max, "SAMPLE (0.000001)"), (Int.max, Int.max, "SAMPLE (99.999999)"), (5, 0, "SAMPLE (99.999999)"),
  ]) func sharesAreThoseThatOracleTakes(wanted: Int, total: Int, sql: String) {
    #expect(RowSample.rows(RowSample.share(of: wanted, outOf: total)).sql == sql)
  }

  @Test func blocks() {
    #expect(RowSample.blocks(12_345_678).sql == "SAMPLE BLOCK (12.345678)")
  }
}
