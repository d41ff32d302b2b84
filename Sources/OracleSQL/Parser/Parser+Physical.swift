// Storage clauses: each is read by its own grammar and kept as a range, without effect.
extension Parser {
  /// Reads a storage clause of CREATE or ALTER TABLE; nil when none is next.
  mutating func tableClause() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    var keyword = try tableClauseKeyword()
    if keyword == nil { keyword = try segmentClauseKeyword() }
    guard let keyword else { return nil }
    return PhysicalClause(keyword: keyword, range: range(from: begin))
  }

  /// Reads a storage clause of an index; nil when none is next.
  mutating func indexClause() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    var keyword = try indexClauseKeyword()
    if keyword == nil { keyword = try segmentClauseKeyword() }
    guard let keyword else { return nil }
    return PhysicalClause(keyword: keyword, range: range(from: begin))
  }

  // MARK: Clauses of any segment

  private mutating func segmentClauseKeyword() throws(SQLSyntaxError) -> String? {
    let word = keyword
    switch word {
    case .tablespace:
      advance()
      _ = try identifier(.invalidIdentifier)
    case .pctfree, .pctused, .initrans, .maxtrans, .pctthreshold:
      advance()
      _ = try integer()
    case .storage:
      advance()
      try skipParentheses()
    case .logging, .nologging, .nocompress, .noparallel, .nocache, .noinmemory: advance()
    case .parallel:
      advance()
      if kind == .number { advance() } else if kind == .leftParenthesis { try skipParentheses() }
    case .compress:
      advance()
      try compression()
    case .segment:
      advance()
      try expect(.creation)
      guard accept(.immediate) || accept(.deferred) else { throw fault(.missingKeyword) }
    default: return nil
    }
    return word.spelling
  }

  private mutating func compression() throws(SQLSyntaxError) {
    if kind == .number {
      advance()
    } else if accept(.basic) {
      return
    } else if accept(.advanced) {
      if !accept(.low) { _ = accept(.high) }
    } else if accept(.for) {
      var words = 0
      while [.query, .archive, .all, .operations, .oltp, .low, .high].contains(keyword), words < 3 {
        words += 1
        advance()
      }
      if words == 0, !acceptWord("DIRECT_LOAD") { throw fault(.missingKeyword) }
    }
  }

  // MARK: Clauses of tables

  private mutating func tableClauseKeyword() throws(SQLSyntaxError) -> String? {
    let word = keyword
    switch word {
    case .cache, .monitoring, .nomonitoring, .rowdependencies, .norowdependencies, .overflow: advance()
    case .nomapping: advance()
    case .mapping:
      advance()
      try expect(.table)
    case .including:
      advance()
      _ = try identifier()
    case .organization: return try organization()
    case .row where peek().keyword == .store, .column where peek().keyword == .store:
      advance()
      advance()
      guard accept(.compress) else { throw fault(.invalidOption) }
      try compression()
    case .enable where peek().keyword == .row, .disable where peek().keyword == .row:
      advance()
      advance()
      try expect(.movement)
      return "ROW MOVEMENT"
    case .lob where peek().kind == .leftParenthesis: try lobStorage()
    case .nested where peek().keyword == .table: try nestedTableStorage()
    case .varray, .xmltype: try objectStorage()
    case .column where peek().kind == .word || peek().kind == .quotedIdentifier: try objectStorage()
    case .pctversion, .retention, .chunk: try lobParameter()
    case .cluster, .inmemory, .indexing, .resultCache, .flashback, .no, .default: return try rareTableClause(word)
    default: return nil
    }
    return word.spelling
  }

  private mutating func organization() throws(SQLSyntaxError) -> String {
    advance()
    if accept(.heap) { return "ORGANIZATION HEAP" }
    if accept(.index) { return "ORGANIZATION INDEX" }
    throw fault(.missingKeyword)
  }

  private mutating func lobParameter() throws(SQLSyntaxError) {
    advance()
    if kind == .number { advance() }
  }

  private mutating func rareTableClause(_ word: Keyword) throws(SQLSyntaxError) -> String? {
    switch word {
    case .cluster:
      advance()
      _ = try objectName()
      _ = try identifierList()
    case .inmemory:
      advance()
      while [.query, .high, .low, .all, .none, .no].contains(keyword) || isWord("MEMCOMPRESS") || isWord("PRIORITY")
        || isWord("DML") || isWord("CAPACITY") || isWord("CRITICAL") || isWord("DISTRIBUTE") || isWord("DUPLICATE")
        || keyword == .for && foldedText(peek().range) != "STAGING" && peek().keyword != .update
      {
        advance()
      }
      if kind == .leftParenthesis { try skipParentheses() }
    case .indexing:
      advance()
      guard accept(.on) || accept(.off) else { throw fault(.missingKeyword) }
    case .resultCache:
      advance()
      try skipParentheses()
    case .flashback:
      advance()
      try expect(.archive)
      if startsIdentifier { _ = try identifier() }
    case .no where peek().keyword == .flashback:
      advance()
      advance()
      try expect(.archive)
      return "NO FLASHBACK"
    case .default where peek().keyword == .collation:
      advance()
      advance()
      _ = try identifier()
      return "DEFAULT COLLATION"
    default: return nil
    }
    return word.spelling
  }

  /// Reads `LOB (columns) STORE AS [SECUREFILE | BASICFILE] [segment] [(parameters)]`.
  private mutating func lobStorage() throws(SQLSyntaxError) {
    advance()
    _ = try identifierList()
    try expect(.store)
    try storeAs()
  }

  private mutating func storeAs() throws(SQLSyntaxError) {
    try expect(.as)
    let begin = start
    if acceptWord("TRANSPORTABLE") { note("TRANSPORTABLE", at: begin) }
    _ = accept(.securefile) || accept(.basicfile)
    _ = accept(.lob) || accept(.clob) || acceptWord("BINARY")
    _ = accept(.xmltype) || acceptWord("XML")
    if startsIdentifier, kind == .quotedIdentifier || keyword == .other { _ = try identifier() }
    if kind == .leftParenthesis { try skipParentheses() }
  }

  private mutating func nestedTableStorage() throws(SQLSyntaxError) {
    advance()
    advance()
    if keyword != .columnValue || peek().keyword != .store { _ = try identifier() } else { advance() }
    if accept(.local) || accept(.global) {}
    try expect(.store)
    try expect(.as)
    _ = try identifier()
    while kind == .leftParenthesis { try skipParentheses() }
    if accept(.return) || acceptWord("RETURN") {
      _ = accept(.as)
      _ = acceptWord("VALUE") || acceptWord("LOCATOR")
    }
  }

  private mutating func objectStorage() throws(SQLSyntaxError) {
    advance()
    _ = accept(.column)
    _ = try identifier()
    while accept(.dot) { _ = try identifier() }
    guard keyword == .store else {
      let begin = start
      guard try substitutable() else { throw fault(.missingKeyword) }
      note("SUBSTITUTABLE", at: begin)
      return
    }
    advance()
    try storeAs()
  }

  // MARK: Clauses of indexes

  private mutating func indexClauseKeyword() throws(SQLSyntaxError) -> String? {
    let word = keyword
    switch word {
    case .online, .nosort, .sort, .noreverse, .visible, .invisible, .unusable, .usable: advance()
    case .reverse: advance()
    case .compute:
      advance()
      guard acceptWord("STATISTICS") else { throw fault(.missingKeyword) }
    case .local:
      advance()
      if kind == .leftParenthesis { _ = try partitionList(.partition) }
    case .global:
      advance()
      if keyword == .partition { _ = try partitioning() }
    case .indexing:
      advance()
      guard accept(.full) || acceptWord("PARTIAL") else { throw fault(.missingKeyword) }
    default: return nil
    }
    return word.spelling
  }

  /// Reads `SUPPLEMENTAL LOG GROUP ...` or `SUPPLEMENTAL LOG DATA (...) COLUMNS`.
  mutating func supplementalLog() throws(SQLSyntaxError) -> PhysicalClause {
    let begin = start
    advance()
    try expect(.log)
    if accept(.data) {
      try skipParentheses()
      try expect(.columns)
    } else {
      try expect(.group)
      _ = try identifier()
      try skipParentheses()
      _ = accept(.always)
    }
    return PhysicalClause(keyword: "SUPPLEMENTAL LOG", range: range(from: begin))
  }
}
