import ChildProcess
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// An oraferry that serves a page, at the address that it prints.
final class ServingProcess: Sendable {
  struct NotServed: Error {
    var printed: String
  }

  private final class Printed: Sendable {
    let text = Mutex("")
  }

  let process: ChildProcess
  private let printed = Printed()

  init(_ arguments: [String]) throws {
    process = try ChildProcess([OraferryProcess.binary.path] + arguments, output: .pipe, errors: .pipe)
    for handle in [process.output, process.errors].compactMap({ $0 }) {
      Thread.detachNewThread { [printed] in
        while true {
          let data = handle.availableData
          guard !data.isEmpty else { break }
          printed.text.withLock { $0 += String(decoding: data, as: UTF8.self) }
        }
      }
    }
  }

  deinit { process.send(SIGKILL) }

  /// `http://127.0.0.1:PORT/TOKEN/`.
  func address() async throws -> String {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline, process.isRunning {
      let text = printed.text.withLock { $0 }
      if let match = text.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+\/[0-9a-f]{32}\/\n/) {
        return String(match.output.dropLast())
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NotServed(printed: printed.text.withLock { $0 })
  }

  /// state.json, once it is as wanted.
  func state(when isWanted: ([String: Any]) -> Bool) async throws -> sending [String: Any] {
    let address = try await address()
    let deadline = ContinuousClock.now + .seconds(120)
    var last = ""
    while ContinuousClock.now < deadline, process.isRunning {
      last = try await Self.body(address + "state.json")
      if let state = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any], isWanted(state) {
        return try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any] ?? [:]
      }
      try await Task.sleep(for: .milliseconds(30))
    }
    throw NotServed(printed: last + printed.text.withLock { $0 })
  }

  /// The exit status, and all that was printed.
  func end() async -> (status: Int32, printed: String) {
    let status = await process.exit().code
    return (status, printed.text.withLock { $0 })
  }

  static func body(_ address: String) async throws -> String {
    guard let url = URL(string: address) else { return "" }
    return String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
  }

  static func status(_ method: String, _ address: String, origin: String) async throws -> Int {
    guard let url = URL(string: address) else { return 0 }
    var request = URLRequest(url: url)
    request.httpMethod = method
    request.setValue(origin, forHTTPHeaderField: "Origin")
    return (try await URLSession.shared.data(for: request).1 as? HTTPURLResponse)?.statusCode ?? 0
  }
}
