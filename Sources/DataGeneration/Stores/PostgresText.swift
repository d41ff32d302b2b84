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
  static func write(_ value: GeneratedValue, _ type: ValueType, to buffer: inout [UInt8]) {
    guard var text = text(value, type) else {
      buffer.append(UInt8(ascii: "\\"))
      buffer.append(UInt8(ascii: "N"))
      return
    }
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "\\"):
          buffer.append(UInt8(ascii: "\\"))
          buffer.append(byte)
        case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
        case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
        default: buffer.append(byte)
        }
      }
    }
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
