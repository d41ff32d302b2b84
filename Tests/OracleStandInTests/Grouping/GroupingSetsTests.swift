import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Grouping sets") struct GroupingSetsTests {
  private static let list = (1...12).map { "a + \($0)" }.joined(separator: ", ")
  private static let cube = "CUBE(\(list))"

  @Test(
    "too many are refused before they are made",
    arguments: [
      "\(cube), \(cube)", "\(cube), \(cube), \(cube), \(cube), \(cube), \(cube)", "GROUPING SETS(\(cube), ())",
      "GROUPING SETS(\(cube), \(cube), \(cube))",
      "ROLLUP(\(Array(repeating: "a", count: 5000).joined(separator: ", ")))",
    ])
  func tooMany(_ groupBy: String) throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (a NUMBER)")
    #expect(test.code("SELECT COUNT(*) FROM t GROUP BY \(groupBy)") == 3001)
  }

  @Test("as many as are allowed are made") func most() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (a NUMBER)", "INSERT INTO t VALUES (1)")
    #expect(try test.value("SELECT COUNT(*) FROM (SELECT COUNT(*) c FROM t GROUP BY \(Self.cube))") == "4096")
    #expect(try test.shownRows("SELECT a, COUNT(*) FROM t GROUP BY ROLLUP(a, a)") == ["1 | 1", "1 | 1", "NULL | 1"])
  }
}
