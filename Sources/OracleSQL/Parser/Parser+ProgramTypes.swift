// Types: those of variables and parameters, and CREATE TYPE.
extension Parser {
  /// Reads a type of PL/SQL.
  mutating func programType() throws(SQLSyntaxError) -> ProgramType {
    let begin = start
    if let path = anchorPath {
      var names: [Identifier] = []
      for _ in 0..<path {
        if kind == .dot || kind == .at { advance() }
        names.append(try anyWord())
      }
      advance()
      let isRow = isWord("ROWTYPE")
      advance()
      return ProgramType(kind: isRow ? .rowTypeOf(names) : .typeOf(names), range: range(from: begin))
    }
    var type: DataType
    if keyword == .table {
      // The rows of a polymorphic table function.
      type = DataType(kind: .userDefined(ObjectName(name: try anyWord())), range: range(from: begin))
    } else if let sized = try sizedByExpression() {
      type = sized
    } else {
      type = try dataType()
    }
    if kind == .leftParenthesis {
      // STRING(20), INTEGER(4): names that SQL doesn't know, or knows without a length.
      let modifier = start
      try skipParentheses()
      type.modifiers.append(PhysicalClause(keyword: "(", range: range(from: modifier)))
    }
    if keyword == .character, peek().keyword == .set { try characterSet(&type) }
    type.range = range(from: begin)
    return ProgramType(kind: .named(type), range: type.range)
  }

  /// How many names stand before `%TYPE` or `%ROWTYPE`; nil when none of them follows.
  private var anchorPath: Int? {
    var distance = 0
    var names = 0
    while names < 6 {
      let token = peek(distance)
      guard token.kind == .word || token.kind == .quotedIdentifier else { return nil }
      names += 1
      let next = peek(distance + 1)
      if next.kind == .percent {
        let word = peek(distance + 2)
        guard word.kind == .word else { return nil }
        return word.keyword == .type || foldedText(word.range) == "ROWTYPE" ? names : nil
      }
      guard next.kind == .dot || next.kind == .at else { return nil }
      distance += 2
    }
    return nil
  }

  /// Reads `VARCHAR2(name)`: a length that is a constant, kept as a modifier.
  private mutating func sizedByExpression() throws(SQLSyntaxError) -> DataType? {
    guard kind == .word, peek().kind == .leftParenthesis, peek(2).kind == .word || peek(2).kind == .inquiry else {
      return nil
    }
    switch keyword {
    case .varchar2, .varchar, .char, .nvarchar2, .nchar, .raw, .number:
      let begin = start
      let word = keyword
      advance()
      let modifier = start
      try skipParentheses()
      let type: DataType.Kind =
        switch word {
        case .char: .char(length: nil, unit: nil)
        case .nvarchar2: .nvarchar2(length: nil)
        case .nchar: .nchar(length: nil)
        case .raw: .raw(length: nil)
        case .number: .number(precision: nil, scale: nil)
        default: .varchar2(length: nil, unit: nil)
        }
      var result = DataType(kind: type, range: range(from: begin))
      result.modifiers = [PhysicalClause(keyword: "(", range: range(from: modifier))]
      return result
    default: return nil
    }
  }

  private mutating func characterSet(_ type: inout DataType) throws(SQLSyntaxError) {
    let begin = start
    advance()
    advance()
    _ = try anyWord()
    if kind == .percent {
      advance()
      _ = try anyWord()
    }
    type.modifiers.append(PhysicalClause(keyword: "CHARACTER SET", range: range(from: begin)))
  }

  // MARK: Collections and records

  /// Reads `TABLE OF ...`, `VARRAY(n) OF ...` or `VARYING ARRAY (n) OF ...`; nil when none is next.
  mutating func collectionType() throws(SQLSyntaxError) -> CollectionType? {
    var limit: Expression?
    let isArray = keyword != .table
    if accept(.table) {
      try expect(.of)
    } else if keyword == .varray || keyword == .varying {
      if accept(.varying) { guard acceptWord("ARRAY") else { throw fault(.missingKeyword) } } else { advance() }
      try expectLeft()
      limit = try value()
      try expectRight()
      try expect(.of)
    } else {
      return nil
    }
    // 23ai and PL/SQL's `OF (type)`.
    let isParenthesized = accept(.leftParenthesis)
    var element = try programType()
    if isParenthesized { try expectRight() }
    if keyword == .not, peek().keyword == .null {
      advance()
      advance()
      element.isNotNull = true
    }
    var collection = CollectionType(limit: limit, isArray: isArray, element: element)
    if keyword == .index, peek().keyword == .by {
      advance()
      advance()
      collection.indexType = try programType()
    }
    return collection
  }

