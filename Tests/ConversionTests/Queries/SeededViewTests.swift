import Conversion
import Foundation
import Model
import PostgresClient
import PostgresCluster
import SchemaScript
import Testing

/// Whole CREATE VIEW statements, converted with their tables from a script, give the columns and rows that Oracle gives.
@Suite("Views over seeded tables") struct SeededViewTests {
  /// Staff of our own invention: NULLs, CHARs, times of day, the last days of months.
  private static let tables = """
    CREATE TABLE dept (deptno NUMBER(2) PRIMARY KEY, dname VARCHAR2(14) NOT NULL, loc CHAR(8));
    CREATE TABLE emp (
      empno NUMBER(4) PRIMARY KEY, ename VARCHAR2(10) NOT NULL, job VARCHAR2(9), mgr NUMBER(4), hiredate DATE NOT NULL,
      sal NUMBER(7,2), comm NUMBER(7,2), deptno NUMBER(2) REFERENCES dept);

    """

  private static let rows = [
    "INSERT INTO app.dept VALUES (10, 'Board', 'Graz'), (20, 'Lab', 'Linz'), (30, 'Shop', 'Wien'), (40, 'Idle', NULL)",
    """
    INSERT INTO app.emp VALUES (1, 'Ana', 'CHIEF', NULL, '2001-02-28', 9000, NULL, 10),
      (2, 'Ben', 'LEAD', 1, '2004-02-29', 6000, 500, 20), (3, 'Cem', 'CLERK', 2, '2010-12-31 23:59:59', 2500.5, 0, 20),
      (4, 'Dea', 'CLERK', 2, '2011-01-31', 2500.5, NULL, 20), (5, 'Eli', 'SALES', 1, '2012-07-04 12:30', 4000, 1200, 30),
      (6, 'Flo', 'SALES', 5, '2015-03-15', 3000, 300, NULL)
    """,
  ]

  private static func name(_ place: Int) -> String { "V\(place + 1)" }

  @Test func columnsAndRowsAreOracles() async throws {
    let views = SeededViews.all
    #expect(views.count >= 60)
    let script = views.indices.map { "CREATE VIEW \(Self.name($0)) AS \(views[$0].query);\n" }.joined()
    let read = ScriptSchemas.read([ScriptSource(name: "views.sql", text: Self.tables + script)], owner: "APP")
    let plans = SchemaConversion.plans(for: read.schemas)
    let left = (read.findings.map(\.finding) + plans.flatMap(\.findings)).filter { $0.rule == "view.not-converted" }
    #expect(left.isEmpty, "\(left)")
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("SET TimeZone = 'America/New_York'")
    for statement in ScriptedTarget.statements(of: plans) { _ = try await session.execute(statement.sql) }
    for statement in Self.rows { _ = try await session.execute(statement) }
    for (place, view) in views.enumerated() { try await check(view, Self.name(place).lowercased(), session) }
    await session.close()
    await cluster.stop()
  }

  private func check(_ view: SeededView, _ name: String, _ session: PostgresSession) async throws {
    let columns = try await session.execute(
      """
      SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = 'app.\(name)'::regclass AND attnum > 0
      """)
    #expect(columns.rows.first?.first ?? "" == view.columns, "\(name): \(view.query)")
    do {
      let result = try await session.execute("SELECT * FROM app.\(name)")
      let rows = result.rows.map { row in
        zip(row, result.columnTypes).map { QueryHarness.shown($0, type: $1) }.joined(separator: " | ")
      }
      let wanted = view.rows.map { row in
        row.components(separatedBy: " | ").map { $0.contains(" ") ? $0 : QueryHarness.number($0) }.joined(
          separator: " | ")
      }
      #expect(rows.sorted() == wanted.sorted(), "\(name): \(view.query)")
    } catch {
      Issue.record("\(name): \(view.query): \(error)")
    }
  }
}
