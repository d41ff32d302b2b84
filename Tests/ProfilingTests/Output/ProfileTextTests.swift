import Testing

@testable import Profiling

@Suite struct ProfileTextTests {
  @Test func aTableOfColumnsAndWhatIsProposed() async throws {
    try await ProfiledServer.with([
      "CREATE TABLE items (id NUMBER CONSTRAINT items_pk PRIMARY KEY, word VARCHAR2(20 CHAR), doc LONG)",
      "INSERT INTO items SELECT level, 'a' || CHR(27) || level, NULL FROM dual CONNECT BY level <= 20",
    ]) { server in
      let text = ProfileText(try await server.profile()).lines
      #expect(
        text == [
          "OT.ITEMS: 20 rows",
          "column  in Oracle          in PostgreSQL  proposed  NULLs  distinct  min       max       evidence",
          "------  -----------------  -------------  --------  -----  --------  --------  --------  -----------------",
          "ID      NUMBER             numeric        integer       0        20  1         20        whole, 2 digits",
          "WORD    VARCHAR2(20 CHAR)  varchar(20)                  0        20  a\\u{1b}1  a\\u{1b}9  3 to 4 characters",
          "DOC     LONG               text                                                          not looked at",
          "",
          "proposed, as entries of [types] in config/config.ini:", "  ITEMS.ID = integer",
          "      seen: 20 values, all whole, at most 2 digits",
          "      if data grows: 7 digits to spare; beyond 2,147,483,647 a value is refused, never changed, and digits "
            + "behind the point are refused by the copy and rounded afterwards",
          "      for programs: SQL that divides one integer by another gets a whole number, where numeric has digits behind "
            + "the point", "",
          "remark   ITEMS.DOC: it was not looked at: a LONG can only be read whole, which would be the copy itself", "",
          "1 table, 3 columns, 20 rows read: 1 proposal, 0 warnings, 1 remark",
        ], "\(text.joined(separator: "\n"))")
    }
  }
}
