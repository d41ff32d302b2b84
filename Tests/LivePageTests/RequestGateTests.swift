import Testing

@testable import LivePage

@Suite struct RequestGateTests {
  private let token = "0123456789abcdef0123456789abcdef"

  private func verdict(
    _ method: String, _ path: String, host: String? = "127.0.0.1:4000", origin: String? = nil
  ) -> RequestGate.Verdict {
    RequestGate(token: token).verdict(method: method, path: path, authority: host, origin: origin, port: 4000)
  }

  @Test func whatIsThere() {
    #expect(verdict("GET", "/\(token)/") == .page)
    #expect(verdict("GET", "/\(token)/?x=1") == .page)
    #expect(verdict("GET", "/\(token)/page.css") == .style)
    #expect(verdict("GET", "/\(token)/page.js") == .script)
    #expect(verdict("GET", "/\(token)/state.json") == .state)
    #expect(verdict("GET", "/\(token)/events") == .events)
    for host in ["localhost:4000", "LOCALHOST:4000", "[::1]:4000"] {
      #expect(verdict("GET", "/\(token)/", host: host) == .page, "\(host)")
    }
  }

  @Test(arguments: [
    "", "/", "//", "*", "/state.json", "/0123456789abcdef0123456789abcdef", "/0123456789abcdef0123456789abcdee/",
    "/0123456789abcdef0123456789abcde/", "/0123456789abcdef0123456789abcdef0/", "//0123456789abcdef0123456789abcdef/",
    "/0123456789abcdef0123456789abcdef/nothing", "/0123456789abcdef0123456789abcdef//",
    "/0123456789abcdef0123456789abcdef/../", "/%30123456789abcdef0123456789abcdef/",
    "http://127.0.0.1:4000/0123456789abcdef0123456789abcdef/", "/0123456789ABCDEF0123456789ABCDEF/",
  ])
  func anythingElseIsUnknown(path: String) {
    for method in ["GET", "POST", "DELETE"] { #expect(verdict(method, path) == .unknown) }
  }

  @Test(arguments: [
    nil, "", "127.0.0.1", "127.0.0.1:4001", "evil.example:4000", "127.0.0.1:4000.evil.example", "0.0.0.0:4000",
    "localhost", "user@127.0.0.1:4000",
  ])
  func aHostOfOthers(host: String?) {
    #expect(verdict("GET", "/\(token)/", host: host) == .unknown)
    #expect(verdict("POST", "/\(token)/cancel", host: host, origin: host.map { "http://\($0)" }) == .unknown)
  }

  @Test func onlyPostChanges() {
    #expect(verdict("GET", "/\(token)/cancel", origin: "http://127.0.0.1:4000") == .wrongMethod(allowed: "POST"))
    #expect(verdict("POST", "/\(token)/state.json") == .wrongMethod(allowed: "GET"))
    #expect(verdict("HEAD", "/\(token)/") == .wrongMethod(allowed: "GET"))
    #expect(verdict("POST", "/\(token)/cancel", origin: "http://127.0.0.1:4000") == .cancel)
  }

  @Test(arguments: [
    nil, "", "null", "http://127.0.0.1", "http://127.0.0.1:4001", "https://127.0.0.1:4000", "http://localhost:4000",
    "http://evil.example", "http://127.0.0.1:4000.evil.example",
  ])
  func anOriginOfOthers(origin: String?) {
    #expect(verdict("POST", "/\(token)/cancel", origin: origin) == .foreignOrigin)
  }

  @Test func tokensAreRandom() {
    let tokens = Set((0..<100).map { _ in RequestGate.randomToken() })
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy { "0123456789abcdef".contains($0) } })
  }
}
