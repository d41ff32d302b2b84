import Foundation
import OracleClient
import PostgresClient
import PostgresCluster
import Testing

/// Text whose bytes are of another character set than the database's: what Oracle could only send as replacement
/// characters is counted, and read again as bytes where the set is declared.
@Suite(.serialized)
struct CharacterSetTests {
  /// In US7ASCII: words of Windows-1252 and Shift-JIS in plain columns, a CHAR that is a key, and one column longer than a
  /// RAW of a query may be; every tenth customer has an umlaut, customer 7 a byte that is none of Windows-1252's.
  private static let script = """
    CREATE TABLE customers (
      code CHAR(6) PRIMARY KEY, name VARCHAR2(40), jp VARCHAR2(40), remark VARCHAR2(4000), story CLOB, n NUMBER(9));
    INSERT INTO customers
      SELECT 'K' || TO_CHAR(LEVEL, 'FM0000'),
          CASE WHEN MOD(LEVEL, 10) = 0 THEN UTL_RAW.CAST_TO_VARCHAR2(HEXTORAW('4DFC6C6C657280')) ELSE 'Miller' END,
          CASE WHEN MOD(LEVEL, 4) = 0 THEN UTL_RAW.CAST_TO_VARCHAR2(HEXTORAW('955C93FA967B41')) END,
          CASE WHEN MOD(LEVEL, 50) = 0 THEN RPAD('x', 3990, 'x') || UTL_RAW.CAST_TO_VARCHAR2(HEXTORAW('E9')) END,
          'plain', LEVEL
        FROM dual CONNECT BY LEVEL <= 200;
    UPDATE customers SET code = UTL_RAW.CAST_TO_VARCHAR2(HEXTORAW('C4')) WHERE n = 1;
    COMMIT;
    """
  private static let declared = """

    [character-sets]
    CUSTOMERS.* = WE8MSWIN1252
    CUSTOMERS.STORY = -
    CUSTOMERS.JP = JA16SJIS

    """

