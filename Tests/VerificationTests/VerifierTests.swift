import Canonical
import Model
import OracleClient
import OracleStandIn
import OracleWire
import PostgresClient
import Testing

@testable import Verification

/// Two databases with the same rows, one of them tampered with.
@Suite struct VerifierTests {
  /// Something done to PostgreSQL, and what verification must say of it: kind, key and columns.
  struct Tampering: Sendable, CustomTestStringConvertible {
    var name: String
    var sql: String
    var expected: [String]
    var testDescription: String { name }
  }

  static let tamperings = [
    Tampering(name: "nothing", sql: "SELECT 1", expected: []),
    Tampering(
      name: "one value changed", sql: "UPDATE ot.items SET price = price + 0.01 WHERE order_id = 3 AND line = 2",
      expected: ["changed 3,2 price"]),
    Tampering(
      name: "a row deleted", sql: "DELETE FROM ot.items WHERE order_id = 10 AND line = 4", expected: ["missing 10,4 "]),
    Tampering(
      name: "a row inserted", sql: "INSERT INTO ot.items (order_id, line) VALUES (11, 1)", expected: ["extra 11,1 "]),
    Tampering(
      name: "a row twice", sql: "INSERT INTO ot.items SELECT * FROM ot.items WHERE order_id = 1 AND line = 1",
      expected: ["extra 1,1 "]),
    Tampering(
      name: "two rows' values swapped",
      sql: """
        UPDATE ot.items SET name = CASE line WHEN 1 THEN 'Artikel Nº 5' ELSE 'Artikel Nº 4' END
        WHERE order_id = 2 AND line IN (1, 2)
        """, expected: ["changed 2,1 name", "changed 2,2 name"]),
    Tampering(
      name: "two columns swapped",
      sql: "UPDATE ot.items SET sold_at = day, day = sold_at WHERE order_id = 1 AND line = 2",
      expected: ["changed 1,2 sold_at,day"]),
    Tampering(
      name: "a blank appended", sql: "UPDATE ot.items SET name = name || ' ' WHERE order_id = 5 AND line = 3",
      expected: ["changed 5,3 name"]),
    Tampering(
      name: "a blank appended to a CHAR, which is padding",
      sql: "UPDATE ot.items SET code = rtrim(code)", expected: []),
    Tampering(
      name: "a blank before a CHAR", sql: "UPDATE ot.items SET code = ' AB' WHERE order_id = 1 AND line = 1",
      expected: ["changed 1,1 code"]),
    Tampering(
      name: "a microsecond later",
      sql: "UPDATE ot.items SET sold_at = sold_at + interval '1 microsecond' WHERE order_id = 7 AND line = 1",
      expected: ["changed 7,1 sold_at"]),
    Tampering(
      name: "a century later",
      sql: "UPDATE ot.items SET day = day + interval '100 years' WHERE order_id = 7 AND line = 2",
      expected: ["changed 7,2 day"]),
    Tampering(
      name: "NULL became empty", sql: "UPDATE ot.items SET note = '' WHERE order_id = 4 AND line = 1",
      expected: ["changed 4,1 note"]),
    Tampering(
      name: "a value became NULL", sql: "UPDATE ot.items SET token = NULL WHERE order_id = 4 AND line = 1",
      expected: ["changed 4,1 token"]),
    Tampering(
      name: "a sign lost", sql: "UPDATE ot.items SET ratio = -ratio WHERE order_id = 1 AND line = 3",
      expected: ["changed 1,3 ratio"]),
    Tampering(
      name: "more zeros, the same number",
      sql: "UPDATE ot.items SET ratio = ratio + 0.00000000000000000000000000000000", expected: []),
    Tampering(
      name: "a digit far behind the point",
      sql: "UPDATE ot.items SET ratio = ratio + 1e-60 WHERE order_id = 1 AND line = 3",
      expected: ["changed 1,3 ratio"]),
    Tampering(
      name: "minus zero", sql: "UPDATE ot.items SET weight = '-0' WHERE order_id = 5 AND line = 1",
      expected: ["changed 5,1 weight"]),
    Tampering(
      name: "a key moved", sql: "UPDATE ot.items SET order_id = 99 WHERE order_id = 6 AND line = 2",
      expected: ["missing 6,2 ", "extra 99,2 "]),
    Tampering(
      name: "wider types, the same values",
      sql: """
        ALTER TABLE ot.items ALTER order_id TYPE bigint, ALTER line TYPE numeric, ALTER name TYPE text,
          ALTER price TYPE numeric, ALTER day TYPE timestamp
        """, expected: []),
    Tampering(name: "columns in another order", sql: reordering, expected: []),
  ]

  private static let reordering = """
    ALTER TABLE ot.items RENAME TO old;
    CREATE VIEW ot.items AS SELECT note, price, order_id, weight, line, name, code, ratio, token, day, sold_at, nick,
      1 AS more
    FROM ot.old
    """

