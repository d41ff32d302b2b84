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

  /// Transcodes about `values` values of each kind, and takes the fastest round of a thousand rows.
  ///
  /// - Parameter filter: how a kind's name begins; only such kinds are measured then.
  ///
  /// The mix has the columns of an order item: two bigint keys, an integer, two numeric(10,2), a short text, a
  /// timestamp, and a NULL.
  public static func run(values: Int = 4_000_000, matching filter: String = "") throws -> [Result] {
    var results: [Result] = []
    for kind in Kind.allCases where kind.rawValue.hasPrefix(filter) {
      results.append(
        try measure(name: kind.rawValue, plans: Array(repeating: kind.plan, count: 8), values: values) { row, column in
          kind.value(row &* 8 &+ column)
        })
    }
    guard filter.isEmpty else { return results }
    let mix: [Kind] = [.bigint, .bigint, .integer, .numeric, .numeric, .shortText, .timestamp, .null]
    results.append(
      try measure(name: "mix of eight", plans: mix.map(\.plan), values: values) { row, column in mix[column].value(row)
      })
    return results
  }

  private enum Kind: String, CaseIterable {
    case integer = "NUMBER to integer"
    case bigint = "NUMBER to bigint"
    case numeric = "NUMBER to numeric(10,2)"
    case plainNumeric = "NUMBER to numeric"
    case shortText = "VARCHAR2 of 3 to 18 bytes"
    case longText = "VARCHAR2 of 200 bytes"
    case accentedText = "VARCHAR2 of 18 bytes, not ASCII"
    case timestamp = "DATE to timestamp"
    case fraction = "TIMESTAMP(6) to timestamp"
    case double = "BINARY_DOUBLE to double precision"
    case null = "NULL"

    var plan: ColumnPlan {
      switch self {
      case .integer, .null: .integer
      case .bigint: .bigint
      case .numeric: .boundedNumeric(precision: 10, scale: 2)
      case .plainNumeric: .numeric(holdsInfinity: true)
      case .shortText, .longText, .accentedText: .text(maximum: 255, ignoresTrailingBlanks: false)
      case .timestamp, .fraction: .timestamp(unit: 1_000)
      case .double: .doublePrecision
      }
    }

    func value(_ row: Int) -> [UInt8]? {
      let letters = Array("transcoding a row of text".utf8)
      switch self {
      case .integer: return OracleNumber(row % 1_000_000).bytes
      case .bigint: return OracleNumber(row * 7_919_000).bytes
      case .numeric: return (try? OracleNumber(decimal: "\(row % 99_991).\(10 + row % 90)"))?.bytes
      case .plainNumeric: return (try? OracleNumber(decimal: "\(row).\(row % 9_999)"))?.bytes
      case .shortText: return Array(letters[..<(3 + row % 16)])
      case .longText: return (0..<200).map { letters[($0 + row) % letters.count] }
      case .accentedText: return Array("Größe für Zürich".utf8.prefix(18))
      case .timestamp: return date(row).dateBytes()
      case .fraction: return date(row).fullTimestampBytes()
      case .double: return BinaryFloats.bytes(Double(row) * 1.25)
      case .null: return nil
      }
    }

    private func date(_ row: Int) -> OracleTimestamp {
      OracleTimestamp(
        year: 1990 + row % 40, month: 1 + row % 12, day: 1 + row % 28, hour: row % 24, minute: row % 60,
        second: row * 7 % 60, nanosecond: row % 999_983 * 1_000)
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
