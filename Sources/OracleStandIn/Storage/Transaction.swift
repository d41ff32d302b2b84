/// The changes of a session since its last commit, in order, so that they can be stamped or undone.
final class Transaction {
  enum Change: UInt8 { case insert, update, delete }

  struct Entry {
    var storage: TableStorage
    var row: RowReference
    var change: Change
  }

  let number: UInt32
  /// Counts statements, so that a cursor doesn't see what came after it was opened.
  private(set) var statement: UInt32 = 1
  private(set) var entries: [Entry] = []
  private(set) var savepoints: [(name: String, count: Int)] = []
  /// Constraints that are to be checked when the transaction commits.
  var deferredChecks: [ObjectIdentifier: (Table, Constraint)] = [:]
  /// Temporary tables whose rows go at the commit.
  var temporaryTables: [ObjectIdentifier: Table] = [:]

  init(number: UInt32) { self.number = number }

  var stamp: Stamp { Stamps.mark(transaction: number, statement: statement) }

  func beginStatement() { statement &+= 1 }

  func note(_ change: Change, _ row: RowReference, in storage: TableStorage) {
    entries.append(Entry(storage: storage, row: row, change: change))
  }

  /// Where the transaction stands, for `undo(to:)`.
  var mark: Int { entries.count }

  func undo(to mark: Int) {
    while entries.count > mark, let entry = entries.popLast() {
      switch entry.change {
      case .insert: entry.storage.undoInsert(entry.row)
      case .update: entry.storage.undoUpdate(entry.row)
      case .delete: entry.storage.undoDelete(entry.row)
      }
    }
    savepoints.removeAll { $0.count > mark }
  }

  func commit(scn: UInt64) {
    for entry in entries { entry.storage.commit(entry.row, scn: scn) }
    entries = []
  }

  func setSavepoint(_ name: String) {
    savepoints.removeAll { $0.name == name }
    savepoints.append((name, entries.count))
  }

  /// Undoes what came after a savepoint; false when there is none of that name.
  func undo(toSavepoint name: String) -> Bool {
    guard let index = savepoints.firstIndex(where: { $0.name == name }) else { return false }
    undo(to: savepoints[index].count)
    savepoints.removeSubrange((index + 1)...)
    return true
  }
}
