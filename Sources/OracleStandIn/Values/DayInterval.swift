import OracleWire

/// INTERVAL DAY TO SECOND, as nanoseconds and whole seconds of one sign.
struct DayInterval: Sendable, Hashable, CustomStringConvertible {
  var seconds: Int
  /// Of the same sign as `seconds`.
  var nanoseconds: Int

  /// Takes an exact count.
  init(seconds: Int, nanoseconds: Int = 0) {
    var seconds = seconds + nanoseconds / 1_000_000_000
    var rest = nanoseconds % 1_000_000_000
    if seconds > 0, rest < 0 {
      seconds -= 1
      rest += 1_000_000_000
    } else if seconds < 0, rest > 0 {
      seconds += 1
      rest -= 1_000_000_000
    }
    self.seconds = seconds
    self.nanoseconds = rest
  }

  /// Takes the eleven bytes.
  init(bytes: [UInt8]) throws {
    guard bytes.count == 11 else { throw OracleError(code: 1867, message: "the interval is invalid") }
    let days = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) } - 0x8000_0000
    let nanos = bytes[7..<11].reduce(0) { $0 << 8 | Int($1) } - 0x8000_0000
    let time = (Int(bytes[4]) - 60) * 3600 + (Int(bytes[5]) - 60) * 60 + Int(bytes[6]) - 60
    self.init(seconds: days * 86400 + time, nanoseconds: nanos)
  }

  /// The eleven bytes; every field carries the sign.
  var bytes: [UInt8] {
    let days = UInt32(clamping: seconds / 86400 + 0x8000_0000)
    let rest = seconds % 86400
    let nanos = UInt32(clamping: nanoseconds + 0x8000_0000)
    func four(_ value: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }
    return four(days)
      + [UInt8(clamping: rest / 3600 + 60), UInt8(clamping: rest / 60 % 60 + 60), UInt8(clamping: rest % 60 + 60)]
      + four(nanos)
  }

  var value: Value { Value(type: .intervalDS, bytes: bytes) }

  var description: String { text(dayDigits: 9, fractionDigits: 9) }

  /// The text with as many digits of days and of a second's fraction as a type has.
  func text(dayDigits: Int, fractionDigits: Int) -> String {
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(abs(value))
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let rest = abs(seconds) % 86400
    return (seconds < 0 || nanoseconds < 0 ? "-" : "+") + padded(seconds / 86400, dayDigits) + " "
      + padded(rest / 3600, 2)
      + ":" + padded(rest / 60 % 60, 2) + ":" + padded(rest % 60, 2)
      + (fractionDigits > 0 ? "." + padded(nanoseconds, 9).prefix(fractionDigits) : "")
  }

  /// Rounded to so many digits of a second's fraction.
  func rounded(fractionDigits: Int) -> DayInterval {
    var unit = 1
    for _ in min(fractionDigits, 9)..<9 { unit *= 10 }
    let half = nanoseconds < 0 || seconds < 0 ? -(unit / 2) : unit / 2
    return DayInterval(seconds: seconds, nanoseconds: (nanoseconds + half) / unit * unit)
  }

  /// Whether the days take no more digits than a type gives them.
  func fits(dayDigits: Int) -> Bool { seconds / 86400 == 0 || String(abs(seconds / 86400)).utf8.count <= dayDigits }
}
