import OracleWire

/// Measures the transcoder alone, on rows made in memory: no network, no database.
public enum TranscoderBenchmark {
  /// One kind of column, and what a value of it costs.
  public struct Result: Sendable {
    /// The conversion, such as `NUMBER to bigint`.
    public var name: String
    /// Of the fastest round.
    public var nanosecondsPerColumn: Double
    /// COPY bytes written each second, in millions.
    public var megabytesPerSecond: Double
  }

  /// The kinds of columns that are measured: at least one for each plan but objects.
  public static var kinds: [String] { Kind.allCases.map(\.rawValue) }

  /// Transcodes about `values` values of each kind, and takes the fastest round of a thousand rows.
  ///
  /// - Parameter kind: only this one is measured then.
  ///
  /// The mix has the columns of an order item: two bigint keys, an integer, two numeric(10,2), a short text, a
  /// timestamp, and a NULL.
  public static func run(values: Int = 4_000_000, of kind: String? = nil) throws -> [Result] {
    var results: [Result] = []
    for candidate in Kind.allCases where kind == nil || candidate.rawValue == kind {
      results.append(
        try measure(name: candidate.rawValue, plans: Array(repeating: candidate.plan, count: 8), values: values) {
          candidate.value($0 &* 8 &+ $1)
        })
    }
    guard kind == nil else { return results }
    let mix: [Kind] = [.bigint, .bigint, .integer, .numeric, .numeric, .shortText, .timestamp, .null]
    results.append(
      try measure(name: "mix of eight", plans: mix.map(\.plan), values: values) { row, column in mix[column].value(row)
      })
    return results
  }

  private enum Kind: String, CaseIterable {
    case smallint = "NUMBER to smallint"
    case integer = "NUMBER to integer"
    case bigint = "NUMBER to bigint"
    case numeric = "NUMBER to numeric(10,2)"
    case plainNumeric = "NUMBER to numeric"
    case approximateReal = "NUMBER to real"
    case approximateDouble = "NUMBER to double precision"
    case flag = "NUMBER to boolean"
    case shortText = "VARCHAR2 of 3 to 18 bytes"
    case longText = "VARCHAR2 of 200 bytes"
    case accentedText = "VARCHAR2 of 18 bytes, not ASCII"
    case nationalText = "NVARCHAR2 of 3 to 18 characters"
    case timestamp = "DATE to timestamp"
    case day = "DATE to date"
    case fraction = "TIMESTAMP(6) to timestamp"
    case zoned = "TIMESTAMP WITH TIME ZONE to timestamptz"
    case months = "INTERVAL YEAR TO MONTH"
    case seconds = "INTERVAL DAY TO SECOND"
    case raw = "RAW of 200 bytes"
    case uuid = "RAW(16) to uuid"
    case real = "BINARY_FLOAT to real"
    case widenedReal = "BINARY_FLOAT to double precision"
    case double = "BINARY_DOUBLE to double precision"
    case boolean = "BOOLEAN"
    case document = "XMLTYPE of 60 bytes"
    case vector = "VECTOR of 8 numbers"
    case null = "NULL"

    var plan: ColumnPlan {
      switch self {
      case .smallint: .smallint
      case .integer, .null: .integer
      case .bigint: .bigint
      case .numeric: .boundedNumeric(precision: 10, scale: 2)
      case .plainNumeric: .numeric(holdsInfinity: true)
      case .approximateReal: .approximateReal
      case .approximateDouble: .approximateDouble
      case .flag: .flag
      case .shortText, .longText, .accentedText: .text(maximum: 255, ignoresTrailingBlanks: false)
      case .nationalText: .nationalText(maximum: 255, ignoresTrailingBlanks: false)
      case .timestamp, .fraction: .timestamp(unit: 1_000)
      case .day: .day
      case .zoned: .zonedTimestamp(unit: 1_000)
      case .months: .intervalMonths
      case .seconds: .intervalSeconds(unit: 1_000)
      case .raw: .bytea
      case .uuid: .uuid
      case .real: .real
      case .widenedReal: .widenedReal
      case .double: .doublePrecision
      case .boolean: .boolean
      case .document: .xml
      case .vector: .vector(.doublePrecision)
      }
    }

