import Model
import OracleSQL

// DDL inside of anonymous blocks.
extension SchemaReplay {
  /// Runs what a block gives to EXECUTE IMMEDIATE as one literal, in order and once: what else the block decides is not
  /// followed, and said so.
  mutating func runDynamicStatements() {
    let (statements, others, hasChoices) = dynamicStatements()
    let block = (text, place)
    for (statement, line) in statements {
      text = Array(statement.utf8)
      place = ScriptPlace(script: block.1.script, line: block.1.line + line)
      runInner()
    }
    (text, place) = block
    let makes = reportPackageCalls()
    if statements.isEmpty, others == 0, !makes {
      report(
        .info, "script.block", "block at \(place)", "what a block does as it runs is not followed",
        "see whether it makes or changes objects")
    }
    if hasChoices, !statements.isEmpty {
      report(
        .info, "script.block", "block at \(place)",
        "its EXECUTE IMMEDIATE stand under conditions, in loops or in exception handlers, which are not followed: each is "
          + "run once",
        "see whether the block would run all of them")
    }
    if others > 0 {
      report(
        .warning, "script.dynamic", "block at \(place)",
        "\(others) of its EXECUTE IMMEDIATE build their statement as they run; they are left out",
        "write out what they make")
    }
  }

  /// The literals behind EXECUTE IMMEDIATE with their lines, counted from 0, how many have none, and whether the block has
  /// IF, CASE or LOOP, or one of them stands in an exception handler.
  private mutating func dynamicStatements() -> (literals: [(String, Int)], others: Int, hasChoices: Bool) {
    var literals: [(String, Int)] = []
    var others = 0
    var hasChoices = false
    var lexer = Lexer(text, options: .placeholders)
    var last: [Token] = []
    var blocks = BlockNesting()
    while let token = try? lexer.next(), token.kind != .end {
      let isBehind =
        last.count == 2 && source(last[0].range).uppercased() == "EXECUTE"
        && source(last[1].range).uppercased() == "IMMEDIATE"
      last = [last.last, token].compactMap { $0 }
      let word = token.kind == .word ? source(token.range).uppercased() : ""
      blocks.take(word)
      if ["IF", "CASE", "LOOP"].contains(word) { hasChoices = true }
      guard isBehind else { continue }
      if blocks.isInHandler { hasChoices = true }
      if token.kind == .string, let next = try? lexer.next(), next.kind != .concatenation {
        let written = source(token.range).dropFirst().dropLast()
        literals.append(
          (
            written.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'"),
            line(of: token.range).line - place.line
          ))
        last = [next]
      } else {
        others += 1
      }
    }
    return (literals, others, hasChoices)
  }
}

/// Which blocks of a program are open, and which of them are in their exception handlers.
private struct BlockNesting {
  /// Of each open block or CASE, whether its handlers have begun.
  private var open: [Bool] = []
  private var closed: Bool?
  private var last = ""

  var isInHandler: Bool { open.contains(true) }

  /// Takes the next token: a word in upper case, nothing for any other token.
  mutating func take(_ word: String) {
    switch (last, word) {
    case ("END", "IF"), ("END", "LOOP"):
      // Not the end of a block after all.
      if let closed { open.append(closed) }
    case ("END", "CASE"): break
    case (_, "BEGIN"), (_, "CASE"): open.append(false)
    case (_, "END"): closed = open.popLast()
    case ("EXCEPTION", "WHEN"):
      if !open.isEmpty { open[open.count - 1] = true }
    default: break
    }
    last = word
  }
}
