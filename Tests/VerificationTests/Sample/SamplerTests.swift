#if DEBUG
  import Model
  import OracleWire
  import Testing

  @testable import Verification

  /// Rows as two servers write them, of tables with all types' extremes.
  @Suite struct SamplerTests {
    private func sample(
      _ table: SourceTable, on sides: BothSides, size: Int = 1000, primaryKey: [String]? = nil
    ) async throws -> RenderedSample {
      var mapping = table.mapping
      if let primaryKey { mapping.primaryKey = primaryKey }
      let sampler = Sampler(source: sides.oracle, target: sides.postgres, size: size)
      return try await sampler.sample(mapping, rows: table.rows.count, scn: nil, copiedAt: nil)
    }

    /// Both sides with a table; the extremes are copied, as PostgreSQL reads some of them from no literal.
    private func with(_ table: SourceTable, _ body: (BothSides) async throws -> Void) async throws {
      try await BothSides.with([table], isCopied: table.name != "extremes") { sides in
        if table.name == "extremes" { try await PlantedFaultTests.copy(table, sides, fault: nil) }
        try await body(sides)
      }
    }

    @Test(arguments: ["items", "extremes", "marks"])
    func faithfulCopiesRaiseNoAlarm(name: String) async throws {
      let table = try #require([SourceTable.items, .extremes, .keyless].first { $0.name == name })
      try await with(table) { sides in
        let found = try await sample(table, on: sides)
        #expect(found.rows == table.rows.count && found.reason == nil && found.omitted.isEmpty, "\(found)")
        #expect(found.isClean, "\(found.differences.flatMap(\.columns))")
        // By all values together, too.
        let keyless = try await sample(table, on: sides, primaryKey: [])
        #expect(keyless.rows == table.rows.count && keyless.isClean && keyless.reason == nil, "\(keyless)")
      }
    }

    /// A value of each column, changed by the smallest step of its type.
    static let changes: [(table: SourceTable, column: String, change: String, row: String)] = [
      (.items, "name", "name || ' '", "order_id = 2 AND line = 3"),
      (.items, "name", "'artikel Nº 6'", "order_id = 2 AND line = 3"),
      (.items, "code", "'XYz'", "order_id = 2 AND line = 3"),
      (.items, "price", "price + 0.01", "order_id = 2 AND line = 3"),
      (.items, "ratio", "-ratio", "order_id = 2 AND line = 3"),
      (.items, "ratio", "ratio + 1e-60", "order_id = 2 AND line = 3"),
      (.items, "sold_at", "sold_at + interval '1 microsecond'", "order_id = 2 AND line = 3"),
      (.items, "day", "day - interval '100 years'", "order_id = 2 AND line = 3"),
      (.items, "token", "'\\x0600fe'", "order_id = 2 AND line = 3"),
      (.items, "token", "NULL", "order_id = 2 AND line = 3"),
      (.items, "weight", "weight + 1e-12", "order_id = 2 AND line = 3"),
      (.items, "note", "''", "order_id = 3 AND line = 1"),
      (.items, "note", "'Note 6'", "order_id = 2 AND line = 3"), (.extremes, "exact", "exact * 10", "id = 99"),
      (.extremes, "fine", "fine + interval '1 second'", "id = 99"),
      (.extremes, "instant", "instant + interval '1 hour'", "id = 99"), (.extremes, "small", "'-1.50001'", "id = 1"),
      (.extremes, "large", "0.1000000000001", "id = 0"), (.extremes, "large", "'-Infinity'", "id = -1"),
      (.extremes, "word", "'ä€😁'", "id = 0"), (.extremes, "months", "months + interval '1 month'", "id = 99"),
      (.extremes, "span", "span - interval '1 microsecond'", "id = 99"),
    ]

    @Test(arguments: ["items", "extremes"])
    func everyChangeIsSeenWithItsColumn(of name: String) async throws {
      let changed = try #require([SourceTable.items, .extremes].first { $0.name == name })
      try await with(changed) { sides in
        for (table, column, change, row) in Self.changes where table.name == changed.name {
          _ = try await sides.postgres.execute("CREATE TABLE ot.before AS TABLE ot.\(table.name)")
          let updated = try await sides.postgres.execute(
            "UPDATE ot.\(table.name) SET \(column) = \(change) WHERE \(row)")
          #expect(updated.affectedRows == 1)
          let found = try await sample(table, on: sides)
          #expect(
            found.differences.count == 1 && found.differences.first?.kind == .changed
              && found.differences.first?.columns == [column],
            "\(column) = \(change): \(found.differences.map { "\($0.key.map(\.value)) \($0.columns)" })")
          _ = try await sides.postgres.execute(
            "TRUNCATE ot.\(table.name); INSERT INTO ot.\(table.name) TABLE ot.before; DROP TABLE ot.before")
        }
      }
    }

    @Test func aRowThatIsNotThereIsMissing() async throws {
      try await BothSides.with([.items, .keyless]) { sides in
        _ = try await sides.postgres.execute(
          "DELETE FROM ot.items WHERE order_id = 5 AND line = 2; UPDATE ot.marks SET points = 9 WHERE word = 'c'")
        let found = try await sample(.items, on: sides)
        #expect(found.differences.map(\.kind) == [.missing])
        #expect(found.differences.first?.key.map(\.value.description) == ["5", "2"])
        let keyless = try await sample(.keyless, on: sides)
        #expect(keyless.differences.map(\.kind) == [.missing], "\(keyless.differences)")
      }
    }

    @Test func aSampleIsAPartOfTheRows() async throws {
      try await BothSides.with([.items]) { sides in
        let found = try await sample(.items, on: sides, size: 8)
        #expect((2...8).contains(found.rows) && found.isClean, "\(found)")
      }
    }

    @Test func whatHasNoTextIsNamed() async throws {
      let table = SourceTable(
        name: "old",
        columns: [
          .init("id", .number(precision: 9, scale: 0), .integer), .init("note", .long, .text),
        ], primaryKey: ["id"], rows: [[.number(OracleNumber(1)), .text("x")]])
      try await BothSides.with([table]) { sides in
        let found = try await sample(table, on: sides)
        #expect(found.rows == 1 && found.isClean)
        #expect(found.omitted.map(\.column) == ["note"])
        let without = try await sample(table, on: sides, primaryKey: ["note"])
        #expect(without.rows == 1 && without.isClean, "\(without)")
      }
    }

    @Test func longTextsAndBytesAreComparedAtTheirEnds() async throws {
      let text = String(repeating: "ä\\😀z", count: 300)
      let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let table = SourceTable(
        name: "large",
        columns: [
          .init("id", .number(precision: 9, scale: 0), .integer),
          .init("text", .varchar2(length: 4000), .varchar(length: 4000)),
          .init("body", .clob, .text), .init("data", .blob, .bytea),
        ], primaryKey: ["id"],
        rows: [[.number(OracleNumber(1)), .text(String(text.prefix(700))), .text(text), .raw(bytes)]])
      try await BothSides.with([table]) { sides in
        let clean = try await sample(table, on: sides)
        #expect(clean.rows == 1 && clean.isClean && clean.reason == nil, "\(clean)")
        for (column, change) in [
          ("text", "overlay(text placing 'Z' from 700)"), ("text", "overlay(text placing '' from 350 for 1)"),
          ("body", "overlay(body placing 'Z' from 1)"), ("body", "left(body, -1)"),
          ("data", "set_byte(data, 2999, 0)"), ("data", "set_byte(data, 1, 0)"), ("data", "data || '\\x00'"),
        ] {
          _ = try await sides.postgres.execute(
            "CREATE TABLE ot.before AS TABLE ot.large; UPDATE ot.large SET \(column) = \(change)")
          let found = try await sample(table, on: sides)
          #expect(found.differences.first?.columns == [column], "\(change): \(found)")
          _ = try await sides.postgres.execute("DROP TABLE ot.large; ALTER TABLE ot.before RENAME TO large")
        }
      }
    }

    @Test func refusalsAreReasonsAndNoDifferences() async throws {
      try await BothSides.with([.items]) { sides in
        _ = try await sides.postgres.execute("ALTER TABLE ot.items RENAME TO others")
        #expect(try await sample(.items, on: sides).reason == "the table is not there in PostgreSQL")
        _ = try await sides.postgres.execute("ALTER TABLE ot.others RENAME TO items")
        _ = try await sides.oracle.execute("DROP TABLE items")
        let refused = try await sample(.items, on: sides)
        #expect(refused.reason?.contains("ORA-00942") == true && refused.isClean, "\(refused)")
      }
    }
  }
#endif
