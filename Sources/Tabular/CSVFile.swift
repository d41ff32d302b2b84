import Foundation

/// A CSV file that is being written: RFC 4180, UTF-8, a header of column names; NULL is an empty field, an empty text `""`.
///
/// Rows go to a draft beside the file, which takes the file's place at the end: readers see the old file or the whole new
/// one. A file that isn't finished leaves nothing behind.
public final class CSVFile {
  /// Bytes that are gathered before they are written.
  private static let block = 1 << 18

  /// Why a file cannot be written.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var path: String
    public var reason: String
    public var description: String { "\(path) cannot be written: \(reason); choose another place with --csv" }
  }

  private let path: String
  private let draft: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var isFinished = false
  /// Rows written so far, without the header.
  public private(set) var rowCount = 0

  /// Begins a file; its folder is made when it is missing.
  public init(path: String, header: [String]) throws(Failure) {
    self.path = path
    draft = path + ".\(UUID().uuidString).draft"
    let folder = (path as NSString).deletingLastPathComponent
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
    } catch {
      throw Failure(path: path, reason: error.localizedDescription)
    }
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    add(header.map { .text($0) })
  }

  deinit {
    if !isFinished { unlink(draft) }
  }

  /// Adds the rows of a frame.
  public func append(_ frame: DataFrame) throws(Failure) {
    for row in 0..<frame.rowCount {
      add(frame.row(row))
      if buffer.count >= CSVFile.block { try flush() }
    }
    rowCount += frame.rowCount
  }

  /// Puts the file in its place.
  public func finish() throws(Failure) {
    try flush()
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw Failure(path: path, reason: error.localizedDescription)
    }
    guard rename(draft, path) == 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
    isFinished = true
  }

  private func flush() throws(Failure) {
    do {
      try handle.write(contentsOf: Data(buffer))
    } catch {
      throw Failure(path: path, reason: error.localizedDescription)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func add(_ values: [FrameValue]) {
    CSVFile.write(values, to: &buffer)
  }

  /// Writes a record with its line end.
  static func write(_ values: [FrameValue], to buffer: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      guard let text = value.canonicalText else { continue }
      let quote = UInt8(ascii: "\"")
      let needsQuotes =
        text.isEmpty
        || text.utf8.contains { byte in
          byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
      guard needsQuotes else {
        buffer += text.utf8
        continue
      }
      buffer.append(quote)
      for byte in text.utf8 {
        if byte == quote { buffer.append(quote) }
        buffer.append(byte)
      }
      buffer.append(quote)
    }
    buffer += [0x0D, 0x0A]
  }
}
