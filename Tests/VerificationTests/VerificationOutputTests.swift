import Canonical
import Foundation
import Model
import Testing

@testable import Verification

/// What people and programs get to read.
@Suite struct VerificationOutputTests {
  static func text(_ text: String) -> CanonicalValue { .text(text, byteCount: text.utf8.count) }

  static let changed = RowDifference(
    kind: .changed,
    key: [
      NamedValue(column: "order_id", value: .number("4")), NamedValue(column: "code", value: text("a\"\\\u{1b}\n")),
    ],
    columns: ["note", "price"],
    cells: [
      .init(column: "order_id", source: .number("4"), target: .number("4")),
      .init(column: "note", source: text("ab"), target: text("ab ")),
      .init(column: "price", source: .number("12.5"), target: .null),
    ])
  static let result = VerificationResult(tables: [
    TableComparison(
      table: QualifiedName(schema: "ot", name: "regions"), sourceRows: 4, targetRows: 4, equal: true,
      basis: .sums(scn: 4711)),
    TableComparison(
      table: QualifiedName(schema: "ot", name: "orders"), sourceRows: 105, targetRows: 104, equal: false,
      differences: [
        changed,
        RowDifference(
          kind: .missing, key: [NamedValue(column: "d", value: .timestamp("2024-03-17 09:30:00"))], columns: [],
          cells: [
            .init(column: "d", source: .timestamp("2024-03-17 09:30:00"), target: nil),
            .init(column: "amount", source: .number("1"), target: nil),
          ]),
      ]),
  ])

