import OracleWire

@testable import OracleStandIn

/// A database with one user and a session, and short ways to run things.
struct TestDatabase {
  let database: StandInDatabase
  let session: StandInSession

  init(user: String = "APP") throws {
    database = StandInDatabase()
    database.createUser(user, password: "secret")
    session = try database.openSession(user: user)
  }

  init(_ database: StandInDatabase, user: String = "APP") throws {
    self.database = database
    session = try database.openSession(user: user)
  }

  /// A second session of the same user.
  func another() throws -> TestDatabase { try TestDatabase(database) }

  /// Runs statements that are no queries, in order.
  func run(_ statements: String...) throws {
    for sql in statements { _ = try session.execute(session.prepare(sql)) }
  }

  @discardableResult
  func execute(_ sql: String, _ rows: [OracleValue]...) throws -> StandInDMLResult {
    let bindRows = rows.isEmpty ? [[]] : rows.map { $0.map { StandInDatum($0) } }
    return try session.execute(session.prepare(sql), bindRows: bindRows)
  }

  /// A query's rows as text: numbers plain, datetimes as Oracle's fields, RAW and LOBs of bytes in hexadecimal.
  func rows(_ sql: String, _ binds: OracleValue...) throws -> [[String?]] {
    let statement = try session.prepare(sql)
    let cursor = try session.open(statement, binds: binds.map { StandInDatum($0) })
    var rows: [[String?]] = []
    while !cursor.isExhausted {
      for row in try cursor.fetchValues(maxRows: 100) {
        rows.append(try zip(row, statement.columns).map { try Self.text($0, $1) })
      }
    }
    return rows
  }

  /// A query's rows as SQL*Plus would show them, columns separated by ` | `, NULL written out.
  func shownRows(_ sql: String) throws -> [String] {
    let cursor = try session.open(session.prepare(sql), binds: [])
    var rows: [String] = []
    while !cursor.isExhausted {
      for row in try cursor.fetchShown(maxRows: 100) {
        rows.append(row.map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "NULL" }.joined(separator: " | "))
      }
    }
    return rows
  }

  /// The first column of the first row.
  func value(_ sql: String, _ binds: OracleValue...) throws -> String? {
    let statement = try session.prepare(sql)
    let cursor = try session.open(statement, binds: binds.map { StandInDatum($0) })
    guard let row = try cursor.fetchValues(maxRows: 1).first else { return "no row" }
    return try Self.text(row[0], statement.columns[0])
  }

  /// The ORA number with which a statement fails; 0 when it doesn't.
  func code(_ sql: String, _ binds: OracleValue...) -> Int {
    error(sql, binds)?.code ?? 0
  }

  func message(_ sql: String) -> String? { error(sql, [])?.message }

  private func error(_ sql: String, _ binds: [OracleValue]) -> OracleError? {
    do {
      let statement = try session.prepare(sql)
      let data = binds.map { StandInDatum($0) }
      if statement.kind == .query {
        let cursor = try session.open(statement, binds: data)
        while !cursor.isExhausted { _ = try cursor.fetchValues(maxRows: 100) }
      } else {
        _ = try session.execute(statement, bindRows: [data])
      }
      return nil
    } catch {
      return error as? OracleError ?? OracleError(code: -1, message: "\(error)")
    }
  }

  private static func text(_ bytes: [UInt8]?, _ column: ColumnDescription) throws -> String? {
    guard let bytes else { return nil }
    if column.typeCode == .rowid { return String(decoding: bytes, as: UTF8.self) }
    switch try OracleValue(wireBytes: bytes[...], column: column) {
    case .null: return nil
    case .text(let text): return text
    case .number(let number): return number.description
    case .date(let date): return date.description
    case .timestamp(let timestamp): return timestamp.description
    case .timestampTZ(let utc, let zone): return "\(utc) UTC, \(zone)"
    case .intervalYM(let interval): return interval.description
    case .intervalDS(let interval): return interval.description
    case .raw(let raw):
      return raw.map { String($0, radix: 16).count == 1 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
    case .binaryFloat(let value): return "\(value)"
    case .binaryDouble(let value): return "\(value)"
    case .boolean(let value): return value ? "TRUE" : "FALSE"
    case .file(let directory, let name): return "\(directory)/\(name)"
    case .json(let value): return value.jsonText
    case .vector(let vector): return vector.description
    case .lob(let lob): return lob.kind.name
    }
  }
}
