/// Keeps the digests of all rows of some buckets: 32 bytes a row.
public struct DigestList: RowSink, Sendable {
  /// In the order of the rows.
  public private(set) var digests: [RowDigest] = []
  /// Whether rows were left out because there were more than the limit.
  public private(set) var isTruncated = false
  private let digester: RowDigester
  private let isWanted: [Bool]
  private let limit: Int

  /// Makes an empty list.
  ///
  /// - Parameters:
  ///   - buckets: The buckets to keep, of `bucketCount`.
  ///   - limit: The most digests that are kept.
  public init(digester: RowDigester, buckets: some Sequence<Int>, bucketCount: Int, limit: Int) {
    var isWanted = Array(repeating: false, count: bucketCount)
    for bucket in buckets { isWanted[bucket] = true }
    self.digester = digester
    self.isWanted = isWanted
    self.limit = limit
  }

  /// Keeps the digest of a row when its bucket is wanted.
  public mutating func take(_ row: borrowing CanonicalBuffer, keyLength: Int) {
    let key = digester.keyDigest(row, keyLength: keyLength)
    guard isWanted[BucketSums.index(ofKey: key, bucketCount: isWanted.count)] else { return }
    guard digests.count < limit else {
      isTruncated = true
      return
    }
    digests.append(RowDigest(key: key, row: digester.rowDigest(row)))
  }
}
