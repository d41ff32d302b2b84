import Canonical
import Model
import OracleWire
import PostgresClient
import Testing

@testable import Verification

/// Oracle's bytes against what a real PostgreSQL sends for the same value: equal values have equal canonical bytes.
@Suite struct PostgresCanonicalTests {
  /// A value as a PostgreSQL literal with its type, and as Oracle's bytes.
  struct Pair: Sendable, CustomTestStringConvertible {
    var sql: String
    var type: OracleTypeCode
    var oracle: [UInt8]?
    var testDescription: String { sql }

    init(_ sql: String, _ type: OracleTypeCode, _ oracle: [UInt8]?) {
      self.sql = sql
      self.type = type
      self.oracle = oracle
    }

    init(_ sql: String, _ value: OracleValue) {
      self.init(sql, value.bindTypeCode, value.wireBytes)
    }
  }

  static let numbers: [Pair] =
    [
      "0", "1", "-1", "99", "100", "101", "9999", "10000", "10001", "-32768", "32767", "2147483647", "-2147483648",
      "9223372036854775807", "-9223372036854775808", "0.1", "-0.1", "0.01", "0.00001", "123.456", "-99.99", "1e125",
      "-1e125", "1e-125", "9.99e-130", "99999999999999999999999999999999999999.99",
      "0.3333333333333333333333333333333333333333", "1000000000000000000000000000000000000000",
    ].flatMap { text -> [Pair] in
      guard let number = try? OracleNumber(decimal: text) else { return [] }
      var pairs = [Pair("(\(text))::numeric", .number(number))]
      if let value = Int64(text) {
        pairs.append(Pair("('\(text)')::bigint", .number(number)))
        if Int32(exactly: value) != nil { pairs.append(Pair("('\(text)')::integer", .number(number))) }
        if Int16(exactly: value) != nil { pairs.append(Pair("('\(text)')::smallint", .number(number))) }
      }
      return pairs
    } + [
      Pair("1.50::numeric(10,4)", .number, [0xc1, 0x02, 0x33]), Pair("'Infinity'::numeric", .number, [0xff, 0x65]),
      Pair("'-Infinity'::numeric", .number, [0x00]), Pair("0.000::numeric", .number, [0x80]),
      Pair("NULL::numeric", .number, nil),
    ]

  static let times: [Pair] = [
    Pair("timestamp '2000-01-01'", .date(OracleTimestamp(year: 2000, month: 1, day: 1))),
    Pair(
      "timestamp '9999-12-31 23:59:59'",
      .date(OracleTimestamp(year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59))),
    Pair("timestamp '0001-01-01 00:00:00'", .date(OracleTimestamp(year: 1, month: 1, day: 1))),
    Pair("timestamp '0001-12-31 23:59:59 BC'", .date, [100, 99, 12, 31, 24, 60, 60]),
    Pair("timestamp '0044-03-15 12:00:00 BC'", .date, [100, 56, 3, 15, 13, 1, 1]),
    Pair("timestamp '0101-02-28 00:00:00 BC'", .date, [99, 99, 2, 28, 1, 1, 1]),
    Pair("timestamp '4712-01-01 00:00:00 BC'", .date, [53, 88, 1, 1, 1, 1, 1]),
    Pair("timestamp '1582-10-04'", .date(OracleTimestamp(year: 1582, month: 10, day: 4))),
    Pair("timestamp '1900-02-28'", .date(OracleTimestamp(year: 1900, month: 2, day: 28))),
    Pair("timestamp '2024-02-29'", .date(OracleTimestamp(year: 2024, month: 2, day: 29))),
    Pair("date '1999-12-31'", .date(OracleTimestamp(year: 1999, month: 12, day: 31))),
    Pair(
      "timestamp '2024-03-17 09:30:00.000001'",
      .timestamp(
        OracleTimestamp(year: 2024, month: 3, day: 17, hour: 9, minute: 30, second: 0, nanosecond: 1000))),
    Pair(
      "timestamp '1969-12-31 23:59:59.999999'",
      .timestamp(
        OracleTimestamp(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59, nanosecond: 999_999_000))),
    // Rounded away from zero at the seventh digit, as PostgreSQL rounds text.
    Pair(
      "timestamp '2024-12-31 23:59:59.9999995'",
      .timestamp(
        OracleTimestamp(year: 2024, month: 12, day: 31, hour: 23, minute: 59, second: 59, nanosecond: 999_999_500))),
    Pair(
      "timestamptz '2024-03-17 15:00:00+05:30'",
      .timestampTZ(OracleTimestamp(year: 2024, month: 3, day: 17, hour: 9, minute: 30), .offset(minutes: 330))),
    Pair(
      "timestamptz '2024-03-16 23:30:00-10'",
      .timestampTZ(OracleTimestamp(year: 2024, month: 3, day: 17, hour: 9, minute: 30), .offset(minutes: -600))),
    Pair("timestamptz '2024-03-17 09:30:00+00'", .timestampLTZ, [120, 124, 3, 17, 10, 31, 1]),
    Pair("interval '2 years 3 months'", .intervalYM, [0x80, 0, 0, 2, 63]),
    Pair("interval '-1 day -02:03:04.5'", .intervalDS, [0x7f, 0xff, 0xff, 0xff, 58, 57, 56, 0x62, 0x32, 0x9b, 0x00]),
    Pair("NULL::timestamp", .timestamp, nil),
  ]

