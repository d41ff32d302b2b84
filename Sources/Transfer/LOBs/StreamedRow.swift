import OracleClient
import OracleWire

/// One row of a COPY BINARY stream whose LOBs are read while it is written, so that no more of them than a few pieces is in
/// memory.
///
/// What can be wrong with a value is found before the first byte: a BLOB's length is known from its locator, and text
/// waits as `SpooledText`. What fails later is the connection, or the disk, and with it the copy.
struct StreamedRow: AsyncSequence, Sendable {
  typealias Element = [UInt8]

  /// Bytes that PostgreSQL takes for a whole row: it is put together in one piece of memory (heap_form_tuple in
  /// src/backend/access/common/heaptuple.c; MaxAllocSize in src/include/utils/memutils.h).
  static let largestRow = (1 << 30) - 1
  /// What the head of a row takes of it, and beside a value's bytes the alignment and the null bit of each column.
  fileprivate static let rowOverhead = 64
  fileprivate static let columnOverhead = 8

  /// A part of the row's bytes.
  fileprivate enum Part: Sendable {
    /// In `bytes`.
    case values(Range<Int>)
    case length(Int)
    case blob(OracleLOB, count: Int)
    case text(SpooledText)
  }

  /// Bytes of all values that are not streamed.
  fileprivate let bytes: [UInt8]
  fileprivate let parts: [Part]
  fileprivate let rateLimit: RateLimit?

  func makeAsyncIterator() -> Iterator { Iterator(row: self) }

  /// Gives the row's bytes in order; no piece is empty.
  struct Iterator: AsyncIteratorProtocol {
    private let row: StreamedRow
    private var place = 0
    /// Bytes of the current part that were given.
    private var given = 0
    private var pieces: OracleLOBPieces.Iterator?

    fileprivate init(row: StreamedRow) { self.row = row }

    /// The next piece, nil behind the last.
    ///
    /// - Throws: `CopyPipeline.Failure`, or `CancellationError`.
    mutating func next() async throws -> [UInt8]? {
      while place < row.parts.count {
        let part = row.parts[place]
        do {
          if let piece = try await piece(of: part) { return piece }
        } catch {
          throw StreamedRow.failure(error)
        }
        (place, given, pieces) = (place + 1, 0, nil)
      }
      return nil
    }

    private mutating func piece(of part: Part) async throws -> [UInt8]? {
      switch part {
      case .values(let range):
        guard given == 0, !range.isEmpty else { return nil }
        given = range.count
        return Array(row.bytes[range])
      case .length(let length):
        guard given == 0 else { return nil }
        given = 4
        return Swift.withUnsafeBytes(of: Int32(length).bigEndian) { Array($0) }
      case .text(let text):
        let piece = try await text.piece(at: given)
        given += piece.count
        return piece.isEmpty ? nil : piece
      case .blob(let lob, let count):
        if pieces == nil { pieces = lob.wirePieces().makeAsyncIterator() }
        let piece = try await pieces?.next()
        given += piece?.count ?? 0
        // Neither more nor fewer than the length said: the row would be another one.
        guard piece == nil ? given == count : given <= count else { throw LOBLengthError() }
        if let piece { try await row.rateLimit?.take(piece.count) }
        return piece
      }
    }
  }

  /// The failure of a copy that an error in reading a LOB is.
  fileprivate static func failure(_ error: any Error) -> any Error {
    switch error {
    case is CancellationError, is CopyPipeline.Failure: error
    case let error as SpoolError: CopyPipeline.Failure(cause: .spool(error))
    default: CopyPipeline.Failure(cause: .oracle(error))
    }
  }
}

/// A LOB that has not as many bytes as Oracle said.
struct LOBLengthError: Error, CustomStringConvertible {
  var description: String {
    "a LOB has not as many bytes as its length says; compare DBMS_LOB.GETLENGTH with what can be read of it in Oracle"
  }
}

extension Transcoder {
  /// Reads and checks what must be known of a row before its first byte is sent.
  ///
  /// - Parameters:
  ///   - row: of the batch, with LOBs.
  ///   - rateLimit: holds the reading of LOBs to a rate.
  /// - Throws: `RejectError`, having counted nothing; `CopyPipeline.Failure`, or `CancellationError`.
  mutating func stream(_ batch: SourceBatch, row: Int, rateLimit: RateLimit?) async throws -> StreamedRow {
    let before = self
    do {
      return try await prepare(batch, row: row, rateLimit: rateLimit)
    } catch let error as RejectError {
      self = before
      throw error
    } catch {
      throw StreamedRow.failure(error)
    }
  }

  /// Names the columns of one row in errors.
  private struct RowPlace {
    let table: String
    let columns: [String]
    let number: Int

    func reject(_ column: Int, _ reason: RejectReason) -> RejectError {
      RejectError(table: table, column: columns[column], row: number, reason: reason)
    }
  }

