import Testing

@testable import OracleStandIn

@Suite("Dictionary by release") struct DictionaryManifestTests {
  private func database(_ version: String) throws -> TestDatabase {
    var configuration = StandInDatabase.Configuration()
    configuration.version = version
    let database = StandInDatabase(configuration: configuration)
    database.createUser("APP", password: "secret")
    return try TestDatabase(database)
  }

  @Test("every line of the manifest is read") func lines() {
    #expect(DictionaryManifest.shared.faults == [])
    #expect(DictionaryManifest.shared.blocks.count > 60)
    for block in DictionaryManifest.shared.blocks.values {
      #expect(!block.columns.isEmpty, "\(block.name)")
      #expect(Set(block.columns.map(\.name)).count == block.columns.count, "\(block.name) has a column twice")
    }
  }

  @Test("no view fills a column that the manifest doesn't have in any release") func filled() {
    for definition in DictionaryViews.definitions {
      let releases = ["12.1", "12.2", "18", "19", "21", "23"].compactMap { OracleRelease($0) }
      let known = Set(
        releases.flatMap { DictionaryManifest.shared.columns(of: definition.name, in: $0) ?? [] }.map(\.name))
      // Filled for all forms: USER_ views mostly have no such column.
      let owners: Set = [
        "FILE_ID", "BLOCK_ID", "RELATIVE_FNO", "OWNER", "SEQUENCE_OWNER", "INDEX_OWNER", "TABLE_OWNER", "USER_NAME",
      ]
      let unknown = definition.filled.filter { !known.contains($0) && !owners.contains($0) }
      #expect(!known.isEmpty, "\(definition.name) is not in the manifest")
      #expect(unknown.isEmpty, "\(definition.name): \(unknown)")
    }
  }

  @Test(
    "columns that a release lacks",
    arguments: [
      ("SELECT collation FROM user_tab_columns", "12.1.0.2.0", 904),
      ("SELECT collation FROM user_tab_cols", "19.3.0", 0),
      ("SELECT data_default_vc FROM user_tab_columns", "19.3.0", 904),
      ("SELECT data_default_vc FROM user_tab_columns", "23.4.0", 0),
      ("SELECT version_full FROM product_component_version", "12.1.0.2.0", 904),
      ("SELECT version_full FROM v$instance", "12.2.0.1.0", 904), ("SELECT version_full FROM v$instance", "18.0.0", 0),
      ("SELECT banner_full FROM v$version", "12.1.0.2.0", 904), ("SELECT external FROM user_tables", "12.1.0.2.0", 904),
      ("SELECT owner FROM user_tables", "23.4.0", 904), ("SELECT owner FROM user_constraints", "12.1.0.2.0", 0),
      ("SELECT hidden_column FROM user_tab_columns", "23.4.0", 904), ("SELECT con_dbid FROM v$database", "19.3.0", 0),
    ])
  func release(sql: String, version: String, code: Int) throws {
    #expect(try database(version).code(sql) == code)
  }

  @Test(
    "each view can be read in each release", arguments: ["12.1.0.2.0", "12.2.0.1.0", "18.0", "19.3", "21.3", "23.4"])
  func readable(version: String) throws {
    let test = try database(version)
    try test.run("CREATE TABLE t (id NUMBER PRIMARY KEY, c CLOB)", "CREATE VIEW v AS SELECT id FROM t")
    for name in test.database.dictionary.names {
      let code = test.code("SELECT * FROM \(name)")
      #expect(code == 0, "\(name)")
    }
    #expect(try test.value("SELECT COUNT(*) FROM dict WHERE table_name = 'USER_TABLES'") == "1")
  }

  @Test("segments, extents and LOBs") func storage() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (id NUMBER, c CLOB, b BLOB)", "INSERT INTO t (id) VALUES (1)")
    #expect(
      try test.rows("SELECT column_name, securefile FROM user_lobs WHERE table_name = 'T' ORDER BY 1")
        == [["B", "YES"], ["C", "YES"]])
    #expect(
      try test.value(
        "SELECT COUNT(*) FROM user_segments s JOIN user_lobs l ON l.segment_name = s.segment_name "
          + "WHERE s.segment_type = 'LOBSEGMENT'") == "2")
    #expect(try test.value("SELECT COUNT(*) FROM user_extents WHERE segment_name = 'T'") == "1")
  }

  @Test("USER_ views follow CURRENT_SCHEMA") func currentSchema() throws {
    let test = try TestDatabase()
    test.database.createUser("OTHER", password: nil)
    try test.run("CREATE TABLE mine (id NUMBER)")
    #expect(try test.value("SELECT COUNT(*) FROM user_tables") == "1")
    try test.run("ALTER SESSION SET CURRENT_SCHEMA = other")
    #expect(try test.value("SELECT COUNT(*) FROM user_tables") == "0")
  }

  @Test(
    "LONG columns can be selected and little more",
    arguments: [
      ("SELECT data_default FROM user_tab_columns", 0),
      ("SELECT 1 FROM user_tab_columns WHERE data_default IS NULL", 0),
      ("SELECT 1 FROM user_tab_columns WHERE data_default = '0'", 997),
      ("SELECT 1 FROM user_tab_columns WHERE data_default LIKE '%x%'", 932),
      ("SELECT 1 FROM user_tab_columns WHERE data_default IN ('a', 'b')", 997),
      ("SELECT LENGTH(data_default) FROM user_tab_columns", 932),
      ("SELECT 'x' || data_default FROM user_tab_columns", 932),
      ("SELECT DISTINCT data_default FROM user_tab_columns", 997),
      ("SELECT table_name FROM user_tab_columns ORDER BY data_default", 997),
      ("SELECT data_default FROM user_tab_columns GROUP BY data_default", 997),
      ("SELECT data_default FROM user_tab_columns UNION SELECT data_default FROM user_tab_columns", 997),
    ])
  func long(sql: String, code: Int) throws {
    #expect(try TestDatabase().code(sql) == code)
  }
}
