/// What a condition compares by.
enum JSONPathComparison: Sendable, Equatable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, startsWith, hasSubstring, like

  /// Whether the right side is looked for in the text of the left side.
  var isPattern: Bool {
    switch self {
    case .startsWith, .hasSubstring, .like: true
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: false
    }
  }
}

/// One side of a comparison.
enum JSONPathOperand: Sendable, Equatable {
  case literal(JSONValue)
  /// A `$name`, with its offset in the expression.
  case variable(String, offset: Int)
  /// Steps from `@`, the value that is filtered.
  case path([JSONPathStep])
}

extension JSONPathOperand {
  var isPath: Bool {
    guard case .path = self else { return false }
    return true
  }

  /// The type that is known before there is a document; nil for paths without a method and for variables.
  private var knownType: JSONType? {
    switch self {
    case .literal(let value): value.type
    case .path(let steps):
      if case .method(let method)? = steps.last { method.resultType } else { nil }
    case .variable: nil
    }
  }

  /// Whether Oracle takes a comparison of the two; the types of literals and methods must agree.
  func compares(by comparison: JSONPathComparison, to other: JSONPathOperand) -> Bool {
    switch (self, other) {
    case (.path, .path), (.variable, .variable): return false
    default: break
    }
    if comparison.isPattern {
      guard isPath else { return false }
      if case .literal(let value) = other, value.type != .string { return false }
    }
    guard let type = knownType, let otherType = other.knownType, type != otherType else { return true }
    // Texts that name a boolean value are taken for one.
    return [(self, otherType), (other, type)].contains { operand, otherType in
      guard otherType == .boolean, operand.knownType == .string else { return false }
      guard case .literal(let value) = operand else { return true }
      return value.asBoolean != nil
    }
  }
}

extension JSONPathComparison {
  /// Compares two scalars; values whose types can't be reconciled compare in no way.
  ///
  /// - Parameter decidesLeft: whether the left side's type is the one that the other is converted to.
  func holds(_ left: JSONValue, _ right: JSONValue, decidesLeft: Bool) -> Bool {
    if isPattern {
      guard case .string(let text)? = left.asString, case .string(let pattern) = right else { return false }
      return text.matches(pattern, by: self)
    }
    guard let order = decidesLeft ? Self.order(left, right) : Self.order(right, left).map({ -$0 }) else {
      return false
    }
    switch self {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    case .startsWith, .hasSubstring, .like: return false
    }
  }

  /// The order of a value and another that is converted to its type: negative, zero or positive.
  ///
  /// - Returns: nil when the other can't be converted.
  private static func order(_ value: JSONValue, _ other: JSONValue) -> Int? {
    switch value {
    case .null: return other == .null ? 0 : nil
    case .number:
      guard let a = value.decimal, let b = other.decimal else { return nil }
      return JSONDecimal.order(a, b)
    case .boolean(let a):
      guard case .boolean(let b)? = other.asBoolean else { return nil }
      return a == b ? 0 : a ? 1 : -1
    case .string(let a):
      if case .boolean = other, let value = value.asBoolean { return order(value, other) }
      guard case .string(let b)? = other.asString else { return nil }
      if a.hasSameBytes(as: b) { return 0 }
      return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    case .array, .object: return nil
    }
  }
}

extension String {
  fileprivate func matches(_ pattern: String, by comparison: JSONPathComparison) -> Bool {
    if isEmpty || pattern.isEmpty { return isEmpty && pattern.isEmpty || comparison != .like && pattern.isEmpty }
    switch comparison {
    case .startsWith: return utf8.starts(with: pattern.utf8)
    case .hasSubstring:
      var rest = utf8[...]
      while !rest.starts(with: pattern.utf8) {
        guard rest.popFirst() != nil else { return false }
      }
      return true
    case .like: return (try? LikePattern(Array(pattern.utf8), escape: nil))?.matches(Array(utf8)) ?? false
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return false
    }
  }
}
