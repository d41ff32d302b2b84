import Foundation
import Testing
import Workspace

@testable import ConfigurationImport

/// What becomes of an ora2pg.conf.
@Suite struct Ora2PgImportTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")

  private func imported(_ text: String, _ others: [String: String] = [:]) throws -> Ora2PgImport {
    try FileManager.default.createDirectory(at: folder.appending(path: "sub"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "ora2pg.conf")
    try Data(text.utf8).write(to: file)
    for (name, text) in others { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return Ora2PgImport(try Ora2PgFile(path: file.path))
  }

  private func entries(_ section: String, _ result: Ora2PgImport) -> [String] {
    result.settings.filter { $0.section == section }.map { "\($0.key) = \($0.value ?? "(none)")" }
  }

  /// Line and directive of each finding.
  private func places(_ result: Ora2PgImport) -> [String] {
    result.findings.map { $0.object.components(separatedBy: "ora2pg.conf:").last ?? "" }
  }

  @Test func loginsAndSchemas() throws {
    let result = try imported(
      """
      # The usual form.
      ORACLE_HOME	/usr/lib/oracle/19/client64
      oracle_dsn	dbi:Oracle:host=db.example.com;service_name=SALES;port=1522
      ORACLE_USER	scott
      ORACLE_PWD	ti;ger#1

      PG_DSN	dbi:Pg:dbname=shop;host=pg.example.com;port=5433;application_name=x
      PG_USER	loader
      PG_PWD	s3cret
      SCHEMA	hr
      PG_SCHEMA	Staff,public
      """)
    #expect(
      entries("oracle", result) == [
        "host = db.example.com", "port = 1522", "service_name = SALES", "user = scott", "password = ti;ger#1",
        "schema = HR",
      ])
    #expect(
      entries("postgres", result) == [
        "host = pg.example.com", "port = 5433", "dbname = shop", "user = loader", "password = s3cret", "schema = staff",
      ])
    #expect(places(result) == ["2 ORACLE_HOME", "7 PG_DSN", "11 PG_SCHEMA"])
    #expect(!result.findings.contains { $0.description.contains("ti;ger") || $0.description.contains("s3cret") })

    // It is a configuration that can be read.
    let text = try FilledTemplate(result.settings).text
    let place = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    _ = try ProjectFolder(Workspace(place)).create(configuration: FilledTemplate(result.settings))
    let configuration = try Workspace(place).configuration(environment: [:])
    #expect(configuration.oracle.password.reveal() == "ti;ger#1" && configuration.oracle.schema == "HR", "\(text)")
    #expect(
      configuration.oracle.address == OracleAddress(host: "db.example.com", port: 1522, service: .serviceName("SALES")))
    #expect(configuration.postgres.dbname == "shop" && configuration.postgres.schema == "staff")
    #expect(throws: ConfigurationError.self) {
      _ = try ProjectFolder(Workspace(place)).create(configuration: FilledTemplate(result.settings))
    }
  }

  @Test(arguments: [
    ("dbi:Oracle:host=h;sid=ORCL", ["host = h", "port = 1521", "service_name = (none)", "sid = ORCL"]),
    ("dbi:Oracle:SALES", ["host = (none)", "port = (none)", "service_name = (none)", "connect_string = SALES"]),
    (
      "dbi:Oracle://h:1523/S", ["host = (none)", "port = (none)", "service_name = (none)", "connect_string = h:1523/S"]
    ),
  ])
  func dataSources(name: String, expected: [String]) throws {
    let result = try imported("ORACLE_DSN \(name)\nORACLE_USER sys as sysdba\n")
    #expect(entries("oracle", result) == expected + ["user = sys", "privilege = sysdba"])
    var text = try FilledTemplate(result.settings).text
    text = text.replacing("password =\n", with: "password = x\n", maxReplacements: 1)
    let place = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    _ = try ProjectFolder(Workspace(place)).create(configuration: FilledTemplate(result.settings))
    #expect(try Workspace(place).configuration(environment: [:]).oracle.privilege?.rawValue == "sysdba")
  }

  @Test func selectionsNamesTypesAndConditions() throws {
    let result = try imported(
      """
      ALLOW	EMPLOYEES SALE_.* TABLE[T_.] INDEX[x.*]
      EXCLUDE	TMP_.*,(a|b)
      REPLACE_TABLES	EMPLOYEES:Staff SALE_1:sales
      REPLACE_COLS	EMPLOYEES(DEPTNO:Department_Id,ENAME:name) SALE_1(D:day)
      MODIFY_TYPE	EMPLOYEES:SAL:decimal(9\\,2),EMPLOYEES:NOTE:jsonb,SALE_1:D:date
      REPLACE_AS_BOOLEAN	NUMBER:1 EMPLOYEES:ACTIVE
      WHERE	EMPLOYEES[NAME = 'a]b' OR ID IN (SELECT 1 FROM DUAL)] HIRED > DATE '2020-01-01' SALE_1[D IS NULL]
      TRUNCATE_TABLE	1
      EXCLUDE_COLUMNS	EMPLOYEES(SECRET)
      """)
    #expect(
      entries("conversion", result) == ["include = EMPLOYEES, SALE_*, TABLE.T_?", "exclude = TMP_*"])
    #expect(entries("tables", result) == ["EMPLOYEES = staff", "SALE_1 = sales"])
    #expect(
      entries("columns", result) == [
        "EMPLOYEES.DEPTNO = department_id", "EMPLOYEES.ENAME = name", "SALE_1.D = day", "EMPLOYEES.SECRET = -",
      ])
    #expect(
      entries("types", result) == [
        "EMPLOYEES.SAL = decimal(9,2)", "SALE_1.D = date", "NUMBER(1) = boolean", "EMPLOYEES.ACTIVE = boolean",
      ])
    #expect(
      entries("where", result) == [
        "EMPLOYEES = (NAME = 'a]b' OR ID IN (SELECT 1 FROM DUAL)) AND (HIRED > DATE '2020-01-01')",
        "SALE_1 = (D IS NULL) AND (HIRED > DATE '2020-01-01')", "* = HIRED > DATE '2020-01-01'",
      ])
    #expect(entries("data-only", result) == ["existing-rows = truncate"])
    #expect(places(result) == ["1 ALLOW", "2 EXCLUDE", "5 MODIFY_TYPE", "7 WHERE", "9 EXCLUDE_COLUMNS"])
    // Without a schema of its own ora2pg fills PostgreSQL's default one.
    #expect(entries("postgres", result) == ["schema = public"])
  }

  @Test func everyLineThatIsLeftIsTold() throws {
    let result = try imported(
      """
      DEBUG	0
      JOBS	4
      ORA_INITIAL_COMMAND	ALTER SESSION SET X = 1
      DROP_INDEXES	1
      SKIP
      FKEY_DEFERRABLE	0
      NO_SUCH_THING	1
      WHERE	ROWNUM < 1000
      MODIFY_STRUCT	T(a,b)
      """)
    #expect(
      places(result) == [
        "2 JOBS", "3 ORA_INITIAL_COMMAND", "4 DROP_INDEXES", "7 NO_SUCH_THING", "8 WHERE", "9 MODIFY_STRUCT",
      ])
    #expect(entries("where", result).isEmpty)
    #expect(result.findings.filter { $0.severity == .info }.count == 1)
  }

  @Test func importedFilesAreTakenFromTheirFolder() throws {
    let result = try imported(
      "ORACLE_USER first\nINCLUDE sub/common.conf\nPG_USER loader\n",
      ["sub/common.conf": "ORACLE_USER second\nIMPORT more.conf\nBAD_ONE 1\n", "sub/more.conf": "SCHEMA OE\n"])
    #expect(entries("oracle", result) == ["user = second", "schema = OE"])
    #expect(result.findings.map(\.object).first?.hasSuffix("sub/common.conf:3 BAD_ONE") == true, "\(result.findings)")
    #expect { _ = try imported("IMPORT nowhere.conf\n") } throws: { "\($0)".contains("ora2pg.conf:1: ") }
    #expect { _ = try imported("IMPORT ora2pg.conf\n") } throws: { "\($0)".contains("import each other") }
  }

  @Test(arguments: ["T[a", "[a]", "T[x = ']", "T[]"]) func conditionsThatDoNotClose(text: String) throws {
    #expect(Ora2PgValues.conditions(text).map { "\($0)" } == nil)
    #expect(places(try imported("WHERE \(text)\n")) == ["1 WHERE"])
  }
}
