import ChildProcess
import Foundation
import Testing

/// A real Chromium without a window, steered by its driver's WebDriver interface.
final class Browser: Sendable {
  struct Refused: Error {
    var answer: String
  }

  private static let places = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  private static func program(_ names: [String]) -> String? {
    places.flatMap { place in names.map { "\(place)/\($0)" } }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
  private static let driver = program(["chromedriver"])
  private static let chromium = program(["chromium", "chromium-browser", "google-chrome"])

  static let isThere: Bool = {
    if driver != nil, chromium != nil { return true }
    print(
      "SKIPPED: all tests of the page in a real browser: chromium and chromedriver are not installed "
        + "(Debian's packages chromium and chromium-driver).")
    return false
  }()

  private let process: ChildProcess
  private let port: Int
  private let session: String

  /// Opens a browser with a window of a size, in light or dark colours, and closes it behind its use in any case.
  static func use(
    width: Int, height: Int = 1000, isDark: Bool = false, _ body: (Browser) async throws -> Void
  ) async throws {
    let browser = try await open(width: width, height: height, isDark: isDark)
    do {
      try await body(browser)
    } catch {
      await browser.close()
      throw error
    }
    await browser.close()
  }

  private static func open(width: Int, height: Int, isDark: Bool) async throws -> Browser {
    let process = try ChildProcess([driver ?? "", "--port=0"], output: .pipe)
    do {
      let port = await withCheckedContinuation { (continuation: CheckedContinuation<Int?, Never>) in
        Thread.detachNewThread {
          var text = ""
          while let data = process.output?.availableData, !data.isEmpty {
            text += String(decoding: data, as: UTF8.self)
            if let match = text.firstMatch(of: /on port ([0-9]+)\./) {
              continuation.resume(returning: Int(match.output.1))
              return
            }
          }
          continuation.resume(returning: nil)
        }
      }
      guard let port else { throw Refused(answer: "chromedriver names no port") }
      var arguments = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-proxy-server", "--no-sandbox"]
      if isDark { arguments.append("--force-dark-mode") }
      let wanted: [String: Any] = [
        "capabilities": [
          "alwaysMatch": [
            "goog:chromeOptions": [
              "binary": chromium ?? "", "args": arguments,
              "mobileEmulation": ["deviceMetrics": ["width": width, "height": height, "pixelRatio": 1]],
            ],
            "goog:loggingPrefs": ["browser": "ALL"],
          ]
        ]
      ]
      let answer = try await call(port, "POST", "/session", wanted) as? [String: Any]
      guard let identifier = answer?["sessionId"] as? String else { throw Refused(answer: "no session") }
      let browser = Browser(process: process, port: port, session: "/session/\(identifier)")
      if isDark {
        try await browser.command(
          "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": "dark"]]])
      }
      return browser
    } catch {
      process.send(SIGKILL)
      throw error
    }
  }

  private init(process: ChildProcess, port: Int, session: String) {
    self.process = process
    self.port = port
    self.session = session
  }

  private func close() async {
    _ = try? await Self.call(port, "DELETE", session, nil)
    process.send(SIGTERM)
    _ = await process.exit()
  }

  func go(to address: String) async throws {
    _ = try await Self.call(port, "POST", session + "/url", ["url": address])
  }

  /// The value of a script's `return`, as text.
  func value(of script: String) async throws -> String {
    let value = try await Self.call(port, "POST", session + "/execute/sync", ["script": script, "args": [Any]()])
    return value.map { "\($0)" } ?? ""
  }

  /// Waits until a script returns true.
  func wait(until script: String) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await value(of: "return String(\(script))") != "true" {
      guard ContinuousClock.now < deadline else {
        throw Refused(
          answer: "never so: \(script); the page: " + (try await value(of: "return document.body.innerText")))
      }
      try await Task.sleep(for: .milliseconds(30))
    }
  }

  /// Clicks as a mouse does: what is covered or hidden can't be clicked.
  func click(_ selector: String) async throws {
    let found = try await Self.call(
      port, "POST", session + "/element", ["using": "css selector", "value": selector])
    guard let element = (found as? [String: Any])?.values.first as? String else {
      throw Refused(answer: "no \(selector)")
    }
    _ = try await Self.call(port, "POST", session + "/element/\(element)/click", [String: Any]())
  }

  /// What the browser complained about since it was asked before.
  func complaints() async throws -> [String] {
    let entries = try await Self.call(port, "POST", session + "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.map { "\($0["message"] ?? "")" }
  }

  /// A picture of the whole page, into the folder that ORAFERRY_SCREENSHOTS names, if it names one.
  func picture(_ name: String) async throws {
    guard let folder = ProcessInfo.processInfo.environment["ORAFERRY_SCREENSHOTS"], !folder.isEmpty else { return }
    let answer = try await command("Page.captureScreenshot", ["captureBeyondViewport": true]) as? [String: Any]
    guard let text = answer?["data"] as? String, let data = Data(base64Encoded: text) else { return }
    try data.write(to: URL(filePath: folder).appending(path: name + ".png"))
  }

  @discardableResult
  private func command(_ name: String, _ parameters: [String: Any]) async throws -> Any? {
    try await Self.call(port, "POST", session + "/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  private static func call(_ port: Int, _ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any? {
    let text = try body.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) } ?? ""
    let answer = try await RawClient.answer(
      port: port, path, method: method,
      headers: ["Content-Type: application/json", "Content-Length: \(text.utf8.count)"], body: text)
    guard answer.hasPrefix("HTTP/1.1 200"), let start = answer.firstRange(of: "\r\n\r\n"),
      let object = try JSONSerialization.jsonObject(with: Data(answer[start.upperBound...].utf8)) as? [String: Any]
    else { throw Refused(answer: String(answer.prefix(2000))) }
    return object["value"]
  }
}
