import OracleWire
import Testing

@testable import OracleClient

struct BindTableTests {
  @Test func namedValuesGoToEveryPlaceOfTheirName() throws {
    let statement = StatementText("SELECT * FROM t WHERE a = :x OR b = :y OR c = :X")
    let table = try BindTable(statement: statement, named: ["x": .text("p"), "Y": .number(OracleNumber(7))])
    #expect(table.rows == [[Array("p".utf8), [0xC1, 8], Array("p".utf8)]])
    #expect(table.metadata.map(\.typeCode) == [1, 2, 1])
  }

  @Test func valuesByPlaceMayBeGivenOnceAName() throws {
    let statement = StatementText("SELECT * FROM t WHERE a = :x OR b = :y OR c = :x")
    let once = try BindTable(statement: statement, rows: [[.text("p"), .text("q")]])
    let each = try BindTable(statement: statement, rows: [[.text("p"), .text("q"), .text("p")]])
    #expect(once.rows == each.rows)
  }

  @Test func sizesAreThoseOfTheLongestValue() throws {
    let statement = StatementText("INSERT INTO t VALUES (:1, :2)")
    let rows: [[OracleValue]] = [[.text("a"), .null], [.null, .raw([1, 2, 3])], [.text("äöü"), .null]]
    let table = try BindTable(statement: statement, rows: rows)
    #expect(table.metadata.map(\.bufferSize) == [6, 3])
    #expect(table.rows[0] == [Array("a".utf8), nil])
  }

  @Test func longValuesBecomeLong() throws {
    let statement = StatementText("INSERT INTO t VALUES (:1, :2)")
    let row: [OracleValue] = [.text(String(repeating: "x", count: 40000)), .raw([UInt8](repeating: 1, count: 40000))]
    let table = try BindTable(statement: statement, rows: [row])
    #expect(table.metadata.map(\.typeCode) == [OracleTypeCode.long.rawValue, OracleTypeCode.longRaw.rawValue])
    #expect(table.metadata.allSatisfy { $0.isSentLast(isPLSQL: false) })
  }

  @Test(arguments: [
    ("SELECT :a FROM DUAL", [[]] as [[OracleValue]], "1 binds, but 0 values"),
    ("INSERT INTO t VALUES (:1)", [[.null], [.null, .null]], "differ in length"),
    ("INSERT INTO t VALUES (:1)", [[.text("a")], [.number(OracleNumber(1))]], "of type VARCHAR2 and of type NUMBER"),
  ])
  func faultsAreNamed(sql: String, rows: [[OracleValue]], words: String) {
    let error = #expect(throws: OracleBindError.self) {
      try BindTable(statement: StatementText(sql), rows: rows)
    }
    #expect(error?.description.contains(words) == true)
  }

  @Test func missingAndUnknownNamesAreNamed() {
    let statement = StatementText("SELECT :a FROM DUAL")
    let missing = #expect(throws: OracleBindError.self) { try BindTable(statement: statement, named: [:]) }
    #expect(missing?.description.contains(":a") == true)
    let unknown = #expect(throws: OracleBindError.self) {
      try BindTable(statement: statement, named: ["a": .null, "b": .null])
    }
    #expect(unknown?.description.contains(":b") == true)
  }
}
