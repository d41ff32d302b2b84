import Foundation

/// Files that hold passwords or values of rows: read only when nobody else can, written so that nobody else can.
enum PrivateFile {
  /// Reads the file.
  ///
  /// - Throws: `ConfigurationError` when it isn't there, isn't a plain file, is too large, or group or others have any
  ///   access to it. The very file that was checked is read.
  static func read(_ path: String, limit: Int) throws(ConfigurationError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? ConfigurationError(
          "there is no such file", remedy: "write one, or name the folder above config/ by --workspace", file: path)
        : ConfigurationError("cannot be read: \(Self.reason)", remedy: "see who owns it (ls -l)", file: path)
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw ConfigurationError("not a plain file", remedy: "put the configuration there", file: path)
    }
    guard facts.st_mode & 0o077 == 0 else {
      throw ConfigurationError(
        "other users may read this file (mode \(octal(facts.st_mode))), and it holds passwords",
        remedy: "run: chmod 600 \(path)", file: path)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    guard let bytes = try? handle.read(upToCount: limit + 1) ?? Data() else {
      throw ConfigurationError("cannot be read: \(Self.reason)", remedy: "see who owns it (ls -l)", file: path)
    }
    guard bytes.count <= limit else {
      throw ConfigurationError("larger than \(limit) bytes", remedy: "this is no configuration", file: path)
    }
    return [UInt8](bytes)
  }

  /// Makes the file with mode 0600: it is there with all its contents or not at all.
  ///
  /// An existing one is left alone.
  static func create(_ path: String, contents: String) throws(ConfigurationError) {
    let draft = try draft(of: path, contents: Data(contents.utf8))
    defer { unlink(draft) }
    // Unlike a rename, a link never replaces what is there.
    guard link(draft, path) == 0 else {
      throw errno == EEXIST
        ? ConfigurationError(
          "the file is already there, and is not overwritten", remedy: "remove it, or choose another folder",
          file: path)
        : ConfigurationError("cannot be written: \(reason)", remedy: "choose another folder", file: path)
    }
  }

  /// Makes the file with mode 0600 in the place of one that may be there: it has all of its contents or what it had.
  ///
  /// - Parameter keepsMode: whether it has the mode of the one that is there.
  static func replace(_ path: String, contents: Data, keepsMode: Bool = false) throws(ConfigurationError) {
    var facts = stat()
    let mode = keepsMode && stat(path, &facts) == 0 ? facts.st_mode & 0o7777 : 0o600
    let draft = try draft(of: path, contents: contents)
    guard chmod(draft, mode) == 0 else {
      let reason = reason
      unlink(draft)
      throw ConfigurationError("cannot be written: \(reason)", remedy: "choose another folder", file: path)
    }
    guard rename(draft, path) == 0 else {
      let reason = reason
      unlink(draft)
      throw ConfigurationError("cannot be written: \(reason)", remedy: "choose another folder", file: path)
    }
  }

  /// A file with the contents beside the one that is meant.
  private static func draft(of path: String, contents: Data) throws(ConfigurationError) -> String {
    let draft = path + ".\(UUID().uuidString)"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ConfigurationError("cannot be written: \(reason)", remedy: "choose a writable folder", file: path)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: contents)
      try handle.synchronize()
      try handle.close()
    } catch {
      unlink(draft)
      throw ConfigurationError("cannot be written: \(error.localizedDescription)", remedy: "see the disk", file: path)
    }
    return draft
  }

  private static var reason: String { String(cString: strerror(errno)) }

  private static func octal(_ mode: mode_t) -> String {
    let digits = String(mode & 0o777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
