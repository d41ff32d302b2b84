import Testing

@testable import OracleWire

@Suite struct ConnectDescriptorTests {
  @Test func aDescriptorOfEveryClient() throws {
    let descriptor = try ConnectDescriptor(
      parsing: """
         (DESCRIPTION = (ADDRESS=(PROTOCOL=tcp)(Host=db.example)(PORT= 1521))
          (connect_data=(service_name=orcl.example)(CID=(PROGRAM=p q)(HOST=h)(USER=)))(CONNECTION_ID=a+b/c==))
        """)
    #expect(descriptor.name == "DESCRIPTION")
    #expect(descriptor.children.map(\.name) == ["ADDRESS", "CONNECT_DATA", "CONNECTION_ID"])
    #expect(descriptor.firstValue("SERVICE_NAME") == "orcl.example")
    #expect(descriptor.firstValue("HOST") == "db.example")
    #expect(descriptor.firstValue("PORT") == "1521")
    #expect(descriptor.firstValue("PROGRAM") == "p q")
    #expect(descriptor.firstValue("USER") == "")
    #expect(descriptor.firstValue("CONNECTION_ID") == "a+b/c==")
    #expect(descriptor.firstValue("SID") == nil)
  }

  @Test(arguments: [
    "", "(", "()", "(A", "(A=", "(A=(", "(A=(B=c)", "(A=b))", "(A=b)(C=d)", "A=b", "(A=(B=c)d)", "(A=b) x",
    String(repeating: "(A=", count: 100) + String(repeating: ")", count: 100),
    String(repeating: "(", count: 10_000),
  ])
  func textThatIsNoDescriptor(_ text: String) {
    #expect(throws: ConnectStringError.self) { try ConnectDescriptor(parsing: text) }
  }

  @Test func quotesCommentsAndNames() throws {
    let descriptor = try ConnectDescriptor(
      parsing: """
        # the whole
        (description =  # of it
          (address = (host = "my host (1)")(port='1521'))
          # (address = (host = other))
          (security = (ssl_server_cert_dn = "CN=sales, O=A 'B'" )))
        """)
    #expect(descriptor.child("ADDRESS")?.child("HOST")?.value == "my host (1)")
    #expect(descriptor.firstValue("SSL_SERVER_CERT_DN") == "CN=sales, O=A 'B'")
    #expect(descriptor.all("ADDRESS").count == 1)
    #expect(
      descriptor.text
        == "(DESCRIPTION=(ADDRESS=(HOST=\"my host (1)\")(PORT=\"1521\"))"
        + "(SECURITY=(SSL_SERVER_CERT_DN=\"CN=sales, O=A 'B'\")))")
  }

  @Test func aValueCannotBreakOut() throws {
    let item = ConnectDescriptor("DESCRIPTION", children: [ConnectDescriptor("SID", "a)(B=c\"")])
    #expect(item.text == "(DESCRIPTION=(SID=\"a)(B=c\"))")
    #expect(try ConnectDescriptor(parsing: item.text).children.count == 1)
  }

  @Test(arguments: ["(A=\"b)", "(A=b(c))", "(A=b\nc)", "(A=\u{7F})", "(A=\"b\"c)", "(A B=c)"])
  func valuesThatAreNone(_ text: String) {
    #expect(throws: ConnectStringError.self) { try ConnectDescriptor(parsing: text) }
  }
}
