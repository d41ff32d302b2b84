import OracleSQL
import OracleWire

/// How the rows of one source are found: all of them, a range of ROWIDs, or by a key.
struct AccessPath {
  struct KeyPart {
    var column: Int
    var value: CompiledValue
  }

  /// Equalities with values that are known before the scan, by column.
  var keyParts: [KeyPart] = []
  /// Bounds on the ROWID, with the condition's place.
  var rowIDBounds: [(operation: BinaryOperator, value: CompiledValue, condition: Int)] = []

  init(source: Int, conditions: [CompiledCondition]) {
    for (place, condition) in conditions.enumerated() {
      if let (left, right) = condition.equality {
        if let column = left.column, column.source == source, right.dependence.isFixed {
          keyParts.append(KeyPart(column: column.column, value: right))
        } else if let column = right.column, column.source == source, left.dependence.isFixed {
          keyParts.append(KeyPart(column: column.column, value: left))
        }
      }
      if let (bounded, operation, value) = condition.rowIDBound, bounded == source, value.dependence.isFixed {
        rowIDBounds.append((operation, value, place))
      }
    }
  }
}

/// Walks over the rows of one source that a snapshot sees and that meet conditions.
final class TableScan {
  let frame: Frame
  let source: RowSource
  let index: Int
  private(set) var conditions: [CompiledCondition]
  /// The random part that is read; nil for all.
  private let sample: TableSample?
  /// Rows found by key; nil while blocks are walked.
  private var found: [(RowReference, RowVersion)]?
  private(set) var block: Int
  private(set) var slot: Int
  let lastBlock: Int
  let lastSlot: Int

  init(
    frame: Frame, index: Int, conditions: [CompiledCondition], path: AccessPath, table: Table?,
    sample: TableSample? = nil
  ) throws {
    self.sample = sample
    self.frame = frame
    self.index = index
    self.conditions = conditions
    source = frame.sources[index]
    var first = RowReference(packed: 0)
    var last = RowReference(packed: .max)
    var isEmpty = false
    if let storage = source.storage {
      var settled: Set<Int> = []
      for bound in path.rowIDBounds
      where try TableScan.narrow(&first, &last, &isEmpty, bound.operation, bound.value.evaluate(frame), storage) {
        settled.insert(bound.condition)
      }
      // What the walk's own bounds see to need not be asked of each row.
      self.conditions = conditions.indices.filter { !settled.contains($0) }.map { conditions[$0] }
      if !isEmpty, sample == nil, let table, table.storage === storage {
        // The last is taken first: rows come in the order in which a walk would find them.
        found = try TableScan.rows(path, frame, table, seenBy: source.snapshot)?
          .filter { $0.0.packed >= first.packed && $0.0.packed <= last.packed }
          .sorted { $0.0.packed > $1.0.packed }
      }
      if isEmpty { found = [] }
    }
    block = first.block
    slot = first.slot
    lastBlock = last.block
    lastSlot = last.slot
  }

  /// Narrows a walk to the rows that a bound allows.
  ///
  /// - Returns: whether the walk has exactly those rows, so that the condition itself need not be tested.
  private static func narrow(
    _ first: inout RowReference, _ last: inout RowReference, _ isEmpty: inout Bool, _ operation: BinaryOperator,
    _ value: Value, _ storage: TableStorage
  ) throws -> Bool {
    guard !value.isNull else {
      isEmpty = true
      return false
    }
    guard let rowID = StandInRowID(text: value.bytes) else { throw OracleError.badRowID }
    // Only a ROWID of a row of the table narrows the scan; the conditions decide in any case.
    guard let place = storage.reference(rowID) else {
      if operation == .equal { isEmpty = true }
      return false
    }
    var isExact = true
    switch operation {
    case .equal:
      if place.packed > first.packed { first = place }
      if place.packed < last.packed { last = place }
    case .greaterOrEqual: if place.packed > first.packed { first = place }
    case .greater:
      if place.packed >= first.packed { first = RowReference(packed: place.packed + 1) }
    case .lessOrEqual: if place.packed < last.packed { last = place }
    case .less:
      if place.packed == 0 {
        isEmpty = true
      } else if place.packed <= last.packed {
        last = RowReference(packed: place.packed - 1)
      }
    default: isExact = false
    }
    if first.packed > last.packed { isEmpty = true }
    return isExact
  }

  /// The rows that a key finds, in no order; nil when all must be walked over.
  private static func rows(
    _ path: AccessPath, _ frame: Frame, _ table: Table, seenBy snapshot: Snapshot
  ) throws -> [(RowReference, RowVersion)]? {
    if let generated = table.storage.blocks.generated {
      guard let part = path.keyParts.first(where: { table.columns[$0.column].position == 0 }),
        let key = try storedForm(part.value.evaluate(frame), table.columns[part.column].type, frame.execution.rules)
      else { return nil }
      guard let row = generated.reference(ofKey: key),
        let version = table.storage.blocks[row.block].version(row.slot, seenBy: snapshot)
      else { return [] }
      return [(row, version)]
    }
    guard let key = try lookup(path, frame, table) else { return nil }
    return try key.index.rows(key: key.bytes, seenBy: snapshot)
  }

