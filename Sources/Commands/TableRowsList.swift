import ArgumentParser
import Foundation

/// `--tables A,B=N` of `generate`: tables, each perhaps with its own number of rows.
struct TableRowsList: ExpressibleByArgument {
  let entries: [(name: String, rows: Int?)]

  init?(argument: String) {
    var entries: [(name: String, rows: Int?)] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: true) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      let name = sides[0].trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty, sides.count <= 2 else { return nil }
      guard sides.count == 2 else {
        entries.append((name, nil))
        continue
      }
      guard let rows = Int(sides[1]), rows >= 0 else { return nil }
      entries.append((name, rows))
    }
    guard !entries.isEmpty else { return nil }
    self.entries = entries
  }
}
