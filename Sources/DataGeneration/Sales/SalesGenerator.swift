import SampleSchema

/// Creates, updates and deletes rows of the sales schema, every constraint kept.
///
/// What is done follows from the seed and from the rows that are there: the same on both databases.
public struct SalesGenerator: Sendable {
  /// Rows changed, by table and kind, in the order in which it was done.
  public struct Report: Sendable, Hashable, Codable {
    /// One table's rows.
    public struct Line: Sendable, Hashable, Codable {
      /// `created`, `updated` or `deleted`.
      public var action: String
      /// As PostgreSQL spells it.
      public var table: String
      public var rows: Int
    }

    public var lines: [Line] = []
    /// Whether the tables were made.
    public var madeTables = false

    mutating func add(_ action: String, _ table: String, _ rows: Int) {
      lines.append(Line(action: action, table: table.lowercased(), rows: rows))
    }
  }

  private static let referenceTables: Set<String> = [
    "REGIONS", "COUNTRIES", "LOCATIONS", "WAREHOUSES", "EMPLOYEES", "PRODUCT_CATEGORIES",
  ]
  /// The sample's scale at which tables that others refer to are filled when they are empty.
  private static let referenceScale = 0.1

  private let store: any SalesStore
  private let seed: UInt64

  /// Prepares a generator over a store.
  public init(store: any SalesStore, seed: UInt64) {
    self.store = store
    self.seed = seed
  }

  /// Does what is asked for, each kind in a transaction of its own.
  ///
  /// - Parameters:
  ///   - create: orders to make, with their lines, and a customer for every five and a product for every twenty of them.
  ///   - update: orders to change, and customers and products in the same proportion.
  ///   - delete: orders to remove with their lines; of customers and products in proportion those that no order names.
  /// - Throws: `GenerationError`, or the database's errors; the transaction under way is rolled back.
  public func run(create: Int, update: Int, delete: Int) async throws -> Report {
    var report = Report()
    try await requireTables(&report)
    if create > 0 { try await inTransaction(&report) { try await self.create(create, &$0) } }
    if update > 0 { try await inTransaction(&report) { try await self.update(update, &$0) } }
    if delete > 0 { try await inTransaction(&report) { try await self.delete(delete, &$0) } }
    return report
  }

  private func inTransaction(
    _ report: inout Report, _ body: (inout Report) async throws -> Void
  ) async throws {
    try await store.begin()
    do {
      try await body(&report)
      try await store.commit()
    } catch {
      await store.rollback()
      throw error
    }
  }

  private func requireTables(_ report: inout Report) async throws {
    let existing = try await store.existingTables()
    let missing = SampleSchema.tables.map(\.name).filter { !existing.contains($0) }
    if missing.isEmpty { return }
    guard missing.count == SampleSchema.tables.count else {
      throw GenerationError(
        "some tables of the sales schema are there and others are not: \(missing.joined(separator: ", ").lowercased()); "
          + "make these, or choose an empty schema")
    }
    try await store.makeTables()
    report.madeTables = true
  }

  // MARK: create

  private func create(_ count: Int, _ report: inout Report) async throws {
    for table in SampleSchema.tables where Self.referenceTables.contains(table.name) {
      guard try await integers("SELECT COUNT(*) FROM \(table.name.lowercased())").first == 0 else { continue }
      let rows = try await store.insert(table.rows(scale: Self.referenceScale), into: table)
      report.add("created", table.name, rows)
    }
    let growth = SampleGrowth(orders: count, seed: seed, holdings: try await holdings())
    for (table, rows) in growth.parts { report.add("created", table.name, try await store.insert(rows, into: table)) }
  }

  private func holdings() async throws -> SampleGrowth.Holdings {
    let holdings = SampleGrowth.Holdings(
      employees: try await integers("SELECT employee_id FROM employees ORDER BY employee_id"),
      warehouses: try await integers("SELECT warehouse_id FROM warehouses ORDER BY warehouse_id"),
      customers: try await integers("SELECT customer_id FROM customers ORDER BY customer_id"),
      products: try await products(),
      lastContact: try await integers("SELECT COALESCE(MAX(contact_id), 0) FROM contacts").first ?? 0,
      lastOrder: try await integers("SELECT COALESCE(MAX(order_id), 0) FROM orders").first ?? 0)
    guard !holdings.employees.isEmpty, holdings.warehouses.count >= 5 else {
      throw GenerationError("the schema needs at least one employee and five warehouses before orders can be made")
    }
    return holdings
  }

