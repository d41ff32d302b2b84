import OracleWire

/// Brings values to the form in which a column holds them, or fails with Oracle's errors.
enum ColumnStore {
  /// Converts to a type's family without regard to lengths, for CASE, NVL and the output of queries.
  static func convert(_ value: Value, to type: ColumnType, _ rules: ConversionRules) throws -> Value {
    if value.type == type.base || value.isNull || type.base == .null { return value }
    switch type.base {
    case .varchar, .char, .long:
      return value.type.isText ? value : Value(text: try rules.text(value))
    case .clob: return value.type == .clob ? value : Value(text: try rules.text(value), type: .clob)
    case .number: return try rules.number(value)
    case .binaryDouble: return Value(double: try rules.double(value))
    case .binaryFloat: return Value(float: Float(try rules.double(value)))
    case .date: return try rules.date(value)
    case .timestamp: return try rules.timestamp(value)
    case .timestampTZ: return try rules.timestampTZ(value)
    case .timestampLTZ: return try rules.timestampLTZ(value)
    case .raw: return try rules.raw(value)
    case .blob: return Value(type: .blob, bytes: value.type == .blob ? value.bytes : try rules.raw(value).bytes)
    case .rowid:
      guard let rowID = StandInRowID(text: value.bytes) else { throw OracleError.badRowID }
      return Value(rowID: rowID)
    case .urowid:
      guard value.type.isText || value.type == .rowid, let rowID = StandInRowID(text: value.bytes) else {
        throw OracleError.badRowID
      }
      return Value(type: .urowid, bytes: rowID.textBytes)
    case .longRaw: return Value(type: .longRaw, bytes: value.type == .blob ? value.bytes : try rules.raw(value).bytes)
    case .boolean: return try rules.boolean(value)
    case .json: return try JSONImages.image(value, rules)
    case .intervalYM where value.type.isText:
      return try IntervalText.months(String(decoding: value.bytes, as: UTF8.self)).value
    case .intervalDS where value.type.isText:
      return try IntervalText.days(String(decoding: value.bytes, as: UTF8.self)).value
    case .vector where value.type.isText:
      return try VectorText.vector(value, type.precision ?? VectorColumns.code(.float32))
    case .xml where value.type.isText: return try XMLText.document(value.bytes)
    case .intervalDS, .intervalYM, .vector, .xml, .object, .cursor, .null:
      throw OracleError.inconsistentTypes(expected: type.base.name, got: value.type.name)
    }
  }

  /// CAST: conversion, rounding and cutting to length.
  static func cast(_ value: Value, to type: ColumnType, _ rules: ConversionRules) throws -> Value {
    let converted = try convert(value, to: type, rules)
    if converted.isNull { return converted }
    switch type.base {
    case .varchar, .char:
      let kept = cut(converted.bytes, to: type)
      return Value(text: type.base == .char ? padded(kept, to: type) : kept, type: type.base)
    default:
      return try fitted(converted, to: type) { _, _ in
        OracleError(code: 1438, message: "value larger than specified precision allowed for this column")
      }
    }
  }

  /// The bytes that a column holds for a value, nil for NULL; text is UTF-8 still.
  ///
  /// - Throws: ORA-12899, ORA-01438 and kin, naming the column where Oracle does.
  static func stored(
    _ value: Value, in column: Column, of table: Table, _ rules: ConversionRules
  ) throws -> Value {
    let type = column.type
    if value.isNull { return value }
    if value.type == .blob, type.base == .clob {
      throw OracleError.inconsistentTypes(expected: "CLOB", got: "BLOB")
    }
    if type.base == .blob, value.type.isText { return Value(type: .blob, bytes: try rules.raw(value).bytes) }
    if type.base == .number, !value.type.isNumeric, !value.type.isText {
      throw OracleError.inconsistentTypes(expected: "NUMBER", got: value.type.name)
    }
    let converted = try convert(value, to: type, rules)
    return try fitted(converted, to: type) { actual, maximum in
      tooLong(column, table, actual, maximum)
    }
  }

  private static func tooLong(_ column: Column, _ table: Table, _ actual: Int, _ maximum: Int) -> OracleError {
    OracleError(
      code: 12899,
      message: "value too large for column \(table.name.quoted).\"\(column.name)\" (actual: \(actual), "
        + "maximum: \(maximum))")
  }