  /// Reads `(name type, ...)` of a record.
  mutating func recordFields() throws(SQLSyntaxError) -> [RecordField] {
    try expectLeft()
    var fields: [RecordField] = []
    repeat { fields.append(try recordField()) } while accept(.comma)
    try expectRight()
    return fields
  }

  private mutating func recordField() throws(SQLSyntaxError) -> RecordField {
    let name = try anyWord()
    var type = try programType()
    if keyword == .not, peek().keyword == .null {
      advance()
      advance()
      type.isNotNull = true
    }
    let value = accept(.assign) || accept(.default) ? try anyExpression() : nil
    return RecordField(name: name, type: type, defaultValue: value)
  }

  // MARK: CREATE TYPE

  mutating func typeDefinition() throws(SQLSyntaxError) -> TypeDefinition {
    var type = TypeDefinition(name: try objectName(.invalidIdentifier), kind: .incomplete)
    while true {
      if accept(.force) {
        type.isForce = true
      } else if let property = try unitProperty() {
        type.properties.append(property)
      } else {
        break
      }
    }
    if keyword == .under {
      type.kind = .object(try objectType())
      return type
    }
    guard accept(.is) || accept(.as) else { return type }
    if let collection = try collectionType() {
      type.kind = .collection(collection)
      try typeWords(&type.properties)
      return type
    }
    if keyword == .object || keyword == .under {
      type.kind = .object(try objectType())
      return type
    }
    let begin = start
    guard acceptWord("OPAQUE") || acceptWord("ENUM") else { throw fault(.missingKeyword) }
    while kind != .end, kind != .semicolon {
      if kind == .leftParenthesis { try skipParentheses() } else { advance() }
    }
    type.kind = .other(PhysicalClause(keyword: "OPAQUE", range: range(from: begin)))
    return type
  }

  private mutating func objectType() throws(SQLSyntaxError) -> ObjectTypeDefinition {
    var object = ObjectTypeDefinition()
    if accept(.under) { object.supertype = try objectName(.invalidDatatype) } else { advance() }
    if keyword == .external { object.properties.append(try externalName()) }
    if accept(.leftParenthesis) {
      repeat {
        if let method = try method() {
          object.methods.append(method)
        } else {
          object.attributes.append(try recordField())
          if keyword == .external { object.properties.append(try externalName()) }
        }
      } while accept(.comma)
      try expectRight()
    }
    try typeWords(&object.properties)
    return object
  }

  private mutating func externalName() throws(SQLSyntaxError) -> PhysicalClause {
    let begin = start
    advance()
    while kind == .word { advance() }
    _ = try string()
    while kind == .word, keyword != .not, keyword != .final { advance() }
    return PhysicalClause(keyword: "EXTERNAL", range: range(from: begin))
  }

  private mutating func typeWords(_ clauses: inout [PhysicalClause]) throws(SQLSyntaxError) {
    while true {
      let begin = start
      _ = accept(.not)
      guard accept(.final) || accept(.instantiable) || acceptWord("PERSISTABLE") || acceptWord("NULL") else {
        if begin != start { throw fault(.missingKeyword) }
        return
      }
      clauses.append(PhysicalClause(keyword: text(begin, previousEnd).uppercased(), range: range(from: begin)))
    }
  }

  mutating func typeBody() throws(SQLSyntaxError) -> TypeBody {
    var body = TypeBody(name: try objectName(.invalidIdentifier))
    while try unitProperty() != nil {}
    guard accept(.is) || accept(.as) else { throw fault(.missingKeyword) }
    while keyword != .end {
      guard let method = try method() else { throw fault(.missingKeyword) }
      body.methods.append(method)
      try expect(.semicolon, .notProperlyEnded)
    }
    try expect(.end)
    if startsIdentifier { _ = try objectName(.invalidIdentifier) }
    return body
  }

  /// Reads `[NOT] OVERRIDING MEMBER FUNCTION ...` and the like; nil when an attribute comes next.
  private mutating func method() throws(SQLSyntaxError) -> SubprogramDefinition? {
    let begin = start
    guard startsMethod else { return nil }
    var words: [String] = []
    while keyword != .function, keyword != .procedure {
      guard kind == .word, words.count < 8 else { throw fault(.missingKeyword) }
      words.append(try anyWord().name)
    }
    let isFunction = keyword == .function
    advance()
    return try subprogram(isFunction: isFunction, words: words, from: begin)
  }

  private var startsMethod: Bool {
    switch keyword {
    case .not: return true
    case .member, .static, .constructor, .map, .order, .overriding, .final, .instantiable:
      let next = peek()
      switch next.keyword {
      case .function, .procedure, .member, .static, .constructor, .final, .instantiable, .overriding, .not, .map,
        .order:
        return true
      default: return false
      }
    default: return false
    }
  }
}
