import Foundation

extension Condition {
  /// Whether a row keeps to it; nil is SQL's unknown, which a check lets pass.
  func holds(_ row: [GeneratedValue]) -> Bool? {
    switch self {
    case .isNull(let operand): return operand.value(row) == .null
    case .not(let inner): return inner.holds(row).map { !$0 }
    case .and(let parts):
      var isUnknown = false
      for part in parts {
        switch part.holds(row) {
        case false?: return false
        case nil: isUnknown = true
        case true?: break
        }
      }
      return isUnknown ? nil : true
    case .or(let parts):
      var isUnknown = false
      for part in parts {
        switch part.holds(row) {
        case true?: return true
        case nil: isUnknown = true
        case false?: break
        }
      }
      return isUnknown ? nil : false
    case .comparison(let comparison, let left, let right):
      return left.value(row).compared(to: right.value(row)).map { comparison.accepts($0) }
    case .isIn(let operand, let list):
      let value = operand.value(row)
      guard value != .null else { return nil }
      return list.contains { value.compared(to: $0.value(row)) == 0 }
    case .like(let operand, let pattern):
      guard case .text(let text) = operand.value(row) else { return nil }
      return Self.like(Array(text.unicodeScalars)[...], Array(pattern.unicodeScalars)[...])
    case .matches(let operand, let pattern):
      guard case .text(let text) = operand.value(row) else { return nil }
      return pattern.matches(text)
    case .isJSON(let operand):
      guard case .text(let text) = operand.value(row) else { return nil }
      return text.hasPrefix("{")
    }
  }

  private static func like(_ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>) -> Bool {
    var (text, pattern) = (text, pattern)
    var retry: (text: ArraySlice<Unicode.Scalar>, pattern: ArraySlice<Unicode.Scalar>)?
    while true {
      if let next = pattern.first, next == "%" {
        pattern = pattern.dropFirst()
        retry = (text, pattern)
      } else if let next = pattern.first, let letter = text.first, next == "_" || next == letter {
        (text, pattern) = (text.dropFirst(), pattern.dropFirst())
      } else if text.isEmpty, pattern.isEmpty {
        return true
      } else if let (from, rest) = retry, !from.isEmpty {
        retry = (from.dropFirst(), rest)
        (text, pattern) = (from.dropFirst(), rest)
      } else {
        return false
      }
    }
  }
}

extension Condition.Comparison {
  /// Whether it holds for the order of two values: below, at or above 0.
  func accepts(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}

extension Condition.Operand {
  func value(_ row: [GeneratedValue]) -> GeneratedValue {
    switch self {
    case .column(let place): return row[place]
    case .number(let number): return Self.exact(number)
    case .text(let text): return .text(text)
    case .moment(let moment): return .moment(moment)
    case .null: return .null
    case .arithmetic(let operation, let left, let right):
      let (left, right) = (left.value(row), right.value(row))
      if case .moment(let one) = left, case .moment(let two) = right, operation == .subtract {
        return .double(Double(one - two) / Double(CivilMoment.day))
      }
      guard let one = left.decimal, let two = right.decimal else { return .null }
      switch operation {
      case .add: return Self.exact(one + two)
      case .subtract: return Self.exact(one - two)
      case .multiply: return Self.exact(one * two)
      case .divide: return two.isZero ? .null : Self.exact(one / two)
      }
    case .call(let function, let arguments): return Self.call(function, arguments.map { $0.value(row) })
    }
  }

  private static func exact(_ value: Decimal) -> GeneratedValue {
    let scale = max(0, -value.exponent)
    return GeneratedValue.units(value, scale: scale, rounding: .plain).map { .number(units: $0, scale: scale) }
      ?? .double(NSDecimalNumber(decimal: value).doubleValue)
  }

  private static func call(_ function: Condition.Function, _ values: [GeneratedValue]) -> GeneratedValue {
    switch (function, values.first) {
    case (.coalesce, _): return values.first { $0 != .null } ?? .null
    case (.length, .text(let text)?): return .integer(text.unicodeScalars.count)
    case (.length, .bytes(let bytes)?): return .integer(bytes.count)
    case (.upper, .text(let text)?): return .text(text.uppercased())
    case (.lower, .text(let text)?): return .text(text.lowercased())
    case (.trim, .text(let text)?): return .text(text.trimmingCharacters(in: .whitespaces))
    case (.absolute, .number(let units, let scale)?): return .number(units: abs(units), scale: scale)
    case (.remainder, _):
      guard values.count == 2, let one = values[0].decimal, let two = values[1].decimal, !two.isZero else {
        return .null
      }
      var (quotient, whole) = (one / two, Decimal())
      NSDecimalRound(&whole, &quotient, 0, quotient < 0 ? .up : .down)
      return exact(one - whole * two)
    default: return .null
    }
  }
}

extension GeneratedValue {
  /// Below, at or above 0 as this comes before, with or behind the other; nil where one is NULL or they are not alike.
  func compared(to other: GeneratedValue) -> Int? {
    func order<T: Comparable>(_ one: T, _ two: T) -> Int { one < two ? -1 : one == two ? 0 : 1 }
    switch (self, other) {
    case (.number(let one, let scale), .number(let two, let otherScale)) where scale == otherScale:
      return order(one, two)
    case (.text(let one), .text(let two)):
      // CHAR's blanks at the end do not count.
      return order(Self.unpadded(one), Self.unpadded(two))
    case (.moment(let one), .moment(let two)): return order(one, two)
    case (.moment(let one), .text(let text)): return CivilMoment.moment(text).map { order(one, $0) }
    case (.text(let text), .moment(let two)): return CivilMoment.moment(text).map { order($0, two) }
    case (.number, .text(let text)): return Decimal(string: text).flatMap { two in decimal.map { order($0, two) } }
    case (.text(let text), .number):
      return Decimal(string: text).flatMap { one in other.decimal.map { order(one, $0) } }
    case (.bytes(let one), .bytes(let two)): return one == two ? 0 : one.lexicographicallyPrecedes(two) ? -1 : 1
    default:
      guard let one = decimal, let two = other.decimal else { return nil }
      return order(one, two)
    }
  }

  private static func unpadded(_ text: String) -> String {
    text.utf8.last == 0x20 ? String(text.reversed().drop { $0 == " " }.reversed()) : text
  }
}
