import Testing

@testable import Workspace

/// When a connect string names just one place over plain TCP, programs get it in parts too.
@Suite struct OracleAddressTests {
  private static func described(_ address: String, _ data: String = "(SERVICE_NAME=s)") -> String {
    "(DESCRIPTION=(ADDRESS=\(address))(CONNECT_DATA=\(data)))"
  }

  @Test(arguments: [
    ("h:1522/s.example.com", OracleAddress(host: "h", port: 1522, service: .serviceName("s.example.com"))),
    ("h/s", OracleAddress(host: "h", port: 1521, service: .serviceName("s"))),
    ("tcp://h/s:dedicated", OracleAddress(host: "h", service: .serviceName("s"))),
    ("[::1]:1523/s", OracleAddress(host: "::1", port: 1523, service: .serviceName("s"))),
    (described("(PROTOCOL=TCP)(HOST=h)(PORT=1524)"), OracleAddress(host: "h", port: 1524, service: .serviceName("s"))),
    (
      "( description =\n (address_list = (address = (protocol = tcp)(host = h)))\n (connect_data = (sid = X)))",
      OracleAddress(host: "h", service: .sid("X"))
    ),
  ])
  func onePlace(_ text: String, _ expected: OracleAddress) throws {
    #expect(try OracleAddress.single(text) == expected)
    let settings = OracleSettings(place: .connectString(text), user: "u", password: Secret("p"))
    #expect(settings.credentials["host"] == expected.host)
    #expect(settings.credentials["connect_string"] == text)
  }

  @Test(arguments: ["SALES", "a,b/s", "tcps://h/s"])
  func noSinglePlace(_ text: String) throws {
    #expect(try OracleAddress.single(text) == nil)
    let settings = OracleSettings(place: .connectString(text), user: "u", password: Secret("p"))
    #expect(settings.credentials["host"] == nil)
    #expect(settings.credentials["connect_string"] == text)
  }
}
