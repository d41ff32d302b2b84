import Foundation
import Logging
import Synchronization

/// The log of one run: a file of its own in output/logs, never with passwords or values of rows.
public struct RunLog: Sendable {
  /// How lines are written.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// `2024-03-17T08:00:00.000Z info message key=value`.
    case text
    /// One JSON object a line: time, level, message, and the metadata's keys.
    case json
  }

  /// The file.
  public let path: String
  /// Writes to the file.
  public let logger: Logger

  /// Begins a log, in a folder that is made when it is missing.
  ///
  /// - Parameters:
  ///   - command: the command's name, for the file's.
  ///   - level: what is less severe is left out.
  /// - Throws: `ConfigurationError` when the file cannot be made.
  public init(
    command: String, in folder: URL, format: Format = .text, level: Logger.Level = .info, now: Date = Date()
  ) throws(ConfigurationError) {
    let time = now.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .dash, timeSeparator: .omitted, includingFractionalSeconds: true))
    let file = folder.appending(path: "\(time)-\(command).log", directoryHint: .notDirectory)
    path = file.path
    let descriptor: Int32
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
      guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    } catch {
      throw ConfigurationError(
        "the log cannot be written: \(error.localizedDescription)", remedy: "make its folder writable", file: path)
    }
    let handler = FileLogHandler(
      handle: FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), format: format, level: level)
    logger = Logger(label: "oraferry.\(command)", factory: { _ in handler })
  }
}

/// The file of a log, shared by the handler's copies.
private final class LogFile: Sendable {
  private let handle: Mutex<FileHandle>

  init(_ handle: sending FileHandle) {
    self.handle = Mutex(handle)
  }

  func append(_ line: String) {
    handle.withLock { try? $0.write(contentsOf: Data((line + "\n").utf8)) }
  }
}

/// Writes log events as lines of a file.
struct FileLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel: Logger.Level
  private let format: RunLog.Format
  private let file: LogFile

  init(handle: sending FileHandle, format: RunLog.Format, level: Logger.Level) {
    self.format = format
    logLevel = level
    file = LogFile(handle)
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let time = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    let line =
      switch format {
      case .text: Self.text(time, event, values.map { ($0.key, "\($0.value)") })
      case .json: Self.json(time, event, values.map { ($0.key, "\($0.value)") })
      }
    // A disk that is full must not end a migration.
    file.append(line)
  }

  private static func text(_ time: String, _ event: LogEvent, _ values: [(String, String)]) -> String {
    let level = event.level.rawValue
    let padded = level + String(repeating: " ", count: max(0, 7 - level.count))
    let pairs = values.map { " \($0.0)=\(oneLine($0.1))" }.joined()
    return "\(time) \(padded) \(oneLine("\(event.message)"))\(pairs)"
  }

  /// A message of many lines stays one line of the log.
  private static func oneLine(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func json(_ time: String, _ event: LogEvent, _ values: [(String, String)]) -> String {
    struct Line: Encodable {
      var pairs: [(String, String)]

      struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
      }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (key, value) in pairs { try container.encode(value, forKey: Key(stringValue: key)) }
      }
    }
    let reserved: Set<String> = ["time", "level", "message"]
    let line = Line(
      pairs: [("time", time), ("level", event.level.rawValue), ("message", "\(event.message)")]
        + values.map { (reserved.contains($0.0) ? "_" + $0.0 : $0.0, $0.1) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? String(decoding: encoder.encode(line), as: UTF8.self)) ?? "{}"
  }
}
