import Testing

@testable import PostgresClient

@Suite struct PostgresErrorTests {
  @Test(arguments: [
    ("COPY orders, line 3, column amount: \"12.5\"", "COPY orders, line 3, column amount"),
    ("COPY orders, line 3: \"1\tsecret, column x\"", "COPY orders, line 3"),
    ("COPY orders, line 7", "COPY orders, line 7"),
    ("COPY orders, line 3, column amount", "COPY orders, line 3, column amount"),
    ("PL/pgSQL function f()\nCOPY t, line 1, column c: \"x\"", "COPY t, line 1, column c"),
    ("PL/pgSQL function f() line 3", nil), ("COPY t, line : \"3\"", nil), ("", nil),
  ])
  func copyPlaceHasNoValues(_ context: String, _ expected: String?) {
    #expect(PostgresError.copyPlace(in: context) == expected)
  }

  @Test func descriptionLeavesValuesOut() {
    var error = PostgresError("invalid input syntax for type integer: \"4711\"", sqlState: "22P02", remedy: "look")
    error.detail = "Key (id)=(4712) already exists."
    error.statementContext = "COPY t, line 3, column c: \"4713\""
    error.tableName = "t"
    let expected =
      "invalid input syntax for type integer: \"…\" (SQLSTATE 22P02); COPY t, line 3, column c; table t; look"
    #expect("\(error)" == expected)
    // What a trigger raises may hold anything.
    #expect(!PostgresError("bad e-mail 4711", sqlState: "P0001").description.contains("4711"))
    error = PostgresError("order 4711 is closed", sqlState: "23514")
    error.statementContext = "PL/pgSQL function check_order() line 3 at RAISE\nCOPY t, line 3"
    #expect(!error.description.contains("4711") && error.description.contains("COPY t, line 3"))
    #expect(PostgresError("relation \"x\" does not exist", sqlState: "42P01").maskedMessage.contains("\"x\""))
  }

  @Test(arguments: [
    ("40001", true), ("40P01", true), ("55P03", true), ("53300", true), ("57P03", true), ("23505", false),
    ("57014", false), (nil, false),
  ])
  func retrySafety(_ state: String?, _ expected: Bool) {
    #expect(PostgresError.isRetrySafe(sqlState: state) == expected)
  }

  @Test(arguments: [
    (
      "connection to server at \"h\" (10.0.0.1), port 5432 failed: FATAL:  28P01: password authentication failed for user \"u\"\nLOCATION:  auth_failed, auth.c:338\n",
      "28P01",
      "connection to server at \"h\" (10.0.0.1), port 5432 failed: FATAL: password authentication failed for user \"u\""
    ),
    (
      "could not translate host name \"x\" to address: No such host\n", nil,
      "could not translate host name \"x\" to address: No such host"
    ),
    ("", nil, "libpq gave no reason"),
  ])
  func connectionReports(_ text: String, _ state: String?, _ expected: String) {
    let report = ConnectionReport(text)
    #expect(report.sqlState == state)
    #expect(report.text == expected)
  }
}
