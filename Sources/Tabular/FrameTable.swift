import Model

/// A data frame as lines for people: names, a rule, rows.
public struct FrameTable: Sendable {
  /// Characters of a value that are shown.
  public static let widest = 40

  private let frame: DataFrame

  /// Shows a frame.
  public init(_ frame: DataFrame) {
    self.frame = frame
  }

  /// The lines; numbers stand to the right, NULL is shown as `∅`, and what would steer a terminal is escaped.
  public var lines: [String] {
    let cells = frame.columns.map { column in column.values.map(FrameTable.cell) }
    let names = frame.columns.map { FrameTable.cut($0.name.printable) }
    let widths = frame.columns.indices.map { index in
      cells[index].reduce(names[index].unicodeScalars.count) { max($0, $1.unicodeScalars.count) }
    }
    func line(_ texts: [String]) -> String {
      let fields = frame.columns.indices.map { index in
        let blanks = String(repeating: " ", count: max(0, widths[index] - texts[index].unicodeScalars.count))
        let isRight = frame.columns[index].type == .number || frame.columns[index].type == .double
        return isRight ? blanks + texts[index] : texts[index] + blanks
      }
      let text = fields.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return [line(names), rule] + (0..<frame.rowCount).map { row in line(cells.map { $0[row] }) }
  }

  private static func cell(_ value: FrameValue) -> String {
    cut(value.canonicalText?.printable ?? "∅")
  }

  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= widest ? text : String(text.unicodeScalars.prefix(widest - 1)) + "…"
  }
}