  private mutating func prepare(_ batch: SourceBatch, row: Int, rateLimit: RateLimit?) async throws -> StreamedRow {
    let place = RowPlace(table: table, columns: columns, number: rowCount + 1)
    let lobs = batch.lobs.filter { $0.row == row }
    // What is quickly known comes first, so that no GiB is read in vain.
    let values = batch.rows.row(row, replacing: try await replacements(for: lobs, at: place, rateLimit))
    var arena = CopyArena(capacity: 4096)
    _ = try transcode(values, into: &arena)
    let bytes = arena.withUnsafeBytes { Array($0) }
    // What the row may still have: a text that is longer is not read to its end.
    var size = bytes.count + Self.overhead(columns: columns.count)
    var parts: [StreamedRow.Part] = []
    var end = 0
    for cell in lobs where isStreamed(cell.column) {
      let start = Self.place(ofField: field(of: cell.column), in: bytes)
      parts.append(.values(end..<start))
      end = start + 4
      let count: Int
      if plans[cell.column] == .bytea {
        count = try await cell.lob.length()
        parts += [.length(count), .blob(cell.lob, count: count)]
      } else {
        let room = StreamedRow.largestRow - size
        let text = try await text(of: cell, rateLimit, room: room) { place.reject(cell.column, $0) }
        count = text.count
        parts += [.length(count), .text(text)]
      }
      size += count
      guard size <= StreamedRow.largestRow else { throw place.reject(cell.column, .valueTooLarge) }
    }
    parts.append(.values(end..<bytes.count))
    return StreamedRow(bytes: bytes, parts: parts, rateLimit: rateLimit)
  }

  /// What stands in the places of LOBs while the other values are written: NULL for those that are streamed, the whole
  /// value for the others.
  private mutating func replacements(
    for lobs: [SourceBatch.LOBCell], at place: RowPlace, _ rateLimit: RateLimit?
  ) async throws -> [Int: [UInt8]?] {
    var replaced: [Int: [UInt8]?] = [:]
    var size = Self.overhead(columns: columns.count)
    for cell in lobs {
      // Each character of text has a byte at least, and a pair of UTF-16 more than two.
      let length = try await cell.lob.length()
      size += length
      guard length <= Self.largestValue, size <= StreamedRow.largestRow else {
        throw place.reject(cell.column, .valueTooLarge)
      }
    }
    for cell in lobs {
      let isStreamed = isStreamed(cell.column)
      replaced[cell.column] = .some(
        isStreamed ? nil : try await whole(cell, rateLimit) { place.reject(cell.column, $0) })
    }
    return replaced
  }

  private static func overhead(columns: Int) -> Int { StreamedRow.rowOverhead + StreamedRow.columnOverhead * columns }

  /// Whether a column's LOBs become fields piece by piece; of documents and vectors PostgreSQL's form depends on the whole
  /// value, and an attribute's length on its object's.
  private func isStreamed(_ column: Int) -> Bool {
    guard fieldTypes[column] == 0 else { return false }
    switch plans[column] {
    case .bytea, .text, .nationalText: return true
    default: return false
    }
  }

  /// All of a LOB, in the form in which it comes in-line.
  private mutating func whole(
    _ cell: SourceBatch.LOBCell, _ rateLimit: RateLimit?, reject: (RejectReason) -> RejectError
  ) async throws -> [UInt8] {
    var value: [UInt8] = []
    switch plans[cell.column] {
    case .bytea, .nationalText:
      for try await piece in cell.lob.wirePieces() {
        try await rateLimit?.take(piece.count)
        value += piece
        guard value.count <= Self.largestValue else { throw reject(.valueTooLarge) }
      }
    default:
      // What Oracle replaced is counted where the value is written.
      let text = try await text(of: cell, rateLimit, room: Self.largestValue, countsLosses: false, reject: reject)
      while value.count < text.count { value += try await text.piece(at: value.count) }
    }
    return value
  }

  /// The text of a LOB as its column takes it; what was repaired and lost is counted.
  private mutating func text(
    of cell: SourceBatch.LOBCell, _ rateLimit: RateLimit?, room: Int, countsLosses: Bool = true,
    reject: (RejectReason) -> RejectError
  ) async throws -> SpooledText {
    // A BLOB's text is JSON, in UTF-8.
    var piecewise = PiecewiseText(
      form: cell.lob.textForm ?? .utf8, plan: plans[cell.column],
      policy: cell.column < policies.count ? policies[cell.column] : .reject)
    var text = SpooledText()
    do {
      for try await piece in cell.lob.wirePieces() {
        try await rateLimit?.take(piece.count)
        try await text.append(try piecewise.append(piece))
        guard text.count <= room else { throw RejectReason.valueTooLarge }
      }
      try await text.append(try piecewise.finish())
    } catch let reason as RejectReason {
      throw reject(reason)
    }
    count(repairs: piecewise.places, losses: countsLosses && piecewise.hasReplacement ? 1 : 0, of: cell.column)
    return text
  }

  /// The number of a column's field among those of the COPY: the attributes of objects are in the field of their object.
  private func field(of column: Int) -> Int {
    fieldTypes[..<column].count { $0 == 0 }
  }

  /// Where the length of a field stands in a row.
  private static func place(ofField field: Int, in row: [UInt8]) -> Int {
    var place = 2
    for _ in 0..<field {
      let length = row[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      place += 4 + (length == .max ? 0 : Int(length))
    }
    return place
  }
}
