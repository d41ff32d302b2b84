// PARTITION BY, SUBPARTITION BY and the lists of partitions.
extension Parser {
  /// Reads `PARTITION BY ...` or `PARTITIONSET BY ...` with the lists that belong to it.
  mutating func partitioning() throws(SQLSyntaxError) -> Partitioning {
    let begin = start
    advance()
    try expect(.by, .missingBy)
    var result = Partitioning(method: try partitionMethod(), columns: [], range: SourceRange(start: begin, end: begin))
    try partitionKey(of: &result)
    while true {
      switch keyword {
      case .interval where result.interval == nil: result.interval = try partitionInterval()
      case .subpartition where peek().keyword == .by: result.subpartitioning = try subpartitioning()
      case .partitions:
        advance()
        if isWord("AUTO") { advance() } else { result.count = try integer() }
      case .store where peek().keyword == .in: result.tablespaces += try storeIn()
      default:
        if acceptWord("AUTOMATIC") {
          result.isAutomatic = true
          continue
        }
        if kind == .leftParenthesis, peek().keyword == .partition {
          result.partitions = try partitionList(.partition)
        }
        result.range = range(from: begin)
        return result
      }
    }
  }

  private mutating func partitionMethod() throws(SQLSyntaxError) -> PartitionMethod {
    if accept(.range) { return .range }
    if accept(.list) { return .list }
    if accept(.hash) { return .hash }
    if acceptWord("REFERENCE") { return .reference }
    if accept(.system) { return .system }
    if acceptWord("CONSISTENT") {
      try expect(.hash)
      return .consistentHash
    }
    throw fault(.missingKeyword)
  }

  private mutating func partitionKey(of partitioning: inout Partitioning) throws(SQLSyntaxError) {
    guard partitioning.method != .system else { return }
    let columns = try partitionColumns()
    if partitioning.method == .reference {
      partitioning.constraint = columns.first
    } else {
      partitioning.columns = columns
    }
  }

  /// Reads the key; an expression in it stands as a name with its text, as 23ai has JSON paths there.
  private mutating func partitionColumns() throws(SQLSyntaxError) -> [Identifier] {
    try expectLeft()
    guard kind != .rightParenthesis else { throw fault(.invalidIdentifier) }
    var names: [Identifier] = []
    repeat {
      let begin = start
      let expression = try value()
      if case .column(let reference) = expression.kind, reference.table == nil {
        names.append(reference.column)
      } else {
        note("partition keys that are expressions", at: begin)
        names.append(Identifier(name: text(begin, previousEnd), isQuoted: true, range: range(from: begin)))
      }
    } while accept(.comma)
    try expectRight()
    return names
  }

  private mutating func partitionInterval() throws(SQLSyntaxError) -> Expression {
    advance()
    try expectLeft()
    let interval = try value()
    try expectRight()
    return interval
  }

  private mutating func storeIn() throws(SQLSyntaxError) -> [Identifier] {
    advance()
    try expect(.in)
    return try identifierList()
  }

  private mutating func subpartitioning() throws(SQLSyntaxError) -> Subpartitioning {
    advance()
    advance()
    var result = Subpartitioning(method: try partitionMethod(), columns: try partitionColumns())
    while true {
      switch keyword {
      case .interval where result.interval == nil: result.interval = try partitionInterval()
      case .subpartition where peek().keyword == .template:
        advance()
        advance()
        result.template = try partitionList(.subpartition)
      case .subpartitions:
        advance()
        result.count = try integer()
      case .store where peek().keyword == .in: result.tablespaces = try storeIn()
      default:
        guard acceptWord("AUTOMATIC") else { return result }
        result.isAutomatic = true
      }
    }
  }

  // MARK: Partitions

  /// Reads `(PARTITION ..., PARTITION ...)`, or with SUBPARTITION as `word`.
  mutating func partitionList(_ word: Keyword) throws(SQLSyntaxError) -> [PartitionDefinition] {
    try expectLeft()
    var partitions: [PartitionDefinition] = []
    repeat { partitions.append(try partitionDefinition(word)) } while accept(.comma)
    try expectRight()
    return partitions
  }

