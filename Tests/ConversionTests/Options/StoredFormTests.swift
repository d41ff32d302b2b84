import Model
import PostgresClient
import Testing

@testable import Conversion

/// Columns that the user gave another type: whatever asks them answers as before.
///
/// One schema is converted twice, as it comes and with a type map, and filled with the same rows. Views over both must have
/// the same rows, once 1 and true, a RAW and a uuid, a day and its midnight are written alike.
@Suite("Columns of a chosen type in expressions and views") struct StoredFormTests {
  private static let types =
    "NUMBER(1)=boolean, RAW(16)=uuid, NOTES.DAY=date, NOTES.RATE=double precision, CHAR(3)=varchar(3), NOTES.DOC=json, NOTES.TAGS=json"

  private static let queries = [
    "SELECT * FROM notes", "SELECT id, paid, seen FROM notes WHERE paid = 1",
    "SELECT id FROM notes WHERE seen = 0", "SELECT id FROM notes WHERE seen <> 1",
    "SELECT id FROM notes WHERE 1 = paid",
    "SELECT id FROM notes WHERE NOT (seen = 1)", "SELECT id FROM notes WHERE seen IS NULL",
    "SELECT id FROM notes WHERE seen IS NOT NULL AND paid <> seen", "SELECT id FROM notes WHERE paid = seen",
    "SELECT id FROM notes WHERE seen IN (0, 1)", "SELECT id FROM notes WHERE seen NOT IN (0, 2)",
    "SELECT id FROM notes WHERE seen = 2", "SELECT id FROM notes WHERE seen > 0 OR paid >= 1",
    "SELECT id FROM notes WHERE seen BETWEEN 0 AND 1", "SELECT id FROM notes WHERE seen = '1'",
    "SELECT id FROM notes WHERE seen = (SELECT MAX(o.paid) FROM others o)",
    "SELECT id, paid + 1 AS a, -seen AS b, paid * 2.5 AS c, seen / 4 AS d FROM notes",
    "SELECT id, DECODE(seen, 1, 'yes', 0, 'no', NULL, 'open') AS t FROM notes",
    "SELECT id, CASE seen WHEN 1 THEN 'x' ELSE 'y' END AS t, CASE WHEN paid = 1 THEN id END AS u FROM notes",
    "SELECT id, NVL(seen, 0) AS n, COALESCE(seen, paid) AS c, NVL2(seen, paid, 5) AS m, NULLIF(seen, 0) AS x FROM notes",
    "SELECT id, NVL(seen, 7) AS n FROM notes", "SELECT id, TO_CHAR(paid) || '/' || seen AS t FROM notes",
    "SELECT seen, COUNT(*) AS n, SUM(paid) AS s FROM notes GROUP BY seen",
    "SELECT paid, MAX(seen) AS m, MIN(seen) AS l, AVG(seen) AS a, COUNT(seen) AS c FROM notes GROUP BY paid HAVING MAX(seen) = 1",
    "SELECT SUM(CASE WHEN seen = 1 THEN 1 ELSE 0 END) AS n, SUM(seen) AS s FROM notes",
    "SELECT DISTINCT seen FROM notes", "SELECT DISTINCT seen FROM notes ORDER BY seen DESC",
    "SELECT seen FROM notes ORDER BY seen NULLS FIRST, id",
    "SELECT id, ROW_NUMBER() OVER (PARTITION BY paid ORDER BY seen, id) AS n FROM notes",
    "SELECT id, LAG(seen) OVER (ORDER BY id) AS n FROM notes",
    "SELECT paid FROM notes UNION ALL SELECT paid FROM others", "SELECT paid FROM notes UNION SELECT 5 FROM dual",
    "(SELECT id, seen, kind FROM notes) UNION ALL (SELECT o.id, 7, 'x' FROM others o)",
    "SELECT seen FROM notes MINUS SELECT paid FROM others", "SELECT seen FROM notes UNION ALL SELECT NULL FROM dual",
    "SELECT n.id, o.id AS oid FROM notes n JOIN others o ON o.paid = n.seen",
    "SELECT n.id, paid FROM notes n JOIN others o USING (paid)",
    "SELECT n.id, o.paid FROM notes n, others o WHERE n.id = o.id(+) AND o.paid(+) = 1",
    "SELECT id FROM notes WHERE (paid, seen) IN ((1, 1), (0, 0))",
    "SELECT id FROM notes WHERE paid IN (SELECT paid FROM others)",
    "SELECT id FROM notes WHERE id - 1 IN (SELECT paid FROM others)",
    "SELECT id FROM notes WHERE seen = ANY (SELECT paid FROM others)",
    "SELECT id, (SELECT MAX(paid) FROM others) AS m, (SELECT o.paid FROM others o WHERE o.id = n.id) AS p FROM notes n",
    "WITH q AS (SELECT id, paid AS p FROM notes) SELECT id, p, p + 1 AS r FROM q WHERE p = 1",
    "SELECT q.s, q.s * 3 AS t FROM (SELECT seen AS s FROM notes) q WHERE q.s = 1",
    "SELECT id, paid FROM notes WHERE ROWNUM <= 10",
    "SELECT COUNT(*) AS n FROM (SELECT seen FROM notes WHERE ROWNUM < 3)",
    "SELECT id, PRIOR seen AS s, seen AS t FROM notes START WITH id = 1 CONNECT BY PRIOR id = id - 1",
    "SELECT GREATEST(paid, seen) AS g, ABS(paid) AS a, MOD(paid, 2) AS m FROM notes",
    // RAW(16)
    "SELECT id FROM notes WHERE code = HEXTORAW('00112233445566778899AABBCCDDEEFF')",
    "SELECT id FROM notes WHERE code = '00112233445566778899AABBCCDDEEFF'",
    "SELECT id FROM notes WHERE code <> HEXTORAW('00112233445566778899AABBCCDDEEFF')",
    "SELECT id FROM notes WHERE code = HEXTORAW('0011')", "SELECT id FROM notes WHERE code IS NULL",
    "SELECT id FROM notes WHERE code > HEXTORAW('01000000000000000000000000000000')",
    "SELECT n.id, o.id AS oid, n.code FROM notes n JOIN others o ON o.code = n.code",
    "SELECT id, RAWTOHEX(code) AS h FROM notes", "SELECT code, COUNT(*) AS n FROM notes GROUP BY code",
    "SELECT code FROM notes UNION SELECT code FROM others",
    "SELECT code FROM notes UNION ALL SELECT HEXTORAW('AB') FROM dual",
    "SELECT id FROM notes WHERE code IN (SELECT code FROM others)",
    // DATE, NUMBER, CHAR and CLOB
    "SELECT id FROM notes WHERE day = DATE '2024-02-29'",
    "SELECT id, day + 1.5 AS d, day - DATE '2024-01-01' AS n FROM notes",
    "SELECT id, TO_CHAR(day, 'YYYY-MM-DD HH24:MI') AS d, TRUNC(day, 'MM') AS m, ADD_MONTHS(day, 1) AS a FROM notes",
    "SELECT day, COUNT(*) AS n FROM notes GROUP BY day", "SELECT MAX(day) AS m FROM notes",
    "SELECT id, rate, rate * 2 AS r, ROUND(rate, 1) AS o FROM notes WHERE rate > 0.5",
    "SELECT SUM(rate) AS s FROM notes",
    "SELECT id, kind || '!' AS k, LENGTH(kind) AS l FROM notes WHERE kind = 'a'",
    "SELECT kind FROM notes WHERE kind = 'a  '",
    "SELECT id FROM notes WHERE kind IN ('a', 'b')", "SELECT id FROM notes WHERE kind > 'a'",
    "SELECT id, LENGTH(doc) AS l FROM notes WHERE doc IS NOT NULL", "SELECT doc FROM notes",
    "SELECT tags, COUNT(*) AS n FROM notes GROUP BY tags", "SELECT DISTINCT tags FROM notes WHERE tags LIKE '[1%'",
    "SELECT tags FROM notes UNION SELECT 'x' FROM dual", "SELECT id FROM notes WHERE tags = '[1]' ORDER BY tags",
    "SELECT MAX(tags) AS m, MIN(SUBSTR(tags, 2, 1)) AS s FROM notes",
  ]

