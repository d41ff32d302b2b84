import Foundation
import Testing

@testable import OracleStandIn

/// JSON in tables: checks, views and the functions on columns.
@Suite("JSON") struct JSONTests {
  private func orders() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE orders (id NUMBER, doc CLOB CHECK (doc IS JSON))",
      "INSERT INTO orders VALUES (1, '{\"no\":7,\"lines\":[{\"p\":\"pen\",\"n\":2},{\"p\":\"ink\",\"n\":1}]}')",
      "INSERT INTO orders VALUES (2, '{\"no\":8,\"lines\":[]}')", "INSERT INTO orders VALUES (3, NULL)")
    return test
  }

  @Test("IS JSON as a check") func check() throws {
    let test = try orders()
    #expect(test.code("INSERT INTO orders VALUES (4, '{')") == 2290)
    #expect(try test.value("SELECT COUNT(*) FROM orders WHERE doc IS JSON") == "2")
    #expect(try test.value("SELECT COUNT(*) FROM orders WHERE doc IS NOT JSON") == "0")
  }

  @Test("a scalar is a document since 21c", arguments: [("19.3.0.0.0", "0"), ("23.4.0.0.0", "1")])
  func scalar(release: String, expected: String) throws {
    var configuration = StandInDatabase.Configuration()
    configuration.version = release
    let database = StandInDatabase(configuration: configuration)
    database.createUser("APP", password: "secret")
    #expect(try TestDatabase(database).value("SELECT COUNT(*) FROM dual WHERE '1' IS JSON") == expected)
  }

  @Test("columns of JSON, and BOOLEANs, are JSON as they are") func native() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE j (d JSON)", "INSERT INTO j VALUES ('{\"a\":1}')")
    #expect(try test.value("SELECT COUNT(*) FROM j WHERE d IS JSON") == "1")
    #expect(try test.value("SELECT JSON_OBJECT('d' VALUE d) FROM j") == "{\"d\":{\"a\":1}}")
    #expect(try test.value("SELECT JSON_ARRAYAGG(d) FROM j") == "[{\"a\":1}]")
    #expect(try test.value("SELECT JSON_ARRAY(TRUE, FALSE) FROM dual") == "[true,false]")
  }

  @Test("DEFAULT values may read the blocks around") func defaults() throws {
    let test = try orders()
    #expect(
      try test.shownRows(
        "SELECT o.id, (SELECT JSON_VALUE('{}', '$.a' RETURNING NUMBER DEFAULT o.id ON EMPTY) FROM dual) FROM orders o "
          + "ORDER BY o.id") == ["1 | 1", "2 | 2", "3 | 3"])
  }

  @Test("JSON_TABLE over a column, in a view, with an outer join") func table() throws {
    let test = try orders()
    try test.run(
      "CREATE VIEW order_lines AS SELECT o.id, j.no, j.line, j.product, j.pieces FROM orders o, JSON_TABLE(o.doc, '$' "
        + "COLUMNS (no NUMBER PATH '$.no', NESTED PATH '$.lines[*]' COLUMNS (line FOR ORDINALITY, "
        + "product VARCHAR2(10) PATH '$.p', pieces NUMBER PATH '$.n'))) j")
    #expect(
      try test.shownRows("SELECT * FROM order_lines ORDER BY id, line")
        == ["1 | 7 | 1 | pen | 2", "1 | 7 | 2 | ink | 1", "2 | 8 | NULL | NULL | NULL"])
    #expect(
      try test.shownRows(
        "SELECT o.id, j.no FROM orders o LEFT JOIN JSON_TABLE(o.doc, '$' COLUMNS (no NUMBER PATH '$.no')) j ON 1 = 1 "
          + "ORDER BY o.id") == ["1 | 7", "2 | 8", "3 | NULL"])
    #expect(
      try test.value(
        "SELECT data_type FROM user_tab_columns WHERE table_name = 'ORDER_LINES' AND column_name = 'PRODUCT'")
        == "VARCHAR2")
  }

  @Test("values and conditions") func values() throws {
    let test = try orders()
    #expect(
      try test.shownRows(
        "SELECT JSON_VALUE(doc, '$.no' RETURNING NUMBER) + 1, JSON_VALUE(doc, '$.lines[1].p'), "
          + "JSON_QUERY(doc, '$.lines[*].n' WITH WRAPPER), CASE WHEN JSON_EXISTS(doc, '$.lines[*]?(@.n > 1)') "
          + "THEN 'y' ELSE 'n' END FROM orders ORDER BY id")
        == ["8 | ink | [2,1] | y", "9 | NULL | NULL | n", "NULL | NULL | NULL | n"])
  }

  @Test(
    "errors",
    arguments: [
      ("SELECT JSON_VALUE('{', '$' ERROR ON ERROR) FROM dual", 40441),
      ("SELECT JSON_VALUE('{}', '$.a' ERROR ON ERROR) FROM dual", 40462),
      ("SELECT JSON_VALUE('{\"a\":{}}', '$.a' ERROR ON ERROR) FROM dual", 40456),
      ("SELECT JSON_VALUE('[1,2]', '$[*]' ERROR ON ERROR) FROM dual", 40470),
      ("SELECT JSON_QUERY('[1,2]', '$[*]' ERROR ON ERROR) FROM dual", 40480),
      ("SELECT JSON_VALUE('{}', '$.') FROM dual", 40442),
      ("SELECT JSON_VALUE('{\"a\":\"abc\"}', '$.a' RETURNING VARCHAR2(2) ERROR ON ERROR) FROM dual", 40478),
    ])
  func refused(sql: String, code: Int) throws {
    #expect(try TestDatabase().code(sql) == code)
  }
}

