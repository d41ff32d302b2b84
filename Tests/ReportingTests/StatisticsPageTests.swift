import Foundation
import Model
import Reporting
import Testing

@Suite struct StatisticsPageTests {
  private static let orders = TableStatistics(
    table: "orders", rows: 1_234_567, columns: 3, nullableColumns: 1, primaryKey: ["id", "line"], foreignKeysOut: 1,
    checks: 2, indexes: 4, bytes: 81_920)
  private static let customers = TableStatistics(
    table: "customers", rows: 5, columns: 2, foreignKeysIn: 1, bytes: 1024)

  private func page(
    _ oracle: [TableStatistics], _ postgres: [TableStatistics], name: String = "SALES"
  ) -> StatisticsPage {
    StatisticsPage(
      oracle: .init(name: name, place: "db:1521/\(name), Oracle 19.0", report: StatisticsReport(oracle)),
      postgres: .init(name: "sales", place: "pg:5432/sales", report: StatisticsReport(postgres)),
      made: Date(timeIntervalSince1970: 1_800_000_000), toolVersion: "1.2.3")
  }

  @Test func theSameModels() throws {
    var smaller = Self.orders
    smaller.bytes = nil
    let html = try page([Self.orders, Self.customers], [smaller, Self.customers]).html()
    let reading = PageReading(html)
    for part in [
      "The same numbers", "1,234,572", "1,234,567", "id+line", "82 KB", "–", "2027-01-15 08:00:00 UTC",
      "oraferry 1.2.3",
      "nullable columns",
    ] { #expect(reading.text.contains(part), "\(part)") }
    // But for the legend, nothing is marked.
    #expect(reading.classes["mark bad"] == 1 && !reading.text.contains("Where they differ"))
    #expect(reading.classes["mark good"] == 2)
    // Two bars and their grounds for each table; the smaller table's can still be seen.
    #expect(reading.elements["svg"] == 2 && reading.elements["rect"] == 8)
    #expect(
      html.contains("<rect class=\"c0\" width=\"100\"") && html.contains("<rect class=\"c1\" y=\"8\" width=\"0.5\""))
  }

  @Test func whatDiffersIsMarked() throws {
    var other = Self.orders
    other.rows = 617_284
    other.indexes = 3
    other.primaryKey = []
    let html = try page([Self.orders, Self.customers], [other, TableStatistics(table: "clients", rows: 0)]).html()
    let reading = PageReading(html)
    for part in [
      "Different", "5 differences in 3 tables", "4 ≠ 3", "id+line ≠ none", "only in Oracle",
      "only in PostgreSQL", "missing", "Where they differ", "617,284",
    ] { #expect(reading.text.contains(part), "\(part)") }
    #expect(reading.classes["mark good"] == nil)
    #expect(html.contains("<rect class=\"c1\" y=\"8\" width=\"50\"") && html.contains("y=\"8\" width=\"0\""))
    #expect(html.contains("<bdi class=\"mark bad\">4 ≠ 3</bdi>"))
    #expect(html.contains("aria-label=\"rows: 1,234,567 in Oracle, 617,284 in PostgreSQL\""))
    #expect(html.contains("aria-label=\"rows: – in Oracle, 0 in PostgreSQL\""))
  }

  /// Names of a database are text in the page, whatever they look like.
  @Test func hostileNames() throws {
    let names = [
      "<script>alert('1')</script>", "\"'><img src=x onerror=alert(2)>", "&amp;{{style}}{{{pageStyle}}}",
      "a\nb\r\u{2028}c", "\u{202e}evil\u{200f}\u{2066}", "\u{0}\u{1b}[2J", "\u{0D4E}<meta http-equiv='refresh'>",
      "<\u{301}b>", "\"\u{301} onclick='x'", "]]><!--", "=1+1",
    ]
    for name in names {
      let table = TableStatistics(table: name, rows: 3, primaryKey: [name])
      var other = table
      other.primaryKey = []
      other.rows = 2
      for (left, right) in [([table], [table]), ([table], [other]), ([table], []), ([], [table])] {
        let reading = PageReading(try page(left, right, name: name).html())
        #expect(reading.text.contains(name.printable), "\(name)")
        #expect(reading.elements.keys.allSatisfy { !["script", "img", "b>", "a", "iframe", "link"].contains($0) })
        #expect(reading.elements["meta"] == 4 && reading.elements["style"] == 1)
        #expect(reading.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" && $0 != "href" && $0 != "style" })
        #expect(!reading.text.unicodeScalars.contains { $0.properties.generalCategory == .format })
      }
    }
  }

  /// Nothing that a server can say of its tables breaks the page.
  @Test func oddFigures() throws {
    let none = PageReading(try page([], []).html())
    #expect(none.elements["svg"] == nil && none.text.contains("The same numbers"))
    let odd = [
      TableStatistics(table: "", rows: .max, columns: -1, bytes: .max),
      TableStatistics(table: "b", rows: .max, bytes: .max),
      TableStatistics(table: "c", rows: .min, bytes: .min), TableStatistics(table: "c", rows: 1),
    ]
    let reading = PageReading(try page(odd, odd).html())
    #expect(reading.text.contains("9,223,372,036,854,775,807") && !reading.text.contains("nan"))
    #expect(StatisticsReport([odd[0], odd[1]]).frame["rows"]?.last?.canonicalText == nil)
  }
}
