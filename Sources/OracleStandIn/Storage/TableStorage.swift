import OracleWire

/// The rows of one table; TRUNCATE and changes of columns give the table a new one.
final class TableStorage {
  /// The data object's number, part of every ROWID.
  let dataObject: UInt32
  var columnCount: Int
  private(set) var blocks: BlockList
  /// Block numbers as ROWIDs show them, for each block.
  private var blockNumbers: BlockNumbers
  private let allocateBlockNumber: () -> UInt32
  /// Rows that live, uncommitted ones included.
  var liveRows = 0
  /// The first SCN at which the storage can be read: that of the DDL that made it.
  var readableFrom: UInt64
  private let undo: Undo

  init(
    dataObject: UInt32, columnCount: Int, readableFrom: UInt64, undo: Undo,
    allocateBlockNumber: @escaping () -> UInt32
  ) {
    self.undo = undo
    self.dataObject = dataObject
    self.columnCount = columnCount
    self.readableFrom = readableFrom
    self.allocateBlockNumber = allocateBlockNumber
    blocks = BlockList()
    blockNumbers = .kept([])
  }

  /// Rows that are computed; their blocks have consecutive numbers.
  init(dataObject: UInt32, columnCount: Int, readableFrom: UInt64, rows: GeneratedRows, firstBlock: UInt32) {
    self.dataObject = dataObject
    self.columnCount = columnCount
    self.readableFrom = readableFrom
    // Nobody changes them.
    undo = Undo()
    allocateBlockNumber = { preconditionFailure("generated rows take no more blocks") }
    blocks = BlockList(generated: rows)
    blockNumbers = .consecutive(first: firstBlock, count: rows.blockCount)
    liveRows = rows.count
  }

  /// The blocks' numbers, ascending.
  private enum BlockNumbers {
    case kept([UInt32])
    case consecutive(first: UInt32, count: Int)

    var count: Int {
      switch self {
      case .kept(let numbers): numbers.count
      case .consecutive(_, let count): count
      }
    }

    subscript(index: Int) -> UInt32 {
      switch self {
      case .kept(let numbers): numbers[index]
      case .consecutive(let first, _): first + UInt32(truncatingIfNeeded: index)
      }
    }

    mutating func append(_ number: UInt32) {
      guard case .kept(var numbers) = self else { return }
      self = .kept([])
      numbers.append(number)
      self = .kept(numbers)
    }
  }

  static let file: UInt16 = 7

  /// Adds a row.
  ///
  /// - Throws: ORA-01653 when a table has no place left.
  func append(_ image: [UInt8], stamp: Stamp) throws -> RowReference {
    if blocks.last?.isFull ?? true {
      guard blocks.count < 1 << (32 - Int(RowReference.slotBits)) - 1 else {
        throw OracleError(code: 1653, message: "unable to extend table: it has no block left in the stand-in")
      }
      let block = Block()
      block.slots.reserveCapacity(64)
      blocks.append(block)
      blockNumbers.append(allocateBlockNumber())
    }
    let index = blocks.count - 1
    let block = blocks[index]
    block.slots.append(try version(image, in: block, stamp: stamp, previous: -1))
    liveRows += 1
    return RowReference(block: index, slot: block.slots.count - 1)
  }

  private func version(_ image: [UInt8], in block: Block, stamp: Stamp, previous: Int32) throws -> RowVersion {
    guard block.bytes.count + image.count < Int(UInt32.max) else {
      throw OracleError(code: 1653, message: "unable to extend table: a row is too large for the stand-in")
    }
    let offset = block.bytes.count
    block.bytes.append(contentsOf: image)
    return RowVersion(
      offset: UInt32(truncatingIfNeeded: offset), length: UInt32(truncatingIfNeeded: image.count), created: stamp,
      deleted: Stamps.none, previous: previous)
  }

  /// Gives a row a new version.
  func update(_ row: RowReference, image: [UInt8], stamp: Stamp) throws {
    let block = blocks[row.block]
    var old = block.slots[row.slot]
    let new = try version(image, in: block, stamp: stamp, previous: Int32(truncatingIfNeeded: block.older.count))
    old.deleted = stamp
    block.older.append(old)
    block.slots[row.slot] = new
  }

