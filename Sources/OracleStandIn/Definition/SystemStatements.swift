import OracleSQL
import OracleWire

/// ALTER SYSTEM, as far as it can break a client's work: KILL SESSION, and SET UNDO_RETENTION.
///
/// Nobody is asked for the right to it.
struct SystemStatements {
  let session: StandInSession
  let sql: [UInt8]

  func run(_ statement: AdministrativeStatement) throws {
    guard statement.verb == "ALTER", statement.object == "SYSTEM", let clause = statement.clauses.first else {
      throw OracleError.unsupported("this statement")
    }
    let text = String(decoding: sql[clause.range.start..<clause.range.end], as: UTF8.self)
    let words = text.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    switch words.prefix(2).map({ $0.uppercased() }) {
    case ["KILL", "SESSION"] where words.count <= 4: try kill(words.count > 2 ? words[2] : "")
    case ["SET", "UNDO_RETENTION"] where words.count >= 3:
      guard let seconds = Int(words[2]), (0...Int(Int32.max)).contains(seconds) else {
        throw OracleError(code: 2017, message: "integer value required")
      }
      session.database.undo.retention = seconds
      session.database.dropUndo(at: SystemClock.second(SystemClock.now()))
    default: throw OracleError.unsupported("ALTER SYSTEM \(words.prefix(2).joined(separator: " "))")
    }
  }

  /// Marks a session: its transaction is undone at once, and its next call answered with ORA-00028.
  private func kill(_ place: String) throws {
    let numbers = place.split(separator: ",").map { Int($0.filter { $0 != "'" }) }
    guard place.hasPrefix("'"), place.hasSuffix("'"), numbers.count == 2, let identifier = numbers[0],
      numbers[1] != nil
    else { throw OracleError(code: 26, message: "missing or invalid session ID") }
    guard let found = session.database.openSessions.first(where: { $0.identifier == identifier }), numbers[1] == 1,
      !found.isKilled
    else { throw OracleError(code: 30, message: "User session ID does not exist.") }
    guard found !== session else { throw OracleError(code: 27, message: "cannot kill current session") }
    found.undoTransaction()
    found.isKilled = true
  }
}
