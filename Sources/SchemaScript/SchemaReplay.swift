import Model
import OracleSQL

/// The schemas of all owners while scripts run.
///
/// Oracle's own rules hold: a second CREATE of a name fails and changes nothing, DROP TABLE takes the table's indexes,
/// constraints and triggers along.
struct SchemaReplay {
  /// An object by owner and name, in the dictionary's spelling.
  struct Key: Hashable, Comparable {
    var owner: String
    var name: String

    static func < (left: Key, right: Key) -> Bool { (left.owner, left.name) < (right.owner, right.name) }
  }

  /// A column whose type may still be made.
  struct TypeHeir {
    var table: Key
    var column: String
    var type: Key
  }

  /// The owner of unqualified names at the moment, and the one at the start.
  var owner: String
  let firstOwner: String
  var tables: [Key: Table] = [:]
  var sequences: [Key: SequenceDefinition] = [:]
  /// Objects that are neither, by kind.
  var others: [Key: [OtherObject]] = [:]
  var views: [Key: ViewDefinition] = [:]
  var triggers: [Key: Model.TriggerDefinition] = [:]
  /// Of public ones the owner is PUBLIC.
  var synonyms: [Key: SynonymDefinition] = [:]
  /// The tables that the scripts made and dropped.
  var dropped: [Key: Table] = [:]
  /// Object and collection types.
  var types: [Key: OracleDataType] = [:]
  /// Columns of types that no statement before has made.
  var typeHeirs: [TypeHeir] = []
  /// Rights on objects, in the order in which they were granted.
  var grants: [Key: [ObjectGrant]] = [:]
  var roles: [String] = []
  var roleGrants: [RoleGrant] = []
  /// Columns whose type is their parent's.
  var heirs: [(Key, String)] = []
  var places: [ScriptSchemas.ObjectKey: ScriptPlace] = [:]
  var findings: [ScriptFinding] = []
  var statementCount = 0

  /// The statement that runs: its text, and where it begins.
  var text: [UInt8] = [] {
    didSet { countedLines = CountedLines() }
  }
  var place = ScriptPlace(script: "", line: 0)

  init(owner: String) {
    self.owner = owner
    firstOwner = owner
  }

  mutating func run(_ script: ParsedScript) {
    owner = firstOwner
    for step in script.steps {
      place = step.place
      text = step.text
      switch step.step {
      case .statement(let statement):
        statementCount += 1
        apply(statement)
      case .failure(let error):
        statementCount += 1
        report(error)
      case .connect(let text): connect(text)
      case .notIncluded(let path, let reason):
        report(
          .warning, "script.include", "script \(path)", "\(place) includes it, and it is left out: \(reason)",
          "put it there, or name it with a --from-script of its own, in its place")
      case .unreadable:
        report(
          .warning, "script.encoding", madeObject() ?? "statement at \(place)",
          "the statement at \(place) has bytes that are no UTF-8; replacement characters stand in their place",
          "name the script's encoding, as in --script-encoding windows-1252")
      }
    }
  }

  /// Runs a statement that another one holds as text; `text` and `place` are set to it.
  mutating func runInner() {
    do {
      apply(try SQLParser.parse(String(decoding: text, as: UTF8.self), options: .placeholders))
    } catch {
      report(error)
    }
  }

  /// A statement that is not understood becomes a finding, and the next one runs; of a table what is understood stays.
  private mutating func report(_ error: SQLSyntaxError) {
    let recovery = TableRecovery(text, error)
    if let statement = recovery.statement {
      for loss in recovery.losses { report(loss) }
      text = recovery.text
      return apply(statement)
    }
    let place = place(of: error)
    let made = madeObject()
    if made == nil {
      unnamedFailures += 1
      guard unnamedFailures <= Self.mostUnnamedFailures else { return }
    }
    report(
      .warning, "script.statement", made ?? "statement at \(place)",
      "the statement at \(place) is not understood and left out: \(error.oracleMessage)",
      "mend it, or write what it makes in PostgreSQL's words")
  }

