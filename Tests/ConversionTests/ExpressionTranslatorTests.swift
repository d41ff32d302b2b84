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
      #"CASE WHEN "status" = 'A' THEN 1 WHEN "status" IS NULL THEN 2 ELSE 3 END = 1"#
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
    .init("flag = status", #"rpad("flag"::text, 1) = "status""#),
    .init("flag < 'ab'", #"rpad("flag"::text, 2) COLLATE "C" < 'ab'"#),
    .init("flag = name", #"rpad("flag"::text, 1) = "name""#),
    .init("LENGTH(flag) = 1", #"length(rpad("flag"::text, 1)) = 1"#),
    .init("flag LIKE 'Y'", #"rpad("flag"::text, 1) LIKE 'Y'"#),
    .init("flag || 'x' = 'yx'", #"rtrim(COALESCE(rpad("flag"::text, 1), '') || 'x') = 'yx'"#),
    .init("REGEXP_LIKE(status, '^a')", #""status" ~ '^a'"#),
    .init("TO_CHAR(qty) = '1'", #""qty"::text = '1'"#),
    .init(
      "MOD(qty, price) = 1", #"CASE WHEN "price" = 0 THEN "qty"::numeric ELSE mod("qty"::numeric, "price") END = 1"#),
    .init(
      "GREATEST(qty, 1) > 0", #"CASE WHEN "qty" IS NULL THEN NULL ELSE GREATEST("qty"::numeric, 1::numeric) END > 0"#),
    .init(
      "SUBSTR(status, -2) = 'x'", #"NULLIF(CASE WHEN length("status") >= 2 THEN right("status", 2) END, '') = 'x'"#),
    .init(
      "SUBSTR(status, qty) = 'x'",
      #"NULLIF(CASE WHEN length("status") + "qty" >= 0 THEN substr("status", CASE WHEN "qty" < 0 THEN length("status") + 1 + "qty" ELSE GREATEST("qty", 1) END) END, '') = 'x'"#
    ),
    .init(
      "started + price > ended",
      #"("started" + make_interval(secs => round("price" * 86400)::double precision)) > "ended""#),
    .init(
      "started + 0.5 > ended", #"("started" + make_interval(secs => round(0.5 * 86400)::double precision)) > "ended""#),
    .init("qty = ANY (1, 2)", #"("qty" = 1) OR ("qty" = 2)"#),
    .init("CAST(qty AS NUMBER(3)) = 1", #"CAST("qty" AS numeric(3,0)) = 1"#),
    .init(
      "CASE WHEN qty > 1 THEN status ELSE flag END = 'x'",
      #"CASE WHEN "qty" > 1 THEN "status" ELSE rpad("flag"::text, 1) END = 'x'"#),
    .init("NVL(status, 5) = 'x'", #"COALESCE("status", '5') = 'x'"#),
    .init("EXTRACT(HOUR FROM instant) = 1", #"EXTRACT(HOUR FROM "instant" AT TIME ZONE 'UTC') = 1"#),
    .init(
      "TRUNC(started, 'WW') = started",
      #"(date_trunc('year', "started") + make_interval(days => (EXTRACT(DOY FROM "started")::integer - 1) / 7 * 7)) = "started""#
    ),
    .init("INITCAP(status) = 'X'", #"initcap("status") = 'X'"#),
    .init("LPAD(status, 3) = 'X'", #"NULLIF(lpad("status", 3), '') = 'X'"#),
    .init(
      "TRIM(status) || flag = 'x'",
      #"NULLIF(COALESCE(NULLIF(btrim("status"), ''), '') || COALESCE(rpad("flag"::text, 1), ''), '') = 'x'"#),
    .init("'a' = 'a '", #"'a' = 'a'"#),
    .init("id = HEXTORAW('00ff')", #""id" = '\x00ff'::bytea"#),
  ]

  /// Oracle converts a text that meets a number; one that is no number is an error in both databases.
  static let conversions: [Translation] = [
    .init("qty = status", #""qty" = CAST("status" AS numeric)"#),
    .init("status = 5", #"CAST("status" AS numeric) = 5"#),
    .init("TO_NUMBER(status) = 1", #"CAST("status" AS numeric) = 1"#),
  ]

  @Test(arguments: conditions + conversions)
  func convertsCondition(_ translation: Translation) throws {
    var translator = ExpressionTranslator(context: Self.context)
    let result = try translator.condition(try OracleExpression.condition(translation.oracle))
    #expect(result.sql == translation.postgres)
  }

  @Test(arguments: [
    "unknown_function(qty) = 1", "missing = 1", "OTHER.QTY = 1", "status = started",
    "started > '01-JAN-20'", "started = instant", "note = 'x'", "native < 'x'", "moment - moment > 1",
    "ratio * 2 > 1",
    "ratio IS NOT INFINITE", "status IS NOT JSON", "status LIKEC name AND status LIKE2 'a'",
    "status LIKE 'a' ESCAPE name",
    "USER = 'X'", "started < SYSDATE", "ROWNUM < 5", "qty IN (SELECT 1 FROM dual)", "EXISTS (SELECT 1 FROM dual)",
    "qty = :b", "INTERVAL '1' DAY = started - ended", "qty = 1f",
    "TO_DATE('01-01', 'DD-MM') < started", "TO_DATE('2020-13-01', 'YYYY-MM-DD') < started",
    "started > DATE '1500-01-01'", "DATE '2020-02-30' < started", "pkg.check_it(qty) = 1", "s.NEXTVAL = 1",
    "qty = 1e900", "qty >", "'unterminated",
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

  /// Before PostgreSQL 16 a cast stands for it in checks: it fails where the condition would be false.
  @Test func conditionsOfJSON() throws {
    func converted(_ text: String, version: Int) throws -> String {
      var context = Self.context
      context.postgresMajorVersion = version
      var translator = ExpressionTranslator(context: context)
      return try translator.condition(try OracleExpression.condition(text)).sql
    }
    #expect(try converted("status IS JSON", version: 15) == #"("status" IS NULL OR "status"::json IS NOT NULL)"#)
    #expect(try converted("status IS JSON", version: 16) == #""status" IS JSON"#)
    #expect(
      try converted("note IS NOT JSON WITH UNIQUE KEYS", version: 16) == #""note" IS NOT JSON WITH UNIQUE KEYS"#)
    #expect(throws: ConversionRefusal.self) { try converted("status IS NOT JSON", version: 15) }
    #expect(throws: ConversionRefusal.self) { try converted("qty IS JSON", version: 16) }
  }
}
