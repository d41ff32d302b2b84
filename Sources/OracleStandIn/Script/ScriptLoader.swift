import Foundation
import OracleSQL
import OracleWire

/// Runs SQL*Plus-style scripts against a database, as `oraferry standin --load` does.
public struct ScriptLoader: Sendable {
  /// What to do when a statement fails.
  public enum OnError: String, Sendable, Hashable, CaseIterable {
    /// Give up, with an error that names the place.
    case stop
    /// Note the error and go on with the next statement.
    case `continue`
  }

  /// What a script did.
  public struct Report: Sendable {
    /// Statements that ran.
    public var statements = 0
    /// Statements that failed, when they were not to stop the script.
    public var errors: [ScriptError] = []
    /// Commands that were passed over.
    public var notes: [ScriptError] = []
  }

  /// The user as whom scripts begin.
  public var user: String
  public var onError: OnError
  public var encoding: ScriptEncoding
  /// Whether a user is made for every schema that a script names.
  public var schemaUsers: Bool

  public init(
    user: String, onError: OnError = .stop, encoding: ScriptEncoding = .utf8, schemaUsers: Bool = false
  ) {
    self.user = user
    self.onError = onError
    self.encoding = encoding
    self.schemaUsers = schemaUsers
  }

  /// Loads a file; files that it includes are looked for in the current folder, or beside it for `@@`.
  ///
  /// - Throws: `ScriptError` for a file that can't be read, and for a statement that failed unless errors are to be
  ///   passed over.
  public func load(file: String, into database: StandInDatabase) throws -> Report {
    try load(read(file), name: file, into: database)
  }

  /// Loads a script's text; `name` stands in errors.
  ///
  /// Its changes are committed at the end, as SQL*Plus does.
  ///
  /// - Throws: as `load(file:into:)`.
  public func load(text: String, name: String, into database: StandInDatabase) throws -> Report {
    try load(ScriptText(text: text, isRepaired: false), name: name, into: database)
  }

  private func load(_ script: ScriptText, name: String, into database: StandInDatabase) throws -> Report {
    let session: StandInSession
    do {
      session = try database.openSession(user: user)
    } catch let error as OracleError {
      throw ScriptError(file: name, line: 1, code: error.code, message: "user \(user): \(error.message)")
    }
    var run = ScriptRun(loader: self, database: database, session: session)
    try run.run(script, name: name, depth: 0)
    try run.finish(name)
    return run.report
  }

  func read(_ file: String) throws -> ScriptText {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ScriptError(file: file, line: 1, code: nil, message: "the file cannot be read")
    }
    return encoding.decode(Array(data))
  }
}

/// One load: the session as the script has it at the moment, and the errors so far.
struct ScriptRun {
  let loader: ScriptLoader
  let database: StandInDatabase
  var session: StandInSession
  var report = ScriptLoader.Report()
  private var last: String?
  private var isOver = false
  private var variables = ScriptVariables()
  /// Variables that take a column's value, by column.
  private var newValues: [String: String] = [:]
  /// What WHENEVER SQLERROR asks for; the loader's way until it does.
  private var onError: ScriptLoader.OnError

  init(loader: ScriptLoader, database: StandInDatabase, session: StandInSession) {
    self.loader = loader
    self.database = database
    self.session = session
    onError = loader.onError
  }

  mutating func run(_ script: ScriptText, name: String, depth: Int) throws {
    guard depth < 20 else {
      throw ScriptError(file: name, line: 1, code: nil, message: "scripts include each other more than 20 deep")
    }
    for item in ScriptSplitter(script.text) {
      if isOver { return }
      if script.isRepaired, try isUnreadable(item, name) { continue }
      switch item.kind {
      case .statement(let text), .plsql(let text):
        guard let sql = try substituted(text, name, item.line) else { continue }
        last = sql
        try perform(sql, name, item.line)
      case .runAgain: if let last { try perform(last, name, item.line) }
      case .execute(let text):
        if let sql = try substituted(text, name, item.line) { try perform("BEGIN \(sql); END;", name, item.line) }
      case .include(let text, let isNested):
        if let argument = try substituted(text, name, item.line) {
          try include(argument, isNested: isNested, name, item.line, depth)
        }
      case .connect(let text):
        if let argument = try substituted(text, name, item.line) { try connect(argument, name, item.line) }
      case .exit: isOver = true
      case .command(let command, let argument): try run(command, argument, name, item.line)
      }
    }
  }

