import Foundation
import Testing

@testable import Tabular

/// Values as JSON, and files of them.
@Suite struct JSONLinesFileTests {
  private static func number(_ text: String) -> FrameValue { ExactDecimal(text).map { .number($0) } ?? .null }

  private static func json(_ value: FrameValue) -> String {
    var bytes: [UInt8] = []
    value.writeJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (FrameValue.null, "null"), (.boolean(false), "false"),
    (number("-5"), "-5"), (number("0"), "0"), (number(".50"), "0.5"),
    (number("12345678901234567890123456789012345678.90"), "12345678901234567890123456789012345678.9"),
    (number("1e-130"), "0." + String(repeating: "0", count: 129) + "1"),
    (number("NaN"), "\"NaN\""), (number("-Infinity"), "\"-Infinity\""),
    (.double(0.1), "0.1"), (.double(-0.0), "-0"), (.double(1e22), "10000000000000000000000"),
    (.double(.nan), "\"NaN\""), (.double(.infinity), "\"Infinity\""), (.double(-.infinity), "\"-Infinity\""),
    (.bytes([0, 255, 16]), "\"00ff10\""), (.bytes([]), "\"\""),
    (.text(""), "\"\""), (.text("-5"), "\"-5\""),
    (.text("a\"b\\c/\n\r\t\u{0}\u{1b}\u{7f}"), "\"a\\\"b\\\\c/\\n\\r\\t\\u0000\\u001b\\u007f\""),
    (.text("李\u{85}\u{2028}\u{2029}\u{1F600}\u{0D4E}\""), "\"李\\u0085\\u2028\\u2029\u{1F600}\u{0D4E}\\\"\""),
  ])
  func values(_ value: FrameValue, _ expected: String) throws {
    #expect(Self.json(value) == expected)
    // Another reader agrees that it is JSON.
    _ = try JSONSerialization.jsonObject(with: Data(Self.json(value).utf8), options: .fragmentsAllowed)
  }

  @Test(arguments: [
    (2024, "2024-03-05T07:08:09.00012"), (7, "0007-03-05T07:08:09.00012"), (-1, "0000-03-05T07:08:09.00012"),
    (-2, "-0001-03-05T07:08:09.00012"), (-4712, "-4711-03-05T07:08:09.00012"),
    (294276, "+294276-03-05T07:08:09.00012"),
  ])
  func times(_ year: Int, _ expected: String) {
    let time = FrameTime(year: year, month: 3, day: 5, hour: 7, minute: 8, second: 9, nanosecond: 120_000)
    #expect(Self.json(.timestamp(time)) == "\"\(expected)\"")
    #expect(Self.json(.instant(time)) == "\"\(expected)Z\"")
  }

  @Test func aFileHasAnObjectForEachRow() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x.jsonl").path
    let file = try JSONLinesFile(path: path, names: ["id", "the \"name\"", "at"])
    try file.append(FrameTests.frame)
    try file.append(FrameTests.frame)
    #expect(!FileManager.default.fileExists(atPath: path))
    try file.finish()
    let rows =
      "{\"id\":1.5,\"the \\\"name\\\"\":\"a,b\",\"at\":\"2024-03-17T00:00:00\"}\n"
      + "{\"id\":null,\"the \\\"name\\\"\":\"\",\"at\":\"-0043-03-15T09:00:00.12\"}\n"
      + "{\"id\":-2,\"the \\\"name\\\"\":\"say \\\"hi\\\"\\r\\nthere\",\"at\":null}\n"
      + "{\"id\":3,\"the \\\"name\\\"\":null,\"at\":null}\n"
    #expect(try String(contentsOfFile: path, encoding: .utf8) == rows + rows)
    #expect(file.rowCount == 8)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.jsonl"])
  }

  /// A name that comes twice is told before anything is made.
  @Test func oneNameForTwoColumns() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    let error = #expect(throws: SameNameError.self) {
      try JSONLinesFile(path: folder.appending(path: "x.jsonl").path, names: ["id", "n\u{202e}", "id2", "n\u{202e}"])
    }
    #expect(error?.description.contains("name n\\u{202e}, ") == true)
    #expect(error?.description.contains("with AS") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }
}
