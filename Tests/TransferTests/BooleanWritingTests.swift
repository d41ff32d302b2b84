import Model
import OracleWire
import Testing

@testable import Transfer

/// BOOLEAN: `01 01` and `00`, as python-oracledb sends them.
struct BooleanWritingTests {
  @Test("true and false, as PostgreSQL shows them")
  func truth() async throws {
    #expect(try await crossed([[1, 1], [0], nil, [1]], as: .boolean, to: .boolean) == ["true", "false", nil, "true"])
  }

  @Test("other bytes are rejected", arguments: [[], [2], [1, 2], [2, 1], [0, 0, 0]] as [[UInt8]])
  func corrupt(value: [UInt8]) {
    #expect(rejection(value, .boolean) == .corruptBoolean)
  }
}
