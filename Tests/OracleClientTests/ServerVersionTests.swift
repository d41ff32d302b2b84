import Testing

@testable import OracleClient

/// AUTH_VERSION_NO as real servers sent it.
struct ServerVersionTests {
  @Test(arguments: [
    // 23.4, 23.5 and 23.9, recorded by oracle-nio's tests, and 23.26.
    ("386138501", "23.4.0.24.5"), ("386204039", "23.5.0.24.7"), ("386466199", "23.9.0.25.7"),
    ("387588096", "23.26.2.0.0"),
  ])
  func newLayout(_ number: String, _ text: String) {
    #expect(OracleConnection.versionText(number, fieldVersion: 24) == text)
  }

  @Test func oldLayout() {
    // 12.1.0.2.0 as a decimal number of 0x0C100200.
    #expect(OracleConnection.versionText("202375680", fieldVersion: 7) == "12.1.0.2.0")
  }

  @Test(arguments: ["", "x", "-1", "99999999999999999999"])
  func noNumber(_ number: String) {
    #expect(OracleConnection.versionText(number, fieldVersion: 24) == "unknown")
  }
}
