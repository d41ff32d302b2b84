import Foundation
import Logging
import Testing

@testable import Workspace

/// A run's log file.
@Suite struct RunLogTests {
  private func lines(
    _ format: RunLog.Format, level: Logger.Level = .info, _ write: (Logger) -> Void
  ) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)/logs")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let log = try RunLog(command: "migrate", in: folder, format: format, level: level)
    #expect(log.path.hasSuffix("-migrate.log"))
    write(log.logger)
    return try String(contentsOfFile: log.path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func textIsOneLineAnEvent() throws {
    let lines = try lines(.text) { logger in
      logger.debug("left out")
      logger.info("copied\nand more", metadata: ["rows": "7", "bytes": "9"])
      logger.error("\u{1B}[31mred")
    }
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("Z info    copied\\nand more bytes=9 rows=7") == true)
    #expect(lines.last?.hasSuffix("error   \\u{1b}[31mred") == true)
  }

  @Test func jsonIsOneObjectALine() throws {
    struct Line: Decodable, Equatable {
      var level: String
      var message: String
      var rows: String?
      var _level: String?
    }
    let lines = try lines(.json, level: .debug) { logger in
      logger.debug("a \"b\"\n")
      logger.warning("c", metadata: ["rows": "7", "level": "x"])
    }
    let decoded = try lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(
      decoded == [
        Line(level: "debug", message: "a \"b\"\n"), Line(level: "warning", message: "c", rows: "7", _level: "x"),
      ])
  }

  @Test func aFolderThatCannotBeMadeIsNamed() {
    let error = #expect(throws: ConfigurationError.self) {
      try RunLog(command: "migrate", in: URL(filePath: "/dev/null/logs"))
    }
    #expect(error?.description.contains("/dev/null/logs") == true)
  }
}
