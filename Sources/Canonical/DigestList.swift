/// Keeps the digests of all rows of some buckets, each once with how often it came.
///
/// Memory follows the rows that are different from each other: millions of equal rows of a table without a key take one
/// entry.
public struct DigestList: RowSink, Sendable {
  /// A row's digest, and how many rows have it.
  public struct Entry: Sendable, Hashable {
    public var digest: RowDigest
    public var count: Int

    /// An entry for rows that are equal.
    public init(digest: RowDigest, count: Int = 1) {
      self.digest = digest
      self.count = count
    }
  }

  /// Digests that are gathered before they are sorted into the entries.
  private static let leastGathered = 1 << 16

  /// Whether rows were left out because there were more different ones than the limit.
  public private(set) var isTruncated = false
  private var sorted: [Entry] = []
  private var gathered: [RowDigest] = []
  private let digester: RowDigester
  private let isWanted: [Bool]
  private let limit: Int

  /// Makes an empty list.
  ///
  /// - Parameters:
  ///   - buckets: The buckets to keep, of `bucketCount`.
  ///   - limit: The most different digests that are kept.
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
    gathered.append(RowDigest(key: key, row: digester.rowDigest(row)))
    // Merging only when as much has been gathered as is kept makes the work grow with the rows, not with their square.
    if gathered.count >= max(DigestList.leastGathered, sorted.count) { merge() }
  }

  /// The entries, ordered by digest.
  public mutating func entries() -> [Entry] {
    merge()
    return sorted
  }

  private mutating func merge() {
    gathered.sort()
    var merged: [Entry] = []
    merged.reserveCapacity(sorted.count)
    var place = 0
    for digest in gathered {
      while place < sorted.count, sorted[place].digest < digest {
        merged.append(sorted[place])
        place += 1
      }
      if place < sorted.count, sorted[place].digest == digest {
        sorted[place].count += 1
      } else if let last = merged.indices.last, merged[last].digest == digest {
        merged[last].count += 1
      } else {
        merged.append(Entry(digest: digest))
      }
    }
    merged += sorted[place...]
    gathered.removeAll(keepingCapacity: true)
    if merged.count > limit {
      isTruncated = true
      merged.removeSubrange(limit...)
    }
    sorted = merged
  }
}
