import Model
import Testing

@testable import Conversion

@Suite("Foreign keys and the types of both ends") struct TypeSettlementTests {
  private static let number = OracleDataType.number(precision: nil, scale: nil)

  private func owner(_ name: String, _ tables: [Table]) -> Schema {
    Schema(
      owner: name,
      tables: tables.map { table in
        var table = table
        table.owner = name
        return table
      })
  }

  private func reference(_ column: String, to owner: String, _ table: String, _ referenced: String) -> ForeignKey {
    ForeignKey(
      name: "\(column)_FK", columns: [column], referencedOwner: owner, referencedTable: table,
      referencedColumns: [referenced])
  }

  /// A chain over three owners, in whatever order they come.
  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func chainsGoOverOwners(order: [Int]) throws {
    let schemas = [
      owner("A", [table("T", [column("ID", .number(precision: 4, scale: 0), notNull: true)], key: ["ID"])]),
      owner(
        "B",
        [
          table(
            "T", [column("ID", .number(precision: 12, scale: 0), notNull: true)], key: ["ID"],
            foreignKeys: [reference("ID", to: "A", "T", "ID")])
        ]),
      owner("C", [table("T", [column("B_ID", Self.number)], foreignKeys: [reference("B_ID", to: "B", "T", "ID")])]),
    ]
    let plans = SchemaConversion.plans(for: order.map { schemas[$0] })
    let types = Set(plans.flatMap { $0.tables[0].mapping.columns.map(\.postgresType) })
    #expect(types == [.unboundedNumeric])
    let unified = plans.flatMap(\.findings).filter { $0.rule == "type.unified" }
    #expect(unified.count == 2 && unified.allSatisfy { $0.severity == .info && $0.reason.contains("C.T.B_ID") })
  }

  private func plan(_ types: String, _ tables: [Table]) throws -> MigrationPlan {
    var options = ConversionOptions()
    options.types = try TypeChoices(types)
    return try SchemaConversion.plan(for: schema(tables), options: options)
  }

  private var tables: [Table] {
    [
      table("A", [column("ID", Self.number, notNull: true)], key: ["ID"]),
      table(
        "B", [column("A_ID", .number(precision: 10, scale: 0))],
        foreignKeys: [reference("A_ID", to: "OT", "A", "ID")]),
    ]
  }

  @Test(arguments: ["A.ID=bigint", "B.A_ID=bigint", "*.*ID=bigint", "NUMBER=bigint"])
  func aChoiceForOneEndIsForBoth(types: String) throws {
    let made = try plan(types, tables)
    #expect(made.columnSQL("a", "id") == "bigint NOT NULL" && made.columnSQL("b", "a_id") == "bigint")
  }

  @Test func ofTwoChoicesTheMoreSpecificWins() throws {
    let made = try plan("NUMBER(10)=integer, A.ID=bigint", tables)
    #expect(made.columnSQL("a", "id") == "bigint NOT NULL" && made.columnSQL("b", "a_id") == "bigint")
  }

  @Test func aChoiceThatTheOtherEndCannotFollowIsTakenBack() throws {
    let flag = OracleDataType.number(precision: 1, scale: 0)
    let tables = [
      table("A", [column("ID", flag, notNull: true)], key: ["ID"]),
      table(
        "B", [column("A_ID", .number(precision: 3, scale: 0))],
        foreignKeys: [reference("A_ID", to: "OT", "A", "ID")]),
    ]
    let general = try plan("NUMBER(1)=boolean", tables)
    #expect(general.columnSQL("a", "id") == "smallint NOT NULL" && general.columnSQL("b", "a_id") == "smallint")
    #expect(general.rules == ["type-map.foreign-key"] && general.blockingFindings.isEmpty)
    #expect(try plan("A.ID=boolean", tables).blockingFindings.map(\.object) == ["column A.ID"])
  }
}
