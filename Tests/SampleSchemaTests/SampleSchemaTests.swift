import SampleSchema
import Testing

@Suite struct SampleSchemaTests {
  @Test func hasTheTwelveTables() {
    #expect(
      SampleSchema.tables.map(\.name) == [
        "REGIONS", "COUNTRIES", "LOCATIONS", "WAREHOUSES", "EMPLOYEES", "PRODUCT_CATEGORIES", "PRODUCTS", "CUSTOMERS",
        "CONTACTS", "ORDERS", "ORDER_ITEMS", "INVENTORIES",
      ])
  }

  @Test func holdsHalfAMillionRowsAtScaleOne() {
    #expect(SampleSchema.rowCount(scale: 1) == 502_320)
  }

  @Test(arguments: [-1, 0, 0.001, 0.01, 0.0317, 0.1])
  func countsAreExactAtEveryScale(scale: Double) {
    for table in SampleSchema.tables {
      let rows = Array(table.rows(scale: scale))
      #expect(rows.count == table.rowCount(scale: scale), "\(table.name)")
      #expect(rows.count >= 6, "\(table.name)")
      #expect(rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
    }
  }

  /// Who changes the data on purpose changes this number; it must never differ between platforms.
  @Test func dataIsTheSameAtEveryRun() {
    #expect(digest(scale: 0.01) == 6_723_531_100_380_593_579)
    #expect(digest(scale: 0.01) == digest(scale: 0.01))
  }

  @Test func differentScalesHaveDifferentData() {
    #expect(digest(scale: 0.01) != digest(scale: 0.02))
  }

  @Test(arguments: SampleSchema.tables.map(\.name))
  func valuesFitTheirColumns(tableName: String) throws {
    let table = try #require(SampleSchema.tables.first { $0.name == tableName })
    var nullFree = Set(table.columns.map(\.name))
    for row in table.rows(scale: 0.05) {
      for (value, column) in zip(row, table.columns) {
        if value == .null { nullFree.remove(column.name) }
        #expect(fits(value, column.kind), "\(tableName).\(column.name)")
      }
    }
    #expect(nullFree.count < table.columns.count || ["REGIONS"].contains(tableName) || tableName == "COUNTRIES")
  }

  @Test func everyKindOfColumnOccurs() {
    var kinds = Set<String>()
    for column in SampleSchema.tables.flatMap(\.columns) {
      kinds.insert(String("\(column.kind)".prefix { $0 != "(" }))
    }
    #expect(kinds == ["varchar2", "char", "number", "date", "timestamp", "raw", "binaryDouble", "clob", "blob"])
  }

  @Test func textIsWrittenInManyScripts() {
    var letters = Set<String>()
    for table in SampleSchema.tables {
      for case .text(let text) in table.rows(scale: 0.05).joined() {
        for scalar in text.unicodeScalars {
          switch scalar.value {
          case 0x0A: letters.insert("line break")
          case 0x27: letters.insert("quote")
          case 0x5C: letters.insert("backslash")
          case 0xC0...0x17F: letters.insert("Latin with marks")
          case 0x370...0x3FF: letters.insert("Greek")
          case 0x400...0x4FF: letters.insert("Cyrillic")
          case 0x3040...0x30FF: letters.insert("Kana")
          case 0x4E00...0x9FFF: letters.insert("Han")
          case 0xAC00...0xD7A3: letters.insert("Hangul")
          case 0x1F000...0x1FFFF: letters.insert("emoji")
          default: break
          }
        }
      }
    }
    #expect(letters.count == 10, "\(letters.sorted())")
  }

  private func fits(_ value: SampleValue, _ kind: SampleColumn.Kind) -> Bool {
    switch (value, kind) {
    case (.null, _): true
    case (.text(let text), .varchar2(let length)): !text.isEmpty && text.unicodeScalars.count <= length
    case (.text(let text), .char(let length)): !text.isEmpty && text.unicodeScalars.count <= length
    case (.text(let text), .clob): !text.isEmpty
    case (.integer(let number), .number(let precision, let scale)):
      String(number.magnitude).count <= (precision ?? 38) - scale
    case (.decimal(let text), .number(let precision, let scale)):
      isExact(text, precision: precision, scale: scale)
    case (.timestamp(let time), .date): time.microsecond == 0 && time.month >= 1 && time.day >= 1
    case (.timestamp(let time), .timestamp): (0..<1_000_000).contains(time.microsecond)
    case (.raw(let bytes), .raw(let length)): bytes.count <= length
    case (.raw(let bytes), .blob): (1...2000).contains(bytes.count)
    case (.double(let number), .binaryDouble): number.isFinite
    default: false
    }
  }

  private func isExact(_ text: String, precision: Int?, scale: Int) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    guard parts.count == 2 else { return parts.count == 1 && parts[0].count <= (precision ?? 38) - scale }
    let whole = parts[0].drop { $0 == "0" }
    guard let precision else { return whole.count + parts[1].count <= 38 }
    return parts[1].count <= scale && whole.count <= precision - scale
  }

  /// FNV-1a over the script, which writes every value.
  private func digest(scale: Double) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for statement in SampleSchema.script(scale: scale) where statement.hasPrefix("INSERT") {
      for byte in statement.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
  }
}
