import Canonical
import Model
import OracleWire
import PostgresClient
import Testing

@testable import Verification

/// Values that are changed in PostgreSQL behind everybody's back: each one must be found, with its key and its column.
@Suite struct CorruptionTests {
  /// The least change of a value of each type that changes what it means.
  private static let changes: [(column: String, statement: String)] = [
    ("name", "name || '.'"), ("code", "'Z' || substr(code, 2)"), ("price", "price + 0.01"),
    ("ratio", "coalesce(ratio, 0) + 0.0000000000000000000001"), ("sold_at", "sold_at + interval '1 microsecond'"),
    ("day", "coalesce(day, '2024-03-17') + interval '1 second'"),
    ("token", "set_byte(token, 0, get_byte(token, 0) # 1)"),
    ("weight", "weight + 0.0000000001"), ("note", "CASE WHEN note IS NULL THEN 'x' END"), ("nick", "upper(nick)"),
  ]

  /// Many rows with a value of every type.
  static func table(rows count: Int) -> SourceTable {
    var table = SourceTable.items
    let patterns = table.rows
    table.rows = (0..<count).map { row in
      var values = patterns[row % patterns.count]
      values[1] = .number(OracleNumber(row / 4 + 1))
      values[2] = .number(OracleNumber(row % 4 + 1))
      return values
    }
    return table
  }

  /// One value in each of ten thousand rows of ten thousand and more, all at once.
  @Test func tenThousandAtOnce() async throws {
    let table = Self.table(rows: 12_000)
    try await BothSides.with([table]) { sides in
      #expect(try await sides.verify([table]).equal)
      for (number, change) in Self.changes.enumerated() {
        _ = try await sides.postgres.execute(
          """
          UPDATE ot.items SET \(change.column) = \(change.statement)
           WHERE order_id <= 2500 AND (order_id * 4 + line) % \(Self.changes.count) = \(number)
          """)
      }
      var options = Verifier.Options()
      options.maximumDifferences = 20_000
      let found = try #require(try await sides.verify([table], options: options).tables.first)
      #expect(!found.equal && found.differences.count == 10_000)
      var wrong = 0
      for difference in found.differences {
        let key = difference.key.map(\.value.description).compactMap { Int($0) }
        let isRight =
          difference.kind == .changed && key.count == 2 && key[0] <= 2500
          && difference.columns == [Self.changes[(key[0] * 4 + key[1]) % Self.changes.count].column]
        if !isRight { wrong += 1 }
      }
      #expect(wrong == 0)
    }
  }

  /// Three hundred values, one at a time.
  @Test func oneAtATime() async throws {
    let table = Self.table(rows: 60)
    try await BothSides.with([table]) { sides in
      var generator = SeededGenerator(state: 2024)
      var missed: [String] = []
      for _ in 0..<300 {
        let row = Int.random(in: 0..<60, using: &generator)
        let change = try #require(Self.changes.randomElement(using: &generator))
        let place = "order_id = \(row / 4 + 1) AND line = \(row % 4 + 1)"
        _ = try await sides.postgres.execute("CREATE TEMP TABLE kept AS SELECT * FROM ot.items WHERE \(place)")
        _ = try await sides.postgres.execute(
          "UPDATE ot.items SET \(change.column) = \(change.statement) WHERE \(place)")
        let found = try await sides.verify([table]).tables.first?.differences ?? []
        let isRight =
          found.count == 1 && found[0].kind == .changed && found[0].columns == [change.column]
          && found[0].key.map(\.value.description) == ["\(row / 4 + 1)", "\(row % 4 + 1)"]
        if !isRight { missed.append("\(place): \(change)") }
        for statement in [
          "DELETE FROM ot.items WHERE \(place)", "INSERT INTO ot.items SELECT * FROM kept", "DROP TABLE kept",
        ] { _ = try await sides.postgres.execute(statement) }
      }
      #expect(missed.isEmpty)
      #expect(try await sides.verify([table]).equal)
    }
  }

  /// Rows that are gone, that are there twice, and whose values changed places.
  @Test func wholeRows() async throws {
    let table = Self.table(rows: 400)
    try await BothSides.with([table]) { sides in
      for statement in [
        "DELETE FROM ot.items WHERE order_id BETWEEN 11 AND 20",
        "INSERT INTO ot.items SELECT * FROM ot.items WHERE order_id BETWEEN 31 AND 40",
        """
        UPDATE ot.items a SET nick = b.nick FROM ot.items b
         WHERE a.order_id BETWEEN 51 AND 60 AND b.order_id = a.order_id AND b.line = 5 - a.line
        """,
      ] { _ = try await sides.postgres.execute(statement) }
      var options = Verifier.Options()
      options.maximumDifferences = 1000
      let found = try #require(try await sides.verify([table], options: options).tables.first)
      func orders(_ kind: RowDifference.Kind) -> [Int] {
        found.differences.filter { $0.kind == kind }.compactMap { $0.key.first.flatMap { Int($0.value.description) } }
          .sorted()
      }
      func each(_ range: ClosedRange<Int>) -> [Int] { range.flatMap { Array(repeating: $0, count: 4) } }
      #expect(orders(.missing) == each(11...20))
      #expect(orders(.extra) == each(31...40))
      #expect(orders(.changed) == each(51...60))
      #expect(found.differences.allSatisfy { $0.kind != .changed || $0.columns == ["nick"] })
    }
  }

  /// Steele, Lea and Flood's generator: the same numbers each time.
  private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
