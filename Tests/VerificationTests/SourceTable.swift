import Model
import OracleWire

/// A table as the tests make it on both sides: in Oracle by its own DDL and binds, in PostgreSQL by literals.
struct SourceTable: Sendable {
  struct Column: Sendable {
    var name: String
    var oracleType: OracleDataType
    var postgresType: PostgresType

    init(_ name: String, _ oracleType: OracleDataType, _ postgresType: PostgresType) {
      self.name = name
      self.oracleType = oracleType
      self.postgresType = postgresType
    }
  }

  var name: String
  var columns: [Column]
  var primaryKey: [String]
  var rows: [[OracleValue]]

  /// What the copy and verification are given.
  var mapping: TableMapping {
    TableMapping(
      sourceOwner: "OT", sourceName: name.uppercased(), target: QualifiedName(schema: "ot", name: name),
      columns: columns.map {
        ColumnMapping(
          sourceName: $0.name.uppercased(), oracleType: $0.oracleType, targetName: $0.name,
          postgresType: $0.postgresType, isNullable: true)
      }, primaryKey: primaryKey)
  }

  var oracleDDL: String {
    let key = primaryKey.isEmpty ? "" : ", CONSTRAINT \(name)_pk PRIMARY KEY (\(primaryKey.joined(separator: ", ")))"
    return "CREATE TABLE \(name) (" + columns.map { "\($0.name) \($0.oracleType)" }.joined(separator: ", ") + key + ")"
  }

  var oracleInsert: String {
    "INSERT INTO \(name) VALUES (" + columns.indices.map { ":\($0 + 1)" }.joined(separator: ", ") + ")"
  }

  /// The table in PostgreSQL, without constraints, so that tests can break everything.
  var postgresDDL: String {
    "CREATE TABLE ot.\(name) (" + columns.map { "\($0.name) \($0.postgresType.sql)" }.joined(separator: ", ") + ");"
  }

  /// The rows as PostgreSQL reads them from text.
  var postgresRows: String {
    guard !rows.isEmpty else { return "" }
    let tuples = rows.map { "(" + $0.map(SourceTable.literal).joined(separator: ", ") + ")" }
    return "INSERT INTO ot.\(name) VALUES " + tuples.joined(separator: ",\n") + ";"
  }

  private static func literal(_ value: OracleValue) -> String {
    switch value {
    case .null: "NULL"
    case .text(let text): PostgresLiteral.quoted(text)
    case .number(let number): "'\(number)'"
    case .date(let time), .timestamp(let time): "'\(time)'"
    case .timestampTZ(let time, _): "'\(time)+00'"
    case .intervalYM(let interval): "'\(interval.months) months'"
    case .intervalDS(let interval): "'\(interval.seconds) seconds \(SourceTable.microseconds(interval)) microseconds'"
    case .raw(let bytes):
      "'\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    case .binaryFloat(let value): "'\(value)'"
    case .binaryDouble(let value): "'\(value)'"
    case .boolean(let value): "\(value)"
    case .file, .json, .vector, .lob: "NULL"
    }
  }

  /// Forty order lines with a value of every type, NULLs here and there.
  static let items = SourceTable(
    name: "items",
    columns: [
      Column("name", .varchar2(length: 30), .varchar(length: 30)),
      Column("order_id", .number(precision: 9, scale: 0), .integer),
      Column("line", .number(precision: 4, scale: 0), .smallint), Column("code", .char(length: 5), .char(length: 5)),
      Column("price", .number(precision: 10, scale: 2), .numeric(precision: 10, scale: 2)),
      Column("ratio", .number(precision: nil, scale: nil), .unboundedNumeric),
      Column("sold_at", .timestamp(precision: 6), .timestamp(precision: 6)),
      Column("day", .date, .timestamp(precision: 0)), Column("token", .raw(length: 8), .bytea),
      Column("weight", .binaryDouble, .doublePrecision), Column("note", .clob, .text),
      Column("nick", .varchar2(length: 30), .varchar(length: 30)),
    ], primaryKey: ["order_id", "line"],
    rows: (0..<40).map { row in
      let time = OracleTimestamp(
        year: 1990 + row, month: row % 12 + 1, day: row % 28 + 1, hour: row % 24, minute: row, second: 59 - row,
        nanosecond: row * 1000)
      let day = OracleTimestamp(year: 1890 + row * 10, month: 2, day: 28, hour: 23, minute: 59, second: 59)
      return [
        .text("Artikel Nº \(row)"), .number(OracleNumber(row / 4 + 1)), .number(OracleNumber(row % 4 + 1)),
        .text(["AB   ", "XYZ  ", "12345"][row % 3]), number("\(row * 7).\(10 + row)"),
        row % 5 == 0 ? .null : number("-0.\(row)"), .timestamp(time), row % 7 == 0 ? .null : .date(day),
        .raw([UInt8(row), 0, 255]), .binaryDouble(Double(row) / 8 - 2), row % 4 == 0 ? .null : .text("note \(row)"),
        .text("nick \(row)"),
      ]
    })

