import Foundation
import Synchronization
import Testing

@testable import LivePage

/// The page over real sockets.
@Suite struct LivePageTests {
  /// Names that would be markup, a line break or another direction of writing.
  static let hostile = [
    "<script>alert(1)</script>", "\"quotes\" and 'more'", "two\r\nlines\u{0}", "\u{202E}gnp.exe\u{2066}",
    "<img src=x onerror=alert(1)>", String(repeating: "long", count: 5000), "data: x\n\nevent: y",
  ]

  static func state(rows: Int = 0, tables: [String] = ["sales.orders"]) -> LiveState {
    var state = LiveState(condition: .running, command: "migrate", source: "SALES of db", target: "sales of pg")
    state.rows.done = rows
    state.tables = tables.map { LiveState.Table(name: $0, progress: .running) }
    state.log = tables
    return state
  }

  static func open(cancel: (@Sendable () -> Void)? = nil) async throws -> (page: LivePage, port: Int, path: String) {
    let page = try await LivePage.open(cancel: cancel)
    let address = try #require(URL(string: page.address))
    return (page, try #require(address.port), address.path(percentEncoded: false))
  }

  @Test func thePageAndItsFiles() async throws {
    let (page, port, path) = try await Self.open()
    page.show(Self.state(rows: 4711))
    let html = try await RawClient.answer(port: port, path)
    #expect(html.hasPrefix("HTTP/1.1 200 OK") && html.contains("<title>oraferry</title>"))
    // Nothing inline: the policy would not let it run.
    #expect(!html.contains("<style") && !html.contains(" style=") && !html.contains(" onclick"))
    let script = try await RawClient.answer(port: port, path + "page.js")
    #expect(script.contains("text/javascript") && script.contains("textContent"))
    for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
      #expect(!script.contains(word), "\(word)")
    }
    #expect(try await RawClient.answer(port: port, path + "page.css").contains("text/css"))
    let json = try await RawClient.answer(port: port, path + "state.json")
    #expect(json.contains("\"done\":4711") && json.contains("\"can_cancel\":false"), "\(json)")
    for answer in [html, script, json] {
      let head = answer.lowercased().components(separatedBy: "\r\n\r\n")[0]
      for line in [
        "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';",
        "frame-ancestors 'none'", "referrer-policy: no-referrer", "x-content-type-options: nosniff",
        "cache-control: no-store",
      ] { #expect(head.contains(line), "\(line) in \(head)") }
    }
    await page.close(Self.state())
  }

  @Test func nobodyWithoutTheTokenGetsAnything() async throws {
    let (page, port, path) = try await Self.open()
    page.show(Self.state())
    let other = path.dropLast(2) + (path.dropLast().last == "0" ? "1" : "0") + "/"
    for wrong in ["/", "/favicon.ico", "/state.json", String(other), other + "events", path + "nothing"] {
      let answer = try await RawClient.answer(port: port, wrong)
      #expect(answer.hasPrefix("HTTP/1.1 404") && answer.hasSuffix("\r\n\r\n"), "\(wrong): \(answer)")
      #expect(!answer.lowercased().contains("oraferry"))
    }
    // A foreign name that leads here.
    for host in ["evil.example:\(port)", "127.0.0.1", "localhost:1"] {
      #expect(try await RawClient.answer(port: port, path, host: host).hasPrefix("HTTP/1.1 404"), "\(host)")
    }
    #expect(try await RawClient.answer(port: port, path, host: "localhost:\(port)").hasPrefix("HTTP/1.1 200"))
    await page.close(Self.state())
  }

  @Test func onlyOurOwnPageCancelsAndOnlyOnce() async throws {
    let count = Mutex(0)
    let counter = { @Sendable in count.withLock { $0 += 1 } }
    let (page, port, path) = try await Self.open(cancel: counter)
    page.show(Self.state())
    let own = "Origin: http://127.0.0.1:\(port)"
    #expect(try await RawClient.answer(port: port, path + "cancel", headers: [own]).hasPrefix("HTTP/1.1 405"))
    for origin in [[], ["Origin: null"], ["Origin: http://evil.example"], ["Origin: http://127.0.0.1:1"]] {
      let answer = try await RawClient.answer(port: port, path + "cancel", method: "POST", headers: origin)
      #expect(answer.hasPrefix("HTTP/1.1 403"), "\(origin): \(answer)")
    }
    #expect(
      try await RawClient.answer(port: port, "/0/cancel", method: "POST", headers: [own]).hasPrefix("HTTP/1.1 404"))
    #expect(count.withLock { $0 } == 0)
    for _ in 0..<3 {
      let answer = try await RawClient.answer(
        port: port, path + "cancel", method: "POST", headers: [own, "Content-Length: 0"])
      #expect(answer.hasPrefix("HTTP/1.1 202"), "\(answer)")
    }
    #expect(count.withLock { $0 } == 1)
    let state = try await RawClient.answer(port: port, path + "state.json")
    #expect(state.contains("\"condition\":\"cancelling\"") && state.contains("\"can_cancel\":false"), "\(state)")
    await page.close(Self.state())
  }

