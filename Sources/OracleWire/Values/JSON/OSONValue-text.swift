extension OSONValue: CustomStringConvertible {
  /// The value as JSON text without blanks.
  ///
  /// What JSON has no form for becomes a string: dates and timestamps in ISO 8601 (with `Z` or an offset for one with a
  /// zone, a region's in UTC), intervals as ISO 8601 durations, bytes as hexadecimal digits, NaN and the infinities as
  /// their names. A vector is an array of numbers.
  public var description: String { jsonText }

  /// The value as JSON text without blanks.
  public var jsonText: String {
    var output = ""
    // What is still to be written, the next last: nesting isn't kept on the stack, which may be small.
    var pending: [Piece] = [.value(self)]
    while let piece = pending.popLast() {
      switch piece {
      case .text(let text): output += text
      case .value(.array(let values)):
        output += "["
        pending.append(.text("]"))
        for (index, value) in values.enumerated().reversed() {
          pending.append(.value(value))
          if index > 0 { pending.append(.text(",")) }
        }
      case .value(.object(let members)):
        output += "{"
        pending.append(.text("}"))
        for (index, member) in members.enumerated().reversed() {
          pending.append(.value(member.value))
          pending.append(.text((index > 0 ? "," : "") + OSONValue.quoted(member.name) + ":"))
        }
      case .value(let scalar): output += scalar.scalarText
      }
    }
    return output
  }

  private enum Piece {
    case value(OSONValue)
    case text(String)
  }

  private var scalarText: String {
    switch self {
    case .null, .array, .object: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let number): number.isInfinite ? "\"\(number)\"" : number.description
    case .string(let text): OSONValue.quoted(text)
    case .double(let value): OSONValue.text(value, "\(value)")
    case .float(let value): OSONValue.text(Double(value), "\(value)")
    case .date(let moment): "\"\(OSONValue.iso(moment))\""
    case .timestamp(let moment): "\"\(OSONValue.iso(moment))\""
    case .timestampTZ(let utc, let zone): "\"\(OSONValue.iso(utc, zone))\""
    case .intervalYM(let interval): "\"\(OSONValue.duration(interval))\""
    case .intervalDS(let interval): "\"\(OSONValue.duration(interval))\""
    case .binary(let bytes), .identifier(let bytes): "\"\(OSONValue.hexadecimal(bytes))\""
    case .vector(let vector): OSONValue.text(vector)
    }
  }

  /// An array of numbers; a sparse vector as an array of its dimensions, its places and its elements.
  private static func text(_ vector: OracleVector) -> String {
    let numbers =
      switch vector.elements {
      case .float32(let values): values.map { text(Double($0), "\($0)") }
      case .float64(let values): values.map { text($0, "\($0)") }
      case .int8(let values): values.map { "\($0)" }
      case .binary(let values): values.map { "\($0)" }
      }
    return vector.text(numbers)
  }

  private static func text(_ value: Double, _ digits: String) -> String {
    if value.isNaN { return "\"NaN\"" }
    return value.isInfinite ? (value < 0 ? "\"-Infinity\"" : "\"Infinity\"") : digits
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\u{8}": result += "\\b"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\u{C}": result += "\\f"
      case "\r": result += "\\r"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  private static func iso(_ moment: OracleTimestamp) -> String {
    moment.description.split(separator: " ").joined(separator: "T")
  }

  private static func iso(_ utc: OracleTimestamp, _ zone: OracleTimeZone) -> String {
    guard case .offset(let minutes) = zone, minutes != 0, abs(minutes) < 1440,
      let local = try? utc.earlier(minutes: -minutes)
    else { return iso(utc) + "Z" }
    return iso(local) + zone.description
  }

  private static func duration(_ interval: OracleIntervalYM) -> String {
    let (years, months) = (abs(interval.months) / 12, abs(interval.months) % 12)
    let text = (years > 0 ? "\(years)Y" : "") + (months > 0 ? "\(months)M" : "")
    return (interval.months < 0 ? "-P" : "P") + (text.isEmpty ? "0M" : text)
  }

  private static func duration(_ interval: OracleIntervalDS) -> String {
    let seconds = abs(interval.seconds)
    let (days, hours, minutes, rest) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
    var time = (hours > 0 ? "\(hours)H" : "") + (minutes > 0 ? "\(minutes)M" : "")
    if interval.nanoseconds != 0 {
      let digits = String(interval.nanoseconds.magnitude)
      var fraction = String(repeating: "0", count: 9 - digits.utf8.count) + digits
      while fraction.hasSuffix("0") { fraction.removeLast() }
      time += "\(rest).\(fraction)S"
    } else if rest > 0 {
      time += "\(rest)S"
    }
    let text = (days > 0 ? "\(days)D" : "") + (time.isEmpty ? "" : "T" + time)
    let isNegative = interval.seconds < 0 || interval.nanoseconds < 0
    return (isNegative ? "-P" : "P") + (text.isEmpty ? "0D" : text)
  }
}
