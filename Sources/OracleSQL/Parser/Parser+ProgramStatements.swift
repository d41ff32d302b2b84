// Blocks and statements of PL/SQL.
extension Parser {
  /// Reads `[<<label>>] [DECLARE ...] BEGIN ... END [name]`.
  mutating func block() throws(SQLSyntaxError) -> Block {
    let begin = start
    let labels = try labels()
    let declared = accept(.declare) ? try declarations() : []
    var block = try blockBody(declared, from: begin)
    block.labels = labels
    return block
  }

  private mutating func labels() throws(SQLSyntaxError) -> [Identifier] {
    var labels: [Identifier] = []
    while accept(.labelStart) {
      labels.append(try identifier())
      try expect(.labelEnd, .missingIdentifier)
    }
    return labels
  }

  /// Reads from BEGIN to the name behind END.
  mutating func blockBody(
    _ declarations: [Declaration], from begin: Int, endsCompoundSection: Bool = false
  ) throws(SQLSyntaxError) -> Block {
    var block = Block(declarations: declarations, range: SourceRange(start: begin, end: begin))
    try expect(.begin)
    block.statements = try statements()
    if accept(.exception) { block.handlers = try handlers() }
    try expect(.end)
    if endsCompoundSection {
      try compoundSectionEnd()
    } else if startsIdentifier {
      block.endName = try identifier()
    }
    block.range = range(from: begin)
    return block
  }

  private mutating func handlers() throws(SQLSyntaxError) -> [ExceptionHandler] {
    var handlers: [ExceptionHandler] = []
    while keyword == .when {
      let begin = start
      advance()
      var exceptions: [ObjectName] = []
      if !accept(.others) {
        repeat { exceptions.append(try objectName(.invalidIdentifier)) } while accept(.or)
      }
      try expect(.then)
      let statements = try statements()
      handlers.append(ExceptionHandler(exceptions: exceptions, statements: statements, range: range(from: begin)))
    }
    if handlers.isEmpty { throw fault(.missingKeyword) }
    return handlers
  }

  /// Reads statements up to a word that ends a list of them; there is at least one.
  mutating func statements() throws(SQLSyntaxError) -> [ProgramStatement] {
    var result: [ProgramStatement] = []
    try enter()
    while !endsStatements {
      result.append(try statement())
      try expect(.semicolon, .notProperlyEnded)
    }
    leave()
    guard !result.isEmpty else { throw fault(.missingKeyword, "a statement") }
    return result
  }

  private var endsStatements: Bool {
    switch keyword {
    case .end, .exception, .elsif, .else, .when: true
    default: kind == .end
    }
  }

  mutating func statement() throws(SQLSyntaxError) -> ProgramStatement {
    let begin = start
    let labels = try labels()
    let kind = try programStatementKind()
    return ProgramStatement(labels: labels, kind: kind, range: range(from: begin))
  }

  private mutating func programStatementKind() throws(SQLSyntaxError) -> ProgramStatement.Kind {
    // A word followed by these starts no statement of its own: it's a variable or a procedure.
    switch peek().kind {
    case .assign, .dot, .percent: return try assignmentOrCall()
    default: break
    }
    switch keyword {
    case .null:
      advance()
      return .null
    case .begin, .declare: return .block(try block())
    case .if: return try ifStatement()
    case .case: return try caseStatement()
    case .loop, .while, .for: return .loop(try loop())
    case .forall: return .forAll(try forAll())
    case .pragma: return .pragma(try pragma())
    case .exit, .continue, .goto, .raise, .return, .pipe: return try jump()
    case .open, .fetch, .close: return try cursorStatement()
    case .select, .insert, .update, .delete, .merge, .commit, .rollback, .savepoint, .set, .lock, .with:
      return try sqlStatement()
    default:
      if isWord("EXECUTE"), peek().keyword == .immediate { return .executeImmediate(try executeImmediate()) }
      if kind == .leftParenthesis, startsQuery(at: index, inParentheses: true) { return try sqlStatement() }
      return try assignmentOrCall()
    }
  }

  /// Reads a statement of SQL; names in it are those of SQL.
  private mutating func sqlStatement() throws(SQLSyntaxError) -> ProgramStatement.Kind {
    // `set(x);` and `lock(x);` would be procedures of such names.
    if kind == .word, peek().kind == .leftParenthesis,
      keyword == .set || keyword == .lock || keyword == .savepoint || keyword == .merge
    {
      return try assignmentOrCall()
    }
    isProcedural = false
    defer { isProcedural = true }
    return .sql(try statementKind())
  }

  private mutating func assignmentOrCall() throws(SQLSyntaxError) -> ProgramStatement.Kind {
    operatorCount = 0
    let target = try postfix(try primary())
    if accept(.assign) { return .assignment(target: target, value: try anyExpression()) }
    switch target.kind {
    case .call, .column, .extended, .sequence, .niladic, .json: return .call(target)
    default: throw fault(.invalidStatement, at: target.range.start)
    }
  }

  // MARK: Branches

  private mutating func ifStatement() throws(SQLSyntaxError) -> ProgramStatement.Kind {
    var branches: [ProgramStatement.Branch] = []
    repeat {
      advance()
      let condition = try anyExpression()
      try expect(.then)
      branches.append(ProgramStatement.Branch(conditions: [condition], statements: try statements()))
    } while keyword == .elsif
    let otherwise = accept(.else) ? try statements() : nil
    try expect(.end)
    try expect(.if)
    return .ifThen(branches, otherwise: otherwise)
  }

  private mutating func caseStatement() throws(SQLSyntaxError) -> ProgramStatement.Kind {
    advance()
    let operand = keyword == .when ? nil : try anyExpression()
    var branches: [ProgramStatement.Branch] = []
    while accept(.when) {
      var conditions: [Expression] = []
      repeat { conditions.append(try caseCondition()) } while accept(.comma)
      try expect(.then)
      branches.append(ProgramStatement.Branch(conditions: conditions, statements: try statements()))
    }
    guard !branches.isEmpty else { throw fault(.missingKeyword) }
    let otherwise = accept(.else) ? try statements() : nil
    try expect(.end)
    try expect(.case)
    if startsIdentifier { _ = try identifier() }
    return .caseOf(operand, branches, otherwise: otherwise)
  }

  /// Reads a value or condition behind WHEN; 23ai's `WHEN < 5 THEN` has the operand left out.
  mutating func caseCondition() throws(SQLSyntaxError) -> Expression {
    switch kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let begin = start
      note("dangling predicates", at: begin)
      advance()
      let right = try anyExpression()
      return Expression(
        kind: .extended(.special("WHEN", text: text(begin, right.range.end))), range: range(from: begin))
    default: return try anyExpression()
    }
  }

  // MARK: Jumps

  private mutating func jump() throws(SQLSyntaxError) -> ProgramStatement.Kind {
    let word = keyword
    advance()
    switch word {
    case .exit, .continue:
      let label = startsIdentifier ? try identifier() : nil
      let condition = accept(.when) ? try anyExpression() : nil
      return word == .exit
        ? .exit(label: label, condition: condition) : .continueLoop(label: label, condition: condition)
    case .goto: return .goto(try identifier())
    case .raise: return .raise(kind == .semicolon || kind == .end ? nil : try objectName(.invalidIdentifier))
    case .pipe:
      try expect(.row)
      return .pipeRow(try anyExpression())
    default: return .returnValue(kind == .semicolon || kind == .end ? nil : try anyExpression())
    }
  }
}
