import OracleWire
import Testing

@testable import OracleClient

struct FetchSizingTests {
  private func batch(rows: Int, width: Int) -> RowBatch {
    let bytes = [UInt8](repeating: 1, count: rows * width)
    let cells = (0..<rows).map { RowBatch.Cell(offset: UInt32($0 * width), length: Int32(width)) }
    return RowBatch(columnCount: 1, rowCount: rows, bytes: bytes, cells: cells)
  }

  private let text = ColumnDescription(name: "A", typeCode: .varchar, bufferSize: 4000, maxCharacters: 1000)

  @Test func narrowRowsComeInGreatNumbers() {
    var sizing = FetchSizing(columns: [text], fixed: nil)
    #expect(sizing.rows == 100)
    sizing.learn(from: batch(rows: 100, width: 20))
    #expect(sizing.rows == 800)
    sizing.learn(from: batch(rows: 800, width: 20))
    sizing.learn(from: batch(rows: 6400, width: 20))
    // The column's two length bytes, and one more for the row.
    #expect(sizing.rows == (1 << 26) / 4003)
  }

  @Test func wideRowsComeInSmallNumbers() {
    var sizing = FetchSizing(columns: [text], fixed: nil)
    sizing.learn(from: batch(rows: 100, width: 4000))
    #expect(sizing.rows == (1 << 19) / 4008)
  }

  @Test func valuesWithoutLimitAreFetchedCautiously() {
    let clob = ColumnDescription(name: "C", typeCode: .clob, bufferSize: 4000)
    var sizing = FetchSizing(columns: [clob], fixed: nil)
    #expect(sizing.rows == FetchSizing.initialLOBRows)
    sizing.learn(from: batch(rows: 2, width: 10))
    #expect(sizing.rows == 4)
    sizing.learn(from: batch(rows: 64, width: 10))
    #expect(sizing.rows == FetchSizing.lobRows)
  }

  @Test func batchesGrowWhereTheyAreWaitedFor() {
    let narrow = ColumnDescription(name: "A", typeCode: .number, bufferSize: 22)
    var sizing = FetchSizing(columns: [narrow], fixed: nil)
    let full = batch(rows: 10_000, width: 60)
    // Small batches, and those that nobody waited for, change nothing.
    sizing.learn(from: batch(rows: 100, width: 60), waited: .milliseconds(10), ofRoundTrip: .milliseconds(10))
    sizing.learn(from: full, waited: .milliseconds(1), ofRoundTrip: .milliseconds(10))
    sizing.learn(from: nil, waited: .milliseconds(10), ofRoundTrip: .milliseconds(10))
    #expect(sizing.targetBytes == FetchSizing.targetBytes)
    sizing.learn(from: full, waited: .milliseconds(6), ofRoundTrip: .milliseconds(10))
    #expect(sizing.targetBytes == 2 * FetchSizing.targetBytes)
    sizing.learn(from: full)
    #expect(sizing.rows == 2 * FetchSizing.targetBytes / 68)
    let large = batch(rows: 100_000, width: 60)
    for _ in 0..<10 { sizing.learn(from: large, waited: .milliseconds(10), ofRoundTrip: .milliseconds(10)) }
    #expect(sizing.targetBytes == FetchSizing.largestTargetBytes)
  }

  @Test func aFixedSizeStays() {
    var sizing = FetchSizing(columns: [text], fixed: 7)
    sizing.learn(from: batch(rows: 7, width: 2))
    sizing.learn(from: batch(rows: 7, width: 200_000), waited: .seconds(1), ofRoundTrip: .seconds(1))
    sizing.learn(from: batch(rows: 7, width: 200_000))
    #expect(sizing.rows == 7)
  }
}
