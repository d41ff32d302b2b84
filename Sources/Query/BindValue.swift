import OracleWire
import Tabular

/// The value of a named bind, as it is given on the command line: `name=value` or `name:type=value`.
///
/// Without a type, `2024-03-17` is a date, `2024-03-17T10:00:00` (or with a blank for the T) a timestamp, a number in
/// plain notation a number, and everything else text. An empty value is NULL.
public struct BindValue: Sendable, Hashable {
  /// The type that is bound.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case text
    case number
    case date
    case timestamp
  }

  /// Why an argument is no bind.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
  }

  /// In lower case.
  public let name: String
  public let kind: Kind
  let text: String

  /// Reads an argument.
  public init(argument: String) throws(Fault) {
    guard let equals = argument.firstIndex(of: "=") else {
      throw Fault(description: "--bind takes name=value, such as order_date=2024-03-17")
    }
    let left = argument[..<equals].split(separator: ":", omittingEmptySubsequences: false)
    let value = String(argument[argument.index(after: equals)...])
    guard let name = left.first, !name.isEmpty, left.count <= 2 else {
      throw Fault(description: "--bind takes name=value or name:type=value")
    }
    self.name = name.lowercased()
    text = value
    if left.count == 2 {
      guard let kind = Kind(rawValue: left[1].lowercased()) else {
        throw Fault(
          description: "--bind \(name): the types are " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      self.kind = kind
    } else {
      kind = BindValue.kind(of: value)
    }
    guard value.isEmpty || isSound else { throw Fault(description: "--bind \(name): the value is no \(kind.rawValue)") }
  }

  private static func kind(of value: String) -> Kind {
    if let time = time(value) { return time.hasTime ? .timestamp : .date }
    let isPlain = value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    return isPlain && ExactDecimal(value) != nil ? .number : .text
  }

  private var isSound: Bool {
    switch kind {
    case .text: true
    case .number: (try? OracleNumber(decimal: text)) != nil
    case .date: BindValue.time(text).map { !$0.hasTime } ?? false
    case .timestamp: BindValue.time(text) != nil
    }
  }

  /// For Oracle.
  public var oracleValue: OracleValue {
    switch kind {
    case .text: text.isEmpty ? .null : .text(text)
    case .number: (try? OracleNumber(decimal: text)).map { .number($0) } ?? .null
    case .date: BindValue.time(text).map { .date($0.time) } ?? .null
    case .timestamp: BindValue.time(text).map { .timestamp($0.time) } ?? .null
    }
  }

  /// For PostgreSQL, which reads it as the type that the statement asks for there; nil is NULL.
  public var postgresText: String? {
    text.isEmpty ? nil : kind == .timestamp ? text.map { $0 == "T" ? " " : String($0) }.joined() : text
  }

  /// Reads `YYYY-MM-DD`, or with `HH:MM[:SS[.fraction]]` behind a T or a blank.
  static func time(_ text: String) -> (time: OracleTimestamp, hasTime: Bool)? {
    let halves = text.split(separator: text.contains("T") ? "T" : " ", maxSplits: 1, omittingEmptySubsequences: false)
    let date = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard date.count == 3, let year = number(date[0], 4), let month = number(date[1], 2), let day = number(date[2], 2),
      (1...9999).contains(year), (1...12).contains(month), (1...days(month, year)).contains(day)
    else { return nil }
    var time = OracleTimestamp(year: year, month: month, day: day)
    guard halves.count == 2 else { return (time, false) }
    let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count), let hour = number(clock[0], 2), let minute = number(clock[1], 2),
      hour < 24, minute < 60
    else { return nil }
    time.hour = hour
    time.minute = minute
    guard clock.count == 3 else { return (time, true) }
    let seconds = clock[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let second = number(seconds[0], 2), second < 60 else { return nil }
    time.second = second
    if seconds.count == 2 {
      let fraction = seconds[1]
      guard (1...9).contains(fraction.count), let value = number(fraction, fraction.count) else { return nil }
      time.nanosecond = (fraction.count..<9).reduce(value) { result, _ in result * 10 }
    }
    return (time, true)
  }

  private static func number(_ text: Substring, _ width: Int) -> Int? {
    guard text.utf8.count == width, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension [BindValue] {
  /// The values for a script's binds, in the order of its names.
  ///
  /// - Throws: `BindValue.Fault` for a bind without a value, a value without a bind, or two values for one.
  public func matched(to script: QueryScript) throws(BindValue.Fault) -> [BindValue] {
    var values: [String: BindValue] = [:]
    for value in self {
      guard script.bindNames.contains(value.name) else {
        let names =
          script.bindNames.isEmpty ? "it has none" : "its binds are " + script.bindNames.joined(separator: ", ")
        throw BindValue.Fault(description: "the script has no bind :\(value.name); \(names)")
      }
      guard values.updateValue(value, forKey: value.name) == nil else {
        throw BindValue.Fault(description: "--bind gives :\(value.name) two values")
      }
    }
    var result: [BindValue] = []
    for name in script.bindNames {
      guard let value = values[name] else {
        throw BindValue.Fault(description: "the script's bind :\(name) has no value; add --bind \(name)=...")
      }
      result.append(value)
    }
    return result
  }
}
