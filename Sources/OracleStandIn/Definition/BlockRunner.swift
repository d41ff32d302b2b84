import OracleSQL
import OracleWire

/// Runs the simplest anonymous blocks: a list of SQL statements, EXECUTE IMMEDIATE of a literal, NULL.
///
/// `EXCEPTION WHEN OTHERS THEN NULL` is understood, as scripts use it around DROP. Anything else is ORA-03001.
struct BlockRunner {
  let session: StandInSession

  private static let ignoredPackages = ["DBMS_OUTPUT.", "DBMS_STATS.", "DBMS_APPLICATION_INFO."]

  func run(_ statement: StandInStatement, binds: [StandInDatum]) throws -> StandInDMLResult {
    guard binds.isEmpty, statement.bindNames.isEmpty else { throw unsupported }
    var parts = Self.split(statement.sql)
    guard let first = parts.first, first.uppercased().hasPrefix("BEGIN") else { throw unsupported }
    parts[0] = String(first.dropFirst(5)).trimmingBlanks()
    while let last = parts.last, last.isEmpty || last == "/" { parts.removeLast() }
    guard let last = parts.popLast(), Self.words(last).first == "END", Self.words(last).count <= 2 else {
      throw unsupported
    }
    var swallows = false
    if let place = parts.firstIndex(where: { Self.words($0).first == "EXCEPTION" }) {
      guard place == parts.count - 1,
        Self.words(parts[place]) == ["EXCEPTION", "WHEN", "OTHERS", "THEN", "NULL"]
      else { throw unsupported }
      parts.removeLast()
      swallows = true
    }
    do {
      for part in parts { try perform(part) }
    } catch let error as OracleError where error.code != 3001 {
      guard swallows else { throw error }
    }
    return StandInDMLResult()
  }

  private var unsupported: OracleError { .unsupported("PL/SQL beyond plain SQL statements between BEGIN and END") }

  private func perform(_ text: String) throws {
    let words = Self.words(text)
    guard let first = words.first else { return }
    if words == ["NULL"] { return }
    if Self.ignoredPackages.contains(where: { text.uppercased().hasPrefix($0) }) { return }
    if first == "EXECUTE", words.count > 2, words[1] == "IMMEDIATE" {
      let literal = String(text[text.index(text.startIndex, offsetBy: min(text.count, 7))...]).trimmingBlanks()
      let argument = String(literal.dropFirst("IMMEDIATE".count)).trimmingBlanks()
      guard case .literal(.string(let sql, _)) = try? SQLParser.parseExpression(argument).kind else {
        throw unsupported
      }
      return try execute(sql)
    }
    guard ["INSERT", "UPDATE", "DELETE", "COMMIT", "ROLLBACK", "SAVEPOINT"].contains(first) else { throw unsupported }
    try execute(text)
  }

  private func execute(_ sql: String) throws {
    let statement = try session.compile(sql, bindTypes: [])
    guard statement.kind != .query, statement.bindNames.isEmpty else { throw unsupported }
    _ = try session.run(statement, bindRows: [[]], batchErrors: false)
  }

  private static func words(_ text: String) -> [String] {
    text.uppercased().split { $0.isWhitespace }.map(String.init)
  }

  /// Splits at semicolons outside of quotes and comments; comments are dropped.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var characters = text[...]
    while let character = characters.first {
      if character == "'" || character == "\"" {
        let body = characters.dropFirst()
        let end = body.firstIndex(of: character).map { body.index(after: $0) } ?? body.endIndex
        current += characters[..<end]
        characters = characters[end...]
      } else if characters.hasPrefix("--") {
        characters = characters.drop { !$0.isNewline }
      } else if characters.hasPrefix("/*") {
        var rest = characters.dropFirst(2)
        while !rest.isEmpty, !rest.hasPrefix("*/") { rest = rest.dropFirst() }
        characters = rest.dropFirst(2)
        current += " "
      } else {
        if character == ";" {
          parts.append(current.trimmingBlanks())
          current = ""
        } else {
          current.append(character)
        }
        characters = characters.dropFirst()
      }
    }
    parts.append(current.trimmingBlanks())
    return parts
  }
}
