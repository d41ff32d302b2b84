import Foundation
import Synchronization
import Testing

@testable import LivePage

/// The page in a real browser.
@Suite(.serialized, .enabled(if: Browser.isThere, "SKIPPED: chromium and chromedriver are not installed"))
struct BrowserTests {
  private static func state(_ condition: LiveState.Condition = .running) -> LiveState {
    var state = LiveState(
      condition: condition, command: "migrate", source: "schema SALES of db1.example:1521/SALESDB",
      target: "sales@pg.example:5432/warehouse, schema sales")
    state.begun = 1_773_739_800
    state.seconds = 754
    state.phases = [
      .init(name: "Read the dictionary", progress: .done), .init(name: "Plan and prepare", progress: .done),
      .init(name: "Copy the rows", progress: .running),
      .init(name: "Keys, indexes and what stands on the rows", progress: .waiting),
    ]
    state.rows.done = 12_345_678
    state.rows.estimate = 48_000_000
    state.rows.perSecond = 123_456
    state.rows.bytesPerSecond = 45_000_000
    state.rows.secondsLeft = 288
    for (index, name) in ["orders", "order_items", "customers", "products", "shipments", "audit_trail"].enumerated() {
      var table = LiveState.Table(
        name: "sales.\(name)", progress: index < 2 ? .running : index < 4 ? .done : .waiting)
      table.estimate = 1_000_000 * (index + 1)
      if table.progress == .running {
        (table.rows, table.perSecond, table.seconds) = (700_000 + index * 100_000, 61_700, 123)
      }
      if table.progress == .done { (table.rows, table.perSecond, table.seconds) = (3_000_000, 98_000, 31) }
      if index == 1 { (table.chunks, table.chunksDone, table.rejected) = (12, 4, 3) }
      if index == 5 { table.estimate = nil }
      state.tables.append(table)
    }
    state.tableCount = 6
    state.tablesDone = 2
    state.rejected = 3
    state.workers = (1...3).map { LiveState.Worker(number: $0) }
    (state.workers[0].table, state.workers[0].seconds) = ("sales.orders", 12.3)
    (state.workers[1].table, state.workers[1].chunk, state.workers[1].seconds) = ("sales.order_items", 5, 3.4)
    state.log = [
      "6 tables, 48 columns, about 48,000,000 rows, read at SCN 4711",
      "[1/6] customers                    3,000,000 rows  31 s  98,000 rows/s",
      "[2/6] products                     3,000,000 rows  31 s  98,000 rows/s",
    ]
    return state
  }

  private static let isNarrow = "document.documentElement.scrollWidth <= window.innerWidth"

  @Test(arguments: [(1200, false), (1200, true), (380, false), (380, true)])
  func aMigrationFromItsBeginningToItsEnd(width: Int, isDark: Bool) async throws {
    let name = "\(width)-\(isDark ? "dark" : "light")"
    let page = try await LivePage.open(cancel: {})
    try await Browser.use(width: width, isDark: isDark) { browser in
      page.show(Self.state())
      try await browser.go(to: page.address)
      try await browser.wait(until: "document.querySelector('#headline').textContent === 'The migration runs'")
      let text = try await browser.value(of: "return document.body.innerText")
      for part in [
        "12,345,678", "48,000,000", "123,456", "45 MB", "4 min 48 s", "sales.order_items, chunk 5", "SCN 4711",
      ] {
        #expect(text.contains(part), "\(part) in \(text)")
      }
      #expect(try await browser.value(of: "return String(\(Self.isNarrow))") == "true")
      try await browser.picture("running-\(name)")
      var last = Self.state(.findings)
      last.summary = ["6 tables, 48,000,000 rows in schema sales", "1 finding: not carried over exactly"]
      last.report = "/home/sales/output/report.html"
      for index in last.tables.indices { last.tables[index].progress = .done }
      last.phases = last.phases.map { .init(name: $0.name, progress: .done) }
      (last.rows.done, last.tablesDone) = (48_000_000, 6)
      async let closing: Void = page.close(last)
      try await browser.wait(until: "document.querySelector('#headline').textContent === 'Finished, with findings'")
      await closing
      #expect(try await browser.value(of: "return String(document.querySelector('#lost').hidden)") == "true")
      #expect(try await browser.value(of: "return document.querySelector('#report').innerText").contains("report.html"))
      #expect(try await browser.value(of: "return String(\(Self.isNarrow))") == "true")
      try await browser.picture("finished-\(name)")
      #expect(try await browser.complaints() == [])
    }
  }

  @Test func theButtonAsksAndCancels() async throws {
    let count = Mutex(0)
    let counter = { @Sendable in count.withLock { $0 += 1 } }
    let page = try await LivePage.open(cancel: counter)
    try await Browser.use(width: 800) { browser in
      page.show(Self.state())
      try await browser.go(to: page.address)
      try await browser.wait(until: "!document.querySelector('#cancelling').hidden")
      #expect(try await browser.value(of: "return String(\(Self.isNarrow))") == "true")
      try await browser.click("#cancel")
      try await browser.picture("asked")
      try await browser.click("#no")
      #expect(count.withLock { $0 } == 0)
      try await browser.click("#cancel")
      try await browser.click("#yes")
      try await browser.wait(until: "document.querySelector('#headline').textContent.startsWith('Being cancelled')")
      #expect(count.withLock { $0 } == 1)
      #expect(try await browser.value(of: "return String(document.querySelector('#cancelling').hidden)") == "true")
      async let closing: Void = page.close(Self.state(.cancelled))
      try await browser.wait(until: "document.querySelector('#headline').textContent.startsWith('Cancelled')")
      await closing
      #expect(try await browser.complaints() == [])
    }
  }

  @Test(arguments: [1200, 380])
  func hostileNamesAreTexts(width: Int) async throws {
    let page = try await LivePage.open()
    try await Browser.use(width: width) { browser in
      var state = Self.state()
      state.tables += LivePageTests.hostile.map { LiveState.Table(name: $0, progress: .running) }
      state.workers[2].table = LivePageTests.hostile[4]
      state.log = LivePageTests.hostile
      state.summary = LivePageTests.hostile
      state.problem = LivePageTests.hostile[0]
      state.source = LivePageTests.hostile[1]
      page.show(state)
      try await browser.go(to: page.address)
      try await browser.wait(until: "document.querySelectorAll('#tables tr').length === 13")
      #expect(try await browser.value(of: "return document.querySelectorAll('script, img').length") == "1")
      #expect(
        try await browser.value(of: "return document.querySelectorAll('#tables tr')[6].children[0].textContent")
          == "<script>alert(1)</script>")
      #expect(try await browser.value(of: "return String(\(Self.isNarrow))") == "true")
      try await browser.picture("hostile-\(width)")
      #expect(try await browser.complaints() == [])
    }
    await page.close(Self.state())
  }

  @Test func aLostProgramIsTold() async throws {
    var page: LivePage? = try await LivePage.open()
    try await Browser.use(width: 800) { browser in
      page?.show(Self.state())
      try await browser.go(to: page?.address ?? "")
      try await browser.wait(until: "document.querySelector('#headline').textContent === 'The migration runs'")
      page = nil
      try await browser.wait(until: "document.querySelector('#lost').textContent.startsWith('The connection')")
      #expect(try await browser.value(of: "return String(document.querySelector('#cancelling').hidden)") == "true")
      try await browser.picture("lost")
    }
  }
}
