#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file of settings that is read whole: tnsnames.ora, a wallet.
enum SmallFile {
  /// Why it could not be read, in the system's words.
  struct Failure: Error {
    var reason: String
    var isMissing = false
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The bytes of a plain file.
  static func read(_ path: String, limit: Int = 4 << 20) throws(Failure) -> [UInt8] {
    // A pipe must not make us wait for someone who writes.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw Failure(reason: String(cString: strerror(errno)), isMissing: errno == ENOENT) }
    defer { _ = close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw Failure(reason: "it is not a plain file")
    }
    guard facts.st_size <= limit else { throw Failure(reason: "it is longer than \(limit) bytes") }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65536)
    while bytes.count <= limit {
      let count = part.withUnsafeMutableBytes { buffer in
        #if canImport(Darwin)
          Darwin.read(file, buffer.baseAddress, buffer.count)
        #else
          Glibc.read(file, buffer.baseAddress, buffer.count)
        #endif
      }
      if count == 0 { return bytes }
      guard count > 0 else { throw Failure(reason: String(cString: strerror(errno))) }
      bytes += part[..<count]
    }
    throw Failure(reason: "it is longer than \(limit) bytes")
  }

  /// A variable of the environment; nil when it is missing or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
