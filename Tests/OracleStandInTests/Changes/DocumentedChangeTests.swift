import Testing

@testable import OracleStandIn

/// Examples of Oracle's SQL Language Reference (23ai), pages MERGE and INSERT, with the rows that they print.
@Suite("Changes as documented") struct DocumentedChangeTests {
  // MERGE, "Conditional Insert and Update: Example"
  private func people() throws -> TestDatabase {
    let test = try TestDatabase()
    for table in ["people_source", "people_target"] {
      try test.run(
        "CREATE TABLE \(table) (person_id INTEGER NOT NULL PRIMARY KEY, first_name VARCHAR2(20) NOT NULL, "
          + "last_name VARCHAR2(20) NOT NULL, title VARCHAR2(10) NOT NULL)")
    }
    try test.run(
      "INSERT INTO people_target VALUES (1, 'John', 'Smith', 'Mr')",
      "INSERT INTO people_target VALUES (2, 'alice', 'jones', 'Mrs')",
      "INSERT INTO people_source VALUES (2, 'Alice', 'Jones', 'Mrs.')",
      "INSERT INTO people_source VALUES (3, 'Jane', 'Doe', 'Miss')",
      "INSERT INTO people_source VALUES (4, 'Dave', 'Brown', 'Mr')")
    return test
  }

  private static let using = "MERGE INTO people_target pt USING people_source ps ON (pt.person_id = ps.person_id)"
  private static let update =
    " WHEN MATCHED THEN UPDATE SET pt.first_name = ps.first_name, pt.last_name = ps.last_name, pt.title = ps.title"
  private static let insert =
    " WHEN NOT MATCHED THEN INSERT (pt.person_id, pt.first_name, pt.last_name, pt.title) "
    + "VALUES (ps.person_id, ps.first_name, ps.last_name, ps.title)"

  @Test(
    "MERGE",
    arguments: [
      (update, ["1 | John | Smith | Mr", "2 | Alice | Jones | Mrs."]),
      (
        insert,
        ["1 | John | Smith | Mr", "2 | alice | jones | Mrs", "3 | Jane | Doe | Miss", "4 | Dave | Brown | Mr"]
      ),
      (
        update + insert,
        ["1 | John | Smith | Mr", "2 | Alice | Jones | Mrs.", "3 | Jane | Doe | Miss", "4 | Dave | Brown | Mr"]
      ),
      (
        update + " DELETE where pt.title = 'Mrs.'" + insert + " WHERE ps.title = 'Mr'",
        ["1 | John | Smith | Mr", "4 | Dave | Brown | Mr"]
      ),
    ])
  func merge(clauses: String, expected: [String]) throws {
    let test = try people()
    try test.run(Self.using + clauses)
    #expect(try test.shownRows("SELECT * FROM people_target ORDER BY person_id") == expected)
  }

  // MERGE, "Merging into a Table: Example": the bonuses of those who made sales.
  @Test("MERGE with a condition for DELETE and one for INSERT") func bonuses() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE employees (employee_id NUMBER, salary NUMBER, department_id NUMBER)",
      "CREATE TABLE bonuses (employee_id NUMBER, bonus NUMBER DEFAULT 100)")
    // Department 80 of the HR schema, the salaries that decide.
    for (employee, salary) in [
      (153, 8000), (154, 7500), (155, 7000), (156, 10000), (158, 9000), (159, 8000), (160, 7500), (161, 7000),
      (163, 9500), (164, 7200), (165, 6800), (162, 10500),
    ] {
      try test.run("INSERT INTO employees VALUES (\(employee), \(salary), 80)")
    }
    for employee in [153, 154, 155, 156, 158, 159, 160, 161, 163] {
      try test.run("INSERT INTO bonuses (employee_id) VALUES (\(employee))")
    }
    try test.run(
      "MERGE INTO bonuses D USING (SELECT employee_id, salary, department_id FROM employees WHERE department_id = 80) S "
        + "ON (D.employee_id = S.employee_id) WHEN MATCHED THEN UPDATE SET D.bonus = D.bonus + S.salary*.01 "
        + "DELETE WHERE (S.salary > 8000) WHEN NOT MATCHED THEN INSERT (D.employee_id, D.bonus) "
        + "VALUES (S.employee_id, S.salary*.01) WHERE (S.salary <= 8000)")
    #expect(
      try test.shownRows("SELECT * FROM bonuses ORDER BY employee_id")
        == [
          "153 | 180", "154 | 175", "155 | 170", "159 | 180", "160 | 175", "161 | 170", "164 | 72", "165 | 68",
        ])
  }

  // INSERT, "Multi-Table Inserts: Examples"
  @Test("INSERT ALL turns a week's columns into rows") func insertAll() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE sales_input_table (product_id NUMBER, customer_id NUMBER, weekly_start_date DATE, sales_sun NUMBER, "
        + "sales_mon NUMBER, sales_tue NUMBER, sales_wed NUMBER, sales_thu NUMBER, sales_fri NUMBER, sales_sat NUMBER)",
      "CREATE TABLE sales (prod_id NUMBER, cust_id NUMBER, time_id DATE, amount NUMBER)",
      "INSERT INTO sales_input_table VALUES (111, 222, DATE '2000-10-01', 100, 200, 300, 400, 500, 600, 700)",
      "INSERT INTO sales_input_table VALUES (222, 333, DATE '2000-10-08', 200, 300, 400, 500, 600, 700, 800)",
      "INSERT INTO sales_input_table VALUES (333, 444, DATE '2000-10-15', 300, 400, 500, 600, 700, 800, 900)")
    let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    let branches = days.enumerated().map { number, day in
      "INTO sales (prod_id, cust_id, time_id, amount) VALUES (product_id, customer_id, weekly_start_date + \(number), "
        + "sales_\(day))"
    }
    try test.run(
      "INSERT ALL \(branches.joined(separator: " ")) SELECT product_id, customer_id, weekly_start_date, "
        + days.map { "sales_\($0)" }.joined(separator: ", ") + " FROM sales_input_table")
    let rows = try test.shownRows(
      "SELECT prod_id, cust_id, TO_CHAR(time_id, 'DD-MON-RR'), amount FROM sales ORDER BY prod_id, cust_id, time_id")
    #expect(rows.count == 21)
    #expect(rows[0] == "111 | 222 | 01-OCT-00 | 100" && rows[6] == "111 | 222 | 07-OCT-00 | 700")
    #expect(rows[7] == "222 | 333 | 08-OCT-00 | 200" && rows[20] == "333 | 444 | 21-OCT-00 | 900")
  }
}
