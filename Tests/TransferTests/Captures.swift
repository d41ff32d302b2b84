import Foundation

/// Value vectors that real Oracle servers printed, in the folder that ORAFERRY_CAPTURES names.
enum Captures {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["ORAFERRY_CAPTURES"].map { URL(fileURLWithPath: $0) }
    let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = named ?? packageRoot.appendingPathComponent("../shared/wire/captures").standardizedFileURL
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The tab-separated fields of a file's lines, without comments.
  static func lines(_ path: String) throws -> [[String]] {
    guard let folder else { return [] }
    return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
