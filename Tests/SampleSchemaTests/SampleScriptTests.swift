import Testing

@testable import SampleSchema

@Suite struct SampleScriptTests {
  @Test func holdsTheDefinitionAndOneInsertForEachRow() {
    let script = Array(SampleSchema.script(scale: 0.01))
    #expect(script.first == "SET DEFINE OFF\n")
    #expect(script.dropFirst().prefix(SampleSchema.ddl.count).map { String($0.dropLast(2)) } == SampleSchema.ddl)
    #expect(script.count { $0.hasPrefix("INSERT INTO ") } == SampleSchema.rowCount(scale: 0.01))
    #expect(script.count { $0 == "COMMIT;\n" } == 12)
    #expect(script.last == "COMMIT;\n")
    #expect(script.dropFirst().allSatisfy { $0.hasSuffix(";\n") })
  }

  @Test func writesValuesInOraclesDialect() throws {
    let script = Array(SampleSchema.script(scale: 0.01))
    func insert(_ start: String) throws -> String { try #require(script.first { $0.hasPrefix(start) }) }
    #expect(
      try insert("INSERT INTO regions ") == "INSERT INTO regions (region_id, region_name) VALUES (1, 'Africa');\n")
    let employee = try insert("INSERT INTO employees ")
    #expect(
      employee.contains("TO_DATE('") && employee.contains("'YYYY-MM-DD HH24:MI:SS'") && employee.contains("HEXTORAW('"))
    #expect(try insert("INSERT INTO customers ").contains(", 'YYYY-MM-DD HH24:MI:SS.FF6')"))
  }

  @Test(arguments: [("", "''"), ("it's", "'it''s'"), ("''", "''''''"), ("a\u{301}'\u{301}", "'a\u{301}''\u{301}'")])
  func doublesQuotes(text: String, literal: String) {
    #expect(Array(SampleScript.literal(text).utf8) == Array(literal.utf8))
  }

  @Test func textLiteralsStayBelowOraclesLimit() {
    for statement in SampleSchema.script(scale: 0.1) where statement.hasPrefix("INSERT INTO products ") {
      var literal = 0
      var isInside = false
      for byte in statement.utf8 {
        if byte == UInt8(ascii: "'") {
          isInside.toggle()
          if isInside { literal = 0 }
        } else if isInside {
          literal += 1
        }
        guard literal > 4000 else { continue }
        Issue.record("a literal of more than 4000 bytes")
        return
      }
    }
  }
}
