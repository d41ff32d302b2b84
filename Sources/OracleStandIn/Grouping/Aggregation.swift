import OracleSQL
import OracleWire

/// What a grouped block computes over its groups.
final class Aggregation {
  /// One call of an aggregate.
  struct Call {
    var function: AggregateFunction
    var argument: CompiledValue?
    var isDistinct = false
    /// The text between LISTAGG's values.
    var separator: CompiledValue?
    /// ORDER BY of WITHIN GROUP.
    var order: [SortPart] = []
    /// The fraction of PERCENTILE_CONT and PERCENTILE_DISC.
    var fraction: CompiledValue?
    /// The values of a made-up row, one for each part of `order`.
    var hypothetical: [CompiledValue] = []
    /// How JSON is made, the key of each member, and whether values are JSON already.
    var maker: JSONMaker?
    var key: CompiledValue?
    var isFormatted = false
    /// What LISTAGG does with a result that is too long; nil is an error.
    var truncation: Truncation?
    /// KEEP (DENSE_RANK ...): only the first, or the last, rows of this order count.
    var keep: (order: [SortPart], keepsLast: Bool)?

    /// COUNT(*).
    var countsRows: Bool { function == .count && argument == nil && keep == nil }

    /// Everything that is evaluated for the call.
    var parts: [CompiledValue] {
      var parts = [argument, separator, fraction, key, truncation?.text].compactMap { $0 }
      parts += hypothetical
      for part in order + (keep?.order ?? []) { parts.append(part.value) }
      return parts
    }

    /// How many blocks out the farthest row is that the call reads.
    var outerDepth: Int { parts.reduce(0) { max($0, $1.dependence.outerDepth) } }
  }

  /// ON OVERFLOW TRUNCATE.
  struct Truncation {
    var text: CompiledValue?
    var withCount: Bool
  }

  /// The keys of GROUP BY: columns by their place, other expressions by their text.
  private var keyColumns: [ColumnPlace: Int] = [:]
  private var keyTexts: [[UInt8]: Int] = [:]
  private(set) var keys: [CompiledValue] = []
  /// The grouping sets as places in `keys`; a plain GROUP BY is one set of all.
  var sets: [[Int]] = []
  var calls: [Call] = []
  let hasGroupBy: Bool

  init(hasGroupBy: Bool) { self.hasGroupBy = hasGroupBy }

  /// Whether keys are read from the group's own values, as ROLLUP and its like make NULLs of them.
  ///
  /// Keys such as ROWNUM are, too: the row alone doesn't give them again.
  var hasSets: Bool {
    sets.count > 1 || sets.contains { $0.count < keys.count } || keys.contains { $0.dependence.isVolatile }
  }

  /// Adds a key, or finds it when it's there.
  func addKey(_ key: CompiledValue, text: [UInt8]) -> Int {
    if let known = key.column.flatMap({ keyColumns[$0] }) ?? keyTexts[text] { return known }
    if let column = key.column { keyColumns[column] = keys.count } else { keyTexts[text] = keys.count }
    keys.append(key)
    return keys.count - 1
  }

  func key(_ column: ColumnPlace) -> Int? { keyColumns[column] }

  func key(_ text: [UInt8]) -> Int? { keyTexts[text] }

  var hasExpressionKeys: Bool { !keyTexts.isEmpty }

  /// Reads a key of the current group; NULL where its grouping set leaves it out.
  func read(_ index: Int) -> CompiledValue {
    var value = CompiledValue(type: keys[index].type, column: keys[index].column) { $0.group.keys[index] }
    value.dependence.isVolatile = true
    return value
  }
}

/// The values of a group that its expressions read.
struct GroupValues {
  /// Results of the aggregates.
  var aggregates: [Value] = []
  /// The keys, NULL where the grouping set leaves one out; empty when keys are read from the row.
  var keys: [Value] = []
  /// Which keys the grouping set leaves out.
  var omitted: [Bool] = []
  /// GROUP_ID: which copy of the same grouping set this is, from 0.
  var copy = 0
}

/// A key of an ORDER BY inside of an aggregate or a window.
struct SortPart {
  var value: CompiledValue
  var isDescending: Bool
  var nullsFirst: Bool

  /// Appends bytes that sort as the order wants.
  func append(_ frame: Frame, to key: inout [UInt8]) throws {
    SortKey.append(try value.evaluate(frame), isDescending: isDescending, nullsFirst: nullsFirst, to: &key)
  }
}

enum AggregateFunction: String {
  case count = "COUNT"
  case sum = "SUM"
  case average = "AVG"
  case minimum = "MIN"
  case maximum = "MAX"
  case listagg = "LISTAGG"
  case jsonArray = "JSON_ARRAYAGG"
  case jsonObject = "JSON_OBJECTAGG"
  case deviation = "STDDEV"
  case sampleDeviation = "STDDEV_SAMP"
  case populationDeviation = "STDDEV_POP"
  case variance = "VARIANCE"
  case sampleVariance = "VAR_SAMP"
  case populationVariance = "VAR_POP"
  case median = "MEDIAN"
  case percentileCont = "PERCENTILE_CONT"
  case percentileDisc = "PERCENTILE_DISC"
  /// Where a made-up row would stand: RANK and its relatives WITHIN GROUP.
  case hypotheticalRank = "RANK WITHIN GROUP"
  case hypotheticalDenseRank = "DENSE_RANK WITHIN GROUP"
  case hypotheticalPercentRank = "PERCENT_RANK WITHIN GROUP"
  case hypotheticalCumeDist = "CUME_DIST WITHIN GROUP"

  /// The aggregate that a call names; nil when it's none.
  init?(_ call: FunctionCall) {
    guard call.path.count == 1 else { return nil }
    let name = call.path[0].name
    let isRank = WindowFunction(rawValue: name) != nil && !call.withinGroup.isEmpty
    self.init(rawValue: isRank ? name + " WITHIN GROUP" : name)
  }

  var isHypothetical: Bool {
    switch self {
    case .hypotheticalRank, .hypotheticalDenseRank, .hypotheticalPercentRank, .hypotheticalCumeDist: true
    default: false
    }
  }

  /// Whether WITHIN GROUP says what it works on.
  var isOrdered: Bool { self == .percentileCont || self == .percentileDisc }
}
