import OracleWire
import Testing

@testable import OracleStandIn

/// Text that is none of the database's character set.
struct StandInCharacterSetTests {
  private static let umlaut = "UTL_RAW.CAST_TO_VARCHAR2(HEXTORAW('4DFC6C'))"

  private func database(_ set: StandInCharacterSet) throws -> TestDatabase {
    var configuration = StandInDatabase.Configuration()
    configuration.characterSet = set
    let database = StandInDatabase(configuration: configuration)
    database.createUser("APP", password: "secret")
    let session = try TestDatabase(database)
    try session.run(
      "CREATE TABLE t (v VARCHAR2(3), c CHAR(4), l CLOB, n NVARCHAR2(5))",
      "INSERT INTO t VALUES (\(Self.umlaut), \(Self.umlaut), TO_CLOB(\(Self.umlaut)), UNISTR('\\00fc'))")
    return session
  }

  @Test func bytesAreKeptAndSentAsReplacementCharacters() throws {
    let session = try database(.us7ascii)
    #expect(try session.rows("SELECT v, c, l, n FROM t") == [["M\u{FFFD}l", "M\u{FFFD}l ", "M\u{FFFD}l", "ü"]])
    #expect(try session.rows("SELECT v || '!' FROM t") == [["M\u{FFFD}l!"]])
    #expect(
      try session.rows("SELECT UTL_RAW.CAST_TO_RAW(v), UTL_RAW.CAST_TO_RAW(c), LENGTH(v), LENGTHB(v) FROM t")
        == [["4dfc6c", "4dfc6c20", "3", "3"]])
    #expect(try session.rows("SELECT UTL_RAW.CAST_TO_RAW(SUBSTR(v, 2, 1)) FROM t") == [["fc"]])
    #expect(try session.rows("SELECT DUMP(v, 1016) FROM t") == [["Typ=1 Len=3 CharacterSet=US7ASCII: 4d,fc,6c"]])
    #expect(
      try session.rows("SELECT value FROM nls_database_parameters WHERE parameter = 'NLS_CHARACTERSET'")
        == [["US7ASCII"]])
  }

  @Test func whatIsNoASCIIComesInAsQuestionMarks() throws {
    let session = try database(.us7ascii)
    #expect(try session.rows("SELECT 'é€', LENGTH('é€') FROM dual") == [["??", "2"]])
    #expect(try session.rows("SELECT :1 FROM dual", .text("a€b")) == [["a?b"]])
  }

  @Test func aUnicodeDatabaseSendsBytesAsTheyAre() throws {
    let session = try database(.al32utf8)
    let cursor = try session.session.open(session.session.prepare("SELECT v FROM t"))
    #expect(try cursor.fetchValues(maxRows: 1) == [[[0x4D, 0xFC, 0x6C]]])
    #expect(try session.rows("SELECT DUMP(v, 1016) FROM t") == [["Typ=1 Len=3 CharacterSet=AL32UTF8: 4d,fc,6c"]])
  }

  @Test func toSQLARawHasTwoThousandBytes() throws {
    let session = try database(.us7ascii)
    #expect(try session.value("SELECT LENGTHB(UTL_RAW.CAST_TO_RAW(RPAD('x', 2000, 'x'))) FROM dual") == "2000")
    #expect {
      _ = try session.value("SELECT UTL_RAW.CAST_TO_RAW(RPAD('x', 2001, 'x')) FROM dual")
    } throws: { ($0 as? OracleError)?.code == 6502 }
  }
}
