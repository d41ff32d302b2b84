import Model
import Tabular

/// The statistics of a database model: a data frame for the CSV file, and a comparison of two of them.
public struct StatisticsReport: Sendable {
  let tables: [TableStatistics]

  /// A report of tables, which are put in order by name.
  public init(_ tables: [TableStatistics]) {
    self.tables = tables.sorted { $0.table < $1.table }
  }

  /// The columns of every such file, in order: `table`, `rows`, and so on.
  public static let columns: [(name: String, type: FrameType)] = [
    ("table", .text), ("rows", .number), ("columns", .number), ("nullable_columns", .number), ("primary_key", .text),
    ("foreign_keys_out", .number), ("foreign_keys_in", .number), ("uniques", .number), ("checks", .number),
    ("indexes", .number), ("sequences", .number), ("triggers", .number), ("bytes", .number),
  ]

  /// A row for each table, and a last one, `total`, with the sums (under primary_key: how many tables have one).
  public var frame: DataFrame {
    var frame = DataFrame(columns: Self.columns)
    for table in tables { frame.append(Self.cells(table)) }
    frame.append(totals)
    return frame
  }

  private static func number(_ value: Int?) -> FrameValue {
    value.flatMap { ExactDecimal(String($0)) }.map { .number($0) } ?? .null
  }

  /// A value for each column.
  static func cells(_ table: TableStatistics) -> [FrameValue] {
    let key: FrameValue = table.primaryKey.isEmpty ? .null : .text(table.primaryKey.joined(separator: "+"))
    let numbers = Self.numbers(table)
    return [.text(table.table)] + numbers.prefix(3).map(number) + [key] + numbers.dropFirst(3).map(number)
  }

  private static func numbers(_ table: TableStatistics) -> [Int?] {
    [
      table.rows, table.columns, table.nullableColumns, table.foreignKeysOut, table.foreignKeysIn, table.uniques,
      table.checks, table.indexes, table.sequences, table.triggers, table.bytes,
    ]
  }

  /// Rows of all tables; nil where no number holds them.
  var totalRows: Int? { Self.sum(tables.map(\.rows)) }

  private static func sum(_ numbers: [Int]) -> Int? {
    var sum = 0
    for number in numbers {
      let (next, overflows) = sum.addingReportingOverflow(number)
      if overflows { return nil }
      sum = next
    }
    return sum
  }

  /// A value for each column, as for a table.
  var totals: [FrameValue] {
    let all = tables.map(Self.numbers)
    let sums = (0..<11).map { index -> Int? in
      let known = all.compactMap { $0[index] }
      return known.count == all.count ? Self.sum(known) : nil
    }
    let keys = Self.number(tables.count { !$0.primaryKey.isEmpty }).canonicalText ?? "0"
    return [.text("total")] + sums.prefix(3).map(Self.number) + [.text(keys)] + sums.dropFirst(3).map(Self.number)
  }

  /// One difference: a table that only one side has, or a number that differs.
  ///
  /// Bytes are never compared.
  public struct Difference: Sendable, Hashable, CustomStringConvertible {
    public var table: String
    /// Nil when the whole table is missing on one side.
    public var column: String?
    public var oracle: String
    public var postgres: String

    public var description: String {
      guard let column else {
        return "\(table.printable): \(oracle.isEmpty ? "only in PostgreSQL" : "only in Oracle")"
      }
      return "\(table.printable): \(column) is \(oracle.printable) in Oracle and \(postgres.printable) in PostgreSQL"
    }
  }

  /// Where Oracle's numbers and PostgreSQL's are not the same.
  public static func differences(oracle: StatisticsReport, postgres: StatisticsReport) -> [Difference] {
    let left = Dictionary(oracle.tables.map { ($0.table, cells($0)) }) { first, _ in first }
    let right = Dictionary(postgres.tables.map { ($0.table, cells($0)) }) { first, _ in first }
    var differences: [Difference] = []
    for table in Set(left.keys).union(right.keys).sorted() {
      guard let ours = left[table], let theirs = right[table] else {
        differences.append(
          Difference(
            table: table, column: nil, oracle: left[table] == nil ? "" : table,
            postgres: right[table] == nil ? "" : table))
        continue
      }
      for (index, column) in columns.enumerated() where column.name != "bytes" && ours[index] != theirs[index] {
        differences.append(
          Difference(
            table: table, column: column.name, oracle: ours[index].canonicalText ?? "none",
            postgres: theirs[index].canonicalText ?? "none"))
      }
    }
    return differences
  }
}
