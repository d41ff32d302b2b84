import Conversion
import Testing

/// Conditions on the rows of tables: what they may say, and which one is a table's.
struct RowConditionsTests {
  @Test(arguments: [
    "T = order_date >= ADD_MONTHS(SYSDATE, -24)", "T = rownum < 10", "T = at > systimestamp",
    "T = dbms_random.value > 1",
    "T = a = 1) OR (b = 2", "T = (a = 1", "T = a = 'x", "T = a = 1; DROP TABLE x", "T =", "T", "a.b.c = x = 1",
  ])
  func refused(_ text: String) {
    var conditions = RowConditions()
    #expect(throws: OptionError.self) { try conditions.add(text, origin: "config.ini:3") }
  }

  @Test func wordsAreWholeAndTextsAreNone() throws {
    var conditions = RowConditions()
    try conditions.add("T = rownum_x = 'SYSDATE) OR (' AND \"ROWNUM\" > (1 + 2)")
    #expect(conditions.condition(owner: "O", table: "T") != nil)
  }

  @Test func theEntryThatSaysMostWins() throws {
    var conditions = RowConditions()
    try conditions.add("* = a = 1")
    try conditions.add("OR* = b = 2")
    try conditions.add("O.ORDERS = c = 3")
    #expect(conditions.condition(owner: "O", table: "ORDERS") == "c = 3")
    #expect(conditions.condition(owner: "P", table: "ORDERS") == "b = 2")
    #expect(conditions.condition(owner: "P", table: "EMP") == "a = 1")
  }
}