  private func products() async throws -> [SampleGrowth.Product] {
    try await store.numbers("SELECT product_id, list_price * 100 FROM products ORDER BY product_id").map { row in
      guard row.count == 2, let id = row[0].flatMap(Self.integer), let cents = row[1].flatMap(Self.integer) else {
        throw GenerationError("products: a key or a price cannot be read")
      }
      return SampleGrowth.Product(id: id, priceCents: cents)
    }
  }

  private func integers(_ sql: String) async throws -> [Int] {
    try await store.numbers(sql).map { row in
      guard let value = row.first?.flatMap(Self.integer) else { throw GenerationError("a key cannot be read: \(sql)") }
      return value
    }
  }

  /// `1250` and `1250.00`.
  private static func integer(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    guard parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int(whole)
  }

  // MARK: update

  private func update(_ count: Int, _ report: inout Report) async throws {
    let orders = SampleChoice.evenly(
      count, of: try await integers("SELECT order_id FROM orders ORDER BY order_id"), seed: seed)
    report.add(
      "updated", "ORDERS",
      try await store.change(
        .shipOrders,
        rows: orders.map { id in
          [
            .integer(number(1...10, id)), decimal(number(290...12_000, id &+ 1)), .integer(id),
          ]
        }))
    let customers = SampleChoice.evenly(
      max(1, count / SampleGrowth.ordersPerCustomer),
      of: try await integers("SELECT customer_id FROM customers ORDER BY customer_id"), seed: seed)
    report.add(
      "updated", "CUSTOMERS",
      try await store.change(
        .raiseCredit,
        rows: customers.map { [.integer(number(1...80, $0) * 250), .integer($0)] }))
    let products = SampleChoice.evenly(
      max(1, count / SampleGrowth.ordersPerProduct), of: try await products(), seed: seed)
    report.add(
      "updated", "PRODUCTS",
      try await store.change(
        .raisePrice, rows: products.map { [decimal($0.priceCents + $0.priceCents / 20 + 1), .integer($0.id)] }))
  }

  private func number(_ range: ClosedRange<Int>, _ key: Int) -> Int {
    SampleChoice.number(in: range, key: key, seed: seed)
  }

  private func decimal(_ cents: Int) -> SampleValue {
    let digits = String(cents % 100)
    return .decimal("\(cents / 100).\(digits.count == 1 ? "0" : "")\(digits)")
  }

  // MARK: delete

  private func delete(_ count: Int, _ report: inout Report) async throws {
    let orders = SampleChoice.evenly(
      count, of: try await integers("SELECT order_id FROM orders ORDER BY order_id"), seed: seed)
    try await remove(orders, [.deleteItems, .deleteOrders], &report)

    let buyers = Set(try await integers("SELECT customer_id FROM orders"))
    let idle = try await integers("SELECT customer_id FROM customers ORDER BY customer_id")
      .filter { !buyers.contains($0) }
    try await remove(
      SampleChoice.evenly(max(1, count / SampleGrowth.ordersPerCustomer), of: idle, seed: seed),
      [.deleteContacts, .deleteCustomers], &report)

    let sold = Set(try await integers("SELECT product_id FROM order_items"))
    let unsold = try await products().map(\.id).filter { !sold.contains($0) }
    try await remove(
      SampleChoice.evenly(max(1, count / SampleGrowth.ordersPerProduct), of: unsold, seed: seed),
      [.deleteInventories, .deleteProducts], &report)
  }

  private func remove(_ keys: [Int], _ changes: [SalesChange], _ report: inout Report) async throws {
    let rows = keys.map { [SampleValue.integer($0)] }
    for change in changes { report.add("deleted", change.table, try await store.change(change, rows: rows)) }
  }
}
