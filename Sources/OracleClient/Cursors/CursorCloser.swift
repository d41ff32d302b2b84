import OracleWire
import Synchronization

/// Whether a cursor is open, for those that stand in its rows: the server closes them with it.
///
/// A number that the server has closed by itself must not be closed again: it may have given it to another cursor since.
final class CursorLife: Sendable {
  private let parent: CursorLife?
  private let isOpen = Mutex(true)

  init(parent: CursorLife?) {
    self.parent = parent
  }

  /// Takes a step if the cursor and all in whose rows it stands are open, and before any of them is closed.
  func whileOpen(_ step: () -> Void) {
    isOpen.withLock { isOpen in
      guard isOpen else { return }
      if let parent { parent.whileOpen(step) } else { step() }
    }
  }

  /// Ends it, by a step behind which no cursor of its rows is closed any more.
  func end(_ step: () -> Void = {}) {
    isOpen.withLock { isOpen in
      isOpen = false
      step()
    }
  }
}

/// Closes a cursor when nothing refers to its rows any more, also when they were left half way.
final class CursorCloser: Sendable {
  private let connection: OracleConnection
  let cursor: UInt32
  /// Whether a block opened the cursor.
  let isOfBlock: Bool
  /// Nil where no locators were asked for.
  let lobs: BatchLOBs?
  /// Nil where no column has cursors.
  let cursors: BatchCursors?
  let life: CursorLife
  private let parent: CursorLife?
  private let ahead = Mutex<PendingCall?>(nil)

  /// - Parameters:
  ///   - columns: as they are delivered.
  ///   - parent: that of the query in whose row the cursor stands.
  ///   - isOfBlock: whether a block opened the cursor: it may have fetched rows already.
  init(
    connection: OracleConnection, cursor: UInt32, columns: [ColumnDescription], parent: CursorLife? = nil,
    isOfBlock: Bool = false
  ) {
    self.connection = connection
    self.cursor = cursor
    self.isOfBlock = isOfBlock
    self.parent = parent
    let life = CursorLife(parent: parent)
    self.life = life
    let hasLocators = columns.contains { $0.locatorPrefetch != nil }
    lobs = hasLocators ? BatchLOBs(columns: columns, connection: connection) : nil
    let hasCursors = columns.contains { $0.typeCode == .cursor }
    cursors = hasCursors ? BatchCursors(columns: columns, connection: connection, life: life) : nil
  }

  /// Takes care of what the rows of a batch refer to, and no longer of that of the batch before.
  func follow(_ batch: RowBatch?) throws(WireError) {
    try lobs?.follow(batch)
    try cursors?.follow(batch)
  }

  /// Rows that are on their way: temporary LOBs in them must be freed though nobody waits any more.
  func expect(_ rows: PendingCall?) {
    if lobs != nil { ahead.withLock { $0 = rows } }
    guard cursors != nil, let rows else { return }
    // A fetch that fails closes the cursors of the rows before.
    rows.response.whenComplete { [life] result in
      if case .success(let response) = result, response.error == nil { return }
      life.end()
    }
  }

  deinit {
    if let lobs, let rows = ahead.withLock({ $0 }) {
      rows.response.whenSuccess { response in
        // Rows that can't be read are no error of one who doesn't want them.
        try? lobs.follow(response.batch)
        try? lobs.follow(nil)
      }
    }
    life.end {
      if let parent {
        parent.whileOpen { connection.close(cursor: cursor) }
      } else {
        connection.close(cursor: cursor)
      }
    }
  }
}
