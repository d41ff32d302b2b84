import Foundation
import Testing

@testable import LivePage

/// Nothing grows without bounds, whoever connects and whatever is shown.
@Suite struct LivePageLimitsTests {
  @Test func aHugeStateIsBounded() throws {
    var state = LivePageTests.state(tables: (0..<100_000).map { "t\($0) " + String(repeating: "x", count: 100) })
    state.tables[99_999].progress = .waiting
    for index in 0..<99_999 { state.tables[index].progress = .done }
    state.log = (0..<10_000).map { "line \($0)" }
    state.workers = (1...1000).map { LiveState.Worker(number: $0) }
    state.summary = Array(repeating: "a finding", count: 5000)
    let bounded = state.bounded
    #expect(bounded.tables.count == LiveState.tableLimit && bounded.tablesOmitted == 100_000 - LiveState.tableLimit)
    #expect(bounded.tables[0].name.hasPrefix("t99999 "))
    #expect(bounded.log.count == LiveState.logLimit && bounded.log.last == "line 9999")
    #expect(bounded.summary.last == "and 4800 more lines")
    #expect(try state.json().count < 200_000)
  }

  /// Nobody waits for those who don't read, and what they don't read is not kept.
  @Test func slowAndIdleClientsHoldNothingUp() async throws {
    let (page, port, path) = try await LivePageTests.open()
    var slow: [RawClient] = []
    for _ in 0..<8 {
      let client = try await RawClient.connect(port: port, isReading: false)
      client.send("GET \(path)events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
      slow.append(client)
    }
    // Connections that say nothing, or half of something.
    for index in 0..<30 {
      let client = try await RawClient.connect(port: port)
      if index % 2 == 0 { client.send("GET \(path) HT") }
      slow.append(client)
    }
    let reader = try await RawClient.connect(port: port, limit: 300_000)
    reader.send("GET \(path)events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    try await reader.wait { $0.text.contains("event-stream") }
    let names = (0..<300).map { "sales.table_\($0)_" + String(repeating: "x", count: 200) }
    let before = try memory()
    // 100 kB each: far more than the sockets' buffers hold.
    for rows in 1...600 { page.show(LivePageTests.state(rows: rows, tables: names)) }
    try await reader.wait { $0.text.contains("\"done\":600}") }
    // All that was shown would be 60 MB for each of them.
    #expect(try memory() - before < 150_000_000)
    // One that reads late gets the newest state, and of those before only what was on its way.
    slow[0].startReading()
    try await slow[0].wait { $0.text.contains("\"done\":600}") }
    #expect(slow[0].events.count < 300)
    let state = try await RawClient.answer(port: port, path + "state.json")
    #expect(state.contains("\"done\":600"))
    await page.close(LivePageTests.state(rows: 601))
    try await reader.wait { $0.isClosed }
    #expect(reader.text.contains("\"done\":601}"))
    for client in slow { client.close() }
  }

  /// Resident bytes of this process.
  private func memory() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return (Int(fields[1]) ?? 0) * 4096
  }

  @Test func moreThanSixteenPagesAreTooMany() async throws {
    let (page, port, path) = try await LivePageTests.open()
    page.show(LivePageTests.state())
    var clients: [RawClient] = []
    for _ in 0..<EventStreams.limit {
      let client = try await RawClient.connect(port: port)
      client.send("GET \(path)events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
      try await client.wait { $0.text.contains("data: ") }
      clients.append(client)
    }
    #expect(try await RawClient.answer(port: port, path + "events").hasPrefix("HTTP/1.1 503"))
    for client in clients { client.close() }
    await page.close(LivePageTests.state())
  }

  @Test func largeRequestsAreRefused() async throws {
    let (page, port, path) = try await LivePageTests.open(cancel: {})
    let own = "Origin: http://127.0.0.1:\(port)"
    for header in ["Content-Length: 1000000000", "Transfer-Encoding: chunked"] {
      let answer = try await RawClient.answer(port: port, path + "cancel", method: "POST", headers: [own, header])
      #expect(answer.hasPrefix("HTTP/1.1 413"), "\(header): \(answer)")
    }
    let long = String(repeating: "x", count: 100_000)
    for request in [
      "GET \(path)\(long) HTTP/1.1\r\nHost: x\r\n\r\n", "GET \(path) HTTP/1.1\r\nX-Long: \(long)\r\n\r\n",
      "\u{0}\u{1}\u{2} nonsense\r\n\r\n",
    ] {
      let client = try await RawClient.connect(port: port)
      client.send(request)
      try await client.wait { $0.isClosed }
      #expect(!client.text.contains(" 200 "), "\(client.text.prefix(200))")
    }
    #expect(try await RawClient.answer(port: port, path).hasPrefix("HTTP/1.1 200"))
    await page.close(LivePageTests.state())
  }
}
