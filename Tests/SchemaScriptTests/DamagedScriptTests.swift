import Conversion
import Foundation
import Model
@testable import SchemaScript
import Testing

/// Scripts that are cut off, mangled or beyond all measure: an error with its place, and the rest arrives.
@Suite("Damaged scripts") struct DamagedScriptTests {
  private func read(_ text: String) -> ScriptSchemas {
    ScriptSchemas.read([ScriptSource(name: "t.sql", text: text)], owner: "APP")
  }

  private func tables(_ result: ScriptSchemas) -> [String] { result.schemas.flatMap(\.tables).map(\.name) }

  private static let before = "CREATE TABLE before_it (id NUMBER(5) PRIMARY KEY);\n"
  private static let after =
    ";\n-- and on\nCREATE TABLE after_it (id NUMBER(5) DEFAULT '7' PRIMARY KEY, \"x\" VARCHAR2(3));\n"

  /// Statements without an end of something, and the column of the error in the second line.
  @Test(arguments: [
    ("CREATE TABLE bad (a VARCHAR2(5) DEFAULT 'x)", 41), ("CREATE TABLE bad (a NUMBER, \"b NUMBER)", 29),
    ("CREATE TABLE bad (a NUMBER /* b NUMBER)", 28), ("CREATE TABLE bad (a VARCHAR2(5) DEFAULT q'[x)", 42),
    ("CREATE TABLE bad (a VARCHAR2(5) DEFAULT nq'{x)", 43), ("COMMENT ON TABLE before_it IS 'it's", 35),
    ("INSERT INTO before_it VALUES ('it's)", 35), ("CREATE VIEW bad AS SELECT 'a FROM before_it", 27),
    ("CREATE TABLE bad (a NUMBER,", 28), ("CREATE TABLE bad (a NUMBER DEFAULT (1 + )", 41),
    ("CREATE \u{1}\u{2}\u{3} x \u{7F}", 8), ("\u{1}\u{2}", 1), ("MZ\u{90}\u{3}'\"\u{FFFD}\u{FFFD}q'", 0),
    ("CREATE VIEW bad AS SELECT " + String(repeating: "(", count: 100_000), 126),
    ("CREATE TABLE bad (a NUMBER CHECK (" + String(repeating: "NOT (", count: 100_000) + "a = 1", 0),
    ("GRANT SELECT ON before_it TO", 29), ("ALTER TABLE before_it ADD", 26),
  ])
  func theOthersArriveAndTheErrorHasAPlace(bad: String, column: Int) throws {
    let result = read(Self.before + bad + Self.after)
    #expect(tables(result) == ["AFTER_IT", "BEFORE_IT"], "\(result.findings.map(\.finding))")
    let error = try #require(
      result.findings.first { ["script.statement", "script.table-part"].contains($0.finding.rule) }?.finding)
    #expect(error.reason.contains("t.sql:2:\(column == 0 ? "" : "\(column)")"), "\(error.reason)")
    #expect(error.reason.contains("ORA-") && error.severity == .warning)
  }

  @Test func aQuoteLeftOutTurnsNoStringIntoStatements() {
    let result = read(
      "INSERT INTO x VALUES ('a;\nCREATE TABLE inside (a NUMBER);\n');\n" + Self.before
        + "BAD 'a;\nCREATE TABLE outside (a NUMBER);\n")
    #expect(tables(result) == ["BEFORE_IT", "OUTSIDE"])
  }

  @Test func aCommentIsNoStatementWhereItsStatementIsBad() {
    let result = read("CREATE TABLE bad (a NUMBER, /*\n;\nCREATE TABLE gone (a NUMBER);\n*/ b);\n" + Self.before)
    #expect(!tables(result).contains("GONE") && tables(result).contains("BEFORE_IT"))
  }

  @Test func cutOffAnywhere() {
    let text = Self.before + "CREATE TABLE t (a VARCHAR2(5) DEFAULT 'x', \"b\" DATE, CHECK (a IN ('y', q'[z]')));\n"
    for count in stride(from: Self.before.utf8.count, to: text.utf8.count, by: 1) {
      let result = read(String(decoding: text.utf8.prefix(count), as: UTF8.self))
      #expect(tables(result).contains("BEFORE_IT"))
      let isWhole = tables(result).contains("T")
      let hasFinding = result.findings.contains { $0.finding.severity != .info }
      #expect(isWhole || hasFinding || count < Self.before.utf8.count + 2, "cut behind \(count) bytes")
    }
  }

  @Test func thousandsOfErrorsAreCounted() throws {
    let result = read(String(repeating: "x;\n", count: 5000) + Self.before)
    #expect(result.findings.count == 1001)
    let last = try #require(result.findings.last?.finding)
    #expect(last.reason.hasPrefix("4000 more statements are not understood") && tables(result) == ["BEFORE_IT"])
  }

  @Test func moreColumnsThanOracleTakesAreAnError() {
    let columns = (0...4096).map { "c\($0) NUMBER" }.joined(separator: ", ")
    let result = read("CREATE TABLE wide (\(columns));\n" + Self.before)
    #expect(tables(result) == ["BEFORE_IT"] && result.findings.contains { $0.finding.reason.contains("ORA-01792") })
  }

  // MARK: Size

  /// Scripts that grow by repetition, some as one statement.
  private static let growing: [(name: String, text: @Sendable (Int) -> String)] = [
    (
      "tables",
      { count in
        (0..<count / 8).map {
          "CREATE TABLE t\($0) (a NUMBER(5) CHECK (a > 0), b DATE DEFAULT SYSDATE, CONSTRAINT k\($0) PRIMARY KEY (a));\n"
            + "CREATE INDEX i\($0) ON t\($0) (b);\nCOMMENT ON COLUMN t\($0).b IS 'x';\n"
        }.joined()
      }
    ),
    (
      "checks of one table",
      { count in "CREATE TABLE t (a NUMBER,\n" + (0..<count).map { "CHECK (a > \($0)),\n" }.joined() + "b DATE);" }
    ),
    (
      "one table altered",
      { count in
        "CREATE TABLE t (a NUMBER);\n"
          + (0..<count / 2).map { "ALTER TABLE t ADD CONSTRAINT k\($0) CHECK (a > \($0));\n" }.joined()
      }
    ),
    (
      "a view of many parts",
      { count in
        "CREATE TABLE t (a NUMBER);\nCREATE VIEW v AS SELECT a FROM t\n"
          + String(repeating: "UNION ALL SELECT a FROM t\n", count: count / 8) + ";"
      }
    ),
    (
      "a long literal",
      { count in "CREATE TABLE t (a VARCHAR2(5) DEFAULT '" + String(repeating: "x\n", count: count * 20) + "');" }
    ),
    ("comments that don't end", { count in String(repeating: "CREATE TABLE t (a NUMBER /* b);\n", count: count) }),
    (
      "quotes that don't end",
      { count in String(repeating: "CREATE TABLE t (a VARCHAR2(5) DEFAULT 'x);\n", count: count) }
    ),
    ("blocks that don't end", { count in String(repeating: "CREATE PROCEDURE p IS BEGIN x;\n/\n", count: count) }),
    ("parentheses", { count in "CREATE VIEW v AS SELECT " + String(repeating: "(", count: count * 20) + ";" }),
    ("blanks", { count in "CREATE TABLE t (a NUMBER" + String(repeating: " \n", count: count * 20) + ");" }),
  ]

  private func seconds(_ text: String) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let begin = now()
    let result = read(text)
    _ = SchemaConversion.plans(for: result.schemas)
    return now() - begin
  }

  /// Four times the text takes about four times as long; sixteen times would be quadratic.
  @Test(arguments: growing.indices) func nothingIsQuadratic(_ index: Int) {
    let (name, text) = Self.growing[index]
    // A neighbour on the same core costs processor time, too, and may do so in one of the two only: the least counts.
    var (small, large) = (Double.infinity, Double.infinity)
    for _ in 0..<5 where large >= 10 * small + 0.1 || small == .infinity {
      small = min(small, seconds(text(1000)))
      large = min(large, seconds(text(4000)))
    }
    #expect(large < 10 * small + 0.1, "\(name): \(small) s, then \(large) s")
  }
}
