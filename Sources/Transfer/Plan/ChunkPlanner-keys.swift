import Model
import OracleClient
import OracleWire

/// Cuts by keys, of tables whose rows have no physical addresses.
extension ChunkPlanner {
  /// Keys that lie between two cuts, at about.
  private static let keysPerCut = 200
  /// With fewer, parts would be too uneven.
  private static let leastKeysPerCut = 20
  /// Of a table with no more rows all keys are read.
  private static let rowsWithoutSample = 50_000

  /// The ranges of the primary key's values; nil where the table has none, of types that can be bounds.
  ///
  /// Cuts are keys of a sample of blocks, else every so manieth key of all. Whatever they are worth, each row is in one
  /// range: a primary key has no NULL, and Oracle compares both sides of a cut in the same way.
  func keyRanges(of table: TableMapping, into count: Int) async throws -> [RowRange]? {
    let columns = Self.keyColumns(of: table)
    guard !columns.isEmpty, count > 1 else { return nil }
    let rows = table.rowEstimate ?? 0
    let share = Double(min(count, 1_000) * Self.keysPerCut) * 100 / Double(max(1, rows))
    var keys: [[String]]?
    // A sample of few blocks may well be empty: it is taken once more, ten times as large.
    for share in [share, share * 10] where keys == nil && rows > Self.rowsWithoutSample && share < 50 {
      keys = try await self.keys(columns, of: table, "SAMPLE BLOCK (\(max(share, 0.0001)))")
      if let found = keys, found.count < count * Self.leastKeysPerCut { keys = nil }
    }
    if keys == nil { keys = try await everyKey(columns, of: table, apart: max(1, rows / (count * 10))) }
    guard let keys else { return nil }
    let cuts = Self.cuts(of: keys, into: count)
    return cuts.isEmpty ? nil : RowRange.ranges(of: columns, cutAt: cuts)
  }

  /// The leading columns of the primary key whose values can be bounds.
  static func keyColumns(of table: TableMapping) -> [KeyRange.Column] {
    var columns: [KeyRange.Column] = []
    for name in table.primaryKey {
      // A key that may be NULL is none that Oracle enforces; one that Oracle's conversion changes on its way is no bound.
      guard let column = table.columns.first(where: { $0.targetName == name }), !column.isNullable,
        column.declaredText == nil,
        let kind = KeyRange.Kind(column.oracleType)
      else { break }
      columns.append(KeyRange.Column(name: column.sourceName, kind: kind))
    }
    return columns
  }

  private func keys(
    _ columns: [KeyRange.Column], of table: TableMapping, _ sample: String
  ) async throws -> [[String]]? {
    let source = try OracleIdentifier.quoted(owner: table.sourceOwner, name: table.sourceName)
    let names = try columns.map { column in try OracleIdentifier.quoted(column.name) }.joined(separator: ", ")
    return try await keys(columns, "SELECT \(names) FROM \(source) \(sample) ORDER BY \(names)")
  }

  /// One key out of so many; the order is that of the index, so that nothing has to be sorted.
  private func everyKey(
    _ columns: [KeyRange.Column], of table: TableMapping, apart: Int
  ) async throws -> [[String]]? {
    let source = try OracleIdentifier.quoted(owner: table.sourceOwner, name: table.sourceName)
    let names = try columns.map { column in try OracleIdentifier.quoted(column.name) }.joined(separator: ", ")
    return try await keys(
      columns,
      """
      SELECT \(names) FROM (SELECT \(names), ROW_NUMBER() OVER (ORDER BY \(names)) AS "oraferry$place" FROM \(source))
       WHERE MOD("oraferry$place", \(apart)) = 0 ORDER BY \(names)
      """)
  }

  /// The keys that a query gives, in its order; nil where Oracle refuses it, or where one is no bound.
  private func keys(_ columns: [KeyRange.Column], _ query: String) async throws -> [[String]]? {
    do {
      let batches = try await oracle.query(query)
      guard batches.columns.count == columns.count,
        zip(batches.columns, columns).allSatisfy({ $1.kind.agrees(with: $0.typeCode) })
      else { return nil }
      var sample = SortedSample<[String]>()
      for try await batch in batches {
        for row in 0..<batch.rowCount {
          try sample.add {
            try columns.enumerated().map { place, column in
              guard let bytes = batch.value(row: row, column: place) else { throw WireError.invalidValue("key") }
              // A value that cannot be decoded cannot be bound either.
              _ = try column.kind.value(bytes)
              return KeyRange.digits(bytes)
            }
          }
        }
      }
      return sample.places
    } catch is OracleError {
      // No sample of that, no room to sort: what cannot be cut is copied in one piece.
      return nil
    } catch is WireError {
      return nil
    }
  }
}
