/// A small terminal: lines that wrap, and wrap anew when it is resized, as most terminals do.
struct Screen {
  private(set) var columns: Int
  /// What was written line by line, before wrapping.
  private var lines: [[Character]] = [[]]
  /// Line, and place in it, of the next character.
  private var line = 0
  private var place = 0

  init(columns: Int) { self.columns = columns }

  /// Every line that was written, however it is wrapped.
  var text: [String] { lines.map { String($0) } }

  mutating func resize(columns: Int) { self.columns = columns }

  mutating func write(_ text: String) {
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      switch character {
      case "\n":
        line += 1
        place = 0
        if line == lines.count { lines.append([]) }
      case "\r": place = place / columns * columns
      case "\u{1B}":
        let sequence = rest.prefix { !$0.isLetter }
        rest = rest.dropFirst(sequence.count)
        let command = rest.popFirst()
        let number = Int(String(sequence.dropFirst())) ?? 1
        if command == "A" { up(number) } else if command == "J" { eraseBelow() }
      default:
        if place < lines[line].count { lines[line][place] = character } else { lines[line].append(character) }
        place += 1
      }
    }
  }

  /// Moves the cursor up by rows of the screen.
  private mutating func up(_ rows: Int) {
    for _ in 0..<rows {
      if place >= columns {
        place -= columns
      } else if line > 0 {
        line -= 1
        place += max(0, (lines[line].count - 1) / columns) * columns
      }
    }
  }

  private mutating func eraseBelow() {
    lines[line] = Array(lines[line].prefix(place))
    lines = Array(lines.prefix(line + 1))
  }
}
