import Model
import OracleClient
import OracleWire

/// Cuts large tables into chunks by the addresses of their rows, or by their keys where rows have no addresses.
///
/// Where DBA_EXTENTS may be read, cuts lie where extents begin (one query for all tables); else where the rows of a
/// sample of blocks lie. Either is a guess of where as many rows are: the ranges between the cuts have no gaps and are
/// open at both ends, so that no row is missed whatever the guess was worth.
public struct ChunkPlanner: Sendable {
  /// How many rows a chunk should have.
  public let size: ChunkSize
  let oracle: OracleConnection
  private let limit: Duration
  private let connect: (@Sendable () async throws -> OracleConnection)?

  /// No table has more chunks.
  static let maximumChunks = 10_000

  /// Plans over a session that does nothing else meanwhile.
  ///
  /// - Parameters:
  ///   - connect: opens another one for the question after extents, since breaking that off may cost the session; nil
  ///     asks over the first.
  ///   - limit: how long DBA_EXTENTS may take, which is slow in databases with many files, before samples are taken;
  ///     zero does not ask it.
  public init(
    oracle: OracleConnection, size: ChunkSize, limit: Duration = .seconds(30),
    connect: (@Sendable () async throws -> OracleConnection)? = nil
  ) {
    self.connect = connect
    self.oracle = oracle
    self.size = size
    self.limit = limit
  }

  /// The chunks of the tables that have more than one.
  ///
  /// Tables without statistics have one, and so have those whose rows have neither physical addresses nor a primary key
  /// that can be cut.
  public func ranges(of tables: [TableMapping]) async throws -> [QualifiedName: [RowRange]] {
    let total = tables.reduce(0) { $0 + ($1.rowEstimate ?? 0) }
    let large = tables.filter { ($0.rowEstimate ?? 0) > size.rows(of: $0, total: total) }
    let heaps = large.filter { !$0.isIndexOrganised }
    var extents: [String: [Extent]]?
    if let owner = heaps.first?.sourceOwner {
      extents = try await self.extents(of: owner, tables: Set(heaps.map(\.sourceName)))
    }
    var ranges: [QualifiedName: [RowRange]] = [:]
    for table in large {
      let count = min((table.rowEstimate ?? 0) / size.rows(of: table, total: total) + 1, Self.maximumChunks)
      ranges[table.target] = try await self.ranges(of: table, into: count, extents?[table.sourceName])
    }
    return ranges
  }

  /// The chunks of a table; nil for one.
  private func ranges(of table: TableMapping, into count: Int, _ extents: [Extent]?) async throws -> [RowRange]? {
    if table.isIndexOrganised { return try await keyRanges(of: table, into: count) }
    var cuts: [String]
    if let extents {
      cuts = Self.cuts(of: extents, into: count)
    } else {
      guard let sampled = try await sampledCuts(of: table, into: count) else {
        return try await keyRanges(of: table, into: count)
      }
      cuts = sampled
    }
    return cuts.isEmpty ? nil : RowRange.ranges(cutAt: cuts)
  }

  // MARK: Extents

  struct Extent: Sendable, Hashable {
    /// The first address in it.
    var address: RowAddress
    var blocks: Int
    /// Whether its tablespace is a bigfile one, where block numbers take the place of the file's, too.
    var isBigfile = false
  }

  /// Oracle sorts the addresses: a range is right only in Oracle's own order.
  ///
  /// CHARTOROWID is what makes addresses of them: to SQL, what a function of PL/SQL returns as a ROWID is text, which sorts
  /// by letters (J. Lewis, "ROWID", 2014), where `Z` comes before `a` and `/` before `A`.
  static let extentQuery = """
    SELECT E.SEGMENT_NAME,
        CHARTOROWID(DBMS_ROWID.ROWID_CREATE(1, O.DATA_OBJECT_ID, E.RELATIVE_FNO, E.BLOCK_ID, 0)) AS FIRST_ROW, E.BLOCKS,
        E.RELATIVE_FNO
      FROM DBA_EXTENTS E, ALL_OBJECTS O
     WHERE E.OWNER = :1 AND O.OWNER = E.OWNER AND O.OBJECT_NAME = E.SEGMENT_NAME AND O.OBJECT_TYPE = E.SEGMENT_TYPE
       AND E.SEGMENT_TYPE IN ('TABLE', 'TABLE PARTITION', 'TABLE SUBPARTITION')
       AND (O.SUBOBJECT_NAME = E.PARTITION_NAME OR O.SUBOBJECT_NAME IS NULL AND E.PARTITION_NAME IS NULL)
       AND O.DATA_OBJECT_ID IS NOT NULL
     ORDER BY 1, 2
    """

  /// The extents of an owner's tables, by table; nil where they can't be had in time, or at all.
  ///
  /// Whatever goes wrong with it: they are a guess, and a sample is another.
  private func extents(of owner: String, tables: Set<String>) async throws -> [String: [Extent]]? {
    guard limit > .zero else { return nil }
    let query = Task {
      guard let connect else { return try await Self.extents(of: owner, tables: tables, over: oracle) }
      let session = try await connect()
      do {
        let extents = try await Self.extents(of: owner, tables: tables, over: session)
        await session.close()
        return extents
      } catch {
        await session.close()
        throw error
      }
    }
    let timer = Task {
      try await Task.sleep(for: limit)
      query.cancel()
    }
    let result = await withTaskCancellationHandler {
      await query.result
    } onCancel: {
      query.cancel()
    }
    timer.cancel()
    try Task.checkCancellation()
    return try? result.get()
  }

