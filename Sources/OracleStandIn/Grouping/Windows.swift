import OracleSQL
import OracleWire

/// The window functions of a block, gathered while its select list and ORDER BY are compiled.
final class Windows {
  /// One call with its OVER.
  struct Call {
    var function: WindowFunction
    var arguments: [CompiledValue] = []
    /// What is computed over the frame when the function is an aggregate.
    var aggregate: Aggregation.Call?
    var layout: Int
    var frame: FrameBounds
    var ignoresNulls = false
    var isFromLast = false
    var type: ColumnType

    /// Everything that is evaluated for the call, beside its layout.
    var parts: [CompiledValue] { arguments + (aggregate?.parts ?? []) + frame.offsets }
  }

  /// PARTITION BY and ORDER BY, shared by the calls that have the same.
  struct Layout {
    var key: [UInt8]
    var partition: [CompiledValue]
    var order: [SortPart]
  }

  var calls: [Call] = []
  var layouts: [Layout] = []
}

/// ROWS or RANGE with both ends.
struct FrameBounds {
  enum Bound {
    case start
    case end
    case current
    case preceding(CompiledValue)
    case following(CompiledValue)
  }

  var unit: WindowFrame.Unit
  var first: Bound
  var last: Bound

  /// The values behind PRECEDING and FOLLOWING.
  var offsets: [CompiledValue] {
    [first, last].compactMap { bound -> CompiledValue? in
      switch bound {
      case .start, .end, .current: nil
      case .preceding(let offset), .following(let offset): offset
      }
    }
  }

  /// All rows of the partition.
  static var all: FrameBounds { FrameBounds(unit: .rows, first: .start, last: .end) }
  /// What ORDER BY without a frame means.
  static var upToPeers: FrameBounds { FrameBounds(unit: .range, first: .start, last: .current) }
}

enum WindowFunction: String {
  case rowNumber = "ROW_NUMBER"
  case rank = "RANK"
  case denseRank = "DENSE_RANK"
  case percentRank = "PERCENT_RANK"
  case cumeDist = "CUME_DIST"
  case ntile = "NTILE"
  case lag = "LAG"
  case lead = "LEAD"
  case firstValue = "FIRST_VALUE"
  case lastValue = "LAST_VALUE"
  case nthValue = "NTH_VALUE"
  case ratioToReport = "RATIO_TO_REPORT"
  case aggregate

  /// How many arguments it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .rowNumber, .rank, .denseRank, .percentRank, .cumeDist: 0...0
    case .ntile, .firstValue, .lastValue, .ratioToReport: 1...1
    case .lag, .lead: 1...3
    case .nthValue: 2...2
    case .aggregate: 0...2
    }
  }

  /// Whether it makes no sense without ORDER BY.
  var needsOrder: Bool {
    switch self {
    case .rowNumber, .rank, .denseRank, .percentRank, .cumeDist, .ntile, .lag, .lead: true
    case .firstValue, .lastValue, .nthValue, .ratioToReport, .aggregate: false
    }
  }

  /// Whether ROWS and RANGE may be written.
  var takesFrame: Bool {
    switch self {
    case .firstValue, .lastValue, .nthValue, .aggregate: true
    default: false
    }
  }
}
