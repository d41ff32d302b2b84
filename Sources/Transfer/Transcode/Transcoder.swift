import Model
import OracleWire

/// Turns batches of Oracle rows into the rows of a COPY BINARY stream.
///
/// One switch over a closed enum a value, no allocation a row: 2 ns for a NULL, 9 for short text, 16 to 20 for numbers
/// and dates, 15 in a mix, as `TranscoderBenchmark` measures it on a shared 2.4 GHz EPYC. A value that cannot be
/// carried over exactly is a `RejectError`.
public struct Transcoder: Sendable {
  /// The largest value that PostgreSQL takes in a field: 1 GiB less the header of a varlena.
  public static let largestValue = (1 << 30) - 1 - 4

  /// The Oracle table for messages, owner first.
  public let table: String
  /// The Oracle column names, in the order of the rows' cells.
  public let columns: [String]
  /// Each column's plan.
  public private(set) var plans: [ColumnPlan]
  /// For the attributes of objects the numbers of their fields' types; 0 for columns.
  let fieldTypes: [Int32]
  /// What becomes of digits of a second that the PostgreSQL column cannot hold.
  public let fractionPolicy: FractionPolicy
  /// Rows transcoded so far.
  public private(set) var rowCount = 0
  /// For each column, how many values lost fractional digits of a second or the encoding that they declared, or hold a
  /// replacement character.
  public private(set) var losses: [Int]
  /// For each column, in how many places characters that PostgreSQL cannot hold were left out or replaced.
  public private(set) var repairs: [Int]
  /// Whether the server converts text to UTF-8, and may have replaced characters where it could not.
  public var isTextConverted = false
  /// For each column what becomes of characters that PostgreSQL cannot hold; empty where they are errors.
  var policies: [BadValuePolicy] = []
  /// The row that the last error was about, by its place in the batch.
  private(set) var faultyRow = 0
  /// Values at the end of each row that are not written, such as its address.
  var unwrittenColumns = 0
  #if DEBUG
    /// A fault that tests plant to see verification find it.
    var plantedFault: PlantedFault?
  #endif

  /// Makes a transcoder for rows whose columns take these plans.
  ///
  /// - Parameter fieldTypes: empty for rows without objects.
  public init(
    table: String, columns: [String], plans: [ColumnPlan], fieldTypes: [Int32] = [],
    fractionPolicy: FractionPolicy = .round
  ) {
    precondition(columns.count == plans.count, "one plan a column")
    self.fieldTypes = fieldTypes.isEmpty ? Array(repeating: 0, count: plans.count) : fieldTypes
    precondition(self.fieldTypes.count == plans.count, "one type a column")
    self.table = table
    self.columns = columns
    self.plans = plans
    self.fractionPolicy = fractionPolicy
    losses = Array(repeating: 0, count: plans.count)
    repairs = losses
  }

  /// Writes rows of a batch until it ends or the arena holds `limit` bytes or more.
  ///
  /// - Returns: the index of the batch's first row that was not written; `batch.rowCount` when all were.
  /// - Throws: `RejectError`; the arena then ends with the row before.
  public mutating func transcode(
    _ batch: RowBatch, from firstRow: Int = 0, into arena: inout CopyArena, limit: Int = .max
  ) throws(RejectError) -> Int {
    precondition(
      batch.columnCount == plans.count + unwrittenColumns, "batches have the columns that were described")
    #if DEBUG
      if let plantedFault {
        return try write(plantedFault.applied(to: batch, plans: plans), from: firstRow, into: &arena, limit: limit)
      }
    #endif
    return try write(batch, from: firstRow, into: &arena, limit: limit)
  }

  private mutating func write(
    _ batch: RowBatch, from firstRow: Int, into arena: inout CopyArena, limit: Int
  ) throws(RejectError) -> Int {
    let columnCount = batch.columnCount
    let writtenCount = plans.count
    let bytes = batch.bytes.span.bytes
    let allCells = batch.cells.span
    let plans = self.plans
    let policy = fractionPolicy
    let growing = plans.contains { $0.growth > 1 }
    let fieldTypes = self.fieldTypes
    let hasObjects = fieldTypes.contains { $0 != 0 }
    var row = firstRow
    while row < batch.rowCount, arena.count < limit {
      let cells = allCells.extracting(row &* columnCount..<row &* columnCount &+ writtenCount)
      arena.reserve(growing ? Transcoder.largestGrowingRow(cells, plans.span) : Transcoder.largestRow(cells))
      var column = 0
      do throws(RejectReason) {
        let written =
          hasObjects
          ? try Transcoder.writeRowWithObjects(
            cells, of: bytes, plans: plans.span, fieldTypes: fieldTypes.span, policy: policy, to: arena.end,
            column: &column, losses: &losses)
          : try Transcoder.writeRow(
            cells, of: bytes, plans: plans.span, policy: policy, to: arena.end, column: &column, losses: &losses)
        arena.advance(written)
      } catch {
        try writeFaulty(batch, row: row, column: column, reason: error, into: &arena)
      }
      row &+= 1
      rowCount &+= 1
    }
    return row
  }

