// DROP.
extension Parser {
  mutating func drop() throws(SQLSyntaxError) -> Statement.Kind {
    let begin = start
    advance()
    guard let kind = dropKind() else {
      guard let other = try administrativeObject("DROP") else { throw fault(.invalidDrop) }
      return .administrative(other)
    }
    var ifExists = false
    if accept(.if) {
      try expect(.exists)
      ifExists = true
    }
    if kind == .databaseLink || kind == .publicDatabaseLink { return .drop(try dropLink(kind, ifExists: ifExists)) }
    var drop = Drop(
      kind: kind, name: try objectName(kind == .table ? .invalidTableName : .invalidIdentifier), ifExists: ifExists,
      isCascade: false, isPurge: false)
    switch kind {
    case .table, .view, .materializedView:
      drop.isCascade = accept(.cascade)
      if drop.isCascade { try expect(.constraints) }
      if kind == .table { drop.isPurge = accept(.purge) }
      let preserve = start
      if kind == .materializedView, accept(.preserve) {
        try expect(.table)
        drop.clauses.append(PhysicalClause(keyword: "PRESERVE TABLE", range: range(from: preserve)))
      }
    case .user, .profile: drop.isCascade = accept(.cascade)
    case .index, .type, .synonym, .publicSynonym, .domain, .indextype, .operator:
      while let clause = dropWord() { drop.clauses.append(clause) }
    case .tablespace, .cluster: drop.clauses = try restAsClauses()
    default: break
    }
    if Self.isUncommon(kind) { note("DROP " + kind.rawValue, at: begin) }
    return .drop(drop)
  }

  private static func isUncommon(_ kind: Drop.Kind) -> Bool {
    switch kind {
    case .table, .view, .materializedView, .index, .sequence, .synonym, .publicSynonym, .user, .role, .procedure,
      .function,
      .package, .trigger, .type, .packageBody, .typeBody:
      false
    default: true
    }
  }

  private mutating func dropWord() -> PhysicalClause? {
    let begin = start
    guard keyword == .force || keyword == .online || keyword == .validate || keyword == .preserve else {
      return dropIndexWord()
    }
    let word = keyword.spelling
    advance()
    return PhysicalClause(keyword: word, range: range(from: begin))
  }

  /// Reads DEFERRED INVALIDATION or IMMEDIATE INVALIDATION.
  private mutating func dropIndexWord() -> PhysicalClause? {
    let begin = start
    guard keyword == .deferred || keyword == .immediate, peek().kind == .word else { return nil }
    advance()
    advance()
    return PhysicalClause(keyword: "INVALIDATION", range: range(from: begin))
  }

  private mutating func dropLink(_ kind: Drop.Kind, ifExists: Bool) throws(SQLSyntaxError) -> Drop {
    let begin = start
    note("DROP " + kind.rawValue, at: begin)
    var name = try identifier(.databaseLinkExpected)
    while accept(.dot) { name.name += "." + (try anyWord().name) }
    if accept(Token.Kind.at) { name.name += "@" + (try anyWord().name) }
    name.range = range(from: begin)
    return Drop(kind: kind, name: ObjectName(name: name), ifExists: ifExists, isCascade: false, isPurge: false)
  }

  /// Reads what kind of object is dropped; nil for one that `Drop` doesn't know.
  private mutating func dropKind() -> Drop.Kind? {
    let next = peek().keyword
    var words = 1
    let kind: Drop.Kind
    switch keyword {
    case .table: kind = .table
    case .view: kind = .view
    case .index: kind = .index
    case .sequence: kind = .sequence
    case .synonym: kind = .synonym
    case .user: kind = .user
    case .role: kind = .role
    case .procedure: kind = .procedure
    case .function: kind = .function
    case .package:
      kind = next == .body ? .packageBody : .package
      if next == .body { words = 2 }
    case .trigger: kind = .trigger
    case .type:
      kind = next == .body ? .typeBody : .type
      if next == .body { words = 2 }
    case .public where next == .synonym: (kind, words) = (.publicSynonym, 2)
    case .public where next == .database: (kind, words) = (.publicDatabaseLink, 3)
    case .database where next == .link: (kind, words) = (.databaseLink, 2)
    case .materialized where next == .view && peek(2).keyword == .log: (kind, words) = (.materializedViewLog, 4)
    case .materialized where next == .view: (kind, words) = (.materializedView, 2)
    case .directory: kind = .directory
    case .cluster: kind = .cluster
    case .profile: kind = .profile
    case .tablespace where foldedText(peek().range) != "SET": kind = .tablespace
    case .library: kind = .library
    case .indextype: kind = .indextype
    default:
      let others: [Drop.Kind] = [.context, .operator, .dimension, .domain]
      guard let other = others.first(where: { isWord($0.rawValue) }) else { return nil }
      kind = other
    }
    for _ in 0..<words { advance() }
    return kind
  }
}
