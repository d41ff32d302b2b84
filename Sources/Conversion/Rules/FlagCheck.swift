import OracleSQL

/// What a condition over one column says of a value, as far as it can be read: literals, comparisons, IN, BETWEEN, IS NULL,
/// AND, OR and NOT.
struct FlagCheck {
  /// The column in the dictionary's spelling.
  let column: String

  /// What becomes of a condition.
  private enum Truth: Hashable {
    case yes, no, unknown

    var negated: Truth {
      switch self {
      case .yes: .no
      case .no: .yes
      case .unknown: .unknown
      }
    }

    init(_ value: Bool?) { self = value.map { $0 ? .yes : .no } ?? .unknown }
  }

  /// Whether a CHECK lets 0 and 1 pass, and NULL where the column can be NULL: then the type boolean says it all.
  ///
  /// - Returns: false where the condition names anything else, or has another form.
  func admitsFlags(_ condition: Expression, isNullable: Bool) -> Bool {
    var values: [Int?] = [0, 1]
    if isNullable { values.append(nil) }
    return values.allSatisfy { value in
      guard let truth = truth(of: condition, value, depth: 0) else { return false }
      return truth != .no
    }
  }

  private func truth(of condition: Expression, _ value: Int?, depth: Int) -> Truth? {
    guard depth < 50 else { return nil }
    switch condition.kind {
    case .and(let operands):
      let truths = operands.map { truth(of: $0, value, depth: depth + 1) }
      guard !truths.contains(nil) else { return nil }
      return truths.contains(.no) ? .no : truths.contains(.unknown) ? .unknown : .yes
    case .or(let operands):
      let truths = operands.map { truth(of: $0, value, depth: depth + 1) }
      guard !truths.contains(nil) else { return nil }
      return truths.contains(.yes) ? .yes : truths.contains(.unknown) ? .unknown : .no
    case .unary(.not, let operand): return truth(of: operand, value, depth: depth + 1)?.negated
    case .binary(let comparison, let left, let right) where comparison.isComparison:
      guard let left = number(left, value), let right = number(right, value) else { return nil }
      return Truth(Self.compare(comparison, left.value, right.value))
    case .membership(let subject, .list(let elements), let negated):
      guard let subject = number(subject, value) else { return nil }
      var found = Truth.no
      for element in elements {
        guard let element = number(element, value) else { return nil }
        let isEqual = Truth(Self.compare(.equal, subject.value, element.value))
        if isEqual == .yes || (isEqual == .unknown && found == .no) { found = isEqual }
      }
      return negated ? found.negated : found
    case .between(let subject, let low, let high, let negated):
      guard let subject = number(subject, value), let low = number(low, value), let high = number(high, value) else {
        return nil
      }
      guard let value = subject.value, let low = low.value, let high = high.value else { return .unknown }
      return Truth((low <= value && value <= high) != negated)
    case .test(let subject, .null, let negated):
      guard let subject = number(subject, value) else { return nil }
      return Truth((subject.value == nil) != negated)
    default: return nil
    }
  }

  private struct Number {
    var value: Int?
  }

  private func number(_ expression: Expression, _ value: Int?) -> Number? {
    switch expression.kind {
    case .column(let reference): reference.column.name == column ? Number(value: value) : nil
    case .literal(.null): Number(value: nil)
    default: expression.literalInteger.map { Number(value: $0) }
    }
  }

  private static func compare(_ comparison: BinaryOperator, _ left: Int?, _ right: Int?) -> Bool? {
    guard let left, let right else { return nil }
    switch comparison {
    case .equal: return left == right
    case .notEqual: return left != right
    case .less: return left < right
    case .lessOrEqual: return left <= right
    case .greater: return left > right
    case .greaterOrEqual: return left >= right
    default: return nil
    }
  }
}
