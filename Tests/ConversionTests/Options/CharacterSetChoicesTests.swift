import Model
import Testing

@testable import Conversion

/// [character-sets] of config.ini.
@Suite struct CharacterSetChoicesTests {
  private static func column(_ name: String, _ type: OracleDataType, bytes: Int? = nil) -> Column {
    var column = Column(name: name, type: type)
    column.byteLength = bytes
    return column
  }

  private static let schema = Schema(
    owner: "OT",
    tables: [
      Table(
        owner: "OT", name: "EMP",
        columns: [
          column("ENAME", .varchar2(length: 40), bytes: 40), column("NOTE", .varchar2(length: 4000), bytes: 4000),
          column("CODE", .char(length: 3)), column("CV", .clob), column("NENAME", .nvarchar2(length: 40)),
          column("N", .number(precision: 9, scale: 0)),
        ])
    ],
    findings: [
      Finding(
        severity: .warning, rule: Finding.databaseCharacterSet, object: "database character set US7ASCII", reason: "",
        remedy: "")
    ])

  private func plan(_ entries: [String]) throws -> MigrationPlan {
    var options = ConversionOptions()
    for entry in entries { try options.set("character-sets", to: entry, origin: "config.ini:1") }
    return try SchemaConversion.plan(for: Self.schema, options: options)
  }

  private func declared(_ entries: [String]) throws -> [String: String] {
    let columns = try plan(entries).tables[0].mapping.columns
    return Dictionary(
      uniqueKeysWithValues: columns.compactMap { column in
        column.declaredText.map { (column.sourceName, $0.characterSet + ($0.isWhole ? "" : " in \($0.pieces)")) }
      })
  }

  @Test func theLastThatFitsWins() throws {
    #expect(try declared([]).isEmpty)
    #expect(
      try declared(["* = we8mswin1252"])
        == ["ENAME": "WE8MSWIN1252", "NOTE": "WE8MSWIN1252 in 8", "CODE": "WE8MSWIN1252"])
    #expect(
      try declared(["OT.EMP.* = WE8PC850", "emp.ename = JA16SJIS", "*.CODE = -"])
        == ["ENAME": "JA16SJIS", "NOTE": "WE8PC850 in 8"])
  }

  @Test func whatCannotBeReadAsBytesIsSaid() throws {
    let all = try plan(["* = WE8MSWIN1252"]).findings.filter { $0.rule == "text.character-set" }
    #expect(all.filter { $0.severity == .warning }.map(\.object) == ["column EMP.CV"])
    #expect(all.filter { $0.severity == .info }.count == 3)
    #expect(
      try plan(["* = WE8MSWIN1252", "EMP.CV = -"]).findings.allSatisfy { $0.severity == .info })
    // The database's own finding goes when something is said of all text.
    func speaksOfDatabase(_ entries: [String]) throws -> Bool {
      try plan(entries).findings.contains { $0.rule == Finding.databaseCharacterSet }
    }
    #expect(try speaksOfDatabase(["EMP.ENAME = WE8MSWIN1252"]))
    #expect(try !speaksOfDatabase(["EMP.* = WE8MSWIN1252"]))
  }

  @Test(
    arguments: [
      ("EMP.ENAME", "no `=`"), ("EMP = WE8MSWIN1252", "not the name of a column"),
      ("A.B.C.D = WE8MSWIN1252", "not the name of a column"), ("EMP.ENAME = CP1252", "no character set"),
      ("EMP.ENAME = WE8MSWIN125", "near it are WE8MSWIN1252"), ("EMP.ENAME = AL16UTF16", "no character set"),
      ("EMP.ENAMES = WE8MSWIN1252", "near it are EMP.ENAME"), ("EMP.CV = WE8MSWIN1252", "this one is CLOB"),
      ("EMP.N = WE8MSWIN1252", "only VARCHAR2 and CHAR"), ("EMP.NENAME = WE8MSWIN1252", "only VARCHAR2 and CHAR"),
    ])
  func faults(_ entry: String, _ message: String) {
    do {
      _ = try plan([entry])
      Issue.record("\(entry) was taken")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
      #expect("\(error)".contains("config.ini:1"))
    }
  }
}
