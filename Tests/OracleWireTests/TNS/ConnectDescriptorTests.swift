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
    #expect(throws: WireError.self) { try ConnectDescriptor(parsing: text) }
  }
}
