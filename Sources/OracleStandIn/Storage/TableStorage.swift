import OracleWire

/// The rows of one table; TRUNCATE and changes of columns give the table a new one.
final class TableStorage {
  /// The data object's number, part of every ROWID.
  let dataObject: UInt32
  var columnCount: Int
  private(set) var blocks: [Block] = []
  /// Block numbers as ROWIDs show them, for each block.
  private var blockNumbers: [UInt32] = []
  private let allocateBlockNumber: () -> UInt32
  /// Rows that live, uncommitted ones included.
  var liveRows = 0
  /// The first SCN at which the storage can be read: that of the DDL that made it.
  var readableFrom: UInt64

  init(dataObject: UInt32, columnCount: Int, readableFrom: UInt64, allocateBlockNumber: @escaping () -> UInt32) {
    self.dataObject = dataObject
    self.columnCount = columnCount
    self.readableFrom = readableFrom
    self.allocateBlockNumber = allocateBlockNumber
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

  // MARK: ROWIDs

  func rowID(_ row: RowReference) -> StandInRowID {
    StandInRowID(
      object: dataObject, file: TableStorage.file, block: blockNumbers[row.block], slot: UInt16(row.slot))
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
    guard low < blockNumbers.count, blockNumbers[low] == rowID.block, Int(rowID.slot) < blocks[low].slots.count else {
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
