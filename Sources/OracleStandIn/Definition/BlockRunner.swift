import OracleSQL
import OracleWire

/// Runs the anonymous blocks that clients and scripts need: a list of SQL statements, SELECT INTO and assignments to
/// binds, EXECUTE IMMEDIATE of a literal, OPEN FOR, DBMS_SQL.RETURN_RESULT, calls that only set or report something,
/// a sleep at the end, NULL.
///
/// `EXCEPTION WHEN OTHERS THEN NULL`, or RAISE unless it is one error, is understood, as scripts use it around DROP.
/// Anything else is ORA-03001.
struct BlockRunner {
  let session: StandInSession

  /// Procedures that change nothing that the stand-in shows: it keeps no lines, and its statistics are never stale.
  private static let ignoredProcedures: Set<String> = [
    "DBMS_OUTPUT.ENABLE", "DBMS_OUTPUT.DISABLE", "DBMS_OUTPUT.PUT", "DBMS_OUTPUT.PUT_LINE", "DBMS_OUTPUT.NEW_LINE",
    "DBMS_STATS.GATHER_INDEX_STATS", "DBMS_STATS.GATHER_SCHEMA_STATS", "DBMS_STATS.GATHER_TABLE_STATS",
  ]
  /// Procedures that set parameters of USERENV: which, by their arguments.
  private static let settings: [String: [String]] = [
    "DBMS_APPLICATION_INFO.SET_ACTION": ["ACTION"], "DBMS_APPLICATION_INFO.SET_CLIENT_INFO": ["CLIENT_INFO"],
    "DBMS_APPLICATION_INFO.SET_MODULE": ["MODULE", "ACTION"], "DBMS_SESSION.SET_IDENTIFIER": ["CLIENT_IDENTIFIER"],
  ]
  private static let sleeps: Set<String> = ["DBMS_SESSION.SLEEP", "DBMS_LOCK.SLEEP"]
  private static let statements = ["INSERT", "UPDATE", "DELETE", "MERGE", "COMMIT", "ROLLBACK", "SAVEPOINT"]

  /// Runs a block once for each row of binds.
  ///
  /// A run that fails leaves no changes of its own behind; what it committed stays, and what the runs before it did.
  func run(_ statement: StandInStatement, bindRows: [[StandInDatum]]) throws -> BlockResult {
    guard let block = try? BlockText(statement.sql) else { throw unsupported }
    var result = BlockResult()
    var openedCount = 0
    for binds in bindRows {
      guard binds.count >= statement.bindNames.count else {
        throw OracleError(code: 1008, message: "not all variables bound")
      }
      let variables = BlockVariables(
        names: statement.bindNames, binds: binds, cursorVariables: block.cursorVariables)
      let start = BlockStart(session)
      try run(block, variables, from: start)
      if variables.slept > .zero {
        guard bindRows.count == 1 else {
          start.undo(session)
          throw OracleError.unsupported("a sleep in a block that runs several times")
        }
        result.pause = BlockPause(duration: variables.slept, start: start)
      }
      // Each has its rows in hand: a call of many runs must not open one for each of them.
      openedCount += variables.openedCount
      guard openedCount <= StandInCursors.most else { throw StandInCursors.tooMany }
      result.directions = variables.directions
      result.outputs.append(variables.outputs)
      result.results += variables.results
    }
    return result
  }

  private func run(_ block: BlockText, _ variables: BlockVariables, from start: BlockStart) throws {
    do {
      for statement in block.statements { try perform(statement, variables) }
    } catch let error as OracleError {
      if block.handler.swallows(error.code) { return }
      start.undo(session)
      throw error
    }
  }

  private var unsupported: OracleError {
    .unsupported("PL/SQL beyond plain SQL statements, assignments to binds and cursors between BEGIN and END")
  }

