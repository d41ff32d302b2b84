import Model

/// What kind of value an expression has, as far as it decides about meaning.
enum ExpressionType: Hashable {
  /// A condition.
  case truth
  /// NULL without a type, also Oracle's `''`.
  case null
  case number
  case binaryFloat
  case binaryDouble
  case text(TextClass)
  case date
  case timestamp
  /// A timestamp with time zone.
  case instant
  /// INTERVAL YEAR TO MONTH.
  case months
  /// INTERVAL DAY TO SECOND.
  case duration
  case bytes
  /// A BOOLEAN of 23ai.
  case boolean
  /// The address of a row.
  case rowAddress
  /// JSON, XML, a vector or an object, which nothing compares.
  case document

  /// How Oracle compares and pads a text.
  enum TextClass: Hashable {
    case literal
    case variable
    /// CHAR(n): blank-padded.
    case fixed(length: Int)
    /// An expression over CHARs, whose value is a text with its blanks in PostgreSQL, and compared blank-padded in Oracle.
    case padded
    case national
    case largeObject
  }

  /// The PostgreSQL type that holds every value of this kind; nil for documents and conditions.
  var generalType: String? {
    switch self {
    case .truth, .document: nil
    case .null, .text, .rowAddress: "text"
    case .number: "numeric"
    case .binaryFloat: "real"
    case .binaryDouble: "double precision"
    case .date: "timestamp(0)"
    case .timestamp: "timestamp"
    case .instant: "timestamptz"
    case .months, .duration: "interval"
    case .bytes: "bytea"
    case .boolean: "boolean"
    }
  }

  /// Whether it is CHAR in Oracle, other than a literal.
  var isBlankPadded: Bool {
    switch self {
    case .text(.fixed), .text(.padded): true
    default: false
    }
  }

  var isText: Bool {
    if case .text = self { return true }
    return false
  }
}

/// An expression in PostgreSQL's words, and what is known about it.
struct TranslatedExpression: Hashable {
  var sql: String
  var type: ExpressionType
  /// Whether it can be an operand without parentheses.
  var isAtomic = false
  /// Whether it can be NULL.
  var isNullable = true
  /// For a number: whether PostgreSQL computes it as numeric, not as an integer that would truncate and overflow.
  var isNumeric = false
  /// The text of a string literal, or the digits of a number literal.
  var literal: String?
  /// Oracle's type where it is known exactly: that of a column or CAST.
  var oracleType: OracleDataType?
  /// PostgreSQL's type where it is known exactly.
  var postgresType: PostgresType?

  /// For a column that PostgreSQL keeps in another form than expressions see: that form.
  var stored: StoredForm?
  /// For an instant: the same moment as local time, which a column without time zone gets.
  var localTime: LocalTime?

  /// A clock's local time.
  struct LocalTime: Hashable {
    var sql: String
    /// Whether it is local to Oracle's server, as against the session.
    var isOfServer: Bool
    /// The zone that AT TIME ZONE names, which Oracle keeps beside the instant.
    var zone: String?
  }

  /// The expression as an operand.
  var operand: String { isAtomic ? sql : "(" + sql + ")" }

  /// A number as a numeric operand.
  var numericOperand: String { isNumeric ? operand : operand + "::numeric" }

  /// The expression as another query sees it: a column, whose literal is no longer known.
  var asStored: TranslatedExpression {
    var stored = self
    stored.literal = nil
    stored.localTime = nil
    if type == .text(.literal) || type == .null { stored.type = .text(.variable) }
    if type == .null { stored.isNullable = true }
    return stored
  }

  /// The types of a column that holds such values: exact ones where they are known, else those that hold all.
  var storedTypes: (oracle: OracleDataType, postgres: PostgresType) {
    let defaults: (OracleDataType, PostgresType) =
      switch type {
      case .truth, .boolean: (.boolean, .boolean)
      case .null, .text(.literal), .text(.variable), .text(.padded): (.varchar2(length: 4000), .text)
      case .text(.fixed(let length)): (.char(length: length), .char(length: length))
      case .text(.national): (.nvarchar2(length: 4000), .text)
      case .text(.largeObject): (.clob, .text)
      case .number: (.number(precision: nil, scale: nil), isNumeric ? .unboundedNumeric : .bigint)
      case .binaryFloat: (.binaryFloat, .real)
      case .binaryDouble: (.binaryDouble, .doublePrecision)
      case .date: (.date, .timestamp(precision: 0))
      case .timestamp: (.timestamp(precision: 6), .timestamp(precision: 6))
      case .instant: (.timestampWithTimeZone(precision: 6), .timestamptz(precision: 6))
      case .months: (.intervalYearToMonth(yearPrecision: 9), .intervalYearToMonth)
      case .duration: (.intervalDayToSecond(dayPrecision: 9, precision: 6), .intervalDayToSecond(precision: 6))
      case .bytes: (.raw(length: 2000), .bytea)
      case .rowAddress: (.rowid, .text)
      case .document: (.json, .json)
      }
    if let shown { return (shown.oracleType, shown.type) }
    return (oracleType ?? defaults.0, postgresType ?? defaults.1)
  }

  /// The expression in parentheses of a CAST.
  func cast(to sqlType: String) -> String { "CAST(\(sql) AS \(sqlType))" }

  /// A function's call, or anything else that needs no parentheses.
  static func atom(_ sql: String, _ type: ExpressionType, isNullable: Bool = true, isNumeric: Bool = false) -> Self {
    TranslatedExpression(sql: sql, type: type, isAtomic: true, isNullable: isNullable, isNumeric: isNumeric)
  }

  /// A number that PostgreSQL's integer holds.
  static func integer(_ sql: String, isNullable: Bool) -> Self {
    var result = atom(sql, .number, isNullable: isNullable)
    result.postgresType = .integer
    return result
  }

  /// A condition.
  static func condition(_ sql: String, isAtomic: Bool = false) -> Self {
    TranslatedExpression(sql: sql, type: .truth, isAtomic: isAtomic)
  }

  static let null = TranslatedExpression(sql: "NULL", type: .null, isAtomic: true)
}
