import Model
import OracleSQL

/// Arithmetic and functions of dates.
extension ExpressionTranslator {
  /// `date + days`, `date - date`, `timestamp + interval`.
  func dateArithmetic(
    _ operation: BinaryOperator, _ left: TranslatedExpression, _ right: TranslatedExpression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let isNullable = left.isNullable || right.isNullable
    switch (left.type, right.type, operation) {
    case (.date, .number, .add), (.date, .number, .subtract), (.date, .null, .add), (.date, .null, .subtract),
      (.date, .text, .add), (.date, .text, .subtract):
      let days = Self.days(try asNumber(right))
      return TranslatedExpression(
        sql: "\(left.operand) \(operation.rawValue) \(days)", type: .date, isNullable: isNullable)
    case (.number, .date, .add):
      return TranslatedExpression(
        sql: "\(right.operand) + \(Self.days(left))", type: .date, isNullable: isNullable)
    case (.timestamp, .number, _), (.instant, .number, _), (.number, .timestamp, .add), (.number, .instant, .add):
      // Oracle makes a DATE of the timestamp first.
      let (moment, number) = left.type == .number ? (right, left) : (left, right)
      return try dateArithmetic(operation, try asDate(moment), number)
    case (.date, .date, .subtract):
      // Days, as a number with a fraction.
      let seconds = "EXTRACT(EPOCH FROM (\(left.operand) - \(right.operand)))"
      return TranslatedExpression(
        sql: "\(seconds) / round(86400::numeric, \(Self.quotientScale))", type: .number, isNullable: isNullable,
        isNumeric: true)
    case (.date, .months, .add), (.date, .months, .subtract), (.date, .duration, .add), (.date, .duration, .subtract),
      (.timestamp, .months, .add), (.timestamp, .months, .subtract), (.timestamp, .duration, .add),
      (.timestamp, .duration, .subtract):
      return TranslatedExpression(
        sql: "\(left.operand) \(operation.rawValue) \(right.operand)", type: left.type, isNullable: isNullable)
    case (.timestamp, .timestamp, .subtract), (.timestamp, .date, .subtract), (.date, .timestamp, .subtract),
      (.instant, .instant, .subtract):
      return TranslatedExpression(
        sql: "\(left.operand) - \(right.operand)", type: .duration, isNullable: isNullable)
    default: throw ConversionRefusal("arithmetic with dates and something other than days and intervals")
    }
  }

  /// A timestamp as DATE: to the second.
  func asDate(_ value: TranslatedExpression) throws(ConversionRefusal) -> TranslatedExpression {
    switch value.type {
    case .date: return value
    case .null: return .atom("CAST(NULL AS timestamp(0))", .date)
    case .timestamp: return .atom("date_trunc('second', \(value.sql))", .date, isNullable: value.isNullable)
    case .instant:
      guard let local = value.localTime else {
        throw ConversionRefusal("a timestamp with time zone is used as DATE, whose zone is not kept")
      }
      return .atom("date_trunc('second', \(local.sql))", .date, isNullable: value.isNullable)
    default: throw ConversionRefusal("something that is no date is used as one")
    }
  }

  /// `instant AT TIME ZONE zone`: the same instant, read as local time of the zone.
  mutating func atTimeZone(_ operand: Expression, _ zone: Expression?) throws(ConversionRefusal) -> TranslatedExpression
  {
    var instant = try value(operand)
    guard instant.type == .instant, let zone, let name = try value(zone).literal else {
      throw ConversionRefusal("AT TIME ZONE of a time without zone, or with a zone that is no literal")
    }
    var sql = PostgresLiteral.quoted(name)
    if let first = name.first, first == "+" || first == "-" {
      // As a text it would count to the west, as POSIX does.
      let fields = name.dropFirst().split(separator: ":")
      guard (1...2).contains(fields.count), fields.allSatisfy({ DateTimeText.digits($0, 1...2) != nil }) else {
        throw ConversionRefusal("AT TIME ZONE with an offset that is not of the form +HH:MI")
      }
      sql = "INTERVAL '\(first)\(fields[0]):\(fields.count == 2 ? fields[1] : "00")'"
    }
    instant.localTime = .init(sql: "(\(instant.operand) AT TIME ZONE \(sql))", isOfServer: false, zone: name)
    return instant
  }

