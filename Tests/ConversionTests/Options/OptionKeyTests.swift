import Model
import Testing

@testable import Conversion

@Suite("Options by their keys") struct OptionKeyTests {
  private func options(_ settings: [(String, String)]) throws -> ConversionOptions {
    var options = ConversionOptions()
    for (key, value) in settings { try options.set(key, to: value, origin: "config.ini:3") }
    return options
  }

  @Test func everyKeySetsItsOption() throws {
    let made = try options([
      ("types", "NUMBER(1)=boolean, *.X=text"), ("types", "A.B=text"), ("raw16", "UUID"), ("schemas", "HR=staff"),
      ("include", "EMP*"), ("exclude", "TABLE.EMP_BAK"), ("identity", "serial"), ("triggers-to", "trigger"),
      ("keep-case", "yes"), ("server-time-zone", "America/Port-au-Prince"), ("postgres-version", "18"),
    ])
    #expect(made.types.entries.map(\.text) == ["NUMBER(1)=boolean", "*.X=text", "A.B=text"])
    #expect(made.types.entries.allSatisfy { $0.origin == "config.ini:3" })
    #expect(made.raw16 == .uuid && made.identity == .serial && made.sequenceTriggers == .trigger && made.keepsCase)
    #expect(made.schemaNames.targets == ["HR": "staff"] && made.postgresMajorVersion == 18)
    #expect(made.objects.included.map(\.text) == ["EMP*"] && made.objects.excluded.map(\.text) == ["TABLE.EMP_BAK"])
    #expect(made.oracleServerTimeZone == "America/Port-au-Prince")
  }

  @Test func theLaterWins() throws {
    let made = try options([("raw16", "uuid"), ("include", "A"), ("raw16", "bytea"), ("include", "B, C")])
    #expect(made.raw16 == .bytea && made.objects.included.map(\.text) == ["B", "C"])
  }

  @Test(arguments: [
    ("type", "x"), ("types", "NUMBER(1)=uuid"), ("raw16", "text"), ("schemas", "HR"), ("include", "a.b.c.d"),
    ("identity", "always"), ("triggers-to", "default"), ("keep-case", "maybe"), ("postgres-version", "12"),
    ("postgres-version", "19"), ("postgres-version", "x"), ("server-time-zone", "x'; --"), ("server-time-zone", ""),
  ])
  func whatIsWrongIsNamedWithItsPlace(key: String, value: String) {
    #expect { _ = try options([(key, value)]) } throws: { "\($0)".hasPrefix("config.ini:3: `") }
  }

  @Test(arguments: [("", "uuid"), ("RAW(16)=bytea", "bytea"), ("RAW=bytea", "bytea"), ("T.ID=bytea", "bytea")])
  func theMapWinsOverRaw16(types: String, postgres: String) throws {
    let made = try options([("types", types), ("raw16", "uuid")])
    let plan = try plan([table("T", [column("ID", .raw(length: 16))])], options: made)
    #expect(plan.columnSQL("t", "id") == postgres)
  }
}
