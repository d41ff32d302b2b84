// CREATE MATERIALIZED VIEW, and its logs.
extension Parser {
  /// Reads from MATERIALIZED VIEW (or SNAPSHOT) on.
  mutating func createMaterializedView() throws(SQLSyntaxError) -> Statement.Kind {
    note("CREATE MATERIALIZED", at: start)
    advance()
    _ = accept(.view)
    if accept(.log) { return .createMaterializedViewLog(try materializedViewLog()) }
    let ifNotExists = try ifNotExists()
    let name = try objectName()
    var objectType: ObjectName?
    if accept(.of) { objectType = try objectName(.invalidDatatype) }
    var view = CreateMaterializedView(
      name: name, ifNotExists: ifNotExists, query: .nothing)
    view.objectType = objectType
    if kind == .leftParenthesis { view.columns = try materializedColumns(&view.physical) }
    while try materializedViewClause(&view) {}
    try expect(.as)
    view.query = try query()
    return .createMaterializedView(view)
  }

  private mutating func materializedColumns(
    _ physical: inout [PhysicalClause]
  ) throws(SQLSyntaxError) -> [Identifier] {
    advance()
    var names: [Identifier] = []
    repeat {
      if accept(.scope) {
        let begin = start
        try expect(.for)
        try skipParentheses()
        try expect(.is)
        _ = try objectName()
        physical.append(PhysicalClause(keyword: "SCOPE", range: range(from: begin)))
        continue
      }
      names.append(try identifier())
      let begin = start
      if accept(.encrypt) {
        try encryption()
        physical.append(PhysicalClause(keyword: "ENCRYPT", range: range(from: begin)))
      }
    } while accept(.comma)
    try expectRight()
    return names
  }

  private mutating func materializedViewClause(_ view: inout CreateMaterializedView) throws(SQLSyntaxError) -> Bool {
    let begin = start
    switch keyword {
    case .on where isWord("ON") && foldedText(peek().range) == "PREBUILT":
      advance()
      advance()
      try expect(.table)
      view.isPrebuilt = true
      guard keyword == .with || keyword == .without else { return true }
      let precision = start
      advance()
      guard acceptWord("REDUCED") else { throw fault(.missingKeyword) }
      try expect(.precision)
      view.physical.append(PhysicalClause(keyword: "REDUCED PRECISION", range: range(from: precision)))
    case .for where peek().keyword == .update:
      advance()
      advance()
      view.isUpdatable = true
    case .partition where peek().keyword == .by: view.partitioning = try partitioning()
    case .enable where foldedText(peek().range) == "QUERY", .disable where foldedText(peek().range) == "QUERY":
      view.queryRewrite = keyword == .enable
      advance()
      advance()
      guard acceptWord("REWRITE") else { throw fault(.missingKeyword) }
    case .using where peek().keyword == .index:
      advance()
      advance()
      while try indexClause() != nil {}
      view.physical.append(PhysicalClause(keyword: "USING INDEX", range: range(from: begin)))
    case .using where peek().keyword == .no:
      advance()
      advance()
      try expect(.index)
      view.physical.append(PhysicalClause(keyword: "USING NO INDEX", range: range(from: begin)))
    default: return try materializedViewWord(&view)
    }
    return true
  }

  private mutating func materializedViewWord(_ view: inout CreateMaterializedView) throws(SQLSyntaxError) -> Bool {
    let begin = start
    if acceptWord("BUILD") {
      view.buildsImmediately = keyword == .immediate
      guard accept(.immediate) || accept(.deferred) else { throw fault(.missingKeyword) }
    } else if isWord("REFRESH") || isWord("NEVER") {
      view.refresh = try refresh()
    } else if keyword == .enable || keyword == .disable,
      peek().keyword == .on || foldedText(peek().range) == "CONCURRENT"
    {
      advance()
      advance()
      _ = acceptWord("QUERY") || acceptWord("REFRESH") || accept(.query)
      _ = acceptWord("COMPUTATION")
      view.physical.append(PhysicalClause(keyword: "QUERY COMPUTATION", range: range(from: begin)))
    } else if acceptWord("ANNOTATIONS") {
      try skipParentheses()
      view.physical.append(PhysicalClause(keyword: "ANNOTATIONS", range: range(from: begin)))
    } else if acceptWord("EVALUATE") || accept(.using) {
      while kind == .word, keyword != .as, keyword != .partition { advance() }
      view.physical.append(PhysicalClause(keyword: "EVALUATE", range: range(from: begin)))
    } else if let clause = try tableClause() {
      view.physical.append(clause)
      if clause.keyword == "CLUSTER" { note("CLUSTER", at: begin) }
    } else {
      return false
    }
    return true
  }

