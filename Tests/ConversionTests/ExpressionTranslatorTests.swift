import Model
import Testing

@testable import Conversion

/// Oracle's text, and what PostgreSQL gets.
struct Translation: CustomTestStringConvertible {
  var oracle: String
  var postgres: String

  init(_ oracle: String, _ postgres: String) {
    self.oracle = oracle
    self.postgres = postgres
  }

  var testDescription: String { oracle }
}

@Suite struct ExpressionTranslatorTests {
  static let context = ExpressionContext(
    columns: [
      "QTY": meaning("qty", .number(precision: 9, scale: 0), .integer),
      "PRICE": meaning("price", .number(precision: 8, scale: 2), .numeric(precision: 8, scale: 2)),
      "COST": meaning("cost", .number(precision: 8, scale: 2), .numeric(precision: 8, scale: 2), nullable: false),
      "STATUS": meaning("status", .varchar2(length: 20), .varchar(length: 20)),
      "NAME": meaning("name", .varchar2(length: 20), .varchar(length: 20), nullable: false),
      "FLAG": meaning("flag", .char(length: 1), .char(length: 1)),
      "STARTED": meaning("started", .date, .timestamp(precision: 0)),
      "ENDED": meaning("ended", .date, .timestamp(precision: 0)),
      "MOMENT": meaning("moment", .timestamp(precision: 6), .timestamp(precision: 6)),
      "INSTANT": meaning("instant", .timestampWithTimeZone(precision: 6), .timestamptz(precision: 6)),
      "RATIO": meaning("ratio", .binaryDouble, .doublePrecision),
      "PORTION": meaning("portion", .binaryFloat, .real),
      "NOTE": meaning("note", .clob, .text),
      "NATIVE": meaning("native", .nvarchar2(length: 9), .varchar(length: 9)),
      "ID": meaning("id", .raw(length: 16), .bytea),
    ], table: "T", owner: "OT")

  private static func meaning(
    _ name: String, _ oracle: OracleDataType, _ postgres: PostgresType, nullable: Bool = true
  ) -> ExpressionContext.ColumnMeaning {
    .init(targetName: name, oracleType: oracle, postgresType: postgres, isNullable: nullable)
  }

