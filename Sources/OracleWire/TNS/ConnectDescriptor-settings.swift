extension ConnectDescriptor {
  /// The value of the child of that name; nil when it is missing or empty.
  func setting(_ name: String) -> String? {
    guard let value = child(name)?.value, !value.isEmpty else { return nil }
    return value
  }

  /// A switch: on, yes and true, or off, no and false, in any case.
  func isOn(_ name: String) throws(ConnectStringError) -> Bool? {
    guard let text = setting(name) else { return nil }
    switch text.lowercased() {
    case "on", "yes", "true": return true
    case "off", "no", "false": return false
    default: throw ConnectStringError("the value of \(name) is neither ON nor OFF", "write \(name)=ON or \(name)=OFF")
    }
  }

  /// A number in decimal digits.
  func number(_ name: String, _ range: ClosedRange<Int>) throws(ConnectStringError) -> Int? {
    guard let text = setting(name) else { return nil }
    guard let number = ConnectDescriptor.number(text), range.contains(number) else {
      throw ConnectStringError(
        "the value of \(name) is no number from \(range.lowerBound) to \(range.upperBound)", "correct it")
    }
    return number
  }

  static func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// A time: a number of seconds, or one followed by `ms`, `sec`, `min` or `hr`, with or without a blank between.
  ///
  /// The units are those of Oracle's documentation; without one the number means seconds.
  func duration(_ name: String) throws(ConnectStringError) -> Duration? {
    guard let text = setting(name)?.lowercased() else { return nil }
    let units: [(String, Double)] = [("ms", 0.001), ("sec", 1), ("min", 60), ("hr", 3600)]
    let unit = units.first { text.hasSuffix($0.0) }
    let digits = text.dropLast(unit?.0.count ?? 0).filter { $0 != " " && $0 != "\t" }
    let isPlain = !digits.isEmpty && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isPlain, let number = Double(digits), number * (unit?.1 ?? 1) <= 86_400 else {
      throw ConnectStringError("the value of \(name) is no time", "write seconds, or a number with ms, sec or min")
    }
    return .milliseconds(Int64((number * (unit?.1 ?? 1) * 1000).rounded()))
  }
}
