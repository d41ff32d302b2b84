import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// `profile`, what it writes into config.ini, and a migration by that.
@Suite(.serialized)
struct ProfileTests {
  private static let script = """
    CREATE TABLE devices (id NUMBER CONSTRAINT devices_pk PRIMARY KEY, token RAW(16), is_on NUMBER(1) DEFAULT 1,
      bought DATE, price NUMBER, grows NUMBER, note VARCHAR2(20 CHAR));
    CREATE TABLE events (id NUMBER CONSTRAINT events_pk PRIMARY KEY,
      device NUMBER CONSTRAINT events_fk REFERENCES devices, body CLOB);
    INSERT INTO devices SELECT level, HEXTORAW(LPAD(TO_CHAR(level), 32, '0')), MOD(level, 2),
      DATE '2024-02-29' + level, level + 0.25, level * 3, 'hidden-' || level FROM dual CONNECT BY level <= 1200;
    INSERT INTO events SELECT level, MOD(level, 7) + 1, 'body' FROM dual CONNECT BY level <= 300;
    INSERT INTO events VALUES (123456789012, 1, NULL);
    COMMIT;

    """

  private func withBoth(
    _ script: String = script, _ body: (TestWorkspace, StandInProcess, PostgresCluster) async throws -> Void
  ) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    try await body(workspace, standIn, cluster)
    standIn.kill()
    await cluster.stop()
  }

  private func configuration(_ workspace: TestWorkspace) throws -> String {
    try String(contentsOf: workspace.folder.appending(path: "config/config.ini"), encoding: .utf8)
  }

  @Test func whatIsProposedIsWrittenMigratedAndVerified() async throws {
    try await withBoth { workspace, standIn, cluster in
      try workspace.append("\n[types]\n# the user's own\nDEVICES.PRICE = numeric\n\n[where]\n")
      let before = try configuration(workspace)
      let shown = try await workspace.run("profile")
      #expect(shown.status == 0, "\(shown.output)\(shown.errors)")
      #expect(shown.output.contains("DEVICES.ID = integer\n  EVENTS.DEVICE = integer"), "\(shown.output)")
      #expect(shown.output.contains("hidden-1"), "\(shown.output)")
      #expect(shown.output.contains("config.ini:17) has chosen numeric already"), "\(shown.output)")
      #expect(try configuration(workspace) == before)

      let written = try await workspace.run("profile", ["--write"])
      #expect(written.status == 0, "\(written.output)\(written.errors)")
      let lines = """
        # By oraferry profile, which saw that all values fit:
        DEVICES.BOUGHT = date
        DEVICES.GROWS = integer
        DEVICES.ID = integer
        EVENTS.DEVICE = integer
        DEVICES.IS_ON = boolean
        DEVICES.TOKEN = uuid
        EVENTS.ID = bigint

        """
      #expect(
        try configuration(workspace)
          == before.replacingOccurrences(of: "DEVICES.PRICE = numeric\n", with: "DEVICES.PRICE = numeric\n" + lines))
      let again = try await workspace.run("profile", ["--write"])
      #expect(again.status == 0 && again.errors.contains("nothing was written"), "\(again.errors)")
      #expect(again.output.contains("0 proposals"), "\(again.output)")

      // 3,600 would fit into smallint: the room that was left is used now.
      let oracle = try await standIn.connect()
      _ = try await oracle.execute("UPDATE devices SET grows = 99999 WHERE id = 1200")
      try await oracle.commit()
      await oracle.close()
      let migrated = try await workspace.run("migrate")
      #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
      let verified = try await workspace.run("verify")
      #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
      #expect(verified.output.contains("equal: 2 tables, 1,501 rows"), "\(verified.output)")
      let session = try await PostgresSession.connect(cluster.connectionParameters)
      let types = try await session.execute(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attnum > 0 AND attrelid IN "
          + "('sales.devices'::regclass, 'sales.events'::regclass) ORDER BY attrelid::regclass::text, attnum")
      #expect(
        types.rows.map { $0.compactMap(\.self).joined(separator: " ") } == [
          "id integer", "token uuid", "is_on boolean", "bought date", "price numeric", "grows integer",
          "note character varying(20)", "id bigint", "device integer", "body text",
        ])
      let row = try await session.execute("SELECT grows, is_on, bought, price FROM sales.devices WHERE id = 1200")
      #expect(row.rows[0].map { $0 ?? "-" } == ["99999", "f", "2027-06-13", "1200.25"])
      await session.close()
    }
  }

  @Test func figuresForMachinesAndNoValuesInLogs() async throws {
    let script = Self.script + "UPDATE devices SET note = 'nul' || CHR(0) WHERE id = 7;\nCOMMIT;\n"
    try await withBoth(script) { workspace, _, _ in
      let outcome = try await workspace.run("profile", ["--json", "--workers", "2"])
      #expect(outcome.status == 2, "\(outcome.errors)")
      struct Answer: Decodable {
        struct Column: Decodable {
          var column: String
          var distinct: Int?
          var minimum: String?
        }
        struct Table: Decodable {
          var table: String
          var rows: Int
          var columns: [Column]
        }
        struct Note: Decodable {
          var column: String?
          var count: Int?
        }
        var tables: [Table]
        var notes: [Note]
      }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.tables.map { "\($0.table) \($0.rows)" } == ["DEVICES 1200", "EVENTS 301"])
      let note = try #require(answer.tables.first?.columns.first { $0.column == "NOTE" })
      #expect(note.minimum == "hidden-1" && abs((note.distinct ?? 0) - 1200) < 60)
      #expect(answer.notes.contains { $0.column == "NOTE" && $0.count == 1 })
      let logs = workspace.folder.appending(path: "output/logs")
      for name in try FileManager.default.contentsOfDirectory(atPath: logs.path) {
        let log = try String(contentsOf: logs.appending(path: name), encoding: .utf8)
        #expect(log.contains("1,501 rows read") && !log.contains("hidden"), "\(log)")
      }
    }
  }

  @Test func whatASampleShowsIsNotWritten() async throws {
    try await withBoth { workspace, _, _ in
      let before = try configuration(workspace)
      let outcome = try await workspace.run("profile", ["--write", "--sample", "1000", "--tables", "devices"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("of about 1,200 in blocks taken at random"), "\(outcome.output)")
      #expect(try configuration(workspace) == before)
    }
  }

  @Test func whatCannotBeReadIsAnError() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let wrong = try await workspace.run("profile", ["--tables", "nothing"])
    #expect(wrong.status == 1 && wrong.errors.contains("has no table"), "\(wrong.errors)")
    #expect(try await workspace.run("profile", ["--sample", "0"]).status == 64)
    standIn.kill()
    let gone = try await workspace.run("profile")
    #expect(gone.status == 1, "\(gone.output)\(gone.errors)")
    await cluster.stop()
  }
}
