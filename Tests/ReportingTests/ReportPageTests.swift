import Foundation
import Model
import Reporting
import Testing

@Suite struct ReportPageTests {
  private static let begun = Date(timeIntervalSince1970: 1_800_000_000)

  private func migration(
    table: String = "sales.orders", findings: [Finding] = [], rejected: Int = 0, scn: UInt64 = 42
  ) -> MigrationRecord {
    MigrationRecord(
      identity: "here", source: "SALES", sourcePlace: "db:1521/SALES, Oracle 19.0", target: "sales",
      targetPlace: "pg:5432/sales",
      toolVersion: "1.2.3", scn: 42,
      tables: [
        .init(name: table, rows: 1_234_567, rejected: rejected, bytes: 98_765_432, scn: scn, seconds: 2.5),
        .init(name: "sales.empty", rows: 0, rejected: 0, bytes: 21, scn: 42, seconds: nil),
      ],
      objectsMade: ["primary key": 2, "view": 0], findings: findings,
      start: .init(
        begun: Self.begun, seconds: 5,
        pieces: [
          .init(table: table, chunk: 1, worker: 0, begun: 0.5, seconds: 2, rows: 1_000_000),
          .init(table: table, chunk: 2, worker: 1, begun: 0.5, seconds: 1, rows: 234_567),
        ],
        samples: [
          .init(seconds: 0.5, rows: 0), .init(seconds: 1.5, rows: 734_567), .init(seconds: 2.5, rows: 1_234_567),
        ]))
  }

  private func verification(
    _ tables: [VerificationRecord.Table], after seconds: Double = 60, isWhole: Bool = true
  ) -> VerificationRecord {
    VerificationRecord(
      identity: "here", source: "SALES", target: "sales", toolVersion: "1.2.3", begun: Self.begun + seconds, seconds: 1,
      scn: 43,
      tables: tables, isWhole: isWhole)
  }

  private static let equalTables: [VerificationRecord.Table] = [
    .init(name: "sales.orders", sourceRows: 1_234_567, targetRows: 1_234_567, isEqual: true),
    .init(name: "sales.empty", sourceRows: 0, targetRows: 0, isEqual: true),
  ]

  private func read(_ page: ReportPage) throws -> PageReading { try PageReading(page.html()) }

  private func verdict(
    _ migration: MigrationRecord?, _ verification: VerificationRecord?, _ attempt: AttemptRecord? = nil
  ) throws -> String {
    let html = try ReportPage(migration: migration, verification: verification, attempt: attempt).html()
    let band = try #require(html.firstMatch(of: /<div class="verdict [a-z]+"><b>([^<]*)<\/b>/))
    return String(band.1)
  }

  @Test func verdicts() throws {
    #expect(try verdict(migration(), nil) == "Not verified yet")
    #expect(try verdict(migration(), verification(Self.equalTables)) == "Equal")
    #expect(try verdict(nil, verification(Self.equalTables)) == "Equal")
    // Rows that came behind it are not proved by it.
    #expect(try verdict(migration(), verification(Self.equalTables, after: 3)) == "To be verified again")
    // Fewer tables than were copied, or chosen ones.
    let partly = "Equal, as far as it was compared"
    #expect(try verdict(migration(), verification([Self.equalTables[0]])) == partly)
    #expect(try verdict(migration(), verification(Self.equalTables, isWhole: false)) == partly)
    var unchecked = verification(Self.equalTables)
    unchecked.unchecked = [.init(name: "sales.v", reason: "division by zero")]
    #expect(try verdict(migration(), unchecked) == partly)
    var different = Self.equalTables
    different[1].isEqual = false
    #expect(try verdict(migration(), verification(different)) == "Different")
    // Another migration's.
    var other = verification(Self.equalTables)
    other.identity = "elsewhere"
    #expect(try verdict(migration(), other) == "Not verified yet")
  }

