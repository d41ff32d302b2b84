import OracleClient
import OracleWire
import SampleSchema

/// The sales schema in Oracle: array DML.
public struct OracleSalesStore: SalesStore {
  /// Rows of one call.
  private static let batchRows = 1000
  /// About how many bytes one call may carry.
  private static let batchBytes = 1 << 20

  private let connection: OracleConnection

  /// Uses a connection whose bare names mean the schema; it stays the caller's.
  public init(connection: OracleConnection) {
    self.connection = connection
  }

  public func existingTables() async throws -> Set<String> {
    let rows = try await connection.rows(
      "SELECT TABLE_NAME FROM ALL_TABLES WHERE OWNER = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')")
    return Set(
      rows.compactMap { row in
        if case .text(let name)? = row.first { name } else { nil }
      })
  }

  public func makeTables() async throws {
    for statement in SampleSchema.ddl { try await connection.execute(statement) }
  }

  public func numbers(_ sql: String) async throws -> [[String?]] {
    try await connection.rows(sql).map { row in
      row.map { value in
        switch value {
        case .number(let number): number.description
        case .text(let text): text
        default: nil
        }
      }
    }
  }

  public func insert(_ rows: some Sequence<[SampleValue]>, into table: SampleTable) async throws -> Int {
    let columns = table.columns.map { $0.name.lowercased() }
    let places = columns.indices.map { ":\($0 + 1)" }
    let sql =
      "INSERT INTO \(table.name.lowercased()) (\(columns.joined(separator: ", "))) "
      + "VALUES (\(places.joined(separator: ", ")))"
    let kinds = table.columns.map(\.kind)
    var count = 0
    var batch: [[OracleValue]] = []
    var bytes = 0
    func flush() async throws {
      count += try await connection.executeMany(sql, rows: batch).rowCount
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    for row in rows {
      let values = zip(row, kinds).map { OracleValue(sample: $0, kind: $1) }
      bytes += values.reduce(0) { $0 + ($1.wireBytes?.count ?? 0) }
      batch.append(values)
      if batch.count == Self.batchRows || bytes > Self.batchBytes { try await flush() }
    }
    if !batch.isEmpty { try await flush() }
    return count
  }

  public func change(_ change: SalesChange, rows: [[SampleValue]]) async throws -> Int {
    let sql = change.oracle.replacing("?", with: ":")
    var count = 0
    for start in stride(from: 0, to: rows.count, by: Self.batchRows) {
      let batch = rows[start..<min(start + Self.batchRows, rows.count)].map { row in
        row.map { OracleValue(sample: $0, kind: .number(precision: nil, scale: 0)) }
      }
      count += try await connection.executeMany(sql, rows: batch).rowCount
    }
    return count
  }

  public func begin() async throws {}
  public func commit() async throws { try await connection.commit() }
  public func rollback() async { try? await connection.rollback() }
}

extension OracleValue {
  /// A sample's value as Oracle holds it in a column of a kind.
  public init(sample: SampleValue, kind: SampleColumn.Kind) {
    switch sample {
    case .null: self = .null
    case .text(let text): self = .text(text)
    case .integer(let number): self = .number(OracleNumber(number))
    case .decimal(let text): self = (try? OracleNumber(decimal: text)).map { .number($0) } ?? .text(text)
    case .timestamp(let moment):
      let value = OracleTimestamp(
        year: Int(moment.year), month: Int(moment.month), day: Int(moment.day), hour: Int(moment.hour),
        minute: Int(moment.minute), second: Int(moment.second), nanosecond: Int(moment.microsecond) * 1000)
      self = kind == .date ? .date(value) : .timestamp(value)
    case .raw(let bytes): self = .raw(bytes)
    case .double(let number): self = .binaryDouble(number)
    }
  }
}
