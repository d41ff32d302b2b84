/// Rows of inventories: every product lies in five warehouses.
enum InventoryRows {
  static let warehousesPerProduct = 5

  static let inventories = SampleTable(
    name: "INVENTORIES",
    columns: [
      SampleColumn("PRODUCT_ID", .number(9)), SampleColumn("WAREHOUSE_ID", .number(9)),
      SampleColumn("QUANTITY", .number(9)), SampleColumn("REORDER_LEVEL", .number(9)),
      SampleColumn("COUNTED_AT", .timestamp6),
    ],
    ordinal: .inventories
  ) { row, counts in
    let (product, place) = row.quotientAndRemainder(dividingBy: warehousesPerProduct)
    var random = SplitMix64(table: .inventories, row: row)
    // Neighbouring warehouses from a place that depends on the product: five different ones, there are twelve or more.
    var first = SplitMix64(table: .inventories, row: product, stream: 1)
    let warehouse = (first.below(counts[.warehouses]) + place) % counts[.warehouses]
    let counted = SampleTimestamp(
      seconds: random.number(in: 725_846_400...788_918_400), microsecond: random.below(1_000) * 1_000)
    return [
      .integer(product + 1), .integer(warehouse + 1),
      .integer(random.isOne(in: 12) ? -random.number(in: 1...60) : random.number(in: 0...900)),
      random.isOne(in: 6) ? .null : .integer(random.below(20) * 10), random.isOne(in: 9) ? .null : .timestamp(counted),
    ]
  }
}