  func delete(_ row: RowReference, stamp: Stamp) {
    blocks[row.block].slots[row.slot].deleted = stamp
    liveRows -= 1
  }

  func newest(_ row: RowReference) -> RowVersion { blocks[row.block].slots[row.slot] }

  // MARK: Undo and commit

  func undoInsert(_ row: RowReference) {
    blocks[row.block].slots[row.slot].created = Stamps.dead
    liveRows -= 1
  }

  func undoUpdate(_ row: RowReference) {
    let block = blocks[row.block]
    let previous = Int(block.slots[row.slot].previous)
    guard block.older.indices.contains(previous) else { return }
    var restored = block.older[previous]
    restored.deleted = Stamps.none
    block.slots[row.slot] = restored
  }

  func undoDelete(_ row: RowReference) {
    blocks[row.block].slots[row.slot].deleted = Stamps.none
    liveRows += 1
  }

  /// Replaces a transaction's marks on a row by the SCN of its commit.
  func commit(_ row: RowReference, scn: UInt64) {
    let block = blocks[row.block]
    block.lastChange = scn
    if Stamps.isOpen(block.slots[row.slot].created) { block.slots[row.slot].created = scn }
    if Stamps.isOpen(block.slots[row.slot].deleted) { block.slots[row.slot].deleted = scn }
    var previous = Int(block.slots[row.slot].previous)
    while previous >= 0 {
      let wasOpen = Stamps.isOpen(block.older[previous].created)
      if wasOpen { block.older[previous].created = scn }
      if Stamps.isOpen(block.older[previous].deleted) { block.older[previous].deleted = scn }
      guard wasOpen else { break }
      previous = Int(block.older[previous].previous)
    }
  }

  /// Whether a snapshot can still be made of a block.
  ///
  /// - Throws: ORA-01555 when it was changed since, and the undo of a change is gone.
  @inline(__always)
  func checkUndo(_ block: Block, for snapshot: Snapshot) throws {
    guard snapshot.scn < undo.goneUntil, block.lastChange > snapshot.scn else { return }
    if block.wasChanged(after: snapshot.scn, until: undo.goneUntil) { throw OracleError.snapshotTooOld }
  }

  // MARK: ROWIDs

  func rowID(_ row: RowReference) -> StandInRowID {
    StandInRowID(
      object: dataObject, file: TableStorage.file, block: blockNumbers[row.block], slot: UInt16(row.slot))
  }

  /// Runs of blocks whose numbers follow each other, of at most 128, as extents of Oracle's are: first number and count.
  var extents: [(first: UInt32, blocks: Int)] {
    var runs: [(first: UInt32, blocks: Int)] = []
    for index in 0..<blockNumbers.count {
      let number = blockNumbers[index]
      if let run = runs.last, run.blocks < 128, number == run.first + UInt32(run.blocks) {
        runs[runs.count - 1].blocks += 1
      } else {
        runs.append((number, 1))
      }
    }
    return runs
  }

  /// The place that a ROWID names; nil when it isn't one of this table's.
  func reference(_ rowID: StandInRowID) -> RowReference? {
    guard rowID.object == dataObject, rowID.file == TableStorage.file else { return nil }
    var low = 0
    var high = blockNumbers.count
    while low < high {
      let middle = (low + high) / 2
      if blockNumbers[middle] < rowID.block { low = middle + 1 } else { high = middle }
    }
    guard low < blockNumbers.count, blockNumbers[low] == rowID.block, Int(rowID.slot) < blocks.slotCount(low) else {
      return nil
    }
    return RowReference(block: low, slot: Int(rowID.slot))
  }

  /// The values of a row version.
  func values(_ row: RowReference, _ version: RowVersion) -> [[UInt8]?] {
    blocks[row.block].bytes.withUnsafeBufferPointer {
      RowImage.values(rowAt: Int(version.offset), columns: columnCount, in: $0)
    }
  }

  /// Calls the body with each row that a snapshot sees.
  func forEach(seenBy snapshot: Snapshot, _ body: (RowReference, RowVersion) throws -> Void) rethrows {
    for (index, block) in blocks.enumerated() {
      for slot in block.slots.indices {
        if let version = block.version(slot, seenBy: snapshot) {
          try body(RowReference(block: index, slot: slot), version)
        }
      }
    }
  }
}
