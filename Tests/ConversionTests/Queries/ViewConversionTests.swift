import Model
import OracleSQL
import Testing

@testable import Conversion

@Suite struct ViewConversionTests {
  private static func convert(
    _ text: String, columns: [String] = [], isReadOnly: Bool = false, hasCheckOption: Bool = false
  ) throws -> TranslatedView {
    try ViewConversion(catalogue: QueryFixture.catalogue).convert(
      try QueryHarness.parse(text), name: QualifiedName(schema: "ot", name: "v"), columns: columns,
      isReadOnly: isReadOnly, hasCheckOption: hasCheckOption)
  }

  @Test func listsItsColumns() throws {
    let view = try Self.convert("SELECT id, name || '!' FROM staff", columns: ["KEY", "Loud"])
    #expect(
      view.sql
        == #"CREATE VIEW "ot"."v" ("key", "Loud") AS\#nSELECT "staff"."id", "staff"."name" || '!' AS "name||'!'" FROM "ot"."staff""#
    )
    #expect(view.relation.columns.map(\.oracleName) == ["KEY", "Loud"])
    #expect(view.relation.columns.map(\.type) == [.integer, .text])
    #expect(view.relation.columns.map(\.isNullable) == [false, false])
    #expect(view.remarks.isEmpty)
  }

  @Test func aWrongNumberOfColumnsIsRefused() {
    #expect(throws: ConversionRefusal.self) { _ = try Self.convert("SELECT id FROM staff", columns: ["A", "B"]) }
  }

  @Test func restrictionsAreKeptOrSaid() throws {
    #expect(
      try Self.convert("SELECT id FROM staff WHERE id > 1", hasCheckOption: true).sql.hasSuffix("\nWITH CHECK OPTION"))
    #expect(throws: ConversionRefusal.self) {
      _ = try Self.convert("SELECT COUNT(*) n FROM staff", hasCheckOption: true)
    }
    #expect(try Self.convert("SELECT id FROM staff", isReadOnly: true).remarks.count == 1)
    #expect(try Self.convert("SELECT COUNT(*) n FROM staff", isReadOnly: true).remarks.isEmpty)
  }

  @Test func viewsStandOnViews() async throws {
    try await QueryHarness.with(QueryFixture.script, QueryFixture.catalogue) { harness in
      var catalogue = QueryFixture.catalogue
      let texts = [
        ("RICH", "SELECT name who, pay / 2 half, dept FROM staff WHERE pay > 4500"),
        ("RICHER", "SELECT who || ':' || dept || half label FROM rich WHERE half > 3000"),
      ]
      for (name, text) in texts {
        let view = try ViewConversion(catalogue: catalogue).convert(
          try QueryHarness.parse(text), name: QualifiedName(schema: "ot", name: name.lowercased()))
        catalogue.relations[.init(owner: "OT", name: name)] = view.relation
        _ = try await harness.session.execute(view.sql)
      }
      // Blanks of CHAR and digits of NUMBER survive both views.
      #expect(try await harness.rows("SELECT * FROM ot.richer") == ["Ada:HQ 4500"])
    }
  }

  /// Remarks say what is close but not the same.
  @Test(arguments: [
    ("SELECT pay / 3 FROM staff", "quotient"), ("SELECT USER FROM dual", "USER"),
    ("SELECT LPAD(name, 5) FROM staff", "wide"), ("SELECT TO_CHAR(hired, 'MON') FROM staff", "English"),
    ("SELECT SYS_GUID() FROM dual", "random"), ("SELECT MEDIAN(pay) FROM staff", "double precision"),
  ])
  func remarks(text: String, word: String) throws {
    #expect(try Self.convert(text).remarks.contains { $0.contains(word) })
  }

  @Test func theServersZoneIsUsed() throws {
    #expect(try Self.convert("SELECT SYSDATE d FROM dual").sql.contains("AT TIME ZONE 'Europe/Vienna'"))
    var catalogue = QueryFixture.catalogue
    catalogue.serverTimeZone = nil
    let query = try QueryTranslator(catalogue: catalogue).translate(
      try QueryHarness.parse("SELECT SYSDATE d FROM dual"))
    #expect(query.remarks.count == 1)
  }

  @Test func hostileNamesAndDepthsDoNoHarm() throws {
    let view = try Self.convert(#"SELECT id AS "x; DROP TABLE y", 'a''; --' AS "A B" FROM staff "q t""#)
    #expect(
      view.sql.hasSuffix(#"SELECT "q t"."id" AS "x; DROP TABLE y", 'a''; --' AS "a b" FROM "ot"."staff" AS "q t""#))
    let deep =
      String(repeating: "SELECT * FROM (", count: 150) + "SELECT 1 x FROM dual" + String(repeating: ")", count: 150)
    _ = try? Self.convert(deep)
    let growing = String(repeating: "GREATEST(1, ", count: 60) + "bonus" + String(repeating: ")", count: 60)
    #expect(throws: ConversionRefusal.self) { _ = try Self.convert("SELECT \(growing) x FROM staff") }
    let unions = Array(repeating: "SELECT 1 FROM dual", count: 2_000).joined(separator: " UNION ALL ")
    #expect(try Self.convert(unions).relation.columns.count == 1)
  }
}
