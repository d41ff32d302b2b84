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
  /// Bounds on the ROWID.
  var rowIDBounds: [(BinaryOperator, CompiledValue)] = []

  init(source: Int, conditions: [CompiledCondition]) {
    for condition in conditions {
      if let (left, right) = condition.equality {
        if let column = left.column, column.source == source, right.dependence.isFixed {
          keyParts.append(KeyPart(column: column.column, value: right))
        } else if let column = right.column, column.source == source, left.dependence.isFixed {
          keyParts.append(KeyPart(column: column.column, value: left))
        }
      }
      if let (bounded, operation, value) = condition.rowIDBound, bounded == source, value.dependence.isFixed {
        rowIDBounds.append((operation, value))
      }
    }
  }
}

/// Walks over the rows of one source that a snapshot sees and that meet conditions.
final class TableScan {
  let frame: Frame
  let source: RowSource
  let index: Int
  let conditions: [CompiledCondition]
  /// Rows found by key; nil while blocks are walked.
  private var found: [(RowReference, RowVersion)]?
  private(set) var block: Int
  private(set) var slot: Int
  private let lastBlock: Int
  private let lastSlot: Int

  init(frame: Frame, index: Int, conditions: [CompiledCondition], path: AccessPath, table: Table?) throws {
    self.frame = frame
    self.index = index
    self.conditions = conditions
    source = frame.sources[index]
    var first = RowReference(packed: 0)
    var last = RowReference(packed: .max)
    var isEmpty = false
    if let storage = source.storage {
      for (operation, value) in path.rowIDBounds {
        try TableScan.narrow(&first, &last, &isEmpty, operation, value.evaluate(frame), storage)
      }
      if !isEmpty, let table, table.storage === storage, let key = try TableScan.lookup(path, frame, table) {
        // The last is taken first: rows come in the order in which a walk would find them.
        found = try key.index.rows(key: key.bytes, seenBy: source.snapshot).sorted { $0.0.packed > $1.0.packed }
      }
      if isEmpty { found = [] }
    }
    block = first.block
    slot = first.slot
    lastBlock = last.block
    lastSlot = last.slot
  }

  private static func narrow(
    _ first: inout RowReference, _ last: inout RowReference, _ isEmpty: inout Bool, _ operation: BinaryOperator,
    _ value: Value, _ storage: TableStorage
  ) throws {
    guard !value.isNull else {
      isEmpty = true
      return
    }
    guard let rowID = StandInRowID(text: value.bytes) else { throw OracleError.badRowID }
    // Only a ROWID of a row of the table narrows the scan; the conditions decide in any case.
    guard let place = storage.reference(rowID) else {
      if operation == .equal { isEmpty = true }
      return
    }
    switch operation {
    case .equal:
      if place.packed > first.packed { first = place }
      if place.packed < last.packed { last = place }
    case .greater, .greaterOrEqual: if place.packed > first.packed { first = place }
    case .less, .lessOrEqual: if place.packed < last.packed { last = place }
    default: break
    }
    if first.packed > last.packed { isEmpty = true }
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

  /// Whether all blocks to the end are walked without conditions.
  var walksBlocks: Bool {
    found == nil && conditions.isEmpty && source.storage != nil && lastBlock == RowReference(packed: .max).block
  }

  /// Moves a block walk on, for callers that copy rows themselves.
  func move(toBlock block: Int, slot: Int) {
    self.block = block
    self.slot = slot
  }

  /// Puts the next row into the frame; false at the end.
  func next() throws -> Bool {
    if source.storage == nil { return try nextMade() }
    while let handle = nextStored() {
      frame.handles[index] = handle
      if try meetsConditions() { return true }
    }
    return false
  }

  private func nextStored() -> RowHandle? {
    guard let storage = source.storage else { return nil }
    if found != nil {
      guard let (row, version) = found?.popLast() else { return nil }
      return RowHandle(row: row.packed, offset: version.offset)
    }
    while block < storage.blocks.count, block <= lastBlock {
      let current = storage.blocks[block]
      while slot < current.slots.count {
        if block == lastBlock, slot > lastSlot { return nil }
        let here = slot
        slot += 1
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
