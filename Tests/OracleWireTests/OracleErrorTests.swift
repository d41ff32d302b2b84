import Testing

@testable import OracleWire

@Suite struct OracleErrorTests {
  @Test func theNumberStandsInFront() {
    #expect(
      OracleError(code: 942, message: "table or view does not exist").message
        == "ORA-00942: table or view does not exist")
    #expect(OracleError(code: 942, message: "ORA-00942: x").message == "ORA-00942: x")
    #expect(OracleError(code: 123456, message: "x").message == "ORA-123456: x")
    #expect(OracleError(code: 942, message: "x", position: 14).description == "ORA-00942: x (at offset 14)")
    #expect(OracleError(code: 942, message: "x", position: 0).description == "ORA-00942: x")
  }

  @Test(arguments: [(60, true), (12514, true), (12527, true), (8177, true), (1, false), (942, false), (3113, false)])
  func whetherARetryIsSafe(_ code: Int, _ isSafe: Bool) {
    #expect(OracleError(code: code, message: "x").isRetrySafe == isSafe)
  }
}
