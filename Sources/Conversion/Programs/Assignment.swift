import Model

/// A variable or column that takes a value.
struct AssignmentTarget {
  /// How it is written; of a column that INSERT or UPDATE names, its quoted name.
  var sql: String
  var oracleType: OracleDataType
  var postgresType: PostgresType
}

extension AssignmentTarget {
  /// A variable, a field or a column of the new row; nil for what no program may assign.
  init?(_ column: ScopeColumn) {
    guard !column.isConstant, let oracleType = column.value.oracleType,
      let postgresType = column.value.stored?.type ?? column.value.postgresType
    else { return nil }
    self.init(sql: column.value.stored?.sql ?? column.value.sql, oracleType: oracleType, postgresType: postgresType)
  }
}

extension ExpressionTranslator {
  /// A value as a variable or column takes it: what Oracle converts by itself is converted, what depends on NLS settings is
  /// refused.
  mutating func assigned(
    _ value: TranslatedExpression, to target: AssignmentTarget
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let type = Self.type(of: target.oracleType)
    if value.type == .null { return .null }
    if let stored = value.stored, stored.type == target.postgresType {
      var result = value.unstored
      (result.sql, result.isAtomic) = (stored.sql, true)
      return result
    }
    let value = value.unstored
    if StoredForm("", target.oracleType, target.postgresType) != nil {
      guard let sql = try Self.assigned(value, to: target.oracleType, target.postgresType) else { return .null }
      return TranslatedExpression(sql: sql, type: value.type, isNullable: value.isNullable)
    }
    if target.postgresType == .boolean {
      guard value.type == .truth || value.type == .boolean else { throw Self.unassignable }
      return value
    }
    switch (value.type, type) {
    case (.number, .number), (.number, .binaryDouble), (.number, .binaryFloat), (.binaryFloat, .binaryDouble),
      (.binaryDouble, .binaryDouble), (.binaryFloat, .binaryFloat), (.bytes, .bytes), (.months, .months),
      (.duration, .duration), (.date, .date), (.date, .timestamp), (.timestamp, .timestamp), (.instant, .instant),
      (.document, .document):
      if value.type == .document, value.postgresType != target.postgresType { throw Self.unassignable }
      return value
    case (.text, .number): return try asNumber(value)
    case (.number, .text): return try asText(value)
    case (.text, .text(.fixed)): return value
    case (.text, .text): return try asText(value)
    case (.text, .bytes):
      if let literal = value.literal { return try Self.bytes(hexadecimal: literal) }
      return .atom("decode(\(try asText(value).sql), 'hex')", .bytes, isNullable: value.isNullable)
    case (.bytes, .text):
      return .atom("upper(encode(\(value.sql), 'hex'))", .text(.variable), isNullable: value.isNullable)
    case (.timestamp, .date):
      return .atom("date_trunc('second', \(value.sql))", .date, isNullable: value.isNullable)
    case (.date, .instant), (.timestamp, .instant):
      remarks.append("the session's time zone decides which instant a local time becomes")
      return value
    case (.instant, .date), (.instant, .timestamp):
      let local: String
      if let clock = value.localTime {
        local = clock.sql
        if clock.isOfServer { usesServerClock = true }
      } else if case .timestampWithLocalTimeZone = value.oracleType {
        remarks.append("the session's time zone decides which local time an instant becomes")
        local = value.cast(to: "timestamp")
      } else {
        break
      }
      return type == .date
        ? .atom("date_trunc('second', \(local))", .date, isNullable: value.isNullable)
        : TranslatedExpression(sql: local, type: .timestamp, isNullable: value.isNullable)
    default: break
    }
    throw Self.unassignable
  }

  private static let unassignable = ConversionRefusal(
    "a value is assigned to a variable or column of another type, which depends on NLS or session settings")
}
