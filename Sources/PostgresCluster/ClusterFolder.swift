import Foundation

/// The folder of one cluster: the socket, `data`, and `server.log`.
///
/// Only the server's user (and root) can enter it.
struct ClusterFolder {
  let url: URL

  var data: URL { url.appending(path: "data", directoryHint: .isDirectory) }
  var log: URL { url.appending(path: "server.log") }
  /// Holds the server's exit status once it has ended.
  var exitStatus: URL { url.appending(path: "exited") }

  /// A Unix socket's path is limited to 107 bytes on Linux and 103 on macOS; the socket's own name takes 20.
  private static let longestPath = 80

  /// Makes a new folder, in the given one or else in TMPDIR, or in /tmp when that is too long a path.
  init(in parent: URL?, for account: ServerAccount) throws {
    var parents: [String] = []
    if let parent {
      parents = [parent.path]
    } else {
      parents = [ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp", "/tmp"]
    }
    guard let path = parents.first(where: Self.isFit) else {
      throw ClusterError(
        "\(parents.joined(separator: ", ")): unfit for a Unix socket, whose path is limited to 107 bytes",
        remedy: "choose a folder with a shorter, plain path")
    }
    var template = Array("\(path)/oraferry-pg-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ClusterError(
        "cannot make a folder in \(path): \(String(cString: strerror(errno)))",
        remedy: "set TMPDIR to a writable folder")
    }
    let made = template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    url = URL(fileURLWithPath: String(decoding: made, as: UTF8.self), isDirectory: true)
    do { try account.own(url) } catch {
      remove()
      throw error
    }
  }

  private static func isFit(_ path: String) -> Bool {
    path.hasPrefix("/") && path.utf8.count + "/oraferry-pg-XXXXXX".utf8.count <= longestPath
      && !path.contains { ",\"'\\\n".contains($0) }
  }

  func remove() {
    try? FileManager.default.removeItem(at: url)
  }

  /// The last lines of the server's log.
  func logTail(_ count: Int = 8) -> String {
    let text = (try? Data(contentsOf: log)).map { String(decoding: $0.suffix(8192), as: UTF8.self) } ?? ""
    return text.split(separator: "\n").suffix(count).joined(separator: "\n")
  }
}
