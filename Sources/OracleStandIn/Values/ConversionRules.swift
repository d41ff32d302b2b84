import Foundation
import OracleWire

/// A session's rules for conversions between types: formats, zone, and the moment that the statement began.
final class ConversionRules {
  var dateFormat = Array("DD-MON-RR".utf8)
  var timestampFormat = Array("DD-MON-RR HH.MI.SSXFF AM".utf8)
  var timestampTZFormat = Array("DD-MON-RR HH.MI.SSXFF AM TZR".utf8)
  /// The session zone's distance from UTC in minutes.
  var zoneOffset = 0
  /// SYSTIMESTAMP in UTC; the same throughout a statement.
  var now = OracleTimestamp(year: 2000, month: 1, day: 1)
  let formats = DateFormatCache()

  // MARK: To text

  /// The text of a value by the session's formats; NULL has none.
  func text(_ value: Value) throws -> [UInt8] {
    switch value.type {
    case .null: return []
    case .varchar, .char, .long, .clob, .rowid, .urowid, .xml: return value.bytes
    case .boolean: return Array((value.bytes == [0] ? "FALSE" : "TRUE").utf8)
    case .json: return try JSONImages.text(value)
    case .vector: return try VectorText.text(value)
    case .object, .cursor: throw OracleError.inconsistentTypes(expected: "CHAR", got: value.type.name)
    case .number: return Array(NumberArithmetic.text(value.number).utf8)
    case .binaryFloat, .binaryDouble:
      return Array(Self.text(value.double ?? 0, isFloat: value.type == .binaryFloat).utf8)
    case .date: return try formats.format(dateFormat).print(try fields(value))
    case .timestamp: return try formats.format(timestampFormat).print(try fields(value))
    case .timestampTZ, .timestampLTZ:
      let model = try formats.format(value.type == .timestampTZ ? timestampTZFormat : timestampFormat)
      return try model.print(try fields(value), offsetMinutes: offset(value))
    case .raw, .blob, .longRaw: return Self.hex(value.bytes)
    case .intervalYM: return Array(try YearInterval(bytes: value.bytes).description.utf8)
    case .intervalDS: return Array(try DayInterval(bytes: value.bytes).description.utf8)
    }
  }

  /// A BOOLEAN of a number, of which 0 is false, or of a word.
  ///
  /// - Throws: ORA-61800 for another word.
  func boolean(_ value: Value) throws -> Value {
    switch value.type {
    case .null, .boolean: return value
    case .number, .binaryFloat, .binaryDouble: return Value(boolean: value.double != 0)
    case .varchar, .char, .long, .clob:
      switch value.string.trimmingBlanks().lowercased() {
      case "true", "t", "yes", "y", "on", "1": return Value(boolean: true)
      case "false", "f", "no", "n", "off", "0": return Value(boolean: false)
      default: throw OracleError(code: 61800, message: "invalid boolean literal")
      }
    default: throw OracleError.inconsistentTypes(expected: "BOOLEAN", got: value.type.name)
    }
  }

  /// The text of a value of a known type: intervals show as many digits as their type has.
  func text(_ value: Value, of type: ColumnType) throws -> [UInt8] {
    switch value.type {
    case .intervalYM where type.base == .intervalYM:
      return Array(try YearInterval(bytes: value.bytes).text(yearDigits: type.precision ?? 2).utf8)
    case .intervalDS where type.base == .intervalDS:
      let interval = try DayInterval(bytes: value.bytes)
      return Array(interval.text(dayDigits: type.scale ?? 2, fractionDigits: type.precision ?? 6).utf8)
    default: return try text(value)
    }
  }

  /// Fields of a datetime as it shows them: in its own zone, or the session's for WITH LOCAL TIME ZONE.
  func fields(_ value: Value) throws -> OracleTimestamp {
    guard let stored = value.timestamp else {
      throw OracleError.inconsistentTypes(expected: "DATE", got: value.type.name)
    }
    guard let offset = offset(value), offset != 0 else { return stored }
    return try stored.adding(seconds: offset * 60)
  }

