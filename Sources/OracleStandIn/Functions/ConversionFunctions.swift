import OracleSQL
import OracleWire

/// TO_CHAR, TO_DATE and the other conversions.
enum ConversionFunctions {
  private static func model(_ values: [Value], _ rules: ConversionRules) throws -> [UInt8]? {
    values.count > 1 && !values[1].isNull ? try rules.text(values[1]) : nil
  }

  private static let toChar = ScalarFunction(
    arguments: 1...3,
    type: { arguments in
      guard let first = arguments.first?.type, arguments.count == 1 else { return .varchar(75) }
      return first.base == .clob ? first : .varchar(max(1, TextFunctions.textLength(first)))
    }
  ) { values, execution in
    let rules = execution.rules
    guard let model = try model(values, rules) else { return Value(text: try rules.text(values[0])) }
    if values[0].type.isTemporal {
      let format = try rules.formats.format(model)
      return Value(text: try format.print(rules.fields(values[0]), offsetMinutes: rules.offset(values[0])))
    }
    if values[0].type.isInterval { return Value(text: try rules.text(values[0])) }
    let number = try rules.number(values[0]).number
    let upper = String(decoding: model, as: UTF8.self).uppercased()
    if upper == "TM" || upper == "TM9" || upper == "TME" {
      return Value(text: Array(NumberArithmetic.textMinimum(number, isScientific: upper == "TME").utf8))
    }
    return Value(try NumberFormat(model).print(number))
  }

  private static let toDate = ScalarFunction(arguments: 1...3, type: { _ in .date }) { values, execution in
    let rules = execution.rules
    if values[0].type.isTemporal, values.count == 1 { return try rules.date(values[0]) }
    let format = try rules.formats.format(model(values, rules) ?? rules.dateFormat)
    return Value(date: withoutFraction(try format.parse(rules.text(values[0]), now: rules.now).0))
  }

  private static func withoutFraction(_ timestamp: OracleTimestamp) -> OracleTimestamp {
    var date = timestamp
    date.nanosecond = 0
    return date
  }

  private static let toTimestamp = ScalarFunction(
    arguments: 1...3, type: { _ in ColumnType(base: .timestamp, precision: 9) }
  ) { values, execution in
    let rules = execution.rules
    if values[0].type.isTemporal { return try rules.timestamp(values[0]) }
    let format = try rules.formats.format(model(values, rules) ?? rules.timestampFormat)
    return Value(timestamp: try format.parse(rules.text(values[0]), now: rules.now).0)
  }

  private static let toTimestampTZ = ScalarFunction(
    arguments: 1...3, type: { _ in ColumnType(base: .timestampTZ, precision: 9) }
  ) { values, execution in
    let rules = execution.rules
    if values[0].type.isTemporal { return try rules.timestampTZ(values[0]) }
    let format = try rules.formats.format(model(values, rules) ?? rules.timestampTZFormat)
    let (local, offset) = try format.parse(rules.text(values[0]), now: rules.now)
    return try ConversionRules.zoned(local: local, offset: offset ?? rules.zoneOffset)
  }

  private static let toNumber = ScalarFunction(arguments: 1...3, type: { _ in .number }) { values, execution in
    let rules = execution.rules
    guard let model = try model(values, rules) else { return try rules.number(values[0]) }
    return Value(try NumberFormat(model).parse(rules.text(values[0])))
  }

