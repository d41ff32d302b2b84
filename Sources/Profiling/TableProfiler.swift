import Model
import OracleClient
import OracleWire

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
    do {
      do {
        return try await read(on: connection, scn: scn, onRows)
      } catch let error as OracleError where scn != nil && error.isOfTheSnapshot {
        return try await read(on: connection, scn: nil, onRows)
      }
    } catch let error as OracleError where !error.endsSession {
      var profile = TableProfile(mapping)
      profile.unread = "Oracle refuses it: \(error)"
      return profile
    }
  }

  /// The query, with an expression for each column that is looked at.
  ///
  /// - Throws: `IdentifierError` for names that Oracle cannot have.
  func statement(scn: UInt64?) throws(IdentifierError) -> String {
    var expressions: [String] = []
    for (column, selection) in zip(mapping.columns, selections) {
      let name = try OracleIdentifier.quoted(column.sourceName)
      if let sql = selection.sql(of: name) { expressions.append(sql) }
    }
    // Rows are counted all the same.
    if expressions.isEmpty { expressions = ["1"] }
    return try "SELECT \(expressions.joined(separator: ", ")) FROM \(mapping.carriedRows(scn: scn, sample: sample))"
  }

  private func read(
    on connection: OracleConnection, scn: UInt64?, _ onRows: (Int) -> Void
  ) async throws -> TableProfile {
    let begun = ContinuousClock.now
    let rows = try await connection.query(try statement(scn: scn))
    var profile = TableProfile(mapping)
    profile.scn = scn
    profile.isSample = sample != nil
    var found: [(column: Int, cell: Int, ColumnAccumulator)] = []
    var cell = 0
    for (place, selection) in selections.enumerated() {
      if case .nothing(let reason) = selection {
        profile.columns[place].unread = reason
        continue
      }
      guard cell < rows.columns.count else { throw ProfilingError(mapping, nil, "Oracle describes too few columns") }
      let wire = rows.columns[cell]
      if let reading = ColumnReading(wire, selection) {
        found.append((place, cell, ColumnAccumulator(reading, wire: wire)))
      } else {
        profile.columns[place].unread = "values of \(wire.typeCode.name) are not looked at"
      }
      cell += 1
    }
    for try await batch in rows {
      try Task.checkCancellation()
      for index in found.indices {
        do throws(WireError) {
          try found[index].2.take(batch, column: found[index].cell)
        } catch {
          throw ProfilingError(mapping, mapping.columns[found[index].column].sourceName, "\(error)")
        }
      }
      profile.rows += batch.rowCount
      onRows(profile.rows)
    }
    for (column, _, figures) in found {
      do throws(WireError) {
        try profile.columns[column].take(figures)
      } catch {
        throw ProfilingError(mapping, mapping.columns[column].sourceName, "\(error)")
      }
    }
    let elapsed = (ContinuousClock.now - begun).components
    profile.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    return profile
  }
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
