import OracleSQL
import OracleWire

/// Comparison of values of any types, with Oracle's implicit conversions.
enum Comparison {
  /// Compares two values that are not NULL: negative, zero or positive.
  ///
  /// - Throws: ORA-01722 and kin when text must be converted and can't, ORA-00932 for types that don't compare.
  static func order(_ left: Value, _ right: Value, _ rules: ConversionRules) throws -> Int {
    let a = left.type
    let b = right.type
    if a == b {
      switch a {
      case .char: return ValueOrder.blankPadded(left.bytes, right.bytes)
      case .clob, .blob, .long: throw OracleError.inconsistentTypes(expected: "-", got: a.name)
      case .timestampTZ: return ValueOrder.bytes(Array(left.bytes.prefix(11)), Array(right.bytes.prefix(11)))
      case .rowid: return rowIDOrder(left.bytes, right.bytes)
      default: return ValueOrder.bytes(left.bytes, right.bytes)
      }
    }
    if a.isText, b.isText {
      if a == .clob || b == .clob { throw OracleError.inconsistentTypes(expected: "-", got: "CLOB") }
      return ValueOrder.bytes(left.bytes, right.bytes)
    }
    if a.isNumeric || b.isNumeric {
      if a == .binaryDouble || b == .binaryDouble || a == .binaryFloat || b == .binaryFloat {
        return ValueOrder.bytes(
          Value(double: try rules.double(left)).bytes, Value(double: try rules.double(right)).bytes)
      }
      return ValueOrder.bytes(try rules.number(left).bytes, try rules.number(right).bytes)
    }
    if a.isTemporal || b.isTemporal { return try temporalOrder(left, right, rules) }
    if a == .raw || b == .raw { return ValueOrder.bytes(try rules.raw(left).bytes, try rules.raw(right).bytes) }
    if a == .urowid || b == .urowid { return ValueOrder.bytes(left.bytes, right.bytes) }
    if a == .rowid || b == .rowid { return rowIDOrder(left.bytes, right.bytes) }
    throw OracleError.inconsistentTypes(expected: a.name, got: b.name)
  }

  private static func temporalOrder(_ left: Value, _ right: Value, _ rules: ConversionRules) throws -> Int {
    if left.type == .timestampTZ || right.type == .timestampTZ || left.type == .timestampLTZ
      || right.type == .timestampLTZ
    {
      let a = try rules.timestampTZ(left)
      let b = try rules.timestampTZ(right)
      return ValueOrder.bytes(Array(a.bytes.prefix(11)), Array(b.bytes.prefix(11)))
    }
    if left.type == .timestamp || right.type == .timestamp {
      return ValueOrder.bytes(try rules.timestamp(left).bytes, try rules.timestamp(right).bytes)
    }
    return ValueOrder.bytes(try rules.date(left).bytes, try rules.date(right).bytes)
  }

  private static func rowIDOrder(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard let a = StandInRowID(text: left), let b = StandInRowID(text: right) else {
      return ValueOrder.bytes(left, right)
    }
    let x = (a.object, UInt32(a.file), a.block, UInt32(a.slot))
    let y = (b.object, UInt32(b.file), b.block, UInt32(b.slot))
    return x == y ? 0 : x < y ? -1 : 1
  }

  /// Three-valued comparison; unknown when a side is NULL.
  static func holds(
    _ comparison: BinaryOperator, _ left: Value, _ right: Value, _ rules: ConversionRules
  ) throws -> Bool? {
    if left.isNull || right.isNull { return nil }
    let order = try order(left, right, rules)
    switch comparison {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    case .add, .subtract, .multiply, .divide: return nil
    }
  }

  /// Whether values of two static types can be compared at all.
  static func checkComparable(_ left: ColumnType, _ right: ColumnType, at position: Int) throws {
    let a = left.base
    let b = right.base
    if a == .null || b == .null { return }
    if a == .long || b == .long { throw OracleError.illegalLong(at: position) }
    if a.isLOB || b.isLOB {
      throw OracleError.inconsistentTypes(expected: "-", got: (a.isLOB ? a : b).name, at: position)
    }
    if a.isText || b.isText { return }
    if a.isNumeric && b.isNumeric || a.isTemporal && b.isTemporal || a == b { return }
    throw OracleError.inconsistentTypes(expected: a.name, got: b.name, at: position)
  }

  /// How values of two types are brought to bytes that are equal when the values are; nil when that isn't known.
  enum KeyForm { case number, plain, padded, date, timestamp }

  static func keyForm(_ left: ColumnType, _ right: ColumnType) -> KeyForm? {
    switch (left.base, right.base) {
    case (.number, .number): return .number
    case (.number, let other) where other.isText && other != .clob && other != .long: return .number
    case (let other, .number) where other.isText && other != .clob && other != .long: return .number
    case (.char, .char): return .padded
    case (.varchar, .varchar), (.varchar, .char), (.char, .varchar), (.raw, .raw), (.rowid, .rowid): return .plain
    case (.rowid, .varchar), (.varchar, .rowid), (.rowid, .char), (.char, .rowid): return .plain
    case (.date, .date): return .date
    case (.timestamp, .timestamp), (.timestamp, .date), (.date, .timestamp): return .timestamp
    default: return nil
    }
  }

  /// Appends a value in such a form, with its length in front.
  static func appendKey(
    _ value: Value, _ form: KeyForm, _ rules: ConversionRules, to key: inout [UInt8]
  ) throws {
    var bytes = value.bytes
    switch form {
    case .number where value.type != .number: bytes = try rules.number(value).bytes
    case .date where value.type != .date: bytes = try rules.date(value).bytes
    case .timestamp where value.type != .timestamp: bytes = try rules.timestamp(value).bytes
    case .padded: while bytes.last == 0x20 { bytes.removeLast() }
    default: break
    }
    key.append(UInt8(truncatingIfNeeded: bytes.count >> 8))
    key.append(UInt8(truncatingIfNeeded: bytes.count))
    key.append(contentsOf: bytes)
  }
}

/// Bytes that sort and group like the values they were made of.
enum SortKey {
  /// Appends a value: a byte for NULL or not, the bytes with 00 escaped, and an end; all inverted for DESC.
  static func append(
    _ value: Value, isDescending: Bool = false, nullsFirst: Bool = false, to key: inout [UInt8]
  ) {
    if value.isNull {
      key.append(nullsFirst ? 0 : 2)
      return
    }
    key.append(1)
    let mask: UInt8 = isDescending ? 0xFF : 0
    var bytes = value.bytes[...]
    switch value.type {
    case .char: while bytes.last == 0x20 { bytes = bytes.dropLast() }
    case .timestampTZ: bytes = bytes.prefix(11)
    // The letters of an address do not sort as its numbers do.
    case .rowid: bytes = (RowAddress(text: value.bytes)?.universalBytes ?? value.bytes)[...]
    default: break
    }
    for byte in bytes {
      key.append(byte ^ mask)
      if byte == 0 { key.append(0xFF ^ mask) }
    }
    key.append(0 ^ mask)
    key.append(0 ^ mask)
  }
}