  private func place(of error: SQLSyntaxError) -> String {
    "\(place.script):\(place.line + error.location.line - 1):\(error.location.column)"
  }

  private mutating func report(_ loss: TableRecovery.Loss) {
    let place = place(of: loss.error)
    report(
      .warning, loss.isTail ? "script.table-form" : "script.table-part", loss.object,
      loss.isTail
        ? "what stands behind the table's columns is not understood at \(place) and left out: "
          + loss.error.oracleMessage
        : "its definition is not understood at \(place): \(loss.error.oracleMessage); it is left out, the rest of the "
          + "table stays", "mend it: Oracle refuses the whole statement")
  }

  /// What a statement that is not understood would have made, by its first words: CREATE, kinds of its object, the name.
  private func madeObject() -> String? {
    var lexer = Lexer(text, options: .placeholders)
    var words: [String] = []
    while words.count < 12, let token = try? lexer.next(), token.kind != .end {
      switch token.kind {
      case .word, .quotedIdentifier: words.append(spelling(of: token))
      case .dot: if words.count > 1 { words.removeLast() }
      default: return Self.object(of: words)
      }
    }
    return Self.object(of: words)
  }

  private static func object(of words: [String]) -> String? {
    guard words.allSatisfy({ $0.utf8.count < 1024 }) else { return nil }
    let kinds: Set<String> = [
      "TABLE", "INDEX", "VIEW", "SEQUENCE", "TRIGGER", "FUNCTION", "PROCEDURE", "PACKAGE", "TYPE", "SYNONYM",
    ]
    guard words.first == "CREATE", let place = words.firstIndex(where: kinds.contains), place + 1 < words.count else {
      return nil
    }
    return "\(words[place].lowercased()) \(words[place + 1])"
  }

  /// Uncommon syntax that the replay carries out, or that has a finding of its own.
  private static let followed: Set<String> = [
    "changes of partitions", "CREATE MATERIALIZED", "CREATE DIRECTORY", "CREATE DATABASE LINK", "CREATE CONTEXT",
    "CREATE CLUSTER", "ORGANIZATION EXTERNAL", "private temporary tables", "object tables (CREATE TABLE ... OF)",
    "domain indexes (INDEXTYPE)", "bitmap join indexes", "CREATE INDEX ON CLUSTER", "CREATE VIEW IF NOT EXISTS",
    "CREATE SYNONYM IF NOT EXISTS", "ALTER TABLE IF EXISTS", "DROP IDENTITY", "constraints of views", "object views",
    "columns without a type before AS",
  ]

