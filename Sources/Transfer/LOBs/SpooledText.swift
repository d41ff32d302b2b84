import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The text of one LOB on its way: in memory while it is short, in a file without a name once it is long.
///
/// PostgreSQL wants a field's length in bytes of UTF-8 before its bytes, and Oracle tells characters. Reading a CLOB twice,
/// once to count, would need no disk, but would double what the source has to send, and the reading at a rate. So it is
/// read once, made into UTF-8, checked, and kept until the length is known; a value that cannot be carried over is found
/// before anything of its row has been sent.
struct SpooledText: Sendable {
  /// Bytes that are kept in memory.
  static let memoryLimit = 256 << 10
  /// Bytes that are read again at once.
  static let pieceSize = 256 << 10

  private(set) var count = 0
  private var memory: [UInt8] = []
  private var file: SpoolFile?
  /// Bytes that the file has; what is in memory comes behind them.
  private var written = 0

  /// Adds bytes at the end.
  ///
  /// - Throws: `SpoolError`.
  mutating func append(_ bytes: [UInt8]) async throws {
    memory += bytes
    count += bytes.count
    guard memory.count > Self.memoryLimit else { return }
    if file == nil { file = try SpoolFile() }
    try await file?.write(memory, at: written)
    written += memory.count
    memory = []
  }

  /// Up to `pieceSize` bytes from an offset on; none behind the end.
  ///
  /// - Throws: `SpoolError`.
  func piece(at offset: Int) async throws -> [UInt8] {
    guard let file, offset < written else {
      let start = offset - written
      return start < memory.count ? Array(memory[start...]) : []
    }
    return try await file.read(offset..<min(written, offset + Self.pieceSize))
  }
}

/// The disk has no room for a large text on its way, or fails.
public struct SpoolError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The folder, what the system says, and the remedy.
  public let description: String

  init(folder: String, _ fault: String) {
    description =
      "large CLOBs on their way take files in \(folder), which failed: \(fault); make room there, or name another "
      + "folder in the environment variable TMPDIR"
  }
}

/// A temporary file that has no name: nobody else can open it, and it is gone when nobody refers to it, also after a crash.
private final class SpoolFile: Sendable {
  private let descriptor: Int32
  private let folder: String
  /// Waits for the disk, which the tasks' own threads must not.
  private let queue = DispatchQueue(label: "oraferry.spool")

  /// Makes an empty file in the folder that `TMPDIR` names, or in /var/tmp, which is not kept in memory.
  ///
  /// - Throws: `SpoolError`.
  init() throws(SpoolError) {
    let chosen = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    folder = chosen.isEmpty ? "/var/tmp" : chosen
    // Readable and writable for its owner only, as mkstemp makes files.
    var path = Array("\(folder)/oraferry-lob-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw SpoolError(folder: folder, String(cString: strerror(errno))) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
  }

  deinit { _ = close(descriptor) }

  private func onQueue<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try body() }) }
    }
  }

  private var failure: SpoolError {
    SpoolError(folder: folder, errno == 0 ? "the file ends early" : String(cString: strerror(errno)))
  }

  func write(_ bytes: [UInt8], at offset: Int) async throws {
    try await onQueue { [self] in
      try bytes.withUnsafeBytes { source in
        var count = 0
        while count < source.count {
          let rest = UnsafeRawBufferPointer(rebasing: source[count...])
          let done = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
          if done < 0, errno == EINTR { continue }
          guard done > 0 else { throw failure }
          count += done
        }
      }
    }
  }

  func read(_ range: Range<Int>) async throws -> [UInt8] {
    try await onQueue { [self] in
      var fault: SpoolError?
      let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
        while count < range.count {
          errno = 0
          let start = buffer.baseAddress.map { $0 + count }
          let done = pread(descriptor, start, range.count - count, off_t(range.lowerBound + count))
          if done < 0, errno == EINTR { continue }
          guard done > 0 else {
            fault = failure
            return
          }
          count += done
        }
      }
      if let fault { throw fault }
      return bytes
    }
  }
}
