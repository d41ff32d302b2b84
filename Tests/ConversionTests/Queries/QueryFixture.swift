import Model
import Testing

@testable import Conversion

/// Staff and their departments: small tables with NULLs, CHARs, integers and dates in them.
enum QueryFixture {
  static let catalogue: QueryCatalogue = {
    var catalogue = QueryCatalogue(owner: "OT", serverTimeZone: "Europe/Vienna")
    let id = OracleDataType.number(precision: 9, scale: 0)
    catalogue.add(
      "STAFF", "staff",
      [
        ("ID", "id", id, .integer, false), ("NAME", "name", .varchar2(length: 20), .varchar(length: 20), false),
        ("BOSS", "boss", id, .integer, true), ("DEPT", "dept", .char(length: 3), .char(length: 3), true),
        ("PAY", "pay", .number(precision: 8, scale: 2), .numeric(precision: 8, scale: 2), true),
        ("BONUS", "bonus", id, .integer, true), ("HIRED", "hired", .date, .timestamp(precision: 0), false),
        ("NOTE", "note", .varchar2(length: 30), .varchar(length: 30), true),
      ])
    catalogue.add(
      "DEPT", "Dept",
      [
        ("DEPT", "dept", .char(length: 3), .char(length: 3), false),
        ("Title", "Title", .varchar2(length: 20), .varchar(length: 20), false),
        ("FLOOR#", "floor#", id, .integer, true),
      ])
    catalogue.add("LINK", "link", [("A", "a", id, .integer, false), ("B", "b", id, .integer, false)])
    catalogue.relations[.init(owner: "PUBLIC", name: "WORKERS")] =
      catalogue.relations[.init(owner: "OT", name: "STAFF")]
    catalogue.functions[.init(owner: "OT", name: "TAX.RATE")] = .init(
      name: QualifiedName(schema: "ot", name: "tax_rate"), oracleType: .number(precision: nil, scale: nil),
      type: .unboundedNumeric)
    catalogue.sequences[.init(owner: "OT", name: "STAFF_SEQ")] = QualifiedName(schema: "ot", name: "staff_seq")
    return catalogue
  }()

  static let script = [
    "CREATE SCHEMA ot",
    """
    CREATE TABLE ot.staff (id integer, name varchar(20), boss integer, dept char(3), pay numeric(8,2), bonus integer,
      hired timestamp(0), note varchar(30))
    """,
    #"CREATE TABLE ot."Dept" (dept char(3), "Title" varchar(20), "floor#" integer)"#,
    "CREATE TABLE ot.link (a integer, b integer)",
    """
    INSERT INTO ot.staff VALUES (1, 'Ada', NULL, 'HQ', 9000, NULL, '2001-01-31 09:30:00', 'founder'),
      (2, 'Bob', 1, 'IT', 5000, 100, '2003-05-15 00:00:00', NULL), (3, 'cleo', 1, 'IT', 4000.5, 250, '2004-02-29 12:00:00', '10'),
      (4, 'Dan', 2, NULL, NULL, 7, '2010-12-31 23:59:59', '7'), (5, 'Eve', 2, 'OPS', 4000.5, NULL, '2011-03-01 00:00:00', 'x y')
    """,
    #"INSERT INTO ot."Dept" VALUES ('HQ', 'Head', 9), ('IT', 'Tech', NULL), ('LAW', 'Law', 2)"#,
    "INSERT INTO ot.link VALUES (1, 2), (2, 3), (3, 1), (2, 4)",
    "CREATE SEQUENCE ot.staff_seq",
    "CREATE FUNCTION ot.tax_rate(numeric) RETURNS numeric LANGUAGE sql AS 'SELECT $1 / 10'",
  ]

  private static func oid(of type: PostgresType) -> UInt32 {
    switch type {
    case .smallint: 21
    case .integer: 23
    case .bigint: 20
    case .numeric: 1700
    case .char: 1042
    case .varchar, .text: 25
    case .timestamp: 1114
    case .timestamptz: 1184
    case .bytea: 17
    case .doublePrecision: 701
    case .boolean: 16
    case .intervalYearToMonth, .intervalDayToSecond: 1186
    default: 0
    }
  }

  /// Translates and runs all cases, and reports each that is refused, fails or answers otherwise.
  static func check(_ cases: [QueryCase]) async throws {
    try await QueryHarness.with(script, catalogue) { harness in
      for entry in cases {
        do {
          let query = try harness.translate(entry.oracle)
          do {
            let rows = try await harness.rows(query.sql)
            #expect(rows == entry.rows, "\(entry.oracle)\n\(query.sql)\n\(entry.source)")
            // What it says about its columns is what PostgreSQL sees, and a view can be made of it.
            let view = try ViewConversion(catalogue: catalogue).convert(
              try QueryHarness.parse(entry.oracle), name: QualifiedName(schema: "ot", name: "v"))
            _ = try await harness.session.execute(view.sql)
            let result = try await harness.session.execute("SELECT * FROM ot.v")
            #expect(result.columns == query.columns.map(\.name), "\(entry.oracle)")
            let types = query.columns.map { Self.oid(of: $0.type) }
            #expect(
              zip(types, result.columnTypes).allSatisfy { $0 == ($1 == 1043 ? 25 : $1) },
              "\(entry.oracle): \(types) \(result.columnTypes)\n\(query.sql)")
            _ = try await harness.session.execute("DROP VIEW ot.v")
          } catch {
            Issue.record("\(entry.oracle)\n\(query.sql)\n\(error)")
          }
        } catch {
          Issue.record("\(entry.oracle)\n\(error)")
        }
      }
    }
  }
}

extension QueryCatalogue {
  fileprivate mutating func add(
    _ name: String, _ target: String, _ columns: [(String, String, OracleDataType, PostgresType, Bool)]
  ) {
    relations[.init(owner: "OT", name: name)] = Relation(
      name: QualifiedName(schema: "ot", name: target),
      columns: columns.map {
        Column(oracleName: $0.0, name: $0.1, oracleType: $0.2, type: $0.3, isNullable: $0.4)
      })
  }
}
