import OracleWire

/// Rows that nobody stores: each is a function of its number, and lies where that number says.
///
/// A row is its number as a key, a second number that follows from it, and a *tail*: the cells of the other columns, of
/// which a few thousand are made once and repeat. So a row costs two short numbers and a copy of its tail, and any number
/// of rows takes the memory of some blocks. Only touched while the database's lock is held, as everything in storage.
final class GeneratedRows {
  /// How many rows there are.
  let count: Int
  let rowsPerBlock: Int
  /// The SCN at which all rows came.
  var stamp: Stamp = 0
  /// The tails, one behind the other; tail i begins at `tailStarts[i]`, and the last entry is the end.
  private let tails: [UInt8]
  private let tailStarts: [Int]
  /// A block's bytes at most: all blocks have as many, so that they can be used again.
  private let blockBytes: Int
  private var cache: [(index: Int, block: Block)]

  /// Blocks that are kept for those who come back to them: each worker walks over a range of its own.
  private static let cacheSize = 8
  /// Bytes that the tails, and that a block, have at about.
  private static let tailBytes = 1 << 20
  private static let wantedBlockBytes = 64 << 10
  /// Bytes of the two numbers with their lengths, at most.
  private static let headBytes = 2 * 22
  /// Rows at most: as many as packed references and 22 bits of a block's number can tell apart.
  static func mostRows(perBlock rows: Int) -> Int { rows << 22 }

  /// - Parameter tail: the cells behind the two numbers, of a row with such a number from 0.
  /// - Throws: ORA-01653 for more rows than blocks have room for.
  init(count: Int, tail: (Int) -> [UInt8]) throws {
    self.count = count
    let size = max(1, tail(0).count)
    let period = GeneratedRows.powerOfTwo(atMost: min(4096, max(1, GeneratedRows.tailBytes / size)))
    rowsPerBlock = GeneratedRows.powerOfTwo(
      atMost: min(Block.mostSlots, max(1, GeneratedRows.wantedBlockBytes / (size + GeneratedRows.headBytes))))
    guard count >= 0, count <= GeneratedRows.mostRows(perBlock: rowsPerBlock) else {
      throw OracleError(code: 1653, message: "unable to extend table: it has no block left in the stand-in")
    }
    var tails: [UInt8] = []
    var starts = [0]
    for row in 0..<period {
      tails += tail(row)
      starts.append(tails.count)
    }
    let longest = zip(starts, starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) }
    self.tails = tails
    tailStarts = starts
    blockBytes = rowsPerBlock * (longest + GeneratedRows.headBytes)
    cache = (0..<GeneratedRows.cacheSize).map { _ in (-1, Block()) }
  }

  private static func powerOfTwo(atMost limit: Int) -> Int { 1 << (Int.bitWidth - 1 - limit.leadingZeroBitCount) }

  var blockCount: Int { (count + rowsPerBlock - 1) / rowsPerBlock }

  func rowCount(ofBlock index: Int) -> Int { min(rowsPerBlock, count - index * rowsPerBlock) }

  /// Bytes of all rows, at about.
  var byteCount: Int { (tails.count / (tailStarts.count - 1) + GeneratedRows.headBytes / 4) * count }

  func isSeen(by snapshot: Snapshot) -> Bool {
    snapshot.sees(RowVersion(offset: 0, length: 0, created: stamp, deleted: Stamps.none, previous: -1))
  }

  /// The row of a key, as a cell holds it without its length; nil when there is none.
  func reference(ofKey key: [UInt8]) -> RowReference? {
    guard let number = try? OracleNumber(wireBytes: key).intValue, let row = Int(exactly: number), row >= 1,
      row <= count
    else { return nil }
    return RowReference(block: (row - 1) / rowsPerBlock, slot: (row - 1) % rowsPerBlock)
  }

  func block(_ index: Int) -> Block {
    precondition(index >= 0 && index < blockCount, "a block of the table")
    let place = index % cache.count
    if cache[place].index == index { return cache[place].block }
    if !isKnownUniquelyReferenced(&cache[place].block) { cache[place].block = Block() }
    fill(cache[place].block, index)
    cache[place].index = index
    return cache[place].block
  }

  private func fill(_ block: Block, _ index: Int) {
    let first = index * rowsPerBlock
    let rows = rowCount(ofBlock: index)
    if block.bytes.isEmpty { block.bytes = Array(repeating: 0, count: blockBytes) }
    if block.slots.count != rows {
      block.slots = Array(
        repeating: RowVersion(offset: 0, length: 0, created: stamp, deleted: Stamps.none, previous: -1), count: rows)
    }
    let mask = tailStarts.count - 2
    block.bytes.withUnsafeMutableBufferPointer { bytes in
      tails.withUnsafeBytes { tails in
        block.slots.withUnsafeMutableBufferPointer { slots in
          var place = 0
          for slot in 0..<rows {
            let row = first + slot
            let start = place
            place += GeneratedRows.write(UInt64(row) + 1, to: bytes, at: place)
            place += GeneratedRows.write(GeneratedRows.code(ofRow: row), to: bytes, at: place)
            let tail = tailStarts[row & mask]..<tailStarts[(row & mask) + 1]
            precondition(tail.count <= bytes.count - place, "a block has room for its rows")
            UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[place..<place + tail.count]))
              .copyMemory(from: UnsafeRawBufferPointer(rebasing: tails[tail]))
            place += tail.count
            slots[slot].offset = UInt32(truncatingIfNeeded: start)
            slots[slot].length = UInt32(truncatingIfNeeded: place - start)
          }
        }
      }
    }
  }

  /// The second number of a row with a number from 0: nine digits at most, in no order.
  static func code(ofRow row: Int) -> UInt64 { 1 + UInt64(row) &* 2_654_435_761 % 999_999_937 }

  /// Writes a whole number above 0 as a cell: Oracle's digits of base 100, without zeros at the end.
  ///
  /// - Returns: how many bytes it takes, up to 12.
  @inline(__always)
  private static func write(_ number: UInt64, to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
    var digits = 1
    var power: UInt64 = 100
    while number >= power, digits < 9 {
      digits += 1
      power *= 100
    }
    var rest = number
    var end = 0
    for digit in stride(from: digits, through: 1, by: -1) {
      let next = rest / 100
      let value = UInt8(truncatingIfNeeded: rest - next * 100)
      if end == 0, value != 0 { end = digit }
      bytes[place + 1 + digit] = value + 1
      rest = next
    }
    bytes[place] = UInt8(truncatingIfNeeded: end + 1)
    bytes[place + 1] = UInt8(truncatingIfNeeded: 0xC0 + digits)
    return end + 2
  }
}
