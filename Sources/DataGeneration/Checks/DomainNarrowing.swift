import Foundation

extension Condition {
  /// The condition with NOT only in front of what it cannot be drawn into.
  var simplified: Condition {
    switch self {
    case .and(let parts): return .and(parts.map(\.simplified))
    case .or(let parts): return .or(parts.map(\.simplified))
    case .not(.not(let inner)): return inner.simplified
    case .not(.and(let parts)): return .or(parts.map { Condition.not($0).simplified })
    case .not(.or(let parts)): return .and(parts.map { Condition.not($0).simplified })
    case .not(.comparison(let comparison, let left, let right)):
      return .comparison(comparison.opposite, left, right)
    default: return self
    }
  }

  /// Makes a column's domain keep to the condition.
  ///
  /// - Returns: whether every value of the domain keeps to it now, so that nobody need ask again.
  func narrow(_ domain: inout ColumnDomain, of column: Int) -> Bool {
    switch self {
    case .and(let parts): return parts.reduce(true) { $1.narrow(&domain, of: column) && $0 }
    case .or(let parts): return Self.narrow(toOneOf: parts, &domain, of: column)
    case .not(.isNull(.column(column))):
      domain.nullRate = 0
      return true
    case .isNull(.column(column)):
      domain.nullRate = 1
      return true
    case .isIn(.column(column), let list):
      guard list.allSatisfy({ $0.columns.isEmpty }) else { return false }
      return domain.choose(list.map { $0.value([]) })
    case .not(.isIn(.column(column), let list)):
      return list.allSatisfy { $0.columns.isEmpty && domain.limit(.notEqual, $0.value([])) }
    case .like(.column(column), let pattern): return domain.limit(like: pattern)
    case .matches(.column(column), let pattern):
      guard case .text = domain.type, domain.choices == nil, pattern.shortest <= domain.longest else { return false }
      domain.pattern = pattern
      return true
    case .isJSON(.column(column)):
      guard case .text = domain.type else { return domain.type == .json }
      domain.meaning = .json
      return domain.longest >= 2
    case .comparison(let comparison, let left, let right):
      if right.columns.isEmpty { return domain.limit(comparison, of: left, right.value([]), column) }
      if left.columns.isEmpty { return domain.limit(comparison.mirrored, of: right, left.value([]), column) }
      guard comparison == .equal else { return false }
      for (one, two) in [(left, right), (right, left)] where one == .column(column) {
        if two == .call(.upper, [one]) {
          domain.letters = .upper
        } else if two == .call(.lower, [one]) {
          domain.letters = .lower
        } else {
          continue
        }
        return domain.choices == nil
      }
      return false
    default: return false
    }
  }

  /// NULL keeps to every check, so that `x IS NULL OR ...` says what stands behind it; else what the parts allow together.
  private static func narrow(toOneOf parts: [Condition], _ domain: inout ColumnDomain, of column: Int) -> Bool {
    let others = parts.filter { $0 != .isNull(.column(column)) }
    if others.count == 1 { return others[0].narrow(&domain, of: column) }
    var domains: [ColumnDomain] = []
    for part in others {
      var one = domain
      guard part.narrow(&one, of: column) else { return false }
      domains.append(one)
    }
    if domains.allSatisfy({ $0.choices != nil }) {
      let all = domains.flatMap { $0.choices ?? [] }
      domain.choices = all.enumerated().filter { place, value in all.firstIndex(of: value) == place }.map(\.element)
      return true
    }
    guard domain.type.isOrdered, domains.allSatisfy({ $0.choices == nil }) else { return false }
    domain.allowed = IntervalSet(domains.flatMap(\.allowed.intervals))
    return true
  }
}

extension Condition.Comparison {
  /// The one that holds when this does not.
  var opposite: Condition.Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}