  private mutating func refresh() throws(SQLSyntaxError) -> CreateMaterializedView.Refresh {
    var refresh = CreateMaterializedView.Refresh()
    if acceptWord("NEVER") {
      guard acceptWord("REFRESH") else { throw fault(.missingKeyword) }
      refresh.isNever = true
      return refresh
    }
    advance()
    while true {
      let begin = start
      if accept(.force) {
        refresh.method = .force
      } else if acceptWord("FAST") {
        refresh.method = .fast
      } else if acceptWord("COMPLETE") {
        refresh.method = .complete
      } else if keyword == .on, peek().keyword != .query, foldedText(peek().range) != "PREBUILT" {
        advance()
        if accept(.commit) {
          refresh.moment = .onCommit
        } else if acceptWord("DEMAND") {
          refresh.moment = .onDemand
        } else {
          guard acceptWord("STATEMENT") else { throw fault(.missingKeyword) }
          refresh.moment = .onStatement
        }
      } else if accept(.start) {
        try expect(.with, .missingWith)
        refresh.startWith = try value()
      } else if accept(.next) {
        refresh.next = try value()
      } else if accept(.with) {
        if !accept(.rowid) {
          try expect(.primary)
          try expect(.key)
        }
        refresh.clauses.append(PhysicalClause(keyword: "WITH", range: range(from: begin)))
      } else if keyword == .using, peek().keyword != .index, peek().keyword != .no {
        advance()
        while acceptWord("TRUSTED") || acceptWord("ENFORCED") || accept(.constraints) || accept(.default)
          || accept(.master) || accept(.local) || accept(.rollback) || accept(.segment)
        {}
        if startsIdentifier, text(begin, previousEnd).uppercased().hasSuffix("SEGMENT") { _ = try identifier() }
        refresh.clauses.append(PhysicalClause(keyword: "USING", range: range(from: begin)))
      } else {
        return refresh
      }
    }
  }

  // MARK: Logs

  private mutating func materializedViewLog() throws(SQLSyntaxError) -> CreateMaterializedViewLog {
    _ = try ifNotExists()
    try expect(.on, .missingOn)
    var log = CreateMaterializedViewLog(table: try objectName())
    while try materializedViewLogClause(&log) {}
    return log
  }

  private mutating func materializedViewLogClause(
    _ log: inout CreateMaterializedViewLog
  ) throws(SQLSyntaxError) -> Bool {
    let begin = start
    if accept(.with) {
      repeat {
        if kind == .leftParenthesis {
          log.columns += try identifierList()
        } else if accept(.primary) {
          try expect(.key)
          log.contents.append("PRIMARY KEY")
        } else if accept(.object) {
          guard acceptWord("ID") else { throw fault(.missingKeyword) }
          log.contents.append("OBJECT ID")
        } else if accept(.commit) {
          try expect(.scn)
          log.contents.append("COMMIT SCN")
        } else {
          guard keyword == .rowid || keyword == .sequence else { throw fault(.missingKeyword) }
          log.contents.append(keyword.spelling)
          advance()
        }
        if kind == .leftParenthesis { log.columns += try identifierList() }
      } while accept(.comma)
    } else if keyword == .including || isWord("EXCLUDING") {
      log.includesNewValues = keyword == .including
      advance()
      guard acceptWord("NEW") else { throw fault(.missingKeyword) }
      try expect(.values)
    } else if accept(.purge) {
      while kind == .word, keyword != .for, keyword != .parallel {
        if accept(.start) || accept(.next) || acceptWord("REPEAT") || accept(.repeat) {
          _ = accept(.with) || accept(.interval)
          _ = try value()
        } else {
          guard accept(.immediate) || acceptWord("SYNCHRONOUS") || acceptWord("ASYNCHRONOUS") else { break }
        }
      }
      log.physical.append(PhysicalClause(keyword: "PURGE", range: range(from: begin)))
    } else if accept(.for) {
      _ = acceptWord("SYNCHRONOUS") || acceptWord("FAST")
      guard acceptWord("REFRESH") else { throw fault(.missingKeyword) }
      if accept(.using) { _ = try identifier() }
      log.physical.append(PhysicalClause(keyword: "FOR REFRESH", range: range(from: begin)))
    } else if keyword == .partition, peek().keyword == .by {
      _ = try partitioning()
      log.physical.append(PhysicalClause(keyword: "PARTITION BY", range: range(from: begin)))
    } else if let clause = try tableClause() {
      log.physical.append(clause)
    } else {
      return false
    }
    return true
  }
}

extension Query {
  /// A place holder that is replaced before anybody sees it.
  static var nothing: Query {
    let range = SourceRange(start: 0, end: 0)
    let block = SelectBlock(
      isDistinct: false, items: [], from: [], condition: nil, groupBy: [], having: nil, range: range)
    return Query(first: .select(block), range: range)
  }
}
