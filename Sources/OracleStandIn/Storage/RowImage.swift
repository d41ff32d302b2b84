import OracleWire

/// A row as it lies in a block: one cell for each column, in the form in which a client receives it.
///
/// A cell is a length byte (0 for NULL, up to 252) and bytes; longer values are 254, then chunks, each with its length
/// as a length-prefixed big-endian number, then 0. That is the CLR of the wire, so rows are sent as they lie.
enum RowImage {
  static let longestChunk = 32767

  /// Appends a value's cell; nil is NULL.
  static func append(_ value: [UInt8]?, to image: inout [UInt8]) {
    guard let value else {
      image.append(0)
      return
    }
    if value.count <= 252, !value.isEmpty {
      image.append(UInt8(truncatingIfNeeded: value.count))
      image.append(contentsOf: value)
      return
    }
    image.append(254)
    var start = 0
    while start < value.count {
      let count = min(longestChunk, value.count - start)
      appendLength(count, to: &image)
      image.append(contentsOf: value[start..<start + count])
      start += count
    }
    image.append(0)
  }

  private static func appendLength(_ count: Int, to image: inout [UInt8]) {
    if count < 256 {
      image.append(1)
      image.append(UInt8(truncatingIfNeeded: count))
    } else {
      image.append(2)
      image.append(UInt8(truncatingIfNeeded: count >> 8))
      image.append(UInt8(truncatingIfNeeded: count))
    }
  }

  /// The offset behind the cell that begins at `offset`.
  @inline(__always)
  static func end(ofCellAt offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[offset]
    if first <= 253 { return offset + 1 + Int(first) }
    var place = offset + 1
    while true {
      let width = Int(bytes[place])
      place += 1
      if width == 0 { return place }
      var count = 0
      for _ in 0..<width {
        count = count << 8 | Int(bytes[place])
        place += 1
      }
      place += count
    }
  }

  /// The offset of a cell of the row that begins at `offset`.
  @inline(__always)
  static func start(ofCell column: Int, rowAt offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var place = offset
    for _ in 0..<column { place = end(ofCellAt: place, in: bytes) }
    return place
  }

  /// The value in the cell that begins at `offset`, nil for NULL; chunks are joined.
  static func value(ofCellAt offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let first = bytes[offset]
    if first == 0 { return nil }
    if first <= 253 { return Array(bytes[offset + 1..<offset + 1 + Int(first)]) }
    var value: [UInt8] = []
    var place = offset + 1
    while true {
      let width = Int(bytes[place])
      place += 1
      if width == 0 { return value }
      var count = 0
      for _ in 0..<width {
        count = count << 8 | Int(bytes[place])
        place += 1
      }
      value.append(contentsOf: bytes[place..<place + count])
      place += count
    }
  }

  /// All values of a row.
  static func values(rowAt offset: Int, columns: Int, in bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]?] {
    var values: [[UInt8]?] = []
    values.reserveCapacity(columns)
    var place = offset
    for _ in 0..<columns {
      values.append(value(ofCellAt: place, in: bytes))
      place = end(ofCellAt: place, in: bytes)
    }
    return values
  }

  /// UTF-16 big-endian, as national text is stored.
  static func national(_ text: [UInt8]) -> [UInt8] {
    var units: [UInt8] = []
    units.reserveCapacity(text.count * 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      units.append(UInt8(truncatingIfNeeded: unit >> 8))
      units.append(UInt8(truncatingIfNeeded: unit))
    }
    return units
  }

  /// UTF-8 of national text.
  static func text(national: [UInt8]) -> [UInt8] {
    let units = stride(from: 0, to: national.count - 1, by: 2).map {
      UInt16(national[$0]) << 8 | UInt16(national[$0 + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The engine's value of a stored cell.
  @inline(__always)
  static func value(_ bytes: [UInt8]?, type: ColumnType) -> Value {
    guard let bytes else { return .null }
    return Value(type: type.base, bytes: type.isNational ? text(national: bytes) : bytes)
  }
}
