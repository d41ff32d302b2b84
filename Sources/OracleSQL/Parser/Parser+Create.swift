// CREATE, but for tables.
extension Parser {
  mutating func create() throws(SQLSyntaxError) -> Statement.Kind {
    advance()
    var orReplace = false
    if accept(.or) {
      try expect(.replace)
      orReplace = true
    }
    _ = accept(.editionable) || accept(.noneditionable)
    switch keyword {
    case .procedure, .function, .package, .trigger, .type, .library: return try storedUnit(orReplace: orReplace)
    case .view, .force, .noforce: return .createView(try createView(orReplace: orReplace))
    case .no where peek().keyword == .force: return .createView(try createView(orReplace: orReplace))
    case .synonym, .public: return .createSynonym(try createSynonym(orReplace: orReplace))
    default: break
    }
    if orReplace { throw fault(.invalidCreate) }
    switch keyword {
    case .table, .global, .private: return .createTable(try createTable())
    case .unique, .bitmap, .index: return .createIndex(try createIndex())
    case .sequence: return .createSequence(try createSequence())
    case .user: return .createUser(try userDefinition())
    case .role:
      advance()
      let name = try identifier(.invalidUserName)
      if accept(.not) { try expect(.identified) }
      return .createRole(name)
    case .materialized, .cluster, .database, .directory, .profile, .tablespace, .sharded, .immutable, .blockchain,
      .duplicated, .schema, .java:
      throw fault(.unimplemented, "CREATE " + keyword.spelling)
    default: throw fault(.invalidCreate)
    }
  }

  /// Reads 23ai's IF NOT EXISTS.
  mutating func ifNotExists() throws(SQLSyntaxError) -> Bool {
    guard keyword == .if, peek().keyword == .not else { return false }
    advance()
    advance()
    try expect(.exists)
    return true
  }

  // MARK: Indexes

  mutating func createIndex() throws(SQLSyntaxError) -> CreateIndex {
    let isUnique = accept(.unique)
    let isBitmap = !isUnique && accept(.bitmap)
    try expect(.index, .missingIndex)
    let ifNotExists = try ifNotExists()
    let name = try objectName(.invalidIndexName)
    try expect(.on, .missingOn)
    if keyword == .cluster { throw fault(.unimplemented, "CREATE INDEX ON CLUSTER") }
    let table = try objectName()
    if startsIdentifier { _ = try identifier() }
    try expectLeft()
    var keys: [OrderItem] = []
    repeat { keys.append(try orderItem()) } while accept(.comma)
    try expectRight()
    var isReverse = false
    var physical: [PhysicalClause] = []
    while true {
      if accept(.reverse) {
        isReverse = true
      } else if let clause = try indexClause() {
        physical.append(clause)
      } else {
        break
      }
    }
    return CreateIndex(
      name: name, isUnique: isUnique, isBitmap: isBitmap, ifNotExists: ifNotExists, table: table, keys: keys,
      isReverse: isReverse, physical: physical)
  }

  // MARK: Sequences

  mutating func createSequence() throws(SQLSyntaxError) -> CreateSequence {
    advance()
    let ifNotExists = try ifNotExists()
    let name = try objectName(.invalidSequenceName)
    return CreateSequence(name: name, ifNotExists: ifNotExists, options: try sequenceOptions())
  }

  /// Reads options as long as there are any.
  mutating func sequenceOptions() throws(SQLSyntaxError) -> SequenceOptions {
    var options = SequenceOptions()
    while true {
      if try sequenceOption(&options) { continue }
      guard try sequenceFlag(&options) else { return options }
    }
  }

  private mutating func sequenceOption(_ options: inout SequenceOptions) throws(SQLSyntaxError) -> Bool {
    switch keyword {
    case .start:
      advance()
      try expect(.with, .missingWith)
      options.startWith = try integerText()
    case .increment:
      advance()
      try expect(.by, .missingBy)
      options.incrementBy = try integerText()
    case .minvalue:
      advance()
      options.minValue = .value(try integerText())
    case .maxvalue:
      advance()
      options.maxValue = .value(try integerText())
    case .cache:
      advance()
      options.cache = try integer()
    case .no where [.minvalue, .maxvalue, .cycle, .cache, .order].contains(peek().keyword):
      // The two-word spellings NO MINVALUE, NO CYCLE, ... are read like the joined ones.
      advance()
      return sequenceNegation(keyword, &options)
    default: return false
    }
    return true
  }

  private mutating func sequenceNegation(_ word: Keyword, _ options: inout SequenceOptions) -> Bool {
    switch word {
    case .minvalue: options.minValue = SequenceOptions.Bound.none
    case .maxvalue: options.maxValue = SequenceOptions.Bound.none
    case .cycle: options.isCycle = false
    case .cache: options.cache = 0
    default: options.isOrdered = false
    }
    advance()
    return true
  }

  private mutating func sequenceFlag(_ options: inout SequenceOptions) throws(SQLSyntaxError) -> Bool {
    switch keyword {
    case .nominvalue: options.minValue = SequenceOptions.Bound.none
    case .nomaxvalue: options.maxValue = SequenceOptions.Bound.none
    case .cycle: options.isCycle = true
    case .nocycle: options.isCycle = false
    case .nocache: options.cache = 0
    case .order where peek().keyword != .by: options.isOrdered = true
    case .noorder: options.isOrdered = false
    case .keep: options.isKeep = true
    case .nokeep: options.isKeep = false
    case .noscale: options.isScale = false
    case .session: options.isSession = true
    case .global: options.isSession = false
    case .restart: options.restart = true
    case .scale:
      advance()
      options.isScale = true
      if !accept(.extend) { _ = acceptWord("NOEXTEND") }
      return true
    case .sharing:
      advance()
      try expect(.equal, .missingEqual)
    default: return false
    }
    advance()
    return true
  }

  // MARK: Views and synonyms

  private mutating func createView(orReplace: Bool) throws(SQLSyntaxError) -> CreateView {
    let isForce = accept(.force)
    if !isForce, !accept(.noforce), accept(.no) { try expect(.force) }
    _ = accept(.editionable) || accept(.noneditionable)
    try expect(.view)
    if try ifNotExists() { throw fault(.unimplemented, "CREATE VIEW IF NOT EXISTS") }
    let name = try objectName()
    let columns = kind == .leftParenthesis ? try identifierList() : []
    try expect(.as)
    let query = try query()
    var isReadOnly = false
    var hasCheckOption = false
    if accept(.with) {
      if accept(.read) {
        try expect(.only)
        isReadOnly = true
      } else {
        try expect(.check)
        try expect(.option)
        hasCheckOption = true
      }
      if accept(.constraint) { _ = try identifier() }
    }
    return CreateView(
      name: name, orReplace: orReplace, isForce: isForce, columns: columns, query: query, isReadOnly: isReadOnly,
      hasCheckOption: hasCheckOption)
  }

  private mutating func createSynonym(orReplace: Bool) throws(SQLSyntaxError) -> CreateSynonym {
    let isPublic = accept(.public)
    if isPublic, keyword == .database { throw fault(.unimplemented, "CREATE PUBLIC DATABASE LINK") }
    guard accept(.synonym) else { throw fault(.invalidCreate) }
    let name = try objectName(.invalidIdentifier)
    try expect(.for)
    return CreateSynonym(
      name: name, orReplace: orReplace, isPublic: isPublic, target: try objectName(.invalidIdentifier))
  }
}
