import Model

extension Assessment {
  /// The assessment as lines for a terminal.
  ///
  /// - Parameter findings: how many findings are shown at most.
  public func lines(findings limit: Int = 15) -> [String] {
    var lines = ["\(source.printable), for PostgreSQL \(postgresVersion)", ""]
    let head = ["", "objects", "exact", "lossy", "left out"]
    let rows = (inventory + [totals]).map { kind in
      [
        kind.kind == "total" ? "total" : KindNames.name(kind.kind, count: 2), String(kind.total), String(kind.exact),
        String(kind.lossy), String(kind.notConverted),
      ]
    }
    let width = ([head] + rows).map { $0[0].count }.max() ?? 0
    for row in [head] + rows {
      let name = row[0] + String(repeating: " ", count: width - row[0].count)
      lines.append(name + row.dropFirst().map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined())
    }
    lines += [
      "", "effort: \(effort.low) to \(effort.high) hours" + (codeLines > 0 ? ", \(codeLines) lines of code" : ""),
    ]
    for item in effort.items.prefix(8) { lines.append("  \(item.work): \(item.hours) h") }
    let worst = self.findings.filter { $0.severity != .info }
    if !worst.isEmpty { lines.append("") }
    for finding in worst.prefix(limit) {
      let place = finding.script.map { " (\($0)\(finding.line.map { ":\($0)" } ?? ""))" } ?? ""
      let word = finding.severity == .lossy ? "lossy" : "left out"
      lines.append("\(word): \(finding.objectType) \(finding.name)\(place): \(finding.message)".printable)
    }
    if worst.count > limit { lines.append("... and \(worst.count - limit) more") }
    return lines
  }
}
