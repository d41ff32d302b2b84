import Foundation
import OracleSQL

extension Condition {
  /// Reads the text of an Oracle check; nil for one with anything that is not understood.
  ///
  /// - Parameter place: a column's place by its name.
  init?(oracle text: String, place: (String) -> Int?) {
    guard let expression = try? SQLParser.parseCondition(text), let condition = Self.read(expression, place) else {
      return nil
    }
    self = condition
  }

  private static func read(_ expression: OracleSQL.Expression, _ place: (String) -> Int?) -> Condition? {
    func all(_ parts: [OracleSQL.Expression]) -> [Condition]? {
      let read = parts.compactMap { Self.read($0, place) }
      return read.count == parts.count ? read : nil
    }
    switch expression.kind {
    case .and(let parts): return all(parts).map { .and($0) }
    case .or(let parts): return all(parts).map { .or($0) }
    case .unary(.not, let inner): return read(inner, place).map { .not($0) }
    case .binary(let symbol, let left, let right):
      guard let comparison = comparison(symbol), let left = operand(left, place), let right = operand(right, place)
      else { return nil }
      return .comparison(comparison, left, right)
    case .test(let inner, .null, let negated):
      return operand(inner, place).map { negated ? .not(.isNull($0)) : .isNull($0) }
    case .test(let inner, .json, let negated): return negated ? nil : operand(inner, place).map { .isJSON($0) }
    case .between(let inner, let low, let high, let negated):
      guard let inner = operand(inner, place), let low = operand(low, place), let high = operand(high, place) else {
        return nil
      }
      let both = Condition.and([
        .comparison(.greaterOrEqual, inner, low), .comparison(.lessOrEqual, inner, high),
      ])
      return negated ? .not(both) : both
    case .membership(let inner, .list(let list), let negated):
      let values = list.compactMap { operand($0, place) }
      guard let inner = operand(inner, place), values.count == list.count else { return nil }
      return negated ? .not(.isIn(inner, values)) : .isIn(inner, values)
    case .like(let inner, let pattern, nil, .like, let negated):
      guard let inner = operand(inner, place), case .literal(.string(let text, _)) = pattern.kind else { return nil }
      return negated ? .not(.like(inner, text)) : .like(inner, text)
    case .call(let call):
      guard call.path.count == 1, call.path[0].name == "REGEXP_LIKE", call.arguments.count == 2,
        let inner = operand(call.arguments[0].value, place),
        case .literal(.string(let text, _)) = call.arguments[1].value.kind
      else { return nil }
      return TextPattern(regularExpression: text).map { .matches(inner, $0) }
    default: return nil
    }
  }

  private static func comparison(_ symbol: BinaryOperator) -> Comparison? {
    switch symbol {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .add, .subtract, .multiply, .divide: nil
    }
  }

  private static func operand(_ expression: OracleSQL.Expression, _ place: (String) -> Int?) -> Operand? {
    switch expression.kind {
    case .column(let reference): return place(reference.column.name).map { .column($0) }
    case .literal(.null): return .null
    case .literal(.number(let text, _)): return Decimal(string: text).map { .number($0) }
    case .literal(.string(let text, _)): return .text(text)
    case .literal(.date(let text)), .literal(.timestamp(let text)): return CivilMoment.moment(text).map { .moment($0) }
    case .unary(.minus, let inner):
      return operand(inner, place).map { .arithmetic(.subtract, .number(0), $0) }
    case .unary(.plus, let inner): return operand(inner, place)
    case .trim(.both, character: nil, let inner): return operand(inner, place).map { .call(.trim, [$0]) }
    case .binary(let symbol, let left, let right):
      guard let left = operand(left, place), let right = operand(right, place) else { return nil }
      switch symbol {
      case .add: return .arithmetic(.add, left, right)
      case .subtract: return .arithmetic(.subtract, left, right)
      case .multiply: return .arithmetic(.multiply, left, right)
      case .divide: return .arithmetic(.divide, left, right)
      default: return nil
      }
    case .call(let call):
      let arguments = call.arguments.compactMap { operand($0.value, place) }
      guard call.path.count == 1, arguments.count == call.arguments.count, !call.isDistinct, call.over == nil else {
        return nil
      }
      if call.path[0].name == "TO_DATE" || call.path[0].name == "TO_TIMESTAMP" { return moment(arguments) }
      return Function(name: call.path[0].name).map { .call($0, arguments) }
    default: return nil
    }
  }

  /// TO_DATE of a literal whose format has the fields in the order of ISO's.
  private static func moment(_ arguments: [Operand]) -> Operand? {
    guard arguments.count == 2, case .text(let text) = arguments[0], case .text(let format) = arguments[1],
      format.uppercased().hasPrefix("YYYY-MM-DD")
    else { return nil }
    return CivilMoment.moment(text).map { .moment($0) }
  }
}
