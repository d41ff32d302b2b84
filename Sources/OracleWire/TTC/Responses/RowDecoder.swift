/// Finds the values of row data messages and keeps where they are.
///
/// The bytes stay where they arrived. Only values in several chunks are moved: they are closed up over their chunk
/// lengths once the whole row is there, so that a row which breaks off can be read again.
///
/// This is the hot loop of a table's copy: it reads spans, writes cells in blocks and allocates nothing per row.
struct RowDecoder: Sendable {
  /// How a column's value stands in a row.
  enum Form: Sendable {
    case plain
    /// LONG and LONG RAW: an indicator and a return code follow the value.
    case long
    case rowid
    case urowid
    /// JSON and VECTOR: the locator's length, size and chunk size, the image, the locator.
    case image
    /// CLOB and BLOB as locators: their cells hold all that `LOBColumnValue` reads, as it came.
    case locator(isText: Bool, hasStart: Bool)
    /// BFILE: the locator's length and the locator.
    case file
    /// A CURSOR expression: its cell holds all that `ReturnedCursor` reads, as it came.
    case cursor(Dialect)
    /// No bytes at all.
    case absent
    case unsupported(OracleTypeCode)
  }

  /// Values in several chunks.
  private struct Chunks: Sendable {
    /// Whether each chunk has a length of one byte.
    let areOfByteLength: Bool
    /// For each value where its chunks stand: they are to be closed up.
    var ranges: [[Range<Int>]] = []
  }

  /// What does not stand in the bytes as a value is to be.
  private struct Displaced: Sendable {
    var chunks: Chunks
    /// Texts that did not stand on the wire, such as row addresses: `finish` puts them behind the bytes.
    var texts: [UInt8] = []
  }

  /// Cells that are made room for at a time.
  private static let blockSize = 4096

  /// The return code of a NULL: ORA-01405.
  private static let nullFetched = 1405
  /// Cells of one response: 512 MiB of them.
  private static let cellLimit = 1 << 26

  private let forms: [Form]
  private let isAllPlain: Bool
  private let hasCursors: Bool
  private let dialect: Dialect
  /// Bytes of rows with cursors that were read in vain, as the rows were cut off.
  ///
  /// The columns of such a row's cursors are gone through one by one whenever more of it has come.
  private var rereadBytes = 0
  /// Bytes that a row takes at least: a byte a value, or a bit vector in which none is sent.
  private let shortestRow: Int
  private var cells: [RowBatch.Cell] = []
  private var rowCount = 0
  /// Where the bits of the next row stand; nil when all of its values are sent.
  private var bitVector: Range<Int>?
  private var displaced: Displaced
  private let carried: [RowBatch.Cell]

  /// Marks the offset of a cell whose text is in `displaced`.
  ///
  /// No other offset reaches it: see `readRows`.
  private static let displacedMark: UInt32 = 0x8000_0000

  /// Prepares for rows.
  ///
  /// - Parameters:
  ///   - columns: as described, LOBs as their definition says.
  ///   - carried: the last row of the fetch before, whose values may be repeated.
  ///   - dialect: that of the describes of cursors among the values.
  init(columns: [ColumnDescription], carried: [RowBatch.Cell], dialect: Dialect = Dialect()) {
    displaced = Displaced(chunks: Chunks(areOfByteLength: dialect.hasByteChunks))
    forms = columns.map { column in
      if column.isNullByDescribe { return .absent }
      switch column.typeCode {
      case .long, .longRaw: return .long
      case .clob, .blob:
        guard let prefetch = column.locatorPrefetch else { return .long }
        return .locator(isText: column.typeCode == .clob, hasStart: prefetch > 0)
      case .rowid: return .rowid
      case .urowid: return .urowid
      case .json, .vector: return .image
      case .bfile: return .file
      case .cursor: return .cursor(dialect)
      case .object: return .unsupported(column.typeCode)
      default: return .plain
      }
    }
    isAllPlain = forms.allSatisfy { form in
      if case .plain = form { true } else { false }
    }
    hasCursors = forms.contains { form in
      if case .cursor = form { true } else { false }
    }
    self.dialect = dialect
    let present = forms.count { form in
      if case .absent = form { false } else { true }
    }
    shortestRow = 1 + min(present, 2 + (forms.count + 7) / 8)
    self.carried = carried
  }

  /// Says where the bits of the next row stand, low bit of the first byte first; 1 means that a value is sent.
  mutating func setBitVector(_ bits: Range<Int>?) {
    bitVector = bits
  }

