/// Keeps the values of the few rows that a difference is about.
public struct RowCapture: RowSink, Sendable {
  /// One row: a hash of each value, and the values themselves, long ones cut.
  public struct Row: Sendable, Hashable {
    /// A hash of the canonical bytes of each column's whole value.
    public var valueHashes: [UInt128]
    /// The value of each column.
    public var values: [CanonicalValue]
  }

  /// The rows that were found; those that are the same are kept once.
  public private(set) var rows: [RowDigest: Row] = [:]
  private let digester: RowDigester
  private let wanted: Set<RowDigest>
  private let keys: Set<UInt128>
  private let maximumValueBytes: Int

  /// Makes an empty capture.
  ///
  /// - Parameters:
  ///   - wanted: The rows to keep.
  ///   - maximumValueBytes: Text and bytes are kept up to this length.
  public init(digester: RowDigester, wanted: Set<RowDigest>, maximumValueBytes: Int = 8192) {
    self.digester = digester
    self.wanted = wanted
    keys = Set(wanted.map(\.key))
    self.maximumValueBytes = maximumValueBytes
  }

  /// Keeps a row when it is wanted.
  public mutating func take(_ row: borrowing CanonicalBuffer, keyLength: Int) throws {
    let key = digester.keyDigest(row, keyLength: keyLength)
    guard keys.contains(key) else { return }
    let digest = RowDigest(key: key, row: digester.rowDigest(row))
    guard wanted.contains(digest), rows[digest] == nil else { return }
    var reader = CanonicalReader(maximumValueBytes: maximumValueBytes)
    var captured = Row(valueHashes: [], values: [])
    try row.withBytes { bytes in
      while reader.offset < bytes.count {
        let start = reader.offset
        captured.values.append(try reader.next(bytes))
        captured.valueHashes.append(
          digester.rowHash.hash(UnsafeRawBufferPointer(rebasing: bytes[start..<reader.offset])))
      }
    }
    rows[digest] = captured
  }
}