  /// The text with its variables' values; nil when one has none and errors are passed over.
  private mutating func substituted(_ text: String, _ name: String, _ line: Int) throws -> String? {
    do throws(ScriptVariables.Missing) {
      return try variables.substituted(text)
    } catch {
      try fail(
        nil,
        "the variable &\(error.name) has no value; add DEFINE \(error.name) = ... before it, or SET DEFINE OFF where "
          + "ampersands are plain characters",
        name, line + linesBefore(error.offset, in: text))
      return nil
    }
  }

  /// A command to SQL*Plus: those that shape its output mean nothing here.
  private mutating func run(_ command: String, _ argument: String, _ name: String, _ line: Int) throws {
    switch command {
    case "DEFINE": if let text = try substituted(argument, name, line) { variables.define(text) }
    case "UNDEFINE": variables.undefine(argument)
    case "SET": variables.set(argument)
    case "ACCEPT":
      guard let text = try substituted(argument, name, line) else { return }
      if !variables.accept(text) {
        try fail(nil, "ACCEPT would ask for a value; give it a DEFAULT, or DEFINE the variable before", name, line)
      }
    case "WHENEVER":
      let words = argument.uppercased().split(separator: " ")
      if words.first == "SQLERROR", words.count > 1 { onError = words[1] == "CONTINUE" ? .continue : loader.onError }
    case "COLUMN": columnCommand(argument)
    case "COPY", "GET", "LOAD":
      // What brings in text of its own can't be passed over.
      try fail(nil, "the command \(command) is not supported: it brings in what is not in the script", name, line)
    case "ATTRIBUTE", "BREAK", "BTITLE", "CLEAR", "COMPUTE", "HELP", "HISTORY", "LIST", "PAUSE", "PROMPT", "REMARK",
      "REPFOOTER", "REPHEADER", "SHOW", "SPOOL", "TIMING", "TTITLE":
      // They shape what is shown, and nothing is.
      break
    default:
      report.notes.append(
        ScriptError(file: name, line: line, code: nil, message: "the command \(command) is passed over"))
    }
  }

  /// `COLUMN name NEW_VALUE variable`: a variable takes the column's value from the last row of each query.
  private mutating func columnCommand(_ argument: String) {
    let words = ScriptVariables.words(argument)
    guard let column = words.first else { return }
    for (place, word) in words.enumerated() {
      let upper = word.uppercased()
      guard upper == "NEW_V" || upper == "NEW_VALUE", place + 1 < words.count else { continue }
      newValues[column.uppercased()] = words[place + 1]
    }
  }

  /// Whether a statement holds bytes that were no UTF-8: what they mean can only be guessed, so it isn't run.
  private mutating func isUnreadable(_ item: ScriptItem, _ name: String) throws -> Bool {
    let text =
      switch item.kind {
      case .statement(let sql), .plsql(let sql), .execute(let sql): sql
      case .include(let argument, _), .connect(let argument): argument
      case .runAgain, .exit, .command: ""
      }
    guard let offset = ScriptText.offsetOfReplacement(in: text) else { return false }
    try fail(
      nil, "the script is not UTF-8 here; name its encoding, for example with --encoding windows-1252", name,
      item.line + linesBefore(offset, in: text))
    return true
  }

  mutating func finish(_ name: String) throws {
    do {
      try session.commit()
    } catch let error as OracleError {
      try fail(error.code, error.message, name, 1)
    }
  }

  private mutating func perform(_ sql: String, _ name: String, _ line: Int) throws {
    if loader.schemaUsers { makeUsers(of: sql) }
    do {
      let statement = try session.prepare(sql)
      if statement.kind == .query {
        guard statement.bindNames.isEmpty else { throw OracleError(code: 1008, message: "not all variables bound") }
        try fetchAll(statement)
      } else {
        _ = try session.execute(statement)
      }
      report.statements += 1
    } catch let error as OracleError {
      try fail(error.code, error.message, name, line + linesBefore(error.position, in: sql))
    }
  }

  /// Runs a query to its end, so that its faults show; its last row may set variables.
  private mutating func fetchAll(_ statement: StandInStatement) throws {
    let cursor = try session.open(statement)
    guard statement.columns.contains(where: { newValues[$0.name.uppercased()] != nil }) else {
      while !cursor.isExhausted { _ = try cursor.fetchValues(maxRows: 1000) }
      return
    }
    var row: [[UInt8]?]?
    while !cursor.isExhausted { row = try cursor.fetchShown(maxRows: 1000).last ?? row }
    for (column, cell) in zip(statement.columns, row ?? []) {
      guard let variable = newValues[column.name.uppercased()] else { continue }
      variables.set(variable, to: String(decoding: cell ?? [], as: UTF8.self))
    }
  }

