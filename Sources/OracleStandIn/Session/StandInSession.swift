import OracleSQL
import OracleWire

/// One connection's state: user, transaction, NLS settings.
///
/// Used from one thread at a time.
///
/// The database behind it may be shared by many sessions; each call takes its lock for as long as it runs.
public final class StandInSession {
  /// The database that the session works in.
  public let database: StandInDatabase
  /// The user who logged on, upper case unless quoted.
  public let user: String
  /// Identifies the session in V$SESSION and in the logon's reply; 1 or more.
  public let identifier: Int
  /// Whether it came by the port of a standby: it changes nothing then.
  public let isReadOnly: Bool

  let userNumber: Int
  let rules = ConversionRules()
  var transaction: Transaction?
  var schema: String
  var nls: [String: String] = NLSDefaults.session
  /// Parameters of USERENV that the logon or the client has set.
  var attributes: [String: String] = [:]
  /// What NEXTVAL gave last in this session, by sequence.
  private var currentValues: [ObjectIdentifier: Int128] = [:]
  /// Cursors whose snapshot has to hear of the transaction's end.
  private var openCursors: [WeakCursor] = []
  /// SET CONSTRAINTS: what it said, by constraint or for all.
  var constraintModes: [ObjectIdentifier: Bool] = [:]
  var allConstraintsDeferred: Bool?
  /// Whether ALTER SYSTEM KILL SESSION has named it: its next call is its last.
  var isKilled = false

  private struct WeakCursor {
    weak var cursor: StandInCursor?
  }

  init(database: StandInDatabase, user: String, userNumber: Int, identifier: Int, isReadOnly: Bool = false) {
    self.isReadOnly = isReadOnly
    self.database = database
    self.user = user
    self.userNumber = userNumber
    self.identifier = identifier
    schema = user
  }

  /// Parses a statement and, for queries, describes its columns.
  ///
  /// - Parameter bindTypes: the types under which binds are announced, where they are known by now; they only matter
  ///   for the type of a column that is a bare bind.
  /// - Throws: `OracleError` with the 0-based position of the fault where one is known.
  public func prepare(_ sql: String, bindTypes: [OracleTypeCode] = []) throws -> StandInStatement {
    try database.locked { try compile(sql, bindTypes: bindTypes) }
  }

  /// Opens a query at the SCN of now, or the one that the query names with AS OF.
  ///
  /// - Parameter binds: one for each of `bindNames`.
  /// - Throws: `OracleError`.
  public func open(_ statement: StandInStatement, binds: [StandInDatum] = []) throws -> StandInCursor {
    try database.locked { try openUnderLock(statement, binds: binds) }
  }

  /// Runs anything but a query, once for each row of binds.
  ///
  /// - Parameters:
  ///   - statement: one of this session's.
  ///   - bindRows: one row for each iteration, each with a value for every bind that isn't a RETURNING target. Without
  ///     binds: `[[]]` is one iteration.
  ///   - batchErrors: whether a failed iteration is noted in the result and the others go on.
  /// - Throws: `OracleError` when the first iteration fails; its changes are undone, the transaction's earlier ones are
  ///   kept. A later iteration's error is the result's `failure`.
  public func execute(
    _ statement: StandInStatement, bindRows: [[StandInDatum]] = [[]], batchErrors: Bool = false
  ) throws -> StandInDMLResult {
    try database.locked { try run(fresh(statement), bindRows: bindRows, batchErrors: batchErrors) }
  }

  /// Runs an anonymous block once for each row of binds.
  func executeBlock(_ statement: StandInStatement, bindRows: [[StandInDatum]]) throws -> BlockResult {
    try database.locked {
      rules.now = SystemClock.now()
      return try BlockRunner(session: self).run(statement, bindRows: bindRows)
    }
  }

  /// Undoes a block whose sleep was broken off.
  func breakOff(_ pause: BlockPause) {
    database.locked { pause.start.undo(self) }
  }

  /// Makes the transaction's changes permanent and visible; does nothing without one.
  ///
  /// - Throws: `OracleError` 2091 when a deferred constraint fails; the transaction is rolled back then.
  public func commit() throws {
    try database.locked { try endTransaction() }
  }

