import Canonical
import Ledger
import Model
import OracleWire
import PostgresClient

/// The sums of the rows of a copy, made while they pass: of Oracle's bytes, by the canonical form that verification
/// compares in, and so by nothing that the transcoder does.
public struct PassingSums: Sendable {
  /// Few enough that the sums of a chunk are a few kilobytes.
  static let bucketCount = 256

  private let form: RowForm
  private let layout: String
  private var sums: BucketSums
  private var hasFailed = false

  /// Looks at the table that is about to be filled, in the copy's transaction.
  ///
  /// - Parameters:
  ///   - described: what Oracle says of the columns of the copy's query.
  ///   - hashKey: of the run, 16 bytes.
  /// - Returns: nil for a table whose rows can't be summed up by what is copied of them: one with generated columns, or
  ///   with a type that has no canonical form.
  /// - Throws: `PostgresError` when the catalogue cannot be read.
  public static func beginning(
    _ mapping: TableMapping, described: [ColumnDescription], hashKey: [UInt8], on session: PostgresSession
  ) async throws -> PassingSums? {
    guard mapping.generatedColumns.isEmpty, hashKey.count == 16,
      let target = try await TargetTable.read(mapping.target, from: session)
    else { return nil }
    return PassingSums(mapping, described: described, hashKey: hashKey, target)
  }

  private init?(_ mapping: TableMapping, described: [ColumnDescription], hashKey: [UInt8], _ target: TargetTable) {
    guard let plan = try? TablePlan(mapping, target: target, scn: nil, rule: .round) else { return nil }
    let places = plan.copiedPlaces.compactMap { $0 }
    guard places.count == plan.values.count, described.count == places.count,
      let form = try? plan.form(described: places.map { described[$0] })
    else { return nil }
    guard let layout = try? SummedLayout(plan, form, bucketCount: Self.bucketCount).json() else { return nil }
    self.layout = layout
    self.form = RowForm(columns: form.columns, keyCount: form.keyCount, cells: places)
    sums = BucketSums(digester: RowDigester(hashKey: hashKey), bucketCount: Self.bucketCount)
  }

  /// Adds the rows.
  ///
  /// A value that breaks its type's rules ends it: there are no sums then.
  public mutating func add(_ batch: RowBatch) {
    guard !hasFailed else { return }
    var buffer = CanonicalBuffer()
    do { try form.read(batch, through: &buffer, into: &sums) } catch { hasFailed = true }
  }

  /// For the ledger; nil when a row could not be read.
  public var recorded: LedgerSums? {
    hasFailed
      ? nil
      : LedgerSums(
        layout: layout, rowCount: sums.rowCount, rowsWithLostDigits: sums.rowsWithLostDigits, buckets: sums.bytes)
  }
}

extension RowDigester {
  /// A digester under a key of 16 bytes.
  init(hashKey: [UInt8]) {
    func half(_ start: Int) -> UInt64 {
      hashKey[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(rowHash: SipHash128(low: half(0), high: half(8)))
  }
}
