import Testing

@testable import OracleWire

struct ConnectionCookieTests {
  /// As python-oracledb 1.4.2 sends it between its protocol and its data types message.
  @Test func isPassedOver() throws {
    let cookie = Captures.bytes(
      """
      01 06 6903 00 D007 04 74657374
      35 060101016F010118010000000000002991030703000100CF000004010000000000000C0000B0000820000500020000000000000000
      0C 020100000000050000000000
      """)
    var reader = TTCReader(cookie + [2, 0x69])
    try ConnectionCookie.skip(from: &reader)
    #expect(reader.remaining == 2)
    for count in 0..<cookie.count {
      var reader = TTCReader(Array(cookie[..<count]))
      #expect(throws: WireError.needsMoreBytes) { try ConnectionCookie.skip(from: &reader) }
    }
  }
}