  private static let dump = ScalarFunction(arguments: 1...4, type: { _ in .varchar(4000) }, isStrict: false) {
    values, execution in
    let value = values[0]
    guard !value.isNull else { return Value("NULL") }
    let base = values.count > 1 ? try TextFunctions.integer(values[1], execution) : 10
    let code = value.type == .date ? 12 : Int(value.type.typeCode.rawValue)
    let start = values.count > 2 ? max(1, try TextFunctions.integer(values[2], execution)) : 1
    let count = values.count > 3 ? max(0, try TextFunctions.integer(values[3], execution)) : value.bytes.count
    let shown = value.bytes.dropFirst(start - 1).prefix(count)
    let set =
      base >= 1000 && value.type.isText
      ? " CharacterSet=\(execution.session.database.configuration.characterSet.rawValue)" : ""
    let radix = base % 1000 == 16 ? 16 : base % 1000 == 8 ? 8 : 10
    let bytes = shown.map { String($0, radix: radix) }.joined(separator: ",")
    return Value("Typ=\(code) Len=\(value.bytes.count)\(set): \(bytes)")
  }

  static let table: [String: ScalarFunction] = [
    "TO_CHAR": toChar,
    "TO_NCHAR": toChar,
    "TO_DATE": toDate,
    "TO_TIMESTAMP": toTimestamp,
    "TO_TIMESTAMP_TZ": toTimestampTZ,
    "TO_NUMBER": toNumber,
    "TO_BINARY_DOUBLE": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .binaryDouble) }) {
      Value(double: try $1.rules.double($0[0]))
    },
    "TO_BINARY_FLOAT": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .binaryFloat) }) {
      Value(float: Float(try $1.rules.double($0[0])))
    },
    "TO_CLOB": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .clob) }) {
      Value(type: .clob, bytes: try $1.rules.text($0[0]))
    },
    "TO_NCLOB": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .clob) }) {
      Value(type: .clob, bytes: try $1.rules.text($0[0]))
    },
    "TO_BLOB": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .blob) }) {
      Value(type: .blob, bytes: try $1.rules.raw($0[0]).bytes)
    },
    "EMPTY_CLOB": ScalarFunction(arguments: 0...0, type: { _ in ColumnType(base: .clob) }) { _, _ in
      Value(type: .clob, bytes: [])
    },
    "EMPTY_BLOB": ScalarFunction(arguments: 0...0, type: { _ in ColumnType(base: .blob) }) { _, _ in
      Value(type: .blob, bytes: [])
    },
    "RAWTOHEX": ScalarFunction(
      arguments: 1...1, type: { .varchar(min(4000, max(1, ($0.first?.type.length ?? 0) * 2))) }
    ) { values, execution in
      Value(text: ConversionRules.hex(values[0].type == .raw ? values[0].bytes : try execution.rules.text(values[0])))
    },
    "HEXTORAW": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .raw, length: 2000) }) {
      let bytes = try ConversionRules.unhex($1.rules.text($0[0]))
      return bytes.isEmpty ? .null : Value(type: .raw, bytes: bytes)
    },
    "ROWIDTOCHAR": ScalarFunction(arguments: 1...1, type: { _ in .varchar(18) }) { values, _ in
      Value(text: values[0].bytes)
    },
    "CHARTOROWID": ScalarFunction(arguments: 1...1, type: { _ in ColumnType(base: .rowid) }) { values, execution in
      try ColumnStore.convert(values[0], to: ColumnType(base: .rowid), execution.rules)
    },
    "UNISTR": ScalarFunction(arguments: 1...1, type: { _ in .varchar(4000) }) { values, execution in
      Value(try unescaped(String(decoding: execution.rules.text(values[0]), as: UTF8.self)))
    },
    "DUMP": dump,
  ]

  /// UNISTR: `\XXXX` is a UTF-16 unit, `\\` a backslash.
  private static func unescaped(_ text: String) throws -> String {
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C else {
        units.append(unit)
        continue
      }
      if rest.first == 0x5C {
        units.append(0x5C)
        rest = rest.dropFirst()
        continue
      }
      let digits = String(decoding: rest.prefix(4), as: UTF16.self)
      guard digits.count == 4, let value = UInt16(digits, radix: 16) else {
        throw OracleError(code: 30186, message: "'\\' must be followed by four hexdecimal characters or another '\\'")
      }
      units.append(value)
      rest = rest.dropFirst(4)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
