import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// Columns of the less common types, carried and verified by the program as a user types it.
@Suite(.serialized)
struct TypesTests {
  static let intervals = """
    CREATE TABLE plans (
      plan_id NUMBER(9) PRIMARY KEY,
      term INTERVAL YEAR TO MONTH NOT NULL,
      century INTERVAL YEAR(9) TO MONTH,
      spent INTERVAL DAY TO SECOND,
      whole INTERVAL DAY(9) TO SECOND(0),
      milli INTERVAL DAY(3) TO SECOND(3)
    );
    CREATE INDEX ix_plans_spent ON plans (spent);
    INSERT INTO plans VALUES (1, INTERVAL '2-6' YEAR TO MONTH, INTERVAL '178000000-11' YEAR(9) TO MONTH,
      INTERVAL '2 12:23:34.456789' DAY TO SECOND, INTERVAL '999999999 23:59:59' DAY(9) TO SECOND,
      INTERVAL '100 00:00:00.001' DAY(3) TO SECOND(3));
    INSERT INTO plans VALUES (2, INTERVAL '-5-3' YEAR TO MONTH, INTERVAL '-123456789-1' YEAR(9) TO MONTH,
      INTERVAL '-2 12:23:34.456789' DAY TO SECOND, INTERVAL '-999999999 00:00:01' DAY(9) TO SECOND,
      INTERVAL '-0 00:00:59.999' DAY(3) TO SECOND(3));
    INSERT INTO plans VALUES (3, INTERVAL '0' MONTH, NULL, NULL, INTERVAL '0' DAY, NULL);
    COMMIT;
    """

  @Test(arguments: ["19c", "23ai"])
  func intervalsArriveExactly(profile: String) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.intervals, arguments: ["--profile", profile])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect(migrated.status == 0, "\(migrated.output)\(migrated.errors)")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(verified.output.contains("equal: 1 tables, 3 rows") || verified.output.contains("equal: 1 table, 3 rows"))

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let rows = try await session.execute(
      "SELECT concat_ws(' | ', term, century, spent, whole, milli) FROM sales.plans ORDER BY plan_id")
    #expect(
      rows.rows.map { $0[0] } == [
        "2 years 6 mons | 178000000 years 11 mons | 2 days 12:23:34.456789 | 999999999 days 23:59:59 | "
          + "100 days 00:00:00.001",
        "-5 years -3 mons | -123456789 years -1 mons | -2 days -12:23:34.456789 | -999999999 days -00:00:01 | "
          + "-00:00:59.999", "00:00:00 | 00:00:00",
      ])
    let types = try await session.execute(
      """
      SELECT string_agg(format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = 'sales.plans'::regclass AND attnum > 1
      """)
    #expect(
      types.firstValue == "interval year to month, interval year to month, interval day to second(6), "
        + "interval day to second(0), interval day to second(3)")

    for (column, change) in [("term", "interval '1 month'"), ("spent", "interval '1 microsecond'")] {
      _ = try await session.execute("UPDATE sales.plans SET \(column) = \(column) + \(change) WHERE plan_id = 2")
      let tampered = try await workspace.run("verify")
      #expect(tampered.status == 2)
      #expect(tampered.output.contains(column), "\(tampered.output)")
      _ = try await session.execute("UPDATE sales.plans SET \(column) = \(column) - \(change) WHERE plan_id = 2")
    }
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  static let others = """
    CREATE TABLE flags (id NUMBER(9) PRIMARY KEY, is_on BOOLEAN DEFAULT TRUE NOT NULL, maybe BOOLEAN);
    INSERT INTO flags VALUES (1, TRUE, NULL);
    INSERT INTO flags VALUES (2, FALSE, TRUE);
    INSERT INTO flags (id, maybe) VALUES (3, FALSE);
    CREATE TABLE old_notes (id NUMBER(9) PRIMARY KEY, note LONG);
    INSERT INTO old_notes VALUES (1, 'Zoë''s note');
    INSERT INTO old_notes VALUES (2, NULL);
    CREATE TABLE old_files (id NUMBER(9) PRIMARY KEY, data LONG RAW, place UROWID, spot ROWID);
    INSERT INTO old_files VALUES (1, HEXTORAW('00FF7F'), 'AAAR3sAAHAAAACXAAA', 'AAAR3sAAHAAAACXAAB');
    INSERT INTO old_files VALUES (2, NULL, NULL, NULL);
    CREATE TABLE moments (id NUMBER(9) PRIMARY KEY, at_zone TIMESTAMP(6) WITH TIME ZONE);
    INSERT INTO moments VALUES (1, TIMESTAMP '2024-03-17 09:30:00.5 +05:30');
    COMMIT;
    """

  @Test func booleansLongsAndRowAddressesArriveExactly() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.others)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    // The zone of a moment and the meaning of row addresses are lost, and named.
    #expect(migrated.status == 2, "\(migrated.output)\(migrated.errors)")
    #expect(migrated.output.contains("column OLD_FILES.PLACE") && migrated.output.contains("column OLD_FILES.SPOT"))
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for (statement, expected) in [
      ("SELECT string_agg(concat_ws('/', id, is_on, maybe), ' ' ORDER BY id) FROM sales.flags", "1/t 2/f/t 3/t/f"),
      ("SELECT string_agg(concat_ws('/', id, note), ' ' ORDER BY id) FROM sales.old_notes", "1/Zoë's note 2"),
      (
        "SELECT string_agg(concat_ws('/', id, data, place, spot), ' ' ORDER BY id) FROM sales.old_files",
        "1/\\x00ff7f/AAAR3sAAHAAAACXAAA/AAAR3sAAHAAAACXAAB 2"
      ),
      ("SELECT at_zone AT TIME ZONE 'UTC' FROM sales.moments", "2024-03-17 04:00:00.5"),
      (
        "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'sales.flags'::regclass", "true"
      ),
      ("SELECT pg_typeof(is_on)::text FROM sales.flags LIMIT 1", "boolean"),
    ] {
      #expect(try await session.execute(statement).firstValue == expected)
    }
    _ = try await session.execute("UPDATE sales.flags SET is_on = NOT is_on WHERE id = 2")
    let tampered = try await workspace.run("verify")
    #expect(tampered.status == 2 && tampered.output.contains("is_on"), "\(tampered.output)")
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// Oracle takes nine digits of years, PostgreSQL fewer: the row is left out.
  @Test func anIntervalThatPostgreSQLCannotHoldIsNamed() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: """
        CREATE TABLE ages (id NUMBER(9) PRIMARY KEY, age INTERVAL YEAR(9) TO MONTH);
        INSERT INTO ages VALUES (1, INTERVAL '178956970-8' YEAR(9) TO MONTH);
        COMMIT;
        """)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let outcome = try await workspace.run("migrate")
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(
      outcome.output.contains("column SALES.AGES.AGE: 1 row was left out")
        && outcome.output.contains("178,956,970 years"), "\(outcome.output)")
    standIn.kill()
    await cluster.stop()
  }
}