  private func perform(_ text: String, _ variables: BlockVariables) throws {
    let words = BlockText.words(text)
    guard let first = words.first, words != ["NULL"] else { return }
    // The time passes once the block has run: what came behind it would happen too early.
    guard variables.slept == .zero || Self.sleeps.contains(BlockText.call(text)?.name ?? "") else {
      throw OracleError.unsupported("a statement behind a sleep in a block")
    }
    if text.first == ":", let place = text.firstRange(of: ":=") {
      return try assign(
        String(text[..<place.lowerBound]).trimmingBlanks(), String(text[place.upperBound...]).trimmingBlanks(),
        variables)
    }
    if first == "OPEN", words.count > 3, words[2] == "FOR" { return try open(text, variables) }
    if first == "EXECUTE", words.count > 2, words[1] == "IMMEDIATE" {
      let literal = String(text.dropFirst("EXECUTE".count)).trimmingBlanks()
      let argument = String(literal.dropFirst("IMMEDIATE".count)).trimmingBlanks()
      guard case .literal(.string(let sql, _)) = try? SQLParser.parseExpression(argument).kind else {
        throw unsupported
      }
      return try execute(sql, variables)
    }
    if first == "SELECT", let (query, targets) = BlockText.selectInto(text) {
      return try select(query, into: targets, variables)
    }
    if Self.statements.contains(first) { return try execute(text, variables) }
    guard let call = BlockText.call(text) else { throw unsupported }
    try perform(call.name, call.arguments, variables)
  }

  /// Calls a procedure of a package.
  private func perform(_ name: String, _ arguments: [String], _ variables: BlockVariables) throws {
    switch name {
    case "DBMS_SQL.RETURN_RESULT":
      guard let source = arguments.first else { throw unsupported }
      try variables.giveBack(source)
    case "DBMS_OUTPUT.GET_LINE":
      // There is never a line: the text is NULL, the status 1.
      guard arguments.count == 2, let line = BlockVariables.bindName(arguments[0]),
        let status = BlockVariables.bindName(arguments[1])
      else { throw unsupported }
      try variables.set(line, to: StandInDatum(typeCode: .varchar, bytes: nil))
      try variables.set(status, to: StandInDatum(typeCode: .number, bytes: OracleNumber(1).bytes))
    case _ where Self.sleeps.contains(name):
      guard arguments.count == 1 else { throw unsupported }
      variables.slept += try duration(arguments[0], variables)
    case "DBMS_SESSION.CLEAR_IDENTIFIER": session.attributes["CLIENT_IDENTIFIER"] = nil
    case _ where Self.ignoredProcedures.contains(name):
      if name.hasPrefix("DBMS_STATS.") { try session.checkWritable() }
      for argument in arguments {
        if let bind = BlockVariables.bindName(argument) { _ = try variables.value(bind) }
      }
    default:
      guard let parameters = Self.settings[name], parameters.count == arguments.count else { throw unsupported }
      for (parameter, argument) in zip(parameters, arguments) {
        session.attributes[parameter] = try shown(argument, variables)
      }
    }
  }

  /// The value of an expression as text, empty for NULL.
  private func shown(_ expression: String, _ variables: BlockVariables) throws -> String {
    let (query, binds) = try bound("SELECT \(expression) FROM DUAL", variables)
    guard query.kind == .query, query.columns.count == 1 else { throw unsupported }
    let column = query.columns[0]
    let rows = try session.openUnderLock(query, binds: binds).fetchValuesUnderLock(maxRows: 1)
    guard let row = rows.first, let cell = row[0] else { return "" }
    let bytes = column.isNational ? RowImage.text(national: cell) : cell
    let value = try Value(StandInDatum(typeCode: column.typeCode, bytes: bytes))
    return String(decoding: try session.rules.text(value), as: UTF8.self)
  }