  /// A number of days as an interval, to the second as DATE is.
  private static func days(_ number: TranslatedExpression) -> String {
    if let literal = number.literal, let days = Int32(literal) { return "INTERVAL '\(days) days'" }
    if number.literal == nil, !number.isNumeric, number.isAtomic {
      return "make_interval(days => \(number.sql)::integer)"
    }
    return "make_interval(secs => round(\(number.numericOperand) * 86400)::double precision)"
  }

  /// A number of months, as Oracle truncates it, perhaps with more added.
  private mutating func months(_ expression: Expression) throws(ConversionRefusal) -> (months: String, next: String) {
    let count = try integer(try value(expression))
    if let literal = Int32(count) {
      return ("INTERVAL '\(literal) months'", "INTERVAL '\(Int(literal) + 1) months'")
    }
    return ("make_interval(months => \(count))", "make_interval(months => \(count) + 1)")
  }

  /// ADD_MONTHS, MONTHS_BETWEEN, LAST_DAY, NEXT_DAY and what makes intervals.
  mutating func dateFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("ADD_MONTHS", 2):
      let date = try asDate(try value(arguments[0]))
      let count = try months(arguments[1])
      // The last day of a month goes to the last day.
      let last =
        "date_trunc('month', \(date.sql)) + \(count.next) - INTERVAL '1 day' + \(Self.timeOfDay(date))"
      return .atom(
        "CASE WHEN EXTRACT(DAY FROM \(date.operand) + INTERVAL '1 day') = 1 THEN \(last) "
          + "ELSE \(date.operand) + \(count.months) END", .date, isNullable: true)
    case ("MONTHS_BETWEEN", 2):
      return Self.monthsBetween(try asDate(try value(arguments[0])), try asDate(try value(arguments[1])))
    case ("LAST_DAY", 1):
      let date = try asDate(try value(arguments[0]))
      return TranslatedExpression(
        sql: "date_trunc('month', \(date.sql)) + INTERVAL '1 month' - INTERVAL '1 day' + \(Self.timeOfDay(date))",
        type: .date, isNullable: date.isNullable)
    case ("NEXT_DAY", 2):
      let date = try asDate(try value(arguments[0]))
      guard let text = try value(arguments[1]).literal, let day = Self.weekday(text) else {
        throw ConversionRefusal("NEXT_DAY with a day that is no literal in English")
      }
      return TranslatedExpression(
        sql: "\(date.operand) + make_interval(days => (\(day + 6) - EXTRACT(DOW FROM \(date.sql))::integer) % 7 + 1)",
        type: .date, isNullable: date.isNullable)
    case ("NUMTODSINTERVAL", 2):
      let number = try number(arguments[0])
      let seconds = ["DAY": 86400, "HOUR": 3600, "MINUTE": 60, "SECOND": 1]
      guard let unit = try value(arguments[1]).literal, let factor = seconds[unit.uppercased()] else {
        throw ConversionRefusal("NUMTODSINTERVAL with a unit that is no literal")
      }
      return .atom(
        "make_interval(secs => (\(number.numericOperand) * \(factor))::double precision)", .duration,
        isNullable: number.isNullable)
    case ("NUMTOYMINTERVAL", 2):
      let number = try number(arguments[0])
      guard let unit = try value(arguments[1]).literal, let factor = ["YEAR": 12, "MONTH": 1][unit.uppercased()] else {
        throw ConversionRefusal("NUMTOYMINTERVAL with a unit that is no literal")
      }
      return .atom(
        "make_interval(months => round(\(number.numericOperand) * \(factor))::integer)", .months,
        isNullable: number.isNullable)
    default: return nil
    }
  }

  private static func timeOfDay(_ date: TranslatedExpression) -> String {
    "(\(date.operand) - date_trunc('day', \(date.sql)))"
  }

  /// Whole months when both days are the same or both the last of their month; else a month's fraction counts 31 days.
  private static func monthsBetween(
    _ left: TranslatedExpression, _ right: TranslatedExpression
  ) -> TranslatedExpression {
    func field(_ name: String, _ date: TranslatedExpression) -> String { "EXTRACT(\(name) FROM \(date.sql))" }
    func isLast(_ date: TranslatedExpression) -> String {
      "EXTRACT(DAY FROM \(date.operand) + INTERVAL '1 day') = 1"
    }
    func sinceMonth(_ date: TranslatedExpression) -> String {
      "EXTRACT(EPOCH FROM (\(date.operand) - date_trunc('month', \(date.sql))))"
    }
    let months =
      "(\(field("YEAR", left)) - \(field("YEAR", right))) * 12 + \(field("MONTH", left)) - \(field("MONTH", right))"
    let isWhole = "\(field("DAY", left)) = \(field("DAY", right)) OR (\(isLast(left)) AND \(isLast(right)))"
    let fraction = "(\(sinceMonth(left)) - \(sinceMonth(right))) / round(2678400::numeric, \(quotientScale))"
    return TranslatedExpression(
      sql: "\(months) + CASE WHEN \(isWhole) THEN 0 ELSE \(fraction) END", type: .number,
      isNullable: left.isNullable || right.isNullable, isNumeric: true)
  }

  /// The number of a weekday as PostgreSQL counts: Sunday is 0.
  private static func weekday(_ text: String) -> Int? {
    let names = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"]
    let name = text.uppercased()
    return names.firstIndex { $0 == name || $0.prefix(3) == name }
  }

  /// TRUNC and ROUND of a date, to the day unless a format says otherwise.
  mutating func cutDate(
    _ name: String, _ moment: TranslatedExpression, _ format: Expression?
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let date = try asDate(moment)
    // Cutting makes the second's fraction meaningless anyway.
    let sql = moment.type == .timestamp ? moment.sql : date.sql
    let operand = moment.type == .timestamp ? moment.operand : date.operand
    var field = "day"
    if let format {
      let mask = try value(format).literal
      if name == "TRUNC", let week = Self.week(mask, sql) { return .atom(week, .date, isNullable: date.isNullable) }
      field = try Self.truncationField(mask)
    }
    if name == "ROUND" {
      let shift: String
      switch field {
      case "day": shift = "INTERVAL '12 hours'"
      case "hour": shift = "INTERVAL '30 minutes'"
      case "minute": shift = "INTERVAL '30 seconds'"
      case "year": shift = "INTERVAL '6 months'"
      case "month":
        shift = "CASE WHEN EXTRACT(DAY FROM \(sql)) >= 16 THEN INTERVAL '1 month' ELSE INTERVAL '0 days' END"
        return .atom(
          "date_trunc('month', date_trunc('month', \(sql)) + \(shift))", .date, isNullable: date.isNullable)
      default: throw ConversionRefusal("ROUND of a date to a format that is not converted")
      }
      return .atom("date_trunc('\(field)', \(operand) + \(shift))", .date, isNullable: date.isNullable)
    }
    return .atom("date_trunc('\(field)', \(sql))", .date, isNullable: date.isNullable)
  }

  /// TRUNC to the weekday on which the year (WW) or the month (W) began.
  private static func week(_ mask: String?, _ sql: String) -> String? {
    switch mask?.uppercased() {
    case "WW":
      return "(date_trunc('year', \(sql)) + make_interval(days => (EXTRACT(DOY FROM \(sql))::integer - 1) / 7 * 7))"
    case "W":
      return "(date_trunc('month', \(sql)) + make_interval(days => (EXTRACT(DAY FROM \(sql))::integer - 1) / 7 * 7))"
    default: return nil
    }
  }

  /// PostgreSQL's field for a format of TRUNC; weeks start on other days by NLS_TERRITORY, but IW on Monday.
  static func truncationField(_ format: String?) throws(ConversionRefusal) -> String {
    switch format?.uppercased() {
    case "DD", "DDD", "J": return "day"
    case "MM", "MON", "MONTH", "RM": return "month"
    case "Q": return "quarter"
    case "YYYY", "YEAR", "YYY", "YY", "Y", "SYYYY", "SYEAR": return "year"
    case "IW": return "week"
    case "HH", "HH12", "HH24": return "hour"
    case "MI": return "minute"
    default: throw ConversionRefusal("TRUNC of a date to a format that is not converted")
    }
  }
}
