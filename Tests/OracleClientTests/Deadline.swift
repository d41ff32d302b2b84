import Foundation
import NIOConcurrencyHelpers

/// Waits for work that may never end, and no longer than a limit.
enum Deadline {
  /// How the work ended.
  enum Outcome: Sendable {
    case done
    case failed(any Error)
    case hangs
  }

  static func outcome(
    within seconds: Double, _ body: @escaping @Sendable () async throws -> Void
  ) async -> Outcome {
    await withCheckedContinuation { continuation in
      let isOpen = NIOLockedValueBox(true)
      let finish: @Sendable (Outcome) -> Void = { outcome in
        let isFirst = isOpen.withLockedValue { open in
          defer { open = false }
          return open
        }
        if isFirst { continuation.resume(returning: outcome) }
      }
      let timer = Task {
        try await Task.sleep(for: .seconds(seconds))
        finish(.hangs)
      }
      Task {
        do {
          try await body()
          finish(.done)
        } catch {
          finish(.failed(error))
        }
        timer.cancel()
      }
    }
  }

  /// This process's resident memory, 0 where that is not known.
  static var residentBytes: Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
  }
}
