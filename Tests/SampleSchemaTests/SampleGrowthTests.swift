import Testing

@testable import SampleSchema

/// New rows for a schema that has some.
@Suite struct SampleGrowthTests {
  private let holdings = SampleGrowth.Holdings(
    employees: [3, 9], warehouses: Array(1...12), customers: [5, 8],
    products: [SampleGrowth.Product(id: 4, priceCents: 1250)], lastContact: 70, lastOrder: 1000)

  private func rows(_ table: String, orders: Int = 40, seed: UInt64 = 2) -> [[SampleValue]] {
    SampleGrowth(orders: orders, seed: seed, holdings: holdings).parts.filter { $0.table.name == table }
      .flatMap { Array($0.rows) }
  }

  private func integers(_ rows: [[SampleValue]], _ column: Int) -> [Int] {
    rows.compactMap { if case .integer(let value) = $0[column] { value } else { nil } }
  }

  @Test func keysGoOnAndReferencesHold() {
    let customers = integers(rows("CUSTOMERS"), 0)
    #expect(customers == Array(9...16))
    #expect(integers(rows("PRODUCTS"), 0) == [5, 6])
    #expect(integers(rows("CONTACTS"), 0) == Array(71...80))
    #expect(Set(integers(rows("CONTACTS"), 1)) == Set(customers))
    let orders = rows("ORDERS")
    #expect(integers(orders, 0) == Array(1001...1040))
    #expect(Set(integers(orders, 1)).isSubset(of: Set(customers + [5, 8])))
    #expect(Set(integers(orders, 2)).isSubset(of: [3, 9]))
    let items = rows("ORDER_ITEMS")
    #expect(Set(integers(items, 0)) == Set(1001...1040))
    #expect(Set(integers(items, 2)).isSubset(of: [4, 5, 6]))
    #expect(items.filter { $0[2] == .integer(4) }.allSatisfy { $0[4] == .decimal("12.5") })
    let inventories = rows("INVENTORIES")
    #expect(inventories.count == 10)
    #expect(Set(integers(Array(inventories.prefix(5)), 1)).count == 5)
  }

  @Test func ordersSpreadOverAllDays() {
    let years = Set(
      rows("ORDERS").compactMap { row in
        if case .timestamp(let moment) = row[4] { Int(moment.year) } else { nil }
      })
    #expect(years == Set(2020...2025))
  }

  @Test func nothingIsMadeForNoOrders() {
    #expect(SampleGrowth(orders: 0, seed: 1, holdings: holdings).parts.allSatisfy { Array($0.rows).isEmpty })
  }

  @Test func choicesAreEvenAndOrdered() {
    #expect(SampleChoice.evenly(3, of: Array(0..<9), seed: 1) == [1, 4, 7])
    #expect(SampleChoice.evenly(20, of: [1, 2], seed: 5) == [1, 2])
    #expect(SampleChoice.evenly(0, of: [1], seed: 5).isEmpty)
    let many = SampleChoice.evenly(70, of: Array(0..<100), seed: 12345)
    #expect(many.count == 70 && many == many.sorted() && Set(many).count == 70)
  }
}
