import SampleSchema
import Testing

@testable import DataGeneration

/// What a check leaves of a domain, and that all values drawn keep to it.
@Suite struct DomainNarrowingTests {
  private func narrowed(
    _ check: String, _ type: ValueType, name: String = "x"
  ) throws -> (domain: ColumnDomain, isKept: Bool) {
    var column = ColumnDescription(name: name, type: type, isNullable: true)
    column.isNullable = true
    var domain = ColumnDomain(column, isASCII: false)
    let condition = try #require(Condition(oracle: check) { $0 == "X" ? 0 : nil }).simplified
    let isKept = condition.narrow(&domain, of: 0)
    let drawing = ValueDrawing(domain)
    var generator = SplitMix64(seed: 1)
    if isKept {
      for _ in 0..<200 { #expect(condition.holds([drawing.value(&generator)]) != false, "\(check)") }
      if !domain.isEmpty, let form = UniqueForm(domain, seed: 9) {
        let count = min(form.capacity, 200)
        let values = (0..<count).map { form.value($0) }
        #expect(Set(values).count == count)
        for value in values { #expect(condition.holds([value]) != false, "\(check): \(value)") }
      }
    }
    return (domain, isKept)
  }

  private static let number = ValueType.number(digits: 9, scale: 0)
  private static let money = ValueType.number(digits: 10, scale: 2)
  private static let text = ValueType.text(characters: 20)

  @Test(arguments: [
    "x > 0", "x >= 100000 AND x < 100010", "x BETWEEN 3 AND 7", "x <> 5", "x IN (1, 2, 3)", "x < 0 OR x > 500000",
    "x = 42",
    "x IS NULL OR x > 7", "NOT (x < 10)", "5 <= x", "x NOT IN (1, 2)", "x IS NOT NULL", "x IS NULL",
  ])
  func numbers(_ check: String) throws { #expect(try narrowed(check, Self.number).isKept) }

  @Test(arguments: ["x > 0.01", "x BETWEEN -0.5 AND 0.5", "x < 1e3", "x >= 12.345"])
  func decimals(_ check: String) throws { #expect(try narrowed(check, Self.money).isKept) }

  @Test(arguments: [
    "x IN ('a', 'b')", "LENGTH(x) = 5", "LENGTH(x) >= 18", "x = UPPER(x)", "x = LOWER(x)", "x LIKE 'AB%'",
    "REGEXP_LIKE(x, '^[A-Z]{2}[0-9]{6}$')", "x = 'Y' OR x = 'N'", "UPPER(x) IN ('A')", "LENGTH(x) BETWEEN 6 AND 8",
  ])
  func texts(_ check: String) throws {
    let result = try narrowed(check, Self.text)
    #expect(result.isKept || check.hasPrefix("UPPER"))
  }

  @Test(arguments: [
    "x >= DATE '2024-02-29'", "x < TIMESTAMP '1999-12-31 23:59:59'", "x > TO_DATE('2030-01-01', 'YYYY-MM-DD')",
  ])
  func moments(_ check: String) throws {
    #expect(try narrowed(check, .timestamp(digits: 0, hasZone: false)).isKept)
    #expect(try narrowed(check, .date).isKept)
  }

  @Test func contradictionsLeaveNothing() throws {
    #expect(try narrowed("x > 5 AND x < 5", Self.number).domain.isEmpty)
    #expect(try narrowed("x IN ('toolongtoolongtoolongtoolong')", Self.text).domain.isEmpty)
    #expect(try narrowed("LENGTH(x) > 30", Self.text).domain.isEmpty)
  }

  @Test func whatIsNotKeptIsSaid() throws {
    #expect(try !narrowed("MOD(x, 10) = 3", Self.number).isKept)
    #expect(try !narrowed("x LIKE '%b%'", Self.text).isKept)
    #expect(try !narrowed("x IS NULL AND x > 3 OR x IN (7) AND MOD(x, 2) = 1", Self.number).isKept)
  }
}
