import Canonical

extension VerificationResult {
  /// The result for people: a line for each table, then the differences with the values of both sides.
  ///
  /// This is the one place where row values are shown, as the user asked for the rows. Characters that would steer a
  /// terminal are written as escapes.
  public func textLines() -> [String] {
    var rows = [["table", "Oracle rows", "PostgreSQL rows", "result"]]
    for table in tables + views {
      rows.append([
        table.table.description.printable, "\(table.sourceRows)", "\(table.targetRows)",
        table.equal ? "equal" : "DIFFERENT",
      ])
    }
    var lines = VerificationText.aligned(rows, rightAligned: [1, 2])
    for view in uncheckedViews {
      lines.append("view \(view.view.description.printable) could not be checked: \(view.reason.printable)")
    }
    for table in tables + views where !table.equal || !table.noteTexts.isEmpty {
      lines.append("")
      lines += VerificationText.lines(of: table)
    }
    if let found = schema?.lines, !found.isEmpty { lines += ["", "schema"] + found.map { "  " + $0 } }
    return lines
  }
}

extension TableComparison {
  /// What is worth saying besides the differences that are listed, a sentence each.
  public var noteTexts: [String] { notes.compactMap(text) + (sample?.noteTexts ?? []) }

  /// The same, without what tells only how the table was compared.
  public var exceptionTexts: [String] {
    notes.filter { if case .notSummed = $0 { false } else { true } }.compactMap(text) + (sample?.exceptionTexts ?? [])
  }

  private func text(_ note: Note) -> String? {
    switch note {
    case .missingInTarget: "it is not there in PostgreSQL; all \(sourceRows) rows are missing"
    case .moreDifferences where differences.isEmpty: "rows differ"
    case .moreDifferences: nil
    case .changedWhileReading:
      "rows that differed were no longer found when both sides were read again; something writes to it"
    case .lostDigits(let rows):
      "\(rows) rows have digits of a second beyond microseconds; they were compared without these"
    case .sumsDiffer where equal:
      "its sums are not those of the copy, yet both databases have the same rows: they were changed alike since, or "
        + "the ledger was"
    case .sumsDiffer: "its sums are not those that were made while it was copied; both databases were read"
    case .notSummed(let reason): "both databases were read: \(reason)"
    case .readLater(let scn):
      "Oracle no longer has the rows of SCN \(scn), which was copied; what changed there since is listed as well"
    case .notSearched(let reason): "which rows differ was not found out: \(reason)"
    case .toldApart(let scn, let damaged, let since):
      "compared with Oracle's rows of SCN \(scn), which was copied: of those listed \(damaged) are damaged, \(since) were "
        + "changed in Oracle since"
    case .notToldApart(let scn, let newer):
      "Oracle no longer has the rows of SCN \(scn), which was copied, to tell damaged rows from those that it has changed since"
        + (newer.map { "; \($0) of its rows lie in blocks that are newer" } ?? "")
    }
  }
}

extension RenderedSample {
  /// What is worth saying of the sample, a sentence each.
  var noteTexts: [String] {
    let columns = omitted.map { "\($0.column) (\($0.reason))" }.joined(separator: ", ")
    return exceptionTexts + (columns.isEmpty || reason != nil ? [] : ["not in the sample: \(columns)"])
  }

  /// The same, without what tells only how the sample was made.
  var exceptionTexts: [String] {
    var texts: [String] = []
    if !isClean {
      let are =
        differences.count == 1
        ? "1 is not what Oracle itself shows of it" : "\(differences.count) are not what Oracle itself shows of them"
      texts.append(
        "of \(rows) sampled rows \(are), though it is what was read: oraferry read wrongly, or Oracle has changed without "
          + "a trace; please report it")
    }
    if changedSince > 0 { texts.append("\(changedSince) sampled rows were changed in Oracle since, and tell nothing") }
    if let reason { texts.append("no sample was compared with Oracle's own text: \(reason)") }
    return texts
  }
}

