import Model
import OracleWire
import Tabular

/// What a pass over the rows has found in a column.
public struct ColumnProfile: Sendable, Hashable, Codable {
  /// The name, in the dictionary's spelling.
  public var column: String
  /// The declared type in Oracle.
  public var oracleType: String
  /// The type that the conversion gives it now.
  public var postgresType: String
  /// Rows in which it is NULL.
  public var nulls = 0
  /// Rows in which it is not.
  public var values = 0
  /// About how many different values there are; nil where that is not looked at.
  public var distinct: Int?
  /// The smallest value in Oracle's own order, text by its bytes; no more than its first 256 bytes.
  public var minimum: String?
  /// The largest.
  public var maximum: String?
  /// Of NUMBER and FLOAT.
  public var number: NumberFigures?
  /// Of VARCHAR2, CHAR and their national kin.
  public var text: TextFigures?
  /// Of DATE and the TIMESTAMPs.
  public var moment: MomentFigures?
  /// Of RAW in bytes, of BLOB in bytes and of CLOB in characters, as Oracle tells them: LOBs are not read.
  public var length: LengthFigures?
  /// Why it was not looked at.
  public var unread: String?

  /// A column that was not looked at yet.
  public init(column: String, oracleType: String, postgresType: String) {
    self.column = column
    self.oracleType = oracleType
    self.postgresType = postgresType
  }
}

extension ColumnProfile {
  /// - Throws: `WireError.invalidValue` for an extreme that is no value of the type.
  mutating func take(_ found: ColumnAccumulator) throws(WireError) {
    (nulls, values) = (found.nulls, found.values)
    distinct = found.distinct.map { Int(min($0.estimate.rounded(), Double(found.values))) }
    switch found.kind {
    case .number(let figures): number = figures
    case .text(let figures): text = figures
    case .moment(let figures): moment = figures
    case .bytes(let figures), .length(let figures): length = figures
    case .plain: break
    }
    minimum = try Self.shown(found.extremes.smallest, found)
    maximum = try Self.shown(found.extremes.largest, found)
  }

  private static func shown(_ bytes: [UInt8]?, _ found: ColumnAccumulator) throws(WireError) -> String? {
    guard let bytes else { return nil }
    switch found.reading {
    case .text: return String(decoding: bytes, as: UTF8.self)
    case .nationalText:
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      return String(decoding: units, as: UTF16.self)
    case .moment:
      let time = FrameTime(try OracleTimestamp(wireBytes: bytes))
      let isInstant = [.timestampTZ, .timestampLTZ].contains(found.wire.typeCode)
      return (isInstant ? FrameValue.instant(time) : .timestamp(time)).canonicalText
    case .bytes: return FrameValue.bytes(bytes).canonicalText
    case .number: return try OracleNumber(wireBytes: bytes).description
    case .plain:
      switch try OracleValue(wireBytes: bytes[...], column: found.wire) {
      case .binaryFloat(let value): return "\(value)"
      case .binaryDouble(let value): return "\(value)"
      case .intervalYM(let interval): return interval.description
      case .intervalDS(let interval): return interval.description
      case .boolean(let flag): return flag ? "true" : "false"
      case .text(let address): return address
      default: return nil
      }
    case .length, .presence: return nil
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

/// What a pass over a table's rows has found.
public struct TableProfile: Sendable, Hashable, Codable {
  /// The owner, in the dictionary's spelling.
  public var owner: String
  /// The table's name, in the dictionary's spelling.
  public var table: String
  /// Rows that were read.
  public var rows = 0
  /// Whether that was a random part of them.
  public var isSample = false
  /// Rows by Oracle's statistics; nil when the table was never analysed.
  public var rowEstimate: Int?
  /// The SCN that was read at; nil for what was committed when the table's turn came.
  public var scn: UInt64?
  /// The condition of [where] on the rows that are carried, and so looked at.
  public var condition: String?
  /// From the query to the last row.
  public var seconds = 0.0
  /// In the order of the target table; of the copied columns alone.
  public var columns: [ColumnProfile]
  /// Why Oracle gave no rows; the columns have no figures then.
  public var unread: String?

  /// A table that was not read yet.
  public init(_ mapping: TableMapping) {
    owner = mapping.sourceOwner
    table = mapping.sourceName
    rowEstimate = mapping.rowEstimate
    condition = mapping.condition
    columns = mapping.columns.map {
      ColumnProfile(column: $0.sourceName, oracleType: $0.oracleType.description, postgresType: $0.postgresType.sql)
    }
  }
}
