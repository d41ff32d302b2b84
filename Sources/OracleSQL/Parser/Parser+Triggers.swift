// CREATE TRIGGER from its name on.
extension Parser {
  mutating func trigger() throws(SQLSyntaxError) -> TriggerDefinition {
    let name = try objectName(.invalidIdentifier)
    var clauses: [PhysicalClause] = []
    while let property = try unitProperty() { clauses.append(property) }
    var trigger = TriggerDefinition(
      name: name, timing: try triggerTiming(), target: .database, body: .block(Block(range: current.range)))
    trigger.clauses = clauses
    try triggerEvents(&trigger)
    try expect(.on, .missingOn)
    trigger.target = try triggerTarget()
    while try triggerProperty(&trigger) {}
    trigger.body = try triggerBody(isCompound: trigger.timing == .compound)
    return trigger
  }

  private mutating func triggerTiming() throws(SQLSyntaxError) -> TriggerDefinition.Timing {
    if accept(.before) { return .before }
    if accept(.after) { return .after }
    if accept(.for) { return .compound }
    guard accept(.instead) else { throw fault(.missingKeyword) }
    try expect(.of)
    return .insteadOf
  }

  private mutating func triggerEvents(_ trigger: inout TriggerDefinition) throws(SQLSyntaxError) {
    repeat {
      switch keyword {
      case .insert, .delete:
        trigger.events.append(keyword == .insert ? .insert : .delete)
        advance()
      case .update:
        advance()
        var columns: [Identifier] = []
        if accept(.of) {
          repeat { columns.append(try triggerColumn()) } while accept(.comma)
        }
        trigger.events.append(.update(columns: columns))
      default:
        guard kind == .word, keyword != .on else { throw fault(.missingKeyword) }
        var words = try anyWord().name
        while kind == .word, keyword != .on, keyword != .or { words += " " + (try anyWord().name) }
        trigger.events.append(.system(words))
      }
    } while accept(.or)
    guard accept(.of) else { return }
    // Oracle takes OF behind the last event, too, and means UPDATE's.
    var columns: [Identifier] = []
    repeat { columns.append(try triggerColumn()) } while accept(.comma)
    for (place, event) in trigger.events.enumerated() {
      if case .update(let own) = event { trigger.events[place] = .update(columns: own + columns) }
    }
  }

  private mutating func triggerColumn() throws(SQLSyntaxError) -> Identifier {
    guard kind == .word || kind == .quotedIdentifier, keyword != .on, keyword != .or else {
      throw fault(.invalidIdentifier)
    }
    return try anyWord()
  }

  private mutating func triggerTarget() throws(SQLSyntaxError) -> TriggerDefinition.Target {
    if accept(.nested) {
      try expect(.table)
      let column = try identifier()
      try expect(.of)
      return .nestedTable(column, view: try objectName())
    }
    if accept(.database) { return .database }
    if acceptWord("PLUGGABLE") {
      try expect(.database)
      return .database
    }
    if keyword == .schema, peek().kind != .dot {
      advance()
      return .schema(nil)
    }
    if peek().kind == .dot, peek(2).keyword == .schema {
      let owner = try identifier()
      advance()
      advance()
      return .schema(owner)
    }
    return .table(try objectName())
  }

  private mutating func triggerProperty(_ trigger: inout TriggerDefinition) throws(SQLSyntaxError) -> Bool {
    let begin = start
    switch keyword {
    case .referencing:
      advance()
      try referencing(&trigger.referencing)
    case .for:
      advance()
      guard accept(.each) else { throw fault(.missingKeyword) }
      try expect(.row)
      trigger.isForEachRow = true
    case .enable, .disable:
      trigger.isEnabled = keyword == .enable
      advance()
    case .when:
      advance()
      let isParenthesized = kind == .leftParenthesis
      trigger.condition = isParenthesized ? try anyExpression() : try condition()
    case .follows, .precedes:
      let word = keyword.spelling
      advance()
      repeat { _ = try objectName(.invalidIdentifier) } while accept(.comma)
      trigger.clauses.append(PhysicalClause(keyword: word, range: range(from: begin)))
    default:
      guard isWord("FORWARD") || isWord("REVERSE") || isWord("CROSSEDITION") else { return false }
      while acceptWord("FORWARD") || acceptWord("REVERSE") || acceptWord("CROSSEDITION") {}
      trigger.clauses.append(PhysicalClause(keyword: "CROSSEDITION", range: range(from: begin)))
    }
    return true
  }

  private mutating func referencing(_ names: inout TriggerDefinition.Referencing) throws(SQLSyntaxError) {
    var count = 0
    while true {
      if acceptWord("NEW") {
        _ = accept(.as)
        names.new = try anyWord()
      } else if acceptWord("OLD") {
        _ = accept(.as)
        names.old = try anyWord()
      } else if acceptWord("PARENT") {
        _ = accept(.as)
        names.parent = try anyWord()
      } else if count > 0 {
        return
      } else {
        throw fault(.missingKeyword)
      }
      count += 1
    }
  }

  private mutating func triggerBody(isCompound: Bool) throws(SQLSyntaxError) -> TriggerDefinition.Body {
    if keyword == .compound, peek().keyword == .trigger {
      advance()
      advance()
      return .compound(try compoundBody())
    }
    if isCompound { throw fault(.missingKeyword) }
    if accept(.call) { return .call(try postfix(try primary())) }
    guard keyword == .begin || keyword == .declare || kind == .labelStart else { throw fault(.missingKeyword) }
    return .block(try block())
  }

  private mutating func compoundBody() throws(SQLSyntaxError) -> TriggerDefinition.CompoundBody {
    var body = TriggerDefinition.CompoundBody()
    body.declarations = try declarations()
    while keyword == .before || keyword == .after || keyword == .instead {
      let timing = try triggerTiming()
      let isForEachRow = accept(.each)
      if isForEachRow { try expect(.row) } else { guard acceptWord("STATEMENT") else { throw fault(.missingKeyword) } }
      guard accept(.is) || accept(.as) else { throw fault(.missingKeyword) }
      let begin = start
      let declared = try declarations()
      let block = try blockBody(declared, from: begin, endsCompoundSection: true)
      body.sections.append(TriggerDefinition.Section(timing: timing, isForEachRow: isForEachRow, block: block))
      try expect(.semicolon, .notProperlyEnded)
    }
    try expect(.end)
    if startsIdentifier { _ = try objectName(.invalidIdentifier) }
    return body
  }

  /// Reads `BEFORE STATEMENT`, `AFTER EACH ROW` behind the END of a section.
  mutating func compoundSectionEnd() throws(SQLSyntaxError) {
    _ = try triggerTiming()
    if accept(.each) { try expect(.row) } else { guard acceptWord("STATEMENT") else { throw fault(.missingKeyword) } }
  }
}
