/// Rows of orders and order items.
enum OrderRows {
  static let orders = SampleTable(
    name: "ORDERS",
    columns: [
      SampleColumn("ORDER_ID", .number(12)), SampleColumn("CUSTOMER_ID", .number(10)),
      SampleColumn("SALESPERSON_ID", .number(9)), SampleColumn("STATUS", .varchar2(10)),
      SampleColumn("ORDER_DATE", .date), SampleColumn("DUE_DATE", .date), SampleColumn("SHIPPED_AT", .timestamp6),
      SampleColumn("FREIGHT", .number(8, 2)),
    ],
    ordinal: .orders
  ) { row, counts in
    var random = SplitMix64(table: .orders, row: row)
    // Orders come in by and by from 2020 to 2025, in office hours.
    let day = 7_305 + row * 2_190 / counts[.orders]
    let ordered = day * 86_400 + random.number(in: 28_800...68_399)
    let status = random.isOne(in: 9) ? random.pick(["open", "cancelled", "returned"]) : "shipped"
    let isShipped = status == "shipped" || status == "returned"
    let shipped = SampleTimestamp(
      seconds: ordered + random.number(in: 3_600...864_000), microsecond: random.below(1_000_000))
    return [
      .integer(row + 1), .integer(random.below(counts[.customers]) + 1),
      random.isOne(in: 4) ? .null : .integer(random.below(counts[.employees]) + 1), .text(status),
      .timestamp(SampleTimestamp(seconds: ordered)),
      random.isOne(in: 10) ? .null : .timestamp(SampleTimestamp(seconds: ordered + random.number(in: 1...30) * 86_400)),
      isShipped ? .timestamp(shipped) : .null,
      random.isOne(in: 3) ? .integer(0) : .decimal(scaled: random.number(in: 290...12_000), digits: 2),
    ]
  }

  static let orderItems = SampleTable(
    name: "ORDER_ITEMS",
    columns: [
      SampleColumn("ORDER_ID", .number(12)), SampleColumn("LINE_NUMBER", .number(4)),
      SampleColumn("PRODUCT_ID", .number(9)), SampleColumn("QUANTITY", .number(8, 2)),
      SampleColumn("UNIT_PRICE", .number(10, 2)), SampleColumn("DISCOUNT", .number(5, 4)),
      SampleColumn("REMARK", .varchar2(80)),
    ],
    ordinal: .orderItems
  ) { row, counts in
    let place = OrderLines.place(ofItem: row)
    var random = SplitMix64(table: .orderItems, row: row)
    // The smaller of two numbers: the first products of the list sell better.
    let product = min(random.below(counts[.products]), random.below(counts[.products]))
    let price = AssortmentRows.Price(product: product)
    return [
      .integer(place.order + 1), .integer(place.line + 1), .integer(product + 1),
      random.isOne(in: 20)
        ? .decimal(scaled: random.number(in: 25...9_999), digits: 2) : .integer(random.number(in: 1...40)),
      .decimal(scaled: price.listCents, digits: 2),
      random.isOne(in: 5) ? .decimal(scaled: random.number(in: 1...2_500), digits: 4) : .integer(0),
      random.isOne(in: 40) ? .text(random.pick(Assortment.remarks)) : .null,
    ]
  }
}

/// How many lines each order has: eight orders always share 26 lines, in an order that turns from block to block.
///
/// The number of all lines, and the order of any line, are thus known without counting from the start.
enum OrderLines {
  private static let pattern = [2, 4, 1, 5, 3, 2, 6, 3]
  private static let linesPerBlock = 26

  static func count(orders: Int) -> Int {
    let (blocks, rest) = orders.quotientAndRemainder(dividingBy: pattern.count)
    let turn = turn(ofBlock: blocks)
    return blocks * linesPerBlock + (0..<rest).reduce(0) { $0 + pattern[($1 + turn) % pattern.count] }
  }

  static func place(ofItem item: Int) -> (order: Int, line: Int) {
    let (block, rest) = item.quotientAndRemainder(dividingBy: linesPerBlock)
    let turn = turn(ofBlock: block)
    var order = 0
    var line = rest
    while order < pattern.count {
      let lines = pattern[(order + turn) % pattern.count]
      if line < lines { break }
      line -= lines
      order += 1
    }
    return (block * pattern.count + order, line)
  }

  private static func turn(ofBlock block: Int) -> Int {
    var random = SplitMix64(table: .orderItems, row: block, stream: 1)
    return random.below(pattern.count)
  }
}
