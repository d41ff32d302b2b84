import Testing

@testable import OracleStandIn

/// Expectations that don't come from us: regression suites of Oracle-compatible projects and Oracle's documentation.
@Suite("Published expectations") struct PublishedExpectationTests {
  static let all = ["orafce.sql", "ivorysql.sql", "documentation.sql"].flatMap { PublishedCase.load($0) }

  @Test("the files are there and are read") func files() {
    #expect(Self.all.count > 2500)
    #expect(Self.all.allSatisfy { !$0.sql.isEmpty && (!$0.rows.isEmpty || $0.code != nil) })
  }

  @Test("as published", arguments: all.filter { $0.gap == nil && $0.needs == nil })
  func expectation(_ entry: PublishedCase) throws {
    let database = try TestDatabase()
    if let code = entry.code {
      let actual = database.code(entry.sql)
      #expect(actual == code, "\(entry.source)\n\(entry.sql)\n\(database.message(entry.sql) ?? "no error")")
      return
    }
    do {
      let rows = try database.shownRows(entry.sql)
      #expect(rows == entry.rows, "\(entry.source)\n\(entry.sql)")
    } catch {
      Issue.record("\(entry.source)\n\(entry.sql)\n\(error)")
    }
  }

  @Test("what is not there is refused", arguments: all.filter { $0.gap != nil })
  func gap(_ entry: PublishedCase) throws {
    let code = try TestDatabase().code(entry.sql)
    #expect(code == 3001 || code == 904, "\(entry.gap ?? ""): \(code)\n\(entry.sql)")
  }
}