  private static func extents(
    of owner: String, tables: Set<String>, over session: OracleConnection
  ) async throws -> [String: [Extent]] {
    var extents: [String: [Extent]] = [:]
    let batches = try await session.query(extentQuery, binds: [.text(owner)])
    for try await batch in batches {
      for row in 0..<batch.rowCount {
        let values = try batches.columns.enumerated().map { index, column in
          try OracleValue(wireBytes: batch.value(row: row, column: index), column: column)
        }
        add(values, of: tables, to: &extents)
      }
    }
    // Ranges between cuts out of order would have rows twice: an order that is not the addresses' own is no use.
    return extents.filter { _, extents in zip(extents, extents.dropFirst()).allSatisfy { $0.address < $1.address } }
  }

  private static func add(_ row: [OracleValue], of tables: Set<String>, to extents: inout [String: [Extent]]) {
    guard row.count == 4, case .text(let name) = row[0], tables.contains(name), case .text(let text) = row[1],
      let address = RowAddress(text: text.utf8), case .number(let number) = row[2],
      let blocks = Int(number.description), case .number(let file) = row[3]
    else { return }
    // DBA_EXTENTS shows file 1024 for bigfile tablespaces.
    let isBigfile = file.description == "1024"
    extents[name, default: []].append(
      Extent(address: address, blocks: min(max(0, blocks), Int(UInt32.max)), isBigfile: isBigfile))
  }

  /// The largest block number that fits beside a file's in an address: 22 bits.
  private static let lastBlock = 0x3F_FFFF

  /// Cuts behind as many blocks each; large extents are cut inside, but for those of bigfile tablespaces.
  static func cuts(of extents: [Extent], into count: Int) -> [String] {
    let total = extents.reduce(0) { $0 + $1.blocks }
    guard count > 1, total > 1 else { return [] }
    var cuts: [String] = []
    var passed = 0
    func next() -> Int { total * (cuts.count + 1) / count }
    for extent in extents {
      let canCutInside = !extent.isBigfile && Int(extent.address.block) + extent.blocks <= lastBlock
      while cuts.count < count - 1, next() < passed + extent.blocks {
        let offset = canCutInside ? max(0, next() - passed) : 0
        var address = extent.address
        guard let block = UInt32(exactly: Int(address.block) + offset) else { break }
        address.block = block
        let text = String(decoding: address.text, as: UTF8.self)
        // The very first address would leave a chunk without rows; one that a small table is cut at twice, too.
        let isNew = passed + offset > 0 && text != cuts.last
        guard isNew else { break }
        cuts.append(text)
      }
      passed += extent.blocks
    }
    return cuts
  }

  // MARK: Samples

  /// How many rows of a sample lie between two cuts, at about: those of a few blocks.
  private static let rowsPerCut = 200
  /// Of a table with no more rows all addresses are read: a sample of its few blocks may well be empty.
  private static let rowsWithoutSample = 100_000

  /// Cuts where the rows of a sample of blocks lie; nil where rows have no physical addresses.
  ///
  /// A sample of few blocks may well be empty: one that finds fewer rows than cuts is taken once more, ten times as large.
  private func sampledCuts(of table: TableMapping, into count: Int) async throws -> [String]? {
    let source = try OracleIdentifier.quoted(owner: table.sourceOwner, name: table.sourceName)
    let rows = table.rowEstimate ?? 0
    let share = Double(min(count, 1_000) * Self.rowsPerCut) * 100 / Double(max(1, rows))
    var found: [String] = []
    for share in [share, share * 10] where found.count < count {
      let sample = rows > Self.rowsWithoutSample && share < 50 ? " SAMPLE BLOCK (\(max(share, 0.0001)))" : ""
      guard let addresses = try await addresses("SELECT ROWID FROM \(source)\(sample) ORDER BY ROWID") else {
        return nil
      }
      found = addresses
      if sample.isEmpty { break }
    }
    return Self.cuts(of: found, into: count)
  }

  /// The addresses that a query gives, in its order; nil where Oracle refuses it, or where one names no place.
  private func addresses(_ query: String) async throws -> [String]? {
    do {
      let batches = try await oracle.query(query)
      // Logical addresses, of index-organised tables, are UROWIDs.
      guard batches.columns.map(\.typeCode) == [.rowid] else { return nil }
      var sample = SortedSample<String>()
      for try await batch in batches {
        for row in 0..<batch.rowCount {
          guard let bytes = batch.value(row: row, column: 0), RowAddress(text: bytes) != nil else { return nil }
          sample.add { String(decoding: bytes, as: UTF8.self) }
        }
      }
      return sample.places
    } catch is OracleError {
      // Views and external tables have no ROWID, a sort may lack room.
      return nil
    }
  }

  /// The addresses, or keys, that cut a sorted sample into parts of as many rows.
  static func cuts<Place: Equatable>(of places: [Place], into count: Int) -> [Place] {
    var cuts: [Place] = []
    for part in 1..<max(2, count) {
      let place = places.count * part / count
      guard place > 0, place < places.count, places[place] != cuts.last else { continue }
      cuts.append(places[place])
    }
    return cuts
  }
}
