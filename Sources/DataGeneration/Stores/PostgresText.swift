/// Values as PostgreSQL reads and writes them in text.
enum PostgresText {
  /// The value as a parameter; nil for NULL.
  static func text(_ value: GeneratedValue, _ type: ValueType) -> String? {
    switch value {
    case .null: return nil
    case .number(let units, _):
      switch type {
      case .boolean: return units == 0 ? "f" : "t"
      case .interval(let isMonths): return isMonths ? "\(units) months" : "\(units) seconds"
      default: return value.decimalText
      }
    case .double(let number): return "\(number)"
    case .text(let text): return text
    case .moment(let moment):
      let civil = CivilMoment(moment)
      switch type {
      case .date: return civil.dateText
      case .time: return civil.clockText
      case .timestamp(_, let hasZone): return civil.dateText + " " + civil.clockText + (hasZone ? "+00" : "")
      default: return civil.dateText + " " + civil.clockText
      }
    case .bytes(let bytes):
      let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return type == .uuid ? digits : "\\x" + digits
    }
  }

  /// Adds a value to a line of COPY's text format.
  ///
  /// Numbers, moments and bytes go there digit by digit: they are most of what is written.
  static func write(_ value: GeneratedValue, _ type: ValueType, to buffer: inout [UInt8]) {
    switch (value, type) {
    case (.null, _):
      buffer.append(UInt8(ascii: "\\"))
      buffer.append(UInt8(ascii: "N"))
    case (.number(let units, let scale), .number) where scale >= 0 && scale <= 18:
      write(units, scale: scale, to: &buffer)
    case (.moment(let moment), .timestamp(_, let hasZone)):
      let civil = CivilMoment(moment)
      write(civil, to: &buffer)
      buffer.append(UInt8(ascii: " "))
      writeClock(civil.microseconds, to: &buffer)
      if hasZone { buffer += [UInt8(ascii: "+"), UInt8(ascii: "0"), UInt8(ascii: "0")] }
    case (.moment(let moment), .date): write(CivilMoment(moment), to: &buffer)
    case (.bytes(let bytes), .bytes), (.bytes(let bytes), .uuid):
      if type != .uuid { buffer += [UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x")] }
      for byte in bytes {
        buffer.append(hexadecimal[Int(byte >> 4)])
        buffer.append(hexadecimal[Int(byte & 15)])
      }
    default:
      if let text = text(value, type) { write(text, to: &buffer) }
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  private static func write(_ text: String, to buffer: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"):
        buffer.append(byte)
        buffer.append(byte)
      case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      default: buffer.append(byte)
      }
    }
  }

  private static func write(_ units: Int, scale: Int, to buffer: inout [UInt8]) {
    if units < 0 { buffer.append(UInt8(ascii: "-")) }
    var divisor: UInt = 1
    for _ in 0..<scale { divisor *= 10 }
    write(units.magnitude / divisor, width: 1, to: &buffer)
    guard scale > 0 else { return }
    buffer.append(UInt8(ascii: "."))
    write(units.magnitude % divisor, width: scale, to: &buffer)
  }

  /// At least so many digits.
  private static func write(_ number: UInt, width: Int, to buffer: inout [UInt8]) {
    let start = buffer.count
    var rest = number
    repeat {
      buffer.append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    while buffer.count - start < width { buffer.append(UInt8(ascii: "0")) }
    var (low, high) = (start, buffer.count - 1)
    while low < high {
      buffer.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  private static func write(_ civil: CivilMoment, to buffer: inout [UInt8]) {
    write(civil.year.magnitude, width: 4, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    write(civil.month.magnitude, width: 2, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    write(civil.dayOfMonth.magnitude, width: 2, to: &buffer)
  }

  private static func writeClock(_ microseconds: Int, to buffer: inout [UInt8]) {
    let seconds = (microseconds / CivilMoment.second).magnitude
    write(seconds / 3600, width: 2, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    write(seconds / 60 % 60, width: 2, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    write(seconds % 60, width: 2, to: &buffer)
    let fraction = (microseconds % CivilMoment.second).magnitude
    guard fraction > 0 else { return }
    buffer.append(UInt8(ascii: "."))
    write(fraction, width: 6, to: &buffer)
  }

  /// Reads what PostgreSQL answered; text of another form than the type's stays text.
  static func value(_ text: String?, _ type: ValueType) -> GeneratedValue {
    guard let text else { return .null }
    switch type {
    case .number(_, let scale): return decimal(text, scale: scale)
    case .boolean: return .integer(text == "t" ? 1 : 0)
    case .date, .timestamp: return CivilMoment.moment(text).map { .moment($0) } ?? .text(text)
    case .bytes where text.hasPrefix("\\x"): return bytes(text.dropFirst(2)).map { .bytes($0) } ?? .text(text)
    case .uuid: return bytes(text.filter { $0 != "-" }[...]).map { .bytes($0) } ?? .text(text)
    default: return .text(text)
    }
  }

  /// A number with as many digits behind the point as its column has, or as it needs itself.
  static func decimal(_ text: String, scale: Int?) -> GeneratedValue {
    if let scale { return GeneratedValue.number(text, scale: scale) ?? .text(text) }
    guard let point = text.firstIndex(of: ".") else { return GeneratedValue.number(text, scale: 0) ?? .text(text) }
    let digits = text[text.index(after: point)...].utf8
    let needed = digits.count - digits.reversed().prefix { $0 == 0x30 }.count
    return GeneratedValue.number(text, scale: needed) ?? .text(text)
  }

  private static func bytes(_ digits: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(digits.utf8)[...]
    while rest.count >= 2 {
      guard let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return rest.isEmpty ? bytes : nil
  }
}