  private static func schema() -> Schema {
    let flag = OracleDataType.number(precision: 1, scale: 0)
    let code = OracleDataType.raw(length: 16)
    let notes = table(
      "NOTES",
      [
        column("ID", notNull: true), column("PAID", flag, notNull: true, default: "0"), column("SEEN", flag),
        column("CODE", code), column("DAY", .date), column("RATE", .number(precision: nil, scale: nil)),
        column("KIND", .char(length: 3)), column("DOC", .clob),
        column("TAGS", .varchar2(length: 40)),
      ], key: ["ID"],
      indexes: [
        TableIndex(name: "NOTES_IX", parts: [.init(key: .expression("\"PAID\"+NVL(\"SEEN\",0)"))]),
        TableIndex(name: "NOTES_SEEN", parts: [.init(key: .column("SEEN")), .init(key: .column("CODE"))]),
      ])
    let others = table(
      "OTHERS", [column("ID", notNull: true), column("PAID", flag), column("CODE", code)], key: ["ID"])
    let views = queries.enumerated().map { ViewDefinition(name: "V\($0.offset)", query: $0.element) }
    return Schema(owner: "OT", tables: [notes, others], views: views)
  }

  /// Rows with `flag`, `code` and so on as each side writes them.
  private static func fill(_ session: PostgresSession, schema: String, isChosen: Bool) async throws {
    let (yes, no) = isChosen ? ("true", "false") : ("1", "0")
    let first = isChosen ? "'00112233-4455-6677-8899-aabbccddeeff'" : "'\\x00112233445566778899aabbccddeeff'"
    let second = isChosen ? "'ffeeddcc-bbaa-9988-7766-554433221100'" : "'\\xffeeddccbbaa99887766554433221100'"
    _ = try await session.execute(
      """
      INSERT INTO \(schema).notes VALUES
        (1, \(yes), \(yes), \(first), '2024-02-29', 1.25, 'a  ', '{"b":1,  "a":2}', '[1,  2]'),
        (2, \(yes), \(no), \(second), '2024-03-01', 0.5, 'b  ', NULL, '[1]'),
        (3, \(no), NULL, NULL, NULL, NULL, NULL, '[]', NULL), (4, \(no), \(no), \(first), '2023-12-31', 0.75, 'abc', '7', '[1]')
      """)
    _ = try await session.execute(
      "INSERT INTO \(schema).others VALUES (1, \(yes), \(first)), (2, NULL, NULL), (3, \(yes), \(second))")
  }

