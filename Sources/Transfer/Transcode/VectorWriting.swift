import Model

/// The text of a vector, as FROM_VECTOR writes it (`[1.0E+000,-2.5E-001]`), to an array.
///
/// PostgreSQL's binary array: dimensions, a flag for NULLs, the elements' type, for each dimension its size and first
/// index, then each element behind its length. Source: array_recv in src/backend/utils/adt/arrayfuncs.c.
enum VectorWriter {
  /// Bytes before the first element of an array with one dimension.
  private static let headerSize = 20
  /// The most characters that a number takes.
  private static let longestNumeral = 40

  static func write(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, of element: PostgresType.Element
  ) throws(RejectReason) -> Int {
    let last = wire.byteCount - 1
    guard last > 1, wire.byte(0) == UInt8(ascii: "["), wire.byte(last) == UInt8(ascii: "]") else {
      throw .corruptVector
    }
    var written = headerSize
    var count: Int32 = 0
    var start = 1
    while start <= last {
      var end = start
      while end < last, wire.byte(end) != UInt8(ascii: ",") { end += 1 }
      let numeral = try numeral(wire, start, end)
      written += try store(numeral, of: element, to: out + written)
      count += 1
      start = end + 1
    }
    out.storeBigEndian(Int32(1))
    out.storeBigEndian(Int32(0), at: 4)
    out.storeBigEndian(element.oid, at: 8)
    out.storeBigEndian(count, at: 12)
    out.storeBigEndian(Int32(1), at: 16)
    guard written <= Transcoder.largestValue else { throw .valueTooLarge }
    return written
  }

  /// The characters of one number; a sparse vector's brackets, words and blanks are none.
  private static func numeral(_ wire: RawSpan, _ start: Int, _ end: Int) throws(RejectReason) -> String {
    guard (1...longestNumeral).contains(end - start) else { throw .corruptVector }
    for place in start..<end {
      switch wire.byte(place) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "E"), UInt8(ascii: "e"):
        continue
      default: throw .corruptVector
      }
    }
    return wire.withUnsafeBytes { String(decoding: UnsafeRawBufferPointer(rebasing: $0[start..<end]), as: UTF8.self) }
  }

  private static func store(
    _ numeral: String, of element: PostgresType.Element, to out: UnsafeMutableRawPointer
  ) throws(RejectReason) -> Int {
    switch element {
    case .smallint:
      guard let value = Double(numeral), let whole = Int16(exactly: value) else { throw .corruptVector }
      out.storeBigEndian(Int32(2))
      out.storeBigEndian(whole, at: 4)
      return 6
    case .real:
      guard let value = Float(numeral), value.isFinite else { throw .corruptVector }
      out.storeBigEndian(Int32(4))
      out.storeBigEndian(value.bitPattern, at: 4)
      return 8
    case .doublePrecision:
      guard let value = Double(numeral), value.isFinite else { throw .corruptVector }
      out.storeBigEndian(Int32(8))
      out.storeBigEndian(value.bitPattern, at: 4)
      return 12
    }
  }
}

extension PostgresType.Element {
  /// The type's number.
  ///
  /// Source: src/include/catalog/pg_type.dat.
  fileprivate var oid: Int32 {
    switch self {
    case .smallint: 21
    case .real: 700
    case .doublePrecision: 701
    }
  }
}

extension ColumnPlan {
  /// How many times as long as its text a value may become at the most: each digit of a vector, with its comma, twelve
  /// bytes.
  var growth: Int {
    switch self {
    case .vector: 6
    // A byte may become three; of digits, the bytes lie behind the text meanwhile.
    case .declaredText: 3
    default: 1
    }
  }
}
