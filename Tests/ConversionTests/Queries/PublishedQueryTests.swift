import Foundation
import Model
import Testing

@testable import Conversion

/// Expectations of others for Oracle's SQL, translated and run on PostgreSQL: each is refused by name or answered as published.
@Suite("Published expectations on PostgreSQL") struct PublishedQueryTests {
  struct Entry {
    var source: String
    var sql: String
    var rows: [String]
  }

  /// The files lie with the tests of the stand-in, which answers them too.
  static func load(_ file: String) throws -> [Entry] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = tests.appendingPathComponent("OracleStandInTests/Published/" + file)
    var entries: [Entry] = []
    for paragraph in try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n\n") {
      let lines = paragraph.split(separator: "\n").map(String.init)
      let notes = lines.prefix { $0.hasPrefix("-- ") }
      let statement = lines.dropFirst(notes.count).prefix { !$0.hasPrefix("= ") && $0 != "=" && !$0.hasPrefix("! ") }
      let rows = lines.dropFirst(notes.count + statement.count)
      guard let source = notes.first, !notes.contains(where: { $0.hasPrefix("-- needs:") }),
        rows.allSatisfy({ $0.hasPrefix("=") }), !rows.isEmpty
      else { continue }
      let sql = statement.joined(separator: "\n")
      entries.append(
        Entry(
          source: "\(file) \(source.dropFirst(3))", sql: sql.hasSuffix(";") ? String(sql.dropLast()) : sql,
          rows: rows.map { String($0.dropFirst(2)) }))
    }
    return entries
  }

  /// What differs, and is said in a remark or lies with PostgreSQL.
  private static func isKnownToDiffer(_ entry: Entry) -> Bool {
    let sql = entry.sql.uppercased()
    // Wide characters: LPAD counts two columns for each (a remark), CHAR(n) of bytes holds fewer.
    if !sql.unicodeScalars.allSatisfy(\.isASCII), sql.contains("PAD(") || sql.contains("CHAR(") { return true }
    // Which of several equal rows comes first is nobody's promise.
    if entry.source.contains("subquery by hire_date DESC") { return true }
    // PostgreSQL before 18 takes a = b for true in the rows of a grouping set that lacks b, and doesn't sort by b.
    return sql.contains("WHERE A = B GROUP BY GROUPING SETS")
  }

  @Test func refusedOrAnswered() async throws {
    let entries = try ["orafce.sql", "ivorysql.sql", "documentation.sql"].flatMap { try Self.load($0) }
    var converted = 0
    var wrong: [String] = []
    var refusals: [String: Int] = [:]
    try await QueryHarness.with { harness in
      for entry in entries where !Self.isKnownToDiffer(entry) {
        let query: TranslatedQuery
        do {
          query = try harness.translate(entry.sql)
        } catch let refusal as ConversionRefusal {
          refusals[refusal.reason, default: 0] += 1
          continue
        } catch {
          refusals["not parsed", default: 0] += 1
          continue
        }
        do {
          let rows = try await harness.rows(query.sql)
          let expected = entry.rows.map { row in
            row.components(separatedBy: " | ").map { QueryHarness.number($0) }.joined(separator: " | ")
          }
          let actual = rows.map { row in
            row.components(separatedBy: " | ").map { QueryHarness.number($0) }.joined(separator: " | ")
          }
          if actual == expected {
            converted += 1
          } else {
            wrong.append("\(entry.source)\n\(entry.sql)\n\(query.sql)\n\(actual)\nexpected \(expected)")
          }
        } catch {
          wrong.append("\(entry.source)\n\(entry.sql)\n\(query.sql)\n\(error)")
        }
      }
    }
    if let path = ProcessInfo.processInfo.environment["PUBLISHED_REPORT"] {
      let list = refusals.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }
      let text =
        "\(converted) of \(entries.count)\n\n" + wrong.joined(separator: "\n\n") + "\n\n" + list.joined(separator: "\n")
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n\n"))")
    #expect(converted > 1500)
  }
}
