import Model

/// Values as columns take them: defaults, generated columns, and what statements assign.
extension ExpressionTranslator {
  /// A value as a column of a type takes it, converted the way Oracle converts it when a row is inserted; nil for NULL.
  ///
  /// A value that a column of the user's choice can't hold (2 for a NUMBER(1) that became boolean) is an error when the
  /// statement runs, never another value.
  ///
  /// - Throws: `ConversionRefusal` where the conversion depends on NLS or session settings.
  static func assigned(
    _ value: TranslatedExpression, to oracleType: OracleDataType, _ type: PostgresType
  ) throws(ConversionRefusal) -> String? {
    if let stored = value.stored, stored.type == type { return stored.sql }
    switch (value.type, type) {
    case (.null, _): return nil
    case (.number, .boolean) where oracleType.isNumber:
      if let constant = StoredForm("", oracleType, .boolean)?.constant(for: value) { return constant }
      guard value.literal == nil else { throw ConversionRefusal("a boolean takes 0 and 1 only") }
      // PostgreSQL reads the texts 0 and 1 as booleans, and refuses those of other numbers.
      return "round(\(value.numericOperand))::integer::text::boolean"
    case (.text(.literal), .boolean) where oracleType.isNumber:
      return try assigned(try number(decimal(value)), to: oracleType, type)
    case (.number, let type) where type.isExactNumber: return value.sql
    case (.number, .doublePrecision), (.number, .real): return value.sql
    case (.number, let type) where type.isText:
      // TO_CHAR writes a whole number as its digits; others depend on NLS_NUMERIC_CHARACTERS.
      guard let digits = value.literal, !digits.contains(".") else { break }
      return PostgresLiteral.quoted(digits)
    case (.text(.literal), let type)
    where type.isExactNumber || type == .doublePrecision || type == .real:
      guard let digits = value.literal.flatMap(DecimalText.normalised) else { break }
      return digits
    case (.text(.literal), .bytea):
      return try ExpressionTranslator.bytes(hexadecimal: value.literal ?? "").sql
    case (.text(.literal), .uuid):
      return try assigned(try ExpressionTranslator.bytes(hexadecimal: value.literal ?? ""), to: oracleType, type)
    case (.bytes, .uuid): return try uuid(value)
    case (.text, let type) where type.isText: return value.sql
    case (.text, .json), (.text, .xml): return "\(value.operand)::\(type.sql)"
    case (.bytes, .bytea), (.boolean, .boolean): return value.sql
    case (.date, .date), (.timestamp, .date): return "\(value.operand)::date"
    case (.date, .timestamp), (.timestamp, .timestamp(precision: 1...)): return value.sql
    case (.timestamp, .timestamp): return "date_trunc('second', \(value.sql))"
    case (.instant, .timestamptz): return value.sql
    // Both databases take a time without zone for one in the session's zone.
    case (.date, .timestamptz), (.timestamp, .timestamptz): return value.sql
    case (.instant, .timestamp(let precision)):
      guard let local = value.localTime else { break }
      return precision == 0 ? "date_trunc('second', \(local.sql))" : local.sql
    case (.instant, .date):
      guard let local = value.localTime else { break }
      return "(\(local.sql))::date"
    default: break
    }
    throw ConversionRefusal("its value is of another type than the column, which depends on NLS or session settings")
  }

  /// What SYS_GUID() becomes: 16 random bytes.
  static let randomBytes = "uuid_send(\(randomUUID))"

  private static let randomUUID = "gen_random_uuid()"

  private static func uuid(_ value: TranslatedExpression) throws(ConversionRefusal) -> String {
    if value.sql == randomBytes { return randomUUID }
    if let constant = StoredForm.uuid(value.sql) { return constant }
    guard !value.sql.hasPrefix("'") else { throw ConversionRefusal("a uuid takes 16 bytes") }
    return "encode(\(value.sql), 'hex')::uuid"
  }
}

extension OracleDataType {
  /// Whether it holds decimal numbers.
  var isNumber: Bool {
    switch self {
    case .number, .float: true
    default: false
    }
  }
}
