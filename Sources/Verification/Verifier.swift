import Canonical
import Model
import OracleClient
import OracleWire
import PostgresClient

/// Compares tables in Oracle with their copies in PostgreSQL, both read afresh.
///
/// Each table is read once on either side while a checksum is made of canonical values, which do not depend on how the
/// copy was made. Only where the checksums differ is it read again, to find the rows. Memory stays bounded: buckets of
/// keys are searched in groups.
public struct Verifier: Sendable {
  /// What may be chosen.
  public struct Options: Sendable, Hashable {
    /// The system change number at which Oracle is read; nil reads what is current.
    public var scn: UInt64?
    /// The most differences that are listed for a table.
    public var maximumDifferences = 100
    /// What the copy did with digits of a second beyond microseconds.
    public var subMicrosecondRule = SubMicrosecondRule.round
    /// Into how many buckets keys are divided: a power of 2.
    public var bucketCount = 1024
    /// About how many rows' digests, of 32 bytes, are held for each side while differences are searched.
    public var digestLimit = 500_000
    /// Bytes of a text or of bytes that are kept of rows that differ.
    public var maximumValueBytes = 8192

    /// The defaults.
    public init() {}
  }

  private let source: OracleConnection
  private let target: PostgresSession
  private let options: Options
  private let digester = RowDigester()

  /// Makes a verifier over two sessions that do nothing else meanwhile.
  public init(source: OracleConnection, target: PostgresSession, options: Options = Options()) {
    self.source = source
    self.target = target
    self.options = options
  }

  /// Compares tables, one after the other, all within one snapshot of PostgreSQL.
  ///
  /// - Parameters:
  ///   - views: compared after the tables; one that a side fails to run is said to be unchecked, and the next follows.
  ///   - onTable: Is told of each table or view as soon as it is compared.
  /// - Throws: `VerificationError` for a table that cannot be checked, `PostgresError` when the session fails before the
  ///   first, `CancellationError`.
  public func verify(
    _ tables: [TableMapping], views: [TableMapping] = [], onTable: (@Sendable (TableComparison) -> Void)? = nil
  ) async throws -> VerificationResult {
    try await target.transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") { session in
      // A policy must fail the reading, not hide rows from it.
      _ = try await session.execute("SET LOCAL row_security TO off")
      var result = VerificationResult(tables: [])
      for mapping in tables {
        try Task.checkCancellation()
        let comparison = try await compare(mapping)
        result.tables.append(comparison)
        onTable?(comparison)
      }
      for mapping in views {
        try Task.checkCancellation()
        try await compare(view: mapping, session, &result)
        if let comparison = result.views.last, comparison.table == mapping.target { onTable?(comparison) }
      }
      return result
    }
  }

  /// A view may fail for one row's value, on either side; that must not end the transaction.
  private func compare(
    view mapping: TableMapping, _ session: PostgresSession, _ result: inout VerificationResult
  ) async throws {
    _ = try await session.execute("SAVEPOINT oraferry_view")
    do {
      result.views.append(try await compare(mapping))
    } catch let error as VerificationError where !error.isRetrySafe {
      result.uncheckedViews.append(.init(view: mapping.target, reason: error.reason))
    }
    _ = try await session.execute("ROLLBACK TO SAVEPOINT oraferry_view")
  }

  private func compare(_ mapping: TableMapping) async throws -> TableComparison {
    do {
      guard let targetTable = try await TargetTable.read(mapping.target, from: target) else {
        return try await missingTable(mapping)
      }
      let plan = try TablePlan(mapping, target: targetTable, scn: options.scn, rule: options.subMicrosecondRule)
      do {
        return try await compare(plan)
      } catch let error as VerificationError {
        throw error
      } catch let error as CancellationError {
        throw error
      } catch {
        throw VerificationError(table: mapping.target, columns: plan.columns, underlying: error)
      }
    } catch let error as VerificationError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      throw VerificationError(table: mapping.target, columns: [], underlying: error)
    }
  }

  /// A table that is not there has no row of Oracle's: all are missing.
  private func missingTable(_ mapping: TableMapping) async throws -> TableComparison {
    let statement = try "SELECT COUNT(*) FROM " + TablePlan.source(mapping, scn: options.scn)
    guard case .number(let count)? = try await source.rows(statement).first?.first, let rows = count.intValue else {
      throw VerificationError(table: mapping.target, reason: "Oracle did not tell how many rows it has")
    }
    return TableComparison(
      table: mapping.target, sourceRows: rows, targetRows: 0, equal: false, notes: [.missingInTarget],
      basis: .rows(scn: options.scn))
  }

  private func compare(_ plan: TablePlan) async throws -> TableComparison {
    let reading = TableReading(source: source, target: target, plan: plan)
    let empty = BucketSums(digester: digester, bucketCount: options.bucketCount)
    let sums = try await reading.read(source: empty, target: empty)
    var comparison = TableComparison(
      table: plan.table, sourceRows: sums.source.rowCount, targetRows: sums.target.rowCount,
      equal: sums.source.buckets == sums.target.buckets, basis: .rows(scn: options.scn))
    if sums.source.rowsWithLostDigits > 0 {
      comparison.notes.append(.lostDigits(rows: sums.source.rowsWithLostDigits))
    }
    guard !comparison.equal else { return comparison }
    let search = DifferenceSearch(reading: reading, digester: digester, options: options)
    let found = try await search.search(sums.source, sums.target)
    comparison.differences = found.differences
    comparison.notes += found.notes
    return comparison
  }
}
