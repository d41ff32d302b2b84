import OracleWire
import Testing

@testable import OracleStandIn

/// Addresses of rows: their order, ranges of them, the extents that hold them and samples of blocks.
@Suite("Row addresses in queries") struct RowAddressQueryTests {
  /// Two tables whose blocks lie between each other.
  private func database() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (id NUMBER)", "CREATE TABLE u (id NUMBER)")
    for part in 0..<6 {
      for table in ["t", "u"] {
        try test.run("INSERT INTO \(table) SELECT LEVEL + \(part * 700) FROM dual CONNECT BY LEVEL <= 700")
      }
    }
    try test.run("COMMIT")
    return test
  }

  @Test("addresses sort by their numbers, not by their letters") func order() throws {
    let test = try database()
    let addresses = try test.rows("SELECT ROWID FROM t ORDER BY ROWID").compactMap { $0[0] }
      .map { try #require(RowAddress(text: $0.utf8)) }
    #expect(addresses.count == 4_200)
    #expect(zip(addresses, addresses.dropFirst()).allSatisfy { ($0.block, $0.slot) < ($1.block, $1.slot) })
    #expect(try test.rows("SELECT COUNT(DISTINCT ROWID), MAX(id) FROM t") == [["4200", "4200"]])
  }

  @Test(
    "ranges of addresses, both kinds of bounds, have the rows between them", arguments: [0, 1, 511, 512, 700, 4_199])
  func ranges(place: Int) throws {
    let test = try database()
    let all = try test.rows("SELECT id, ROWID FROM t ORDER BY ROWID")
    let address = OracleValue.text(try #require(all[place][1]))
    func ids(_ condition: String) throws -> [String?] {
      try test.rows("SELECT id FROM t WHERE ROWID \(condition) CHARTOROWID(:1)", address).map { $0[0] }
    }
    let expected = all.map { $0[0] }
    #expect(try ids("<") == Array(expected[..<place]))
    #expect(try ids("<=") == Array(expected[...place]))
    #expect(try ids(">=") == Array(expected[place...]))
    #expect(try ids(">") == Array(expected[(place + 1)...]))
    #expect(try ids("=") == [expected[place]])
    // A deleted row's address bounds a range as well; computed columns take the other way through the rows.
    try test.run("DELETE FROM t WHERE id = \(expected[place] ?? "")")
    let rest = try test.rows("SELECT id + 0 FROM t WHERE ROWID >= CHARTOROWID(:1)", address).map { $0[0] }
    #expect(rest == Array(expected[(place + 1)...]))
  }

  @Test("the extents of a table have all its rows, and ROWID_CREATE gives where one begins") func extents() throws {
    let test = try database()
    let extents = try test.rows(
      """
      SELECT DBMS_ROWID.ROWID_CREATE(1, o.data_object_id, e.relative_fno, e.block_id, 0), e.blocks
        FROM dba_extents e JOIN all_objects o ON o.owner = e.owner AND o.object_name = e.segment_name
       WHERE e.owner = 'APP' AND e.segment_name = 'T' ORDER BY 1
      """)
    #expect(extents.count > 3)
    var rows = 0
    for extent in extents {
      let first = try #require(extent[0].flatMap { RowAddress(text: $0.utf8) })
      let blocks = try #require(extent[1].flatMap { UInt32($0) })
      rows += try test.rows("SELECT ROWID FROM t").count {
        $0[0].flatMap { RowAddress(text: $0.utf8) }.map { (first.block..<first.block + blocks).contains($0.block) }
          == true
      }
    }
    #expect(rows == 4_200)
    #expect(throws: OracleError.self) { try test.rows("SELECT DBMS_ROWID.ROWID_CREATE(0, 1, 1, 1, 1) FROM dual") }
  }

  @Test("a sample of blocks has whole blocks") func samples() throws {
    let test = try database()
    let sizes = Dictionary(
      grouping: try test.rows("SELECT DBMS_ROWID.ROWID_BLOCK_NUMBER(ROWID) FROM t"), by: { $0[0] }
    ).mapValues(\.count)
    var counts: Set<Int> = []
    for _ in 0..<40 {
      let blocks = Dictionary(
        grouping: try test.rows("SELECT DBMS_ROWID.ROWID_BLOCK_NUMBER(ROWID) FROM t SAMPLE BLOCK (50)"), by: { $0[0] })
      #expect(blocks.allSatisfy { sizes[$0.key] == $0.value.count })
      counts.insert(blocks.count)
    }
    #expect(counts.count > 1)
    for share in ["100", "0", ":x"] {
      #expect(throws: OracleError.self) { try test.rows("SELECT id FROM t SAMPLE BLOCK (\(share))") }
    }
    // Of rows, each has its own chance: some of a block, and not all.
    let some = Dictionary(
      grouping: try test.rows("SELECT DBMS_ROWID.ROWID_BLOCK_NUMBER(ROWID) FROM t SAMPLE (50) SEED (1)"), by: { $0[0] })
    #expect(some.contains { (sizes[$0.key] ?? 0) > $0.value.count })
  }
}
