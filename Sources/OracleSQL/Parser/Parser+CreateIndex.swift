// CREATE INDEX: keys, domain and bitmap join indexes, their partitions.
extension Parser {
  mutating func createIndex() throws(SQLSyntaxError) -> CreateIndex {
    let isUnique = accept(.unique)
    let isBitmap = !isUnique && accept(.bitmap)
    var form: String?
    if !isUnique, !isBitmap, keyword != .index {
      note("CREATE " + foldedText(current.range) + " INDEX", at: start)
      form = try anyWord().name
    }
    try expect(.index, .missingIndex)
    let ifNotExists = try ifNotExists()
    let name = try objectName(.invalidIndexName)
    try expect(.on, .missingOn)
    if keyword == .cluster { return try clusterIndex(name, isUnique: isUnique, ifNotExists: ifNotExists) }
    var index = CreateIndex(
      name: name, isUnique: isUnique, isBitmap: isBitmap, ifNotExists: ifNotExists, table: try objectName(), keys: [],
      isReverse: false, physical: [])
    index.form = form
    if startsIdentifier { index.alias = try identifier() }
    try expectLeft()
    repeat { index.keys.append(try orderItem()) } while accept(.comma)
    try expectRight()
    if keyword == .from { index.join = try bitmapJoin() }
    while try indexProperty(&index) {}
    return index
  }

  private mutating func clusterIndex(
    _ name: ObjectName, isUnique: Bool, ifNotExists: Bool
  ) throws(SQLSyntaxError) -> CreateIndex {
    note("CREATE INDEX ON CLUSTER", at: start)
    advance()
    var index = CreateIndex(
      name: name, isUnique: isUnique, isBitmap: false, ifNotExists: ifNotExists, table: try objectName(), keys: [],
      isReverse: false, physical: [])
    index.isOnCluster = true
    while try indexProperty(&index) {}
    return index
  }

  /// Reads `FROM table, table WHERE condition`.
  private mutating func bitmapJoin() throws(SQLSyntaxError) -> BitmapJoin {
    note("bitmap join indexes", at: start)
    advance()
    var tables: [TableReference] = []
    repeat { tables.append(try tableReference()) } while accept(.comma)
    try expect(.where)
    return BitmapJoin(tables: tables, condition: try condition())
  }

  private mutating func indexProperty(_ index: inout CreateIndex) throws(SQLSyntaxError) -> Bool {
    let begin = start
    switch keyword {
    case .reverse:
      advance()
      index.isReverse = true
    case .local:
      advance()
      index.partitioning = try localPartitions()
      index.physical.append(PhysicalClause(keyword: "LOCAL", range: range(from: begin)))
    case .global:
      advance()
      if keyword == .partition { index.partitioning = .global(try partitioning()) }
      index.physical.append(PhysicalClause(keyword: "GLOBAL", range: range(from: begin)))
    case .indextype: index.domain = try domainIndex()
    case .filter, .parameters:
      note(keyword.spelling + " of an index", at: begin)
      let word = keyword.spelling
      advance()
      if kind == .leftParenthesis { try skipParentheses() }
      index.physical.append(PhysicalClause(keyword: word, range: range(from: begin)))
    default:
      if let clause = try indexClause() {
        index.physical.append(clause)
      } else if let clause = try rareIndexClause(index.form != nil) {
        index.physical.append(clause)
      } else {
        return false
      }
    }
    return true
  }

  /// Reads what stands behind LOCAL: `(PARTITION ..., ...)`, `STORE IN (...)` or nothing.
  private mutating func localPartitions() throws(SQLSyntaxError) -> IndexPartitioning {
    var tablespaces: [Identifier] = []
    if keyword == .store, peek().keyword == .in {
      advance()
      advance()
      tablespaces = try identifierList()
    }
    let partitions = kind == .leftParenthesis ? try partitionList(.partition) : []
    return .local(partitions, tablespaces: tablespaces)
  }

  private mutating func domainIndex() throws(SQLSyntaxError) -> DomainIndex {
    note("domain indexes (INDEXTYPE)", at: start)
    advance()
    try expect(.is)
    var domain = DomainIndex(indextype: try objectName(.invalidIdentifier))
    if keyword == .parameters, peek().kind == .leftParenthesis {
      advance()
      advance()
      domain.parameters = try string().text
      try expectRight()
    }
    return domain
  }

  /// Reads clauses of vector and search indexes, which are words and lists, and of all indexes ANNOTATIONS, ILM, ...
  private mutating func rareIndexClause(_ isSpecial: Bool) throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    guard kind == .word else { return nil }
    let word = foldedText(current.range)
    if isSpecial {
      return try restAsClauses().first
    }
    guard ["ANNOTATIONS", "ILM", "DEFERRED", "IMMEDIATE"].contains(word) else { return nil }
    note(word, at: begin)
    advance()
    if kind == .leftParenthesis { try skipParentheses() }
    if acceptWord("INVALIDATION") || accept(.add) {
      while kind == .word { advance() }
    }
    return PhysicalClause(keyword: word, range: range(from: begin))
  }
}