  static let conditions: [Translation] = [
    .init("price > 0", #""price" > 0"#),
    .init("QTY>=0 AND Qty <= 100", #"("qty" >= 0) AND ("qty" <= 100)"#),
    .init("T.PRICE != 1 OR \"OT\".\"T\".\"PRICE\" ^= 2", #"("price" <> 1) OR ("price" <> 2)"#),
    .init("NOT (price = 0)", #"NOT ("price" = 0)"#),
    .init("price > .5", #""price" > 0.5"#),
    .init("price > -1e2", #""price" > (-100)"#),
    .init("status IN ('Pending', 'Shipped','it''s')", #""status" IN ('Pending', 'Shipped', 'it''s')"#),
    .init("flag NOT IN ('Y','N')", #""flag" NOT IN ('Y', 'N')"#),
    .init("qty BETWEEN 1 AND 10", #""qty" BETWEEN 1 AND 10"#),
    .init("status NOT BETWEEN 'a' AND 'z'", #""status" COLLATE "C" NOT BETWEEN 'a' AND 'z'"#),
    .init("status < 'm'", #""status" COLLATE "C" < 'm'"#),
    .init("status IS NOT NULL", #""status" IS NOT NULL"#),
    .init("status <> ''", #""status" <> NULL"#),
    .init("qty = '07'", #""qty" = 7"#),
    .init("status LIKE 'A%'", #""status" LIKE 'A%'"#),
    .init(#"status LIKE 'a\_%'"#, #""status" LIKE E'a\\_%' ESCAPE ''"#),
    .init("status NOT LIKE 'a!_%' ESCAPE '!'", #""status" NOT LIKE 'a!_%' ESCAPE '!'"#),
    .init("status LIKE name", #""status" LIKE "name" ESCAPE ''"#),
    .init("flag LIKE 'Y%'", #""flag" LIKE 'Y%'"#),
    .init("flag BETWEEN 'A' AND 'Z'", #""flag" COLLATE "C" BETWEEN 'A' AND 'Z'"#),
    .init("qty + 1 > price * 2", #"("qty"::numeric + 1::numeric) > ("price" * 2::numeric)"#),
    .init("qty / 2 = 1", #"("qty"::numeric / round(2::numeric, 40)) = 1"#),
    .init("-qty < 0", #"(-"qty"::numeric) < 0"#),
    .init("started < ended", #""started" < "ended""#),
    .init("started >= DATE '2020-02-29'", #""started" >= TIMESTAMP '2020-02-29 00:00:00'"#),
    .init("moment < TIMESTAMP '2020-01-02 03:04:05.678'", #""moment" < TIMESTAMP '2020-01-02 03:04:05.678'"#),
    .init(
      "started > TO_DATE('31-DEC-2019 23:59:58', 'DD-MON-YYYY HH24:MI:SS')",
      #""started" > TIMESTAMP '2019-12-31 23:59:58'"#),
    .init("ended <= started + 30", #""ended" <= ("started" + INTERVAL '30 days')"#),
    .init("ended <= started + qty", #""ended" <= ("started" + make_interval(days => "qty"::integer))"#),
    .init(
      "ended - started <= 7",
      #"(EXTRACT(EPOCH FROM ("ended" - "started")) / round(86400::numeric, 40)) <= 7"#),
    .init("TRUNC(started) = started", #"date_trunc('day', "started") = "started""#),
    .init("EXTRACT(YEAR FROM started) > 1999", #"EXTRACT(YEAR FROM "started") > 1999"#),
    .init("UPPER(status) = 'A'", #"upper("status") = 'A'"#),
    .init("LENGTH(TRIM(status)) > 2", #"length(NULLIF(btrim("status"), '')) > 2"#),
    .init("TRIM(LEADING '0' FROM status) = 'x'", #"NULLIF(ltrim("status", '0'), '') = 'x'"#),
    .init("SUBSTR(status, 0, 2) = 'AB'", #"NULLIF(substr("status", 1, 2), '') = 'AB'"#),
    .init("INSTR(status, '@') > 0", #"strpos("status", '@') > 0"#),
    .init("REPLACE(status, '-') = 'x'", #"NULLIF(replace("status", '-', ''), '') = 'x'"#),
    .init("NVL(qty, 0) = 0", #"COALESCE("qty", 0) = 0"#),
    .init("NVL2(qty, 1, 0) = 1", #"CASE WHEN "qty" IS NOT NULL THEN 1 ELSE 0 END = 1"#),
    .init("COALESCE(status, name, 'x') = 'x'", #"COALESCE("status", "name", 'x') = 'x'"#),
    .init(
      "DECODE(status, 'A', 1, NULL, 2, 3) = 1",
      #"CASE WHEN "status" IS NOT DISTINCT FROM 'A' THEN 1 WHEN "status" IS NOT DISTINCT FROM NULL THEN 2 ELSE 3 END = 1"#
    ),
    .init(
      "CASE WHEN qty > 5 THEN price ELSE 0 END >= 0", #"CASE WHEN "qty" > 5 THEN "price" ELSE 0 END >= 0"#),
    .init("CASE status WHEN 'A' THEN 1 END = 1", #"CASE WHEN "status" = 'A' THEN 1 END = 1"#),
    .init("ABS(qty) < 5", #"abs("qty"::numeric) < 5"#),
    .init("ROUND(price, 1) = price", #"round("price", 1) = "price""#),
    .init("MOD(qty, 2) = 0", #"mod("qty"::numeric, 2::numeric) = 0"#),
    .init("GREATEST(cost, 1) > 0", #"GREATEST("cost", 1::numeric) > 0"#),
    .init("status || '-' || name = 'a-b'", #"(COALESCE("status", '') || '-' || "name") = 'a-b'"#),
    .init("status || qty = 'a1'", #"NULLIF(COALESCE("status", '') || COALESCE("qty"::text, ''), '') = 'a1'"#),
    .init("ratio > 0.1", #""ratio" > 0.1"#),
    .init("portion > 0.1", #""portion" > CAST(0.1 AS real)"#),
    .init("ratio IS NOT NAN", #""ratio" <> 'NaN'"#),
    .init("note IS NOT NULL AND LENGTH(note) < 10", #"("note" IS NOT NULL) AND (length("note") < 10)"#),
    .init("native = 'x'", #""native" = 'x'"#),
    .init("id = HEXTORAW('00ff')", #""id" = '\x00ff'::bytea"#),
  ]

  @Test(arguments: conditions)
  func convertsCondition(_ translation: Translation) throws {
    var translator = ExpressionTranslator(context: Self.context)
    let result = try translator.condition(try OracleExpression.condition(translation.oracle))
    #expect(result.sql == translation.postgres)
  }

  @Test(arguments: [
    "unknown_function(qty) = 1", "missing = 1", "OTHER.QTY = 1", "qty = status", "status = 5", "status = started",
    "started > '01-JAN-20'", "started = instant", "flag = status", "flag < 'ab'", "flag = name", "LENGTH(flag) = 1",
    "flag LIKE 'Y'", "flag || 'x' = 'yx'", "note = 'x'", "native < 'x'", "REGEXP_LIKE(status, '^a')",
    "TO_CHAR(qty) = '1'", "TO_NUMBER(status) = 1", "MOD(qty, price) = 1", "GREATEST(qty, 1) > 0",
    "SUBSTR(status, -2) = 'x'",
    "SUBSTR(status, qty) = 'x'", "started + price > ended", "started + 0.5 > ended", "moment - moment > 1",
    "ratio * 2 > 1",
    "ratio IS NOT INFINITE", "status IS JSON", "status LIKEC name AND status LIKE2 'a'", "status LIKE 'a' ESCAPE name",
    "USER = 'X'", "started < SYSDATE", "ROWNUM < 5", "qty IN (SELECT 1 FROM dual)", "EXISTS (SELECT 1 FROM dual)",
    "qty = :b", "qty = ANY (1, 2)", "CAST(qty AS NUMBER(3)) = 1", "INTERVAL '1' DAY = started - ended", "qty = 1f",
    "TO_DATE('01-01-20', 'DD-MM-RR') < started", "TO_DATE('2020-13-01', 'YYYY-MM-DD') < started",
    "started > DATE '1500-01-01'", "DATE '2020-02-30' < started", "CASE WHEN qty > 1 THEN status ELSE flag END = 'x'",
    "NVL(status, 5) = 'x'", "pkg.check_it(qty) = 1", "s.NEXTVAL = 1", "qty = 1e900", "EXTRACT(HOUR FROM instant) = 1",
    "TRUNC(started, 'WW') = started", "INITCAP(status) = 'X'", "LPAD(status, 3) = 'X'", "qty >", "'unterminated",
    "TRIM(status) || flag = 'x'", "'a' = 'a '",
  ])
  func refuses(_ oracle: String) {
    #expect(throws: ConversionRefusal.self) {
      var translator = ExpressionTranslator(context: Self.context)
      _ = try translator.condition(try OracleExpression.condition(oracle))
    }
  }

  @Test func deepNestingIsRefusedNotFatal() {
    let deep = String(repeating: "(", count: 100_000) + "1" + String(repeating: ")", count: 100_000) + " = 1"
    let long =
      String(repeating: "-", count: 1) + String(repeating: "(-", count: 5_000) + "1"
      + String(repeating: ")", count: 5_000)
    for text in [deep, long + " = 1"] {
      #expect(throws: ConversionRefusal.self) {
        var translator = ExpressionTranslator(context: Self.context)
        _ = try translator.condition(try OracleExpression.condition(text))
      }
    }
  }
}
