import Model
import OracleSQL

extension ExpressionTranslator {
  /// SYSDATE and its kin: clocks, in defaults and queries only.
  mutating func niladic(
    _ function: NiladicFunction, _ precision: Int? = nil
  ) throws(ConversionRefusal) -> TranslatedExpression {
    if function == .rownum { return try rowNumber() }
    if function == .level { return try level() }
    let refusal = ConversionRefusal("\(function.rawValue) is not converted")
    guard context.allowsVolatile else { throw refusal }
    let clock = try self.clock(precision)
    if function != .user { usesClock = true }
    switch function {
    case .sysdate:
      usesServerClock = true
      let zone = PostgresLiteral.quoted(context.serverTimeZone)
      return .atom("date_trunc('second', \(clock) AT TIME ZONE \(zone))", .date, isNullable: false)
    case .systimestamp, .currentTimestamp:
      let isOfServer = function == .systimestamp
      let zone = PostgresLiteral.quoted(context.serverTimeZone)
      var result = TranslatedExpression.atom(clock, .instant, isNullable: false)
      result.localTime = .init(
        sql: isOfServer ? "\(clock) AT TIME ZONE \(zone)" : "\(clock)::timestamp",
        isOfServer: isOfServer)
      return result
    case .currentDate:
      return .atom("date_trunc('second', \(clock)::timestamp)", .date, isNullable: false)
    case .localTimestamp: return .atom("\(clock)::timestamp", .timestamp, isNullable: false)
    case .user where context.catalogue != nil:
      remarks.append("USER is the name of PostgreSQL's session user in upper case")
      return .atom("upper(session_user::text)", .text(.variable), isNullable: false)
    default: throw refusal
    }
  }

  /// The clock to as many digits of a second as `SYSTIMESTAMP(3)` and its kin ask for.
  private mutating func clock(_ precision: Int?) throws(ConversionRefusal) -> String {
    guard let precision, precision != 6 else { return context.clock }
    guard precision < 6 else {
      throw ConversionRefusal("a clock of \(precision) digits of a second, of which PostgreSQL has 6")
    }
    remarks.append("a clock of \(precision) digits of a second is rounded to them")
    return "CAST(\(context.clock) AS timestamp(\(precision)) with time zone)"
  }

  /// EXTRACT from a date or timestamp.
  mutating func extract(
    _ field: DateTimeField, _ expression: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(expression)
    switch (field, subject.type) {
    case (.year, .instant), (.month, .instant), (.day, .instant), (.hour, .instant), (.minute, .instant),
      (.second, .instant):
      guard case .timestampWithTimeZone = subject.oracleType else { break }
      // Oracle reads the fields of such a value in UTC.
      return .atom(
        "EXTRACT(\(field.rawValue) FROM \(subject.operand) AT TIME ZONE 'UTC')", .number,
        isNullable: subject.isNullable,
        isNumeric: true)
    case (.year, .months), (.month, .months), (.day, .duration), (.hour, .duration), (.minute, .duration),
      (.second, .duration):
      return .atom(
        "EXTRACT(\(field.rawValue) FROM justify_hours(\(subject.sql)))", .number, isNullable: subject.isNullable,
        isNumeric: true)
    case (.year, .date), (.month, .date), (.day, .date), (.year, .timestamp), (.month, .timestamp), (.day, .timestamp),
      (.hour, .timestamp), (.minute, .timestamp), (.second, .timestamp):
      return .atom(
        "EXTRACT(\(field.rawValue) FROM \(subject.sql))", .number, isNullable: subject.isNullable, isNumeric: true)
    default: break
    }
    throw ConversionRefusal("EXTRACT(\(field.rawValue)) from something other than DATE or TIMESTAMP")
  }

  /// EMPTY_CLOB, EMPTY_BLOB, SYS_GUID, HEXTORAW.
  mutating func constructor(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("EMPTY_CLOB", 0): return .atom("''", .text(.largeObject), isNullable: false)
    case ("EMPTY_BLOB", 0): return .atom("'\\x'::bytea", .bytes, isNullable: false)
    case ("SYS_GUID", 0) where context.allowsVolatile:
      remarks.append("SYS_GUID() becomes 16 random bytes")
      return .atom(Self.randomBytes, .bytes, isNullable: false)
    case ("SYS_CONTEXT", 2) where context.catalogue != nil:
      let names = ["SESSION_USER": "session_user", "CURRENT_USER": "current_user", "CURRENT_SCHEMA": "current_schema"]
      guard try value(arguments[0]).literal?.uppercased() == "USERENV",
        let name = try value(arguments[1]).literal?.uppercased(), let function = names[name]
      else { throw ConversionRefusal("SYS_CONTEXT of something that PostgreSQL doesn't know") }
      if context.program != nil, name != "SESSION_USER", !context.owner.isEmpty {
        // A program runs with the rights of its owner.
        return Self.textLiteral(context.owner)
      }
      remarks.append("\(name) is that of PostgreSQL's session in upper case")
      return .atom("upper(\(function)::text)", .text(.variable))
    case ("SYS_EXTRACT_UTC", 1):
      let subject = try value(arguments[0])
      guard subject.type == .instant else { throw ConversionRefusal("SYS_EXTRACT_UTC of a time without zone") }
      return TranslatedExpression(
        sql: "\(subject.operand) AT TIME ZONE 'UTC'", type: .timestamp, isNullable: subject.isNullable)
    case ("RAWTOHEX", 1):
      let subject = try value(arguments[0])
      guard subject.type == .bytes else { throw ConversionRefusal("RAWTOHEX of something that is no RAW") }
      return .atom("upper(encode(\(subject.sql), 'hex'))", .text(.variable), isNullable: subject.isNullable)
    case ("HEXTORAW", 1):
      let digits = try text(arguments[0])
      if let literal = digits.literal { return try Self.bytes(hexadecimal: literal) }
      return .atom("decode(\(digits.sql), 'hex')", .bytes, isNullable: digits.isNullable)
    default: return nil
    }
  }

  /// Bytes written as an even number of hexadecimal digits.
  static func bytes(hexadecimal digits: String) throws(ConversionRefusal) -> TranslatedExpression {
    guard digits.utf8.count.isMultiple(of: 2), digits.allSatisfy(\.isHexDigit), digits.allSatisfy(\.isASCII) else {
      throw ConversionRefusal("a text that is not pairs of hexadecimal digits stands for RAW")
    }
    return .atom("'\\x\(digits.lowercased())'::bytea", .bytes, isNullable: false)
  }
}
