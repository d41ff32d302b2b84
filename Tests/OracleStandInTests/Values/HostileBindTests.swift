import OracleWire
import Testing

@testable import OracleStandIn

/// Bytes of binds that are a NUMBER's only at first sight.
struct HostileBindTests {
  /// A zero that has digits made POWER look for the logarithm of 0 for ever.
  @Test(
    arguments: ["POWER(:1, 1234567.5)", "LN(:1)", "1 / :1", "SQRT(:1)", "MOD(5, :1)", ":1 + 1"],
    [[0xFF, 0x01] as [UInt8], [0xC1, 0x01], [0x3E, 0x65, 0x66], [0xC1, 0x01, 0x02]])
  func aFirstDigitOfZero(_ expression: String, _ bytes: [UInt8]) throws {
    let database = try TestDatabase()
    let statement = try database.session.prepare("SELECT \(expression) FROM DUAL", bindTypes: [.number])
    let error = #expect(throws: OracleError.self) {
      let cursor = try database.session.open(statement, binds: [StandInDatum(typeCode: .number, bytes: bytes)])
      _ = try cursor.fetchValues(maxRows: 1)
    }
    #expect(error?.code == 1461)
  }
}
