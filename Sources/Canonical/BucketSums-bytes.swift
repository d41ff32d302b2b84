/// Sums as bytes, to be kept.
///
/// For each bucket that has rows, in order: its number (2 bytes), the number of its rows (8), the sum (16); each with its
/// least significant byte first.
extension BucketSums {
  private static let entrySize = 26

  /// The most buckets whose sums can be kept.
  public static let mostBucketsKept = 1 << 16

  /// The buckets that have rows.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for (index, bucket) in buckets.enumerated() where bucket != Bucket() {
      append(UInt16(truncatingIfNeeded: index), to: &bytes)
      append(bucket.rowCount, to: &bytes)
      append(bucket.sum, to: &bytes)
    }
    return bytes
  }

  private func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds sums that were kept: those of other rows of the same table, made by the same digester.
  ///
  /// - Returns: false, and nothing is added, when the bytes are no such sums.
  public mutating func add(bytes: [UInt8]) -> Bool {
    guard bytes.count.isMultiple(of: Self.entrySize) else { return false }
    let places = stride(from: 0, to: bytes.count, by: Self.entrySize)
    let isKnown = places.allSatisfy { Int(Self.number(bytes, at: $0, as: UInt16.self)) < buckets.count }
    guard isKnown else { return false }
    for place in places {
      var bucket = Bucket()
      bucket.rowCount = Self.number(bytes, at: place + 2, as: UInt64.self)
      bucket.sum = Self.number(bytes, at: place + 10, as: UInt128.self)
      add(bucket, at: Int(Self.number(bytes, at: place, as: UInt16.self)))
    }
    return true
  }

  private static func number<Number: FixedWidthInteger>(_ bytes: [UInt8], at place: Int, as: Number.Type) -> Number {
    (0..<Number.bitWidth / 8).reversed().reduce(0) { $0 << 8 | Number(bytes[place + $1]) }
  }
}
