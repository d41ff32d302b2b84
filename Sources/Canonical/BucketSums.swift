/// The order-independent checksum of a table: in each bucket of keys the number of rows and the sum of their hashes.
///
/// Sums are modulo 2^128. Two tables with the same rows in any order have the same sums; for two that differ the chance
/// of equal sums is 2^-128, whatever the difference, as the hash's key is not known beforehand.
public struct BucketSums: RowSink, Sendable, Hashable {
  /// The number of rows and the sum of the row hashes of one bucket.
  public struct Bucket: Sendable, Hashable {
    /// Modulo 2^64.
    public var rowCount: UInt64 = 0
    /// Modulo 2^128.
    public var sum: UInt128 = 0

    /// A bucket without rows.
    public init() {}
  }

  /// As many as were asked for.
  public private(set) var buckets: [Bucket]
  /// Rows with a value that had more digits of a second than microseconds.
  public private(set) var rowsWithLostDigits = 0
  private let digester: RowDigester

  /// Makes the sums of no rows.
  ///
  /// - Parameter bucketCount: A power of 2.
  public init(digester: RowDigester, bucketCount: Int = 1024) {
    precondition(bucketCount > 0 && bucketCount & (bucketCount - 1) == 0, "the number of buckets is a power of 2")
    self.digester = digester
    buckets = Array(repeating: Bucket(), count: bucketCount)
  }

  /// The bucket that rows with a key belong to.
  @inline(__always)
  public static func index(ofKey key: UInt128, bucketCount: Int) -> Int {
    Int(truncatingIfNeeded: key) & (bucketCount - 1)
  }

  /// Adds a row to the bucket of its key.
  public mutating func take(_ row: borrowing CanonicalBuffer, keyLength: Int) {
    let key = digester.keyDigest(row, keyLength: keyLength)
    let index = BucketSums.index(ofKey: key, bucketCount: buckets.count)
    buckets[index].rowCount &+= 1
    buckets[index].sum &+= digester.rowDigest(row)
    if row.hasLostDigits { rowsWithLostDigits += 1 }
  }

  /// Adds the rows of another part of the table.
  mutating func add(_ bucket: Bucket, at index: Int) {
    buckets[index].rowCount &+= bucket.rowCount
    buckets[index].sum &+= bucket.sum
  }

  /// Adds the sums of other rows of the same table, made by the same digester in as many buckets.
  public mutating func add(_ other: BucketSums) {
    precondition(buckets.count == other.buckets.count, "sums are added with the same number of buckets")
    for (index, bucket) in other.buckets.enumerated() { add(bucket, at: index) }
    rowsWithLostDigits += other.rowsWithLostDigits
  }

  /// The number of rows of all buckets.
  public var rowCount: Int { Int(clamping: buckets.reduce(0) { $0 &+ $1.rowCount }) }

  /// The sum of all buckets: the checksum of the table.
  public var sum: UInt128 { buckets.reduce(0) { $0 &+ $1.sum } }

  /// The buckets whose count or sum differ from another table's, in order.
  public func differingBuckets(from other: BucketSums) -> [Int] {
    precondition(buckets.count == other.buckets.count, "sums are compared with the same number of buckets")
    return buckets.indices.filter { buckets[$0] != other.buckets[$0] }
  }
}
