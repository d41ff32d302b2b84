import Canonical

/// Finds the rows behind differing sums, with bounded memory.
///
/// First digests: the buckets whose sums differ are read again in groups small enough, until the most differences that
/// may be listed are found. Then values: both sides are read once more for the rows found.
struct DifferenceSearch: Sendable {
  let reading: TableReading
  let digester: RowDigester
  let options: Verifier.Options

  /// Lists the differences of two tables whose sums differ.
  func search(
    _ source: BucketSums, _ target: BucketSums
  ) async throws -> (differences: [RowDifference], notes: [TableComparison.Note]) {
    let bad = source.differingBuckets(from: target)
    guard options.maximumDifferences > 0 else { return ([], [.moreDifferences]) }
    var found: [DigestDifference] = []
    var total = 0
    var hasMore = false
    for group in groups(of: bad, source, target) {
      guard total < options.maximumDifferences else {
        hasMore = true
        break
      }
      var lists = try await digests(of: group, source, target)
      let part = DigestDifference.between(
        source: lists.source.entries(), target: lists.target.entries(), limit: options.maximumDifferences - total)
      found += part.differences
      total += part.differences.reduce(0) { $0 + $1.count }
      hasMore = hasMore || part.hasMore || lists.source.isTruncated || lists.target.isTruncated
    }
    guard !found.isEmpty else { return ([], [.changedWhileReading]) }
    let assembled = try await differences(found)
    var notes: [TableComparison.Note] = []
    if hasMore || assembled.count > options.maximumDifferences { notes.append(.moreDifferences) }
    if assembled.count < min(total, options.maximumDifferences) { notes.append(.changedWhileReading) }
    let listed = Array(assembled.prefix(options.maximumDifferences))
    return (listed.sorted(by: DifferenceOrder.areInOrder), notes)
  }

  /// Divides buckets into groups of about as many rows as may be held; a larger bucket stands alone.
  private func groups(of buckets: [Int], _ source: BucketSums, _ target: BucketSums) -> [[Int]] {
    var groups: [[Int]] = []
    var current: [Int] = []
    var rows = 0
    for bucket in buckets {
      let size = Int(max(source.buckets[bucket].rowCount, target.buckets[bucket].rowCount))
      if !current.isEmpty && rows + size > options.digestLimit {
        groups.append(current)
        current = []
        rows = 0
      }
      current.append(bucket)
      rows += size
    }
    return current.isEmpty ? groups : groups + [current]
  }

  private func digests(
    of group: [Int], _ source: BucketSums, _ target: BucketSums
  ) async throws -> (source: DigestList, target: DigestList) {
    // Rows that come while current data is read make a little room necessary.
    func limit(_ sums: BucketSums) -> Int {
      group.reduce(0) { $0 + Int(sums.buckets[$1].rowCount) } * 2 + 1000
    }
    func list(_ sums: BucketSums) -> DigestList {
      DigestList(digester: digester, buckets: group, bucketCount: sums.buckets.count, limit: limit(sums))
    }
    return try await reading.read(source: list(source), target: list(target))
  }

  /// Reads the values of the rows found and describes each difference.
  private func differences(_ found: [DigestDifference]) async throws -> [RowDifference] {
    let limit = options.maximumDifferences
    func wanted(_ rows: (DigestDifference) -> [UInt128]) -> RowCapture {
      let digests = found.flatMap { difference in
        rows(difference).prefix(limit).map { RowDigest(key: difference.key, row: $0) }
      }
      return RowCapture(
        digester: digester, wanted: Set(digests), maximumValueBytes: options.maximumValueBytes)
    }
    let captures = try await reading.read(source: wanted(\.sourceOnly), target: wanted(\.targetOnly))
    var differences: [RowDifference] = []
    for difference in found {
      for index in 0..<min(difference.count, limit + 1) {
        func row(_ digests: [UInt128], _ capture: RowCapture) -> RowCapture.Row? {
          guard index < digests.count else { return nil }
          return capture.rows[RowDigest(key: difference.key, row: digests[index])]
        }
        let source = row(difference.sourceOnly, captures.source)
        let target = row(difference.targetOnly, captures.target)
        // A row that was there and is gone has changed while it was read.
        let isComplete =
          (source != nil) == (index < difference.sourceOnly.count)
          && (target != nil) == (index < difference.targetOnly.count)
        guard isComplete else { continue }
        if let described = describe(source, target) { differences.append(described) }
      }
    }
    return differences
  }

  private func describe(_ source: RowCapture.Row?, _ target: RowCapture.Row?) -> RowDifference? {
    let names = reading.plan.columns
    guard let some = source ?? target else { return nil }
    let keyCount = reading.plan.keyCount == 0 ? names.count : reading.plan.keyCount
    let key = zip(names, some.values).prefix(keyCount).map { NamedValue(column: $0, value: $1) }
    let cells = names.indices.map { index in
      RowDifference.Cell(
        column: names[index], source: source?.value(at: index), target: target?.value(at: index))
    }
    guard let source, let target else {
      return RowDifference(kind: source == nil ? .extra : .missing, key: key, columns: [], cells: cells)
    }
    let changed = zip(names, zip(source.valueHashes, target.valueHashes)).filter { $1.0 != $1.1 }.map(\.0)
    return RowDifference(kind: .changed, key: key, columns: changed, cells: cells)
  }
}

extension RowCapture.Row {
  fileprivate func value(at index: Int) -> CanonicalValue? {
    values.indices.contains(index) ? values[index] : nil
  }
}