  /// Reads row data and bit vector messages as long as they come, and whole rows only.
  ///
  /// - Parameter reader: stands at a message's type byte, and afterwards at that of the first message that was not
  ///   taken: another one, or one that is cut off.
  mutating func readRows(from reader: inout TTCReader) throws(WireError) {
    guard reader.bytes.count < Int(RowDecoder.displacedMark) else { throw .malformed("a response of more than 2 GiB") }
    guard cells.count < RowDecoder.cellLimit else {
      throw .malformed("a response of far more rows than were asked for")
    }
    while try readBlock(reader.bytes, position: &reader.position) {}
    for ranges in displaced.chunks.ranges { reader.bytes.closeUp(ranges) }
    displaced.chunks.ranges.removeAll()
  }

  /// Reads the rows that one block of cells holds; true when there may be more.
  private mutating func readBlock(_ bytes: [UInt8], position: inout Int) throws(WireError) -> Bool {
    let span = bytes.span
    let width = forms.count
    let rowLimit = min(max(1, RowDecoder.blockSize / max(1, width)), (span.count - position) / shortestRow + 1)
    var firstCell = cells.count
    cells.append(contentsOf: repeatElement(RowBatch.Cell.null, count: rowLimit * width))
    defer { cells.removeSubrange(firstCell...) }
    var rows = 0
    while rows < rowLimit {
      guard position < span.count else { return false }
      if span[position] == MessageType.bitVector.rawValue {
        guard try readBitVector(span, position: &position) else { return false }
        continue
      }
      guard span[position] == MessageType.rowData.rawValue else { return false }
      let found: Int
      if isAllPlain, bitVector == nil {
        found = try RowDecoder.readPlainRows(
          span, position: &position, cells: &cells, cellRange: firstCell..<firstCell + (rowLimit - rows) * width,
          width: width, displaced: &displaced)
      } else {
        let isWhole = try RowDecoder.readMixedRow(
          bytes, position: &position, forms: forms, bits: bitVector, carried: carried, cells: &cells,
          firstCell: firstCell, displaced: &displaced)
        guard isWhole else {
          if hasCursors { try countReread(span.count - position) }
          return false
        }
        bitVector = nil
        found = 1
      }
      guard found > 0 else { return false }
      rows += found
      rowCount += found
      firstCell += found * width
    }
    return true
  }

  private mutating func countReread(_ bytes: Int) throws(WireError) {
    rereadBytes += bytes
    guard rereadBytes <= ResponseDecoder.rereadLimit else { throw .malformed("a row in far too many pieces") }
  }

  /// Reads rows of plain values that are all sent, up to another message or a row that is cut off.
  ///
  /// - Parameters:
  ///   - position: stands at a row's type byte.
  ///   - cells: hold nulls in the range of those to be written.
  /// - Returns: how many rows were read, as many as there are cells for at most.
  private static func readPlainRows(
    _ bytes: Span<UInt8>, position: inout Int, cells: inout [RowBatch.Cell], cellRange: Range<Int>,
    width: Int, displaced: inout Displaced
  ) throws(WireError) -> Int {
    // A length below 2 GiB: sums with a byte's value cannot overflow.
    let end = bytes.count
    var target = cells.mutableSpan
    var rows = 0
    var firstCell = cellRange.lowerBound
    rows: while firstCell < cellRange.upperBound || width == 0 {
      var next = position
      guard UInt(bitPattern: next) < UInt(bitPattern: end), bytes[next] == MessageType.rowData.rawValue else { break }
      next &+= 1
      let savedChunks = displaced.chunks.ranges.count
      for index in firstCell..<firstCell &+ width {
        // The value before may claim to reach beyond the end: this guard finds that too.
        guard UInt(bitPattern: next) < UInt(bitPattern: end) else {
          displaced.chunks.ranges.removeSubrange(savedChunks...)
          break rows
        }
        let length = bytes[next]
        next &+= 1
        if length &- 1 < 253 {
          target[index] = RowBatch.Cell(offset: UInt32(truncatingIfNeeded: next), length: Int32(length))
          next &+= Int(length)
        } else if length == 254 {
          var place = next
          guard let cell = try chunks(bytes, position: &place, found: &displaced.chunks) else {
            displaced.chunks.ranges.removeSubrange(savedChunks...)
            break rows
          }
          target[index] = cell
          next = place
        }
      }
      guard next <= end else {
        displaced.chunks.ranges.removeSubrange(savedChunks...)
        break
      }
      position = next
      firstCell &+= width
      rows += 1
      // Rows without columns are read one at a time: no cell counts them.
      if width == 0 { break }
    }
    return rows
  }

