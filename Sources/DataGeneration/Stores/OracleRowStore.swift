import Catalog
import Model
import OracleClient
import OracleWire
import SampleSchema

/// An Oracle schema: array DML.
public struct OracleRowStore: RowStore {
  /// Rows of one call.
  private static let batchRows = 1000
  /// About how many bytes one call may carry.
  private static let batchBytes = 1 << 20
  /// Keys of one statement.
  private static let batchKeys = 200

  private let connection: OracleConnection
  private let owner: String
  private let sql = SQLText(
    quoted: { try OracleIdentifier.quoted($0) }, place: { number, _ in ":\(number)" }, byteOrder: { _ in "" })

  /// Uses a connection that stays the caller's, and a schema by its name in the dictionary's spelling.
  public init(connection: OracleConnection, owner: String) {
    self.connection = connection
    self.owner = owner
  }

  public func tables() async throws -> [TableDescription] {
    let catalog = OracleCatalog(connection: connection)
    try await catalog.compareBytes()
    return OracleDescription(schema: try await catalog.schema(owner: owner)).tables()
  }

  public func isASCII() async throws -> Bool {
    let name = try await OracleCatalog(connection: connection).databaseParameters().characterSet ?? ""
    return !(["AL32UTF8", "UTF8"].contains(name) || name.hasPrefix("WE8"))
  }

  private func name(_ table: String, in other: String? = nil) throws -> String {
    try OracleIdentifier.quoted(owner: other ?? owner, name: table)
  }

  public func count(_ table: TableDescription) async throws -> Int {
    try await number("SELECT COUNT(*) FROM \(name(table.name))")
  }

  private func number(_ sql: String) async throws -> Int {
    guard case .number(let number)? = try await connection.rows(sql).first?.first else { return 0 }
    return number.intValue ?? 0
  }

  public func maximum(_ table: TableDescription, _ column: Int) async throws -> GeneratedValue {
    let description = table.columns[column]
    let rows = try await connection.rows(
      "SELECT MAX(\(OracleIdentifier.quoted(description.name))) FROM \(name(table.name))")
    return rows.first?.first.map { GeneratedValue($0, description.type) } ?? .null
  }

  public func keys(
    _ other: String?, _ table: String, _ columns: [String], _ types: [ValueType], limit: Int
  ) async throws -> [[GeneratedValue]] {
    let place = try name(table, in: other)
    let total = try await number("SELECT COUNT(*) FROM \(place)")
    return try await rows(sql.sample(place, columns, types, total: total, limit: limit), types: types)
  }

  private func rows(
    _ sql: String, _ binds: [OracleValue] = [], types: [ValueType]
  ) async throws -> [[GeneratedValue]] {
    try await connection.rows(sql, binds: binds).map { row in zip(row, types).map { GeneratedValue($0, $1) } }
  }

  public func scan(
    _ table: TableDescription, _ columns: [Int], _ body: ([[GeneratedValue]]) -> Void
  ) async throws {
    let names = try sql.list(columns.map { table.columns[$0].name })
    let types = columns.map { table.columns[$0].type }
    let batches = try await connection.query("SELECT \(names) FROM \(name(table.name))", binds: [OracleValue]())
    for try await batch in batches {
      body(
        try (0..<batch.rowCount).map { row in
          try types.indices.map { index in
            GeneratedValue(
              try OracleValue(wireBytes: batch.value(row: row, column: index), column: batches.columns[index]),
              types[index])
          }
        })
    }
  }

  public func insert(
    into table: TableDescription, _ columns: [Int], _ next: (inout [GeneratedValue]) throws -> Bool
  ) async throws -> Int {
    // A table whose columns all come from the server still needs one to be named.
    let columns = columns.isEmpty ? [] : columns
    guard !columns.isEmpty else {
      throw GenerationError("table \(table.name): all its columns are left to the server, and INSERT must name one")
    }
    let names = try sql.list(columns.map { table.columns[$0].name })
    let places = columns.indices.map { ":\($0 + 1)" }.joined(separator: ", ")
    let statement = try "INSERT INTO \(name(table.name)) (\(names)) VALUES (\(places))"
    let types = columns.map { table.columns[$0].type }
    var row = [GeneratedValue](repeating: .null, count: table.columns.count)
    var batch: [[OracleValue]] = []
    var (count, bytes) = (0, 0)
    while true {
      let isThere = try next(&row)
      if isThere {
        let values = zip(columns, types).map { OracleValue(row[$0], $1) }
        bytes += values.reduce(0) { $0 + ($1.wireBytes?.count ?? 0) }
        batch.append(values)
      }
      if !isThere || batch.count == Self.batchRows || bytes > Self.batchBytes {
        count += try await connection.executeMany(statement, rows: batch).rowCount
        batch.removeAll(keepingCapacity: true)
        bytes = 0
      }
      if !isThere { return count }
    }
  }

