import Model
import SampleSchema

/// A database that holds, or will hold, the sales schema.
public protocol SalesStore: Sendable {
  /// Names of the twelve tables that are there, as the sample spells them.
  func existingTables() async throws -> Set<String>
  /// Makes all twelve, empty, with keys and constraints.
  func makeTables() async throws
  /// The rows of a SELECT of whole numbers and decimals, as text; a NULL is nil.
  func numbers(_ sql: String) async throws -> [[String?]]
  /// Adds rows; how many.
  func insert(_ rows: some Sequence<[SampleValue]>, into table: SampleTable) async throws -> Int
  /// Runs a change once for each row of values; how many rows it changed.
  func change(_ change: SalesChange, rows: [[SampleValue]]) async throws -> Int
  func begin() async throws
  func commit() async throws
  func rollback() async
}

/// A statement with values by place, `?1` and so on, in words that both databases know, but for what they differ in.
public struct SalesChange: Sendable, Hashable {
  /// The table, for the report.
  public let table: String
  let oracle: String
  let postgres: String

  init(_ table: String, _ sql: String, daysAfter: (oracle: String, postgres: String) = ("", "")) {
    self.table = table
    oracle = sql.replacing("#", with: daysAfter.oracle)
    postgres = sql.replacing("#", with: daysAfter.postgres)
  }

  static let shipOrders = SalesChange(
    "ORDERS", "UPDATE orders SET status = 'shipped', shipped_at = #, freight = ?2 WHERE order_id = ?3",
    daysAfter: ("CAST(order_date + ?1 AS TIMESTAMP)", "order_date + ?1 * INTERVAL '1 day'"))
  static let raiseCredit = SalesChange(
    "CUSTOMERS", "UPDATE customers SET status = 'active', credit_limit = ?1 WHERE customer_id = ?2")
  static let raisePrice = SalesChange("PRODUCTS", "UPDATE products SET list_price = ?1 WHERE product_id = ?2")
  static let deleteItems = SalesChange("ORDER_ITEMS", "DELETE FROM order_items WHERE order_id = ?1")
  static let deleteOrders = SalesChange("ORDERS", "DELETE FROM orders WHERE order_id = ?1")
  static let deleteContacts = SalesChange("CONTACTS", "DELETE FROM contacts WHERE customer_id = ?1")
  static let deleteCustomers = SalesChange("CUSTOMERS", "DELETE FROM customers WHERE customer_id = ?1")
  static let deleteInventories = SalesChange("INVENTORIES", "DELETE FROM inventories WHERE product_id = ?1")
  static let deleteProducts = SalesChange("PRODUCTS", "DELETE FROM products WHERE product_id = ?1")
}

/// Why data cannot be generated.
public struct GenerationError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  init(_ description: String) {
    self.description = description.printable
  }
}
