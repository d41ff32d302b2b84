import Testing

@testable import Workspace

/// What a line of a .env file means.
@Suite struct DotEnvTests {
  private func value(_ line: String) throws -> String? {
    try DotEnv(Array(line.utf8), file: ".env").variables["K"]
  }

  @Test(arguments: [
    ("K=v", "v"), ("  K = v  ", "v"), ("export K=v", "v"), ("K=", ""), ("K=a b", "a b"), ("K=a #c", "a"),
    ("K=a#c", "a#c"), ("K=#c", ""), ("K='a #b'", "a #b"), (#"K='a\n'"#, #"a\n"#), (#"K="a\n\"\\\$b""#, "a\n\"\\$b"),
    (#"K="a" # c"#, "a"), ("K=a=b", "a=b"), ("K=ä€", "ä€"), ("K=1\r\nK=2\r\n", "2"), ("# K=1\n\nK=2", "2"),
  ])
  func values(_ line: String, _ expected: String) throws {
    #expect(try value(line) == expected)
  }

  @Test(arguments: [
    ("K", "NAME=value"), ("=v", "no name"), ("1K=v", "no name"), ("a b=c", "no name"), ("K='a", "quotes"),
    ("K=\"a\" b", "quotes"),
  ])
  func faultsAreNamed(_ line: String, _ reason: String) {
    let error = #expect(throws: ConfigurationError.self) { try DotEnv(Array("\n\(line)".utf8), file: "x/.env") }
    #expect(error?.line == 2)
    #expect(error?.description.contains("x/.env:2") == true)
    #expect(error.map { ($0.reason + $0.remedy).contains(reason) } == true)
  }
}
