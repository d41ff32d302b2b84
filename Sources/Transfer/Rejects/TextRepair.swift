import OracleWire

/// Text without the characters that PostgreSQL cannot hold, in the form of the wire.
enum TextRepair {
  /// UTF-8 text without NULs and without bytes that belong to no character.
  ///
  /// - Parameter policy: `strip` leaves them out, `replace` puts U+FFFD in the place of each NUL and of each maximal
  ///   part of a broken sequence (Unicode Standard, section 3.9, "U+FFFD Substitution of Maximal Subparts").
  /// - Returns: the text, and how many places were changed.
  static func utf8(_ bytes: some Collection<UInt8>, _ policy: BadValuePolicy) -> (text: [UInt8], places: Int) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var places = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar) where scalar.value != 0: text += Array(String(scalar).utf8)
      case .emptyInput: return (text, places)
      case .scalarValue, .error:
        places += 1
        if policy == .replace { text += replacement }
      }
    }
  }

  /// UTF-16BE text of the national character set, likewise; an odd last byte counts as broken.
  static func utf16(_ bytes: some Collection<UInt8>, _ policy: BadValuePolicy) -> (text: [UInt8], places: Int) {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    var text: [UInt8] = []
    var places = bytes.count % 2
    var decoder = UTF16()
    var iterator = units.makeIterator()
    func append(_ unit: UInt16) { text += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)] }
    if places > 0, policy == .replace, units.isEmpty { append(0xFFFD) }
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar) where scalar.value != 0: UTF16.encode(scalar)?.forEach(append)
      case .emptyInput: return (text, places)
      case .scalarValue, .error:
        places += 1
        if policy == .replace { append(0xFFFD) }
      }
    }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

extension RejectReason {
  /// Whether characters are at fault, so that the rest of the text can be kept.
  var isOfCharacters: Bool {
    switch self {
    case .nulInText, .invalidUTF8, .invalidUTF16, .notInCharacterSet: true
    default: false
    }
  }
}

extension RowBatch {
  /// One row by itself, with some of its values replaced, by NULL where nil.
  func row(_ row: Int, replacing values: [Int: [UInt8]?]) -> RowBatch {
    var bytes: [UInt8] = []
    let cells = (0..<columnCount).map { index -> Cell in
      guard let new = values[index] ?? self.value(row: row, column: index).map({ Array($0) }) else { return .null }
      let cell = Cell(offset: UInt32(bytes.count), length: Int32(new.count))
      bytes += new
      return cell
    }
    return RowBatch(columnCount: columnCount, rowCount: 1, bytes: bytes, cells: cells)
  }
}
