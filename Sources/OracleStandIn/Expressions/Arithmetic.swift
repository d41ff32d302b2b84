import OracleSQL
import OracleWire

/// The operators + - * / on values of any types.
enum Arithmetic {
  static func apply(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ rules: ConversionRules
  ) throws -> Value {
    if left.isNull || right.isNull { return .null }
    if left.type.isTemporal || right.type.isTemporal || left.type.isInterval || right.type.isInterval {
      return try temporal(operation, left, right, rules)
    }
    if left.type == .binaryDouble || right.type == .binaryDouble || left.type == .binaryFloat
      || right.type == .binaryFloat
    {
      return try double(operation, left, right, rules)
    }
    let a = try rules.number(left).number
    let b = try rules.number(right).number
    switch operation {
    case .add: return Value(try NumberArithmetic.add(a, b))
    case .subtract: return Value(try NumberArithmetic.subtract(a, b))
    case .multiply: return Value(try NumberArithmetic.multiply(a, b))
    default: return Value(try NumberArithmetic.divide(a, b))
    }
  }

  private static func double(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ rules: ConversionRules
  ) throws -> Value {
    let a = try rules.double(left)
    let b = try rules.double(right)
    let result: Double
    switch operation {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    default: result = a / b
    }
    let isFloat = left.type != .binaryDouble && right.type != .binaryDouble
    return isFloat ? Value(float: Float(result)) : Value(double: result)
  }

  private static func temporal(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ rules: ConversionRules
  ) throws -> Value {
    switch (left.type, right.type) {
    case (.intervalDS, .intervalDS) where operation == .add || operation == .subtract:
      let a = try DayInterval(bytes: left.bytes)
      let b = try DayInterval(bytes: right.bytes)
      let sign = operation == .add ? 1 : -1
      return DayInterval(seconds: a.seconds + sign * b.seconds, nanoseconds: a.nanoseconds + sign * b.nanoseconds).value
    case (let type, .intervalDS) where type.isTemporal && (operation == .add || operation == .subtract):
      return try shifted(left, by: DayInterval(bytes: right.bytes), sign: operation == .add ? 1 : -1, rules)
    case (.intervalDS, let type) where type.isTemporal && operation == .add:
      return try shifted(right, by: DayInterval(bytes: left.bytes), sign: 1, rules)
    case (.intervalYM, .intervalYM) where operation == .add || operation == .subtract:
      let sign = operation == .add ? 1 : -1
      return try YearInterval(
        months: YearInterval(bytes: left.bytes).months + sign * YearInterval(bytes: right.bytes).months
      ).value
    case (let type, .intervalYM) where type.isTemporal && (operation == .add || operation == .subtract):
      return try moved(left, by: YearInterval(bytes: right.bytes), sign: operation == .add ? 1 : -1, rules)
    case (.intervalYM, let type) where type.isTemporal && operation == .add:
      return try moved(right, by: YearInterval(bytes: left.bytes), sign: 1, rules)
    case (.intervalYM, _) where operation == .multiply || operation == .divide:
      return try scaled(YearInterval(bytes: left.bytes), operation, rules.number(right).number)
    case (_, .intervalYM) where operation == .multiply:
      return try scaled(YearInterval(bytes: right.bytes), operation, rules.number(left).number)
    case (_, .intervalDS) where operation == .multiply:
      return try scaled(DayInterval(bytes: right.bytes), operation, rules.number(left).number)
    case (.intervalDS, _) where operation == .multiply || operation == .divide:
      return try scaled(DayInterval(bytes: left.bytes), operation, rules.number(right).number)
    case (let a, let b) where a.isTemporal && b.isTemporal && operation == .subtract:
      return try difference(left, right, rules)
    case (let type, _) where type.isTemporal && (operation == .add || operation == .subtract) && !right.type.isTemporal:
      return try moved(left, byDays: rules.number(right).number, sign: operation == .add ? 1 : -1, rules)
    case (_, let type) where type.isTemporal && operation == .add && !left.type.isTemporal:
      return try moved(right, byDays: rules.number(left).number, sign: 1, rules)
    case (let a, let b) where a.isTemporal && b.isTemporal:
      throw OracleError(code: 975, message: "date + date not allowed")
    default:
      throw OracleError.inconsistentTypes(
        expected: "NUMBER", got: left.type.isNumeric ? right.type.name : left.type.name)
    }
  }

  private static func scaled(
    _ interval: YearInterval, _ operation: BinaryOperator, _ factor: OracleNumber
  ) throws -> Value {
    let months = OracleNumber(interval.months)
    let result =
      operation == .multiply
      ? try NumberArithmetic.multiply(months, factor) : try NumberArithmetic.divide(months, factor)
    guard let whole = try NumberArithmetic.round(result, scale: 0, .towardZero).intValue else {
      throw YearInterval.tooSmall
    }
    return try YearInterval(months: whole).value
  }

  private static func moved(
    _ value: Value, by interval: YearInterval, sign: Int, _ rules: ConversionRules
  ) throws -> Value {
    let fields = try interval.added(to: rules.fields(value), sign: sign)
    switch value.type {
    case .date: return Value(date: fields)
    case .timestampTZ: return try ConversionRules.zoned(local: fields, offset: rules.offset(value) ?? 0)
    case .timestampLTZ:
      let utc = try fields.adding(seconds: -rules.zoneOffset * 60)
      return Value(type: .timestampLTZ, bytes: utc.timestampBytes())
    default: return Value(timestamp: fields)
    }
  }

