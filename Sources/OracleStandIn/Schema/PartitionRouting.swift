import OracleSQL

/// Which partition takes a row, as Oracle would look for it.
extension TablePartitions {
  /// What a partition takes, in bytes that sort and compare as their values do.
  enum Bound {
    /// VALUES LESS THAN; nil for MAXVALUE.
    case below([[UInt8]?])
    /// The rows of VALUES (...); nil for NULL.
    case list(Set<[[UInt8]?]>)
    case rest
  }

  /// Whether some partition takes a row of the table, or Oracle would make one for it.
  func takes(_ values: [Value]) -> Bool {
    switch Self.place(of: values, level, parts) {
    case .none: return false
    case .made: return true
    case .part(let part):
      guard let below else { return true }
      if case .none = Self.place(of: values, below, part.parts) { return false }
      return true
    }
  }

  private enum Place {
    case part(Part)
    case made
    case none
  }

  private static func place(of values: [Value], _ level: Level, _ parts: [Part]) -> Place {
    let key = level.columns.map { column in
      values.indices.contains(column.position) ? bytes(values[column.position]) : nil
    }
    switch level.method {
    case .range:
      for part in parts {
        if case .below(let bound) = part.bound, isBelow(key, bound) { return .part(part) }
      }
      return level.interval != nil && !key.contains(nil) ? .made : .none
    case .list:
      var rest: Part?
      for part in parts {
        switch part.bound {
        case .list(let rows) where rows.contains(key): return .part(part)
        case .rest: rest = part
        default: break
        }
      }
      return rest.map { .part($0) } ?? (level.isAutomatic ? .made : .none)
    case .hash, .reference, .system, .consistentHash: return parts.first.map { .part($0) } ?? .made
    }
  }

  /// NULL sorts above all values, and below MAXVALUE.
  private static func isBelow(_ key: [[UInt8]?], _ bound: [[UInt8]?]) -> Bool {
    for (value, limit) in zip(key, bound) {
      guard let limit else { return true }
      guard let value else { return false }
      let order = ValueOrder.bytes(value, limit)
      if order != 0 { return order < 0 }
    }
    return false
  }

  /// The bytes by which a value is looked for: those of CHAR without the blanks behind them; nil for NULL.
  static func bytes(_ value: Value) -> [UInt8]? {
    guard !value.isNull else { return nil }
    guard value.type == .char else { return value.bytes }
    return Array(value.bytes.reversed().drop { $0 == 0x20 }.reversed())
  }
}