  /// Undoes the transaction; does nothing without one.
  public func rollback() {
    database.locked { undoTransaction() }
  }

  /// Rolls back and ends the session.
  public func close() {
    rollback()
    database.forget(self)
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { database.locked { transaction != nil } }

  /// The schema that unqualified names are looked up in: the user's own, unless ALTER SESSION changed it.
  public var currentSchema: String { schema }

  /// Changes `currentSchema`, as function 152 and ALTER SESSION SET CURRENT_SCHEMA do.
  ///
  /// - Throws: `OracleError` 1435 when there is no such user.
  public func setCurrentSchema(_ name: String) throws {
    try database.locked { try changeSchema(name) }
  }

  /// The NLS settings in force, by parameter name, such as `NLS_DATE_FORMAT`.
  public var nlsParameters: [String: String] { database.locked { nls } }

  /// A value of a RETURNING clause or a block in the type under which its bind was announced.
  ///
  /// - Throws: `OracleError` for a value that doesn't convert.
  func converted(_ datum: StandInDatum, to type: OracleTypeCode?) throws -> StandInDatum {
    guard let type, datum.bytes != nil, type != datum.typeCode else { return datum }
    return try database.locked {
      let value = try Value(datum)
      switch type {
      case .varchar, .char, .long: return StandInDatum(typeCode: .varchar, bytes: try rules.text(value))
      default:
        guard let base = ValueType(type) else { return datum }
        return StandInDatum(
          typeCode: type, bytes: try ColumnStore.convert(value, to: ColumnType(base: base), rules).bytes)
      }
    }
  }

  // MARK: Under the lock

  func openUnderLock(_ statement: StandInStatement, binds: [StandInDatum]) throws -> StandInCursor {
    let current = try fresh(statement)
    if case .nested = current.body { throw OracleError(code: 24338, message: "statement handle not executed") }
    guard case .query(let plan) = current.body else {
      throw OracleError(code: 900, message: "invalid SQL statement")
    }
    return try open(
      plan, columns: current.columns, beginExecution(binds, expected: current.bindNames.count), parent: nil)
  }

  /// Opens a plan.
  ///
  /// - Parameter parent: the row that it is opened for; nil for a statement's own.
  func open(
    _ plan: QueryPlan, columns: [ColumnDescription], _ execution: Execution, parent: Frame?
  ) throws -> StandInCursor {
    let cursor = StandInCursor(
      session: self, columns: columns, plan: plan, execution: execution,
      stream: try plan.open(execution, parent: parent))
    openCursors.removeAll { $0.cursor == nil }
    openCursors.append(WeakCursor(cursor: cursor))
    return cursor
  }

  func changeSchema(_ name: String) throws {
    guard let user = database.catalog.user(name) else {
      throw OracleError(code: 1435, message: "user does not exist")
    }
    schema = user.name
  }

  func withSchema<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let before = schema
    schema = name
    defer { schema = before }
    return try body()
  }

  /// Starts a statement: fixes its moment and what it sees.
  func beginExecution(_ binds: [StandInDatum], expected: Int) throws -> Execution {
    guard binds.count >= expected else { throw OracleError(code: 1008, message: "not all variables bound") }
    rules.now = SystemClock.now()
    transaction?.beginStatement()
    return Execution(
      session: self, binds: try binds.map { try Value(database.configuration.characterSet.received($0)) },
      snapshot: snapshot())
  }

  func snapshot() -> Snapshot {
    guard let transaction else { return Snapshot(scn: database.lastSCN) }
    return Snapshot(
      scn: database.lastSCN, ownFrom: Stamps.mark(transaction: transaction.number, statement: 0),
      ownBefore: transaction.stamp)
  }

  /// The transaction, begun when there is none.
  func currentTransaction() -> Transaction {
    if let transaction { return transaction }
    let new = Transaction(number: database.takeTransactionNumber())
    transaction = new
    return new
  }

