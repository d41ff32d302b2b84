import OracleSQL
import OracleWire

/// One row of one source while a query runs: a stored row, a made one, or the NULL row of an outer join.
struct RowHandle: Hashable {
  /// The packed row reference, or the index of a made row.
  var row: UInt32
  /// Where the image begins in its block.
  var offset: UInt32

  static let null = RowHandle(row: .max, offset: 0)

  var isNull: Bool { row == .max && offset == 0 }
}

/// What a FROM entry stands for while a query runs.
final class RowSource {
  /// Stored rows; nil for made ones.
  let storage: TableStorage?
  private(set) var snapshot: Snapshot
  var rows: [[Value]]
  let types: [ColumnType]
  /// The image cell of each column, when stored.
  let positions: [Int]

  init(storage: TableStorage, snapshot: Snapshot, types: [ColumnType], positions: [Int]) {
    self.storage = storage
    self.snapshot = snapshot
    self.types = types
    self.positions = positions
    rows = []
  }

  init(rows: [[Value]], types: [ColumnType]) {
    storage = nil
    snapshot = Snapshot(scn: 0)
    self.rows = rows
    self.types = types
    positions = []
  }

  func value(_ handle: RowHandle, column: Int) -> Value {
    if handle.isNull { return .null }
    guard let storage else { return rows[Int(handle.row)][column] }
    let block = storage.blocks[RowReference(packed: handle.row).block]
    let bytes = block.bytes.withUnsafeBufferPointer { bytes in
      let start = RowImage.start(ofCell: positions[column], rowAt: Int(handle.offset), in: bytes)
      return RowImage.value(ofCellAt: start, in: bytes)
    }
    return RowImage.value(bytes, type: types[column])
  }

  func transactionEnded(from: Stamp, scn: UInt64) {
    if snapshot.ownFrom == from { snapshot.ownCommit = scn }
  }

  func rowID(_ handle: RowHandle) -> Value {
    guard !handle.isNull, let storage else { return .null }
    return Value(rowID: storage.rowID(RowReference(packed: handle.row)))
  }
}

/// One run of one statement: what its expressions can see beside rows.
final class Execution {
  let session: StandInSession
  let rules: ConversionRules
  let binds: [Value]
  private(set) var snapshot: Snapshot
  /// Queries that CURSOR expressions have opened for the rows handed out last.
  var opened: [OpenedQuery] = []
  /// Sets, values and rows of subqueries that do not depend on the row, by the plan's identity.
  var subqueryResults: [ObjectIdentifier: SubqueryResult] = [:]
  /// The rows that recursive query blocks see of themselves at the moment.
  var recursions: [ObjectIdentifier: [[Value]]] = [:]
  /// Values that NEXTVAL gave for the current row.
  var nextValues: [ObjectIdentifier: Int128] = [:]

  init(session: StandInSession, binds: [Value], snapshot: Snapshot) {
    self.session = session
    rules = session.rules
    self.binds = binds
    self.snapshot = snapshot
  }

  /// The run of a query that is opened for a row of this one: it sees the same, and keeps nothing of it.
  func nested() -> Execution { Execution(session: session, binds: binds, snapshot: snapshot) }

  /// See `StandInCursor.transactionEnded`: queries are opened while the rows of another are fetched.
  func transactionEnded(from: Stamp, scn: UInt64) {
    if snapshot.ownFrom == from { snapshot.ownCommit = scn }
  }

  /// A bind's value.
  ///
  /// - Throws: ORA-01008 when there are fewer binds than placeholders.
  func bind(_ position: Int) throws -> Value {
    guard binds.indices.contains(position) else {
      throw OracleError(code: 1008, message: "not all variables bound")
    }
    return binds[position]
  }
}

/// What a subquery without outer references gave, kept for the rest of the statement.
enum SubqueryResult {
  case value(Value)
  case exists(Bool)
  /// Comparable keys of the values, whether a NULL was among them.
  case membership(Set<[UInt8]>, hasNull: Bool)
  case rows([[Value]])
}

/// Where the sources of a query block stand at the moment, and those of the blocks around it.
final class Frame {
  let execution: Execution
  let parent: Frame?
  var sources: [RowSource]
  var handles: [RowHandle]
  /// What the block computed for the current group.
  var group = GroupValues()
  /// Results of the block's window functions for the current row.
  var windows: [Value] = []
  /// The hierarchy that CONNECT BY makes, and the place in it.
  var hierarchy: HierarchyTree?
  var node = -1
  var rowNumber = 0

  init(execution: Execution, parent: Frame?, sources: [RowSource] = []) {
    self.execution = execution
    self.parent = parent
    self.sources = sources
    handles = Array(repeating: .null, count: sources.count)
  }

  /// The frame as it stands, which goes on standing there.
  func kept() -> Frame {
    let copy = Frame(execution: execution, parent: parent, sources: sources)
    copy.handles = handles
    copy.group = group
    copy.windows = windows
    copy.hierarchy = hierarchy
    copy.node = node
    copy.rowNumber = rowNumber
    return copy
  }

  /// The frame of a surrounding block.
  func outer(_ depth: Int) -> Frame {
    var frame = self
    for _ in 0..<depth {
      guard let parent = frame.parent else { return frame }
      frame = parent
    }
    return frame
  }
}