  /// The zone's distance from UTC that a datetime shows; nil for types without zone.
  func offset(_ value: Value) -> Int? {
    switch value.type {
    case .timestampTZ where value.bytes.count == 13:
      (Int(value.bytes[11]) - 20) * 60 + Int(value.bytes[12]) - 60
    case .timestampLTZ: zoneOffset
    default: nil
    }
  }

  static func hex(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  /// Bytes of hexadecimal text.
  ///
  /// - Throws: ORA-01465.
  static func unhex(_ text: [UInt8]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2 + 1)
    var half: UInt8? = text.count % 2 == 1 ? 0 : nil
    for byte in text {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70: digit = byte - 55
      case 97...102: digit = byte - 87
      default: throw OracleError.badHex
      }
      if let high = half {
        bytes.append(high << 4 | digit)
        half = nil
      } else {
        half = digit
      }
    }
    return bytes
  }

  /// A binary float as Oracle prints it: `1.5E+000`, `3.3999999999999999E+000`, `Nan`, `Inf`; with 9 digits of 32 bits
  /// and 17 of 64, so that it can be read back.
  static func text(_ value: Double, isFloat: Bool) -> String {
    if value == 0 { return "0" }
    guard value.isFinite else { return value.isNaN ? "Nan" : value < 0 ? "-Inf" : "Inf" }
    let parts = String(format: "%.\(isFloat ? 8 : 16)e", value).split(separator: "e")
    var mantissa = parts[0]
    while mantissa.hasSuffix("0"), !mantissa.hasSuffix(".0") { mantissa.removeLast() }
    let exponent = Int(parts[1]) ?? 0
    let places = String(abs(exponent))
    return String(mantissa) + "E" + (exponent < 0 ? "-" : "+") + String(repeating: "0", count: max(0, 3 - places.count))
      + places
  }

  // MARK: To numbers

  /// A NUMBER from a number or text.
  ///
  /// - Throws: ORA-01722 for text that is no number, ORA-00932 for other types.
  func number(_ value: Value) throws -> Value {
    switch value.type {
    case .null, .number: return value
    case .boolean: return Value(value.bytes == [0] ? 0 : 1)
    case .varchar, .char, .long, .clob: return Value(try Self.number(value.bytes))
    case .binaryFloat, .binaryDouble:
      guard let double = value.double, double.isFinite, let number = try? OracleNumber(decimal: "\(double)") else {
        throw OracleError.numericOverflow
      }
      return Value(number)
    default: throw OracleError.inconsistentTypes(expected: "NUMBER", got: value.type.name)
    }
  }

  static func number(_ text: [UInt8]) throws -> OracleNumber {
    var slice = text[...]
    while let first = slice.first, first == 0x20 || first == 0x09 || first == 0x0A { slice = slice.dropFirst() }
    while slice.last == 0x20 { slice = slice.dropLast() }
    guard let first = slice.first, first != 0x49, first != 0x69 else { throw OracleError.invalidNumber }
    guard let number = try? OracleNumber(decimal: String(decoding: slice, as: UTF8.self)), !number.isInfinite else {
      throw OracleError.invalidNumber
    }
    return number
  }

  func double(_ value: Value) throws -> Double {
    if let double = value.double { return double }
    guard value.type.isText else {
      throw OracleError.inconsistentTypes(expected: "BINARY_DOUBLE", got: value.type.name)
    }
    let text = value.string.trimmingBlanks()
    switch text.lowercased() {
    case "nan": return .nan
    case "inf", "infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: break
    }
    guard let double = Double(text), !text.lowercased().hasPrefix("0x") else { throw OracleError.invalidNumber }
    return double
  }

  // MARK: To datetimes

  /// A DATE from a datetime or text.
  func date(_ value: Value) throws -> Value {
    switch value.type {
    case .null, .date: return value
    case .timestamp: return Value(type: .date, bytes: Array(value.bytes.prefix(7)))
    case .timestampTZ, .timestampLTZ: return Value(date: try fields(value))
    case .varchar, .char, .long, .clob:
      return Value(date: try formats.format(dateFormat).parse(value.bytes, now: now).0)
    default: throw OracleError.inconsistentTypes(expected: "DATE", got: value.type.name)
    }
  }

  /// A TIMESTAMP from a datetime or text.
  func timestamp(_ value: Value) throws -> Value {
    switch value.type {
    case .null, .timestamp: return value
    case .date: return Value(type: .timestamp, bytes: value.bytes)
    case .timestampTZ, .timestampLTZ: return Value(timestamp: try fields(value))
    case .varchar, .char, .long, .clob:
      return Value(timestamp: try formats.format(timestampFormat).parse(value.bytes, now: now).0)
    default: throw OracleError.inconsistentTypes(expected: "TIMESTAMP", got: value.type.name)
    }
  }

  /// A TIMESTAMP WITH TIME ZONE from a datetime or text; the session's zone where none is given.
  func timestampTZ(_ value: Value) throws -> Value {
    switch value.type {
    case .null, .timestampTZ: return value
    case .date, .timestamp: return try Self.zoned(local: try fields(value), offset: zoneOffset)
    case .timestampLTZ:
      guard let utc = value.timestamp else { throw OracleError.inconsistentTypes(expected: "TIMESTAMP", got: "NULL") }
      return Self.zoned(utc: utc, offset: zoneOffset)
    case .varchar, .char, .long, .clob:
      let (local, offset) = try formats.format(timestampTZFormat).parse(value.bytes, now: now)
      return try Self.zoned(local: local, offset: offset ?? zoneOffset)
    default: throw OracleError.inconsistentTypes(expected: "TIMESTAMP WITH TIME ZONE", got: value.type.name)
    }
  }

  /// A TIMESTAMP WITH LOCAL TIME ZONE, held in UTC.
  func timestampLTZ(_ value: Value) throws -> Value {
    if value.isNull || value.type == .timestampLTZ { return value }
    let zoned = try timestampTZ(value)
    guard let utc = zoned.timestamp else { throw OracleError.inconsistentTypes(expected: "TIMESTAMP", got: "NULL") }
    return Value(type: .timestampLTZ, bytes: utc.timestampBytes())
  }

  static func zoned(utc: OracleTimestamp, offset: Int) -> Value {
    let zone = [UInt8(clamping: 20 + offset / 60), UInt8(clamping: 60 + offset % 60)]
    return Value(type: .timestampTZ, bytes: utc.fullTimestampBytes() + zone)
  }

  static func zoned(local: OracleTimestamp, offset: Int) throws -> Value {
    zoned(utc: try local.adding(seconds: -offset * 60), offset: offset)
  }

  /// A RAW from bytes or hexadecimal text.
  func raw(_ value: Value) throws -> Value {
    switch value.type {
    case .null, .raw: return value
    case .longRaw: return value.bytes.isEmpty ? .null : Value(type: .raw, bytes: value.bytes)
    case .blob: return value.bytes.isEmpty ? .null : Value(type: .raw, bytes: value.bytes)
    case .varchar, .char, .long, .clob: return Value(type: .raw, bytes: try Self.unhex(value.bytes))
    default: throw OracleError.inconsistentTypes(expected: "BINARY", got: value.type.name)
    }
  }

  /// Whether two types can be compared or one be stored as the other at all.
  static func converts(_ from: ValueType, to: ValueType) -> Bool {
    if from == .null || to == .null || from == to || from.isText || to == .varchar {
      return to != .blob || !from.isText
    }
    if from.isNumeric { return to.isNumeric || (to.isText && to != .clob) }
    if from.isTemporal { return to.isTemporal || (to.isText && to != .clob) }
    switch from {
    case .raw: return to.isText || to == .blob || to == .longRaw
    case .boolean: return to == .number || (to.isText && to != .clob)
    case .urowid: return to.isText || to == .rowid
    case .json: return to.isText
    case .blob: return to == .raw
    case .rowid: return to.isText || to == .urowid
    case .intervalDS, .intervalYM: return to.isText
    default: return false
    }
  }
}

extension String {
  func trimmingBlanks() -> String {
    var view = self[...]
    while view.first?.isWhitespace == true { view = view.dropFirst() }
    while view.last?.isWhitespace == true { view = view.dropLast() }
    return String(view)
  }
}