  func endTransaction() throws {
    guard let ending = transaction else { return }
    do {
      for (table, constraint) in ending.deferredChecks.values {
        try ConstraintValidation.validate(constraint, of: table, session: self, isDeferred: true)
      }
    } catch let error as OracleError {
      undoTransaction()
      throw OracleError(code: 2091, message: "transaction rolled back\n" + error.message)
    }
    for table in ending.temporaryTables.values { table.clearTemporaryRows(database) }
    if !ending.entries.isEmpty {
      let scn = database.advanceSCN()
      ending.commit(scn: scn)
      let from = Stamps.mark(transaction: ending.number, statement: 0)
      for entry in openCursors { entry.cursor?.transactionEnded(from: from, scn: scn) }
    }
    transaction = nil
    constraintModes = [:]
    allConstraintsDeferred = nil
  }

  func undoTransaction() {
    transaction?.undo(to: 0)
    transaction = nil
    constraintModes = [:]
    allConstraintsDeferred = nil
  }

  func currentValue(of sequence: SequenceGenerator) throws -> Int128 {
    guard let value = currentValues[ObjectIdentifier(sequence)] else {
      throw OracleError(
        code: 8002, message: "sequence \(sequence.name.name).CURRVAL is not yet defined in this session")
    }
    return value
  }

  func setCurrentValue(_ value: Int128, of sequence: SequenceGenerator) {
    currentValues[ObjectIdentifier(sequence)] = value
  }

  /// A USERENV parameter; empty text where Oracle gives NULL, nil for one that doesn't exist.
  func environment(_ name: String) -> String? {
    if let value = attributes[name] { return value }
    let configuration = database.configuration
    switch name {
    case "SESSION_USER", "CURRENT_USER", "AUTHENTICATED_IDENTITY": return user
    case "CURRENT_SCHEMA": return schema
    case "CURRENT_USERID", "SESSION_USERID": return String(userNumber)
    case "DB_NAME", "DB_UNIQUE_NAME", "INSTANCE_NAME", "CON_NAME": return configuration.serviceName.uppercased()
    case "SERVICE_NAME": return configuration.serviceName
    case "INSTANCE": return "1"
    case "CON_ID": return "1"
    case "SID", "SESSIONID": return String(identifier)
    case "SERVER_HOST", "HOST": return "localhost"
    case "IP_ADDRESS": return "127.0.0.1"
    case "ISDBA": return "FALSE"
    case "LANG": return "US"
    case "LANGUAGE": return "AMERICAN_AMERICA.AL32UTF8"
    case "NLS_DATE_FORMAT", "NLS_DATE_LANGUAGE", "NLS_SORT", "NLS_CALENDAR", "NLS_CURRENCY", "NLS_TERRITORY":
      return nls[name]
    case "DATABASE_ROLE": return isReadOnly ? "PHYSICAL STANDBY" : "PRIMARY"
    case "CLIENT_IDENTIFIER", "CLIENT_INFO", "MODULE", "ACTION", "OS_USER", "TERMINAL", "PROXY_USER", "DB_DOMAIN":
      return ""
    default: return nil
    }
  }

  /// The rows of a dictionary view, made anew when the catalog has changed.
  func rows(of view: DictionaryView) throws -> [[Value]] {
    guard view.isCached else { return try view.rows(self) }
    let key = view.dependsOnSchema ? view.name + "/" + currentSchema : view.name
    if let known = database.dictionaryRows[key], known.version == database.catalog.version { return known.rows }
    let rows = try view.rows(self)
    database.dictionaryRows[key] = (database.catalog.version, rows)
    return rows
  }
}

extension Execution {
  /// NEXTVAL: the same throughout a row.
  func nextValue(of sequence: SequenceGenerator) throws -> Value {
    try session.checkWritable()
    let key = ObjectIdentifier(sequence)
    let value: Int128
    if let known = nextValues[key] {
      value = known
    } else {
      value = try sequence.next()
      nextValues[key] = value
      session.setCurrentValue(value, of: sequence)
    }
    return Value(int128: value)
  }
}

extension Value {
  init(int128 value: Int128) {
    if let small = Int(exactly: value) {
      self.init(small)
    } else {
      self.init((try? OracleNumber(decimal: String(value))) ?? .zero)
    }
  }
}
