import OracleWire

/// Finds rows by the cells of some columns: a chained hash table of row references.
///
/// Entries stay when a row changes or goes, so that older snapshots find their rows too; whoever looks something up
/// compares the key with the version that it sees.
final class HashIndex {
  /// Appends a row's key to a buffer; returns how many of its parts are NULL.
  enum Key {
    /// Cells of these columns, by position in the image.
    case columns([Int])
    /// Values that are computed of a row, for indexes on expressions.
    case computed(count: Int, (UnsafeBufferPointer<UInt8>, Int) throws -> [Value])
  }

  private struct Entry {
    var row: UInt32
    var hash: UInt32
    var next: UInt32
  }

  private static let end = UInt32.max

  let key: Key
  let storage: TableStorage
  private var heads: [UInt32]
  private var entries: [Entry] = []

  init(key: Key, storage: TableStorage) {
    self.key = key
    self.storage = storage
    heads = Array(repeating: HashIndex.end, count: 16)
  }

  var keyCount: Int {
    switch key {
    case .columns(let columns): columns.count
    case .computed(let count, _): count
    }
  }

  /// Appends the key of the row at `offset` and returns how many parts are NULL.
  func appendKey(rowAt offset: Int, in bytes: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) throws -> Int {
    switch key {
    case .columns(let columns):
      return HashIndex.appendCells(columns, rowAt: offset, in: bytes, to: &buffer)
    case .computed(_, let compute):
      var nulls = 0
      for value in try compute(bytes, offset) {
        RowImage.append(value.isNull ? nil : value.bytes, to: &buffer)
        if value.isNull { nulls += 1 }
      }
      return nulls
    }
  }

  /// Appends the cells of columns and returns how many are NULL.
  static func appendCells(
    _ columns: [Int], rowAt offset: Int, in bytes: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]
  ) -> Int {
    var nulls = 0
    for column in columns {
      let start = RowImage.start(ofCell: column, rowAt: offset, in: bytes)
      if bytes[start] == 0 { nulls += 1 }
      buffer.append(contentsOf: bytes[start..<RowImage.end(ofCellAt: start, in: bytes)])
    }
    return nulls
  }

  private static func hash(_ key: [UInt8]) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 29
    return UInt32(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 32)
  }

  /// Adds a row under its key.
  func insert(_ row: RowReference, key: [UInt8]) {
    if entries.count >= heads.count { grow() }
    let hash = HashIndex.hash(key)
    let bucket = Int(hash) & (heads.count - 1)
    entries.append(Entry(row: row.packed, hash: hash, next: heads[bucket]))
    heads[bucket] = UInt32(truncatingIfNeeded: entries.count - 1)
  }

  private func grow() {
    heads = Array(repeating: HashIndex.end, count: heads.count * 2)
    let mask = heads.count - 1
    for index in entries.indices {
      let bucket = Int(entries[index].hash) & mask
      entries[index].next = heads[bucket]
      heads[bucket] = UInt32(truncatingIfNeeded: index)
    }
  }

  /// Calls the body with rows that may have the key, each perhaps more than once, until it returns true.
  func search(_ key: [UInt8], _ body: (RowReference) throws -> Bool) rethrows -> Bool {
    let hash = HashIndex.hash(key)
    var place = heads[Int(hash) & (heads.count - 1)]
    while place != HashIndex.end {
      let entry = entries[Int(place)]
      if entry.hash == hash, try body(RowReference(packed: entry.row)) { return true }
      place = entry.next
    }
    return false
  }

  /// Whether a row version has the key.
  func matches(_ row: RowReference, _ version: RowVersion, key wanted: [UInt8]) throws -> Bool {
    try storage.blocks[row.block].bytes.withUnsafeBufferPointer { bytes in
      switch key {
      case .columns(let columns):
        var place = 0
        for column in columns {
          let start = RowImage.start(ofCell: column, rowAt: Int(version.offset), in: bytes)
          let count = RowImage.end(ofCellAt: start, in: bytes) - start
          guard place + count <= wanted.count else { return false }
          for step in 0..<count where bytes[start + step] != wanted[place + step] { return false }
          place += count
        }
        return place == wanted.count
      case .computed:
        var found: [UInt8] = []
        _ = try appendKey(rowAt: Int(version.offset), in: bytes, to: &found)
        return found == wanted
      }
    }
  }

  /// Whether another living row than `row` has the key; rows of open transactions count.
  func hasOther(than row: RowReference?, key: [UInt8]) throws -> Bool {
    try search(key) { candidate in
      guard candidate != row else { return false }
      let version = storage.newest(candidate)
      guard version.deleted == Stamps.none, version.created != Stamps.dead else { return false }
      return try matches(candidate, version, key: key)
    }
  }

  /// Rows with the key that a snapshot sees.
  func rows(key: [UInt8], seenBy snapshot: Snapshot) throws -> [(RowReference, RowVersion)] {
    var found: [(RowReference, RowVersion)] = []
    // A row stands here once for each version that had the key; a key may have very many rows.
    var seen: Set<UInt32> = []
    _ = try search(key) { candidate in
      guard let version = storage.blocks[candidate.block].version(candidate.slot, seenBy: snapshot),
        try matches(candidate, version, key: key), seen.insert(candidate.packed).inserted
      else { return false }
      found.append((candidate, version))
      return false
    }
    return found
  }

  /// Adds every row that anyone may still see, each version under its key.
  func build() throws {
    var buffer: [UInt8] = []
    for (blockIndex, block) in storage.blocks.enumerated() {
      try block.bytes.withUnsafeBufferPointer { bytes in
        for slot in block.slots.indices {
          var version = block.slots[slot]
          while true {
            if version.created != Stamps.dead {
              buffer.removeAll(keepingCapacity: true)
              let nulls = try appendKey(rowAt: Int(version.offset), in: bytes, to: &buffer)
              if nulls < keyCount { insert(RowReference(block: blockIndex, slot: slot), key: buffer) }
            }
            guard version.previous >= 0 else { break }
            version = block.older[Int(version.previous)]
          }
        }
      }
    }
  }

  /// The first key that two living rows share; nil when all differ.
  func hasDuplicates() throws -> Bool {
    var buffer: [UInt8] = []
    for (blockIndex, block) in storage.blocks.enumerated() {
      for slot in block.slots.indices {
        let version = block.slots[slot]
        guard version.deleted == Stamps.none, version.created != Stamps.dead else { continue }
        buffer.removeAll(keepingCapacity: true)
        let nulls = try block.bytes.withUnsafeBufferPointer {
          try appendKey(rowAt: Int(version.offset), in: $0, to: &buffer)
        }
        if nulls < keyCount, try hasOther(than: RowReference(block: blockIndex, slot: slot), key: buffer) {
          return true
        }
      }
    }
    return false
  }
}
