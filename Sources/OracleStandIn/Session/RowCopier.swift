import NIOCore
import OracleWire

/// Copies rows of a plain scan from their blocks to a client's buffer, cell by cell or whole.
final class RowCopier {
  /// Where a column of the result lies in the row image.
  private enum Cell {
    case stored(Int)
    case rowID
  }

  private let scan: TableScan
  private let storage: TableStorage
  private let cells: [Cell]
  /// Whether rows go out exactly as they lie.
  private let isWhole: Bool
  private var scratch: [UInt8] = []
  private(set) var isExhausted = false

  /// Nil when the query asks for more than columns of one table.
  init?(stream: RowStream, plan: QueryPlan, columns: [ColumnDescription]) {
    guard let tuples = stream as? TupleStream, let scan = tuples.plainScan, let storage = scan.source.storage else {
      return nil
    }
    var cells: [Cell] = []
    for value in tuples.block.projection {
      if let column = value.column {
        cells.append(.stored(scan.source.positions[column.column]))
      } else if value.rowIDSource != nil {
        cells.append(.rowID)
      } else {
        return nil
      }
    }
    self.scan = scan
    self.storage = storage
    self.cells = cells
    let positions = cells.map { cell -> Int in
      if case .stored(let position) = cell { return position }
      return -1
    }
    // Universal addresses are kept as text, and sent in a form of their own.
    if columns.contains(where: { $0.typeCode == .urowid }) { return nil }
    let hasRowIDColumn = columns.contains { $0.typeCode == .rowid }
    isWhole = positions == Array(0..<storage.columnCount) && !hasRowIDColumn
    if !isWhole, hasRowIDColumn,
      columns.enumerated().contains(where: { index, column in
        column.typeCode == .rowid && positions[index] >= 0
      })
    {
      return nil
    }
  }

  func copy(
    maxRows: Int, maxBytes: Int, forms: [StandInCursor.CellForm], into buffer: inout ByteBuffer
  ) throws -> Int {
    var count = 0
    let start = buffer.writerIndex
    var block = scan.block
    var slot = scan.slot
    let snapshot = scan.source.snapshot
    let isWhole = isWhole && !forms.contains(.long)
    while block < storage.blocks.count, block <= scan.lastBlock {
      let current = storage.blocks[block]
      let slots = block == scan.lastBlock ? min(current.slots.count, scan.lastSlot + 1) : current.slots.count
      guard count < maxRows, buffer.writerIndex - start < maxBytes else { break }
      try storage.checkUndo(current, for: snapshot)
      var written = 0
      let room = maxBytes - (buffer.writerIndex - start)
      let before = slot
      if isWhole {
        // A whole block's images and one message byte for each row is the most that can come.
        let most = current.bytes.count + slots - before
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: most) { target in
          current.bytes.withUnsafeBytes { bytes in
            while slot < slots, count < maxRows, written < room {
              let version: RowVersion
              if snapshot.sees(current.slots[slot]) {
                version = current.slots[slot]
              } else if let older = current.version(slot, seenBy: snapshot) {
                version = older
              } else {
                slot += 1
                continue
              }
              let length = Int(version.length)
              guard written + length < most else { break }
              target[written] = 7
              let row = UnsafeRawBufferPointer(rebasing: bytes[Int(version.offset)..<Int(version.offset) + length])
              UnsafeMutableRawBufferPointer(rebasing: target[(written + 1)..<(written + 1 + length)]).copyMemory(
                from: row)
              written += length + 1
              count += 1
              slot += 1
            }
          }
          return written
        }
      } else {
        scratch.removeAll(keepingCapacity: true)
        current.bytes.withUnsafeBufferPointer { bytes in
          while slot < slots, count < maxRows, scratch.count < room {
            defer { slot += 1 }
            guard let version = current.version(slot, seenBy: snapshot) else { continue }
            write(bytes, Int(version.offset), RowReference(block: block, slot: slot), forms)
            count += 1
          }
        }
        buffer.writeBytes(scratch)
      }
      if slot >= slots {
        block += 1
        slot = 0
      }
    }
    scan.move(toBlock: block, slot: slot)
    isExhausted = block >= storage.blocks.count || block > scan.lastBlock
    return count
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ row: RowReference, _ forms: [StandInCursor.CellForm]
  ) {
    scratch.append(7)
    var position = 0
    var place = offset
    for (index, cell) in cells.enumerated() {
      switch cell {
      case .stored(let wanted):
        if wanted < position {
          position = 0
          place = offset
        }
        while position < wanted {
          place = RowImage.end(ofCellAt: place, in: bytes)
          position += 1
        }
        let end = RowImage.end(ofCellAt: place, in: bytes)
        scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[place..<end]))
        if index < forms.count, forms[index] == .long { scratch += CellWriter.longTrailer(isNull: bytes[place] == 0) }
      case .rowID: CellWriter.append(storage.rowID(row), to: &scratch)
      }
    }
  }
}

