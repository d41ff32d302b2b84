import Model
import PostgresClient
import SampleSchema

/// A PostgreSQL schema: COPY for new rows.
public struct PostgresRowStore: RowStore {
  /// Bytes that are sent at once.
  private static let block = 1 << 18
  /// Rows of one statement.
  static let batchRows = 500
  /// The most parameters that a statement may have.
  private static let mostParameters = 60_000

  let session: PostgresSession
  let schema: String
  private let sql = SQLText(
    quoted: { PostgresIdentifier.quoted($0) },
    place: { number, column in "$\(number)\(column.typeName.isEmpty ? "" : "::" + column.typeName)" },
    byteOrder: { if case .text = $0 { " COLLATE \"C\"" } else { "" } })

  /// Uses a session that stays the caller's, and a schema by its unquoted name.
  public init(session: PostgresSession, schema: String) {
    self.session = session
    self.schema = schema
  }

  public func tables() async throws -> [TableDescription] {
    try await PostgresDictionary(session: session, schema: schema).tables()
  }

  public func isASCII() async throws -> Bool {
    let encoding = await session.parameterStatus("server_encoding") ?? ""
    return !["UTF8", "LATIN1", "LATIN9", "WIN1252"].contains(encoding)
  }

  private func name(_ table: String, in other: String? = nil) -> String {
    QualifiedName(schema: other ?? schema, name: table).quoted
  }

  public func count(_ table: TableDescription) async throws -> Int {
    try await number("SELECT count(*) FROM \(name(table.name))")
  }

  private func number(_ sql: String) async throws -> Int {
    try await session.execute(sql).firstValue.flatMap { Int($0) } ?? 0
  }

  public func maximum(_ table: TableDescription, _ column: Int) async throws -> GeneratedValue {
    let description = table.columns[column]
    let answer = try await session.execute(
      "SELECT max(\(PostgresIdentifier.quoted(description.name))) FROM \(name(table.name))")
    let rows = PostgresText.value(answer.firstValue, description.type)
    guard let sequence = description.sequence else { return rows }
    let last = try await session.execute(
      "SELECT CASE WHEN is_called AND seqincrement > 0 THEN last_value END FROM \(sequence), pg_sequence WHERE seqrelid = $1::regclass",
      [sequence])
    let counted = PostgresText.value(last.firstValue, description.type)
    return counted.compared(to: rows).map { $0 > 0 } ?? (rows == .null) ? counted : rows
  }

  public func keys(
    _ other: String?, _ table: String, _ columns: [String], _ types: [ValueType], limit: Int
  ) async throws -> [[GeneratedValue]] {
    let place = name(table, in: other)
    let total = try await number("SELECT count(*) FROM \(place)")
    return try await rows(sql.sample(place, columns, types, total: total, limit: limit), types: types)
  }

  private func rows(_ sql: String, _ parameters: [String?] = [], types: [ValueType]) async throws -> [[GeneratedValue]]
  {
    try await session.execute(sql, parameters).rows.map { row in
      zip(row, types).map { PostgresText.value($0, $1) }
    }
  }

  public func scan(
    _ table: TableDescription, _ columns: [Int], _ body: ([[GeneratedValue]]) -> Void
  ) async throws {
    let types = columns.map { table.columns[$0].type }
    let names = try sql.list(columns.map { table.columns[$0].name })
    _ = try await session.execute("DECLARE generate_scan NO SCROLL CURSOR FOR SELECT \(names) FROM \(name(table.name))")
    while true {
      let batch = try await rows("FETCH 10000 FROM generate_scan", types: types)
      if batch.isEmpty { break }
      body(batch)
    }
    _ = try await session.execute("CLOSE generate_scan")
  }

  public func insert(
    into table: TableDescription, _ columns: [Int], _ next: (inout [GeneratedValue]) throws -> Bool
  ) async throws -> Int {
    let names = try sql.list(columns.map { table.columns[$0].name })
    guard !columns.isEmpty else { return try await insertDefaults(table, next) }
    let types = columns.map { table.columns[$0].type }
    try await session.copyIn("COPY \(name(table.name)) (\(names)) FROM STDIN")
    var row = [GeneratedValue](repeating: .null, count: table.columns.count)
    func fill(_ buffer: inout [UInt8]) throws {
      buffer.removeAll(keepingCapacity: true)
      while buffer.count < Self.block, try next(&row) {
        for (index, column) in columns.enumerated() {
          if index > 0 { buffer.append(UInt8(ascii: "\t")) }
          PostgresText.write(row[column], types[index], to: &buffer)
        }
        buffer.append(UInt8(ascii: "\n"))
      }
    }
    var ready: [UInt8] = []
    var filling: [UInt8] = []
    do {
      try fill(&ready)
      while !ready.isEmpty {
        // While the server takes one block the next is made.
        let block = ready
        async let sent: Void = session.sendCopyData(block)
        try fill(&filling)
        try await sent
        swap(&ready, &filling)
      }
    } catch let error as GenerationError {
      try await session.abortCopyIn(reason: "no row could be made")
      throw error
    }
    return try await session.endCopyIn()
  }