  /// Lines between a statement's beginning and the place of its fault.
  private func linesBefore(_ position: Int?, in sql: String) -> Int {
    guard let position else { return 0 }
    return sql.utf8.prefix(max(0, position)).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  private mutating func fail(_ code: Int?, _ message: String, _ name: String, _ line: Int) throws {
    let error = ScriptError(file: name, line: line, code: code, message: message)
    guard onError == .continue else { throw error }
    report.errors.append(error)
  }

  private mutating func include(
    _ argument: String, isNested: Bool, _ name: String, _ line: Int, _ depth: Int
  ) throws {
    let words = ScriptVariables.words(argument)
    var path = words.first ?? ""
    variables.setArguments(Array(words.dropFirst()))
    path = path.filter { $0 != "\"" && $0 != "'" }
    if !(path as NSString).lastPathComponent.contains(".") { path += ".sql" }
    if isNested, !path.hasPrefix("/") {
      path = ((name as NSString).deletingLastPathComponent as NSString).appendingPathComponent(path)
    }
    do {
      let script = try loader.read(path)
      try run(script, name: path, depth: depth + 1)
    } catch let error as ScriptError where error.file == path && error.message == "the file cannot be read" {
      try fail(nil, "SP2-0310: unable to open file \"\(path)\"", name, line)
    }
  }

  /// `CONNECT user/password@service`: the password isn't asked for, since the script is run on the database's side.
  private mutating func connect(_ argument: String, _ name: String, _ line: Int) throws {
    let login = argument.split(separator: " ").first ?? ""
    var user = String(login.prefix { $0 != "/" && $0 != "@" })
    if user.hasPrefix("\"") { user = user.filter { $0 != "\"" } } else { user = user.uppercased() }
    if user.isEmpty || user == "SYS" { user = "SYS" }
    do {
      try session.commit()
      session = try database.openSession(user: user)
    } catch let error as OracleError {
      try fail(error.code, "CONNECT as \(user): \(error.message)", name, line)
    }
  }

  /// Makes a user for every schema that the statement names.
  private func makeUsers(of sql: String) {
    guard let statement = try? SQLParser.parse(sql) else { return }
    for schema in SchemaNames.of(statement) where !database.hasUser(schema) {
      database.createUser(schema, password: nil)
    }
  }
}

/// The schemas that a statement's object names are qualified with.
enum SchemaNames {
  static func of(_ statement: Statement) -> [String] {
    let names: [ObjectName?]
    switch statement.kind {
    case .createTable(let create):
      var all: [ObjectName?] = [create.name]
      for column in create.columns {
        for constraint in column.constraints {
          if case .references(let target) = constraint.kind { all.append(target.table) }
        }
      }
      for constraint in create.constraints {
        if case .foreignKey(_, let target) = constraint.kind { all.append(target.table) }
      }
      names = all
    case .alterTable(let alter): names = [alter.name]
    case .createIndex(let create): names = [create.name, create.table]
    case .createSequence(let create): names = [create.name]
    case .createView(let create): names = [create.name]
    case .createSynonym(let create): names = [create.name, create.target]
    case .insert(let insert): names = [insert.table]
    case .update(let update): names = [update.table.name]
    case .delete(let delete): names = [delete.table.name]
    case .insertAll(let insert): names = insert.branches.flatMap(\.targets).map(\.table)
    case .merge(let merge): names = [merge.target.name]
    case .comment(let comment): names = [comment.object]
    case .plsql(let unit): names = [unit.name]
    case .alterSession(let alter):
      return alter.settings.filter { $0.name == "CURRENT_SCHEMA" }.map(\.value)
    case .grant(let grant): return [grant.object?.schema?.name].compactMap { $0 } + grant.grantees.map(\.name)
    default: names = []
    }
    return names.compactMap { $0?.schema?.name }.filter { $0 != "SYS" && $0 != "PUBLIC" }
  }
}

extension StandInDatabase {
  /// Whether there is a user of this exact name.
  public func hasUser(_ name: String) -> Bool {
    locked { catalog.users[name] != nil || GrantStatements.roles.contains(name) || catalog.roles.contains(name) }
  }
}
