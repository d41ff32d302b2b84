import OracleClient
import OracleWire
import Tabular

/// Runs a script in Oracle and gives its rows frame by frame.
public struct OracleQuery: Sendable {
  private let connection: OracleConnection

  /// Uses a connection that stays the caller's.
  public init(connection: OracleConnection) {
    self.connection = connection
  }

  /// Runs a SELECT.
  ///
  /// - Parameters:
  ///   - binds: the values of the script's binds, in the order of their names.
  ///   - limit: the most rows; nil for all.
  ///   - onFrame: is handed every batch of rows, first an empty one that has the columns.
  /// - Throws: `OracleError`, an error of the connection, or what `onFrame` throws.
  public func run(
    _ script: QueryScript, binds: [BindValue], limit: Int? = nil, onFrame: (DataFrame) throws -> Void
  ) async throws {
    let values = Dictionary(binds.map { ($0.name.uppercased(), $0.oracleValue) }) { first, _ in first }
    let rows =
      values.isEmpty
      ? try await connection.query(script.oracleText) : try await connection.query(script.oracleText, binds: values)
    let empty = DataFrame(columns: try rows.columns.map { ($0.name.frameName, try Self.type($0)) })
    try onFrame(empty)
    var left = limit ?? .max
    guard left > 0 else { return }
    for try await batch in rows {
      var frame = empty
      for row in 0..<min(batch.rowCount, left) {
        frame.append(
          try rows.columns.enumerated().map { index, column in
            try Self.value(OracleValue(wireBytes: batch.value(row: row, column: index), column: column), column)
          })
      }
      left -= frame.rowCount
      try onFrame(frame)
      if left == 0 { return }
    }
  }

  private static func type(_ column: ColumnDescription) throws -> FrameType {
    switch column.typeCode {
    case .varchar, .char, .long, .clob, .rowid, .urowid, .intervalYM, .intervalDS, .json, .vector: return .text
    case .boolean: return .boolean
    case .number, .binaryInteger: return .number
    case .binaryFloat, .binaryDouble: return .double
    case .date, .timestamp: return .timestamp
    case .timestampTZ, .timestampLTZ: return .instant
    case .raw, .longRaw, .blob: return .bytes
    default: throw WireError.unsupportedType("column \(column.name) of type \(column.typeCode.name)")
    }
  }

  private static func value(_ value: OracleValue, _ column: ColumnDescription) -> FrameValue {
    switch value {
    case .null: .null
    case .text(let text): .text(column.typeCode == .char ? text.withoutPadding : text)
    case .number(let number): ExactDecimal(number.description).map { .number($0) } ?? .text(number.description)
    case .date(let time): .timestamp(FrameTime(time))
    case .timestamp(let time):
      column.typeCode == .timestampLTZ ? .instant(FrameTime(time)) : .timestamp(FrameTime(time))
    case .timestampTZ(let time, _): .instant(FrameTime(time))
    case .intervalYM(let interval): .text(IntervalText.text(interval))
    case .intervalDS(let interval): .text(IntervalText.text(interval))
    case .raw(let bytes): .bytes(bytes)
    case .binaryFloat(let float): .double(ExactDecimal("\(float)").flatMap { Double($0.description) } ?? Double(float))
    case .binaryDouble(let double): .double(double)
    case .boolean(let flag): .boolean(flag)
    case .file(let directory, let name): .text("\(directory)/\(name)")
    case .json(let value): .text(value.jsonText)
    case .vector(let vector): .text(vector.description)
    // A query's LOBs come in-line.
    case .lob(let lob): .text(lob.kind.name)
    }
  }
}

extension FrameTime {
  init(_ time: OracleTimestamp) {
    self.init(
      year: time.year, month: time.month, day: time.day, hour: time.hour, minute: time.minute, second: time.second,
      nanosecond: time.nanosecond)
  }
}

extension String {
  /// Oracle's upper-case names are PostgreSQL's lower-case ones; quoted names stay.
  var frameName: String { self == uppercased() ? lowercased() : self }

  /// The text of a CHAR: blanks at its end are padding.
  var withoutPadding: String {
    guard hasSuffix(" ") else { return self }
    return String(decoding: Array(utf8).reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
  }
}