  private func start(_ characterSet: String = "US7ASCII") async throws -> (
    cluster: PostgresCluster, standIn: StandInProcess, workspace: TestWorkspace
  ) {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script, arguments: ["--character-set", characterSet])
    return (cluster, standIn, try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters))
  }

  private func name(_ code: String, _ cluster: PostgresCluster, column: String = "name") async throws -> String? {
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let result = try await session.execute("SELECT \(column) FROM sales.customers WHERE n = \(code)")
    await session.close()
    return result.firstValue
  }

  @Test(arguments: [true, false]) func replacedTextIsCountedAndReadAgainAsBytes(inChunks: Bool) async throws {
    let (cluster, standIn, workspace) = try await start()
    _ = standIn
    let chunks = inChunks ? ["--chunk-rows", "60", "--workers", "2"] : []
    let lossy = try await workspace.run("migrate", chunks)
    #expect(lossy.status == 2, "\(lossy.output)\(lossy.errors)")
    #expect(lossy.output.contains("column SALES.CUSTOMERS.NAME: 20 values hold replacement characters (U+FFFD)"))
    #expect(lossy.output.contains("column SALES.CUSTOMERS.REMARK: 4 values hold"))
    #expect(lossy.output.contains("write CUSTOMERS.NAME = that set"), "\(lossy.output)")
    #expect(try await name("10", cluster) == "M\u{FFFD}ller\u{FFFD}")
    let counts = ["CODE": 1, "NAME": 20, "JP": 50, "REMARK": 4]
    #expect(try await LedgerAnswer.read(workspace).tables.first?.replacedTexts == counts)
    let status = try await workspace.run("status")
    #expect(status.output.contains("20 values of NAME hold replacement characters"), "\(status.output)")

    // Declared, the table is another than it was: migrate says so, refresh copies it again.
    try workspace.append(Self.declared)
    let other = try await workspace.run("migrate", chunks)
    #expect(other.status == 1 && other.errors.contains("read in WE8MSWIN1252"), "\(other.errors)")
    let exact = try await workspace.run("refresh", chunks)
    #expect(exact.status == 0, "\(exact.output)\(exact.errors)")
    #expect(
      exact.output.contains(
        "column CUSTOMERS.NAME: it is read as bytes, which are taken for WE8MSWIN1252"), "\(exact.output)")
    #expect(try await name("10", cluster) == "Müller€")
    #expect(try await name("4", cluster, column: "jp") == "表日本A")
    #expect(try await name("50", cluster, column: "right(remark, 2)") == "xé")
    #expect(try await name("1", cluster, column: "code") == "Ä     ")
    #expect(try await LedgerAnswer.read(workspace).tables.first?.replacedTexts == [:])
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")

    // Verification decodes by itself: what is other is seen.
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("UPDATE sales.customers SET jp = '表日本B' WHERE n = 8")
    await session.close()
    let different = try await workspace.run("verify")
    #expect(different.status == 2 && different.output.contains("jp"), "\(different.output)")
  }

  @Test func bytesThatAreNoneOfTheSetFollowThePolicies() async throws {
    let (cluster, standIn, workspace) = try await start()
    let oracle = try await standIn.connect()
    _ = try await oracle.execute(
      "UPDATE customers SET name = UTL_RAW.CAST_TO_VARCHAR2(HEXTORAW('418142FC')) WHERE n = 7")
    _ = try await oracle.execute(
      "UPDATE customers SET remark = RPAD('y', 2500, 'y') || UTL_RAW.CAST_TO_VARCHAR2(HEXTORAW('81')) WHERE n = 9")
    try await oracle.commit()
    await oracle.close()
    try workspace.append(Self.declared)
    let rejected = try await workspace.run("migrate")
    #expect(rejected.status == 2, "\(rejected.output)\(rejected.errors)")
    #expect(
      rejected.output.contains(
        "column SALES.CUSTOMERS.NAME: 1 row was left out: bytes of the text are no character of the set"),
      "\(rejected.output)")
    #expect(try await LedgerAnswer.read(workspace).rows == LedgerAnswer.Rows(read: 200, loaded: 198, rejected: 2))

    let listed = try await workspace.run("rejects")
    #expect(listed.output.contains("CODE K0007"), "\(listed.output)")

    // One table is of one set: with another declaration the rows would be of a kind of their own.
    let other = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    try other.append(Self.declared + "CUSTOMERS.NAME = WE8ISO8859P1\n")
    let mixed = try await OraferryProcess.run(["rejects", "retry", "--workspace", other.folder.path])
    #expect(
      mixed.status == 1 && mixed.errors.contains("name was varchar(40), read in WE8MSWIN1252"),
      "\(mixed.output)\(mixed.errors)")

    // By another policy they are loaded.
    let retried = try await OraferryProcess.run(
      ["rejects", "retry", "--workspace", workspace.folder.path, "--bad-values", "replace"])
    #expect(
      retried.status == 2 && retried.output.contains("no row is left out any more"),
      "\(retried.output)\(retried.errors)")
    #expect(try await name("7", cluster) == "A\u{FFFD}Bü")
    #expect(try await name("9", cluster, column: "right(remark, 2)") == "y\u{FFFD}")
  }

  /// In AL32UTF8 nothing is converted: bytes that are no UTF-8 arrive as they are, and are left out unless declared.
  @Test func bytesInAUnicodeDatabase() async throws {
    let (cluster, standIn, workspace) = try await start("AL32UTF8")
    _ = standIn
    let rejected = try await workspace.run("migrate", ["--max-rejects", "all"])
    #expect(rejected.status == 2 && rejected.output.contains("the text is no valid UTF-8"), "\(rejected.output)")
    #expect(try await workspace.run("reset").status == 0)
    try workspace.append(Self.declared)
    let exact = try await workspace.run("migrate")
    #expect(exact.status == 0, "\(exact.output)\(exact.errors)")
    #expect(try await name("10", cluster) == "Müller€")
    #expect(try await workspace.run("verify").status == 0)
  }

  @Test func dataOnlyReadsBytesToo() async throws {
    let (cluster, standIn, workspace) = try await start()
    _ = standIn
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("CREATE SCHEMA sales")
    _ = try await session.execute(
      "CREATE TABLE sales.customers (code char(6), name text, jp varchar(40), remark text, story text, n int PRIMARY KEY)"
    )
    try workspace.append(Self.declared)
    let outcome = try await workspace.run("migrate", ["--data-only"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(try await name("10", cluster) == "Müller€")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    await session.close()
  }

  @Test(
    "what cannot be declared is said before anything is made",
    arguments: [
      ("CUSTOMERS.STORY = WE8MSWIN1252", "only VARCHAR2 and CHAR columns can be read as bytes"),
      ("CUSTOMERS.NAMES = WE8MSWIN1252", "near it are CUSTOMERS.NAME"),
      ("CUSTOMERS.NAME = WIN1252", "near it are WE8MSWIN1252"),
    ])
  func impossible(_ entry: String, _ message: String) async throws {
    let (cluster, standIn, workspace) = try await start()
    _ = (cluster, standIn)
    try workspace.append("\n[character-sets]\n\(entry)\n")
    let outcome = try await workspace.run("migrate")
    #expect(outcome.status == 1 && outcome.errors.contains(message), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("config.ini:"))
  }
}