  @Test func jsonHasTheAgreedShape() throws {
    #expect(
      VerificationOutputTests.result.json() == #"""
        {"equal": false, "tables": [{"schema": "ot", "table": "regions", "source_rows": 4, "target_rows": 4, "equal": true, "differences": [], "basis": "sums", "scn": 4711, "sample": null}, {"schema": "ot", "table": "orders", "source_rows": 105, "target_rows": 104, "equal": false, "differences": [{"kind": "changed", "key": {"order_id": 4, "code": "a\"\\\u001b\n"}, "columns": ["note", "price"]}, {"kind": "missing", "key": {"d": "2024-03-17 09:30:00"}, "columns": []}], "basis": "rows", "scn": null, "sample": null}]}
        """#)
    let parsed = try JSONSerialization.jsonObject(with: Data(VerificationOutputTests.result.json().utf8))
    let tables = (parsed as? [String: Any])?["tables"] as? [[String: Any]]
    #expect(tables?.count == 2)
  }

  /// A sample, in which a row is not what Oracle shows, and one that could not be taken.
  static let sampled: VerificationResult = {
    var sample = RenderedSample(rows: 900, differences: [changed])
    sample.changedSince = 2
    sample.omitted = [.init(column: "doc", reason: "Oracle's text of it is what was copied")]
    var orders = TableComparison(
      table: QualifiedName(schema: "ot", name: "orders"), sourceRows: 5000, targetRows: 5000, equal: false,
      basis: .sums(scn: 4711))
    orders.sample = sample
    var marks = TableComparison(
      table: QualifiedName(schema: "ot", name: "marks"), sourceRows: 5, targetRows: 5, equal: true,
      basis: .sums(scn: 4711))
    marks.sample = RenderedSample(reason: "Oracle refuses it")
    return VerificationResult(tables: [orders, marks])
  }()

  @Test func aSampleInJSON() throws {
    #expect(
      Self.sampled.json() == #"""
        {"equal": false, "tables": [{"schema": "ot", "table": "orders", "source_rows": 5000, "target_rows": 5000, "equal": false, "differences": [], "basis": "sums", "scn": 4711, "sample": {"rows": 900, "changed_since": 2, "differences": [{"kind": "changed", "key": {"order_id": 4, "code": "a\"\\\u001b\n"}, "columns": ["note", "price"]}], "left_out": [{"column": "doc", "reason": "Oracle's text of it is what was copied"}], "reason": null}}, {"schema": "ot", "table": "marks", "source_rows": 5, "target_rows": 5, "equal": true, "differences": [], "basis": "sums", "scn": 4711, "sample": {"rows": 0, "changed_since": 0, "differences": [], "left_out": [], "reason": "Oracle refuses it"}}]}
        """#)
    _ = try JSONSerialization.jsonObject(with: Data(Self.sampled.json().utf8))
  }

  /// A schema that differs, and rows that do not.
  @Test func aSchemaInTextAndJSON() throws {
    var result = VerificationResult(tables: [
      TableComparison(
        table: QualifiedName(schema: "ot", name: "regions"), sourceRows: 4, targetRows: 4, equal: true,
        basis: .sums(scn: 4711))
    ])
    result.schema = SchemaComparison()
    result.schema?.compared = 9
    #expect(result.equal && result.textLines().count == 2)
    result.schema?.differences = [
      .init(object: "index i of regions", expected: "CREATE INDEX i\n ON regions", actual: nil),
      .init(object: "view v", expected: "SELECT 1", actual: "SELECT 2"),
    ]
    result.schema?.behind = ["sequence s: its next value 1 lies behind the data of t.id; Oracle's is 9"]
    result.schema?.declared = ["unique constraint u of t"]
    #expect(!result.equal)
    #expect(
      result.textLines().suffix(7) == [
        "schema", "  index i of regions: missing in PostgreSQL; expected: CREATE INDEX i ON regions",
        "  view v: another definition", "    expected:  SELECT 1", "    is:        SELECT 2",
        "  sequence s: its next value 1 lies behind the data of t.id; Oracle's is 9",
        "  not made by the migration, each with a finding: unique constraint u of t",
      ])
    let object = try JSONSerialization.jsonObject(with: Data(result.json().utf8)) as? [String: Any]
    let schema = try #require(object?["schema"] as? [String: Any])
    #expect(schema["compared"] as? Int == 9 && (schema["differences"] as? [Any])?.count == 2)
  }

  @Test func aSampleInText() {
    let lines = Self.sampled.textLines()
    #expect(lines.contains { $0.hasPrefix("ot.orders: of 900 sampled rows 1 is not what Oracle itself shows of it") })
    #expect(lines.contains("ot.orders: 2 sampled rows were changed in Oracle since, and tell nothing"))
    #expect(lines.contains("ot.orders: not in the sample: doc (Oracle's text of it is what was copied)"))
    #expect(lines.contains("ot.marks: no sample was compared with Oracle's own text: Oracle refuses it"))
    #expect(lines.contains { $0.contains("note") && $0.contains("'ab '") })
  }

  @Test(
    arguments: [
      (.number("12345678901234567890123456789"), "12345678901234567890123456789"), (.number("-1"), "-1"),
      (.number("12.50"), "\"12.50\""), (.number("Infinity"), "\"Infinity\""), (.null, "null"),
      (.boolean(false), "false"), (.bytes([1, 0xab], byteCount: 2), "\"\\\\x01ab\""),
      (.instant("2024-03-17 09:30:00+00"), "\"2024-03-17 09:30:00+00\""), (.double(.nan), "\"NaN\""),
      (.text("ä\u{2028}", byteCount: 5), "\"ä\u{2028}\""),
    ] as [(CanonicalValue, String)])
  func keysInJSON(value: CanonicalValue, json: String) {
    let difference = RowDifference(kind: .extra, key: [NamedValue(column: "k", value: value)], columns: [], cells: [])
    let result = VerificationResult(tables: [
      TableComparison(
        table: QualifiedName(schema: "s", name: "t"), sourceRows: 0, targetRows: 1, equal: false,
        differences: [difference])
    ])
    #expect(result.json().contains("{\"kind\": \"extra\", \"key\": {\"k\": \(json)}, \"columns\": []}"))
  }

  @Test func textShowsBothSides() {
    #expect(
      VerificationOutputTests.result.textLines() == [
        "table       Oracle rows  PostgreSQL rows  result",
        "ot.regions            4                4  equal",
        "ot.orders           105              104  DIFFERENT",
        "",
        "ot.orders: 2 differences",
        #"  changed: order_id = 4, code = 'a"\\u{1b}\u{a}'"#,
        "             Oracle  PostgreSQL",
        "      note   'ab'    'ab '",
        "      price  12.5    NULL",
        "  missing in PostgreSQL: d = 2024-03-17 09:30:00",
        "      amount  1",
      ])
  }

  @Test func notesAreTold() {
    var table = TableComparison(
      table: QualifiedName(schema: "ot", name: "t"), sourceRows: 7, targetRows: 0, equal: false,
      notes: [.missingInTarget])
    func lines() -> String { VerificationResult(tables: [table]).textLines().joined(separator: "\n") }
    #expect(lines().contains("ot.t: it is not there in PostgreSQL; all 7 rows are missing"))
    table.notes = [.changedWhileReading, .lostDigits(rows: 3)]
    #expect(lines().contains("something writes to it"))
    #expect(lines().contains("3 rows have digits of a second beyond microseconds"))
    table.notes = [.moreDifferences]
    #expect(lines().contains("ot.t: rows differ"))
    table.differences = [VerificationOutputTests.changed]
    #expect(lines().contains("the first 1 difference, there are more"))
  }

  @Test func longValuesAreCutAndToldApartByLength() {
    let long = String(repeating: "x", count: 100)
    let difference = RowDifference(
      kind: .changed, key: [NamedValue(column: "id", value: .number("1"))], columns: ["c"],
      cells: [.init(column: "c", source: .text(long, byteCount: 100), target: .text(long + "y", byteCount: 101))])
    let result = VerificationResult(tables: [
      TableComparison(
        table: QualifiedName(schema: "s", name: "t"), sourceRows: 1, targetRows: 1, equal: false,
        differences: [difference])
    ])
    let line = result.textLines().last ?? ""
    #expect(line.contains("(100 bytes)"))
    #expect(line.contains("(101 bytes)"))
    #expect(line.count < 200)
  }

  @Test func differencesAreInTheOrderOfTheirKeys() {
    func difference(_ values: [CanonicalValue], _ kind: RowDifference.Kind = .missing) -> RowDifference {
      RowDifference(kind: kind, key: values.map { NamedValue(column: "k", value: $0) }, columns: [], cells: [])
    }
    let sorted = [
      difference([.number("-3")]), difference([.number("2"), VerificationOutputTests.text("a")]),
      difference([.number("2"), VerificationOutputTests.text("b")], .extra),
      difference([.number("2"), VerificationOutputTests.text("b")]),
      difference([.number("10")]), difference([.number("100000000000000000001")]),
      difference([.number("100000000000000000002")]), difference([.null]),
    ]
    #expect(sorted.reversed().sorted(by: DifferenceOrder.areInOrder) == sorted)
  }
}
