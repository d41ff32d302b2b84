import Model
import OracleClient
import OracleWire
import Transfer

/// Reads a table once and tells what its columns hold.
public struct TableProfiler: Sendable {
  private let mapping: TableMapping
  private let sample: RowSample?
  private let selections: [ColumnReading.Selection]

  /// Plans the pass.
  ///
  /// - Parameter sampleRows: above so many rows, by Oracle's statistics, only blocks with about so many of them are read;
  ///   nil for all.
  public init(_ mapping: TableMapping, sampleRows: Int? = nil) {
    self.mapping = mapping
    selections = mapping.columns.map { ColumnReading.Selection($0.oracleType) }
    if let sampleRows, let rows = mapping.rowEstimate, rows > sampleRows {
      sample = .blocks(RowSample.share(of: sampleRows, outOf: rows))
    } else {
      sample = nil
    }
  }

  /// Whether only a random part of the rows is read.
  var isSampled: Bool { sample != nil }

  /// Reads the rows.
  ///
  /// Where Oracle no longer has the SCN's rows, or may not show them to this user, those of now are read.
  ///
  /// - Parameters:
  ///   - scn: nil for what is committed when the query starts.
  ///   - onRows: told how many rows were read so far, after each batch.
  /// - Throws: `ProfilingError` that names the table, what ends the session, and `CancellationError`.
  public func run(
    on connection: OracleConnection, scn: UInt64?, onRows: (Int) -> Void = { _ in }
  ) async throws -> TableProfile {
    let begun = ContinuousClock.now
    let found = try await part(RowRange(), on: connection, scn: scn, onRows)
    return try found.profile(isSample: isSampled, scn: found.scn, seconds: begun.duration(to: .now).inSeconds)
  }

  /// Reads the rows of a range.
  func part(
    _ range: RowRange, on connection: OracleConnection, scn: UInt64?, _ onRows: (Int) -> Void
  ) async throws -> TableAccumulator {
    do {
      do {
        return try await read(range, on: connection, scn: scn, onRows)
      } catch let error as OracleError where scn != nil && error.isOfTheSnapshot {
        return try await read(range, on: connection, scn: nil, onRows)
      }
    } catch let error as OracleError where !error.endsSession {
      return TableAccumulator(mapping, unread: "Oracle refuses it: \(error)")
    }
  }

  /// The query, with an expression for each column that is looked at.
  ///
  /// - Throws: `IdentifierError` for names that Oracle cannot have.
  private func statement(scn: UInt64?, _ conditions: [String]) throws(IdentifierError) -> String {
    var expressions: [String] = []
    for (column, selection) in zip(mapping.columns, selections) {
      let name = try OracleIdentifier.quoted(column.sourceName)
      if let sql = selection.sql(of: name) { expressions.append(sql) }
    }
    // Rows are counted all the same.
    if expressions.isEmpty { expressions = ["1"] }
    let rows = try mapping.carriedRows(scn: scn, sample: sample, and: conditions)
    return "SELECT \(expressions.joined(separator: ", ")) FROM \(rows)"
  }

  private func read(
    _ range: RowRange, on connection: OracleConnection, scn: UInt64?, _ onRows: (Int) -> Void
  ) async throws -> TableAccumulator {
    let (conditions, binds) = try range.conditions
    let rows = try await connection.query(try statement(scn: scn, conditions), binds: binds)
    var found = try TableAccumulator(mapping, selections, rows.columns, scn: scn)
    for try await batch in rows {
      try Task.checkCancellation()
      try found.take(batch)
      onRows(found.rows)
    }
    return found
  }
}

extension Duration {
  /// For people, and for rates.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// A server whose rows cannot be looked at; never with values of them.
public struct ProfilingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `OWNER.TABLE` or `OWNER.TABLE.COLUMN`.
  public var place: String
  /// What is wrong.
  public var reason: String

  init(_ mapping: TableMapping, _ column: String?, _ reason: String) {
    place = ([mapping.sourceOwner, mapping.sourceName] + [column].compactMap(\.self)).joined(separator: ".")
    self.reason = reason
  }

  /// The message, naming the place and a remedy.
  public var description: String {
    "\(place.printable): \(reason); leave the table out with --tables or --exclude to look at the others"
  }
}
