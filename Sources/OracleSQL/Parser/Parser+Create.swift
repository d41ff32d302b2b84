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
    case .directory: return .createDirectory(try createDirectory(orReplace: orReplace))
    case .view, .force, .noforce: return .createView(try createView(orReplace: orReplace))
    case .no where peek().keyword == .force: return .createView(try createView(orReplace: orReplace))
    case .synonym: return .createSynonym(try createSynonym(orReplace: orReplace))
    case .public where peek().keyword != .database:
      return .createSynonym(try createSynonym(orReplace: orReplace))
    default:
      if isWord("CONTEXT") { return .createContext(try createContext(orReplace: orReplace)) }
      if isWord("EDITIONING") { return .createView(try createView(orReplace: orReplace)) }
    }
    if orReplace {
      guard let other = try administrativeObject("CREATE", orReplace: true) else { throw fault(.invalidCreate) }
      return .administrative(other)
    }
    return try createWithoutReplacement()
  }

  private mutating func createWithoutReplacement() throws(SQLSyntaxError) -> Statement.Kind {
    if startsDatabaseLink { return .createDatabaseLink(try createDatabaseLink()) }
    switch keyword {
    case .table, .global, .private, .sharded, .immutable, .blockchain, .duplicated:
      return .createTable(try createTable())
    case .json where foldedText(peek().range) == "COLLECTION" && peek(2).keyword == .table:
      return .createTable(try createTable())
    case .unique, .bitmap, .index: return .createIndex(try createIndex())
    case .cluster: return .createCluster(try createCluster())
    case .materialized where peek().keyword == .view: return try createMaterializedView()
    case .no where peek().keyword == .force: return .createView(try createView(orReplace: false))
    case .sequence: return .createSequence(try createSequence())
    case .user: return .createUser(try userDefinition())
    case .role:
      advance()
      let name = try identifier(.invalidUserName)
      if accept(.not) {
        try expect(.identified)
      } else if kind != .end {
        note("CREATE ROLE with a way to identify it", at: start)
        _ = try restAsClauses()
      }
      return .createRole(name)
    default:
      if peek().keyword == .index, isWord("VECTOR") || isWord("SEARCH") || isWord("MULTIVALUE") {
        return .createIndex(try createIndex())
      }
      guard let other = try administrativeObject("CREATE") else { throw fault(.invalidCreate) }
      return .administrative(other)
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
    default: return try sequenceWord(&options)
    }
    advance()
    return true
  }

  /// Reads SHARD, NOSHARD, `SHARING = METADATA`.
  private mutating func sequenceWord(_ options: inout SequenceOptions) throws(SQLSyntaxError) -> Bool {
    if let clause = try sharing() {
      options.others.append(clause.keyword)
    } else if isWord("SHARD") || isWord("NOSHARD") {
      options.others.append(try anyWord().name)
      _ = accept(.extend) || acceptWord("NOEXTEND")
    } else {
      return false
    }
    return true
  }
}