  static let others: [Pair] = [
    Pair("'Łódź 😀'::varchar(20)", .varchar, Array("Łódź 😀".utf8)), Pair("''::text", .clob, []),
    Pair("'a '::varchar", .varchar, Array("a ".utf8)), Pair("'ab'::char(5)", .char, Array("ab   ".utf8)),
    Pair("''::char(3)", .char, Array("   ".utf8)), Pair("' ä'::char(3)", .char, Array(" ä".utf8)),
    Pair("repeat('x', 100000)", .clob, Array(repeating: 0x78, count: 100_000)), Pair("NULL::text", .clob, nil),
    Pair(#"'\x00ff10'::bytea"#, .raw, [0x00, 0xff, 0x10]), Pair("''::bytea", .blob, []),
    Pair("'00112233-4455-6677-8899-aabbccddeeff'::uuid", .raw, (0..<16).map { UInt8($0 * 17) }),
    Pair("134.45::float8", .binaryDouble(134.45)), Pair("'-0'::float8", .binaryDouble(-0.0)),
    Pair("'NaN'::float8", .binaryDouble(.nan)), Pair("'-Infinity'::float8", .binaryDouble(-.infinity)),
    Pair("1.7976931348623157e308::float8", .binaryDouble(.greatestFiniteMagnitude)),
    Pair("134.45::float4", .binaryFloat(134.45)), Pair("'Infinity'::float4", .binaryFloat(.infinity)),
    Pair("0.5::float8", .binaryFloat(0.5)), Pair("true", .boolean, [1, 1]), Pair("false", .boolean, [0]),
  ]

  /// What a sink with one row at a time saw.
  struct LastRow: RowSink, Sendable {
    var bytes: [UInt8] = []
    mutating func take(_ row: borrowing CanonicalBuffer, keyLength: Int) { bytes = row.array }
  }

  /// The canonical bytes of one row of literals as PostgreSQL sends it, and the same of Oracle's bytes.
  static func compare(_ pairs: [Pair]) async throws -> (oracle: [[UInt8]], postgres: [[UInt8]]) {
    let session = try await SharedCluster.session()
    var fromOracle: [[UInt8]] = []
    var fromPostgres: [[UInt8]] = []
    for pair in pairs {
      let type = try await session.execute(
        "SELECT pg_typeof(x)::oid::text, pg_typeof(x)::text FROM (SELECT \(pair.sql)) AS literal(x)")
      let postgres = PostgresColumnType(
        oid: UInt32(type.rows[0][0] ?? "") ?? 0, name: type.rows[0][1] ?? "")
      let description = ColumnDescription(name: "X", typeCode: pair.type)
      let form = RowForm(columns: [try ColumnForm(oracle: description, postgres: postgres)], keyCount: 0)
      let feed = CopyFeed(form: form, sink: LastRow())
      let count = try await session.copyOut("COPY (SELECT \(pair.sql)) TO STDOUT (FORMAT binary)") { try feed.take($0) }
      fromPostgres.append(try feed.finish(rowCount: count).bytes)
      let cell = pair.oracle.map { RowBatch.Cell(offset: 0, length: Int32($0.count)) } ?? .null
      var sink = LastRow()
      var buffer = CanonicalBuffer()
      try form.read(
        RowBatch(columnCount: 1, rowCount: 1, bytes: pair.oracle ?? [], cells: [cell]), through: &buffer, into: &sink)
      fromOracle.append(sink.bytes)
    }
    await session.close()
    return (fromOracle, fromPostgres)
  }

  @Test(arguments: [numbers, times, others])
  func equalValuesHaveEqualBytes(pairs: [Pair]) async throws {
    let (oracle, postgres) = try await PostgresCanonicalTests.compare(pairs)
    #expect(!pairs.isEmpty && oracle.count == pairs.count)
    for (pair, (one, other)) in zip(pairs, zip(oracle, postgres)) {
      #expect(one == other, "\(pair.sql)")
      #expect(try CanonicalValue.values(ofCanonical: one).count == 1)
    }
  }

  @Test func unequalValuesHaveUnequalBytes() async throws {
    // Each literal is a neighbour of the value that Oracle's bytes hold.
    let pairs = [
      Pair("'a '::varchar", .varchar, Array("a".utf8)), Pair("''::text", .clob, nil), Pair("NULL::text", .clob, []),
      Pair("timestamp '2000-01-01 00:00:00.000001'", .date(OracleTimestamp(year: 2000, month: 1, day: 1))),
      Pair("timestamp '1900-01-01'", .date(OracleTimestamp(year: 2000, month: 1, day: 1))),
      Pair("-12.5", .number(try OracleNumber(decimal: "12.5"))), Pair("12", .number(try OracleNumber(decimal: "12.5"))),
      Pair("12.50000000000000000000000000000000001", .number(try OracleNumber(decimal: "12.5"))),
      Pair("0::float8", .binaryDouble(-0.0)), Pair("'NaN'::numeric", .number, [0x80]),
      Pair(#"'\x00'::bytea"#, .raw, [0x00, 0x00]),
      Pair("'infinity'::timestamp", .date, [199, 199, 12, 31, 24, 60, 60]),
      // 29 February 1500 is a date in Oracle and none in PostgreSQL.
      Pair("timestamp '1500-03-01'", .date, [115, 100, 2, 29, 1, 1, 1]),
      Pair("timestamp '1500-02-28'", .date, [115, 100, 2, 29, 1, 1, 1]),
    ]
    let (oracle, postgres) = try await PostgresCanonicalTests.compare(pairs)
    for (pair, (one, other)) in zip(pairs, zip(oracle, postgres)) { #expect(one != other, "\(pair.sql)") }
  }

  @Test func theCatalogueNamesTypesOfTablesAndDomains() async throws {
    let session = try await SharedCluster.session()
    _ = try await session.execute(
      """
      CREATE DOMAIN amount AS numeric(10,2); CREATE SCHEMA "Odd ""name";
      CREATE TABLE "Odd ""name".t (a amount, b char(3), dropped int, c varchar(5)); ALTER TABLE "Odd ""name".t DROP dropped
      """)
    let table = try await TargetTable.read(QualifiedName(schema: "Odd \"name", name: "t"), from: session)
    #expect(
      table?.types == [
        "a": PostgresColumnType(oid: 1700, name: "amount"), "b": PostgresColumnType(oid: 1042, name: "character(3)"),
        "c": PostgresColumnType(oid: 1043, name: "character varying(5)"),
      ])
    let none = try await TargetTable.read(QualifiedName(schema: "public", name: "nothing"), from: session)
    #expect(none == nil)
    await session.close()
  }
}
