import Assessment
import Conversion
import Foundation
import Model
import SchemaScript
import Testing

/// Inventory, effort and page of converted scripts.
@Suite struct AssessmentTests {
  private func assess(_ script: String) -> Assessment {
    let read = ScriptSchemas.read([ScriptSource(name: "s.sql", text: script)], owner: "APP")
    let plans = SchemaConversion.plans(for: read.schemas)
    var records = read.findings.map { FindingRecord($0.finding, script: $0.place.script, line: $0.place.line) }
    for plan in plans { records += plan.findings.map { FindingRecord($0, script: "s.sql", line: 1) } }
    return Assessment(source: "s.sql", postgresVersion: 15, schemas: read.schemas, findings: records)
  }

  private static let script = """
    CREATE TABLE a (id NUMBER(9) PRIMARY KEY, made DATE DEFAULT SYSDATE, name VARCHAR2(9));
    CREATE TABLE b (id NUMBER(9) CONSTRAINT b_fk REFERENCES a, CONSTRAINT b_ck CHECK (id > 0) DISABLE);
    CREATE INDEX b_ix ON b (id);
    CREATE SEQUENCE s;
    CREATE VIEW v AS SELECT * FROM a;
    CREATE VIEW w AS SELECT nowhere.f(id) x FROM a;
    CREATE PACKAGE p IS
      PROCEDURE x;
    END;
    /
    CREATE PACKAGE BODY p IS
      PROCEDURE x IS
      BEGIN
        NULL;
      END;
    END;
    /
    CREATE TABLE broken (a NUMBER,,);
    """

  @Test func everyObjectIsCountedOnce() throws {
    let assessment = assess(Self.script)
    let counts = Dictionary(
      uniqueKeysWithValues: assessment.inventory.map { ($0.kind, [$0.exact, $0.lossy, $0.notConverted]) })
    #expect(
      counts == [
        "table": [2, 0, 1], "column": [3, 1, 0], "primary key": [1, 0, 0], "foreign key": [1, 0, 0],
        "check constraint": [0, 0, 1], "index": [1, 0, 0], "sequence": [1, 0, 0], "view": [1, 0, 1],
        "package": [0, 0, 1],
      ])
    #expect(assessment.totals.total == 15)
    #expect(assessment.codeLines == 9)
    #expect(assessment.owners == ["APP"])
  }

  @Test func effortFollowsFromWhatIsLeft() {
    let assessment = assess(Self.script)
    let hours = Dictionary(uniqueKeysWithValues: assessment.effort.items.map { ($0.work, $0.hours) })
    // A package 1 h and 9 lines of 60 an hour; a view 1.5 h; a table 1 h; a check 0.25 h; a column to look at 0.1 h.
    #expect(
      hours == [
        "write 1 package": 1.2, "write 1 view": 1.5, "write 1 table": 1, "write 1 check constraint": 0.3,
        "look at 1 column": 0.1,
      ])
    #expect(assessment.effort.low == 2.5 && assessment.effort.high == 8.2)
    #expect(assess("CREATE TABLE t (a NUMBER(9));").effort.items.isEmpty)
  }

  @Test func linesSayWhatIsLeftOut() {
    let lines = assess(Self.script).lines()
    #expect(lines.contains("tables                    3         2         0         1"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("left out: table BROKEN (s.sql:18)") }, "\(lines)")
  }

  @Test func thePageEscapesWhatItShows() throws {
    let page = try AssessmentPage(assess("CREATE TABLE \"<script>&'\" (a SDO_GEOMETRY);\nCREATE TABLE t (a NUMBER);"))
      .html()
    #expect(!page.contains("<script>"))
    #expect(page.contains("&lt;script&gt;&amp;"))
    #expect(!page.contains("{{"))
    // The policy lets no attribute style in.
    #expect(page.contains("default-src 'none'; style-src 'sha256-") && !page.contains("style=\""))
    let exact = try AssessmentPage(assess("CREATE TABLE t (a NUMBER(9));")).html()
    #expect(exact.contains("100 %") && exact.contains("everything is converted exactly"))
  }

  @Test func aThousandthIsNotRoundedAway() throws {
    let columns = (1...3000).map { "c\($0) NUMBER(9)" }.joined(separator: ", ")
    let page = try AssessmentPage(assess("CREATE TABLE t (\(columns), d DATE DEFAULT SYSDATE);")).html()
    #expect(page.contains("99.9 %"))
  }
}
