/// A CSV file that is being written: RFC 4180, UTF-8, a header of column names; NULL is an empty field, an empty text `""`.
///
/// The file is there as a whole or not at all.
public final class CSVFile {
  /// Who reads the file.
  public enum Reader: Sendable {
    /// Every value is as it is.
    case program
    /// No text is run as a formula (`SpreadsheetText`): such a file doesn't read back as what it was.
    case spreadsheet
  }

  private let file: ResultFile
  private let reader: Reader
  /// Rows written so far, without the header.
  public private(set) var rowCount = 0

  /// Begins a file; its folder is made when it is missing.
  ///
  /// - Parameter path: `-` is standard output.
  public init(path: String, header: [String], for reader: Reader = .program) throws(ResultFileError) {
    file = try ResultFile(path: path)
    self.reader = reader
    try file.add { CSVFile.write(header.map { .text($0) }, for: reader, to: &$0) }
  }

  /// Adds the rows of a frame.
  public func append(_ frame: DataFrame) throws(ResultFileError) {
    for row in 0..<frame.rowCount { try file.add { CSVFile.write(frame.row(row), for: reader, to: &$0) } }
    rowCount += frame.rowCount
  }

  /// Puts the file in its place.
  public func finish() throws(ResultFileError) {
    try file.finish()
  }

  /// Writes a record with its line end.
  private static func write(_ values: [FrameValue], for reader: Reader, to buffer: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      guard var text = value.canonicalText else { continue }
      var isQuoted = text.isEmpty || text.utf8.contains(where: isSpecial)
      if reader == .spreadsheet, case .text = value {
        isQuoted = isQuoted || SpreadsheetText.mustBeQuoted(text)
        text = SpreadsheetText.harmless(text)
      }
      if isQuoted { writeQuoted(text, to: &buffer) } else { buffer += text.utf8 }
    }
    buffer += [0x0D, 0x0A]
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  private static func writeQuoted(_ text: String, to buffer: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    buffer.append(quote)
    for byte in text.utf8 {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }
}

/// Text that a spreadsheet is to show and not to run.
enum SpreadsheetText {
  /// The text, with an apostrophe in front where a spreadsheet takes its beginning for a formula's, or skips it: `=`, `+`,
  /// `-`, `@`, a tab, a carriage return or a line feed.
  static func harmless(_ text: String) -> String {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: "'" + text
    default: text
    }
  }

  /// Whether the text holds what divides cells where spreadsheets are not set to commas: its rest would be a cell of its own.
  static func mustBeQuoted(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == 0x09 }
  }
}
