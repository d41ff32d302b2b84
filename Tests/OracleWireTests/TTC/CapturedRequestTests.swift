import Testing

@testable import OracleWire

/// A request of Oracle's own Java client, as its test recorded it.
@Suite(.enabled(if: Captures.areThere, Captures.absence))
struct CapturedRequestTests {
  @Test func closeCursorAndExecute() throws {
    var bytes = try Captures.hex("oracle-23.26/REQUEST_close_cursor_and_execute.hex")
    // The recorded text was shortened by a byte, its declared length was not.
    let declared: [UInt8] = [0x01, 0x01, 0x2E]
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: declared) })
    bytes[place + 2] = 0x2D
    let dialect = CapturedResponseTests.jdbc
    let (close, execute) = try expectWholeOnly(bytes) { reader throws(WireError) in
      try FastAuthentication.expect(.piggyback, in: &reader)
      let first = try RequestHeader(from: &reader, dialect: dialect)
      let close = try CloseCursorsPiggyback(from: &reader)
      try FastAuthentication.expect(.function, in: &reader)
      let second = try RequestHeader(from: &reader, dialect: dialect)
      let execute = try ExecuteRequest(from: &reader, dialect: dialect)
      return ((first, close), (second, execute))
    }
    #expect(close.0.function == FunctionCode.closeCursors.rawValue)
    #expect(close.0.sequence == 24)
    #expect(close.1.cursors == [773])
    #expect(execute.0.function == FunctionCode.execute.rawValue)
    #expect(execute.0.sequence == 25)
    #expect(execute.1.sql == "select count(*) from t where prop = 'orawire'")
    #expect(execute.1.options == [.parse, .execute, .notPLSQL])
    #expect(execute.1.cursor == 0)
    #expect(execute.1.prefetchRows == 10)
    #expect(execute.1.isQuery)
    #expect(execute.1.flags == 0x8000)
    #expect(execute.1.binds.isEmpty && execute.1.defines.isEmpty)
  }
}