  private static func lookup(
    _ path: AccessPath, _ frame: Frame, _ table: Table
  ) throws -> (index: HashIndex, bytes: [UInt8])? {
    guard !path.keyParts.isEmpty else { return nil }
    let byPosition = Dictionary(
      path.keyParts.map { (table.columns[$0.column].position, $0) }, uniquingKeysWith: { first, _ in first })
    for index in table.hashIndexes {
      guard case .columns(let positions) = index.key, positions.allSatisfy({ byPosition[$0] != nil }) else { continue }
      if let bytes = try key(positions, byPosition, frame, table) { return (index, bytes) }
    }
    // A subquery that runs for each outer row earns an index of its own, and so does a column that leads an index.
    guard
      let part = path.keyParts.first(where: { part in
        part.value.dependence.readsOuter || table.isIndexed(by: table.columns[part.column])
      })
    else { return nil }
    let positions = [table.columns[part.column].position]
    guard let bytes = try key(positions, byPosition, frame, table) else { return nil }
    return (try table.lookup(positions), bytes)
  }

  private static func key(
    _ positions: [Int], _ parts: [Int: AccessPath.KeyPart], _ frame: Frame, _ table: Table
  ) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    for position in positions {
      guard let part = parts[position] else { return nil }
      let type = table.columns[part.column].type
      let value = try part.value.evaluate(frame)
      guard let stored = try storedForm(value, type, frame.execution.rules) else { return nil }
      RowImage.append(stored, to: &bytes)
    }
    return bytes
  }

  /// The cell that a column holds when it equals the value; nil when that cannot be told by bytes.
  private static func storedForm(_ value: Value, _ type: ColumnType, _ rules: ConversionRules) throws -> [UInt8]? {
    guard !value.isNull, !type.isNational else { return nil }
    switch type.base {
    case .number where value.type == .number || value.type == .varchar || value.type == .char:
      return try rules.number(value).bytes
    case .date where value.type == .date: return value.bytes
    case .timestamp where value.type == .timestamp || value.type == .date: return value.bytes
    case .raw where value.type == .raw: return value.bytes
    case .varchar where value.type == .varchar || value.type == .char: return value.bytes
    case .char where value.type == .varchar: return value.bytes
    case .char where value.type == .char && !type.inCharacters:
      var bytes = value.bytes
      while bytes.count > type.length, bytes.last == 0x20 { bytes.removeLast() }
      if bytes.count < type.length { bytes += Array(repeating: 0x20, count: type.length - bytes.count) }
      return bytes
    default: return nil
    }
  }

  /// Whether blocks are walked without conditions, up to `lastBlock` and its `lastSlot`.
  var walksBlocks: Bool { found == nil && conditions.isEmpty && source.storage != nil && sample == nil }

  /// Moves a block walk on, for callers that copy rows themselves.
  func move(toBlock block: Int, slot: Int) {
    self.block = block
    self.slot = slot
  }

  /// Walks over all blocks that are left, and counts the rows; for walks without conditions.
  func countRows() -> Int {
    guard let blocks = source.storage?.blocks else { return 0 }
    var count = 0
    while block < blocks.count, block <= lastBlock {
      let slots = block == lastBlock ? min(blocks.slotCount(block), lastSlot + 1) : blocks.slotCount(block)
      if slot < slots {
        if let generated = blocks.generated {
          count += generated.isSeen(by: source.snapshot) ? slots - slot : 0
        } else {
          let current = blocks[block]
          for slot in slot..<slots where current.version(slot, seenBy: source.snapshot) != nil { count += 1 }
        }
      }
      move(toBlock: block + 1, slot: 0)
    }
    return count
  }

  /// Puts the next row into the frame; false at the end.
  func next() throws -> Bool {
    if source.storage == nil { return try nextMade() }
    while let handle = try nextStored() {
      frame.handles[index] = handle
      if try meetsConditions() { return true }
    }
    return false
  }

  private func nextStored() throws -> RowHandle? {
    guard let storage = source.storage else { return nil }
    if found != nil {
      guard let (row, version) = found?.popLast() else { return nil }
      try storage.checkUndo(storage.blocks[row.block], for: source.snapshot)
      return RowHandle(row: row.packed, offset: version.offset)
    }
    while block < storage.blocks.count, block <= lastBlock {
      if slot == 0, sample?.leavesBlockOut() == true {
        block += 1
        continue
      }
      let current = storage.blocks[block]
      try storage.checkUndo(current, for: source.snapshot)
      while slot < current.slots.count {
        if block == lastBlock, slot > lastSlot { return nil }
        let here = slot
        slot += 1
        if sample?.leavesRowOut() == true { continue }
        if let version = current.version(here, seenBy: source.snapshot) {
          return RowHandle(row: RowReference(block: block, slot: here).packed, offset: version.offset)
        }
      }
      block += 1
      slot = 0
    }
    return nil
  }

  private var madeRow = 0

  private func nextMade() throws -> Bool {
    while madeRow < source.rows.count {
      frame.handles[index] = RowHandle(row: UInt32(truncatingIfNeeded: madeRow), offset: 0)
      madeRow += 1
      if try meetsConditions() { return true }
    }
    return false
  }

  private func meetsConditions() throws -> Bool {
    for condition in conditions where try condition.test(frame) != true { return false }
    return true
  }
}
