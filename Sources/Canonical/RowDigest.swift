/// The two hashes of a row: of its key, by which rows of both sides find each other, and of all its values.
public struct RowDigest: Sendable, Hashable {
  /// The hash of the key's canonical bytes.
  public var key: UInt128
  /// The hash of the row's canonical bytes.
  public var row: UInt128

  /// A digest of two hashes.
  public init(key: UInt128, row: UInt128) {
    self.key = key
    self.row = row
  }
}

extension RowDigest: Comparable {
  /// By key, then by row: an order without meaning, but the same in both lists.
  public static func < (left: RowDigest, right: RowDigest) -> Bool {
    (left.key, left.row) < (right.key, right.row)
  }
}

/// Makes the digests of rows.
public struct RowDigester: Sendable, Hashable {
  /// The hash of whole rows: under a fresh key in every run, so that no data can be made to collide.
  public let rowHash: SipHash128

  /// The hash of keys, the same in every run, so that differences are found and listed in the same order every time.
  public static let keyHash = SipHash128(low: 0x6f72_6166_6572_7279, high: 0x6275_636b_6574_2d31)

  /// Makes digests with a hash under a fresh key, or a given one.
  public init(rowHash: SipHash128 = .withRandomKey()) {
    self.rowHash = rowHash
  }

  /// The hash of a row's key.
  @inline(__always)
  public func keyDigest(_ row: borrowing CanonicalBuffer, keyLength: Int) -> UInt128 {
    row.withBytes { RowDigester.keyHash.hash(UnsafeRawBufferPointer(rebasing: $0[..<min(keyLength, $0.count)])) }
  }

  /// The hash of all of a row's values.
  @inline(__always)
  public func rowDigest(_ row: borrowing CanonicalBuffer) -> UInt128 {
    row.withBytes { rowHash.hash($0) }
  }
}
