/// A SQL/JSON path expression.
struct JSONPath: Sendable, Equatable {
  /// Whether arrays are neither wrapped nor unwrapped to fit the steps.
  let isStrict: Bool
  let steps: [JSONPathStep]

  /// - Throws: `invalidPath` with the offset of what isn't valid.
  init(_ text: String) throws(JSONFault) {
    try self.init(Array(text.utf8))
  }

  init(_ text: [UInt8]) throws(JSONFault) {
    var parser = JSONPathParser(text)
    self = try parser.path()
  }

  init(isStrict: Bool, steps: [JSONPathStep]) {
    self.isStrict = isStrict
    self.steps = steps
  }

  /// The values of a document that the expression matches, in the document's order.
  ///
  /// What an item method can't be applied to doesn't match.
  ///
  /// - Parameter variables: the values passed for `$name` in filters.
  func select(
    from document: JSONValue, variables: [String: JSONValue] = [:]
  ) throws(JSONFault) -> [JSONValue] {
    try JSONPathMatcher(isStrict: isStrict, variables: variables).match(steps, in: [document])
  }
}

/// One step of a path expression.
enum JSONPathStep: Sendable, Equatable {
  case member(String)
  case anyMember
  /// `..name`: the members with a name at any depth.
  case descendant(String)
  case elements([JSONArrayRange])
  case anyElement
  case filter(JSONPathCondition)
  case method(JSONItemMethod)
}

/// Indexes of an array step, counted from its start or its end.
struct JSONArrayRange: Sendable, Equatable {
  enum Index: Sendable, Equatable {
    case fromStart(Int)
    /// `last` for 0, `last - 1` for 1.
    case fromEnd(Int)

    func resolved(count: Int) -> Int {
      switch self {
      case .fromStart(let index): index
      case .fromEnd(let distance): count - 1 - distance
      }
    }
  }

  var lower: Index
  var upper: Index

  /// The indexes within an array of so many elements; none when the range ends before it starts.
  func indexes(count: Int) -> Range<Int> {
    let first = lower.resolved(count: count)
    let last = upper.resolved(count: count)
    return first <= last ? (first..<last + 1).clamped(to: 0..<count) : 0..<0
  }
}

/// A condition of a filter.
indirect enum JSONPathCondition: Sendable, Equatable {
  case and(JSONPathCondition, JSONPathCondition)
  case or(JSONPathCondition, JSONPathCondition)
  case not(JSONPathCondition)
  case exists(JSONPathOperand)
  /// Holds when the left side compares so with any on the right; those are more than one after `in`.
  case comparison(JSONPathOperand, JSONPathComparison, [JSONPathOperand])
}

/// A method that ends a path.
enum JSONItemMethod: String, Sendable {
  case abs, boolean, booleanOnly, ceiling, count, double, floor, length, lower, number, numberOnly, size, string
  case stringOnly, type, upper

  /// Methods that Oracle has and that aren't supported here.
  static let unsupported: Set<String> = [
    "avg", "binary", "binaryOnly", "date", "dateTimeOnly", "dateWithTime", "dateWithTimeOnly", "dsInterval",
    "dsIntervalOnly", "float", "idOnly", "indexOf", "maxDateTime", "maxNumber", "maxString", "minDateTime",
    "minNumber", "minString", "numberArray", "stringify", "sum", "timestamp", "timestampOnly", "toBoolean",
    "toDateTime", "vector", "ymInterval", "ymIntervalOnly",
  ]
}