  /// Reads a row of which some values repeat the row before, or are not plain.
  ///
  /// - Returns: false when the row is cut off.
  private static func readMixedRow(
    _ bytes: [UInt8], position: inout Int, forms: [Form], bits: Range<Int>?, carried: [RowBatch.Cell],
    cells: inout [RowBatch.Cell], firstCell: Int, displaced: inout Displaced
  ) throws(WireError) -> Bool {
    let savedChunks = displaced.chunks.ranges.count
    let savedTexts = displaced.texts.count
    let width = forms.count
    var target = cells.mutableSpan
    let span = bytes.span
    var next = position + 1
    for column in 0..<width {
      if let bits {
        let place = bits.lowerBound + column / 8
        let isSent = place < bits.upperBound && span[place] >> (column % 8) & 1 == 1
        if !isSent {
          if firstCell > 0 {
            target[firstCell + column] = target[firstCell - width + column]
          } else if column < carried.count {
            target[firstCell + column] = carried[column]
          } else {
            throw .malformed("a row that repeats a value of no row")
          }
          continue
        }
      }
      let cell: RowBatch.Cell?
      if case .plain = forms[column] {
        cell = try plain(span, position: &next, found: &displaced.chunks)
      } else {
        cell = try other(forms[column], bytes, position: &next, displaced: &displaced)
      }
      guard let cell else {
        displaced.chunks.ranges.removeSubrange(savedChunks...)
        displaced.texts.removeSubrange(savedTexts...)
        return false
      }
      target[firstCell + column] = cell
    }
    position = next
    return true
  }

  private mutating func readBitVector(_ span: Span<UInt8>, position: inout Int) throws(WireError) -> Bool {
    var next = position + 1
    guard try span.unsigned(at: &next) != nil else { return false }
    let length = (forms.count + 7) / 8
    guard span.count - next >= length else { return false }
    bitVector = next..<next + length
    position = next + length
    return true
  }

  /// The cell of a value that is not plain; nil when the bytes end too early.
  private static func other(
    _ form: Form, _ bytes: [UInt8], position: inout Int, displaced: inout Displaced
  ) throws(WireError) -> RowBatch.Cell? {
    switch form {
    case .plain:
      return try plain(bytes.span, position: &position, found: &displaced.chunks)
    case .long:
      guard let cell = try plain(bytes.span, position: &position, found: &displaced.chunks),
        let indicator = try bytes.span.signed(at: &position), let code = try bytes.span.signed(at: &position)
      else { return nil }
      guard code == 0 || code == RowDecoder.nullFetched else {
        throw .malformed("a LONG value with the return code \(code): it is not whole")
      }
      // The indicator decides: an empty LOB that is sent as LONG has no bytes, yet isn't NULL.
      if indicator < 0 { return .null }
      return cell.isNull ? RowBatch.Cell(offset: 0, length: 0) : cell
    case .rowid, .urowid:
      return try address(form, bytes, position: &position, texts: &displaced.texts)
    case .image:
      guard let length = try bytes.span.unsigned(at: &position) else { return nil }
      guard length > 0 else { return .null }
      // Of the locator behind the image nothing is of use.
      var chunks = Chunks(areOfByteLength: displaced.chunks.areOfByteLength)
      guard try bytes.span.unsigned(at: &position) != nil, try bytes.span.unsigned(at: &position) != nil,
        let cell = try plain(bytes.span, position: &position, found: &displaced.chunks),
        try plain(bytes.span, position: &position, found: &chunks) != nil
      else { return nil }
      return cell
    case .locator(let isText, let hasStart):
      guard !hasStart || !displaced.chunks.areOfByteLength else {
        throw .unsupportedType("a LOB's first bytes from a server of this release")
      }
      return try locator(bytes.span, position: &position, isText: isText, hasStart: hasStart)
    case .file:
      guard let length = try bytes.span.unsigned(at: &position) else { return nil }
      guard length > 0 else { return .null }
      return try plain(bytes.span, position: &position, found: &displaced.chunks)
    case .cursor(let dialect):
      return try cursor(bytes, position: &position, dialect: dialect)
    case .absent:
      return .null
    case .unsupported(let type):
      throw .unsupportedType("a column of type \(type.name)")
    }
  }

  /// The cell of a LOB's locator and what comes with it; nil when the bytes end too early.
  private static func locator(
    _ span: Span<UInt8>, position: inout Int, isText: Bool, hasStart: Bool
  ) throws(WireError) -> RowBatch.Cell? {
    let start = position
    guard let length = try span.unsigned(at: &position) else { return nil }
    guard length > 0 else { return .null }
    guard try span.unsigned(at: &position) != nil, try span.unsigned(at: &position) != nil else { return nil }
    // Chunks stay as they came: whoever reads the cell joins them.
    var chunks = Chunks(areOfByteLength: false)
    if hasStart, isText {
      guard position < span.count else { return nil }
      let flag = span[position]
      position += 1
      guard flag <= 1 else { throw .malformed("a CLOB's first bytes with the flag \(flag)") }
      if flag == 1, try span.unsigned(at: &position) == nil { return nil }
      position += 1
    }
    if hasStart, try plain(span, position: &position, found: &chunks) == nil { return nil }
    guard let cell = try plain(span, position: &position, found: &chunks) else { return nil }
    guard !cell.isNull else { throw .malformed("a LOB without its locator") }
    return RowBatch.Cell(offset: UInt32(truncatingIfNeeded: start), length: Int32(position - start))
  }

