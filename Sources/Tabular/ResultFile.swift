import Foundation

/// The place that rows are written to: a file that is there as a whole or not at all, or standard output.
///
/// Bytes go to a draft beside the file, which takes the file's place at the end: readers see the old file or the whole new
/// one. A file that isn't finished leaves nothing behind. Standard output, pipes and devices have what was written so far.
final class ResultFile {
  /// Bytes that are gathered before they are written.
  private static let block = 1 << 18

  private let path: String
  private let handle: FileHandle
  /// The draft, and where it goes; nil where bytes go straight to their place.
  private let draft: (path: String, target: String)?
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Begins a file; its folder is made when it is missing.
  ///
  /// - Parameter path: `-` is standard output; the file that a symbolic link leads to is written in its place.
  init(path: String) throws(ResultFileError) {
    self.path = path
    if path == "-" {
      draft = nil
      handle = .standardOutput
      return
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT == S_IFDIR { throw ResultFileError(path: path, reason: "it is a folder") }
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      draft = nil
      handle = try Self.open(path, O_WRONLY, for: path)
      return
    }
    let target = isThere ? URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false) : path
    let folder = (target as NSString).deletingLastPathComponent
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
    } catch {
      throw ResultFileError(path: path, reason: error.localizedDescription)
    }
    let place = target + ".\(UUID().uuidString).draft"
    handle = try Self.open(place, O_WRONLY | O_CREAT | O_EXCL, for: path)
    draft = (place, target)
  }

  deinit {
    if let draft, !isFinished { unlink(draft.path) }
  }

  /// Adds what is written into the buffer.
  func add(_ write: (inout [UInt8]) -> Void) throws(ResultFileError) {
    write(&buffer)
    if buffer.count >= Self.block { try flush() }
  }

  /// Writes what is left, and puts the file in its place.
  func finish() throws(ResultFileError) {
    try flush()
    guard let draft else { return }
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw ResultFileError(path: path, reason: error.localizedDescription)
    }
    guard rename(draft.path, draft.target) == 0 else {
      throw ResultFileError(path: path, reason: String(cString: strerror(errno)))
    }
    isFinished = true
  }

  private func flush() throws(ResultFileError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(handle.fileDescriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written < 0, errno == EAGAIN {
        // A standard output that another program has set to not block.
        var place = pollfd(fd: handle.fileDescriptor, events: Int16(POLLOUT), revents: 0)
        poll(&place, 1, -1)
        continue
      }
      guard written > 0 else { throw ResultFileError(path: path, reason: String(cString: strerror(errno))) }
      rest = rest.dropFirst(written)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func open(_ place: String, _ flags: Int32, for path: String) throws(ResultFileError) -> FileHandle {
    #if canImport(Darwin)
      let descriptor = Darwin.open(place, flags | O_CLOEXEC, 0o644)
    #else
      let descriptor = Foundation.open(place, flags | O_CLOEXEC, 0o644)
    #endif
    guard descriptor >= 0 else { throw ResultFileError(path: path, reason: String(cString: strerror(errno))) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}

/// Why a file cannot be written.
public struct ResultFileError: Error, Sendable, CustomStringConvertible {
  public var path: String
  public var reason: String
  public var description: String {
    path == "-"
      ? "standard output cannot be written: \(reason); what came before it is not the whole result"
      : "\(path) cannot be written: \(reason); choose another place for it"
  }
}
