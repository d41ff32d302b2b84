// PL/SQL units: heads, packages, subprograms.
extension Parser {
  /// Reads a unit and the end of the text.
  mutating func programUnit() throws(SQLSyntaxError) -> ProgramUnit {
    let begin = start
    guard kind != .end else { throw fault(.invalidStatement) }
    var unit = ProgramUnit(kind: .anonymousBlock(Block(range: current.range)), range: current.range)
    switch keyword {
    case .create: try createdUnit(&unit)
    case .call:
      advance()
      unit.kind = .call(try postfix(try primary()))
      if accept(.into) { _ = try bindVariable() }
    case .begin, .declare: unit.kind = .anonymousBlock(try block())
    case .with: unit.kind = try queryWithSubprograms()
    case .trigger, .procedure, .function, .package, .type: try unitBody(&unit)
    default:
      guard kind == .labelStart else { throw fault(.invalidStatement) }
      unit.kind = .anonymousBlock(try block())
    }
    _ = accept(.semicolon)
    guard kind == .end || kind == .slash && peek().kind == .end else { throw fault(.notProperlyEnded) }
    unit.binds = binds
    unit.conditionals = conditionals
    unit.range = range(from: begin)
    return unit
  }

  private mutating func createdUnit(_ unit: inout ProgramUnit) throws(SQLSyntaxError) {
    advance()
    if accept(.or) {
      try expect(.replace)
      unit.orReplace = true
    }
    if keyword == .editionable || keyword == .noneditionable {
      unit.isEditionable = keyword == .editionable
      advance()
    }
    if keyword == .library {
      unit.kind = .other(try library(orReplace: unit.orReplace))
      return
    }
    try unitBody(&unit)
  }

  /// Reads `WITH FUNCTION ...; ... query`.
  private mutating func queryWithSubprograms() throws(SQLSyntaxError) -> ProgramUnit.Kind {
    advance()
    var subprograms: [SubprogramDefinition] = []
    while keyword == .function || keyword == .procedure {
      let begin = start
      let isFunction = keyword == .function
      advance()
      subprograms.append(try subprogram(isFunction: isFunction, words: [], from: begin))
      try expect(.semicolon, .notProperlyEnded)
    }
    isProcedural = false
    return .query(subprograms, try query(behindWith: keyword != .select && kind != .leftParenthesis))
  }

  /// Reads from TRIGGER, PROCEDURE, FUNCTION, PACKAGE or TYPE on.
  private mutating func unitBody(_ unit: inout ProgramUnit) throws(SQLSyntaxError) {
    let begin = start
    switch keyword {
    case .trigger:
      advance()
      unit.ifNotExists = try ifNotExists()
      unit.kind = .trigger(try trigger())
    case .procedure, .function:
      let isFunction = keyword == .function
      advance()
      unit.ifNotExists = try ifNotExists()
      unit.kind = .subprogram(try subprogram(isFunction: isFunction, words: [], from: begin))
    case .package:
      advance()
      let isBody = accept(.body)
      unit.ifNotExists = try ifNotExists()
      unit.kind = .package(try package(isBody: isBody))
    case .type:
      advance()
      let isBody = accept(.body)
      unit.ifNotExists = try ifNotExists()
      unit.kind = isBody ? .typeBody(try typeBody()) : .type(try typeDefinition())
    default: throw fault(.invalidCreate)
    }
  }

  // MARK: Packages

  private mutating func package(isBody: Bool) throws(SQLSyntaxError) -> PackageDefinition {
    var package = PackageDefinition(name: try objectName(.invalidIdentifier), isBody: isBody)
    while let property = try unitProperty() { package.properties.append(property) }
    guard accept(.is) || accept(.as) else { throw fault(.missingKeyword) }
    package.declarations = try declarations()
    if keyword == .begin {
      package.initialization = try blockBody([], from: start)
      return package
    }
    try expect(.end)
    if startsIdentifier { _ = try objectName(.invalidIdentifier) }
    return package
  }

  // MARK: Subprograms

