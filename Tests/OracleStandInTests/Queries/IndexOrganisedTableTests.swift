import OracleClient
import OracleWire
import Testing

@testable import OracleStandIn

/// Tables whose rows lie in the index of their primary key: they have logical addresses.
@Suite("Index-organised tables") struct IndexOrganisedTableTests {
  private func database() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (id NUMBER, code VARCHAR2(300), n NUMBER, CONSTRAINT t_pk PRIMARY KEY (id, code)) ORGANIZATION INDEX",
      "INSERT INTO t SELECT LEVEL, 'c' || LEVEL, LEVEL * 2 FROM dual CONNECT BY LEVEL <= 100", "COMMIT")
    return test
  }

  /// `*BAEAAAICwQL+` and its like are what SQL*Plus shows of such tables: 4, a block's address, each column of the key
  /// with its length, 254.
  @Test("an address is a guess and the key") func addresses() throws {
    let test = try database()
    let text = try #require(try test.rows("SELECT ROWID FROM t WHERE id = 1").first?[0])
    let bytes = try #require(LogicalRowID.bytes(ofText: Array(text.utf8)))
    #expect(bytes.prefix(2) == [2, 4] && bytes.dropFirst(6) == [2, 0xC1, 2, 2, 0x63, 0x31, 254])
    #expect(LogicalRowID.bytes(ofText: Array("AAAR0rAAHAAAACWAAA".utf8)) == nil)
    #expect(LogicalRowID.bytes(ofText: Array("*B-".utf8)) == nil)
    #expect(try test.rows("SELECT id FROM t WHERE ROWID = :1", .text(text)) == [["1"]])
    #expect(try test.rows("SELECT COUNT(DISTINCT ROWID) FROM t") == [["100"]])
  }

  @Test("clients receive them, short and long ones") func client() async throws {
    let test = try database()
    try test.run("INSERT INTO t VALUES (1000, RPAD('x', 300, 'x'), 1)", "COMMIT")
    let server = try await StandInServer.start(database: test.database)
    let connection = try await OracleConnection.connect(
      .init(
        host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "APP", password: "secret",
        connectTimeout: 300))
    let rows = try await connection.query("SELECT ROWID, id FROM t WHERE id IN (1, 1000) ORDER BY id")
    #expect(rows.columns.first?.typeCode == .urowid)
    let texts = try await connection.rows("SELECT ROWID FROM t WHERE id IN (1, 1000) ORDER BY id").map { $0[0] }
    let shown = try test.rows("SELECT ROWID FROM t WHERE id IN (1, 1000) ORDER BY id").map { $0[0] }
    #expect(texts == shown.compactMap { $0.map(OracleValue.text) } && texts.count == 2)
    await connection.close()
    await server.stop()
  }

  @Test("the dictionary says where the rows lie") func dictionary() throws {
    let test = try database()
    try test.run("CREATE TABLE heap (id NUMBER PRIMARY KEY)", "CREATE INDEX t_n ON t (n)")
    #expect(
      try test.rows("SELECT table_name, iot_type, tablespace_name FROM user_tables ORDER BY 1")
        == [["HEAP", nil, "USERS"], ["T", "IOT", nil]])
    #expect(
      try test.rows("SELECT index_name, index_type FROM user_indexes WHERE table_name = 'T' ORDER BY 1")
        == [["T_N", "NORMAL"], ["T_PK", "IOT - TOP"]])
    #expect(
      try test.rows("SELECT segment_name, segment_type FROM user_segments ORDER BY 1")
        == [["HEAP", "TABLE"], ["T_PK", "INDEX"]])
  }

  @Test("an overflow segment is shown as a table") func overflow() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (id NUMBER PRIMARY KEY, a VARCHAR2(10), b VARCHAR2(4000)) ORGANIZATION INDEX INCLUDING a OVERFLOW",
      "INSERT INTO t VALUES (1, 'a', 'b')", "COMMIT")
    let tables = try test.rows("SELECT table_name, iot_name, iot_type, num_rows FROM user_tables ORDER BY 1")
    #expect(tables.map { $0[0]?.hasPrefix("SYS_IOT_OVER_") } == [true, false])
    #expect(tables.map { Array($0.dropFirst()) } == [["T", "IOT_OVERFLOW", nil], [nil, "IOT", "1"]])
  }

  /// The letters of base 64 stand in another order than their values: `9` and `a`, `/` and `A`.
  @Test("what ROWID_CREATE gives sorts as text, until CHARTOROWID makes an address of it") func createdAddresses()
    throws
  {
    let test = try TestDatabase()
    let blocks = "SELECT DBMS_ROWID.ROWID_CREATE(1, 70000, 5, LEVEL * 13, 0) AS r FROM dual CONNECT BY LEVEL <= 40"
    func sorted(_ order: String) throws -> [RowAddress] {
      try test.rows("SELECT r FROM (\(blocks)) ORDER BY \(order)").map {
        try #require($0[0].flatMap { RowAddress(text: $0.utf8) })
      }
    }
    let asText = try sorted("r")
    let asAddresses = try sorted("CHARTOROWID(r)")
    #expect(asAddresses == asText.sorted() && asText != asAddresses)
    #expect(
      try test.rows(
        "SELECT COUNT(*) FROM dual WHERE CHARTOROWID('AAAR0rAAHAAAACaAAA') < CHARTOROWID('AAAR0rAAHAAAACZAAA')")
        == [["0"]])
  }
}
