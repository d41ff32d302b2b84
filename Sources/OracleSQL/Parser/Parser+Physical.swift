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
    case .partition: try partitioning()
    case .cluster, .inmemory, .indexing, .resultCache, .flashback, .no, .default: return try rareTableClause(word)
    default: return nil
    }
    return word.spelling
  }

  private mutating func organization() throws(SQLSyntaxError) -> String {
    advance()
    if accept(.heap) { return "ORGANIZATION HEAP" }
    if accept(.index) { return "ORGANIZATION INDEX" }
    throw fault(.unimplemented, "ORGANIZATION EXTERNAL")
  }

  private mutating func rareTableClause(_ word: Keyword) throws(SQLSyntaxError) -> String? {
    switch word {
    case .cluster:
      advance()
      _ = try objectName()
      _ = try identifierList()
    case .inmemory: advance()
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
    _ = accept(.securefile) || accept(.basicfile)
    _ = accept(.lob) || accept(.clob) || acceptWord("BINARY")
    _ = accept(.xmltype) || acceptWord("XML")
    if startsIdentifier, kind == .quotedIdentifier || keyword == .other { _ = try identifier() }
    if kind == .leftParenthesis { try skipParentheses() }
  }

  private mutating func nestedTableStorage() throws(SQLSyntaxError) {
    advance()
    advance()
    _ = try identifier()
    try expect(.store)
    try expect(.as)
    _ = try identifier()
    if kind == .leftParenthesis { try skipParentheses() }
    if accept(.return) || acceptWord("RETURN") {
      _ = accept(.as)
      _ = acceptWord("VALUE") || acceptWord("LOCATOR")
    }
  }

  private mutating func objectStorage() throws(SQLSyntaxError) {
    advance()
    _ = accept(.column)
    _ = try identifier()
    try expect(.store)
    try storeAs()
  }

  // MARK: Partitions

  /// Reads `PARTITION BY ...` with the lists that belong to it.
  private mutating func partitioning() throws(SQLSyntaxError) {
    advance()
    try expect(.by, .missingBy)
    try partitionMethod()
    while true {
      switch keyword {
      case .interval:
        advance()
        try skipParentheses()
      case .subpartition:
        advance()
        if accept(.by) {
          try partitionMethod()
        } else {
          try expect(.template)
          try skipParentheses()
        }
      case .partitions, .subpartitions:
        advance()
        _ = try integer()
      case .store:
        advance()
        try expect(.in)
        try skipParentheses()
      default:
        if kind == .leftParenthesis { try skipParentheses() }
        return
      }
    }
  }

  private mutating func partitionMethod() throws(SQLSyntaxError) {
    guard accept(.range) || accept(.list) || accept(.hash) || acceptWord("REFERENCE") || acceptWord("SYSTEM") else {
      throw fault(.missingKeyword)
    }
    if kind == .leftParenthesis { try skipParentheses() }
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
      if kind == .leftParenthesis { try skipParentheses() }
    case .global:
      advance()
      if keyword == .partition { try partitioning() }
    case .indexing:
      advance()
      guard accept(.full) || acceptWord("PARTIAL") else { throw fault(.missingKeyword) }
    default:
      if isWord("INDEXTYPE") { throw fault(.unimplemented, "domain indexes (INDEXTYPE)") }
      return nil
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
