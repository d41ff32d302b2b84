import Canonical
import Model
import OracleClient
import OracleWire
import PostgresClient

/// Compares a random sample of a table's rows with what Oracle itself shows of them as text.
///
/// Sums and rows are compared by the bytes that Oracle sent: a fault in reading these would fool both sides alike. Here
/// each server is asked, in its own SQL, to write its values as text (TO_CHAR, ASCIISTR, RAWTOHEX), and only texts are
/// compared.
public struct Sampler: Sendable {
  private let source: OracleConnection
  private let target: PostgresSession
  private let size: Int
  private let maximumDifferences: Int
  private let rule: SubMicrosecondRule

  /// Rows of a table without a key that is looked through for a sample.
  private static let mostRowsWithoutKey = 10_000_000
  /// From here on a sample is one of blocks: each row's chance costs a pass over the table.
  private static let rowsForBlocks = 100_000
  private static let mostRowsForPass = 5_000_000

  /// Makes a sampler over two sessions that do nothing else meanwhile.
  ///
  /// - Parameter size: about how many rows of each table are compared.
  public init(
    source: OracleConnection, target: PostgresSession, size: Int, maximumDifferences: Int = 100,
    rule: SubMicrosecondRule = .round
  ) {
    self.source = source
    self.target = target
    self.size = size
    self.maximumDifferences = maximumDifferences
    self.rule = rule
  }

  /// Compares a sample of a table.
  ///
  /// What a server refuses makes no difference but a reason; `VerificationError` and others are never thrown for it.
  ///
  /// - Parameters:
  ///   - rows: about how many rows the table has.
  ///   - scn: at which Oracle is read; where it no longer has that, or for nil, what is current is.
  ///   - copiedAt: the SCN of PostgreSQL's rows; a row of now that was changed since tells nothing. Nil where rows of now
  ///     are meant.
  /// - Throws: what ends a session, and `CancellationError`.
  public func sample(_ mapping: TableMapping, rows: Int, scn: UInt64?, copiedAt: UInt64?) async throws -> RenderedSample
  {
    var result = RenderedSample()
    guard rows > 0, size > 0 else { return result }
    guard let table = try await TargetTable.read(mapping.target, from: target) else {
      result.reason = "the table is not there in PostgreSQL"
      return result
    }
    let query = try SampleQuery(mapping, target: table, rule: rule)
    result.omitted = query.omitted
    guard !query.values.isEmpty, !query.lookup.isEmpty else {
      result.reason = "it has no column of which Oracle makes a text that rows could be looked up by"
      return result
    }
    guard query.hasKey || rows <= Self.mostRowsWithoutKey else {
      result.reason = "it has no primary key, and too many rows to look a few of them up without one"
      return result
    }
    do {
      do {
        try await compare(query, rows: rows, scn: scn, copiedAt: nil, &result)
      } catch let error as OracleError where scn != nil && error.isOfTheSnapshot {
        try await compare(query, rows: rows, scn: nil, copiedAt: copiedAt, &result)
      }
    } catch let error as OracleError where !error.endsSession {
      result.reason = "Oracle refuses it: \(error)"
    } catch let error as PostgresError where !error.isConnectionLost {
      result.reason = "PostgreSQL refuses it: \(error)"
    }
    return result
  }

  private func compare(
    _ query: SampleQuery, rows: Int, scn: UInt64?, copiedAt: UInt64?, _ result: inout RenderedSample
  ) async throws {
    var sampled: [[String?]] = []
    for attempt in attempts(rows) {
      let statement = try query.source(scn: scn, sample: attempt, limit: 4 * size, withSCN: copiedAt != nil)
      sampled = try await source.rows(statement).map { $0.map(\.text) }
      // What is left over of blocks' rows is left to chance, too.
      if sampled.count > size { sampled = Array(sampled.shuffled().prefix(size)) }
      if sampled.count >= min(size, rows) / 4 { break }
    }
    let texts = try sampled.map { row in
      guard let divided = query.divided(row, by: \.source) else { throw SampleError.columns }
      return divided
    }
    guard !texts.isEmpty else { return }
    var found: [Int: [[[String?]]]] = [:]
    let answer = try await target.transaction("READ ONLY") { session in
      // A policy must fail the reading, not hide rows from it.
      _ = try await session.execute("SET LOCAL row_security TO off")
      return try await session.execute(query.target, query.binds(texts))
    }
    for row in answer.rows {
      guard let number = row.first?.flatMap({ Int($0) }),
        let divided = query.divided(Array(row.dropFirst()), by: \.target)
      else { throw SampleError.columns }
      found[number - 1, default: []].append(divided)
    }
    result.rows += texts.count
    for (place, row) in texts.enumerated() {
      guard let difference = difference(query, row, found[place] ?? []) else { continue }
      if let copiedAt, let last = sampled[place].last ?? nil, let changed = UInt64(last), changed > copiedAt {
        result.changedSince += 1
      } else if result.differences.count < maximumDifferences {
        result.differences.append(difference)
      }
    }
  }

  /// Which parts of the table are asked for, until there are enough rows.
  private func attempts(_ rows: Int) -> [RowSample?] {
    guard rows > size else { return [nil] }
    let share = RowSample.share(of: size, outOf: rows)
    guard rows > Self.rowsForBlocks else { return [.rows(share), nil] }
    return [.blocks(share)] + (rows <= Self.mostRowsForPass ? [.rows(share)] : []) + [nil]
  }

  /// Nil where one of PostgreSQL's rows has the same texts.
  private func difference(_ query: SampleQuery, _ row: [[String?]], _ candidates: [[[String?]]]) -> RowDifference? {
    func others(_ candidate: [[String?]]) -> [Int] {
      query.values.indices.filter { !query.values[$0].meaning.isSame(row[$0], candidate[$0]) }
    }
    let nearest = candidates.min { others($0).count < others($1).count }
    let different = nearest.map(others) ?? []
    if nearest != nil, different.isEmpty { return nil }
    func value(_ place: Int, _ texts: [[String?]]?) -> CanonicalValue? {
      guard let texts else { return nil }
      guard let text = query.values[place].meaning.shown(texts[place]) else { return .null }
      // Oracle writes .5 for 0.5.
      if query.values[place].meaning == .decimal { return .number(text) }
      return .text(text, byteCount: text.utf8.count)
    }
    let cells = query.values.indices.map { place in
      RowDifference.Cell(
        column: query.values[place].name, source: value(place, row), target: value(place, nearest))
    }
    return RowDifference(
      kind: nearest == nil ? .missing : .changed,
      key: query.lookup.map { NamedValue(column: query.values[$0].name, value: value($0, row) ?? .null) },
      columns: different.map { query.values[$0].name }, cells: cells)
  }
}

/// A server that answers with other columns than it was asked for.
enum SampleError: Error, CustomStringConvertible {
  case columns

  var description: String { "the rows of a sample have other columns than were asked for" }
}

extension OracleValue {
  /// The text that Oracle sent; nil for NULL.
  fileprivate var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
