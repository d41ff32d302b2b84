import Model
import Testing

@testable import Conversion

@Suite struct ObjectTypeRuleTests {
  private static func type(_ name: String, _ attributes: [String: OracleDataType], hasMethods: Bool = false)
    -> ObjectType
  {
    ObjectType(
      owner: "OT", name: name,
      attributes: attributes.sorted { $0.key < $1.key }.map { ObjectType.Attribute(name: $0.key, type: $0.value) },
      hasMethods: hasMethods)
  }

  private static let address = type(
    "ADDRESS_T", ["ZIP": .number(precision: 5, scale: 0), "street": .varchar2(length: 30)])

  @Test func aTypeIsMadeOnceBeforeTheTables() throws {
    let plan = try plan([
      table("A", [column("HOME", .object(Self.address)), column("WORK", .object(Self.address), notNull: true)]),
      table("B", [column("PLACE", .object(Self.address))]),
    ])
    #expect(
      plan.preparation.map(\.sql) == [
        "CREATE SCHEMA IF NOT EXISTS \"ot\"",
        "CREATE TYPE \"ot\".\"address_t\" AS (\"zip\" integer, \"street\" varchar(30))",
      ])
    #expect(plan.columnSQL("a", "work") == "\"ot\".\"address_t\" NOT NULL")
    #expect(plan.rules == ["type.object", "type.object", "type.object"])
    #expect(plan.findings.allSatisfy { $0.severity == .info })
  }

  @Test func methodsAreLeftBehindAndNamed() throws {
    let type = Self.type("POINT_T", ["X": .binaryDouble], hasMethods: true)
    let plan = try plan([table("A", [column("P", .object(type))])])
    #expect(plan.findings.map(\.severity) == [.warning])
    #expect(plan.findings.first?.reason.contains("methods") == true)
  }

  /// Composite types stand in the name space of tables, and fields can be called alike when folded.
  @Test func namesThatMeetAreChanged() throws {
    let type = Self.type("Orders", ["A": .date, "a": .date])
    let plan = try plan([table("ORDERS", [column("O", .object(type))]), table("X", [column("ID")])])
    let sql = try #require(plan.preparation.first { $0.object.kind == .type }?.sql)
    #expect(sql.hasPrefix("CREATE TYPE \"ot\".\"Orders\" AS (\"a\" timestamp(0), \"a_"), "\(sql)")
    let same = try SchemaConversion.plan(
      for: schema([table("T_T", [column("O", .object(Self.type("T_T", ["A": .date])))])]))
    #expect(same.preparation.first { $0.object.kind == .type }?.object.name != "t_t")
    #expect(same.rules.contains("name.changed"))
  }

  @Test func anAttributeThatIsNotCarriedBlocks() throws {
    let type = Self.type("ODD_T", ["X": .unsupported("ANYDATA")])
    let plan = try plan([table("A", [column("ID"), column("P", .object(type))])])
    #expect(plan.blockingFindings.map(\.object) == ["column A.P"])
  }

  @Test func carriedTypesAreNoOtherObjects() throws {
    let whole = schema(
      [table("A", [column("HOME", .object(Self.address))])],
      others: [OtherObject(kind: "TYPE", name: "ADDRESS_T"), OtherObject(kind: "TYPE", name: "UNUSED_T")])
    let plan = try SchemaConversion.plan(for: whole)
    #expect(plan.findings.filter { $0.rule == "object.type" }.map(\.object) == ["type UNUSED_T"])
  }
}
