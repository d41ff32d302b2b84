import PostgresClient
import SampleSchema

/// The sales schema in PostgreSQL: COPY for new rows.
public struct PostgresSalesStore: SalesStore {
  /// Bytes that are sent at once.
  private static let block = 1 << 18

  private let session: PostgresSession
  private let makeSchema: @Sendable (PostgresSession) async throws -> Void

  /// Uses a session whose bare names mean the schema; it stays the caller's.
  ///
  /// - Parameter makeSchema: makes the twelve tables, as a migration of Oracle's would.
  public init(
    session: PostgresSession, makeSchema: @escaping @Sendable (PostgresSession) async throws -> Void
  ) {
    self.session = session
    self.makeSchema = makeSchema
  }

  public func existingTables() async throws -> Set<String> {
    let result = try await session.execute(
      "SELECT upper(tablename) FROM pg_tables WHERE schemaname = (current_schemas(false))[1]")
    return Set(result.rows.compactMap { $0.first ?? nil })
  }

  public func makeTables() async throws { try await makeSchema(session) }

  public func numbers(_ sql: String) async throws -> [[String?]] { try await session.execute(sql).rows }

  public func insert(_ rows: some Sequence<[SampleValue]>, into table: SampleTable) async throws -> Int {
    let columns = table.columns.map { $0.name.lowercased() }
    try await session.copyIn("COPY \(table.name.lowercased()) (\(columns.joined(separator: ", "))) FROM STDIN")
    var buffer: [UInt8] = []
    for row in rows {
      CopyText.write(row, to: &buffer)
      if buffer.count >= Self.block {
        try await session.sendCopyData(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    if !buffer.isEmpty { try await session.sendCopyData(buffer) }
    return try await session.endCopyIn()
  }

  public func change(_ change: SalesChange, rows: [[SampleValue]]) async throws -> Int {
    let sql = change.postgres.replacing("?", with: "$")
    var count = 0
    for row in rows { count += try await session.execute(sql, row.map(\.postgresText)).affectedRows }
    return count
  }

  public func begin() async throws { try await session.begin() }
  public func commit() async throws { try await session.commit() }
  public func rollback() async { try? await session.rollback() }
}

extension SampleValue {
  /// The value as PostgreSQL reads it.
  var postgresText: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let text): text
    case .timestamp(let moment): Self.text(moment)
    case .raw(let bytes): "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    case .double(let number): "\(number)"
    }
  }

  /// `2024-03-17 08:00:00.000001`.
  private static func text(_ moment: SampleTimestamp) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    let date = "\(padded(Int(moment.year), 4))-\(padded(Int(moment.month), 2))-\(padded(Int(moment.day), 2))"
    let clock = "\(padded(Int(moment.hour), 2)):\(padded(Int(moment.minute), 2)):\(padded(Int(moment.second), 2))"
    return "\(date) \(clock).\(padded(Int(moment.microsecond), 6))"
  }
}

/// Lines of COPY's text format.
enum CopyText {
  static func write(_ row: [SampleValue], to buffer: inout [UInt8]) {
    for (index, value) in row.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "\t")) }
      guard let text = value.postgresText else {
        buffer += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
        continue
      }
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\\"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
        case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
        case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
        default: buffer.append(byte)
        }
      }
    }
    buffer.append(UInt8(ascii: "\n"))
  }
}