extension ColumnDomain {
  /// Limits the column itself, or its length.
  fileprivate mutating func limit(
    _ comparison: Condition.Comparison, of operand: Condition.Operand, _ value: GeneratedValue, _ column: Int
  ) -> Bool {
    if operand == .column(column) { return limit(comparison, value) }
    if operand == .call(.upper, [.column(column)]) || operand == .call(.trim, [.column(column)]) {
      return comparison == .equal && limit(comparison, value)
    }
    guard operand == .call(.length, [.column(column)]), case .text = type, choices == nil,
      let length = value.decimal.map({ NSDecimalNumber(decimal: $0).doubleValue }), abs(length) < 1e6
    else { return false }
    switch comparison {
    case .equal: (shortest, longest) = (max(shortest, Int(length)), min(longest, Int(length)))
    case .less: longest = min(longest, Int(length.rounded(.up)) - 1)
    case .lessOrEqual: longest = min(longest, Int(length))
    case .greater: shortest = max(shortest, Int(length) + 1)
    case .greaterOrEqual: shortest = max(shortest, Int(length.rounded(.up)))
    case .notEqual: return length < Double(shortest)
    }
    return true
  }

  /// Limits the values by a constant.
  fileprivate mutating func limit(_ comparison: Condition.Comparison, _ value: GeneratedValue) -> Bool {
    if let choices {
      self.choices = choices.filter { choice in choice.compared(to: value).map { comparison.accepts($0) } ?? false }
      return true
    }
    if comparison == .equal { return choose([value]) }
    guard type.isOrdered, let bound = bound(value) else { return false }
    switch comparison {
    case .less: allowed = allowed.intersection(-IntervalSet.limit...(bound.upper - 1))
    case .lessOrEqual: allowed = allowed.intersection(-IntervalSet.limit...bound.lower)
    case .greater: allowed = allowed.intersection((bound.lower + 1)...IntervalSet.limit)
    case .greaterOrEqual: allowed = allowed.intersection(bound.upper...IntervalSet.limit)
    case .notEqual: if bound.lower == bound.upper { allowed = allowed.subtracting(bound.lower) }
    case .equal: break
    }
    return true
  }

  /// The units, or steps, at or below a constant and at or above it.
  func bound(_ value: GeneratedValue) -> (lower: Int, upper: Int)? {
    var moment: Int?
    switch (type, value) {
    case (.number, _), (.interval, _):
      let number: Decimal? = if case .text(let text) = value { Decimal(string: text) } else { value.decimal }
      guard let number else { return nil }
      // Beyond what any column holds, the bound is as good as none.
      let ends = [NSDecimalNumber.RoundingMode.down, .up].map { mode in
        GeneratedValue.units(number, scale: scale, rounding: mode)
          ?? (number < 0 ? -IntervalSet.limit / 2 : IntervalSet.limit / 2)
      }
      return (ends[0], ends[1])
    case (_, .moment(let exact)): moment = exact
    case (_, .text(let text)): moment = CivilMoment.moment(text)
    default: break
    }
    guard let moment else { return nil }
    let lower = moment / step - (moment % step < 0 ? 1 : 0)
    return (lower, moment % step == 0 ? lower : lower + 1)
  }

  /// Leaves only these values.
  mutating func choose(_ values: [GeneratedValue]) -> Bool {
    if let choices {
      self.choices = choices.filter { choice in values.contains { choice.compared(to: $0) == 0 } }
      return true
    }
    let present = values.filter { $0 != .null }
    switch type {
    case .number, .date, .timestamp, .time, .interval:
      choices = present.compactMap { value in
        guard let bound = bound(value), bound.lower == bound.upper, allowed.contains(bound.lower) else { return nil }
        return numberValue(bound.lower)
      }
    case .text:
      choices = present.compactMap { value -> GeneratedValue? in
        switch value {
        case .text(let text): text.isEmpty || text.utf8.count > longest ? nil : value
        default: value.decimalText.map { .text($0) }
        }
      }
    default: return false
    }
    return true
  }

  /// `abc%` asks for a beginning; what else a pattern asks for is seen in each row.
  fileprivate mutating func limit(like pattern: String) -> Bool {
    guard case .text = type, choices == nil else { return false }
    if pattern.contains("@") { meaning = .email }
    guard !pattern.contains("_"), pattern.hasSuffix("%"), !pattern.dropLast().contains("%") else { return false }
    prefix = String(pattern.dropLast())
    return prefix.utf8.count < longest
  }
}