  /// Reads `PARTITION [name] [VALUES ...] clauses [subpartitions]`.
  mutating func partitionDefinition(_ word: Keyword) throws(SQLSyntaxError) -> PartitionDefinition {
    try enter()
    let begin = start
    try expect(word)
    var partition = PartitionDefinition(range: SourceRange(start: begin, end: begin))
    if startsIdentifier, !startsPartitionClause { partition.name = try identifier() }
    if keyword == .values { partition.bound = try partitionBound() }
    while true {
      if keyword == .subpartitions {
        advance()
        partition.subpartitionCount = try integer()
      } else if keyword == .store, peek().keyword == .in {
        partition.tablespaces = try storeIn()
      } else if kind == .leftParenthesis, peek().keyword == .subpartition {
        partition.subpartitions = try partitionList(.subpartition)
      } else if let clause = try partitionClause() {
        partition.physical.append(clause)
      } else {
        break
      }
    }
    partition.range = range(from: begin)
    leave()
    return partition
  }

  /// Whether a clause, not a name, stands behind PARTITION.
  private var startsPartitionClause: Bool {
    switch keyword {
    case .tablespace, .storage, .pctused, .initrans, .maxtrans, .logging, .nologging, .subpartitions, .segment,
      .parameters:
      // A word alone may be a name all the same: `PARTITION logging`.
      peek().kind != .rightParenthesis && peek().kind != .comma && peek().keyword != .values
    default: false
    }
  }

  private mutating func partitionBound() throws(SQLSyntaxError) -> PartitionBound {
    advance()
    if acceptWord("LESS") {
      guard acceptWord("THAN") else { throw fault(.missingKeyword) }
      return .lessThan(try partitionValues())
    }
    try expectLeft()
    var rows: [[PartitionValue]] = []
    repeat {
      if kind == .leftParenthesis, listsRow {
        rows.append(try partitionValues())
      } else {
        rows.append([try partitionValue()])
      }
    } while accept(.comma)
    try expectRight()
    return .list(rows)
  }

  /// Whether the parenthesis that comes next is all of an element, not the start of an expression.
  private var listsRow: Bool {
    mutating get {
      guard let end = closing(of: index), end + 1 < tokens.count else { return false }
      return tokens[end + 1].kind == .comma || tokens[end + 1].kind == .rightParenthesis
    }
  }

  /// Reads `(value, MAXVALUE, ...)`; 23ai allows one value without parentheses.
  mutating func partitionValues() throws(SQLSyntaxError) -> [PartitionValue] {
    try expectLeft()
    var values: [PartitionValue] = []
    repeat { values.append(try partitionValue()) } while accept(.comma)
    try expectRight()
    return values
  }

  private mutating func partitionValue() throws(SQLSyntaxError) -> PartitionValue {
    if accept(.maxvalue) { return .maxValue }
    if accept(.default) { return .defaultValue }
    return .expression(try value())
  }

  /// Reads a clause of a partition: of tables, of indexes, READ ONLY, OVERFLOW, PARAMETERS.
  private mutating func partitionClause() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    if accept(.read) {
      guard accept(.only) || accept(.write) else { throw fault(.missingKeyword) }
      return PhysicalClause(keyword: "READ", range: range(from: begin))
    }
    if accept(.parameters) {
      try skipParentheses()
      return PhysicalClause(keyword: "PARAMETERS", range: range(from: begin))
    }
    if keyword == .unusable || keyword == .usable {
      let word = keyword.spelling
      advance()
      return PhysicalClause(keyword: word, range: range(from: begin))
    }
    if acceptWord("EXTERNAL") || accept(.external) {
      if acceptWord("LOCATION") || kind == .leftParenthesis { try skipParentheses() }
      return PhysicalClause(keyword: "EXTERNAL", range: range(from: begin))
    }
    return try tableClause()
  }
}