  /// A number of seconds, kept to hundredths as SLEEP does.
  private func duration(_ expression: String, _ variables: BlockVariables) throws -> Duration {
    let (query, binds) = try bound("SELECT ROUND(TO_NUMBER(\(expression)) * 100) FROM DUAL", variables)
    let rows = try session.openUnderLock(query, binds: binds).fetchValuesUnderLock(maxRows: 1)
    guard let cell = rows.first?.first ?? nil else { throw unsupported }
    guard let hundredths = try OracleNumber(wireBytes: cell).intValue, (0...BlockPause.longest).contains(hundredths)
    else { throw OracleError(code: 38148, message: "invalid time limit specified") }
    return .milliseconds(10 * hundredths)
  }

  private func assign(_ target: String, _ expression: String, _ variables: BlockVariables) throws {
    try select("SELECT \(expression) FROM DUAL", into: [target], variables)
  }

  /// Sets binds to the values of a query's only row.
  private func select(_ sql: String, into targets: [String], _ variables: BlockVariables) throws {
    let names = targets.compactMap(BlockVariables.bindName)
    let (query, binds) = try bound(sql, variables)
    guard query.kind == .query, names.count == targets.count,
      !query.columns.contains(where: { $0.typeCode == .cursor })
    else { throw unsupported }
    guard query.columns.count == names.count else {
      throw query.columns.count < names.count
        ? OracleError(code: 947, message: "not enough values") : OracleError(code: 913, message: "too many values")
    }
    let row = try Self.onlyRow(session.openUnderLock(query, binds: binds).fetchValuesUnderLock(maxRows: 2))
    for (index, column) in query.columns.enumerated() {
      let bytes = column.isNational ? row[index].map(RowImage.text(national:)) : row[index]
      try variables.set(names[index], to: StandInDatum(typeCode: column.typeCode, bytes: bytes))
    }
  }

  /// The row of what must give one.
  private static func onlyRow<Row>(_ rows: [Row]) throws -> Row {
    guard let row = rows.first else { throw OracleError(code: 1403, message: "no data found") }
    guard rows.count == 1 else {
      throw OracleError(code: 1422, message: "exact fetch returns more than requested number of rows")
    }
    return row
  }

  private func open(_ text: String, _ variables: BlockVariables) throws {
    let rest = String(text.dropFirst("OPEN".count)).trimmingBlanks()
    let target = rest.prefix { !$0.isWhitespace }
    let sql = String(rest.dropFirst(target.count)).trimmingBlanks().dropFirst("FOR".count)
    let (query, binds) = try bound(String(sql).trimmingBlanks(), variables)
    guard query.kind == .query else { throw unsupported }
    try variables.open(
      String(target), as: OpenedQuery(statement: query, cursor: try session.openUnderLock(query, binds: binds)))
  }

  /// A statement compiled for the types of the binds in it, and their values.
  private func bound(_ sql: String, _ variables: BlockVariables) throws -> (StandInStatement, [StandInDatum]) {
    var statement = try session.compile(sql, bindTypes: [])
    guard !statement.bindNames.isEmpty else { return (statement, []) }
    statement = try session.compile(sql, bindTypes: try statement.bindNames.map { try variables.type($0) })
    let returned = Set(statement.returningBinds)
    return (
      statement,
      try statement.bindNames.indices.filter { !returned.contains($0) }.map {
        try variables.value(statement.bindNames[$0])
      }
    )
  }

  private func execute(_ sql: String, _ variables: BlockVariables) throws {
    let (statement, binds) = try bound(sql, variables)
    guard statement.kind != .query, statement.kind != .plsql else { throw unsupported }
    let result = try session.run(statement, bindRows: [binds], batchErrors: false)
    guard !statement.returningBinds.isEmpty else { return }
    // A statement that touched no row is no error here, unlike a query: its targets are NULL.
    let rows = result.returned.first ?? []
    let row = try rows.isEmpty ? nil : Self.onlyRow(rows)
    for (item, place) in statement.returningBinds.enumerated() {
      let none = StandInDatum(typeCode: .varchar, bytes: nil)
      try variables.set(statement.bindNames[place], to: row.map { $0[item] } ?? none)
    }
  }
}
