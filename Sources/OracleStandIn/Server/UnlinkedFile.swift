import OracleWire

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A temporary file that has no name: it is gone when nobody refers to it, also after a crash.
final class UnlinkedFile {
  private let descriptor: Int32

  /// Makes an empty file in the folder that `TMPDIR` names, or in /var/tmp, which is not kept in memory.
  ///
  /// - Throws: `OracleError` 1652, as where a tablespace has no room.
  init() throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    var path = Array("\(folder)/oraferry-lob-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Self.noRoom }
    unlink(path)
  }

  deinit {
    _ = close(descriptor)
  }

  private static var noRoom: OracleError {
    OracleError(code: 1652, message: "unable to extend temp segment by 128 in tablespace TEMP")
  }

  func read(_ range: Range<Int>) throws -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, written in
      while count < range.count {
        let place = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<range.count])
        let done = pread(descriptor, place.baseAddress, place.count, off_t(range.lowerBound + count))
        guard done > 0 else { break }
        count += done
      }
      written = count
    }
    guard count == range.count else { throw OracleError(code: 1115, message: "IO error reading block from file") }
    return bytes
  }

  func write(_ bytes: some Collection<UInt8>, at offset: Int) throws {
    let isWhole = bytes.withContiguousStorageIfAvailable { buffer in
      var count = 0
      while count < buffer.count {
        let place = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[count...])
        let done = pwrite(descriptor, place.baseAddress, place.count, off_t(offset + count))
        guard done > 0 else { return false }
        count += done
      }
      return true
    }
    guard isWhole == true else { throw Self.noRoom }
  }

  func truncate(to length: Int) throws {
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw Self.noRoom }
  }
}