/// Writes computed rows in the form of the wire.
struct CellWriter {
  private let columns: [ColumnDescription]
  private let types: [ColumnType]
  private let forms: [StandInCursor.CellForm]
  private let characterSet: StandInCharacterSet
  private var scratch: [UInt8] = []

  init(
    columns: [ColumnDescription], types: [ColumnType], forms: [StandInCursor.CellForm],
    characterSet: StandInCharacterSet
  ) {
    self.characterSet = characterSet
    self.columns = columns
    self.types = types
    self.forms = forms
  }

  mutating func write(_ row: OutputRow, _ rules: ConversionRules, into buffer: inout ByteBuffer) throws {
    // Values first: an error must not leave half a row.
    scratch.removeAll(keepingCapacity: true)
    scratch.append(7)
    for (index, column) in columns.enumerated() {
      let value = try ColumnStore.convert(row.value(index), to: types[index], rules)
      if column.isNullByDescribe { continue }
      if column.typeCode == .rowid {
        appendRowID(value)
        continue
      }
      if column.typeCode == .urowid {
        scratch += CellWriter.universal(value)
        continue
      }
      if value.isNull {
        scratch.append(0)
      } else {
        RowImage.append(sent(value.bytes, types[index]), to: &scratch)
      }
      if index < forms.count, forms[index] == .long {
        scratch += CellWriter.longTrailer(isNull: value.isNull)
      }
    }
    buffer.writeBytes(scratch)
  }

  private func sent(_ bytes: [UInt8], _ type: ColumnType) -> [UInt8] {
    if type.isNational { return RowImage.national(bytes) }
    return type.base.isText ? characterSet.sent(bytes) : bytes
  }

  private mutating func appendRowID(_ value: Value) {
    guard let rowID = StandInRowID(text: value.bytes) else {
      scratch.append(0)
      return
    }
    CellWriter.append(rowID, to: &scratch)
  }

  /// A UROWID: its length as a value, then the address as another; 00 for NULL.
  static func universal(_ value: Value) -> [UInt8] {
    let physical = RowAddress(text: value.bytes)?.universalBytes
    guard let address = physical ?? LogicalRowID.bytes(ofText: value.bytes) else { return [0] }
    var cell = [1, UInt8(truncatingIfNeeded: address.count)]
    if address.count > 255 { cell = [2, UInt8(truncatingIfNeeded: address.count >> 8), cell[1]] }
    RowImage.append(address, to: &cell)
    return cell
  }

  /// What follows a LONG: indicator and return code, or -1 and 1405 for NULL.
  static func longTrailer(isNull: Bool) -> [UInt8] { isNull ? [0x81, 0x01, 0x02, 0x05, 0x7D] : [0, 0] }

  /// A ROWID's five fields: `u8` length, `ub4` object, `ub2` file, a zero, `ub4` block, `ub2` slot.
  static func append(_ rowID: StandInRowID, to bytes: inout [UInt8]) {
    func compact(_ value: UInt32) {
      switch value {
      case 0: bytes.append(0)
      case 1..<0x100: bytes += [1, UInt8(truncatingIfNeeded: value)]
      case 0x100..<0x1_0000:
        bytes += [2, UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
      default:
        bytes.append(4)
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
      }
    }
    bytes.append(14)
    compact(rowID.object)
    compact(UInt32(rowID.file))
    bytes.append(0)
    compact(rowID.block)
    compact(UInt32(rowID.slot))
  }
}
