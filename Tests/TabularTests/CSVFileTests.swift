import Foundation
import Testing

@testable import Tabular

/// Files for spreadsheets, and places that are no plain files.
@Suite struct CSVFileTests {
  private func inFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  private func write(_ values: [FrameValue], for reader: CSVFile.Reader, name: String = "x") throws -> String {
    var text = ""
    try inFolder { folder in
      let path = folder.appending(path: "x.csv").path
      let file = try CSVFile(path: path, header: [name], for: reader)
      var frame = DataFrame(columns: [(name, .text)])
      for value in values { frame.append([value]) }
      try file.append(frame)
      try file.finish()
      text = try String(contentsOfFile: path, encoding: .utf8)
    }
    return text
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "\"'\t=1\""),
    ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("=\u{301}", "'=\u{301}"),
    ("a;=1", "\"a;=1\""), ("a\t=1", "\"a\t=1\""), ("a=1", "a=1"), ("'=1", "'=1"), (" =1", " =1"), ("", "\"\""),
  ])
  func textsThatASpreadsheetWouldRun(_ text: String, _ expected: String) throws {
    #expect(try write([.text(text)], for: .spreadsheet) == "x\r\n\(expected)\r\n")
    // The file for programs has the text as it is.
    let plain = try write([.text(text)], for: .program)
    #expect(!plain.contains("'") || text.contains("'"))
  }

  /// A name of a column is text; what is no text stays as it is.
  @Test func numbersStayAndNamesDoNot() throws {
    let minus = try #require(ExactDecimal("-5"))
    let values: [FrameValue] = [.number(minus), .double(-0.5), .double(-.infinity), .null, .boolean(true)]
    #expect(
      try write(values, for: .spreadsheet, name: "=cmd()") == "'=cmd()\r\n-5\r\n-0.5\r\n-Infinity\r\n\r\ntrue\r\n")
  }

  /// What the system says of a place without room is told.
  @Test func aFullDevice() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let file = try CSVFile(path: "/dev/full", header: ["x"])
    let error = #expect(throws: ResultFileError.self) { try file.finish() }
    #expect(error?.description.hasPrefix("/dev/full cannot be written: No space left on device;") == true)
  }

  /// A device is written to, and not replaced; a link leads to the file that is.
  @Test func otherPlacesThanFiles() throws {
    let device = try CSVFile(path: "/dev/null", header: ["x"])
    try device.finish()
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
    try inFolder { folder in
      #expect(throws: ResultFileError.self) { try CSVFile(path: folder.path, header: ["x"]) }
      let target = folder.appending(path: "real.csv")
      try Data("old".utf8).write(to: target)
      let link = folder.appending(path: "link.csv").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.csv")
      let file = try CSVFile(path: link, header: ["x"])
      try file.finish()
      #expect(try String(contentsOf: target, encoding: .utf8) == "x\r\n")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.csv")
    }
  }
}
