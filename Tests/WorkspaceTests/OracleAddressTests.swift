import Testing
import Workspace

@Suite struct OracleAddressTests {
  private static func described(_ address: String, _ data: String = "(SERVICE_NAME=s)") -> String {
    "(DESCRIPTION=(ADDRESS=\(address))(CONNECT_DATA=\(data)))"
  }

  @Test(arguments: [
    ("h:1522/s.example.com", OracleAddress(host: "h", port: 1522, service: .serviceName("s.example.com"))),
    ("h/s", OracleAddress(host: "h", port: 1521, service: .serviceName("s"))),
    ("//h:1/s", OracleAddress(host: "h", port: 1, service: .serviceName("s"))),
    ("tcp://h/s:dedicated", OracleAddress(host: "h", service: .serviceName("s"))),
    ("[::1]:1523/s", OracleAddress(host: "::1", port: 1523, service: .serviceName("s"))),
    ("[fe80::1]/s", OracleAddress(host: "fe80::1", service: .serviceName("s"))),
    (described("(PROTOCOL=TCP)(HOST=h)(PORT=1524)"), OracleAddress(host: "h", port: 1524, service: .serviceName("s"))),
    (
      "( description =\n (address_list = (address = (protocol = tcp)(host = h)))\n (connect_data = (sid = X)))",
      OracleAddress(host: "h", service: .sid("X"))
    ),
    (
      described("(HOST=h)", "(SERVER=DEDICATED)(SERVICE_NAME=s)"),
      OracleAddress(host: "h", service: .serviceName("s"))
    ),
  ])
  func connectStrings(_ text: String, _ expected: OracleAddress) throws {
    #expect(try OracleAddress(connectString: text) == expected)
  }

  @Test(arguments: [
    ("", "no service"), ("ORCL", "tnsnames"), ("h:1521", "no service after host"), ("h:1521:XE", "no service after"),
    ("h:0/s", "not a port"), ("h:65536/s", "not a port"), ("h:x/s", "not a port"), ("h:/s", "not a port"),
    ("h:+1/s", "not a port"), (":1521/s", "no host"), ("h/", "no service"), ("h/s/i", "instance"),
    ("tcps://h/s", "tcps"), ("h/s?x=1", "parameters"), ("[::1/s", "[ without ]"), ("[::1]x/s", "no colon"),
    ("a,b:1521/s", "several hosts"), ("h/\u{1}", "control"), ("(", "no NAME="), ("(A=1)", "instead of DESCRIPTION"),
    ("(DESCRIPTION=(ADDRESS=(HOST=h))(CONNECT_DATA=(SERVICE_NAME=s))", "closing"),
    ("(DESCRIPTION=(ADDRESS=(HOST=h)))", "SERVICE_NAME"), ("(DESCRIPTION=x))", "after the last"),
    ("(DESCRIPTION=(CONNECT_DATA=(SID=x)))", "0 addresses"), (described("(PORT=1)"), "HOST"),
    (described("(HOST=h)", "(SID=x)(SERVICE_NAME=s)"), "both"), (described("(HOST=h)(PORT=)"), "not a port"),
    (described("(PROTOCOL=TCPS)(HOST=h)"), "TCPS"), (described("(HOST=h))(ADDRESS=(HOST=i)"), "2 addresses"),
    (String(repeating: "(A=", count: 3000), "bytes long"), (String(repeating: "(A=", count: 100), "nested deeper"),
  ])
  func refusedConnectStrings(_ text: String, _ reason: String) throws {
    let error = try #require(throws: ConnectStringError.self) { try OracleAddress(connectString: text) }
    #expect(error.reason.contains(reason))
    #expect(!error.remedy.isEmpty)
  }
}