  private static func scaled(
    _ interval: DayInterval, _ operation: BinaryOperator, _ factor: OracleNumber
  ) throws -> Value {
    let seconds = OracleNumber(interval.seconds)
    let exact = try NumberArithmetic.add(
      seconds, NumberArithmetic.divide(OracleNumber(interval.nanoseconds), OracleNumber(1_000_000_000)))
    let result =
      operation == .multiply ? try NumberArithmetic.multiply(exact, factor) : try NumberArithmetic.divide(exact, factor)
    let nanos = try NumberArithmetic.round(
      NumberArithmetic.multiply(result, OracleNumber(1_000_000_000)), scale: 0, .halfAwayFromZero)
    guard let whole = nanos.intValue else {
      throw OracleError(code: 1873, message: "the leading precision of the interval is too small")
    }
    return DayInterval(seconds: whole / 1_000_000_000, nanoseconds: whole % 1_000_000_000).value
  }

  /// A datetime plus days: a DATE, as Oracle makes of TIMESTAMP plus NUMBER too.
  private static func moved(
    _ value: Value, byDays days: OracleNumber, sign: Int, _ rules: ConversionRules
  ) throws -> Value {
    let seconds = try NumberArithmetic.round(
      NumberArithmetic.multiply(days, OracleNumber(86400)), scale: 0, .halfAwayFromZero)
    guard let count = seconds.intValue, count.magnitude < 1_000_000_000_000 else {
      throw OracleError(code: 1841, message: "(full) year must be between -4713 and +9999, and not be 0")
    }
    return Value(date: try rules.fields(rules.date(value)).adding(seconds: sign * count))
  }

  private static func shifted(
    _ value: Value, by interval: DayInterval, sign: Int, _ rules: ConversionRules
  ) throws -> Value {
    guard var stored = value.timestamp else { return .null }
    var nanos = stored.nanosecond + sign * interval.nanoseconds
    var seconds = sign * interval.seconds
    if nanos < 0 {
      nanos += 1_000_000_000
      seconds -= 1
    } else if nanos >= 1_000_000_000 {
      nanos -= 1_000_000_000
      seconds += 1
    }
    stored.nanosecond = 0
    stored = try stored.adding(seconds: seconds)
    stored.nanosecond = nanos
    switch value.type {
    case .date: return Value(date: stored)
    case .timestampTZ: return ConversionRules.zoned(utc: stored, offset: rules.offset(value) ?? 0)
    default: return Value(type: value.type, bytes: stored.timestampBytes())
    }
  }

  /// DATE minus DATE in days, or an interval when a TIMESTAMP takes part.
  private static func difference(_ left: Value, _ right: Value, _ rules: ConversionRules) throws -> Value {
    if left.type == .date, right.type == .date, let a = left.timestamp, let b = right.timestamp {
      let seconds = (a.dayNumber - b.dayNumber) * 86400 + a.secondOfDay - b.secondOfDay
      if seconds % 86400 == 0 { return Value(seconds / 86400) }
      return Value(try NumberArithmetic.divide(OracleNumber(seconds), OracleNumber(86400)))
    }
    let zoned = left.type == .timestampTZ || right.type == .timestampTZ || left.type == .timestampLTZ
    let first = zoned ? try rules.timestampTZ(left).timestamp : try rules.timestamp(left).timestamp
    let second = zoned ? try rules.timestampTZ(right).timestamp : try rules.timestamp(right).timestamp
    guard let a = first, let b = second else { return .null }
    let seconds = (a.dayNumber - b.dayNumber) * 86400 + a.secondOfDay - b.secondOfDay
    return DayInterval(seconds: seconds, nanoseconds: a.nanosecond - b.nanosecond).value
  }

  /// The static type of an operation.
  static func type(
    _ operation: BinaryOperator, _ left: ColumnType, _ right: ColumnType, at position: Int
  ) throws -> ColumnType {
    let a = left.base
    let b = right.base
    if a.isTemporal && b.isTemporal {
      guard operation == .subtract else {
        throw OracleError(code: 975, message: "date + date not allowed", position: position)
      }
      return a == .date && b == .date ? .number : ColumnType(base: .intervalDS, precision: 9, scale: 9)
    }
    if a.isTemporal || b.isTemporal {
      let other = a.isTemporal ? b : a
      guard operation == .add || (operation == .subtract && a.isTemporal) else {
        throw OracleError.inconsistentTypes(expected: "NUMBER", got: a.isTemporal ? a.name : b.name, at: position)
      }
      return other.isInterval ? (a.isTemporal ? left : right) : .date
    }
    if a == .intervalYM || b == .intervalYM {
      let other = a == .intervalYM ? b : a
      let isScaling = operation == .multiply || (operation == .divide && a == .intervalYM)
      guard other == .intervalYM ? !isScaling && operation != .divide : isScaling && (other.isNumeric || other == .null)
      else { throw OracleError.inconsistentTypes(expected: "INTERVAL YEAR TO MONTH", got: other.name, at: position) }
      return ColumnType(base: .intervalYM, precision: 9)
    }
    if a == .intervalDS || b == .intervalDS { return ColumnType(base: .intervalDS, precision: 9, scale: 9) }
    for type in [a, b] where !(type.isNumeric || type.isText || type == .null) || type == .clob {
      throw OracleError.inconsistentTypes(expected: "NUMBER", got: type.name, at: position)
    }
    if a == .binaryDouble || b == .binaryDouble { return ColumnType(base: .binaryDouble) }
    if a == .binaryFloat || b == .binaryFloat { return ColumnType(base: .binaryFloat) }
    return .number
  }
}
