import Model
import Testing

@testable import Conversion

@Suite struct DefaultRuleTests {
  private static let sequences = [SequenceDefinition(name: "ORDER_SEQ", options: SequenceOptions(lastNumber: "7"))]

  private func plan(_ type: OracleDataType, _ text: String, zone: String? = nil) throws -> MigrationPlan {
    try SchemaConversion.plan(
      for: schema([table("T", [column("A", type, default: text)])], sequences: Self.sequences),
      options: ConversionOptions(oracleServerTimeZone: zone))
  }

  @Test(arguments: [
    (OracleDataType.number(precision: 9, scale: 0), "0", "integer DEFAULT 0"),
    (.number(precision: 9, scale: 0), "-1", "integer DEFAULT -1"),
    (.number(precision: 9, scale: 0), "'5'", "integer DEFAULT 5"),
    (
      .number(precision: 8, scale: 2), "1 + 1/4",
      "numeric(8,2) DEFAULT (1::numeric + (1::numeric / round(4::numeric, 40)))"
    ),
    (.number(precision: 9, scale: 0), "order_seq.NEXTVAL", #"integer DEFAULT nextval('"ot"."order_seq"'::regclass)"#),
    (
      .number(precision: 9, scale: 0), #""OT"."ORDER_SEQ"."NEXTVAL""#,
      #"integer DEFAULT nextval('"ot"."order_seq"'::regclass)"#
    ),
    (.varchar2(length: 9), "'it''s'", "varchar(9) DEFAULT 'it''s'"),
    (.varchar2(length: 9), "'a' || 'b'", "varchar(9) DEFAULT ('a' || 'b')"),
    (.varchar2(length: 9), "42", "varchar(9) DEFAULT '42'"),
    (.varchar2(length: 9), "''", "varchar(9)"),
    (.varchar2(length: 9), "NULL", "varchar(9)"),
    (.char(length: 1), "'Y' ", "char(1) DEFAULT 'Y'"),
    (.date, "DATE '2020-01-02'", "timestamp(0) DEFAULT TIMESTAMP '2020-01-02 00:00:00'"),
    (.date, "SYSDATE", "timestamp(0) DEFAULT date_trunc('second', clock_timestamp() AT TIME ZONE 'Europe/Vienna')"),
    (
      .date, "TRUNC(SYSDATE) + 1",
      "timestamp(0) DEFAULT (date_trunc('day', date_trunc('second', clock_timestamp() AT TIME ZONE 'Europe/Vienna')) + INTERVAL '1 days')"
    ),
    (.timestampWithTimeZone(precision: 6), "SYSTIMESTAMP", "timestamptz(6) DEFAULT clock_timestamp()"),
    (.timestamp(precision: 6), "LOCALTIMESTAMP", "timestamp(6) DEFAULT clock_timestamp()::timestamp"),
    (.date, "CURRENT_TIMESTAMP", "timestamp(0) DEFAULT (date_trunc('second', clock_timestamp()::timestamp))"),
    (.timestamp(precision: 6), "CURRENT_TIMESTAMP", "timestamp(6) DEFAULT clock_timestamp()::timestamp"),
    (
      .timestamp(precision: 3), "SYSTIMESTAMP",
      "timestamp(3) DEFAULT (clock_timestamp() AT TIME ZONE 'Europe/Vienna')"
    ),
    (
      .timestampWithTimeZone(precision: 6), "DATE '2020-01-02'",
      "timestamptz(6) DEFAULT TIMESTAMP '2020-01-02 00:00:00'"
    ),
    (
      .timestampWithLocalTimeZone(precision: 6), "SYSDATE",
      "timestamptz(6) DEFAULT date_trunc('second', clock_timestamp() AT TIME ZONE 'Europe/Vienna')"
    ),
    (.date, "TO_DATE('02-JAN-20', 'DD-MON-YY')", "timestamp(0) DEFAULT TIMESTAMP '2020-01-02 00:00:00'"),
    (.clob, "EMPTY_CLOB()", "text DEFAULT ''"),
    (.blob, "EMPTY_BLOB()", #"bytea DEFAULT '\x'::bytea"#),
    (.raw(length: 16), "SYS_GUID()", "bytea DEFAULT uuid_send(gen_random_uuid())"),
    (.raw(length: 2), "'00Ff'", #"bytea DEFAULT '\x00ff'::bytea"#),
    (.boolean, "TRUE", "boolean DEFAULT TRUE"),
    (.boolean, "false", "boolean DEFAULT FALSE"),
    (.binaryDouble, "1.5", "double precision DEFAULT 1.5"),
  ])
  func converts(type: OracleDataType, text: String, expected: String) throws {
    let plan = try plan(type, text, zone: "Europe/Vienna")
    #expect(plan.columnSQL("t", "a") == expected)
    #expect(!plan.rules.contains("default.not-converted"))
  }

  @Test(arguments: [
    (OracleDataType.varchar2(length: 30), "USER"), (.varchar2(length: 30), "SYS_CONTEXT('USERENV', 'SESSION_USER')"),
    (.varchar2(length: 30), "0.5"), (.date, "'01-JAN-20'"), (.number(precision: 9, scale: 0), "'x'"),
    (.number(precision: 9, scale: 0), "other_seq.NEXTVAL"), (.number(precision: 9, scale: 0), "order_seq.CURRVAL"),
    (.raw(length: 2), "'0'"),
    (.number(precision: 9, scale: 0), "my_function()"),
    (.number(precision: 9, scale: 0), "1); DROP TABLE t; --"),
  ])
  func refusalLeavesTheDefaultOutByName(type: OracleDataType, text: String) throws {
    let plan = try plan(type, text)
    #expect(plan.columnSQL("t", "a")?.contains("DEFAULT") == false)
    let findings = plan.findings.filter { $0.severity != .info }
    #expect(findings.map(\.object) == ["default of T.A"])
    #expect(findings.map(\.rule) == ["default.not-converted"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(arguments: [("SYSTIMESTAMP", true), ("CURRENT_TIMESTAMP", false)])
  func onlyTheServersClockNeedsItsZone(text: String, isReported: Bool) throws {
    #expect(try plan(.timestamp(precision: 6), text).rules.contains("default.server-clock") == isReported)
    #expect(try plan(.timestampWithTimeZone(precision: 6), text).rules == ["type.time-zone"])
  }

  @Test func sysdateWithoutAZoneIsUTCWithAWarning() throws {
    let plan = try plan(.date, "SYSDATE")
    #expect(
      plan.columnSQL("t", "a") == "timestamp(0) DEFAULT date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC')")
    #expect(plan.rules == ["default.server-clock"])
  }

  @Test func defaultOnNullIsReported() throws {
    var onNull = column("A", default: "0")
    onNull.isDefaultOnNull = true
    #expect(try SchemaConversion.plan(for: schema([table("T", [onNull])])).rules == ["default.on-null"])
  }
}
