// ALTER TABLE and ALTER INDEX ... PARTITION.
extension Parser {
  /// Whether a change of partitions comes next: a verb with PARTITION, PARTITIONS or SUBPARTITION behind it.
  var startsPartitionChange: Bool {
    let next = peek().keyword
    guard next == .partition || next == .partitions || next == .subpartition || next == .subpartitions else {
      return false
    }
    switch keyword {
    case .add, .drop, .truncate, .move, .modify, .rename, .coalesce, .merge, .rebuild: return true
    default: return isWord("SPLIT") || isWord("EXCHANGE")
    }
  }

  mutating func partitionChange() throws(SQLSyntaxError) -> PartitionChange {
    note("changes of partitions", at: start)
    let verb = try anyWord().name
    let word: Keyword = keyword == .subpartition || keyword == .subpartitions ? .subpartition : .partition
    var change = PartitionChange(verb: verb, isSubpartition: word == .subpartition)
    if verb == "ADD" {
      repeat { change.definitions.append(try partitionDefinition(word)) } while accept(.comma)
    } else {
      let isList = keyword == .partitions || keyword == .subpartitions
      advance()
      if verb != "COALESCE" || startsIdentifier && keyword != .update && keyword != .parallel {
        repeat {
          if !change.targets.isEmpty { _ = accept(.partition) || accept(.subpartition) }
          change.targets.append(try partitionReference())
        } while accept(.comma) || isList && accept(.to)
      }
      try partitionChangeTail(&change, word)
    }
    while let clause = try partitionChangeClause() { change.clauses.append(clause) }
    return change
  }

  private mutating func partitionReference() throws(SQLSyntaxError) -> PartitionReference {
    guard keyword == .for, peek().kind == .leftParenthesis else { return .name(try identifier()) }
    advance()
    return .key(try partitionValues())
  }

  private mutating func partitionChangeTail(_ change: inout PartitionChange, _ word: Keyword) throws(SQLSyntaxError) {
    switch change.verb {
    case "RENAME":
      try expect(.to, .missingTo)
      change.newName = try identifier()
    case "EXCHANGE":
      try expect(.with, .missingWith)
      try expect(.table)
      change.table = try objectName()
    case "SPLIT", "MERGE":
      if accept(Keyword.at) || accept(.values) { change.values = try partitionValues() }
      guard accept(.into) else { return }
      if kind == .leftParenthesis {
        change.definitions = try partitionList(word)
      } else {
        change.definitions = [try partitionDefinition(word)]
      }
    case "MODIFY":
      let begin = start
      guard keyword == .add || keyword == .drop, peek().keyword == .values else { return }
      let verb = keyword.spelling
      advance()
      advance()
      change.values = try partitionValues()
      change.clauses.append(PhysicalClause(keyword: verb + " VALUES", range: range(from: begin)))
    default: break
    }
  }

  /// Reads what may follow: storage clauses, index maintenance, words such as ONLINE.
  private mutating func partitionChangeClause() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    func clause(_ name: String) -> PhysicalClause { PhysicalClause(keyword: name, range: range(from: begin)) }
    switch keyword {
    case .update, .keep:
      advance()
      _ = accept(.global)
      guard accept(.index) || acceptWord("INDEXES") else { throw fault(.missingKeyword) }
      if kind == .leftParenthesis { try skipParentheses() }
      return clause("UPDATE INDEXES")
    case .including, .without, .with:
      let word = keyword.spelling
      advance()
      guard acceptWord("INDEXES") || acceptWord("VALIDATION") || accept(.rowid) else { throw fault(.missingKeyword) }
      return clause(word)
    case .drop, .reuse:
      let word = keyword.spelling
      advance()
      _ = accept(.all)
      try expect(.storage)
      return clause(word + " STORAGE")
    case .rebuild, .online, .cascade, .unusable, .coalesce, .usable, .nested:
      let word = keyword
      if word == .nested { return try tableClause() }
      advance()
      if word == .rebuild {
        try expect(.unusable)
        try expect(.local)
        guard acceptWord("INDEXES") else { throw fault(.missingKeyword) }
      }
      if word == .unusable, accept(.local) {
        guard acceptWord("INDEXES") else { throw fault(.missingKeyword) }
      }
      return clause(word.spelling)
    case .add, .parameters, .where: return try rarePartitionChangeClause()
    default:
      if acceptWord("INVALIDATE") {
        try expect(.global)
        guard acceptWord("INDEXES") else { throw fault(.missingKeyword) }
        return clause("INVALIDATE")
      }
      if acceptWord("EXCLUDING") {
        guard acceptWord("INDEXES") else { throw fault(.missingKeyword) }
        return clause("EXCLUDING")
      }
      if acceptWord("NONPARTITIONED") { return clause("NONPARTITIONED") }
      return try alterPhysicalClause()
    }
  }

  private mutating func rarePartitionChangeClause() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    let word = keyword
    switch word {
    case .parameters:
      advance()
      try skipParentheses()
    case .add where peek().keyword == .subpartition:
      advance()
      _ = try partitionDefinition(.subpartition)
      return PhysicalClause(keyword: "ADD SUBPARTITION", range: range(from: begin))
    default: return nil
    }
    return PhysicalClause(keyword: word.spelling, range: range(from: begin))
  }
}