  /// Writes a row that could not be written as it is: what was counted of it is taken back first.
  ///
  /// - Throws: `RejectError`, where its fault is not one of characters that may be left out or replaced.
  @inline(never)
  private mutating func writeFaulty(
    _ batch: RowBatch, row: Int, column: Int, reason: RejectReason, into arena: inout CopyArena
  ) throws(RejectError) {
    faultyRow = row
    let counted = lossesBeforeFault(batch, row: row, scratch: arena.end)
    for index in losses.indices { losses[index] -= counted[index] }
    let error = RejectError(table: table, column: columns[column], row: rowCount + 1, reason: reason)
    guard reason.isOfCharacters, column < policies.count, [.strip, .replace].contains(policies[column]),
      let value = batch.value(row: row, column: column)
    else { throw error }
    let text: (text: [UInt8], places: Int)
    switch plans[column] {
    case .nationalText: text = TextRepair.utf16(value, policies[column])
    case .text: text = TextRepair.utf8(value, policies[column])
    case .declaredText(let plan): text = TextRepair.declared(value, plan, policies[column])
    default: throw error
    }
    guard text.places > 0, Self.canHold(batch, row: row, text: text.text) else { throw error }
    let repaired = batch.row(row, replacing: [column: text.text])
    let (rowsBefore, repairsBefore) = (rowCount, repairs)
    let plan = plans[column]
    // What was read as bytes is decoded by now.
    if case .declaredText(let declared) = plan { plans[column] = declared.decoded }
    defer { plans[column] = plan }
    do {
      // Another column of the row may be at fault as well, and comes here again.
      _ = try write(repaired, from: 0, into: &arena, limit: .max)
      rowCount = rowsBefore
      repairs[column] += text.places
    } catch {
      repairs = repairsBefore
      faultyRow = row
      throw RejectError(table: table, column: error.column, row: rowsBefore + 1, reason: error.reason)
    }
  }

  /// Whether a row with another text fits into a batch of its own.
  private static func canHold(_ batch: RowBatch, row: Int, text: [UInt8]) -> Bool {
    let others = (0..<batch.columnCount).reduce(0) { $0 + (batch.value(row: row, column: $1)?.count ?? 0) }
    return text.count <= largestValue && others + text.count <= Int(UInt32.max)
  }

  /// Counts what became of a text that was written elsewhere.
  ///
  /// - Parameters:
  ///   - repairs: places where characters were left out or replaced.
  ///   - losses: 1 where the text holds U+FFFD, which the plans for text count.
  mutating func count(repairs: Int, losses: Int, of column: Int) {
    self.repairs[column] += repairs
    if case .text = plans[column] { self.losses[column] += losses }
  }

  /// Takes back what was counted since an earlier state, but for the rows.
  mutating func uncount(to earlier: Transcoder) {
    (losses, repairs) = (earlier.losses, earlier.repairs)
  }

  /// Takes back what was counted of a row that the server refused afterwards.
  mutating func uncount(_ row: Int, of batch: RowBatch, scratch arena: inout CopyArena) {
    let first = row * batch.columnCount
    let cells = batch.cells.span.extracting(first..<first + plans.count)
    arena.reserve(Transcoder.largestGrowingRow(cells, plans.span))
    let counted = lossesBeforeFault(batch, row: row, scratch: arena.end)
    for index in losses.indices {
      losses[index] -= counted[index]
      guard index < policies.count, [.strip, .replace].contains(policies[index]),
        let value = batch.value(row: row, column: index)
      else { continue }
      switch plans[index] {
      case .text: repairs[index] -= TextRepair.utf8(value, policies[index]).places
      case .nationalText: repairs[index] -= TextRepair.utf16(value, policies[index]).places
      case .declaredText(let plan): repairs[index] -= TextRepair.declared(value, plan, policies[index]).places
      default: break
      }
    }
  }

  /// What was counted of a row before its fault: it is written once more, over the same bytes.
  private func lossesBeforeFault(_ batch: RowBatch, row: Int, scratch out: UnsafeMutableRawPointer) -> [Int] {
    let first = row * batch.columnCount
    let cells = batch.cells.span.extracting(first..<first + plans.count)
    let bytes = batch.bytes.span.bytes
    var counted = Array(repeating: 0, count: plans.count)
    var column = 0
    do throws(RejectReason) {
      if fieldTypes.contains(where: { $0 != 0 }) {
        _ = try Transcoder.writeRowWithObjects(
          cells, of: bytes, plans: plans.span, fieldTypes: fieldTypes.span, policy: fractionPolicy, to: out,
          column: &column, losses: &counted)
      } else {
        _ = try Transcoder.writeRow(
          cells, of: bytes, plans: plans.span, policy: fractionPolicy, to: out, column: &column, losses: &counted)
      }
    } catch {
      // The same fault as before.
    }
    return counted
  }

