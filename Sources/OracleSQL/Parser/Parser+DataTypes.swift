// Datatypes, Oracle's own and the ANSI spellings.
extension Parser {
  mutating func dataType() throws(SQLSyntaxError) -> DataType {
    let begin = start
    let isJSON = keyword == .json
    if let kind = try builtInType() {
      var type = DataType(kind: kind, range: range(from: begin))
      if isJSON, self.kind == .leftParenthesis { type.modifiers.append(try jsonModifiers()) }
      return type
    }
    let isReference = keyword == .ref && canBeIdentifier(peek())
    if isReference {
      note("REF", at: begin)
      advance()
    }
    let name = try objectName(.invalidDatatype)
    var type = DataType(kind: .userDefined(name), range: range(from: begin))
    type.isReference = isReference
    return type
  }

  /// Reads `(OBJECT, ARRAY)` or `(VALUE)` behind JSON.
  private mutating func jsonModifiers() throws(SQLSyntaxError) -> PhysicalClause {
    note("modifiers of JSON", at: start)
    let begin = start
    try skipParentheses()
    return PhysicalClause(keyword: "JSON", range: range(from: begin))
  }

  private mutating func builtInType() throws(SQLSyntaxError) -> DataType.Kind? {
    guard kind == .word, peek().kind != .dot else { return nil }
    let word = keyword
    switch word {
    case .varchar2, .varchar, .char, .character, .nvarchar2, .nchar, .national: return try characterType(word)
    case .number, .decimal, .dec, .numeric, .integer, .int, .smallint, .float, .real, .double, .binaryFloat,
      .binaryDouble:
      return try numericType(word)
    case .timestamp, .interval, .date: return try timeType(word)
    case .raw:
      advance()
      return .raw(length: try parenthesizedInteger())
    case .long:
      advance()
      return accept(.raw) ? .longRaw : .long
    case .urowid:
      advance()
      return .urowid(length: try parenthesizedInteger())
    case .clob, .nclob, .blob, .bfile, .rowid, .json, .boolean:
      advance()
      return Self.plainType(word)
    default: return isWord("VECTOR") ? try vectorType() : nil
    }
  }

  private mutating func vectorType() throws(SQLSyntaxError) -> DataType.Kind {
    advance()
    guard accept(.leftParenthesis) else { return .vector(dimensions: nil, format: nil) }
    let dimensions: Int? = accept(.star) ? nil : try integer()
    var format: DataType.VectorFormat?
    if accept(.comma), !accept(.star) {
      format = DataType.VectorFormat(rawValue: text(current.range.start, current.range.end).uppercased())
      guard format != nil else { throw fault(.invalidDatatype) }
      advance()
    }
    try expectRight()
    return .vector(dimensions: dimensions, format: format)
  }

  private static func plainType(_ word: Keyword) -> DataType.Kind {
    switch word {
    case .clob: .clob
    case .nclob: .nclob
    case .blob: .blob
    case .bfile: .bfile
    case .rowid: .rowid
    case .json: .json
    default: .boolean
    }
  }

  // MARK: Characters

  private mutating func characterType(_ word: Keyword) throws(SQLSyntaxError) -> DataType.Kind {
    advance()
    var isNational = word == .nvarchar2 || word == .nchar
    var isVarying = word == .varchar2 || word == .varchar || word == .nvarchar2
    if word == .national {
      isNational = true
      guard accept(.char) || accept(.character) else { throw fault(.invalidDatatype) }
    }
    if !isVarying, accept(.varying) { isVarying = true }
    if isNational {
      let length = try parenthesizedInteger()
      return isVarying ? .nvarchar2(length: length) : .nchar(length: length)
    }
    var length: Int?
    var unit: DataType.LengthUnit?
    if accept(.leftParenthesis) {
      length = try integer()
      if accept(.byte) { unit = .byte } else if accept(.char) { unit = .char }
      try expectRight()
    }
    return isVarying ? .varchar2(length: length, unit: unit) : .char(length: length, unit: unit)
  }

  private mutating func parenthesizedInteger() throws(SQLSyntaxError) -> Int? {
    guard accept(.leftParenthesis) else { return nil }
    let value = try integer()
    try expectRight()
    return value
  }

  // MARK: Numbers

  private mutating func numericType(_ word: Keyword) throws(SQLSyntaxError) -> DataType.Kind {
    advance()
    switch word {
    case .integer, .int, .smallint: return .number(precision: nil, scale: 0)
    case .real: return .float(binaryPrecision: 63)
    case .binaryFloat: return .binaryFloat
    case .binaryDouble: return .binaryDouble
    case .double:
      try expect(.precision)
      return .float(binaryPrecision: 126)
    case .float:
      if kind == .leftParenthesis, peek().kind == .star {
        advance()
        advance()
        try expectRight()
        return .float(binaryPrecision: 126)
      }
      return .float(binaryPrecision: try parenthesizedInteger() ?? 126)
    default: return try exactNumber(isNumber: word == .number)
    }
  }

  private mutating func exactNumber(isNumber: Bool) throws(SQLSyntaxError) -> DataType.Kind {
    guard accept(.leftParenthesis) else { return .number(precision: nil, scale: isNumber ? nil : 0) }
    let isStar = accept(.star)
    let precision = isStar ? nil : try integer()
    var scale: Int? = isStar ? nil : 0
    if accept(.comma) { scale = try signedInteger() }
    try expectRight()
    return .number(precision: precision, scale: scale)
  }

  // MARK: Dates

  private mutating func timeType(_ word: Keyword) throws(SQLSyntaxError) -> DataType.Kind {
    advance()
    switch word {
    case .date: return .date
    case .timestamp:
      let precision = try parenthesizedInteger()
      guard keyword == .with, peek().keyword == .time || peek().keyword == .local else {
        return .timestamp(precision: precision, zone: .none)
      }
      advance()
      let isLocal = accept(.local)
      try expect(.time)
      try expect(.zone)
      return .timestamp(precision: precision, zone: isLocal ? .local : .zoned)
    default: return try intervalType()
    }
  }

  private mutating func intervalType() throws(SQLSyntaxError) -> DataType.Kind {
    if accept(.year) {
      let precision = try parenthesizedInteger()
      try expect(.to, .missingTo)
      try expect(.month)
      return .intervalYearToMonth(yearPrecision: precision)
    }
    try expect(.day)
    let precision = try parenthesizedInteger()
    try expect(.to, .missingTo)
    try expect(.second)
    return .intervalDayToSecond(dayPrecision: precision, secondPrecision: try parenthesizedInteger())
  }
}
