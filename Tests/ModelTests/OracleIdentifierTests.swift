import Testing

@testable import Model

@Suite struct OracleIdentifierTests {
  @Test func quotesOwnerAndName() throws {
    #expect(try OracleIdentifier.quoted(owner: "OT", name: "Order Items") == "\"OT\".\"Order Items\"")
  }

  @Test(arguments: ["", "a\"b", "a\0b"])
  func refusesWhatOracleCannotName(name: String) {
    #expect(throws: IdentifierError.self) { try OracleIdentifier.quoted(name) }
  }

  @Test func messageHoldsNoNUL() {
    #expect(!IdentifierError(name: "a\0b").description.contains("\0"))
  }
}