    func value(_ row: Int) -> [UInt8]? {
      let letters = Array("transcoding a row of text".utf8)
      switch self {
      case .smallint: return OracleNumber(row % 32_768).bytes
      case .integer: return OracleNumber(row % 1_000_000).bytes
      case .bigint: return OracleNumber(row * 7_919_000).bytes
      case .numeric: return (try? OracleNumber(decimal: "\(row % 99_991).\(10 + row % 90)"))?.bytes
      case .plainNumeric, .approximateDouble: return (try? OracleNumber(decimal: "\(row).\(row % 9_999)"))?.bytes
      case .approximateReal: return (try? OracleNumber(decimal: "\(row % 999).\(row % 10)"))?.bytes
      case .flag: return OracleNumber(row % 2).bytes
      case .shortText: return Array(letters[..<(3 + row % 16)])
      case .longText, .raw: return (0..<200).map { letters[($0 + row) % letters.count] }
      case .accentedText: return Array("Größe für Zürich".utf8.prefix(18))
      case .nationalText: return letters[..<(3 + row % 16)].flatMap { [0, $0] }
      case .timestamp, .day: return date(row, hasTime: self == .timestamp).dateBytes()
      case .fraction: return date(row).fullTimestampBytes()
      case .zoned: return date(row).fullTimestampBytes() + [20 + UInt8(row % 12), 60]
      case .months: return (try? OracleIntervalYM(months: row % 1_000))?.wireBytes
      case .seconds: return (try? OracleIntervalDS(seconds: row * 77, nanoseconds: row % 999_983 * 1_000))?.wireBytes
      case .uuid: return (0..<16).map { UInt8(truncatingIfNeeded: row &* 31 &+ $0) }
      case .real, .widenedReal: return BinaryFloats.bytes(Float(row) * 1.25)
      case .double: return BinaryFloats.bytes(Double(row) * 1.25)
      case .boolean: return row % 2 == 0 ? [0] : [1, 1]
      case .document:
        return Array("<order id=\"\(1000 + row % 9_000)\"><note>a document of sixty b</note></order>".utf8)
      case .vector: return Array("[\((0..<8).map { "\(row % 100 + $0).5" }.joined(separator: ","))]".utf8)
      case .null: return nil
      }
    }

    private func date(_ row: Int, hasTime: Bool = true) -> OracleTimestamp {
      OracleTimestamp(
        year: 1990 + row % 40, month: 1 + row % 12, day: 1 + row % 28, hour: hasTime ? row % 24 : 0,
        minute: hasTime ? row % 60 : 0, second: hasTime ? row * 7 % 60 : 0, nanosecond: row % 999_983 * 1_000)
    }
  }

  private static func measure(
    name: String, plans: [ColumnPlan], values: Int, value: (Int, Int) -> [UInt8]?
  ) throws -> Result {
    let rows = 1_000
    var bytes: [UInt8] = []
    var cells: [RowBatch.Cell] = []
    for row in 0..<rows {
      for column in plans.indices {
        guard let value = value(row, column) else {
          cells.append(.null)
          continue
        }
        cells.append(RowBatch.Cell(offset: UInt32(bytes.count), length: Int32(value.count)))
        bytes += value
      }
    }
    let batch = RowBatch(columnCount: plans.count, rowCount: rows, bytes: bytes, cells: cells)
    var transcoder = Transcoder(table: "BENCHMARK", columns: plans.map { "\($0)" }, plans: plans)
    var arena = CopyArena(capacity: 1 << 19)
    // The fastest of many short rounds: what the code costs when nobody else has the processor.
    var fastest = Double.infinity
    var written = 0
    for _ in 0..<max(10, values / (rows * plans.count)) {
      arena.removeAll()
      let time = try ContinuousClock().measure { _ = try transcoder.transcode(batch, into: &arena) }
      fastest = min(fastest, Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9)
      written = arena.count
    }
    return Result(
      name: name, nanosecondsPerColumn: fastest / Double(rows * plans.count),
      megabytesPerSecond: Double(written) * 1e3 / fastest)
  }
}
