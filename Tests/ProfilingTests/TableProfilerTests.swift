import Model
import OracleClient
import OracleWire
import Testing

@testable import Profiling

/// Figures of tables that a server sends, compared with what its own SQL says.
@Suite struct TableProfilerTests {
  private static let create = """
    CREATE TABLE things (id NUMBER, amount NUMBER(12,3), word VARCHAR2(60 CHAR), nword NVARCHAR2(30), fixed CHAR(6 CHAR),
      at DATE, fine TIMESTAMP(9), zoned TIMESTAMP(3) WITH TIME ZONE, token RAW(20), ratio BINARY_DOUBLE,
      small BINARY_FLOAT, months INTERVAL YEAR TO MONTH, span INTERVAL DAY TO SECOND, note CLOB, scan BLOB)
    """

  /// A literal, or NULL for one in six.
  private static func row(_ random: inout Seeded, _ id: Int) -> String {
    func maybe(_ text: String) -> String { Int.random(in: 0..<6, using: &random) == 0 ? "NULL" : text }
    let alphabet = ["a", "B", "ä", "€", "z9", " ", "-"]
    func word(_ longest: Int) -> String {
      let letters = (0..<Int.random(in: 1...longest, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? ""
      }
      return "'" + letters.joined() + "'"
    }
    let day = "DATE '2020-01-01' + \(Int.random(in: -300_000...300_000, using: &random))"
    let seconds =
      Int.random(in: 0..<3, using: &random) == 0 ? "" : " + \(Int.random(in: 0...86_399, using: &random)) / 86400"
    let nanoseconds = Int.random(in: 0...999_999_999, using: &random)
    let digits = String(nanoseconds + 1_000_000_000).dropFirst()
    let hex = (0..<Int.random(in: 1...20, using: &random)).map { _ in
      ["00", "7f", "80", "ff"].randomElement(using: &random) ?? "00"
    }.joined()
    let hours = Int.random(in: -9...9, using: &random)
    let zone = hours < 0 ? "-0\(-hours):00" : "+0\(hours):00"
    let numbers = Int.random(in: -50_000...50_000, using: &random)
    return [
      String(id), maybe("\(numbers) / \([1, 8, 1000].randomElement(using: &random) ?? 1)"), maybe(word(20)),
      maybe(word(10)), maybe(word(3)), maybe(day + seconds),
      maybe("TIMESTAMP '20\(10 + id % 80)-05-06 07:08:09.\(digits)'"),
      maybe("TIMESTAMP '2021-0\(1 + id % 9)-03 04:05:06.\(digits.prefix(3)) \(zone)'"), maybe("HEXTORAW('\(hex)')"),
      maybe("\(numbers).5d"), maybe("\(numbers).25f"), maybe("INTERVAL '\(numbers % 90)' MONTH"),
      maybe("INTERVAL '\(numbers % 99)' DAY"), maybe("'\(String(repeating: "ab", count: abs(numbers % 40) + 1))'"),
      maybe("HEXTORAW('\(hex)')"),
    ].joined(separator: ", ")
  }

  private func insert(_ random: inout Seeded, rows: Int) -> [String] {
    (0..<rows).map { "INSERT INTO things VALUES (\(Self.row(&random, $0)))" }
  }

  /// COUNT, COUNT(DISTINCT), MIN and MAX of a column.
  private func expect(
    _ profile: ColumnProfile, in table: TableProfile, as answer: [OracleValue], _ column: ColumnDescription
  ) throws {
    func number(_ value: OracleValue) -> Int? { if case .number(let number) = value { number.intValue } else { nil } }
    #expect(number(answer[0]) == profile.values && table.rows - profile.values == profile.nulls, "\(profile.column)")
    #expect(number(answer[1]) == profile.distinct, "\(profile.column)")
    for (value, shown) in [(answer[2], profile.minimum), (answer[3], profile.maximum)] {
      switch value {
      case .null: #expect(shown == nil)
      case .text(let text): #expect(shown == text, "\(profile.column)")
      case .number(let number): #expect(shown == number.description, "\(profile.column)")
      case .date(let time), .timestamp(let time), .timestampTZ(let time, _):
        let text = try #require(shown)
        let expected = [time.year, time.month, time.day, time.hour, time.minute, time.second].map { abs($0) }
        let found = text.split { !$0.isNumber }.compactMap { Int($0) }
        #expect(found.prefix(6) == expected[...], "\(profile.column) \(text) \(time)")
      case .raw(let bytes):
        #expect(shown == bytes.map { String($0 + 0, radix: 16).leftPadded }.joined(), "\(profile.column)")
      case .binaryDouble(let value): #expect(shown == "\(value)")
      case .binaryFloat(let value): #expect(shown == "\(value)")
      case .intervalYM(let interval): #expect(shown == interval.description)
      case .intervalDS(let interval): #expect(shown == interval.description)
      default: Issue.record("\(profile.column) is \(value)")
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func figuresAreThoseThatSQLGives(seed: UInt64) async throws {
    var random = Seeded(seed)
    let statements = [Self.create] + insert(&random, rows: 300)
    try await ProfiledServer.with(statements) { server in
      let mapping = try #require(try await server.mappings().first)
      let profile = try await TableProfiler(mapping).run(on: server.connection, scn: nil)
      #expect(profile.rows == 300 && !profile.isSample && profile.unread == nil)
      #expect(profile.columns.allSatisfy { $0.unread == nil })
      for column in profile.columns where column.distinct != nil {
        let rows = try await server.connection.query(
          "SELECT COUNT(\(column.column)), COUNT(DISTINCT \(column.column)), MIN(\(column.column)), MAX(\(column.column)) FROM things"
        )
        for try await batch in rows {
          let answer = try rows.columns.enumerated().map { index, wire in
            try OracleValue(wireBytes: batch.value(row: 0, column: index), column: wire)
          }
          try expect(column, in: profile, as: answer, rows.columns[2])
        }
      }
      try await expectLengths(profile, server.connection)
    }
  }

  /// Lengths, times and decimals.
  private func expectLengths(_ profile: TableProfile, _ connection: OracleConnection) async throws {
    func number(_ sql: String) async throws -> Int? {
      guard case .number(let number)? = try await connection.rows("SELECT \(sql) FROM things").first?.first else {
        return nil
      }
      return number.intValue
    }
    func column(_ name: String) throws -> ColumnProfile { try #require(profile.columns.first { $0.column == name }) }
    for name in ["WORD", "NWORD", "FIXED"] {
      let text = try #require(try column(name).text)
      #expect(try await number("MAX(LENGTH(\(name)))") == text.characters.longest)
      #expect(try await number("MIN(LENGTH(\(name)))") == text.characters.shortest)
      // The national character set has two bytes for each of these characters.
      let bytes = name == "NWORD" ? "2 * LENGTH(\(name))" : "LENGTHB(\(name))"
      #expect(try await number("SUM(\(bytes))") == text.bytes.total, "\(name)")
      #expect(text.withNUL == 0 && text.withReplacement == 0 && text.malformed == 0)
    }
    for name in ["NOTE", "SCAN"] {
      let found = try column(name)
      let lengths = try #require(found.length)
      #expect(try await number("MAX(DBMS_LOB.GETLENGTH(\(name)))") == lengths.longest)
      #expect(try await number("SUM(DBMS_LOB.GETLENGTH(\(name)))") == lengths.total)
      #expect(try await number("COUNT(\(name))") == found.values && found.distinct == nil && found.minimum == nil)
    }
    #expect(try await number("COUNT(CASE WHEN at <> TRUNC(at) THEN 1 END)") == (try column("AT").moment?.timesOfDay))
    let amount = try #require(try column("AMOUNT").number)
    #expect(try await number("COUNT(CASE WHEN amount <> TRUNC(amount) THEN 1 END)") == amount.fractions)
    #expect(try await number("COUNT(CASE WHEN amount < 0 THEN 1 END)") == amount.negatives)
    #expect(try await number("COUNT(CASE WHEN amount = 0 THEN 1 END)") == amount.zeros)
    #expect(try await number("MAX(LENGTH(TRUNC(ABS(amount))))") == amount.wholeDigits)
    #expect(try await number("COUNT(fine)") == (try column("FINE").moment?.timesOfDay))
  }

  @Test func manyValuesAreEstimated() async throws {
    try await ProfiledServer.with([
      "CREATE TABLE many (id NUMBER, half NUMBER)",
      "INSERT INTO many SELECT level, TRUNC(level / 2) FROM dual CONNECT BY level <= 20000",
    ]) { server in
      let mapping = try #require(try await server.mappings().first)
      let profile = try await TableProfiler(mapping).run(on: server.connection, scn: nil)
      for (column, count) in zip(profile.columns, [20_000.0, 10_001]) {
        let error = abs(Double(try #require(column.distinct)) - count) / count
        #expect(error < 5 * DistinctSketch.standardError)
      }
      #expect(profile.columns[0].maximum == "20000" && profile.columns[0].number?.wholeDigits == 5)
    }
  }

  @Test func rowsOfAnSCNAndOfAConditionAreRead() async throws {
    try await ProfiledServer.with([
      "CREATE TABLE items (id NUMBER)", "INSERT INTO items SELECT level FROM dual CONNECT BY level <= 40",
    ]) { server in
      var mapping = try #require(try await server.mappings().first)
      let scn = try await OracleCatalogSCN.of(server.connection)
      _ = try await server.connection.execute("DELETE FROM items WHERE id > 10")
      try await server.connection.commit()
      #expect(try await TableProfiler(mapping).run(on: server.connection, scn: scn).rows == 40)
      #expect(try await TableProfiler(mapping).run(on: server.connection, scn: nil).rows == 10)
      mapping.condition = "id <= 3 -- few"
      let few = try await TableProfiler(mapping).run(on: server.connection, scn: scn)
      #expect(few.rows == 3 && few.columns[0].maximum == "3" && few.scn == scn)
      // Oracle has that snapshot no longer: what is there now is read, and said to be.
      mapping.condition = nil
      _ = try await server.connection.execute("ALTER SYSTEM SET UNDO_RETENTION = 0")
      let now = try await TableProfiler(mapping).run(on: server.connection, scn: scn)
      #expect(now.rows == 10 && now.scn == nil)
    }
  }

  @Test func aSampleOfBlocksIsRead() async throws {
    try await ProfiledServer.with([
      "CREATE TABLE items (id NUMBER)", "INSERT INTO items SELECT level FROM dual CONNECT BY level <= 20000",
    ]) { server in
      let mapping = try #require(try await server.mappings().first)
      let part = try await TableProfiler(mapping, sampleRows: 5_000).run(on: server.connection, scn: nil)
      #expect(part.isSample && part.rows < 20_000)
      let whole = try await TableProfiler(mapping, sampleRows: 20_000).run(on: server.connection, scn: nil)
      #expect(!whole.isSample && whole.rows == 20_000)
    }
  }

  @Test func whatOracleRefusesIsSaid() async throws {
    try await ProfiledServer.with(["CREATE TABLE items (id NUMBER, doc LONG)"]) { server in
      var mapping = try #require(try await server.mappings().first)
      let profile = try await TableProfiler(mapping).run(on: server.connection, scn: nil)
      #expect(profile.columns[1].unread?.contains("LONG") == true && profile.columns[0].unread == nil)
      mapping.sourceName = "GONE"
      let gone = try await TableProfiler(mapping).run(on: server.connection, scn: nil)
      #expect(gone.unread?.contains("ORA-00942") == true, "\(gone)")
    }
  }

  /// Bytes that are no value of the described type: the error names the column, and shows no value.
  @Test func bytesOfAnotherTypeAreRefused() throws {
    let wire = ColumnDescription(name: "ID", typeCode: .number, bufferSize: 22)
    var column = ColumnAccumulator(.number, wire: wire)
    let batch = RowBatch(
      columnCount: 1, rowCount: 3, bytes: [0xC1, 0x02, 0x81],
      cells: [.init(offset: 0, length: 2), .null, .init(offset: 2, length: 1)])
    #expect(throws: WireError.self) { try column.take(batch, column: 0) }
    #expect(column.values == 2 && column.nulls == 1)
  }
}

extension String {
  fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
