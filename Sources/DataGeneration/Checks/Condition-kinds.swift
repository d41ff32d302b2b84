import Foundation

extension Condition {
  /// What can be compared with each other.
  enum Kind: Sendable, Hashable {
    case number
    case text
    case moment
    case bytes
    /// NULL, which goes with all.
    case any
  }

  /// Whether its evaluation means what the server means: values of one kind are compared, and nothing else is reckoned
  /// with than numbers, and moments whose difference is taken.
  ///
  /// - Parameter kind: a column's; nil for one whose values are only known as the server's text.
  func isEvaluable(_ kind: (Int) -> Kind?) -> Bool {
    switch self {
    case .comparison(let comparison, let left, let right):
      // Which text comes first is a matter of the database's collation, and of an enum's declaration.
      Self.agree(left, right, kind)
        && (comparison == .equal || comparison == .notEqual || !(left.kind(kind) == .text && right.kind(kind) == .text))
    case .isNull(let operand): operand.kind(kind) != nil || isNullTest
    case .isIn(let operand, let list): list.allSatisfy { Self.agree(operand, $0, kind) }
    case .like(let operand, let pattern): operand.kind(kind) == .text && !pattern.contains("\\")
    case .matches(let operand, _), .isJSON(let operand): operand.kind(kind) == .text
    case .and(let parts), .or(let parts): parts.allSatisfy { $0.isEvaluable(kind) }
    case .not(let part): part.isEvaluable(kind)
    }
  }

  /// Itself, or nil where it cannot be evaluated; a test for NULL alone always can.
  func understood(_ kind: (Int) -> Kind?) -> Condition? {
    isEvaluable(kind) || isNullTest ? self : nil
  }

  /// Whether it asks for NULL or for any value, and nothing else.
  var isNullTest: Bool {
    switch self {
    case .isNull(.column): true
    case .not(let part): part.isNullTest
    default: false
    }
  }

  private static func agree(_ left: Operand, _ right: Operand, _ kind: (Int) -> Kind?) -> Bool {
    guard let one = left.kind(kind), let two = right.kind(kind) else { return false }
    if one == two || one == .any || two == .any { return true }
    // A constant in quotes is read as what it is compared with.
    for (constant, other) in [(left, two), (right, one)] {
      guard case .text(let text) = constant else { continue }
      if other == .number { return Decimal(string: text) != nil }
      if other == .moment { return CivilMoment.moment(text) != nil }
    }
    return false
  }
}

extension Condition.Operand {
  func kind(_ column: (Int) -> Condition.Kind?) -> Condition.Kind? {
    switch self {
    case .column(let place): return column(place)
    case .number: return .number
    case .text: return .text
    case .moment: return .moment
    case .null: return .any
    case .arithmetic(let operation, let left, let right):
      guard let one = left.kind(column), let two = right.kind(column), one == two else { return nil }
      return one == .number || one == .moment && operation == .subtract ? .number : nil
    case .call(let function, let arguments):
      let kinds = arguments.map { $0.kind(column) }
      switch function {
      case .length: return kinds == [.text] || kinds == [.bytes] ? .number : nil
      case .upper, .lower, .trim: return kinds == [.text] ? .text : nil
      case .absolute: return kinds == [.number] ? .number : nil
      case .remainder: return kinds == [.number, .number] ? .number : nil
      case .coalesce: return kinds.dropFirst().allSatisfy { $0 == kinds[0] } ? kinds.first ?? nil : nil
      }
    }
  }
}

extension ValueType {
  /// What its values can be compared with; nil for one of which that is not known.
  var kind: Condition.Kind? {
    switch self {
    case .number, .double, .boolean: .number
    case .text, .choices: .text
    case .date, .timestamp: .moment
    case .bytes: .bytes
    case .time, .interval, .uuid, .json, .xml, .written, .unsupported: nil
    }
  }
}
