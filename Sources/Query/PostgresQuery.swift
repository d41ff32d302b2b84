import PostgresClient
import Tabular

/// Runs a script in PostgreSQL and gives its rows frame by frame.
public struct PostgresQuery: Sendable {
  /// Rows of a round trip.
  private static let batchRows = 2000

  private let session: PostgresSession

  /// Uses a session that stays the caller's; it must have no open transaction.
  public init(session: PostgresSession) {
    self.session = session
  }

  /// Runs a SELECT in a read-only transaction, through a cursor: memory stays flat.
  ///
  /// - Parameters:
  ///   - binds: the values of the script's binds, in the order of their names.
  ///   - limit: the most rows; nil for all.
  ///   - onFrame: is handed every batch of rows, first an empty one that has the columns.
  /// - Throws: `PostgresError`, or what `onFrame` throws.
  public func run(
    _ script: QueryScript, binds: [BindValue], limit: Int? = nil, onFrame: (DataFrame) throws -> Void
  ) async throws {
    try await session.begin("READ ONLY")
    do {
      _ = try await session.execute(
        "DECLARE oraferry_query NO SCROLL CURSOR FOR \(script.postgresText)", binds.map(\.postgresText))
      var left = limit ?? .max
      let empty = try await fetch(0)
      try onFrame(empty)
      while left > 0 {
        let asked = min(left, PostgresQuery.batchRows)
        let frame = try await fetch(asked)
        if frame.rowCount > 0 { try onFrame(frame) }
        left -= frame.rowCount
        if frame.rowCount < asked { break }
      }
    } catch {
      try? await session.rollback()
      throw error
    }
    try await session.rollback()
  }

  private func fetch(_ count: Int) async throws -> DataFrame {
    let result = try await session.execute("FETCH FORWARD \(count) FROM oraferry_query")
    let types = result.columnTypes.map(PostgresColumn.init(oid:))
    var frame = DataFrame(columns: zip(result.columns, types).map { ($0, $1.type) })
    for row in result.rows { frame.append(zip(row, types).map { $1.value($0) }) }
    return frame
  }
}

/// How a column's text is read, by the number of its type.
private enum PostgresColumn {
  case number, double, text, padded, timestamp, instant, bytes, boolean

  /// Numbers from PostgreSQL's catalogue, pg_type.
  init(oid: UInt32) {
    switch oid {
    case 20, 21, 23, 26, 1700: self = .number
    case 700, 701: self = .double
    case 1042: self = .padded
    case 1082, 1114: self = .timestamp
    case 1184: self = .instant
    case 17: self = .bytes
    case 16: self = .boolean
    default: self = .text
    }
  }

  var type: FrameType {
    switch self {
    case .number: .number
    case .double: .double
    case .text, .padded: .text
    case .timestamp: .timestamp
    case .instant: .instant
    case .bytes: .bytes
    case .boolean: .boolean
    }
  }

  /// The value of a text; one that isn't read (a date `infinity`) stays text.
  func value(_ text: String?) -> FrameValue {
    guard let text else { return .null }
    switch self {
    case .number: return ExactDecimal(text).map { .number($0) } ?? .text(text)
    case .double: return Double(text).map { .double($0) } ?? .text(text)
    case .text: return .text(text)
    case .padded: return .text(text.withoutPadding)
    case .timestamp: return PostgresTime.read(text).map { .timestamp($0) } ?? .text(text)
    case .instant: return PostgresTime.read(text).map { .instant($0) } ?? .text(text)
    case .bytes: return PostgresTime.hex(text).map { .bytes($0) } ?? .text(text)
    case .boolean: return .boolean(text == "t")
    }
  }
}

/// Reads the output forms that a session of ours has: ISO dates, times in UTC, bytea in hexadecimal.
private enum PostgresTime {
  /// `2024-03-17`, `2024-03-17 08:00:00.5`, with `+00` behind it, or with ` BC`.
  static func read(_ text: String) -> FrameTime? {
    var text = text[...]
    let isBeforeChrist = text.hasSuffix(" BC")
    if isBeforeChrist { text = text.dropLast(3) }
    if text.hasSuffix("+00") { text = text.dropLast(3) }
    let halves = text.split(separator: " ")
    guard let date = halves.first?.split(separator: "-"), date.count == 3, let year = Int(date[0]),
      let month = Int(date[1]), let day = Int(date[2]), halves.count <= 2
    else { return nil }
    var time = FrameTime(year: isBeforeChrist ? -year : year, month: month, day: day)
    guard halves.count == 2 else { return time }
    let clock = halves[1].split(separator: ":")
    guard clock.count == 3, let hour = Int(clock[0]), let minute = Int(clock[1]) else { return nil }
    let seconds = clock[2].split(separator: ".")
    guard let whole = seconds.first, let second = Int(whole), seconds.count <= 2 else { return nil }
    (time.hour, time.minute, time.second) = (hour, minute, second)
    if seconds.count == 2 {
      let fraction = seconds[1]
      guard fraction.utf8.count <= 9, let value = Int(fraction) else { return nil }
      time.nanosecond = (fraction.utf8.count..<9).reduce(value) { result, _ in result * 10 }
    }
    return time
  }

  static func hex(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.starts(with: [0x5C, 0x78]), digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 2, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