  mutating func apply(_ statement: Statement) {
    defer { reportLeftOut() }
    var isAdministrative = false
    if case .administrative = statement.kind { isAdministrative = true }
    for clause in statement.uncommon where !isAdministrative && !Self.followed.contains(clause.name) {
      let place = line(of: SourceRange(start: clause.offset, end: clause.offset))
      report(
        .warning, "script.uncommon", madeObject() ?? "statement at \(self.place)",
        "\(clause.name) at \(place) is not carried over",
        "see whether the application depends on it")
    }
    switch statement.kind {
    case .createTable(let table): create(table)
    case .alterTable(let alteration): alter(alteration)
    case .createIndex(let index): create(index)
    case .createSequence(let sequence): create(sequence)
    case .alterSequence(let sequence): alter(sequence)
    case .createView(let view): create(view)
    case .createSynonym(let synonym): create(synonym)
    case .comment(let comment): add(comment)
    case .drop(let drop): self.drop(drop)
    case .rename(let old, let new): rename(key(old), to: new.name)
    case .grant(let privileges): grant(privileges)
    case .plsql(let unit): create(unit)
    case .createMaterializedView(let view): create(view)
    case .createMaterializedViewLog(let log): keepOther("MATERIALIZED VIEW LOG", log.table)
    case .createDirectory(let directory): keepOther("DIRECTORY", ObjectName(name: directory.name))
    case .createDatabaseLink(let link):
      note("database link \(link.name)", of: owner)
      keep(OtherObject(kind: "DATABASE LINK", name: link.name), of: owner)
    case .createContext(let context): keepOther("CONTEXT", ObjectName(name: context.name))
    case .createCluster(let cluster): keepOther("CLUSTER", cluster.name)
    case .administrative(let statement): administer(statement)
    case .alterOther("INDEX", let name, _): alterIndex(key(name))
    case .alterSession(let session): alter(session)
    case .createUser(let user):
      report(
        .info, "script.user", "user \(user.name.name)", "users are not made",
        "create a role of that name where it has to log on")
    case .revoke(let privileges): revoke(privileges)
    case .createRole(let name):
      note("role \(name.name)", of: owner)
      if !roles.contains(name.name) { roles.append(name.name) }
    case .alterUser(let user):
      report(.info, "script.user", "user \(user.name.name)", "users are not changed", "ALTER the role in PostgreSQL")
    case .alterOther("TRIGGER", let name, let isEnabled?): triggers[key(name)]?.isEnabled = isEnabled
    case .alterOther(let kind, let name, let isEnabled):
      let word = isEnabled.map { $0 ? " ... ENABLE" : " ... DISABLE" } ?? ""
      leaveOut(["ALTER \(kind)\(word)"], of: "\(kind.lowercased()) \(key(name).name)")
    // These change no schema.
    case .commit, .rollback, .savepoint, .setTransaction, .setConstraints, .lockTable, .query, .explainPlan: break
    case .insert, .insertAll, .merge, .update, .delete, .truncate:
      dataStatements += 1
    }
  }

  /// A named NOT NULL, which is no constraint of its own in `Table`.
  struct NotNull {
    var table: String
    var column: String
  }

  /// The named ones by owner and name.
  var notNulls: [Key: NotNull] = [:]
  /// The tables of indexes, by owner and the index's name: entries of indexes that are gone may be left.
  var indexTables: [Key: String] = [:]
  /// The constraints' names of the table that was asked for last.
  var takenNames = TakenNames()
  /// The last place that was asked for in the statement's text.
  var countedLines = CountedLines()
  /// Clauses without a counterpart of the statement that runs, and of dropped objects.
  var leftOut: [LeftOut] = []

  /// Statements that are not understood and name no object: the first ones have a finding each, the others one together.
  var unnamedFailures = 0
  static let mostUnnamedFailures = 1000

  /// INSERT, UPDATE and the like: a schema has no rows.
  var dataStatements = 0

  // MARK: Names

  func key(_ name: Identifier) -> Key { Key(owner: owner, name: name.name) }

  func key(_ name: ObjectName) -> Key { Key(owner: name.schema?.name ?? owner, name: name.name.name) }

  /// Source text of a part of the statement.
  func source(_ range: SourceRange) -> String { range.text(in: text) }

  /// The line of a part of the statement.
  mutating func line(of range: SourceRange) -> ScriptPlace {
    ScriptPlace(script: place.script, line: place.line + countedLines.count(to: range.start, in: text))
  }

  // MARK: Findings

  /// Notes where an object was made.
  mutating func note(_ object: String, of owner: String, at range: SourceRange? = nil) {
    places[ScriptSchemas.ObjectKey(owner: owner, object: object)] = range.map { line(of: $0) } ?? place
  }

  mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ object: String, _ reason: String, _ remedy: String
  ) {
    findings.append(
      ScriptFinding(
        finding: Finding(severity: severity, rule: rule, object: object, reason: reason, remedy: remedy), place: place))
  }
}

/// Lines counted on from the last place, so that a long statement is read once and not for each of its parts.
struct CountedLines {
  private var offset = 0
  private var lines = 0

  /// How many line ends stand before an offset.
  mutating func count(to wanted: Int, in text: [UInt8]) -> Int {
    let end = min(wanted, text.count)
    if end < offset { self = CountedLines() }
    lines += text[offset..<end].count { $0 == 0x0A }
    offset = end
    return lines
  }
}
