import OracleWire

extension RowBatch {
  /// A batch of these rows; nil is NULL.
  ///
  /// `slack` bytes follow the last value, as other rows' would.
  init(rows: [[[UInt8]?]], slack: Int = 0) {
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    for value in rows.joined() {
      if let value {
        cells.append(Cell(offset: UInt32(bytes.count), length: Int32(value.count)))
        bytes += value
      } else {
        cells.append(.null)
      }
    }
    bytes += [UInt8](repeating: 0xEE, count: slack)
    self.init(columnCount: rows.first?.count ?? 0, rowCount: rows.count, bytes: bytes, cells: cells)
  }
}

/// Batches as a query delivers them; may fail behind the last one.
struct BatchList: AsyncSequence, Sendable {
  typealias Element = RowBatch

  var batches: [RowBatch]
  var failure: (any Error)?
  /// Runs before each batch is given out.
  var onNext: @Sendable (Int) async throws -> Void = { _ in }

  struct AsyncIterator: AsyncIteratorProtocol {
    let list: BatchList
    var index = 0

    mutating func next() async throws -> RowBatch? {
      try await list.onNext(index)
      guard index < list.batches.count else {
        if let failure = list.failure { throw failure }
        return nil
      }
      defer { index += 1 }
      return list.batches[index]
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(list: self) }
}

/// Deterministic random numbers for fuzzing (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Bytes from hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}
