/// Lines at the end of a terminal's text that are drawn anew again and again, while others pass above them.
///
/// It only makes texts; the caller writes them. The terminal may be resized at any time: how many of its rows the block
/// takes is counted by the size that it has when it is drawn over.
public struct LiveBlock: Sendable {
  /// The lines that are there now.
  private var lines: [String] = []

  /// An empty block.
  public init() {}

  /// Whether there is anything to be drawn over.
  public var isEmpty: Bool { lines.isEmpty }

  /// What draws the block anew.
  ///
  /// - Parameters:
  ///   - lines: those of the block, without control characters; they are cut to the width, and to the height less one row.
  ///   - passing: lines that stay, above the block.
  ///   - size: the terminal's now.
  public mutating func drawing(_ lines: [String], passing: [String] = [], size: TerminalSize) -> String {
    let erased = erasing(size: size)
    self.lines = lines.prefix(max(1, size.rows - 1)).map { line in
      // A line that fills the last column may wrap by itself.
      TerminalText.prefix(line, columns: max(1, size.columns - 1))
    }
    return erased + passing.map { $0 + "\n" }.joined() + self.lines.joined(separator: "\n")
  }

  /// What takes the block away; the next text begins where it began.
  public mutating func erasing(size: TerminalSize) -> String {
    guard !lines.isEmpty else { return "" }
    // A narrower terminal has wrapped them.
    let rows = lines.reduce(0) { $0 + max(1, (TerminalText.width($1) + size.columns - 1) / size.columns) }
    lines = []
    return "\r" + (rows > 1 ? "\u{1B}[\(rows - 1)A" : "") + "\u{1B}[J"
  }
}