  /// A value without what the types alone make different.
  private static func plain(_ value: String?, _ type: UInt32) -> String {
    guard let value else { return "NULL" }
    switch type {
    case 16: return value == "t" ? "1" : "0"
    case 17: return String(value.dropFirst(2))
    case 2950: return value.filter { $0 != "-" }
    case 700, 701: return QueryHarness.number(value)
    case 1042, 1043, 25: return value.trimmingTrailingBlanks
    default: return QueryHarness.shown(value, type: type)
    }
  }

  private static func rows(_ session: PostgresSession, _ sql: String) async throws -> [String] {
    let result = try await session.execute(sql)
    return result.rows.map { row in zip(row, result.columnTypes).map { plain($0, $1) }.joined(separator: " | ") }
      .sorted()
  }

  @Test func viewsAnswerAsBefore() async throws {
    let schema = Self.schema()
    var options = ConversionOptions(targetSchema: "chosen")
    options.types = try TypeChoices(Self.types)
    let plain = try #require(
      SchemaConversion.plans(for: [schema], options: ConversionOptions(targetSchema: "plain")).first)
    let chosen = try #require(SchemaConversion.plans(for: [schema], options: options).first)
    #expect(plain.findings.filter { $0.rule == "view.not-converted" } == [])
    #expect(chosen.findings.filter { $0.rule == "view.not-converted" } == [])
    #expect(!chosen.rules.contains("index.not-converted"))
    try await QueryHarness.with { harness in
      for (plan, isChosen) in [(plain, false), (chosen, true)] {
        for statement in plan.preparation + plan.tables.flatMap(\.statements) + plan.completion {
          do {
            _ = try await harness.session.execute(statement.sql)
          } catch {
            Issue.record("\(statement.sql): \(error)")
          }
        }
        try await Self.fill(harness.session, schema: plan.schema, isChosen: isChosen)
      }
      for (place, query) in Self.queries.enumerated() {
        let before = try await Self.rows(harness.session, "SELECT * FROM plain.v\(place)")
        let after = try await Self.rows(harness.session, "SELECT * FROM chosen.v\(place)")
        #expect(before == after, "\(query)")
      }
      // Selected by itself a column keeps the type.
      let types = try await harness.session.execute(
        """
        SELECT string_agg(format_type(atttypid, atttypmod), ',' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = 'chosen.v0'::regclass AND attnum > 0
        """)
      #expect(
        types.firstValue
          == "integer,boolean,boolean,uuid,date,double precision,character varying(3),json,text")
    }
  }

  @Test(arguments: [
    ("seen = 1", #""seen""#), ("seen <> 1", #"NOT "seen""#), ("seen = 0 AND paid = 1", #"(NOT "seen") AND "paid""#),
    ("seen + paid < 2", #"("seen"::integer::numeric + "paid"::integer::numeric) < 2"#),
    ("seen IS NULL", #""seen" IS NULL"#),
    ("code = '00112233445566778899AABBCCDDEEFF'", #""code" = '00112233-4455-6677-8899-aabbccddeeff'::uuid"#),
  ])
  func conditionsAreShort(oracle: String, postgres: String) throws {
    let flag = OracleDataType.number(precision: 1, scale: 0)
    let context = ExpressionContext(
      columns: [
        "SEEN": .init(targetName: "seen", oracleType: flag, postgresType: .boolean, isNullable: true),
        "PAID": .init(targetName: "paid", oracleType: flag, postgresType: .boolean, isNullable: true),
        "CODE": .init(targetName: "code", oracleType: .raw(length: 16), postgresType: .uuid, isNullable: true),
      ], owner: "OT")
    var translator = ExpressionTranslator(context: context)
    #expect(try translator.condition(try OracleExpression.condition(oracle)).sql == postgres)
  }
}
