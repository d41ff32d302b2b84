import Testing

@testable import SampleSchema

/// The rows obey the constraints that the definition declares, row by row in the order of insertion.
@Suite struct ReferentialIntegrityTests {
  static let scale = 0.03

  @Test(arguments: [
    ("REGIONS", ["REGION_ID"]), ("REGIONS", ["REGION_NAME"]), ("COUNTRIES", ["COUNTRY_ID"]),
    ("COUNTRIES", ["COUNTRY_NAME", "REGION_ID"]), ("LOCATIONS", ["LOCATION_ID"]), ("WAREHOUSES", ["WAREHOUSE_ID"]),
    ("WAREHOUSES", ["WAREHOUSE_NAME"]), ("EMPLOYEES", ["EMPLOYEE_ID"]), ("EMPLOYEES", ["EMAIL"]),
    ("EMPLOYEES", ["BADGE"]), ("PRODUCT_CATEGORIES", ["CATEGORY_ID"]), ("PRODUCT_CATEGORIES", ["CATEGORY_NAME"]),
    ("PRODUCTS", ["PRODUCT_ID"]), ("CUSTOMERS", ["CUSTOMER_ID"]), ("CUSTOMERS", ["CUSTOMER_KEY"]),
    ("CONTACTS", ["CONTACT_ID"]), ("CONTACTS", ["CUSTOMER_ID", "EMAIL"]), ("ORDERS", ["ORDER_ID"]),
    ("ORDER_ITEMS", ["ORDER_ID", "LINE_NUMBER"]), ("INVENTORIES", ["PRODUCT_ID", "WAREHOUSE_ID"]),
  ])
  func keysAreUnique(table: String, columns: [String]) throws {
    let keys = try values(table, columns)
    #expect(Set(keys).count == keys.count)
    #expect(!keys.contains { $0.contains(.null) })
  }

  @Test(arguments: [
    ("COUNTRIES", "REGION_ID", "REGIONS", "REGION_ID"), ("LOCATIONS", "COUNTRY_ID", "COUNTRIES", "COUNTRY_ID"),
    ("WAREHOUSES", "LOCATION_ID", "LOCATIONS", "LOCATION_ID"),
    ("PRODUCTS", "CATEGORY_ID", "PRODUCT_CATEGORIES", "CATEGORY_ID"),
    ("CUSTOMERS", "COUNTRY_ID", "COUNTRIES", "COUNTRY_ID"), ("CONTACTS", "CUSTOMER_ID", "CUSTOMERS", "CUSTOMER_ID"),
    ("ORDERS", "CUSTOMER_ID", "CUSTOMERS", "CUSTOMER_ID"), ("ORDERS", "SALESPERSON_ID", "EMPLOYEES", "EMPLOYEE_ID"),
    ("ORDER_ITEMS", "ORDER_ID", "ORDERS", "ORDER_ID"), ("ORDER_ITEMS", "PRODUCT_ID", "PRODUCTS", "PRODUCT_ID"),
    ("INVENTORIES", "PRODUCT_ID", "PRODUCTS", "PRODUCT_ID"),
    ("INVENTORIES", "WAREHOUSE_ID", "WAREHOUSES", "WAREHOUSE_ID"),
  ])
  func foreignKeysPointAtRows(table: String, column: String, parent: String, parentColumn: String) throws {
    let parents = Set(try values(parent, [parentColumn]))
    #expect(try values(table, [column]).allSatisfy { $0 == [.null] || parents.contains($0) })
  }

  @Test(arguments: [
    ("EMPLOYEES", "EMPLOYEE_ID", "MANAGER_ID"), ("PRODUCT_CATEGORIES", "CATEGORY_ID", "PARENT_ID"),
  ])
  func rowsPointAtEarlierRowsOfTheirOwnTable(table: String, key: String, parent: String) throws {
    var seen: Set<SampleValue> = [.null]
    for row in try values(table, [key, parent]) {
      #expect(seen.contains(row[1]))
      seen.insert(row[0])
    }
  }

  @Test func everyOrderHasItsLines() throws {
    var lines: [SampleValue: Int] = [:]
    for row in try values("ORDER_ITEMS", ["ORDER_ID", "LINE_NUMBER"]) {
      lines[row[0], default: 0] += 1
      #expect(row[1] == .integer(lines[row[0], default: 0]))
    }
    let orders = try #require(SampleSchema.tables.first { $0.name == "ORDERS" })
    #expect(lines.count == orders.rowCount(scale: Self.scale))
  }

  @Test(arguments: [0, 1, 7, 8, 9, 100, 1001])
  func lineCountAgreesWithPlaces(orders: Int) {
    let count = OrderLines.count(orders: orders)
    #expect(count == 0 || OrderLines.place(ofItem: count - 1).order == orders - 1)
    #expect(OrderLines.place(ofItem: count).order == orders)
    #expect(OrderLines.place(ofItem: count).line == 0)
  }

  @Test func checksHold() throws {
    for row in try values("ORDERS", ["STATUS", "ORDER_DATE", "DUE_DATE", "SHIPPED_AT"]) {
      #expect(row[0] != .text("shipped") || row[3] != .null)
      #expect(row[2] == .null || order(row[1]).lexicographicallyPrecedes(order(row[2])))
    }
    for row in try values("EMPLOYEES", ["HIRED_AT", "LEFT_AT"]) where row[1] != .null {
      #expect(order(row[0]).lexicographicallyPrecedes(order(row[1])))
    }
    for row in try values("PRODUCTS", ["STANDARD_COST", "LIST_PRICE"]) {
      #expect(try amount(row[0]) <= amount(row[1]))
    }
    for row in try values("ORDER_ITEMS", ["QUANTITY", "DISCOUNT"]) {
      #expect(try amount(row[0]) > 0)
      #expect(try (0..<1).contains(amount(row[1])))
    }
  }

  private func values(_ tableName: String, _ columns: [String]) throws -> [[SampleValue]] {
    let table = try #require(SampleSchema.tables.first { $0.name == tableName })
    let places = try columns.map { name in try #require(table.columns.firstIndex { $0.name == name }) }
    return table.rows(scale: Self.scale).map { row in places.map { row[$0] } }
  }

  private func order(_ value: SampleValue) -> [Int] {
    guard case .timestamp(let time) = value else { return [] }
    return [time.year, Int16(time.month), Int16(time.day)].map(Int.init)
      + [Int(time.hour), Int(time.minute), Int(time.second), Int(time.microsecond)]
  }

  private func amount(_ value: SampleValue) throws -> Double {
    switch value {
    case .integer(let number): Double(number)
    case .decimal(let text): try #require(Double(text))
    default: try #require(nil as Double?)
    }
  }
}
