import Foundation
import Testing

@testable import Tabular

/// Values, tables and files.
@Suite struct FrameTests {
  private static func number(_ text: String) -> FrameValue { ExactDecimal(text).map { .number($0) } ?? .null }

  static let frame: DataFrame = {
    var frame = DataFrame(columns: [("id", .number), ("name", .text), ("at", .timestamp)])
    frame.append([number("1.50"), .text("a,b"), .timestamp(FrameTime(year: 2024, month: 3, day: 17))])
    frame.append([
      .null, .text(""), .timestamp(FrameTime(year: -44, month: 3, day: 15, hour: 9, nanosecond: 120_000_000)),
    ])
    frame.append([number("-2"), .text("say \"hi\"\r\nthere"), .null])
    frame.append([number("3"), .null, .null])
    return frame
  }()

  @Test(arguments: [
    (FrameValue.double(0.1), "0.1"), (.double(1e16), "10000000000000000"), (.double(-0.0), "-0"),
    (.double(.nan), "NaN"),
    (.double(.leastNonzeroMagnitude), "0." + String(repeating: "0", count: 323) + "5"),
    (.bytes([0, 255, 16]), "00ff10"),
    (.bytes([]), ""), (.boolean(true), "true"),
    (
      .instant(FrameTime(year: 2024, month: 1, day: 2, hour: 3, minute: 4, second: 5, nanosecond: 1000)),
      "2024-01-02 03:04:05.000001+00:00"
    ),
  ])
  func texts(_ value: FrameValue, _ expected: String) {
    #expect(value.canonicalText == expected)
  }

  @Test func columnsAreTypedAndNamed() {
    #expect(FrameTests.frame.rowCount == 4)
    #expect(FrameTests.frame["name"]?[1] == .text(""))
    #expect(FrameTests.frame["nothing"] == nil)
    var twice = FrameTests.frame
    twice.append(FrameTests.frame)
    #expect(twice.rowCount == 8 && twice.row(5) == FrameTests.frame.row(1))
    twice.keep(rows: 2)
    #expect(twice.rowCount == 2 && twice.columns.allSatisfy { $0.values.count == 2 })
  }

  @Test func aFileIsWrittenWholeByTheRulesOfRFC4180() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)/a/b")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent().deletingLastPathComponent()) }
    let path = folder.appending(path: "x.csv").path
    let file = try CSVFile(path: path, header: ["id", "name", "at"])
    try file.append(FrameTests.frame)
    #expect(!FileManager.default.fileExists(atPath: path))
    try file.finish()
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == "id,name,at\r\n1.5,\"a,b\",2024-03-17 00:00:00\r\n,\"\",0044-03-15 09:00:00.12 BC\r\n"
        + "-2,\"say \"\"hi\"\"\r\nthere\",\r\n3,,\r\n")
    #expect(file.rowCount == 4)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.csv"])
  }

  @Test func aFileThatIsNotFinishedLeavesTheOldOne() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "x.csv").path
    try Data("old".utf8).write(to: URL(filePath: path))
    do {
      let file = try CSVFile(path: path, header: ["id", "name", "at"])
      try file.append(FrameTests.frame)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.csv"])
    #expect(throws: ResultFileError.self) { try CSVFile(path: "/dev/null/x.csv", header: []) }
  }

  @Test func aTableEscapesWhatSteersTheTerminal() {
    let lines = FrameTable(FrameTests.frame).lines
    let expected = [
      " id  name                     at", "---  -----------------------  -------------------------",
      "1.5  a,b                      2024-03-17 00:00:00",
      "  ∅                           0044-03-15 09:00:00.12 BC", " -2  say \"hi\"\\u{d}\\u{a}there  ∅",
      "  3  ∅                        ∅",
    ]
    #expect(lines == expected)
  }
}
