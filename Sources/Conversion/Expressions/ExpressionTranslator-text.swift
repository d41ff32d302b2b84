import Model
import OracleSQL

/// Functions of text; an empty result is NULL in Oracle.
extension ExpressionTranslator {
  mutating func textFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("UPPER", 1), ("LOWER", 1), ("INITCAP", 1):
      // Of a CHAR it is a CHAR, other functions make a VARCHAR2.
      let argument = try value(arguments[0])
      let subject = try asText(argument)
      let kind = argument.type.isBlankPadded ? ExpressionType.text(.padded) : Self.kind(of: subject)
      return .atom("\(name.lowercased())(\(subject.sql))", kind, isNullable: subject.isNullable)
    case ("LENGTH", 1):
      let subject = try text(arguments[0])
      return Self.count("length(\(subject.sql))", of: subject)
    case ("LENGTHB", 1):
      let subject = try text(arguments[0])
      guard subject.type != .text(.national) else { throw ConversionRefusal("LENGTHB of a national text") }
      return Self.count("octet_length(\(subject.sql))", of: subject)
    case ("LTRIM", 1...2), ("RTRIM", 1...2):
      let subject = try text(arguments[0])
      var set = ""
      if arguments.count == 2 { set = ", " + (try text(arguments[1]).sql) }
      return Self.emptyAsNull("\(name.lowercased())(\(subject.sql)\(set))", Self.kind(of: subject))
    case ("CONCAT", 2): return try concatenation(arguments)
    case ("INSTR", 2...4): return try position(arguments)
    case ("SUBSTR", 2...3): return try substring(arguments)
    case ("REPLACE", 2...3): return try replacement(arguments)
    case ("TRANSLATE", 3):
      let parts = [try text(arguments[0]), try text(arguments[1]), try text(arguments[2])]
      return Self.emptyAsNull("translate(\(parts.map(\.sql).joined(separator: ", ")))", Self.kind(of: parts[0]))
    case ("LPAD", 2...3), ("RPAD", 2...3):
      let subject = try text(arguments[0])
      var parts = [subject.sql, try integer(try value(arguments[1]))]
      if arguments.count == 3 { parts.append(try text(arguments[2]).sql) }
      remarks.append("\(name) counts a wide character, as of Chinese, as two in Oracle and as one in PostgreSQL")
      return Self.emptyAsNull("\(name.lowercased())(\(parts.joined(separator: ", ")))", Self.kind(of: subject))
    case ("REVERSE", 1):
      let subject = try text(arguments[0])
      return .atom("reverse(\(subject.sql))", Self.kind(of: subject), isNullable: subject.isNullable)
    case ("CHR", 1):
      guard let code = arguments[0].literalInteger, (1...127).contains(code) else {
        throw ConversionRefusal("CHR of something that is no literal of ASCII")
      }
      return Self.textLiteral(String(UnicodeScalar(UInt8(code))))
    case ("ASCII", 1):
      let subject = try text(arguments[0])
      remarks.append("ASCII() of a character beyond ASCII gives its code point, in Oracle its bytes")
      return Self.count("ascii(\(subject.sql))", of: subject)
    case ("TO_CHAR", 1), ("TO_NCHAR", 1):
      let subject = try value(arguments[0])
      switch subject.type {
      case .text, .number, .null: return try asText(subject)
      default: return nil
      }
    case ("TO_CLOB", 1), ("TO_LOB", 1):
      var subject = try text(arguments[0])
      subject.type = .text(.largeObject)
      subject.literal = nil
      return .atom("\(subject.operand)::text", .text(.largeObject), isNullable: subject.isNullable)
    default: return nil
    }
  }

  /// The class of text that a function of a text gives.
  static func kind(of subject: TranslatedExpression) -> ExpressionType {
    switch subject.type {
    case .text(.national), .text(.largeObject): subject.type
    default: .text(.variable)
    }
  }

  static func count(_ sql: String, of subject: TranslatedExpression) -> TranslatedExpression {
    .integer(sql, isNullable: subject.isNullable)
  }

  static func emptyAsNull(_ sql: String, _ type: ExpressionType = .text(.variable)) -> TranslatedExpression {
    .atom("NULLIF(\(sql), '')", type)
  }

  /// INSTR from a place on; a negative place searches backwards.
  private mutating func position(_ arguments: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    let (subject, part) = (try text(arguments[0]), try text(arguments[1]))
    let isNullable = subject.isNullable || part.isNullable
    let start = arguments.count > 2 ? arguments[2].literalInteger : 1
    let occurrence = arguments.count > 3 ? arguments[3].literalInteger : 1
    guard let start, let occurrence, start != 0, occurrence > 0 else {
      throw ConversionRefusal("INSTR with a place or occurrence that is no literal")
    }
    if occurrence > 1 || start < -1 {
      guard start > 0, occurrence < Int32.max, start < Int32.max, let sought = part.literal, !sought.overlapsItself,
        context.catalogue?.postgresMajorVersion ?? 0 >= 15
      else { return try occurrencePosition(subject, part, start, occurrence) }
      // Behind ***= stands a plain text, no pattern.
      let pattern = PostgresLiteral.quoted("***=" + sought)
      return .integer(
        "regexp_instr(\(subject.sql), \(pattern), \(start), \(occurrence))", isNullable: isNullable)
    }
    if start == 1 { return .integer("strpos(\(subject.sql), \(part.sql))", isNullable: isNullable) }
    if start > 1 {
      let found = "strpos(substr(\(subject.sql), \(start)), \(part.sql))"
      return .integer("COALESCE(NULLIF(\(found), 0) + \(start - 1), \(found))", isNullable: isNullable)
    }
    let found = "strpos(reverse(\(subject.sql)), reverse(\(part.sql)))"
    return .integer(
      "COALESCE(length(\(subject.sql)) + 2 - length(\(part.sql)) - NULLIF(\(found), 0), \(found))",
      isNullable: isNullable)
  }

  /// INSTR that looks at each place in turn; occurrences may overlap.
  private func occurrencePosition(
    _ subject: TranslatedExpression, _ part: TranslatedExpression, _ start: Int, _ occurrence: Int
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard context.catalogue != nil, abs(start) < Int32.max, occurrence < Int32.max else {
      throw ConversionRefusal("INSTR of a later occurrence, or from the end, outside of a query")
    }
    let last = start > 0 ? "length(\(subject.sql))" : "length(\(subject.sql)) - \(-start - 1)"
    let series = start > 0 ? "\(start), \(last)" : "\(last), 1, -1"
    let place = "\"place of occurrence\""
    let sql = """
      CASE WHEN \(subject.operand) IS NOT NULL AND \(part.operand) IS NOT NULL THEN COALESCE((SELECT \(place) \
      FROM generate_series(\(series)) AS \(place) WHERE substr(\(subject.sql), \(place), length(\(part.sql))) = \
      \(part.operand) ORDER BY \(place)\(start > 0 ? "" : " DESC") OFFSET \(occurrence - 1) LIMIT 1), 0) END
      """
    return .integer(sql, isNullable: subject.isNullable || part.isNullable)
  }

  /// SUBSTR: place 0 reads as 1, a negative one counts from the end, and a length below 1 gives NULL.
  private mutating func substring(_ arguments: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try text(arguments[0])
    let kind = Self.kind(of: subject)
    var length = ""
    var lengthTest = ""
    if arguments.count == 3 {
      if let digits = arguments[2].literalDigits, let count = Int32(digits) {
        guard count >= 1 else { return .atom("CAST(NULL AS text)", kind) }
        length = ", \(count)"
      } else {
        let count = try integer(try value(arguments[2]))
        length = ", \(count)"
        lengthTest = "\(count) >= 1"
      }
    }
    func guarded(_ test: String, _ sql: String) -> TranslatedExpression {
      let tests = [lengthTest, test].filter { !$0.isEmpty }
      let whole = tests.isEmpty ? sql : "CASE WHEN \(tests.joined(separator: " AND ")) THEN \(sql) END"
      return Self.emptyAsNull(whole, kind)
    }
    if let digits = arguments[1].literalDigits, let place = Int32(digits) {
      if place >= 0 { return guarded("", "substr(\(subject.sql), \(max(place, 1))\(length))") }
      let count = -Int(place)
      let end =
        length.isEmpty ? "right(\(subject.sql), \(count))" : "substr(right(\(subject.sql), \(count)), 1\(length))"
      return guarded("length(\(subject.sql)) >= \(count)", end)
    }
    let place = try integer(try value(arguments[1]))
    let start = "CASE WHEN \(place) < 0 THEN length(\(subject.sql)) + 1 + \(place) ELSE GREATEST(\(place), 1) END"
    return guarded("length(\(subject.sql)) + \(place) >= 0", "substr(\(subject.sql), \(start)\(length))")
  }

  /// REPLACE: nothing to search for leaves the text as it is, no replacement removes.
  private mutating func replacement(_ arguments: [Expression]) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try text(arguments[0])
    let part = try value(arguments[1])
    if part.type == .null { return subject }
    let search = try asText(part)
    var replacement = "''"
    if arguments.count == 3 {
      let value = try value(arguments[2])
      if value.type != .null {
        let text = try asText(value)
        replacement = text.isNullable ? "COALESCE(\(text.sql), '')" : text.sql
      }
    }
    let sought = search.isNullable ? "COALESCE(\(search.sql), '')" : search.sql
    return Self.emptyAsNull("replace(\(subject.sql), \(sought), \(replacement))", Self.kind(of: subject))
  }

  /// TRIM takes off blanks only, as btrim does.
  mutating func trim(
    _ side: TrimSide, character: Expression?, _ expression: Expression
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let subject = try text(expression)
    var set = ""
    if let character {
      guard let literal = try text(character).literal, literal.unicodeScalars.count == 1 else {
        throw ConversionRefusal("TRIM of something that is not one literal character")
      }
      set = ", " + PostgresLiteral.quoted(literal)
    }
    let function =
      switch side {
      case .both: "btrim"
      case .leading: "ltrim"
      case .trailing: "rtrim"
      }
    return Self.emptyAsNull("\(function)(\(subject.sql)\(set))", Self.kind(of: subject))
  }
}

extension String {
  /// Whether two occurrences of it can share characters: Oracle's INSTR finds both, a regular expression one.
  fileprivate var overlapsItself: Bool {
    let scalars = Array(unicodeScalars)
    return (1..<max(1, scalars.count)).contains { scalars.suffix($0) == scalars.prefix($0) }
  }
}
