/// What the elements of a list are.
public enum CanonicalElement: Sendable, Hashable {
  case integer
  case float
  case double
}

/// Vectors of Oracle, arrays of PostgreSQL.
extension CanonicalBuffer {
  /// Appends the numbers of a vector as FROM_VECTOR writes them: `[1.0E+000,-2.5E-001]`.
  ///
  /// - Throws: `CanonicalError.invalidValue` for text that is no such list; of a sparse vector, too.
  mutating func append(oracleVector text: RawSpan, of element: CanonicalElement) throws(CanonicalError) {
    let characters = text.withUnsafeBytes { Array($0) }
    guard characters.first == 0x5b, characters.last == 0x5d, characters.count > 2 else {
      throw .invalidValue(type: "VECTOR", reason: "its text is no list in brackets")
    }
    let numerals = characters[1..<characters.count - 1].split(separator: 0x2c, omittingEmptySubsequences: false)
    append(.list, littleEndian: UInt32(truncatingIfNeeded: numerals.count))
    for numeral in numerals {
      guard numeral.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
        let value = Double(String(decoding: numeral, as: UTF8.self))
      else {
        throw .invalidValue(type: "VECTOR", reason: "its text holds something else than numbers")
      }
      switch element {
      case .double: append(double: value)
      case .float:
        // Read as a float: to go by way of a double would round twice.
        append(float: Float(String(decoding: numeral, as: UTF8.self)) ?? .nan)
      case .integer:
        guard let whole = Int64(exactly: value) else {
          throw .invalidValue(type: "VECTOR", reason: "its text holds a number that is not whole")
        }
        append(integer: whole)
      }
    }
  }

  /// Appends the elements of an array in the form of array_send (src/backend/utils/adt/arrayfuncs.c).
  ///
  /// An array that is no vector, with several dimensions, none, or with NULLs, equals no value of Oracle's.
  ///
  /// - Throws: `CanonicalError.invalidValue` for bytes that are no array.
  mutating func append(postgresArray bytes: RawSpan, of element: CanonicalElement) throws(CanonicalError) {
    guard bytes.byteCount >= 12 else { throw .length(bytes.byteCount, type: "array") }
    guard bytes.bigEndianUInt32(at: 0) == 1, bytes.bigEndianUInt32(at: 4) == 0, bytes.byteCount >= 20 else {
      append(.unrepresentable, contentsOf: bytes)
      return
    }
    let count = Int(bytes.bigEndianUInt32(at: 12))
    let width = element.width
    guard bytes.bigEndianUInt32(at: 8) == element.oid, (bytes.byteCount - 20) / (4 + width) == count,
      (bytes.byteCount - 20) % (4 + width) == 0
    else { throw .length(bytes.byteCount, type: "array of \(count) elements") }
    append(.list, littleEndian: UInt32(truncatingIfNeeded: count))
    var offset = 20
    for _ in 0..<count {
      guard Int(bytes.bigEndianUInt32(at: offset)) == width else { throw .length(bytes.byteCount, type: "array") }
      switch element {
      case .integer: append(integer: Int64(Int16(bitPattern: bytes.bigEndianUInt16(at: offset + 4))))
      case .float: append(float: Float(bitPattern: bytes.bigEndianUInt32(at: offset + 4)))
      case .double: append(double: Double(bitPattern: bytes.bigEndianUInt64(at: offset + 4)))
      }
      offset += 4 + width
    }
  }
}

extension CanonicalElement {
  /// Bytes of an element: smallint, real, double precision.
  fileprivate var width: Int {
    switch self {
    case .integer: 2
    case .float: 4
    case .double: 8
    }
  }

  /// The element's type in pg_type.dat.
  fileprivate var oid: UInt32 {
    switch self {
    case .integer: 21
    case .float: 700
    case .double: 701
    }
  }
}
