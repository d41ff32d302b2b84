import Model
import Testing

@testable import Conversion

@Suite struct TargetNamesTests {
  @Test func indexesGiveWayToTables() throws {
    let plan = try plan([
      table("ORDERS", [column("ID")]),
      table("ITEMS", [column("ID")], indexes: [TableIndex(name: "ORDERS", parts: [.init(key: .column("ID"))])]),
    ])
    let index = try #require(plan.completion.first { $0.phase == .index })
    #expect(index.object.name.hasPrefix("orders_"))
    #expect(index.object.name.utf8.count == "orders_".utf8.count + 8)
    #expect(plan.findings.map(\.object) == ["index ITEMS.ORDERS"])
    #expect(plan.findings.map(\.severity) == [.info])
  }

  @Test func namesThatFoldingMakesEqualAreToldApart() throws {
    let plan = try plan([
      table("orders", [column("id"), column("ID")]), table("ORDERS", [column("Id"), column("ID")]),
    ])
    let names = plan.tables.map(\.mapping.target.name)
    #expect(Set(names).count == 2)
    #expect(names.contains("orders"))
    let first = try #require(plan.tables.first { $0.mapping.sourceName == "orders" }).mapping.columns.map(\.targetName)
    #expect(first[0] == "id" && first[1].hasPrefix("id_"))
    #expect(plan.rules == ["name.changed", "name.changed"])
  }

  @Test func systemColumnsOfPostgresAreReserved() throws {
    let plan = try plan([table("T", [column("CTID"), column("USER"), column("Xmin")])])
    let columns = plan.tables[0].mapping.columns.map(\.targetName)
    #expect(columns[0].hasPrefix("ctid_"))
    #expect(columns[1...] == ["user", "Xmin"])
  }

  @Test func longNamesAreReported() throws {
    let plan = try plan([table(String(repeating: "L", count: 100), [column("ID")])])
    #expect(plan.tables[0].mapping.target.name.utf8.count == 63)
    #expect(plan.rules == ["name.changed"])
  }

  @Test func generatedNamesAreReplaced() throws {
    let unnamed = ConstraintState(hasGeneratedName: true)
    var orders = table(
      "ORDERS", [column("ID", notNull: true), column("CODE", notNull: true)],
      uniques: [KeyConstraint(name: "SYS_C002", columns: ["CODE"], state: unnamed)],
      checks: [
        CheckConstraint(name: "SYS_C003", condition: "ID > 0", state: unnamed),
        CheckConstraint(name: "SYS_C004", condition: "CODE > 0", state: unnamed),
      ])
    orders.primaryKey = KeyConstraint(name: "SYS_C001", columns: ["ID"], state: unnamed)
    var items = table("ITEMS", [column("ORDER_ID")])
    items.foreignKeys = [reference("SYS_C005", ["ORDER_ID"], to: "ORDERS", ["ID"], state: unnamed)]
    let names = try plan([orders, items]).completion.filter { $0.phase < .sequenceValue }.map(\.object.name)
    #expect(names[0] == "orders_pkey")
    #expect(names[1] == "orders_code_key")
    #expect(names[2] == "orders_check")
    #expect(names[3].hasPrefix("orders_check_"))
    #expect(names[4] == "items_order_id_fkey")
  }

  @Test func namesDoNotDependOnTheChosenTables() throws {
    let tables = [
      table("A", [column("ID")], indexes: [TableIndex(name: "IX", parts: [.init(key: .column("ID"))])]),
      table("B", [column("ID")], indexes: [TableIndex(name: "ix", parts: [.init(key: .column("ID"))])]),
    ]
    let all = try plan(tables).completion.filter { $0.object.table == "b" && $0.phase == .index }
    let one = try plan(tables, options: ConversionOptions(tables: ["B"])).completion.filter { $0.phase == .index }
    #expect(all == one && all.count == 1)
  }
}