  public func choose(
    _ count: Int, of table: TableDescription, key: [Int], shift: Int, unlike references: [InwardReference]
  ) async throws -> [[GeneratedValue]] {
    let types = key.map { table.columns[$0].type }
    let referred = try sql.isReferred(
      by: references.map { (try name($0.table), $0.columns, $0.key.referenced) })
    var chosen: [[GeneratedValue]] = []
    for filter in referred.isEmpty ? [""] : [" WHERE NOT (\(referred))", " WHERE \(referred)"]
    where chosen.count < count {
      let total = try await number("SELECT COUNT(*) FROM \(name(table.name)) t\(filter)")
      guard total > 0 else { continue }
      chosen += try await rows(
        sql.choice(
          name(table.name), key.map { table.columns[$0] }, count: min(count - chosen.count, total), total: total,
          shift: shift % total, filter: filter), types: types)
    }
    return chosen
  }

  public func update(
    _ table: TableDescription, key: [Int], set columns: [Int], _ rows: [[GeneratedValue]]
  ) async throws -> Int {
    let sets = try columns.indices.map {
      "\(try OracleIdentifier.quoted(table.columns[columns[$0]].name)) = :\($0 + 1)"
    }
    let matches = try key.indices.map {
      "\(try OracleIdentifier.quoted(table.columns[key[$0]].name)) = :\(columns.count + $0 + 1)"
    }
    let statement = try
      "UPDATE \(name(table.name)) SET \(sets.joined(separator: ", ")) WHERE \(matches.joined(separator: " AND "))"
    let types = (columns + key).map { table.columns[$0].type }
    var count = 0
    for start in stride(from: 0, to: rows.count, by: Self.batchRows) {
      let batch = rows[start..<min(start + Self.batchRows, rows.count)].map { row in
        zip(Array(row[key.count...]) + row[..<key.count], types).map { OracleValue($0, $1) }
      }
      count += try await connection.executeMany(statement, rows: batch).rowCount
    }
    return count
  }

  public func values(
    of columns: [Int], in table: TableDescription, where others: [Int], are values: [[GeneratedValue]]
  ) async throws -> [[GeneratedValue]] {
    let keys = others.map { table.columns[$0] }
    let names = try sql.list(columns.map { table.columns[$0].name })
    var result: [[GeneratedValue]] = []
    for start in stride(from: 0, to: values.count, by: Self.batchKeys) {
      let batch = values[start..<min(start + Self.batchKeys, values.count)]
      let condition = try sql.condition(keys, count: batch.count)
      result += try await rows(
        "SELECT DISTINCT \(names) FROM \(name(table.name)) WHERE \(condition)",
        batch.flatMap { row in zip(row, keys).map { OracleValue($0, $1.type) } },
        types: columns.map { table.columns[$0].type })
    }
    return result
  }

  public func delete(
    from table: TableDescription, where columns: [Int], are values: [[GeneratedValue]]
  ) async throws -> Int {
    let keys = columns.map { table.columns[$0] }
    let condition = try sql.condition(keys, count: 1)
    let statement = try "DELETE FROM \(name(table.name)) WHERE \(condition)"
    var count = 0
    for start in stride(from: 0, to: values.count, by: Self.batchRows) {
      let batch = values[start..<min(start + Self.batchRows, values.count)].map { row in
        zip(row, keys).map { OracleValue($0, $1.type) }
      }
      count += try await connection.executeMany(statement, rows: batch).rowCount
    }
    return count
  }

  /// Columns of sequences are left to the server here.
  public func advanceSequences(of table: TableDescription) async throws {}

  public func begin() async throws {}
  public func commit() async throws { try await connection.commit() }
  public func rollback() async { try? await connection.rollback() }
}