  /// Reads a subprogram from its name on.
  mutating func subprogram(
    isFunction: Bool, words: [String], from begin: Int
  ) throws(SQLSyntaxError) -> SubprogramDefinition {
    try enter()
    var definition = SubprogramDefinition(
      isFunction: isFunction, name: try objectName(.invalidIdentifier), memberWords: words, body: .declaration,
      range: SourceRange(start: begin, end: begin))
    while let property = try unitProperty() { definition.properties.append(property) }
    if kind == .leftParenthesis { definition.parameters = try parameters() }
    try subprogramReturn(&definition)
    while let property = try unitProperty() { definition.properties.append(property) }
    if keyword == .is || keyword == .as { definition.body = try subprogramBody() }
    definition.range = range(from: begin)
    leave()
    return definition
  }

  private mutating func subprogramReturn(_ definition: inout SubprogramDefinition) throws(SQLSyntaxError) {
    guard accept(.return) else { return }
    if keyword == .self, peek().keyword == .as {
      // RETURN SELF AS RESULT of constructors.
      advance()
      advance()
      try expect(.result)
      return
    }
    definition.returnType = try programType()
  }

  mutating func parameters() throws(SQLSyntaxError) -> [SubprogramDefinition.Parameter] {
    try expectLeft()
    var result: [SubprogramDefinition.Parameter] = []
    repeat { result.append(try parameter()) } while accept(.comma)
    try expectRight()
    return result
  }

  private mutating func parameter() throws(SQLSyntaxError) -> SubprogramDefinition.Parameter {
    let begin = start
    let name = try identifier()
    var mode = SubprogramDefinition.Parameter.Mode.in
    if accept(.in) {
      if accept(.out) { mode = .inOut }
    } else if accept(.out) {
      mode = .out
    }
    let isNoCopy = accept(.nocopy)
    var type = try programType()
    if keyword == .not, peek().keyword == .null {
      advance()
      advance()
      type.isNotNull = true
    }
    let value = accept(.default) || accept(.assign) ? try anyExpression() : nil
    return SubprogramDefinition.Parameter(
      name: name, mode: mode, isNoCopy: isNoCopy, type: type, defaultValue: value, range: range(from: begin))
  }

  private mutating func subprogramBody() throws(SQLSyntaxError) -> SubprogramDefinition.Body {
    advance()
    let begin = start
    if acceptWord("LANGUAGE") || accept(.external) || acceptWord("MLE") {
      while kind != .end, kind != .semicolon {
        if kind == .leftParenthesis { try skipParentheses() } else { advance() }
      }
      return .external(PhysicalClause(keyword: "LANGUAGE", range: range(from: begin)))
    }
    let declared = try declarations()
    return .block(try blockBody(declared, from: begin))
  }

  /// Reads a property of a unit between its name and its body; nil when none is next.
  mutating func unitProperty() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    guard kind == .word else { return nil }
    let word = foldedText(current.range)
    switch word {
    case "AUTHID":
      advance()
      guard accept(.definer) || acceptWord("CURRENT_USER") else { throw fault(.missingKeyword) }
    case "DETERMINISTIC", "PARALLEL_ENABLE", "SHARD_ENABLE":
      advance()
      if kind == .leftParenthesis { try skipParentheses() }
    case "PIPELINED", "AGGREGATE":
      advance()
      if keyword == .row || keyword == .table || isWord("POLYMORPHIC") {
        advance()
        _ = acceptWord("POLYMORPHIC")
      }
      if accept(.using) { _ = try objectName(.invalidIdentifier) }
    case "SQL_MACRO":
      advance()
      if kind == .leftParenthesis { try skipParentheses() }
    case "RESULT_CACHE":
      advance()
      if acceptWord("RELIES_ON") { try skipParentheses() }
    case "ACCESSIBLE":
      advance()
      try expect(.by)
      try skipParentheses()
    case "DEFAULT" where peek().keyword == .collation:
      advance()
      advance()
      _ = try identifier()
    case "SHARING": return try sharing()
    case "ORDER" where peek().keyword == .by, "CLUSTER" where peek().keyword == .by:

      advance()
      advance()
      if kind == .leftParenthesis { try skipParentheses() } else { _ = try identifier() }
    case "OID":
      advance()
      _ = try string()
    default: return nil
    }
    return PhysicalClause(keyword: word, range: range(from: begin))
  }
}
