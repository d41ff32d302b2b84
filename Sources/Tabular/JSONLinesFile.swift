import Model

/// A file of JSON lines that is being written: UTF-8, for each row one object on a line of its own, which ends with a line
/// feed; the columns in their order.
///
/// The file is there as a whole or not at all. `FrameValue.writeJSON` tells what becomes of values.
public final class JSONLinesFile {
  private let file: ResultFile
  /// What stands before each value: a brace or comma, the name, a colon.
  private let leads: [[UInt8]]
  /// Rows written so far.
  public private(set) var rowCount = 0

  /// Begins a file; its folder is made when it is missing.
  ///
  /// - Parameter path: `-` is standard output.
  /// - Throws: `ResultFileError`, or `SameNameError` before anything is made.
  public init(path: String, names: [String]) throws {
    var seen: Set<String> = []
    if let name = names.first(where: { !seen.insert($0).inserted }) { throw SameNameError(name: name) }
    leads = names.enumerated().map { index, name in
      var lead = [UInt8(ascii: index == 0 ? "{" : ",")]
      FrameValue.writeJSON(name, to: &lead)
      lead.append(UInt8(ascii: ":"))
      return lead
    }
    file = try ResultFile(path: path)
  }

  /// Adds the rows of a frame, which has the columns of the file.
  public func append(_ frame: DataFrame) throws(ResultFileError) {
    precondition(frame.columns.count == leads.count, "a value for each name")
    for row in 0..<frame.rowCount {
      try file.add { buffer in
        if leads.isEmpty { buffer.append(UInt8(ascii: "{")) }
        for (lead, column) in zip(leads, frame.columns) {
          buffer += lead
          column.values[row].writeJSON(to: &buffer)
        }
        buffer += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
      }
    }
    rowCount += frame.rowCount
  }

  /// Puts the file in its place.
  public func finish() throws(ResultFileError) {
    try file.finish()
  }
}

/// Two columns of a result have one name, which an object cannot have twice.
public struct SameNameError: Error, Sendable, CustomStringConvertible {
  public var name: String
  public var description: String {
    "two columns have the name \(name.printable), of which a JSON object can hold one; name them apart with AS"
  }
}
