import NIOCore
import Testing

@testable import OracleWire

@Suite struct RedirectPacketTests {
  @Test func anAddressAndWhatToTellIt() throws {
    let redirect = try RedirectPacket(
      text: "(ADDRESS=(PROTOCOL=TCP)(HOST=10.1.2.3)(PORT=1522))\0(DESCRIPTION=(CONNECT_DATA=(SID=x)))")
    #expect(redirect.address == ConnectAddress(host: "10.1.2.3", port: 1522))
    #expect(redirect.connectData == "(DESCRIPTION=(CONNECT_DATA=(SID=x)))")
  }

  @Test func anAddressAlone() throws {
    let redirect = try RedirectPacket(text: "(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=node2)(PORT=2484)))")
    #expect(redirect.address.description == "tcps://node2:2484")
    #expect(redirect.connectData == nil)
  }

  @Test(arguments: ["", "\0", "(A=b)", "(ADDRESS=(PORT=1))", "(ADDRESS=(PROTOCOL=ipc)(HOST=a))", "h:1/s"])
  func textThatLeadsNowhere(_ text: String) {
    #expect(throws: WireError.self) { try RedirectPacket(text: text) }
  }

  /// The layout that the descriptions of the protocol give: the length alone, then the text in a DATA packet.
  @Test func bytes() throws {
    var stream = ByteBuffer()
    RedirectPacket(address: ConnectAddress(host: "h", port: 1), connectData: "(D=)").write(to: &stream)
    let text = "(ADDRESS=(PROTOCOL=tcp)(HOST=h)(PORT=1))\0(D=)"
    let length = UInt8(text.utf8.count)
    #expect(
      Array(stream.readableBytesView)
        == [0, 10, 0, 0, 5, 2, 0, 0, 0, length] + [0, length + 10, 0, 0, 6, 0, 0, 0, 0, 0] + Array(text.utf8))
  }
}