  static func summary(_ difference: RowDifference) -> String {
    let key = difference.key.map { $0.value.description }.joined(separator: ",")
    return "\(difference.kind) \(key) " + difference.columns.joined(separator: ",")
  }

  @Test(arguments: tamperings)
  func tampering(_ tampering: Tampering) async throws {
    try await BothSides.with([.items]) { sides in
      _ = try await sides.postgres.execute(tampering.sql)
      let result = try await sides.verify([SourceTable.items])
      let table = try #require(result.tables.first)
      #expect(table.differences.map(VerifierTests.summary) == tampering.expected)
      #expect(result.equal == tampering.expected.isEmpty)
      #expect(table.equal == result.equal)
      #expect(table.sourceRows == 40)
      #expect(table.notes.isEmpty)
      let rows = try await sides.postgres.execute("SELECT count(*) FROM ot.items")
      #expect(rows.firstValue == String(table.targetRows))
      // However few buckets and digests at a time, the same is found.
      var options = Verifier.Options()
      (options.bucketCount, options.digestLimit) = (4, 1)
      #expect(try await sides.verify([SourceTable.items], options: options) == result)
    }
  }

  @Test func bothValuesAreShown() async throws {
    try await BothSides.with([.items]) { sides in
      _ = try await sides.postgres.execute("UPDATE ot.items SET name = 'other' WHERE order_id = 3 AND line = 1")
      let result = try await sides.verify([SourceTable.items])
      let difference = try #require(result.tables.first?.differences.first)
      let cell = difference.cells.first { $0.column == "name" }
      #expect(cell?.source?.description == "Artikel Nº 8")
      #expect(cell?.target?.description == "other")
      #expect(difference.cells.count == 12)
      #expect(result.textLines().contains("  changed: order_id = 3, line = 1"))
      let json =
        #"{"kind": "changed", "key": {"order_id": 3, "line": 1}, "columns": ["name"]}"#
      #expect(result.json().contains(json))
    }
  }

  @Test(
    arguments: [
      ("SELECT 1", []), ("DELETE FROM ot.marks WHERE ctid = (SELECT min(ctid) FROM ot.marks)", ["missing a,1 "]),
      ("INSERT INTO ot.marks VALUES ('b', 2), ('b', 2)", ["extra b,2 ", "extra b,2 "]),
      ("UPDATE ot.marks SET points = 4 WHERE word = 'c'", ["missing c,3 ", "extra c,4 "]),
      ("DELETE FROM ot.marks WHERE word = 'a'", ["missing a,1 ", "missing a,1 ", "missing a,1 "]),
      ("INSERT INTO ot.marks VALUES (NULL, NULL)", ["extra NULL,NULL "]),
    ])
  func withoutAPrimaryKey(sql: String, expected: [String]) async throws {
    try await BothSides.with([.keyless]) { sides in
      _ = try await sides.postgres.execute(sql)
      let result = try await sides.verify([SourceTable.keyless])
      #expect(result.tables[0].differences.map(VerifierTests.summary) == expected)
      #expect(result.equal == expected.isEmpty)
    }
  }

  @Test(arguments: [0, 1, 5, 39, 40, 41])
  func noMoreDifferencesThanAskedFor(maximum: Int) async throws {
    try await BothSides.with([.items]) { sides in
      _ = try await sides.postgres.execute("UPDATE ot.items SET price = 0.5")
      var options = Verifier.Options()
      options.maximumDifferences = maximum
      let result = try await sides.verify([SourceTable.items], options: options)
      let table = result.tables[0]
      #expect(table.differences.count == min(maximum, 40))
      #expect(table.notes == (maximum < 40 ? [.moreDifferences] : []))
      #expect(!table.equal)
      // The same rows are chosen every time, though sums have another key in every run.
      #expect(try await sides.verify([SourceTable.items], options: options) == result)
    }
  }

  @Test func severalTablesInTheirOrder() async throws {
    try await BothSides.with([.keyless, .items]) { sides in
      _ = try await sides.postgres.execute("DELETE FROM ot.items")
      let result = try await sides.verify([SourceTable.keyless, SourceTable.items])
      #expect(result.tables.map(\.table.name) == ["marks", "items"])
      #expect(result.tables.map(\.equal) == [true, false])
      #expect(result.tables[1].targetRows == 0)
      #expect(result.tables[1].differences.count == 40)
      #expect(!result.equal)
      #expect(result.sourceRows == 46)
    }
  }

  @Test func aMissingTableIsADifference() async throws {
    try await BothSides.with([.items]) { sides in
      _ = try await sides.postgres.execute("DROP TABLE ot.items")
      let table = try await sides.verify([SourceTable.items]).tables[0]
      #expect(!table.equal)
      #expect((table.sourceRows, table.targetRows) == (40, 0))
      #expect(table.notes == [.missingInTarget])
      #expect(table.differences.isEmpty)
    }
  }