  /// The cell of a cursor's description and number; nil when the bytes end too early.
  private static func cursor(
    _ bytes: [UInt8], position: inout Int, dialect: Dialect
  ) throws(WireError) -> RowBatch.Cell? {
    let start = position
    var reader = TTCReader(bytes, position: position)
    do {
      _ = try ReturnedCursor(valueFrom: &reader, dialect: dialect)
    } catch .needsMoreBytes {
      return nil
    }
    position = reader.position
    return RowBatch.Cell(offset: UInt32(truncatingIfNeeded: start), length: Int32(position - start))
  }

  /// The cell of a plain value; nil when the bytes end too early.
  @inline(__always)
  private static func plain(
    _ span: Span<UInt8>, position: inout Int, found: inout Chunks
  ) throws(WireError) -> RowBatch.Cell? {
    guard position < span.count else { return nil }
    let length = Int(span[position])
    position += 1
    if length == 0 || length == 255 { return .null }
    if length == 254 { return try chunks(span, position: &position, found: &found) }
    guard span.count - position >= length else { return nil }
    defer { position += length }
    return RowBatch.Cell(offset: UInt32(truncatingIfNeeded: position), length: Int32(length))
  }

  /// The cell of a value in chunks; nil when the bytes end too early.
  private static func chunks(
    _ span: Span<UInt8>, position: inout Int, found: inout Chunks
  ) throws(WireError) -> RowBatch.Cell? {
    var first = position..<position
    var chunks: [Range<Int>] = []
    var total = 0
    while true {
      guard let length = try span.chunkLength(at: &position, isByte: found.areOfByteLength) else { return nil }
      guard length > 0 else { break }
      guard length <= UInt64(TTCReader.maximumValueLength - total) else {
        throw .malformed("a value of more than 1 GiB")
      }
      guard span.count - position >= Int(length) else { return nil }
      let chunk = position..<position + Int(length)
      position = chunk.upperBound
      if total == 0 {
        first = chunk
      } else {
        if chunks.isEmpty { chunks.append(first) }
        chunks.append(chunk)
      }
      total += chunk.count
    }
    if !chunks.isEmpty { found.ranges.append(chunks) }
    return RowBatch.Cell(offset: UInt32(truncatingIfNeeded: first.lowerBound), length: Int32(total))
  }

  /// A row address is turned into its characters, which are longer than its bytes.
  private static func address(
    _ form: Form, _ bytes: [UInt8], position: inout Int, texts: inout [UInt8]
  ) throws(WireError) -> RowBatch.Cell? {
    guard texts.count < 1 << 30 else { throw .malformed("a response of more than 1 GiB of row addresses") }
    var reader = TTCReader(bytes, position: position)
    do {
      let text =
        if case .rowid = form { try RowAddress.columnText(from: &reader) } else {
          try RowAddress.universalText(from: &reader)
        }
      position = reader.position
      guard let text else { return .null }
      defer { texts.append(contentsOf: text) }
      return RowBatch.Cell(offset: displacedMark | UInt32(texts.count), length: Int32(text.count))
    } catch .needsMoreBytes {
      return nil
    }
  }

  /// The rows that were read, over the bytes that they stand in.
  func finish(bytes: [UInt8]) -> RowBatch {
    guard !displaced.texts.isEmpty else {
      return RowBatch(
        columnCount: forms.count, rowCount: rowCount, checkedCells: cells, bytes: bytes, dialect: dialect)
    }
    var cells = self.cells
    let base = UInt32(bytes.count)
    for index in cells.indices where cells[index].offset & RowDecoder.displacedMark != 0 {
      cells[index].offset = base + (cells[index].offset & ~RowDecoder.displacedMark)
    }
    return RowBatch(
      columnCount: forms.count, rowCount: rowCount, checkedCells: cells, bytes: bytes + displaced.texts,
      dialect: dialect)
  }
}

extension [UInt8] {
  /// Moves ranges together so that they follow the first without gaps; they are in ascending order.
  fileprivate mutating func closeUp(_ ranges: [Range<Int>]) {
    guard var end = ranges.first?.upperBound else { return }
    withUnsafeMutableBytes { bytes in
      for range in ranges.dropFirst() {
        UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + range.count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        end += range.count
      }
    }
  }
}