  @Test func theSchemaIsPartOfTheVerdict() throws {
    var record = verification(Self.equalTables)
    record.definitions = .init(compared: 1234, isEqual: true, lines: ["more than the conversion makes: index <b> of t"])
    #expect(try verdict(migration(), record) == "Equal")
    let page = try ReportPage(migration: migration(), verification: record, attempt: nil).html()
    #expect(
      page.contains("and 1,234 definitions of the schema")
        && page.contains("1,234 definitions, as the conversion makes"))
    #expect(page.contains("index &lt;b&gt; of t"))
    record.definitions = .init(compared: 1234, isEqual: false, lines: ["index i of t: missing in PostgreSQL"])
    #expect(try verdict(migration(), record) == "Different")
    let other = try ReportPage(migration: migration(), verification: record, attempt: nil).html()
    #expect(
      other.contains("but the schema is not as the conversion makes it") && other.contains("index i of t: missing"))
    #expect(!other.contains("<thead><tr><th class=\"column\">"))
    // One that could not be compared takes nothing away from the rows, and is told.
    record.definitions = .init(compared: 0, isEqual: true, lines: ["the schema was not compared: a standby"])
    let without = try ReportPage(migration: migration(), verification: record, attempt: nil).html()
    #expect(without.contains("the schema was not compared: a standby") && !without.contains("<dt>schema</dt>"))
  }

  @Test func aSampleIsToldOf() throws {
    var tables = Self.equalTables
    tables[0].sampledRows = 1004
    let page = try ReportPage(migration: migration(), verification: verification(tables), attempt: nil).html()
    #expect(page.contains("a random sample of 1,004 rows by the text that each database itself makes"))
    #expect(
      try !ReportPage(migration: migration(), verification: verification(Self.equalTables), attempt: nil).html()
        .contains("a random sample"))
  }

  /// What broke off behind the verification may have taken tables back.
  @Test func attempts() throws {
    let verified = verification(Self.equalTables, after: 60)
    let later = AttemptRecord(id: "2", identity: "here", begun: Self.begun + 90)
    #expect(try verdict(migration(), verified, later) == "Not finished")
    #expect(try verdict(nil, nil, later) == "Not finished")
    // Also where all was compared since: it may be at work.
    #expect(
      try verdict(migration(), verified, AttemptRecord(id: "2", identity: "here", begun: Self.begun + 30))
        == "Not finished")
    #expect(
      try verdict(migration(), verified, AttemptRecord(id: "3", identity: "elsewhere", begun: Self.begun + 90))
        == "Equal")
    // Its course is told with that of the start that ended well, where both are of one SCN.
    let broken = AttemptRecord(
      id: "1", identity: "here", begun: Self.begun - 50, scn: 42,
      starts: [.init(begun: Self.begun - 50, seconds: 9, brokeOff: true)])
    let whole = migration().following(nil, broken, changedNothing: false)
    #expect(whole.starts.count == 2)
    #expect(try read(ReportPage(migration: whole, verification: nil)).text.contains("9.0 s, broken off"))
    var other = broken
    other.scn = 41
    #expect(migration().following(nil, other, changedNothing: false).starts.count == 1)
    #expect(later.following(broken).starts == broken.starts && later.following(broken).scn == 42)
    #expect(later.following(broken).followsAnother && !later.following(later).followsAnother)
    // A start that finds all done behind one that was killed: what that one did was never compared.
    var complete = migration()
    complete.changed = Self.begun + 120
    let earlier = migration()
    #expect(complete.following(earlier, changedNothing: true).changed == earlier.changed)
    #expect(complete.following(earlier, later, changedNothing: true).changed == Self.begun + 120)
    #expect(
      try verdict(complete.following(earlier, later, changedNothing: true), verified) == "To be verified again")
  }

  /// What is not known to hold any more marks nothing as equal.
  @Test func outdatedMarks() throws {
    let old = verification(Self.equalTables, after: 3)
    let text = try read(ReportPage(migration: migration(), verification: old)).text
    #expect(text.contains("Certificate of an earlier state") && !text.contains("all rows are of one point in time"))
    #expect(!text.contains("0–0equal") && !text.contains("equal"))
    var elsewhere = verification(Self.equalTables)
    elsewhere.identity = "elsewhere"
    #expect(!(try read(ReportPage(migration: migration(), verification: elsewhere)).text.contains("Certificate")))
    // Without a table nothing is proved.
    var none = migration()
    none.tables = []
    #expect(try verdict(none, verification([])) == "Equal, as far as it was compared")
    // Digits that PostgreSQL does not hold are no equality without a word.
    var noted = Self.equalTables
    noted[0].notes = ["3 rows have digits of a second beyond microseconds"]
    let page = try read(ReportPage(migration: migration(), verification: verification(noted))).text
    #expect(page.contains("on both sides, but for what is noted below"))
  }

  /// A verification of chosen tables forgets nothing that was found of the others.
  @Test func chosenTablesAreAddedToTheOthers() throws {
    var different = Self.equalTables
    different[1].isEqual = false
    let whole = verification(different)
    let chosen = verification([Self.equalTables[0]], after: 90, isWhole: false)
    let both = chosen.following(whole, outdated: Self.begun + 5)
    #expect(both.tables.count == 2 && both.isWhole && both.begun == whole.begun)
    #expect(try verdict(migration(), both) == "Different")
    #expect(chosen.following(whole, outdated: Self.begun + 70) == chosen)
    #expect(verification(Self.equalTables, after: 90).following(whole, outdated: nil).tables == Self.equalTables)
  }

  @Test func figures() throws {
    let page = ReportPage(
      migration: migration(rejected: 3, scn: 44), verification: verification(Self.equalTables))
    let reading = try read(page)
    for part in [
      "1,234,567", "99 MB", "rows left out", "SCN 44", "rows are of 2 points in time, SCN 42, 44", "equal",
      "2027-01-15 08:00:00 UTC", "Oracle as of SCN 43", "2 pieces by 2 workers in 5.0 s", "primary key",
      "oraferry.rejects", "Nothing: everything was carried over exactly.", "rows a second, at most 734,567",
      "246,913",
    ] { #expect(reading.text.contains(part), "\(part)") }
    // Two bars with a title each, and the curve.
    #expect(reading.elements["title"] == 3 && reading.elements["path"] == 1)
  }

  /// Names and values of a database are text in the page, whatever they look like.
  @Test func hostileNamesAndValues() throws {
    // A letter that prepends, and a combining mark, make one Character with what stands beside them.
    for text in ["\u{0D4E}<meta http-equiv='refresh'>", "<\u{301}b>", "\"\u{301} onclick='x'", "&\u{301}lt;"] {
      var record = migration(table: text)
      record.source = text
      let html = try ReportPage(migration: record, verification: nil).html()
      #expect(!html.unicodeScalars.elementsEqual(text.unicodeScalars))
      let found = Data(html.utf8).range(of: Data(text.utf8))
      #expect(found == nil, "\(text)")
      #expect(try read(ReportPage(migration: record, verification: nil)).elements["meta"] == 4)
    }
    let hostile = "<script>alert('1')</script>\"'><img src=x onerror=alert(2)>&amp;{{style}}\n\u{202e}evil\u{0}"
    let shown = "<script>alert('1')</script>\"'><img src=x onerror=alert(2)>&amp;{{style}}\\u{a}\\u{202e}evil\\u{0}"
    var record = migration(
      table: hostile,
      findings: [
        Finding(severity: .warning, rule: hostile, object: hostile, reason: hostile, remedy: hostile),
        Finding(severity: .info, rule: "r", object: "o", reason: "why", remedy: "what"),
      ])
    record.source = hostile
    record.target = hostile
    record.sourcePlace = hostile
    record.objectsMade = [hostile: 1]
    var compared = verification([
      .init(
        name: hostile, sourceRows: 1, targetRows: 1, isEqual: false, notes: [hostile],
        differences: [
          .init(
            kind: "changed", key: hostile,
            cells: [.init(column: hostile, source: hostile, target: String(repeating: "x", count: 5000))]),
          .init(kind: hostile, key: "id = 2", cells: [.init(column: "c", source: nil, target: hostile)]),
        ])
    ])
    compared.source = hostile
    compared.target = hostile
    compared.unchecked = [.init(name: hostile, reason: hostile)]
    let reading = try read(ReportPage(migration: record, verification: compared))
    #expect(reading.elements.keys.allSatisfy { !["script", "img", "iframe", "link", "a", "object"].contains($0) })
    #expect(reading.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" && $0 != "href" && $0 != "style" })
    // Once for each place that shows it.
    #expect(reading.text.components(separatedBy: shown).count > 15)
    #expect(!reading.text.contains("\u{202e}"))
    #expect(!reading.text.contains(String(repeating: "x", count: 201)))
  }

  /// A resumed migration has the course of both starts; a start that changed nothing adds none.
  @Test func startsFollowEachOther() throws {
    let first = migration()
    var second = migration()
    second.starts[0].begun = Self.begun + 100
    second.objectsMade = ["primary key": 1, "index": 4]
    let both = second.following(first, changedNothing: false)
    #expect(both.starts.count == 2 && both.objectsMade == ["primary key": 3, "view": 0, "index": 4])
    #expect(second.following(first, changedNothing: true).starts == first.starts)
    let text = try read(ReportPage(migration: both, verification: nil)).text
    #expect(text.contains("Start 1: ") && text.contains("Start 2: "))
    // Another SCN, and all tables anew; a refresh that found all as it was; one that copied one of them again.
    var renewed = migration()
    renewed.scn = 50
    renewed.starts[0].pieces.append(
      .init(table: "sales.empty", chunk: nil, worker: 0, begun: 1, seconds: 1, rows: 0))
    #expect(renewed.following(both, changedNothing: false).starts.count == 1)
    #expect(renewed.following(both, changedNothing: true).starts == both.starts)
    renewed.starts[0].pieces.removeLast()
    #expect(renewed.following(both, changedNothing: false).starts.count == 3)
    // No more than are of use.
    var long = first
    for _ in 0..<50 { long = second.following(long, changedNothing: false) }
    #expect(long.starts.count == 20)
  }

  /// Nothing that a record can hold breaks the drawings.
  @Test func oddFigures() throws {
    var record = migration()
    record.starts = [
      .init(
        begun: Self.begun, seconds: 0, pieces: [.init(table: "t", chunk: nil, worker: 0, begun: 0, seconds: 0, rows: 0)]
      ),
      .init(
        begun: Self.begun, seconds: 1e12,
        pieces: [.init(table: "t", chunk: nil, worker: 200, begun: 1e12, seconds: .infinity, rows: .max)],
        samples: [.init(seconds: 1, rows: 5), .init(seconds: 1, rows: 0), .init(seconds: 2, rows: 3)]),
      .init(begun: Self.begun, seconds: 3),
    ]
    record.tables = [
      .init(name: "t", rows: .max, rejected: .max, bytes: .max, scn: .max, seconds: -1),
      .init(name: "u", rows: .max, rejected: 1, bytes: .min, scn: 0, seconds: 1e300),
    ]
    record.starts[0].seconds = 1e-300
    record.starts[0].pieces[0].worker = .max
    let reading = try read(ReportPage(migration: record, verification: nil))
    #expect(!reading.text.contains("nan") && !reading.text.contains("inf "))
    #expect(try read(ReportPage(migration: nil, verification: nil)).text.contains("Not verified yet"))
  }
}
