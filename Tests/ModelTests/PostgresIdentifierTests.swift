import Testing

@testable import Model

@Suite struct PostgresIdentifierTests {
  @Test(arguments: [
    ("orders", "\"orders\""), ("Order Items", "\"Order Items\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""),
    ("user", "\"user\""), ("a\0b", "\"a\u{FFFD}b\""), ("x\"; DROP TABLE y; --", "\"x\"\"; DROP TABLE y; --\""),
    ("straße", "\"straße\""), ("e\u{301}\"", "\"e\u{301}\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""), ("", "\"\""),
  ])
  func quotesEveryName(name: String, expected: String) {
    // Compared by bytes: String's own equality takes canonically equal texts for one.
    #expect(Array(PostgresIdentifier.quoted(name).utf8) == Array(expected.utf8))
  }

  @Test func listIsSeparatedByCommas() {
    #expect(PostgresIdentifier.quotedList(["a", "b\""]) == "\"a\", \"b\"\"\"")
  }

  @Test(arguments: [
    ("ORDERS", "orders"), ("ORDER_ITEMS$1#", "order_items$1#"), ("Orders", "Orders"), ("orders", "orders"),
    ("ORDER ITEMS", "order items"), ("GRÖSSE", "grösse"), ("GRÖßE", "GRÖßE"), ("注文", "注文"), ("1", "1"),
  ])
  func foldsOnlyUpperCase(oracle: String, expected: String) {
    #expect(PostgresIdentifier.folded(oracleName: oracle) == expected)
  }

  @Test func sixtyThreeBytesStayAndSixtyFourAreShortened() {
    let fits = String(repeating: "a", count: 63)
    #expect(PostgresIdentifier.shortened(fits) == fits)
    let long = String(repeating: "a", count: 64)
    let short = PostgresIdentifier.shortened(long)
    #expect(short.utf8.count == 63)
    #expect(short.hasPrefix(String(repeating: "a", count: 54) + "_"))
  }

  @Test func shorteningIsStableAndTellsNamesApart() {
    let stem = String(repeating: "N", count: 120)
    let (one, two) = (
      PostgresIdentifier.folded(oracleName: stem + "1"), PostgresIdentifier.folded(oracleName: stem + "2")
    )
    #expect(one != two)
    #expect(one == String(repeating: "n", count: 54) + "_be16055d" || one.utf8.count == 63)
    #expect(one == PostgresIdentifier.folded(oracleName: stem + "1"))
  }

  @Test func shorteningNeverSplitsACharacter() {
    for lead in 0..<4 {
      let name = String(repeating: "x", count: lead) + String(repeating: "名", count: 40)
      let short = PostgresIdentifier.shortened(name)
      #expect(short.utf8.count <= 63)
      #expect(!short.unicodeScalars.contains("\u{FFFD}"))
      #expect(name.hasPrefix(String(short.dropLast(9))))
    }
  }
}
