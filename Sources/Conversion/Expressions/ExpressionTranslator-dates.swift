import Model
import OracleSQL

extension ExpressionTranslator {
  /// SYSDATE and its kin: clocks, in defaults only.
  mutating func niladic(_ function: NiladicFunction) throws(ConversionRefusal) -> TranslatedExpression {
    let refusal = ConversionRefusal("\(function.rawValue) is not converted")
    guard context.allowsVolatile else { throw refusal }
    switch function {
    case .sysdate:
      usesServerClock = true
      let zone = PostgresLiteral.quoted(context.serverTimeZone)
      return .atom("date_trunc('second', clock_timestamp() AT TIME ZONE \(zone))", .date, isNullable: false)
    case .systimestamp, .currentTimestamp:
      let isOfServer = function == .systimestamp
      let zone = PostgresLiteral.quoted(context.serverTimeZone)
      var result = TranslatedExpression.atom("clock_timestamp()", .instant, isNullable: false)
      result.localTime = .init(
        sql: isOfServer ? "clock_timestamp() AT TIME ZONE \(zone)" : "clock_timestamp()::timestamp",
        isOfServer: isOfServer)
      return result
    case .currentDate:
      return .atom("date_trunc('second', clock_timestamp()::timestamp)", .date, isNullable: false)
    case .localTimestamp: return .atom("clock_timestamp()::timestamp", .timestamp, isNullable: false)
    default: throw refusal
    }
  }

  /// EXTRACT from a date or timestamp.
  mutating func extract(
    _ field: DateTimeField, _ expression: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(expression)
    switch (field, subject.type) {
    case (.year, .date), (.month, .date), (.day, .date), (.year, .timestamp), (.month, .timestamp), (.day, .timestamp),
      (.hour, .timestamp), (.minute, .timestamp), (.second, .timestamp):
      return .atom(
        "EXTRACT(\(field.rawValue) FROM \(subject.sql))", .number, isNullable: subject.isNullable, isNumeric: true)
    default: throw ConversionRefusal("EXTRACT(\(field.rawValue)) from something other than DATE or TIMESTAMP")
    }
  }

  /// TO_DATE of literals.
  mutating func dateFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    guard name == "TO_DATE" else { return nil }
    guard arguments.count == 2, let text = try value(arguments[0]).literal,
      let mask = try self.text(arguments[1]).literal
    else { throw ConversionRefusal("TO_DATE without a literal text and mask depends on NLS settings") }
    return Self.timestamp(try DateMask.read(text, mask: mask), type: .date)
  }

  /// TRUNC of a date.
  static func truncated(_ subject: TranslatedExpression, to field: String) -> TranslatedExpression {
    .atom("date_trunc('\(field)', \(subject.sql))", .date, isNullable: subject.isNullable)
  }

  /// PostgreSQL's field for a format of TRUNC; weeks start on other days by NLS_TERRITORY, but IW on Monday.
  static func truncationField(_ format: String?) throws(ConversionRefusal) -> String {
    switch format?.uppercased() {
    case "DD", "DDD", "J": return "day"
    case "MM", "MON", "MONTH", "RM": return "month"
    case "Q": return "quarter"
    case "YYYY", "YEAR", "YY", "Y", "SYYYY": return "year"
    case "IW": return "week"
    case "HH", "HH12", "HH24": return "hour"
    case "MI": return "minute"
    default: throw ConversionRefusal("TRUNC of a date to a format that is not converted")
    }
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
      return .atom("uuid_send(gen_random_uuid())", .bytes, isNullable: false)
    case ("HEXTORAW", 1):
      guard let digits = try text(arguments[0]).literal else {
        throw ConversionRefusal("HEXTORAW of something that is no literal")
      }
      return try Self.bytes(hexadecimal: digits)
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
