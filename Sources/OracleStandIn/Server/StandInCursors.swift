import OracleWire

/// The cursors that one client has open, by the numbers under which it knows them.
struct StandInCursors {
  /// How many may be open at a time; clients are told at the logon.
  static let most = 300
  /// Numbers begin anew after this one: they must fit into 16 bits.
  private static let highest: UInt32 = 60000

  static var tooMany: OracleError { OracleError(code: 1000, message: "maximum open cursors exceeded") }

  private var cursors: [UInt32: StandInOpenCursor] = [:]
  private var next: UInt32 = 1
  /// Numbers that the present call has given.
  private var given: [UInt32] = []

  subscript(identifier: UInt32) -> StandInOpenCursor? { cursors[identifier] }

  /// Keeps a cursor: in the place of one that is open under its number, otherwise under a new number.
  ///
  /// - Throws: `OracleError` 1000 when too many are open.
  mutating func register(_ cursor: StandInOpenCursor) throws -> StandInOpenCursor {
    if let known = cursors[cursor.identifier] {
      if known !== cursor {
        known.rows?.close()
        closeNested(in: known)
      }
      cursors[cursor.identifier] = cursor
      return cursor
    }
    guard cursors.count < Self.most else { throw Self.tooMany }
    while cursors[next] != nil { advance() }
    let registered = StandInOpenCursor(identifier: next, statement: cursor.statement)
    cursors[next] = registered
    given.append(next)
    advance()
    return registered
  }

  private mutating func advance() {
    next = next >= Self.highest ? 1 : next + 1
  }

  /// Closes cursors; those that are not open are passed over.
  mutating func close(_ identifiers: [UInt32]) {
    for identifier in identifiers {
      guard let cursor = cursors.removeValue(forKey: identifier) else { continue }
      cursor.rows?.close()
      closeNested(in: cursor)
    }
  }

  /// Closes the cursors that the rows of a cursor hold.
  mutating func closeNested(in cursor: StandInOpenCursor) {
    guard cursor.hasCursors else { return }
    close(cursors.filter { $0.value.parent === cursor }.map(\.key))
  }

  mutating func closeAll() {
    close(Array(cursors.keys))
  }

  mutating func beginCall() {
    given = []
  }

  /// Closes what a call has opened that failed: its client never hears of the numbers, and so could not close them.
  mutating func undoCall() {
    close(given)
    given = []
  }
}