private enum VerificationText {
  private static let maximumShownCharacters = 60

  static func lines(of table: TableComparison) -> [String] {
    let name = table.table.description.printable
    var lines: [String] = []
    if !table.differences.isEmpty {
      let isCut = table.notes.contains(.moreDifferences)
      let count = "\(table.differences.count) \(table.differences.count == 1 ? "difference" : "differences")"
      lines.append("\(name): " + (isCut ? "the first \(count), there are more" : count))
      for difference in table.differences { lines += VerificationText.lines(of: difference) }
    }
    lines += table.noteTexts.map { "\(name): \($0.printable)" }
    for difference in table.sample?.differences ?? [] { lines += VerificationText.lines(of: difference) }
    return lines
  }

  static func lines(of difference: RowDifference) -> [String] {
    let key = difference.key.map { $0.column.printable + " = " + quoted($0.value) }.joined(separator: ", ")
    let title: String =
      switch difference.kind {
      case .missing: "missing in PostgreSQL"
      case .extra: "extra in PostgreSQL"
      case .changed: "changed"
      }
    let origin =
      switch difference.isChangedSince {
      case true?: " (by Oracle, since the copy)"
      case false?: " (damaged)"
      case nil: ""
      }
    var rows: [[String]] = []
    if difference.kind == .changed { rows.append(["", "Oracle", "PostgreSQL"]) }
    let keyNames = Set(difference.key.map(\.column))
    for cell in difference.cells {
      switch difference.kind {
      case .changed:
        guard difference.columns.contains(cell.column) else { continue }
        rows.append([cell.column.printable] + pair(cell))
      case .missing, .extra:
        guard !keyNames.contains(cell.column) else { continue }
        rows.append([cell.column.printable, (cell.source ?? cell.target).map(quoted) ?? ""])
      }
    }
    return ["  \(title)\(origin): \(key)"] + aligned(rows, rightAligned: []).map { "      " + $0 }
  }

  /// Both values; when they look the same, as with blanks or a long beginning, their lengths tell them apart.
  private static func pair(_ cell: RowDifference.Cell) -> [String] {
    let values = [cell.source, cell.target]
    let texts = values.map { $0.map(quoted) ?? "" }
    guard texts[0] == texts[1] else { return texts }
    return zip(texts, values).map { text, value in
      switch value {
      case .text(_, let byteCount)?, .bytes(_, let byteCount)?: "\(text) (\(byteCount) bytes)"
      default: text
      }
    }
  }

  /// A value in one short line; text in quotes, so that blanks are seen.
  private static func quoted(_ value: CanonicalValue) -> String {
    switch value {
    case .text(let text, let byteCount):
      let isCut = text.unicodeScalars.count > maximumShownCharacters || text.utf8.count < byteCount
      let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(maximumShownCharacters)))
      return "'" + start.printable + "'" + (isCut ? "... (\(byteCount) bytes)" : "")
    case .bytes(let bytes, let byteCount):
      let isCut = bytes.count > maximumShownCharacters / 2 || bytes.count < byteCount
      let start = CanonicalValue.bytes(Array(bytes.prefix(maximumShownCharacters / 2)), byteCount: byteCount)
      return start.description + (isCut ? "... (\(byteCount) bytes)" : "")
    default:
      return value.description
    }
  }

  /// Lays rows out in columns, two blanks apart.
  static func aligned(_ rows: [[String]], rightAligned: Set<Int>) -> [String] {
    let columnCount = rows.map(\.count).max() ?? 0
    let widths = (0..<columnCount).map { column in
      rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        let padding = String(repeating: " ", count: widths[column] - text.unicodeScalars.count)
        if rightAligned.contains(column) { return padding + text }
        return column == row.count - 1 ? text : text + padding
      }
      return cells.joined(separator: "  ")
    }
  }
}
