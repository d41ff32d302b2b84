import OracleWire
import Testing

@testable import OracleStandIn

@Suite("MERGE") struct MergeTests {
  private func tables() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE employees (employee_id NUMBER PRIMARY KEY, salary NUMBER, department_id NUMBER)",
      "CREATE TABLE bonuses (employee_id NUMBER PRIMARY KEY, bonus NUMBER DEFAULT 100)")
    for (id, salary) in [
      (153, 8000), (154, 7500), (158, 9000), (161, 7000), (163, 9500), (164, 7200), (168, 11500), (173, 6100),
    ] {
      try test.run("INSERT INTO employees VALUES (\(id), \(salary), 80)")
    }
    for id in [153, 154, 158, 161, 163] { try test.run("INSERT INTO bonuses (employee_id) VALUES (\(id))") }
    try test.run("COMMIT")
    return test
  }

  /// The example of MERGE in Oracle's SQL Language Reference, on some of the sample schema's rows.
  @Test func documentedExample() throws {
    let test = try tables()
    let result = try test.execute(
      """
      MERGE INTO bonuses D
        USING (SELECT employee_id, salary, department_id FROM employees WHERE department_id = 80) S
        ON (D.employee_id = S.employee_id)
        WHEN MATCHED THEN UPDATE SET D.bonus = D.bonus + S.salary*.01
          DELETE WHERE (S.salary > 8000)
        WHEN NOT MATCHED THEN INSERT (D.employee_id, D.bonus)
          VALUES (S.employee_id, S.salary*.01)
          WHERE (S.salary <= 8000)
      """)
    #expect(result.rowCount == 7)
    #expect(
      try test.rows("SELECT employee_id, bonus FROM bonuses ORDER BY 1") == [
        ["153", "180"], ["154", "175"], ["161", "170"], ["164", "72"], ["173", "61"],
      ])
  }

  @Test("DELETE WHERE sees the updated row, and only rows that were updated") func deletion() throws {
    let test = try tables()
    let result = try test.execute(
      """
      MERGE INTO bonuses b USING employees e ON (b.employee_id = e.employee_id)
      WHEN MATCHED THEN UPDATE SET bonus = e.salary WHERE e.salary < 9500 DELETE WHERE b.bonus > 7500
      """)
    #expect(result.rowCount == 4)
    #expect(
      try test.rows("SELECT employee_id, bonus FROM bonuses ORDER BY 1") == [
        ["154", "7500"], ["161", "7000"], ["163", "100"],
      ])
  }

  @Test("DUAL with binds inserts, then updates") func dual() throws {
    let test = try tables()
    let sql = """
      MERGE INTO bonuses USING dual ON (employee_id = :id)
      WHEN NOT MATCHED THEN INSERT (employee_id, bonus) VALUES (:id, DEFAULT)
      WHEN MATCHED THEN UPDATE SET bonus = bonus + :more
      """
    let row: [OracleValue] = [.number(OracleNumber(1)), .number(OracleNumber(1)), .number(OracleNumber(5))]
    #expect(try test.execute(sql, row).rowCount == 1)
    #expect(try test.value("SELECT bonus FROM bonuses WHERE employee_id = 1") == "100")
    #expect(try test.execute(sql, row).rowCount == 1)
    #expect(try test.value("SELECT bonus FROM bonuses WHERE employee_id = 1") == "105")
    try test.run("ROLLBACK")
    #expect(try test.value("SELECT COUNT(*) FROM bonuses") == "5")
  }

  @Test(
    "what is wrong has Oracle's number and changes nothing",
    arguments: [
      ("USING employees e ON (b.employee_id = e.employee_id) WHEN MATCHED THEN UPDATE SET employee_id = 1", 38104),
      ("USING employees e ON (b.bonus > e.salary) WHEN MATCHED THEN UPDATE SET bonus = 1", 38104),
      (
        "USING (SELECT 153 id FROM dual UNION ALL SELECT 153 FROM dual) e ON (b.employee_id = e.id)"
          + " WHEN MATCHED THEN UPDATE SET bonus = 1", 30926
      ),
      ("USING employees e ON (b.employee_id = e.employee_id) WHEN NOT MATCHED THEN INSERT VALUES (1, b.bonus)", 38101),
      (
        "USING employees e ON (b.employee_id = e.employee_id) WHEN NOT MATCHED THEN INSERT VALUES (1, 2)"
          + " WHERE b.bonus = 1", 38102
      ),
      ("USING employees e ON (b.employee_id = e.employee_id) WHEN NOT MATCHED THEN INSERT VALUES (1)", 947),
      ("USING employees e ON (b.employee_id = e.employee_id) WHEN NOT MATCHED THEN INSERT VALUES (1, 2)", 1),
      ("USING employees e ON (employee_id = 1) WHEN MATCHED THEN UPDATE SET bonus = 1", 918),
      ("USING employees e ON (b.employee_id = e.employee_id) WHEN MATCHED THEN UPDATE SET bonus = MAX(e.salary)", 934),
      ("USING nowhere e ON (b.employee_id = e.employee_id) WHEN MATCHED THEN UPDATE SET bonus = 1", 942),
      (
        "USING employees e ON (b.employee_id = e.employee_id) WHEN MATCHED THEN UPDATE SET bonus = 1"
          + " DELETE WHERE b.ROWID IS NOT NULL", 3001
      ),
    ])
  func faults(_ rest: String, _ code: Int) throws {
    let test = try tables()
    #expect(test.code("MERGE INTO bonuses b \(rest)") == code)
    #expect(try test.value("SELECT SUM(bonus) || ',' || COUNT(*) FROM bonuses") == "500,5")
  }
}
