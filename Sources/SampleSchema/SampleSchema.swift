/// The project's own sales schema: twelve tables in Oracle's dialect, with data that is the same at every run.
///
/// It exists to be carried across: every column type that oraferry knows, several scripts, NULLs, negative numbers,
/// long texts, quotes and line breaks occur in it.
public enum SampleSchema {
  /// The tables in an order in which they can be filled without breaking a foreign key.
  public static let tables: [SampleTable] = [
    GeographyRows.regions, GeographyRows.countries, GeographyRows.locations, GeographyRows.warehouses,
    PeopleRows.employees, AssortmentRows.categories, AssortmentRows.products, PeopleRows.customers,
    PeopleRows.contacts, OrderRows.orders, OrderRows.orderItems, InventoryRows.inventories,
  ]

  /// The statements that make the empty schema, in order and without closing semicolons: tables with their primary
  /// keys, sequences, foreign keys, indexes, comments.
  ///
  /// Rows can be inserted in the order of ``tables`` and of ``SampleTable/rows(scale:)`` with all constraints in force.
  public static let ddl: [String] =
    Definition.tables + Definition.sequences + Definition.foreignKeys + Definition.indexes + Definition.comments

  /// The rows of all tables together, at a scale.
  public static func rowCount(scale: Double) -> Int {
    tables.reduce(0) { $0 + $1.rowCount(scale: scale) }
  }
}
