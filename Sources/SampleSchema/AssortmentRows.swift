/// Rows of product categories and products.
enum AssortmentRows {
  static let categories = SampleTable(
    name: "PRODUCT_CATEGORIES",
    columns: [
      SampleColumn("CATEGORY_ID", .number(4)), SampleColumn("CATEGORY_NAME", .varchar2(60)),
      SampleColumn("PARENT_ID", .number(4)),
    ],
    ordinal: .productCategories
  ) { row, _ in
    let category = Assortment.categories[row]
    return [.integer(row + 1), .text(category.name), category.parent.map { .integer($0 + 1) } ?? .null]
  }

  static let products = SampleTable(
    name: "PRODUCTS",
    columns: [
      SampleColumn("PRODUCT_ID", .number(9)), SampleColumn("PRODUCT_NAME", .varchar2(120)),
      SampleColumn("CATEGORY_ID", .number(4)), SampleColumn("UNIT", .char(6)),
      SampleColumn("STANDARD_COST", .number(10, 2)), SampleColumn("LIST_PRICE", .number(10, 2)),
      SampleColumn("WEIGHT_KG", .freeNumber), SampleColumn("IS_ACTIVE", .number(1)),
      SampleColumn("ADDED_AT", .timestamp6), SampleColumn("DESCRIPTION", .clob), SampleColumn("PHOTO", .blob),
    ],
    ordinal: .products
  ) { row, _ in
    let price = Price(product: row)
    let category = Assortment.categories[price.category]
    var random = SplitMix64(table: .products, row: row)
    let name = "\(random.pick(Assortment.finishes)) \(random.pick(category.articles)) \(random.pick(Assortment.series))"
    return [
      .integer(row + 1), .text("\(name) \(row + 1)"), .integer(price.category + 1),
      .text(random.isOne(in: 4) ? random.pick(Assortment.units) : "piece"),
      .decimal(scaled: price.costCents, digits: 2), .decimal(scaled: price.listCents, digits: 2), weight(&random),
      .integer(random.isOne(in: 15) ? 0 : 1),
      .timestamp(
        SampleTimestamp(
          seconds: random.number(in: 189_345_600...599_000_000), microsecond: random.below(1_000_000))),
      random.isOne(in: 8) ? .null : .text(description(of: row, &random)),
      random.isOne(in: 4) ? .raw(photo(&random)) : .null,
    ]
  }

  /// What a product costs, found without making its row: order lines look it up.
  struct Price {
    let category: Int
    let costCents: Int
    let listCents: Int

    init(product: Int) {
      var random = SplitMix64(table: .products, row: product, stream: 1)
      category = random.pick(Assortment.leaves)
      costCents = random.number(in: Assortment.categories[category].cost)
      listCents = costCents * random.number(in: 120...245) / 100
    }
  }

  /// Mostly grams; sometimes far more digits than a scale can mean.
  private static func weight(_ random: inout SplitMix64) -> SampleValue {
    switch random.below(10) {
    case 0: .null
    case 1:
      .decimal("0.\(random.number(in: 100_000_000...999_999_999))\(random.number(in: 100_000_000...999_999_998))1")
    default: .decimal(scaled: random.number(in: 5...45_000), digits: 3)
    }
  }

  /// A few sentences; every 50th product has a story of some ten thousand characters to tell.
  private static func description(of row: Int, _ random: inout SplitMix64) -> String {
    let count = row % 50 == 7 ? random.number(in: 200...400) : random.number(in: 1...7)
    var text = random.pick(Assortment.sentences)
    for number in 1..<max(2, count) {
      text += number % 6 == 0 ? "\n" : " "
      text += random.pick(Assortment.sentences)
    }
    return text
  }

  /// Bytes that begin like a JPEG file: a thumbnail, since a script cannot write more than 2000 bytes at once.
  private static func photo(_ random: inout SplitMix64) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10] + random.bytes(random.number(in: 16...1_900))
  }
}
