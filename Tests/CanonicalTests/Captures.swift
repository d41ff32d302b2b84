import Foundation
import Testing

/// Recorded bytes of real servers, which are no part of the project.
enum Captures {
  /// The lines of a file of the folder that ORAFERRY_CAPTURES names, by default ../shared/wire/captures beside the
  /// package; nil, with a message, when it is not there.
  static func lines(_ path: String) -> [String]? {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["ORAFERRY_CAPTURES"].map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared/wire/captures")
    let file = folder.appendingPathComponent(path)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("SKIPPED: the recorded vectors \(path) are not in \(folder.path); set ORAFERRY_CAPTURES to their folder")
      return nil
    }
    return text.components(separatedBy: "\n").filter { !$0.isEmpty }
  }
}
