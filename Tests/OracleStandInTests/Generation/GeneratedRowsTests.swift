import NIOCore
import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Generated rows") struct GeneratedRowsTests {
  private func table(_ profile: GeneratedProfile, rows: Int) throws -> TestDatabase {
    let test = try TestDatabase()
    try test.database.generate(owner: "APP", table: "G", profile: profile, rows: rows)
    return test
  }

  @Test("rows are numbered without gaps, and the same whenever they are read", arguments: GeneratedProfile.allCases)
  func numbered(profile: GeneratedProfile) throws {
    let test = try table(profile, rows: 1_003)
    #expect(try test.rows("SELECT COUNT(*), MIN(id), MAX(id), SUM(id) FROM g") == [["1003", "1", "1003", "503506"]])
    #expect(try test.value("SELECT COUNT(*) FROM g WHERE id > 0") == "1003")
    let first = try test.rows("SELECT * FROM g")
    #expect(first.count == 1_003)
    #expect(try test.rows("SELECT * FROM g") == first)
    let again = try table(profile, rows: 1_003)
    #expect(try again.rows("SELECT * FROM g") == first)
    let more = try table(profile, rows: 5_000)
    #expect(try more.rows("SELECT * FROM g WHERE id <= 1003") == first)
  }

  @Test("columns hold values of their types, and NULLs", arguments: GeneratedProfile.allCases)
  func values(profile: GeneratedProfile) throws {
    let test = try table(profile, rows: 500)
    // A stored copy goes through the checks of INSERT.
    try test.run("CREATE TABLE c AS SELECT * FROM g", "COMMIT")
    #expect(try test.rows("SELECT * FROM c ORDER BY id") == test.rows("SELECT * FROM g"))
    #expect(try test.value("SELECT COUNT(DISTINCT code) FROM g") == "500")
    #expect(try test.value("SELECT COUNT(*) FROM g WHERE code BETWEEN 1 AND 999999937") == "500")
    if profile == .wide {
      #expect(try test.value("SELECT COUNT(*) FROM user_tab_columns WHERE table_name = 'G'") == "200")
      #expect(try test.value("SELECT COUNT(*) FROM g WHERE column_5 IS NULL") != "0")
    }
    if profile == .lob {
      #expect(
        try test.rows("SELECT LENGTH(document), LENGTH(picture) FROM g WHERE id = 7").first?[1] == "10240")
      #expect(try test.value("SELECT LENGTHB(TO_CHAR(document)) FROM g WHERE id = 7") == "2048")
    }
  }

  @Test("a client gets the rows that were computed, cut into fetches anywhere") func fetched() throws {
    let test = try table(.standard, rows: 700)
    func wire(_ sizes: [Int]) throws -> [UInt8] {
      let cursor = try test.session.open(test.session.prepare("SELECT * FROM g"), binds: [])
      var buffer = ByteBuffer()
      var turn = 0
      while !cursor.isExhausted {
        _ = try cursor.fetch(maxRows: sizes[turn % sizes.count], into: &buffer)
        turn += 1
      }
      return Array(buffer.readableBytesView)
    }
    let whole = try wire([10_000])
    #expect(try wire([1, 7, 256, 255]) == whole)
    try test.run("CREATE TABLE c AS SELECT * FROM g", "COMMIT")
    let cursor = try test.session.open(test.session.prepare("SELECT * FROM c"), binds: [])
    var stored = ByteBuffer()
    _ = try cursor.fetch(maxRows: 10_000, into: &stored)
    #expect(Array(stored.readableBytesView) == whole)
  }

  @Test("ROWIDs name rows, and their ranges have every row once") func addresses() throws {
    let test = try table(.standard, rows: 2_000)
    let addresses = try test.rows("SELECT ROWID, id FROM g").compactMap { row in row[0].map { ($0, row[1]) } }
    #expect(Set(addresses.map(\.0)).count == 2_000)
    for (address, id) in [addresses[0], addresses[777], addresses[1_999]] {
      #expect(try test.rows("SELECT id FROM g WHERE ROWID = '\(address)'") == [[id]])
    }
    let cuts = [addresses[256].0, addresses[1_300].0]
    let counts = try [
      "ROWID < '\(cuts[0])'", "ROWID >= '\(cuts[0])' AND ROWID < '\(cuts[1])'", "ROWID >= '\(cuts[1])'",
    ].map { try test.value("SELECT COUNT(*) FROM g WHERE \($0)") }
    #expect(counts == ["256", "1044", "700"])
    #expect(
      try test.rows("SELECT id FROM g WHERE id = 300 AND ROWID >= '\(cuts[1])'").isEmpty,
      "a row that the key finds lies in the range, too")
  }

  @Test("the dictionary knows rows and extents, and a sample reads some blocks") func dictionary() throws {
    let test = try table(.narrow, rows: 100_000)
    #expect(try test.value("SELECT num_rows FROM user_tables WHERE table_name = 'G'") == "100000")
    #expect(try test.value("SELECT SUM(blocks) FROM user_extents WHERE segment_name = 'G'") == "196")
    let sampled = try test.value("SELECT COUNT(*) FROM g SAMPLE BLOCK (50)").flatMap { Int($0) } ?? 0
    #expect(sampled > 0 && sampled < 100_000)
  }

  @Test("rows are there since the table was made") func flashback() throws {
    let test = try table(.narrow, rows: 10)
    try test.run("CREATE TABLE t (n NUMBER)", "INSERT INTO t VALUES (1)", "COMMIT")
    #expect(try test.value("SELECT COUNT(*) FROM g AS OF SCN \(test.database.currentSCN)") == "10")
    #expect(try test.value("SELECT MAX(ORA_ROWSCN) - MIN(ORA_ROWSCN) FROM g") == "0")
    #expect(test.code("SELECT COUNT(*) FROM g AS OF SCN 1000") == 1466)
  }

  @Test("the key finds rows of very many") func found() throws {
    let test = try table(.narrow, rows: 1_000_000_000)
    #expect(try test.value("SELECT COUNT(*) FROM g") == "1000000000")
    #expect(try test.rows("SELECT id FROM g WHERE id = 999999999") == [["999999999"]])
    #expect(try test.rows("SELECT id FROM g WHERE id = 1000000001").isEmpty)
    #expect(try test.rows("SELECT id FROM g WHERE id = 1.5").isEmpty)
    #expect(try test.rows("SELECT id FROM g WHERE id = -1").isEmpty)
  }

  @Test("nothing changes them")
  func unchangeable() throws {
    let test = try table(.narrow, rows: 10)
    for sql in [
      "INSERT INTO g (id) VALUES (11)", "UPDATE g SET code = 1", "DELETE FROM g WHERE id = 1", "TRUNCATE TABLE g",
      "ALTER TABLE g ADD (more NUMBER)", "CREATE UNIQUE INDEX i ON g (code)",
    ] {
      #expect(test.code(sql) == 12081, "\(sql)")
    }
    #expect(try test.value("SELECT COUNT(*) FROM g") == "10")
    try test.run("DROP TABLE g")
    #expect(test.code("SELECT * FROM g") == 942)
  }

  @Test("a table needs a name that is free, and room for its rows") func refused() throws {
    let test = try table(.narrow, rows: 0)
    #expect(try test.value("SELECT COUNT(*) FROM g") == "0")
    #expect(try test.rows("SELECT * FROM g").isEmpty)
    func code(_ name: String, rows: Int = 1) -> Int {
      do {
        try test.database.generate(owner: "APP", table: name, profile: .lob, rows: rows)
        return 0
      } catch {
        return (error as? OracleError)?.code ?? -1
      }
    }
    #expect(code("g") == 955)
    #expect(code("1x") == 903)
    #expect(code("a b") == 903)
    #expect(code("big", rows: 1 << 40) == 1653)
  }

  @Test("COUNT(*) of stored rows counts what a snapshot sees") func counting() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (n NUMBER)", "INSERT INTO t SELECT LEVEL FROM dual CONNECT BY LEVEL <= 1300", "COMMIT")
    let scn = test.database.currentSCN
    let rows = try test.rows("SELECT ROWID FROM t WHERE n IN (400, 1200)").compactMap { $0[0] }
    try test.run("DELETE FROM t WHERE n > 1000")
    #expect(try test.rows("SELECT COUNT(*), COUNT(*) FROM t") == [["1000", "1000"]])
    #expect(try test.another().value("SELECT COUNT(*) FROM t") == "1300")
    try test.run("COMMIT")
    #expect(try test.value("SELECT COUNT(*) FROM t AS OF SCN \(scn)") == "1300")
    #expect(try test.value("SELECT COUNT(*) FROM t WHERE ROWID >= '\(rows[0])'") == "601")
    #expect(try test.value("SELECT COUNT(*) FROM t AS OF SCN \(scn) WHERE ROWID < '\(rows[1])'") == "1199")
    #expect(try test.value("SELECT COUNT(*) FROM t HAVING COUNT(*) > 1000") == "no row")
    #expect(try test.value("SELECT COUNT(*) + 1 FROM t") == "1001")
  }
}