  /// Rows that can be told apart by all of their values only, some of them twice.
  static let keyless = SourceTable(
    name: "marks",
    columns: [
      Column("word", .varchar2(length: 10), .varchar(length: 10)),
      Column("points", .number(precision: 3, scale: 0), .smallint),
    ],
    primaryKey: [],
    rows: [("a", 1), ("a", 1), ("a", 1), ("b", 2), ("b", 2), ("c", 3)].map {
      [.text($0.0), .number(OracleNumber($0.1))]
    })

  /// Values at the ends of what both databases can hold.
  static let extremes = SourceTable(
    name: "extremes",
    columns: [
      Column("id", .number(precision: 18, scale: 0), .bigint),
      Column("exact", .number(precision: nil, scale: nil), .unboundedNumeric),
      Column("day", .date, .timestamp(precision: 0)),
      Column("fine", .timestamp(precision: 9), .timestamp(precision: 6)),
      Column("instant", .timestampWithTimeZone(precision: 9), .timestamptz(precision: 6)),
      Column("small", .binaryFloat, .real), Column("large", .binaryDouble, .doublePrecision),
      Column("word", .varchar2(length: 100), .varchar(length: 100)),
      Column("months", .intervalYearToMonth(yearPrecision: 9), .intervalYearToMonth),
      Column("span", .intervalDayToSecond(dayPrecision: 9, precision: 9), .intervalDayToSecond(precision: 6)),
    ], primaryKey: ["id"],
    rows: (0..<16).map { row in
      let years = [-4712, -44, -1, 1, 1581, 1600, 1900, 2000, 2024, 9999]
      let year = years[row % years.count]
      let fractions = [0, 1, 499, 500, 999_999_499, 999_999_000, 999_999_999, 1000]
      let fine = OracleTimestamp(
        year: year == 9999 ? 9998 : year, month: 12, day: 31, hour: 23, minute: 59, second: 59,
        nanosecond: fractions[row % 8])
      let numbers = [
        "0", "1", "-1", "100", "-100", "0.01", "-0.001", "9999.9999", "1e125", "-1e125", "1e-130", "-1e-130",
        "9999999999999999999999999999999999999999", "-0.3333333333333333333333333333333333333333",
        "123456789012345678901234567890.123456789", "10000000000000000",
      ]
      let ids = [0, 1, -1, 99, 100, -100, 9999, 10_000, 999_999_999_999_999_999, -999_999_999_999_999_999]
      return [
        .number(OracleNumber(row < ids.count ? ids[row] : 1000 + row)), number(numbers[row]),
        .date(OracleTimestamp(year: year, month: 2, day: 28, hour: row, minute: 59, second: 1)), .timestamp(fine),
        .timestampTZ(fine, .offset(minutes: [0, 330, -570, 840, -720][row % 5])),
        .binaryFloat([0, -1.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude][row % 6]),
        .binaryDouble([0.1, -1e308, .infinity, .nan, .leastNonzeroMagnitude][row % 5]),
        .text(["ä€😀", " ", "tab\t\"\\", "\u{7f}"][row % 4]),
        months([0, 1, -1, 24_262, -24_262, 2_147_483_647, -2_147_483_648][row % 7]),
        span(
          [0, 1, -1, 86_399, -86_399, 86_400, -86_400, 86_399_999_999_998, -86_399_999_999_998][row % 9],
          fractions[row % 8]),
      ]
    })

  private static func months(_ months: Int) -> OracleValue {
    (try? OracleIntervalYM(months: months)).map { .intervalYM($0) } ?? .null
  }

  /// An interval, its fraction with the sign of its seconds.
  private static func span(_ seconds: Int, _ nanoseconds: Int) -> OracleValue {
    let interval = try? OracleIntervalDS(seconds: seconds, nanoseconds: seconds < 0 ? -nanoseconds : nanoseconds)
    return interval.map { .intervalDS($0) } ?? .null
  }

  /// Halves away from zero: PostgreSQL would round them to even.
  private static func microseconds(_ interval: OracleIntervalDS) -> Int {
    (interval.nanoseconds + (interval.nanoseconds < 0 ? -500 : 500)) / 1_000
  }

  /// A number's digits as a value; the tests' own digits are sound.
  private static func number(_ digits: String) -> OracleValue {
    (try? OracleNumber(decimal: digits)).map { .number($0) } ?? .null
  }
}