  @Test(
    arguments: [
      ("ALTER TABLE ot.items DROP token", "it has no column token in PostgreSQL"),
      ("ALTER TABLE ot.items ALTER price TYPE text", "column price: NUMBER in Oracle and text"),
      ("ALTER TABLE ot.items ALTER sold_at TYPE timestamptz", "column sold_at: TIMESTAMP in Oracle and timestamp with"),
      ("ALTER TABLE ot.items ALTER name TYPE char(30)", "column name: VARCHAR2 in Oracle and character(30)"),
    ])
  func whatCannotBeCheckedIsAnError(sql: String, message: String) async throws {
    try await BothSides.with([.items]) { sides in
      _ = try await sides.postgres.execute(sql)
      let error = await #expect(throws: VerificationError.self) { try await sides.verify([SourceTable.items]) }
      #expect(error?.description.contains("table ot.items could not be checked: \(message)") == true, "\(error as Any)")
      // The session is fit for the next thing.
      #expect(try await sides.postgres.execute("SELECT 1").firstValue == "1")
    }
  }

  @Test func aTableThatOracleDoesNotHave() async throws {
    try await BothSides.with([.items]) { sides in
      var mapping = SourceTable.items.mapping
      mapping.sourceName = "NOWHERE"
      let verifier = Verifier(source: sides.oracle, target: sides.postgres)
      let error = await #expect(throws: VerificationError.self) { try await verifier.verify([mapping]) }
      #expect((error?.underlying as? OracleError)?.code == 942)
      #expect(error?.description.contains("ORA-00942") == true)
    }
  }

  @Test func aRoleThatPoliciesHideRowsFromIsAnError() async throws {
    try await BothSides.with([.items]) { sides in
      _ = try await sides.postgres.execute(
        """
        CREATE ROLE reader_\(sides.number); GRANT USAGE ON SCHEMA ot TO reader_\(sides.number);
        GRANT SELECT ON ot.items TO reader_\(sides.number);
        ALTER TABLE ot.items ENABLE ROW LEVEL SECURITY; CREATE POLICY first_lines ON ot.items USING (line = 1);
        SET ROLE reader_\(sides.number)
        """)
      let error = await #expect(throws: VerificationError.self) { try await sides.verify([SourceTable.items]) }
      #expect((error?.underlying as? PostgresError)?.sqlState == "42501")
    }
  }

  @Test func aPostgreSQLThatGoesAwayIsAnError() async throws {
    try await BothSides.with([.items]) { sides in
      let other = try await PostgresSession.connect(sides.parameters)
      _ = try await other.execute("SELECT pg_terminate_backend(\(sides.postgres.backendProcessID), 120000)")
      await #expect(throws: (any Error).self) { try await sides.verify([SourceTable.items]) }
      await other.close()
    }
  }

  @Test func oracleIsReadAtTheSCN() async throws {
    try await BothSides.with([.items]) { sides in
      var options = Verifier.Options()
      options.scn = sides.server.database.currentSCN
      _ = try await sides.oracle.execute("UPDATE items SET price = 1 WHERE order_id = 1 AND line = 1")
      _ = try await sides.oracle.execute("DELETE FROM items WHERE order_id = 2 AND line = 1")
      try await sides.oracle.commit()
      let atSCN = try await sides.verify([SourceTable.items], options: options)
      #expect(atSCN.equal)
      let current = try await sides.verify([SourceTable.items]).tables[0]
      #expect(current.differences.map(VerifierTests.summary) == ["changed 1,1 price", "extra 2,1 "])
      #expect(current.sourceRows == 39)
    }
  }

  @Test func anEmptyCLOBIsNotNULL() async throws {
    try await BothSides.with([.items]) { sides in
      _ = try await sides.oracle.execute("UPDATE items SET note = EMPTY_CLOB() WHERE order_id = 1")
      try await sides.oracle.commit()
      _ = try await sides.postgres.execute("UPDATE ot.items SET note = '' WHERE order_id = 1")
      let empty = try await sides.verify([SourceTable.items])
      #expect(empty.equal)
      _ = try await sides.postgres.execute("UPDATE ot.items SET note = NULL WHERE order_id = 1 AND line = 3")
      let table = try await sides.verify([SourceTable.items]).tables[0]
      #expect(table.differences.map(VerifierTests.summary) == ["changed 1,3 note"])
    }
  }

  @Test func anOracleThatGoesAwayIsAnError() async throws {
    try await BothSides.with([.items]) { sides in
      sides.server.cutConnections()
      let error = await #expect(throws: VerificationError.self) { try await sides.verify([SourceTable.items]) }
      let lost = error?.underlying as? OracleConnectionError
      #expect(lost != nil, "\(error as Any)")
      let answer = try await sides.postgres.execute("SELECT 1")
      #expect(answer.firstValue == "1")
    }
  }
}
