import Testing

@testable import OracleWire

@Suite struct RowAddressTests {
  @Test func theFieldsOfAServersRowid() throws {
    let address = RowAddress(object: 76402, partition: 15, block: 733, slot: 0)
    #expect(String(decoding: address.text, as: UTF8.self) == "AAASpyAAPAAAALdAAA")
    #expect(RowAddress(text: Array("AAASpyAAPAAAALdAAA".utf8)) == address)
  }

  @Test func randomAddressesBothWays() {
    var generator = SeededGenerator(2)
    for _ in 0..<2000 {
      let address = RowAddress(
        object: .random(in: 0...UInt32.max, using: &generator),
        partition: .random(in: 0...UInt16.max, using: &generator),
        block: .random(in: 0...UInt32.max, using: &generator), slot: .random(in: 0...UInt16.max, using: &generator))
      #expect(RowAddress(text: address.text) == address)
    }
  }

  @Test(arguments: ["", "AAASpyAAPAAAALdAA", "AAASpyAAPAAAALdAAAA", "AAASpyAAPAAAALdAA!", "//////AAPAAAALdAAA"])
  func textThatIsNoRowAddress(_ text: String) {
    #expect(RowAddress(text: Array(text.utf8)) == nil)
  }
}