  /// A table whose columns all come from the server.
  private func insertDefaults(
    _ table: TableDescription, _ next: (inout [GeneratedValue]) throws -> Bool
  ) async throws -> Int {
    var row = [GeneratedValue](repeating: .null, count: table.columns.count)
    var count = 0
    while try next(&row) {
      count += try await session.execute("INSERT INTO \(name(table.name)) DEFAULT VALUES").affectedRows
    }
    return count
  }

  public func choose(
    _ count: Int, of table: TableDescription, key: [Int], shift: Int, unlike references: [InwardReference]
  ) async throws -> [[GeneratedValue]] {
    let types = key.map { table.columns[$0].type }
    let referred = try sql.isReferred(
      by: references.map { (name($0.table), $0.columns, $0.key.referenced) })
    var chosen: [[GeneratedValue]] = []
    for filter in referred.isEmpty ? [""] : [" WHERE NOT (\(referred))", " WHERE \(referred)"]
    where chosen.count < count {
      let total = try await number("SELECT count(*) FROM \(name(table.name)) t\(filter)")
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
    let all = (key + columns).map { table.columns[$0] }
    let sets = columns.indices.map {
      "\(PostgresIdentifier.quoted(table.columns[columns[$0]].name)) = v.c\(key.count + $0)"
    }
    let matches = key.indices.map { "t.\(PostgresIdentifier.quoted(table.columns[key[$0]].name)) = v.c\($0)" }
    let names = all.indices.map { "c\($0)" }.joined(separator: ", ")
    var count = 0
    for batch in Self.batches(rows, width: all.count) {
      let values = batch.indices.map { row in
        "("
          + all.indices.map { sql.place((row - batch.startIndex) * all.count + $0 + 1, all[$0]) }
          .joined(separator: ", ") + ")"
      }
      let statement =
        "UPDATE \(name(table.name)) t SET \(sets.joined(separator: ", ")) FROM (VALUES \(values.joined(separator: ", "))) "
        + "AS v (\(names)) WHERE \(matches.joined(separator: " AND "))"
      count += try await session.execute(statement, Self.parameters(batch, all)).affectedRows
    }
    return count
  }

  public func values(
    of columns: [Int], in table: TableDescription, where others: [Int], are values: [[GeneratedValue]]
  ) async throws -> [[GeneratedValue]] {
    let keys = others.map { table.columns[$0] }
    let names = try sql.list(columns.map { table.columns[$0].name })
    var result: [[GeneratedValue]] = []
    for batch in Self.batches(values, width: keys.count) {
      let condition = try sql.condition(keys, count: batch.count)
      result += try await rows(
        "SELECT DISTINCT \(names) FROM \(name(table.name)) WHERE \(condition)", Self.parameters(batch, keys),
        types: columns.map { table.columns[$0].type })
    }
    return result
  }

  public func delete(
    from table: TableDescription, where columns: [Int], are values: [[GeneratedValue]]
  ) async throws -> Int {
    let keys = columns.map { table.columns[$0] }
    var count = 0
    for batch in Self.batches(values, width: keys.count) {
      let condition = try sql.condition(keys, count: batch.count)
      count += try await session.execute(
        "DELETE FROM \(name(table.name)) WHERE \(condition)", Self.parameters(batch, keys)
      ).affectedRows
    }
    return count
  }

  private static func batches(_ rows: [[GeneratedValue]], width: Int) -> [ArraySlice<[GeneratedValue]>] {
    let length = max(1, min(batchRows, mostParameters / max(1, width)))
    return stride(from: 0, to: rows.count, by: length).map { rows[$0..<min($0 + length, rows.count)] }
  }

  private static func parameters(_ rows: ArraySlice<[GeneratedValue]>, _ columns: [ColumnDescription]) -> [String?] {
    rows.flatMap { row in zip(row, columns).map { PostgresText.text($0, $1.type) } }
  }

  public func advanceSequences(of table: TableDescription) async throws {
    for column in table.columns {
      guard let sequence = column.sequence else { continue }
      // A sequence that counts down, or is ahead already, stays as it is.
      _ = try await session.execute(
        """
        SELECT setval($1::regclass, m.top) FROM (SELECT max(\(PostgresIdentifier.quoted(column.name)))::bigint AS top \
        FROM \(name(table.name))) m, pg_sequence q, \(sequence) s WHERE q.seqrelid = $1::regclass AND q.seqincrement > 0 \
        AND m.top BETWEEN q.seqmin AND q.seqmax AND m.top >= s.last_value
        """, [sequence])
    }
  }

  public func begin() async throws { try await session.begin() }
  public func commit() async throws { try await session.commit() }
  public func rollback() async { try? await session.rollback() }
}
