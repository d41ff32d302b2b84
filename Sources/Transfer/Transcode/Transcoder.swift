import Model
import OracleWire

/// Turns batches of Oracle rows into the rows of a COPY BINARY stream.
///
/// One switch over a closed enum a value, no allocation a row: 2 ns for a NULL, 9 for short text, 16 to 20 for numbers
/// and dates, 15 in a mix, as `TranscoderBenchmark` measures it on a shared 2.4 GHz EPYC. A value that cannot be
/// carried over exactly is a `RejectError`.
public struct Transcoder: Sendable {
  /// The largest value that PostgreSQL takes in a field: 1 GiB less the header of a varlena.
  static let largestValue = (1 << 30) - 1 - 4

  /// The Oracle table for messages, owner first.
  public let table: String
  /// The Oracle column names, in the order of the rows' cells.
  public let columns: [String]
  /// Each column's plan.
  public let plans: [ColumnPlan]
  /// What becomes of digits of a second that the PostgreSQL column cannot hold.
  public let fractionPolicy: FractionPolicy
  /// Rows transcoded so far.
  public private(set) var rowCount = 0
  /// For each column, how many values lost fractional digits of a second, or hold a replacement character.
  public private(set) var losses: [Int]
  /// Whether the server converts text to UTF-8, and may have replaced characters where it could not.
  public var isTextConverted = false
  #if DEBUG
    /// A fault that tests plant to see verification find it.
    var plantedFault: PlantedFault?
  #endif

  /// Makes a transcoder for rows whose columns take these plans.
  public init(
    table: String, columns: [String], plans: [ColumnPlan], fractionPolicy: FractionPolicy = .round
  ) {
    precondition(columns.count == plans.count, "one plan a column")
    self.table = table
    self.columns = columns
    self.plans = plans
    self.fractionPolicy = fractionPolicy
    losses = Array(repeating: 0, count: plans.count)
  }

  /// Writes rows of a batch until it ends or the arena holds `limit` bytes or more.
  ///
  /// - Returns: the index of the batch's first row that was not written; `batch.rowCount` when all were.
  /// - Throws: `RejectError`; the arena then ends with the row before.
  public mutating func transcode(
    _ batch: RowBatch, from firstRow: Int = 0, into arena: inout CopyArena, limit: Int = .max
  ) throws(RejectError) -> Int {
    precondition(batch.columnCount == plans.count, "batches have the columns that were described")
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
    let columnCount = plans.count
    let bytes = batch.bytes.span.bytes
    let allCells = batch.cells.span
    let plans = self.plans
    let policy = fractionPolicy
    var row = firstRow
    while row < batch.rowCount, arena.count < limit {
      let cells = allCells.extracting(row &* columnCount..<(row &+ 1) &* columnCount)
      arena.reserve(Transcoder.largestRow(cells))
      var column = 0
      do throws(RejectReason) {
        let written = try Transcoder.writeRow(
          cells, of: bytes, plans: plans.span, policy: policy, to: arena.end, column: &column, losses: &losses)
        arena.advance(written)
      } catch {
        throw RejectError(table: table, column: columns[column], row: rowCount + 1, reason: error)
      }
      row &+= 1
      rowCount &+= 1
    }
    return row
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
      let cell = cells[unchecked: column]
      let length = Int(cell.length)
      if length < 0 {
        out.storeBigEndian(Int32(-1))
        out += 4
      } else {
        guard length <= largestValue else { throw .valueTooLarge }
        let offset = length == 0 ? 0 : Int(cell.offset)
        precondition(offset &+ length <= bytes.byteCount, "a cell lies inside the batch's bytes")
        var lost = 0
        let written = try write(
          bytes, CellPlace(offset: offset, length: length), to: out + 4, plan: plans[unchecked: column], policy: policy,
          losses: &lost)
        if lost != 0 { losses[column] += lost }
        out.storeBigEndian(Int32(truncatingIfNeeded: written))
        out += 4 &+ written
      }
      column &+= 1
    }
    return out - start
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
    case .bytea: BytesWriter.write(wire, to: out)
    case .timestamp(let unit): try TimestampWriter.write(wire, to: out, unit: unit, policy: policy, losses: &losses)
    case .zonedTimestamp(let unit):
      try TimestampWriter.writeZoned(wire, to: out, unit: unit, policy: policy, losses: &losses)
    case .real: try FloatWriter.writeReal(wire, to: out)
    case .doublePrecision: try FloatWriter.writeDouble(wire, to: out)
    case .widenedReal: try FloatWriter.writeWidened(wire, to: out)
    }
  }

  /// One finding for each column whose values lost something.
  public var findings: [Finding] {
    columns.indices.compactMap { index in
      guard losses[index] > 0 else { return nil }
      switch plans[index] {
      case .text: return isTextConverted ? replacementFinding(columns[index], losses[index]) : nil
      default: return fractionFinding(columns[index], losses[index])
      }
    }
  }

  private func fractionFinding(_ column: String, _ count: Int) -> Finding {
    Finding(
      severity: .warning, rule: "timestamp.fraction", object: "column \(table).\(column)",
      reason: "\(count) values had fractional seconds finer than the PostgreSQL column holds; they were "
        + (fractionPolicy == .round ? "rounded to the nearest" : "truncated"),
      remedy: "nothing when that is fine; else keep the digits in a second column")
  }

  private func replacementFinding(_ column: String, _ count: Int) -> Finding {
    Finding(
      severity: .warning, rule: "text.replaced", object: "column \(table).\(column)",
      reason:
        "\(count) values hold replacement characters (U+FFFD): Oracle could not convert what is stored there from "
        + "the database's character set to UTF-8",
      remedy: "look at their bytes with DUMP in Oracle, and mend them there before migrating")
  }
}