  @Test func withoutACancelNothingIsCancelled() async throws {
    let (page, port, path) = try await Self.open()
    page.show(Self.state())
    let answer = try await RawClient.answer(
      port: port, path + "cancel", method: "POST", headers: ["Origin: http://127.0.0.1:\(port)"])
    #expect(answer.hasPrefix("HTTP/1.1 409"), "\(answer)")
    await page.close(Self.state())
  }

  @Test func eventsComeAsStatesDoAndEndWithTheLast() async throws {
    let (page, port, path) = try await Self.open()
    page.show(Self.state(rows: 1))
    let client = try await RawClient.connect(port: port)
    client.send("GET \(path)events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    try await client.wait { $0.text.contains("\"done\":1}") }
    #expect(client.text.contains("text/event-stream"))
    page.show(Self.state(rows: 2))
    try await client.wait { $0.text.contains("\"done\":2}") }
    // What is as before is not sent again.
    page.show(Self.state(rows: 2))
    page.show(Self.state(rows: 3))
    try await client.wait { $0.text.contains("\"done\":3}") }
    #expect(client.text.components(separatedBy: "\"done\":2}").count == 2)
    var last = Self.state(rows: 4)
    last.condition = .finished
    last.summary = ["all is well"]
    await page.close(last)
    try await client.wait { $0.isClosed }
    #expect(client.text.contains("\"is_last\":true") && client.text.contains("all is well"), "\(client.text)")
  }

  @Test func hostileTextsStayTexts() async throws {
    let (page, port, path) = try await Self.open()
    var state = Self.state(tables: Self.hostile)
    state.problem = Self.hostile[2]
    state.summary = Self.hostile
    state.source = Self.hostile[3]
    page.show(state)
    let client = try await RawClient.connect(port: port)
    client.send("GET \(path)events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    try await client.wait { !$0.events.isEmpty }
    // One event of one line, without characters that could be a line's end or turn its direction.
    #expect(client.events.count == 1)
    let line = client.events[0]
    #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{202E}" })
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let read = try decoder.decode(LiveState.self, from: Data(line.utf8))
    #expect(read.tables[0].name == Self.hostile[0] && read.tables[1].name == Self.hostile[1])
    #expect(read.tables[3].name == "\\u{202e}gnp.exe\\u{2066}")
    #expect(read.tables[5].name.count <= LiveState.textLimit + 3)
    await page.close(state)
  }

  @Test func theLastStateComesToWhoAsksAndThenThePortIsFree() async throws {
    let (page, port, _) = try await Self.open()
    await page.close(Self.state())
    let next = try await LivePage.open(port: port)
    await next.close(Self.state())
  }

  @Test func aPortThatIsTakenAndAddressesOfOthers() async throws {
    let (page, port, _) = try await Self.open()
    await #expect(throws: LivePageError.portTaken(port)) { try await LivePage.open(port: port) }
    for address in ["0.0.0.0", "::", "192.0.2.1", "example.org", "127.0.0.2", ""] {
      await #expect(throws: LivePageError.notLoopback(address)) { try await LivePage.open(address: address) }
    }
    await page.close(Self.state())
  }

  /// A cancelled task's page has its last state told all the same.
  @Test func aCancelledTaskTellsTheLastState() async throws {
    let (page, port, path) = try await Self.open()
    page.show(Self.state(rows: 1))
    let client = try await RawClient.connect(port: port)
    client.send("GET \(path)events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    try await client.wait { $0.text.contains("\"done\":1}") }
    let task = Task {
      try? await Task.sleep(for: .seconds(600))
      var last = Self.state(rows: 2)
      last.condition = .cancelled
      await page.close(last)
    }
    task.cancel()
    await task.value
    try await client.wait { $0.isClosed }
    #expect(client.text.contains("\"condition\":\"cancelled\"") && client.text.contains("\"is_last\":true"))
  }
}