  /// The most bytes that the row's writers may touch.
  ///
  /// Numbers and dates take at most 40 bytes, UTF-16 grows by half, and writers may overshoot by a word.
  @inline(__always)
  private static func largestRow(_ cells: Span<RowBatch.Cell>) -> Int {
    var length = 0
    var column = 0
    while column < cells.count {
      length &+= Int(max(0, cells[unchecked: column].length))
      column &+= 1
    }
    return 2 &+ 68 &* cells.count &+ length &+ length / 2
  }

  /// The same for rows with columns whose output is several times as long as their text.
  @inline(never)
  private static func largestGrowingRow(_ cells: Span<RowBatch.Cell>, _ plans: Span<ColumnPlan>) -> Int {
    var length = 0
    for column in 0..<cells.count {
      length += Int(max(0, cells[column].length)) * plans[column].growth
    }
    return 2 + 68 * cells.count + length + length / 2
  }

  /// Writes a row: the number of its fields, and each field's length (-1 for NULL) and bytes.
  ///
  /// - Parameter column: where the writer stands, for the error.
  @inline(__always)
  private static func writeRow(
    _ cells: Span<RowBatch.Cell>, of bytes: RawSpan, plans: Span<ColumnPlan>, policy: FractionPolicy,
    to start: UnsafeMutableRawPointer, column: inout Int, losses: inout [Int]
  ) throws(RejectReason) -> Int {
    precondition(cells.count == plans.count)
    start.storeBigEndian(Int16(truncatingIfNeeded: cells.count))
    var out = start + 2
    while column < cells.count {
      var lost = 0
      out += try writeField(
        cells[unchecked: column], of: bytes, plan: plans[unchecked: column], policy: policy, to: out, lost: &lost)
      if lost != 0 { losses[column] += lost }
      column &+= 1
    }
    return out - start
  }

  /// Writes a field's length (-1 for NULL) and bytes.
  @inline(__always)
  static func writeField(
    _ cell: RowBatch.Cell, of bytes: RawSpan, plan: ColumnPlan, policy: FractionPolicy,
    to out: UnsafeMutableRawPointer, lost: inout Int
  ) throws(RejectReason) -> Int {
    let length = Int(cell.length)
    guard length >= 0 else {
      out.storeBigEndian(Int32(-1))
      return 4
    }
    guard length <= largestValue else { throw .valueTooLarge }
    let offset = length == 0 ? 0 : Int(cell.offset)
    precondition(offset &+ length <= bytes.byteCount, "a cell lies inside the batch's bytes")
    let written = try write(
      bytes, CellPlace(offset: offset, length: length), to: out + 4, plan: plan, policy: policy, losses: &lost)
    out.storeBigEndian(Int32(truncatingIfNeeded: written))
    return 4 &+ written
  }

  @inline(__always)
  private static func write(
    _ bytes: RawSpan, _ place: CellPlace, to out: UnsafeMutableRawPointer, plan: ColumnPlan, policy: FractionPolicy,
    losses: inout Int
  ) throws(RejectReason) -> Int {
    let wire = bytes.extracting(unchecked: place.range)
    return switch plan {
    case .smallint: try NumberWriter.writeSmallint(bytes, place, to: out)
    case .integer: try NumberWriter.writeInteger(bytes, place, to: out)
    case .bigint: try NumberWriter.writeBigint(bytes, place, to: out)
    case .numeric(let holdsInfinity): try NumberWriter.writeNumeric(bytes, place, to: out, holdsInfinity: holdsInfinity)
    case .boundedNumeric(let precision, let scale):
      try NumberWriter.writeNumeric(bytes, place, to: out, precision: Int(precision), scale: Int(scale))
    case .text(let maximum, let ignoresTrailingBlanks):
      try TextWriter.write(
        wire, to: out, maximum: Int(maximum), ignoresTrailingBlanks: ignoresTrailingBlanks, replaced: &losses)
    case .nationalText(let maximum, let ignoresTrailingBlanks):
      try TextWriter.writeNational(
        wire, to: out, maximum: Int(maximum), ignoresTrailingBlanks: ignoresTrailingBlanks)
    case .declaredText(let plan): try DeclaredTextWriter.write(wire, to: out, plan: plan)
    case .bytea: BytesWriter.write(wire, to: out)
    case .timestamp(let unit): try TimestampWriter.write(wire, to: out, unit: unit, policy: policy, losses: &losses)
    case .zonedTimestamp(let unit):
      try TimestampWriter.writeZoned(wire, to: out, unit: unit, policy: policy, losses: &losses)
    case .intervalMonths: try IntervalWriter.writeMonths(wire, to: out)
    case .intervalSeconds(let unit):
      try IntervalWriter.writeSeconds(wire, to: out, unit: unit, policy: policy, losses: &losses)
    case .boolean: try BooleanWriter.write(wire, to: out)
    case .flag: try FlagWriter.write(wire, to: out)
    case .uuid: try UUIDWriter.write(wire, to: out)
    case .day: try TimestampWriter.writeDay(wire, to: out)
    case .approximateReal: try ApproximateWriter.writeReal(wire, to: out, losses: &losses)
    case .approximateDouble: try ApproximateWriter.writeDouble(wire, to: out, losses: &losses)
    case .real: try FloatWriter.writeReal(wire, to: out)
    case .doublePrecision: try FloatWriter.writeDouble(wire, to: out)
    case .widenedReal: try FloatWriter.writeWidened(wire, to: out)
    // Written with its attributes, by `writeRowWithObjects`.
    case .composite: throw .corruptObject
    case .xml: try XMLWriter.write(wire, to: out, losses: &losses)
    case .vector(let element): try VectorWriter.write(wire, to: out, of: element)
    }
  }

