import OracleWire
import Testing

@testable import OracleStandIn

@Suite("INSERT ALL and INSERT FIRST") struct MultiInsertTests {
  private func tables() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run("CREATE TABLE orders (id NUMBER, total NUMBER)")
    for name in ["small", "medium", "large", "special"] {
      try test.run("CREATE TABLE \(name)_orders (id NUMBER, total NUMBER DEFAULT 7)")
    }
    for (id, total) in [(1, 100), (2, 1500), (3, 300_000), (4, 250_000)] {
      try test.run("INSERT INTO orders VALUES (\(id), \(total))")
    }
    return test
  }

  private func ids(_ test: TestDatabase) throws -> [[String]] {
    try ["small", "medium", "large", "special"].map {
      try test.rows("SELECT id FROM \($0)_orders ORDER BY 1").compactMap { $0[0] }
    }
  }

  /// After the examples of multitable inserts in Oracle's SQL Language Reference: with ALL a row of more than 290,000
  /// is both large and special, with FIRST it goes to the first table whose condition holds.
  @Test(arguments: [
    (
      "ALL", "WHEN total > 200000 THEN INTO large_orders WHEN total > 290000 THEN INTO special_orders", ["3", "4"],
      ["3"], 5
    ),
    (
      "FIRST", "WHEN total > 290000 THEN INTO special_orders WHEN total > 200000 THEN INTO large_orders", ["4"], ["3"],
      4
    ),
  ])
  func conditions(_ word: String, _ last: String, _ large: [String], _ special: [String], _ count: Int) throws {
    let test = try tables()
    let result = try test.execute(
      """
      INSERT \(word) WHEN total <= 1000 THEN INTO small_orders WHEN total > 1000 AND total <= 200000 THEN
      INTO medium_orders \(last) SELECT id, total FROM orders
      """)
    #expect(result.rowCount == count)
    #expect(try ids(test) == [["1"], ["2"], large, special])
  }

  @Test("ELSE takes what no condition took, NULL included") func otherwise() throws {
    let test = try tables()
    try test.run(
      "INSERT INTO orders VALUES (5, NULL)",
      "INSERT ALL WHEN total < 2000 THEN INTO small_orders (id) VALUES (id) ELSE INTO large_orders INTO special_orders"
        + " (total, id) VALUES (DEFAULT, id * 10) SELECT id, total FROM orders")
    #expect(try ids(test) == [["1", "2"], [], ["3", "4", "5"], ["30", "40", "50"]])
    #expect(try test.value("SELECT SUM(total) FROM special_orders") == "21")
    #expect(try test.value("SELECT SUM(total) FROM small_orders") == "14")
  }

  @Test("rows of constants from DUAL, with binds") func constants() throws {
    let test = try tables()
    let result = try test.execute(
      "INSERT ALL INTO small_orders VALUES (:1, 2) INTO small_orders VALUES (:2, 4) SELECT * FROM dual",
      [.number(OracleNumber(8)), .number(OracleNumber(9))])
    #expect(result.rowCount == 2)
    #expect(try ids(test)[0] == ["8", "9"])
  }

  @Test(arguments: [
    ("FIRST INTO small_orders SELECT 1, 2 FROM dual", 905), ("ALL INTO small_orders SELECT 1 FROM dual", 947),
    ("ALL INTO small_orders VALUES (1, nope) SELECT 1 FROM dual", 904), ("ALL INTO nope SELECT 1 FROM dual", 942),
    ("ALL INTO small_orders VALUES (1, 2)", 928), ("ALL INTO small_orders VALUES (1, SUM(1)) SELECT 1 FROM dual", 934),
    ("ALL INTO small_orders s VALUES (1, 2) SELECT 1 FROM dual", 3001),
    ("ALL INTO small_orders INTO large_orders VALUES ('x', 1) SELECT 1, 2 FROM dual", 1722),
  ])
  func faults(_ rest: String, _ code: Int) throws {
    let test = try tables()
    #expect(test.code("INSERT \(rest)") == code)
    #expect(try ids(test) == [[], [], [], []])
  }
}
