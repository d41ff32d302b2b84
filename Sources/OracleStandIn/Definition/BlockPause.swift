/// Where a session stood before a block: what the block changed can be undone.
struct BlockStart {
  private let transaction: Transaction?
  private let mark: Int

  init(_ session: StandInSession) {
    transaction = session.transaction
    mark = session.transaction?.mark ?? 0
  }

  /// Undoes what the block changed and has not committed; call it under the database's lock.
  func undo(_ session: StandInSession) {
    guard let open = session.transaction else { return }
    open.undo(to: open === transaction ? mark : 0)
    if open !== transaction, open.entries.isEmpty { session.transaction = nil }
  }
}

/// The sleep at a block's end: how long its call still lasts, and how the block is undone should the call be broken off.
struct BlockPause {
  /// What DBMS_SESSION.SLEEP and DBMS_LOCK.SLEEP take at most, in hundredths of a second: an hour.
  static let longest = 360_000

  let duration: Duration
  let start: BlockStart
}
