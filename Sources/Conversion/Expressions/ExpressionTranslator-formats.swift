import Model
import OracleSQL

/// TO_CHAR, TO_DATE, TO_TIMESTAMP and TO_NUMBER with formats.
extension ExpressionTranslator {
  mutating func formatFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("TO_CHAR", 2):
      let subject = try value(arguments[0])
      guard let mask = try value(arguments[1]).literal else {
        throw ConversionRefusal("TO_CHAR with a format that is no literal")
      }
      return subject.type.isDate ? try dateText(subject, mask) : try numberText(subject, mask)
    case ("TO_CHAR", 1): throw ConversionRefusal("TO_CHAR of a date without a format depends on NLS settings")
    case ("TO_DATE", 1...3), ("TO_TIMESTAMP", 1...3): return try moment(name, arguments)
    case ("TO_NUMBER", 2):
      let text = try text(arguments[0])
      if arguments[1].isNull { return .atom("CAST(NULL AS numeric)", .number, isNumeric: true) }
      guard let mask = try value(arguments[1]).literal?.uppercased(),
        mask.drop(while: { "FM".contains($0) }).allSatisfy({ "90.D,G".contains($0) })
      else { throw ConversionRefusal("TO_NUMBER with a format that is not converted") }
      guard mask.contains(where: { ",G".contains($0) }) else { return try asNumber(text) }
      return try asNumber(.atom("replace(\(text.sql), ',', '')", .text(.variable), isNullable: text.isNullable))
    default: return nil
    }
  }

  private mutating func dateText(
    _ subject: TranslatedExpression, _ mask: String
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard context.catalogue != nil else { throw ConversionRefusal("TO_CHAR of a date is not immutable in PostgreSQL") }
    var precision: Int?
    if case .timestamp(let digits) = subject.postgresType { precision = digits }
    let format = try DateFormat(mask, precision: precision)
    if format.hasNames { remarks.append("names of months and days are English ones") }
    if subject.type == .date, format.elements.contains(where: { $0.hasPrefix("FF") }) {
      throw ConversionRefusal("a DATE has no fraction of a second")
    }
    var sql = subject.sql
    if subject.type == .instant {
      guard let local = subject.localTime else {
        throw ConversionRefusal("TO_CHAR of a timestamp with time zone, whose zone is not kept")
      }
      sql = local.sql
      if local.isOfServer { usesServerClock = true }
    }
    return .atom(
      "to_char(\(sql), \(PostgresLiteral.quoted(format.mask)))", .text(.variable), isNullable: subject.isNullable)
  }

  private func numberText(
    _ subject: TranslatedExpression, _ mask: String
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard context.catalogue != nil else {
      throw ConversionRefusal("TO_CHAR of a number is not immutable in PostgreSQL")
    }
    if case .text = subject.type { throw ConversionRefusal("TO_CHAR of a text with a format") }
    return try NumberFormat(mask).format(try asNumber(subject))
  }

  /// Whether the third argument says what holds anyway, as the dictionary writes the bounds of partitions.
  private mutating func isGregorian(_ arguments: [Expression]) throws(ConversionRefusal) -> Bool {
    guard arguments.count == 3, let setting = try value(arguments[2]).literal else { return false }
    return setting.uppercased().filter { !" '".contains($0) } == "NLS_CALENDAR=GREGORIAN"
  }

  /// TO_DATE and TO_TIMESTAMP.
  private mutating func moment(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try value(arguments[0])
    let type: ExpressionType = name == "TO_DATE" ? .date : .timestamp
    if subject.type == .null { return .atom("CAST(NULL AS timestamp)", type) }
    var hasMask = arguments.count == 2
    if !hasMask { hasMask = try isGregorian(arguments) }
    guard hasMask, let mask = try value(arguments[1]).literal else {
      throw ConversionRefusal("\(name) without a literal mask depends on NLS settings")
    }
    if let literal = subject.literal, type == .date, subject.type.isText || subject.type == .number {
      let moment = try DateMask.read(literal, mask: mask)
      if DateMask.hasShortYear(mask) {
        remarks.append(
          "a year of two digits is read as \(moment.normalised.prefix(4)), as Oracle does in this half of the century")
      }
      return Self.timestamp(moment, type: .date)
    }
    guard context.catalogue != nil, subject.type.isText || subject.type == .number else {
      throw ConversionRefusal("\(name) without a literal text depends on settings")
    }
    let format = try DateFormat(mask)
    guard format.isReadable, type == .timestamp || !format.elements.contains(where: { $0.hasPrefix("FF") }) else {
      throw ConversionRefusal("\(name) with a mask that is not converted")
    }
    remarks.append("\(name) of a text that does not follow its mask may fail in one database and not in the other")
    let text = try asText(subject)
    let sqlMask = PostgresLiteral.quoted(format.mask)
    if format.isDateOnly {
      return .atom("to_date(\(text.sql), \(sqlMask))::timestamp", type, isNullable: text.isNullable)
    }
    // Through UTC, so that no gap of the session's time zone moves the time.
    return .atom(
      "(to_timestamp('+00 ' || \(text.operand), \(PostgresLiteral.quoted("TZH " + format.mask))) AT TIME ZONE 'UTC')",
      type, isNullable: text.isNullable)
  }
}
