import Foundation

/// What the syntax tree's source declares: stored properties and enum cases, as `CreateTable.name` and
/// `Drop.Kind.view`.
///
/// Read from the source, so that a clause that somebody adds to the tree is missed here by nobody.
struct SyntaxDeclarations {
  private(set) var members: Set<String> = []

  /// Whether the labels of what enum cases hold are members, as `DataType.Kind.number.scale`.
  private let hasLabels: Bool

  /// Reads the files of OracleSQL/Syntax of these names.
  init(_ files: [String], hasLabels: Bool = false) throws {
    self.hasLabels = hasLabels
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/OracleSQL/Syntax")
    for file in files {
      read(try String(contentsOf: folder.appending(path: file + ".swift"), encoding: .utf8))
    }
  }

  private mutating func read(_ source: String) {
    var open: [(name: String, indent: Int)] = []
    for line in source.split(separator: "\n") {
      let indent = line.prefix { $0 == " " }.count
      let words = line.split { " ,:(={".contains($0) }.map(String.init)
      while let last = open.last, indent <= last.indent, line.dropFirst(indent) != "}" || indent < last.indent {
        open.removeLast()
      }
      if words.starts(with: ["public", "struct"]) || words.starts(with: ["public", "enum"]) {
        open.append((open.map { $0.name + "." }.last.map { $0 + words[2] } ?? words[2], indent))
        continue
      }
      // A computed property opens a brace behind its type.
      guard let type = open.last, indent == type.indent + 2 else { continue }
      if words.starts(with: ["public", "var"]), words.count > 2, !line.hasSuffix("{"), !line.hasSuffix("}") {
        members.insert(type.name + "." + words[2])
      } else if words.first == "case" || words.starts(with: ["indirect", "case"]) {
        let name = words[words.first == "case" ? 1 : 2].filter { $0 != "`" }
        members.insert(type.name + "." + name)
        if hasLabels { for label in Self.labels(line) { members.insert(type.name + "." + name + "." + label) } }
      }
    }
  }

  /// `scale` and `precision` of `case number(precision: Int?, scale: Int?)`.
  private static func labels(_ line: Substring) -> [String] {
    guard let open = line.firstIndex(of: "(") else { return [] }
    var labels: [String] = []
    var depth = 0
    var word = ""
    for character in line[line.index(after: open)...] {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "," where depth == 0: word = ""
      case ":" where depth == 0: labels.append(word.filter { $0 != " " })
      default: if depth == 0 { word.append(character) }
      }
      if depth < 0 { break }
    }
    return labels
  }
}
