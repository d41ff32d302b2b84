/// A table of the sales schema: its columns, and its rows at any scale.
public struct SampleTable: Sendable {
  /// The twelve tables in an order in which foreign keys can be satisfied.
  enum Ordinal: Int, Sendable, CaseIterable {
    case regions, countries, locations, warehouses, employees, productCategories, products, customers, contacts, orders
    case orderItems, inventories
  }

  /// The name as Oracle's dictionary spells it, such as `ORDER_ITEMS`.
  public let name: String
  /// The columns in the order of the table's definition, which is the order of a row's values.
  public let columns: [SampleColumn]

  let ordinal: Ordinal
  let makeRow: @Sendable (Int, RowCounts) -> [SampleValue]

  /// The exact number of rows at a scale; 1.0 gives about half a million over all tables.
  public func rowCount(scale: Double) -> Int {
    RowCounts(scale: scale)[ordinal]
  }

  /// The rows at a scale, made one by one while they are read; the same at every run on every platform.
  public func rows(scale: Double) -> SampleRows {
    let counts = RowCounts(scale: scale)
    return SampleRows(counts: counts, count: counts[ordinal], makeRow: makeRow)
  }
}

/// A column of a sample table.
public struct SampleColumn: Sendable, Hashable {
  /// The types that the sample schema uses, with lengths in characters (text) or bytes (RAW).
  public enum Kind: Sendable, Hashable {
    case varchar2(Int)
    case char(Int)
    /// NUMBER(precision, scale); without a precision NUMBER keeps what it is given.
    case number(precision: Int?, scale: Int)
    case date
    case timestamp(fractionDigits: Int)
    case raw(Int)
    case binaryDouble
    case clob
    case blob
  }

  /// The name as Oracle's dictionary spells it.
  public let name: String
  /// The type, with its lengths.
  public let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension SampleColumn.Kind {
  static func number(_ precision: Int, _ scale: Int = 0) -> Self { .number(precision: precision, scale: scale) }
  static let freeNumber = Self.number(precision: nil, scale: 0)
  static let timestamp6 = Self.timestamp(fractionDigits: 6)
}

/// The rows of one sample table; reading them twice gives the same rows.
public struct SampleRows: Sequence, Sendable {
  let counts: RowCounts
  let count: Int
  let makeRow: @Sendable (Int, RowCounts) -> [SampleValue]

  /// Begins with the first row.
  public func makeIterator() -> Iterator { Iterator(rows: self) }

  /// The exact number of rows.
  public var underestimatedCount: Int { count }

  /// Makes the next row when it is asked for.
  public struct Iterator: IteratorProtocol {
    let rows: SampleRows
    var index = 0

    /// The next row, with a value for every column.
    public mutating func next() -> [SampleValue]? {
      guard index < rows.count else { return nil }
      defer { index += 1 }
      return rows.makeRow(index, rows.counts)
    }
  }
}

/// How many rows each table has at a scale.
struct RowCounts: Sendable {
  private let counts: [Int]

  /// Scales that are no positive number count as the smallest; a scale is cut off at 1000 (500 million rows).
  init(scale: Double) {
    let factor = scale > 0 ? min(scale, 1000) : 0
    func scaled(_ full: Int, atLeast least: Int) -> Int { max(least, Int(Double(full) * factor + 0.5)) }
    let customers = scaled(20_000, atLeast: 50)
    let products = scaled(5_000, atLeast: 100)
    let orders = scaled(100_000, atLeast: 100)
    counts = SampleTable.Ordinal.allCases.map { table in
      switch table {
      case .regions: Geography.regions.count
      case .countries: Geography.countries.count
      case .locations: scaled(200, atLeast: Geography.cities.count)
      case .warehouses: scaled(60, atLeast: 12)
      case .employees: scaled(2_000, atLeast: 60)
      case .productCategories: Assortment.categories.count
      case .products: products
      case .customers: customers
      case .contacts: customers + customers / 4
      case .orders: orders
      case .orderItems: OrderLines.count(orders: orders)
      case .inventories: products * InventoryRows.warehousesPerProduct
      }
    }
  }

  subscript(table: SampleTable.Ordinal) -> Int { counts[table.rawValue] }
}
