/// New rows for a sales schema that has rows already: orders, and in proportion customers and products.
///
/// Everything follows from the seed and from what the schema holds: the same for the same on every database.
public struct SampleGrowth: Sendable {
  /// A product as an order line needs it.
  public struct Product: Sendable, Hashable {
    public var id: Int
    /// In hundredths.
    public var priceCents: Int

    /// A product that is there.
    public init(id: Int, priceCents: Int) {
      self.id = id
      self.priceCents = priceCents
    }
  }

  /// What the schema holds; every list is ordered by key.
  public struct Holdings: Sendable {
    public var employees: [Int]
    public var warehouses: [Int]
    public var customers: [Int]
    public var products: [Product]
    public var lastContact: Int
    public var lastOrder: Int

    /// What was read from a database.
    public init(
      employees: [Int], warehouses: [Int], customers: [Int], products: [Product], lastContact: Int, lastOrder: Int
    ) {
      self.employees = employees
      self.warehouses = warehouses
      self.customers = customers
      self.products = products
      self.lastContact = lastContact
      self.lastOrder = lastOrder
    }
  }

  /// One new customer for so many new orders.
  public static let ordersPerCustomer = 5
  /// One new product for so many new orders.
  public static let ordersPerProduct = 20

  private let orderCount: Int
  private let seed: UInt64
  private let before: Holdings
  private let newCustomers: [Int]
  private let newProducts: [Int]
  private let allCustomers: [Int]
  private let allProducts: [Product]
  private let counts = RowCounts(scale: 1)

  /// Plans the rows.
  ///
  /// - Parameters:
  ///   - orders: how many orders.
  ///   - holdings: with at least twelve warehouses and one employee.
  public init(orders: Int, seed: UInt64, holdings: Holdings) {
    orderCount = max(0, orders)
    self.seed = seed
    before = holdings
    let customers = orderCount == 0 ? 0 : max(1, orderCount / SampleGrowth.ordersPerCustomer)
    let products = orderCount == 0 ? 0 : max(1, orderCount / SampleGrowth.ordersPerProduct)
    let lastCustomer = holdings.customers.last ?? 0
    let lastProduct = holdings.products.last?.id ?? 0
    newCustomers = Array(lastCustomer + 1..<lastCustomer + 1 + customers)
    newProducts = Array(lastProduct + 1..<lastProduct + 1 + products)
    allCustomers = holdings.customers + newCustomers
    allProducts =
      holdings.products
      + newProducts.map { id in
        Product(id: id, priceCents: AssortmentRows.Price(product: Self.place(id, seed)).listCents)
      }
  }

  /// The row of the endless sample that a key takes its looks from.
  private static func place(_ key: Int, _ seed: UInt64) -> Int { key - 1 + Int(seed % 100_000) }

  private func random(_ table: SampleTable.Ordinal, _ row: Int) -> SplitMix64 {
    SplitMix64(table: table, row: row, stream: seed &* 2 &+ 3)
  }

  /// The tables in the order in which they must be filled, each with its new rows, made one by one.
  public var parts: [(table: SampleTable, rows: AnySequence<[SampleValue]>)] {
    [
      (AssortmentRows.products, AnySequence(newProducts.lazy.map(product))),
      (InventoryRows.inventories, AnySequence(newProducts.indices.lazy.flatMap(inventory))),
      (PeopleRows.customers, AnySequence(newCustomers.lazy.map(customer))),
      (PeopleRows.contacts, AnySequence((0..<newCustomers.count + newCustomers.count / 4).lazy.map(contact))),
      (OrderRows.orders, AnySequence((0..<orderCount).lazy.map(order))),
      (OrderRows.orderItems, AnySequence((0..<orderCount).lazy.flatMap(items))),
    ]
  }

  private func product(_ id: Int) -> [SampleValue] {
    var row = AssortmentRows.products.makeRow(Self.place(id, seed), counts)
    row[0] = .integer(id)
    return row
  }

  private func inventory(_ index: Int) -> [[SampleValue]] {
    let place = Self.place(newProducts[index], seed)
    return (0..<InventoryRows.warehousesPerProduct).map { number in
      var row = InventoryRows.inventories.makeRow(place * InventoryRows.warehousesPerProduct + number, counts)
      row[0] = .integer(newProducts[index])
      // Neighbours in the list: five different ones.
      row[1] = .integer(before.warehouses[(place + number) % before.warehouses.count])
      return row
    }
  }

  private func customer(_ id: Int) -> [SampleValue] {
    var row = PeopleRows.customers.makeRow(Self.place(id, seed), counts)
    var random = random(.customers, id)
    row[0] = .integer(id)
    // Another seed may give another key the same place: the key's own bytes keep the unique constraint.
    row[1] = .raw(random.bytes(16))
    return row
  }

  /// One for each customer, and a second one for every fourth.
  private func contact(_ index: Int) -> [SampleValue] {
    let customer = index < newCustomers.count ? index : (index - newCustomers.count) * 4
    let id = before.lastContact + 1 + index
    var row = PeopleRows.contacts.makeRow(Self.place(id, seed), counts)
    row[0] = .integer(id)
    row[1] = .integer(newCustomers[customer])
    return row
  }

  private func order(_ index: Int) -> [SampleValue] {
    let id = before.lastOrder + 1 + index
    // The new orders spread over all the days of the sample, however few they are.
    let full = counts[.orders]
    let place = (index * full / max(1, orderCount) + Int(seed % UInt64(full))) % full
    var row = OrderRows.orders.makeRow(place, counts)
    var random = random(.orders, id)
    row[0] = .integer(id)
    row[1] = .integer(random.pick(allCustomers))
    if row[2] != .null { row[2] = .integer(random.pick(before.employees)) }
    return row
  }

  private func items(_ index: Int) -> [[SampleValue]] {
    let id = before.lastOrder + 1 + index
    var random = random(.orderItems, id)
    return (0..<1 + random.below(6)).map { line in
      var row = OrderRows.orderItems.makeRow(Self.place(id, seed) * 6 + line, counts)
      let product = random.pick(allProducts)
      row[0] = .integer(id)
      row[1] = .integer(line + 1)
      row[2] = .integer(product.id)
      row[4] = .decimal(scaled: product.priceCents, digits: 2)
      return row
    }
  }
}

/// A choice of rows among those that are there: evenly spread, from a place that the seed gives.
public enum SampleChoice {
  /// Chosen elements in their order; all of them when there are no more than asked for.
  public static func evenly<Element>(_ count: Int, of elements: [Element], seed: UInt64) -> [Element] {
    guard count > 0, !elements.isEmpty else { return [] }
    guard count < elements.count else { return elements }
    let start = Int(seed % UInt64(elements.count))
    return (0..<count).map { (start + $0 * elements.count / count) % elements.count }.sorted().map { elements[$0] }
  }

  /// A number in a range, that the seed and a key give.
  public static func number(in range: ClosedRange<Int>, key: Int, seed: UInt64) -> Int {
    var random = SplitMix64(table: .orders, row: key, stream: seed &* 2 &+ 5)
    return random.number(in: range)
  }
}
