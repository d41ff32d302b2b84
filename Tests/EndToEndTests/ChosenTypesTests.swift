import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// `migrate` and `verify` with types of the user's choice: the rows, what stands on them, and rows that don't fit.
@Suite(.serialized)
struct ChosenTypesTests {
  private static let script = """
    CREATE TABLE devices (
      token RAW(16) DEFAULT SYS_GUID() CONSTRAINT devices_pk PRIMARY KEY, is_on NUMBER(1) DEFAULT 1 NOT NULL,
      weight NUMBER(12,3), bought DATE, note VARCHAR2(20 CHAR), CONSTRAINT devices_on CHECK (is_on IN (0, 1)));
    CREATE TABLE events (id NUMBER(9) CONSTRAINT events_pk PRIMARY KEY,
      device RAW(16) CONSTRAINT events_fk REFERENCES devices);
    CREATE VIEW running AS SELECT token, is_on, weight * 2 AS twice FROM devices WHERE is_on = 1;
    INSERT INTO devices VALUES (HEXTORAW('00112233445566778899AABBCCDDEEFF'), 1, 1.5, DATE '2024-02-29', 'a');
    INSERT INTO devices VALUES (HEXTORAW('FFEEDDCCBBAA99887766554433221100'), 0, NULL, NULL, NULL);
    INSERT INTO events VALUES (1, HEXTORAW('00112233445566778899AABBCCDDEEFF'));
    COMMIT;

    """

  /// Behind the rows: the stand-in runs no such trigger.
  private static let trigger = """
    CREATE OR REPLACE TRIGGER devices_bi BEFORE INSERT ON devices FOR EACH ROW
    BEGIN
      IF :new.note IS NULL THEN
        :new.is_on := 0;
      END IF;
    END;
    /

    """

  private static let choices = ["--raw16", "uuid", "--types", "*.IS_*=boolean,DEVICES.BOUGHT=date"]

  @Test func rowsViewsAndTriggersFollow() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script + Self.trigger)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate", Self.choices)
    #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
    let verified = try await workspace.run("verify", Self.choices + ["--views"])
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(verified.output.contains("equal: 2 tables, 1 views, 3 rows"), "\(verified.output)")

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let types = try await session.execute(
      "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'sales.devices'::regclass AND attnum > 0 "
        + "ORDER BY attnum")
    #expect(
      types.rows.map { $0[0] } == [
        "uuid", "boolean", "numeric(12,3)", "date", "character varying(20)",
      ])
    let row = try await session.execute("SELECT * FROM sales.devices ORDER BY token")
    #expect(row.rows[0].map { $0 ?? "-" } == ["00112233-4455-6677-8899-aabbccddeeff", "t", "1.500", "2024-02-29", "a"])
    let made = try await session.execute("INSERT INTO sales.devices (weight) VALUES (1) RETURNING is_on")
    #expect(made.firstValue == "f")
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func otherChoicesThanBeforeAreRefused() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect([0, 2].contains(try await workspace.run("migrate", Self.choices).status))
    let other = try await workspace.run("migrate")
    #expect(other.status == 1, "\(other.output)\(other.errors)")
    #expect(other.errors.contains("was uuid and would be bytea now"), "\(other.errors)")
    #expect(other.errors.contains("oraferry reset"), "\(other.errors)")
    #expect([0, 2].contains(try await workspace.run("migrate", Self.choices).status))
    standIn.kill()
    await cluster.stop()
  }

  @Test(arguments: [
    ("UPDATE devices SET is_on = 2 WHERE note = 'a'", "is_on"),
    ("UPDATE devices SET bought = bought + 0.5 WHERE note = 'a'", "bought"),
  ])
  func aValueThatDoesNotFitIsLeftOutOrStopsTheCopy(change: String, column: String) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let script = Self.script.replacingOccurrences(of: ", CONSTRAINT devices_on CHECK (is_on IN (0, 1))", with: "")
    let standIn = try await StandInProcess.start(script: script + change + ";\nCOMMIT;\n")
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let outcome = try await workspace.run("migrate", Self.choices + ["--bad-values", "abort"])
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.lowercased().contains(column), "\(outcome.errors)")
    let rejecting = try await workspace.run("migrate", Self.choices)
    #expect(rejecting.status == 2, "\(rejecting.output)\(rejecting.errors)")
    #expect(
      rejecting.output.lowercased().contains("\(column): 1 row was left out"), "\(rejecting.output)")
    // Without the choice the same rows are carried; what another worker has copied with it goes first.
    let reset = try await workspace.run("reset")
    #expect(reset.status == 0, "\(reset.errors)")
    let plain = try await workspace.run("migrate")
    #expect([0, 2].contains(plain.status), "\(plain.output)\(plain.errors)")
    #expect(try await workspace.run("verify").status == 0)
    standIn.kill()
    await cluster.stop()
  }
}
