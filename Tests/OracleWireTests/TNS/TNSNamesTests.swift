import Testing

@testable import OracleWire

/// tnsnames.ora as it is found: comments, line breaks, several names, rubbish.
@Suite struct TNSNamesTests {
  @Test func entriesOfManyForms() {
    let names = TNSNames(
      parsing: """
        # comment = (not an entry)
        SALES, sales.example.com ,Other =
          (DESCRIPTION =      # of sales
            (ADDRESS = (PROTOCOL = TCP)(HOST = a)(PORT = 1521))
            # (ADDRESS = (HOST = old))
            (CONNECT_DATA = (SERVICE_NAME = "s#1)"))
          )

        IFILE = "/etc/more.ora"
        some garbage which is no entry
        easy = tcp://h:1/s   # trailing
        LATE
          =
        (DESCRIPTION=(ADDRESS=(HOST=b))
        (CONNECT_DATA=(SID=x)))
        empty =
        """)
    #expect(names.items.count == 4)
    #expect(
      names.items.first
        == .entry(
          names: ["SALES", "SALES.EXAMPLE.COM", "OTHER"],
          value: """
            (DESCRIPTION =      
                (ADDRESS = (PROTOCOL = TCP)(HOST = a)(PORT = 1521))
                
                (CONNECT_DATA = (SERVICE_NAME = "s#1)"))
              )
            """))
    #expect(names.items[1] == .include("/etc/more.ora"))
    #expect(names.items[2] == .entry(names: ["EASY"], value: "tcp://h:1/s"))
    #expect(
      names.items[3]
        == .entry(names: ["LATE"], value: "(DESCRIPTION=(ADDRESS=(HOST=b))\n(CONNECT_DATA=(SID=x)))"))
  }

  @Test func anEntryWithoutItsLastParenthesisSpoilsNoOther() throws {
    let names = TNSNames(
      parsing: """
        BROKEN =
          (DESCRIPTION = (ADDRESS = (HOST = a))
            (CONNECT_DATA = (SID = x))
        GOOD = (DESCRIPTION = (ADDRESS = (HOST = b))(CONNECT_DATA = (SID = y)))
        """)
    #expect(names.items.count == 2)
    guard case .entry(["GOOD"], let value)? = names.items.last else {
      Issue.record("\(names.items)")
      return
    }
    _ = try ConnectString(value)
  }

  @Test(arguments: ["", "=", "a", "a=", "a=(", "(=)", "a=\"(", ",,=x", "a=b=c", "\r\n=\r\n(", "#", "a=(b\n\n\nc"])
  func rubbishIsPassedOver(_ text: String) {
    for case .entry(let names, let value) in TNSNames(parsing: text).items {
      #expect(!names.isEmpty)
      #expect(!value.isEmpty)
    }
  }
}