  /// Characters of UTF-8, as lengths in CHAR count them.
  static func characterCount(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static func measure(_ bytes: [UInt8], _ type: ColumnType) -> Int {
    guard type.inCharacters || type.isNational else { return bytes.count }
    return characterCount(bytes)
  }

  /// Whether a text is no longer than a type lets it be.
  static func fits(_ value: Value, _ type: ColumnType) -> Bool {
    guard type.base == .varchar || type.base == .char else { return true }
    return measure(value.bytes, type) <= type.length
  }

  private static func cut(_ bytes: [UInt8], to type: ColumnType) -> [UInt8] {
    guard measure(bytes, type) > type.length else { return bytes }
    var end = 0
    var count = 0
    while end < bytes.count {
      var next = end + 1
      while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
      count += type.inCharacters || type.isNational ? 1 : next - end
      if count > type.length { break }
      end = next
    }
    return Array(bytes[..<end])
  }

  private static func padded(_ bytes: [UInt8], to type: ColumnType) -> [UInt8] {
    let missing = type.length - measure(bytes, type)
    return missing > 0 ? bytes + Array(repeating: 0x20, count: missing) : bytes
  }

  private static func fitted(
    _ value: Value, to type: ColumnType, tooLong: (Int, Int) -> OracleError
  ) throws -> Value {
    switch type.base {
    case .varchar:
      if value.bytes.count > type.length || type.isNational {
        let actual = measure(value.bytes, type)
        if actual > type.length { throw tooLong(actual, type.length) }
      }
      return value
    case .char:
      let actual = measure(value.bytes, type)
      if actual > type.length { throw tooLong(actual, type.length) }
      return actual == type.length ? value : Value(type: .char, bytes: padded(value.bytes, to: type))
    case .raw:
      if value.bytes.count > type.length { throw tooLong(value.bytes.count, type.length) }
      return value
    case .number: return try fittedNumber(value, type)
    case .timestamp, .timestampTZ, .timestampLTZ: return try fittedTimestamp(value, digits: type.precision ?? 6)
    case .vector:
      try VectorColumns.check(value, type)
      return value
    case .intervalYM:
      guard try YearInterval(bytes: value.bytes).fits(yearDigits: type.precision ?? 2) else {
        throw YearInterval.tooSmall
      }
      return value
    case .intervalDS:
      let interval = try DayInterval(bytes: value.bytes).rounded(fractionDigits: type.precision ?? 6)
      guard interval.fits(dayDigits: type.scale ?? 2) else { throw YearInterval.tooSmall }
      return interval.value
    default: return value
    }
  }

  private static func fittedNumber(_ value: Value, _ type: ColumnType) throws -> Value {
    if type.precision == nil, type.scale == nil { return value }
    if type.isFloat {
      return Value(try NumberArithmetic.roundToBinaryPrecision(value.number, bits: type.precision ?? 126))
    }
    let scale = type.scale ?? 0
    let precision = type.precision ?? 38
    if fitsAsItIs(value.bytes, precision: precision, scale: scale) { return value }
    let number = value.number
    let (digits, pointShift) = number.digits
    if digits.count - pointShift <= scale {
      // Nothing to round.
      if pointShift > precision - scale, !digits.isEmpty { throw precisionExceeded }
      return value
    }
    let rounded = try NumberArithmetic.round(number, scale: scale, .halfAwayFromZero)
    let again = rounded.digits
    if again.pointShift > precision - scale, !again.digits.isEmpty { throw precisionExceeded }
    return Value(rounded)
  }

  /// Whether a NUMBER has no digit too many on either side of the point, told from its bytes.
  private static func fitsAsItIs(_ bytes: [UInt8], precision: Int, scale: Int) -> Bool {
    guard bytes.count > 1 else { return bytes == [0x80] }
    let isNegative = bytes[0] < 0x80
    let exponent = Int(isNegative ? ~bytes[0] : bytes[0]) - 192
    let end = isNegative && bytes[bytes.count - 1] == 0x66 ? bytes.count - 1 : bytes.count
    guard end > 1 else { return false }
    let first = isNegative ? 101 - Int(bytes[1]) : Int(bytes[1]) - 1
    let last = isNegative ? 101 - Int(bytes[end - 1]) : Int(bytes[end - 1]) - 1
    let whole = 2 * exponent - (first < 10 ? 1 : 0)
    let fraction = 2 * (end - 1 - exponent) - (last % 10 == 0 ? 1 : 0)
    return whole <= precision - scale && fraction <= scale
  }

  private static let precisionExceeded = OracleError(
    code: 1438, message: "value larger than specified precision allowed for this column")

  private static func fittedTimestamp(_ value: Value, digits: Int) throws -> Value {
    guard digits < 9, value.bytes.count > 7, var fields = value.timestamp else { return value }
    var unit = 1
    for _ in digits..<9 { unit *= 10 }
    let rest = fields.nanosecond % unit
    if rest == 0 { return value }
    var nanos = fields.nanosecond - rest + (rest * 2 >= unit ? unit : 0)
    if nanos >= 1_000_000_000 {
      nanos -= 1_000_000_000
      fields = try fields.adding(seconds: 1)
    }
    fields.nanosecond = nanos
    if value.type == .timestampTZ {
      return Value(type: .timestampTZ, bytes: fields.fullTimestampBytes() + value.bytes.suffix(2))
    }
    return Value(type: value.type, bytes: fields.timestampBytes())
  }
}