/// Documents, paths and what they match, from Oracle's JSON Developer's Guide and SQL Language Reference; the last
/// column of `paths.tsv` names the place.
@Suite("JSON paths as documented") struct JSONPathTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var document: String
    var path: String
    var expected: String
    var source: String

    var testDescription: String { "\(path) of \(document.prefix(40))" }
  }

  static let examples: [Example] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("paths.tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.replacingOccurrences(of: "<TAB>", with: "\t")
      }
      guard cells.count == 4, !cells[2].hasPrefix("?") else { return nil }
      return Example(document: cells[0], path: cells[1], expected: cells[2], source: cells[3])
    }
  }()

  @Test("steps that multiply the items end somewhere") func multiplied() throws {
    let path = try JSONPath("$" + String(repeating: "[0,0]", count: 24))
    #expect(throws: JSONFault(kind: .tooManyItems, offset: 0)) { try path.select(from: .array([.null])) }
  }

  @Test("the examples are there") func present() { #expect(Self.examples.count > 100) }

  @Test("as documented", arguments: examples)
  func example(_ example: Example) throws {
    if example.path.hasPrefix("is json") {
      let options = example.path.lowercased()
      let parser = JSONParser(
        isStrict: options.contains("strict"), uniqueKeys: options.contains("unique"), allowsScalars: true)
      let isJSON = (try? parser.parse(Array(example.document.utf8))) != nil
      #expect("\(isJSON)" == example.expected, "\(example.source)")
      return
    }
    let parts = example.path.components(separatedBy: " PASSING ")
    if example.expected == "!ORA-40442" {
      #expect(throws: JSONFault.self, "\(example.source)") { try JSONPath(parts[0]) }
      return
    }
    var variables: [String: JSONValue] = [:]
    if parts.count > 1, case .object(let members) = try JSONParser().parse(Array(parts[1].utf8)) {
      for member in members { variables[member.name] = member.value }
    }
    let document = try JSONParser().parse(Array(example.document.utf8))
    let matches = try JSONPath(parts[0]).select(from: document, variables: variables)
    let shown = String(decoding: JSONSerializer().text(.array(matches)), as: UTF8.self)
    #expect(shown == example.expected, "\(example.source)")
  }
}
