/// The lines of a program, indented.
struct ProgramText {
  private(set) var lines: [String] = []
  private var depth = 0

  /// Adds a line, or the lines of a text.
  mutating func add(_ line: String) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  /// Adds what a program inside of it consists of.
  mutating func add(_ text: ProgramText) {
    for line in text.lines { add(line) }
  }

  /// Adds lines that are indented further.
  mutating func nested<Failure: Error>(_ body: (inout ProgramText) throws(Failure) -> Void) throws(Failure) {
    depth += 1
    defer { depth -= 1 }
    try body(&self)
  }

  /// The text between dollar signs, which end nothing inside of it.
  var quoted: String {
    let text = lines.joined(separator: "\n")
    var tag = "$$"
    var number = 0
    while text.contains(tag) {
      number += 1
      tag = "$body\(number)$"
    }
    return "\(tag)\n\(text)\n\(tag)"
  }
}
