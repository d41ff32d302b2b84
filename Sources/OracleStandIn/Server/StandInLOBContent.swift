import OracleWire

/// A LOB's bytes: in memory while they are few, in a file once they are many.
struct StandInLOBContent {
  private enum Place {
    case memory([UInt8])
    case file(UnlinkedFile)
  }

  /// Bytes that are kept in memory.
  static let memoryLimit = 4 << 20
  /// Bytes of a LOB: a client must not fill the disk.
  static let sizeLimit = 16 << 30
  /// Bytes that are taken into memory at once.
  private static let pieceLimit = 1 << 30
  private static let fillPiece = 1 << 20

  private var place: Place
  private(set) var count: Int

  init(_ bytes: [UInt8]) {
    place = .memory(bytes)
    count = bytes.count
  }

  /// All bytes.
  ///
  /// - Throws: `OracleError` 3001 for more of them than are taken into memory.
  func all() throws -> [UInt8] { try read(0..<count) }

  /// - Parameter range: inside of the content.
  func read(_ range: Range<Int>) throws -> [UInt8] {
    guard range.count <= Self.pieceLimit else {
      throw OracleError.unsupported("more than \(Self.pieceLimit >> 30) GiB of a LOB at once")
    }
    switch place {
    case .memory(let bytes): return Array(bytes[range])
    case .file(let file): return try file.read(range)
    }
  }

  /// Overwrites from an offset on.
  ///
  /// - Parameter isText: what lies between the end and an offset behind it is filled with blanks, otherwise with zeros.
  mutating func write(_ data: [UInt8], at offset: Int, isText: Bool) throws {
    let end = max(count, offset + data.count)
    guard end <= Self.sizeLimit else {
      throw OracleError(code: 1652, message: "unable to extend temp segment by 128 in tablespace TEMP")
    }
    if end > Self.memoryLimit { try moveToFile() }
    while count < offset {
      let gap = min(offset - count, Self.fillPiece)
      var filler = [UInt8](repeating: 0, count: gap)
      if isText {
        for place in stride(from: 1, to: gap, by: 2) { filler[place] = 0x20 }
      }
      try put(filler, at: count)
    }
    try put(data, at: offset)
  }

  /// - Parameter offset: not behind the end.
  private mutating func put(_ data: [UInt8], at offset: Int) throws {
    switch place {
    case .memory(var bytes):
      // Taken out while it changes: beside a copy that stays, each write would copy the whole value.
      place = .memory([])
      bytes.replaceSubrange(offset..<min(bytes.count, offset + data.count), with: data)
      place = .memory(bytes)
    case .file(let file):
      try file.write(data, at: offset)
    }
    count = max(count, offset + data.count)
  }

  private mutating func moveToFile() throws {
    guard case .memory(let bytes) = place else { return }
    let file = try UnlinkedFile()
    try file.write(bytes, at: 0)
    place = .file(file)
  }

  /// - Parameter length: not more than there is.
  mutating func trim(to length: Int) throws {
    switch place {
    case .memory(var bytes):
      place = .memory([])
      bytes.removeLast(bytes.count - length)
      place = .memory(bytes)
    case .file(let file):
      try file.truncate(to: length)
    }
    count = length
  }
}
