import Foundation

/// The last lines of the newest log of a workspace, of commands that change something.
struct LogTail {
  let folder: URL

  /// Bytes that are read of a log, whatever its size.
  private static let limit: UInt64 = 32_768
  private static let lineLimit = 100
  /// Commands that only look.
  private static let watchers = ["-serve.log", "-status.log"]

  /// The newest log's name and lines; nil when there is none.
  func read() -> (name: String, lines: [String])? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    // The names begin with the time.
    let newest = names.filter { name in
      name.hasSuffix(".log") && !Self.watchers.contains { name.hasSuffix($0) }
    }.max()
    guard let newest, let handle = try? FileHandle(forReadingFrom: folder.appending(path: newest)),
      let size = try? handle.seekToEnd()
    else { return nil }
    defer { try? handle.close() }
    let start = size > Self.limit ? size - Self.limit : 0
    guard (try? handle.seek(toOffset: start)) != nil, let data = try? handle.read(upToCount: Int(Self.limit)) else {
      return (newest, [])
    }
    var lines = data.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    // The first one is only a part.
    if start > 0, lines.count > 1 { lines.removeFirst() }
    return (newest, Array(lines.suffix(Self.lineLimit)))
  }
}
