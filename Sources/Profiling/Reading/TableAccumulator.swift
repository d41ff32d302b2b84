import Model
import OracleWire

/// What is known of a table's rows, or of a part of them, so far.
struct TableAccumulator: Sendable {
  private let mapping: TableMapping
  private(set) var rows = 0
  /// By the columns of the mapping; nil for those that are not looked at.
  private var columns: [ColumnAccumulator?]
  /// Why not, by column.
  private var reasons: [Int: String] = [:]
  /// The cell of a row in which each column that is looked at stands.
  private var cells: [(column: Int, cell: Int)] = []
  /// The SCN that was read at; nil for what was committed when the query started.
  let scn: UInt64?
  /// Why Oracle gave no rows.
  private(set) var unread: String?

  /// - Throws: `ProfilingError` for a query that is described with too few columns.
  init(
    _ mapping: TableMapping, _ selections: [ColumnReading.Selection], _ described: [ColumnDescription], scn: UInt64?
  ) throws(ProfilingError) {
    self.mapping = mapping
    self.scn = scn
    columns = [ColumnAccumulator?](repeating: nil, count: mapping.columns.count)
    var cell = 0
    for (place, selection) in selections.enumerated() {
      if case .nothing(let reason) = selection {
        reasons[place] = reason
        continue
      }
      guard cell < described.count else { throw ProfilingError(mapping, nil, "Oracle describes too few columns") }
      if let reading = ColumnReading(described[cell], selection) {
        columns[place] = ColumnAccumulator(reading, wire: described[cell])
        cells.append((place, cell))
      } else {
        reasons[place] = "values of \(described[cell].typeCode.name) are not looked at"
      }
      cell += 1
    }
  }

  /// One that Oracle refuses.
  init(_ mapping: TableMapping, unread: String) {
    self.mapping = mapping
    self.unread = unread
    columns = []
    scn = nil
  }

  /// Takes rows.
  ///
  /// - Throws: `ProfilingError` that names the column whose bytes are no values of its type.
  mutating func take(_ batch: RowBatch) throws(ProfilingError) {
    for (column, cell) in cells {
      do throws(WireError) {
        try columns[column]?.take(batch, column: cell)
      } catch {
        throw ProfilingError(mapping, mapping.columns[column].sourceName, "\(error)")
      }
    }
    rows += batch.rowCount
  }

  /// Takes all that was found in another part of the table.
  mutating func merge(_ other: TableAccumulator) {
    rows += other.rows
    unread = unread ?? other.unread
    for (place, found) in zip(columns.indices, other.columns) {
      if let found { columns[place]?.merge(found) }
    }
  }

  /// What was found.
  ///
  /// - Throws: `ProfilingError` that names a column with an extreme that is no value of its type.
  func profile(isSample: Bool, scn: UInt64?, seconds: Double) throws(ProfilingError) -> TableProfile {
    var profile = TableProfile(mapping)
    profile.unread = unread
    guard unread == nil else { return profile }
    (profile.rows, profile.isSample, profile.scn, profile.seconds) = (rows, isSample, scn, seconds)
    for (place, found) in columns.enumerated() {
      profile.columns[place].unread = reasons[place]
      guard let found else { continue }
      do throws(WireError) {
        try profile.columns[place].take(found)
      } catch {
        throw ProfilingError(mapping, mapping.columns[place].sourceName, "\(error)")
      }
    }
    return profile
  }
}