  /// One finding for each column whose values lost something.
  public var findings: [Finding] {
    columns.indices.flatMap { index -> [Finding] in
      (repairs[index] > 0 ? [repairFinding(columns[index], repairs[index], index)] : []) + lossFindings(index)
    }
  }

  private func lossFindings(_ index: Int) -> [Finding] {
    guard losses[index] > 0 else { return [] }
    switch plans[index] {
    case .xml:
      let replaced = losses[index] / XMLWriter.replacedDocument
      let withoutEncoding = losses[index] % XMLWriter.replacedDocument
      return (withoutEncoding > 0 ? [encodingFinding(columns[index], withoutEncoding)] : [])
        + (isTextConverted && replaced > 0 ? [replacementFinding(columns[index], replaced)] : [])
    case .text: return isTextConverted ? [replacementFinding(columns[index], losses[index])] : []
    case .declaredText: return []
    case .approximateReal, .approximateDouble: return [digitFinding(columns[index], losses[index])]
    default: return [fractionFinding(columns[index], losses[index])]
    }
  }

  private func repairFinding(_ column: String, _ count: Int, _ index: Int) -> Finding {
    Finding(
      severity: .warning, rule: "text.repaired", object: "column \(table).\(column)",
      count: count,
      "characters or bytes that PostgreSQL cannot hold were "
        + (policies[index] == .replace ? "replaced by U+FFFD" : "left out") + ", as the policy of the column says",
      remedy: "nothing when that is fine; else mend the values in Oracle, or choose the policy reject")
  }

  private func fractionFinding(_ column: String, _ count: Int) -> Finding {
    Finding(
      severity: .warning, rule: "timestamp.fraction", object: "column \(table).\(column)",
      count: count,
      "values had fractional seconds finer than the PostgreSQL column holds; they were "
        + (fractionPolicy == .round ? "rounded to the nearest" : "truncated"),
      remedy: "nothing when that is fine; else keep the digits in a second column")
  }

  private func digitFinding(_ column: String, _ count: Int) -> Finding {
    Finding(
      severity: .warning, rule: "number.digits", object: "column \(table).\(column)",
      count: count, "values have more digits than the binary number that they became",
      remedy: "leave the column out of the type map where the digits matter")
  }

  private func encodingFinding(_ column: String, _ count: Int) -> Finding {
    Finding(
      severity: .info, rule: "xml.encoding", object: "column \(table).\(column)",
      count: count,
      "documents declare another encoding than UTF-8, in which their text now is; the declaration was left "
        + "out, as PostgreSQL would convert by it",
      remedy: "nothing needs to be done")
  }

  private func replacementFinding(_ column: String, _ count: Int) -> Finding {
    Finding(
      severity: .warning, rule: Finding.replacedText, object: "column \(table).\(column)",
      count: count,
      "values hold replacement characters (U+FFFD): Oracle could not convert what is stored there from "
        + "the database's character set to UTF-8",
      remedy:
        "find the character set that their bytes are in (DUMP in Oracle), and where the column is VARCHAR2 or CHAR write "
        + "\(table.split(separator: ".").last ?? "").\(column) = that set, such as WE8MSWIN1252, into [character-sets] of "
        + "config.ini and run oraferry refresh (after --data-only: reset, and migrate again); else mend them in Oracle")
  }
}
