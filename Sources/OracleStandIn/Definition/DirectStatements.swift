import OracleSQL
import OracleWire

extension StandInSession {
  /// Runs DDL, transaction control and session statements.
  func runDirect(
    _ kind: Statement.Kind, _ statement: StandInStatement, binds: [StandInDatum]
  ) throws -> StandInDMLResult {
    var result = StandInDMLResult()
    let text = statement.sql
    switch kind {
    case .commit: try endTransaction()
    case .rollback(let savepoint):
      guard let savepoint else {
        undoTransaction()
        break
      }
      guard transaction?.undo(toSavepoint: savepoint.name) == true else {
        throw OracleError(
          code: 1086, message: "savepoint '\(savepoint.name)' never established in this session or is invalid")
      }
    case .savepoint(let name): currentTransaction().setSavepoint(name.name)
    case .setTransaction(let readOnly):
      if readOnly { throw OracleError.unsupported("SET TRANSACTION READ ONLY") }
    case .setConstraints(let names, let deferred): try setConstraints(names, deferred: deferred)
    case .lockTable(let names):
      try checkWritable()
      let context = CompileContext(session: self, sql: Array(statement.sql.utf8))
      for name in names { _ = try context.table(name) }
    case .alterSession(let settings): try SessionSettings(session: self).apply(settings)
    case .administrative(let statement):
      try SystemStatements(session: self, sql: Array(text.utf8)).run(statement)
    case .plsql(let unit) where unit.kind == .anonymousBlock || unit.kind == .call:
      _ = try BlockRunner(session: self).run(statement, bindRows: [binds])
    default:
      try checkWritable()
      // DDL commits what came before, and stands under an SCN of its own.
      try endTransaction()
      _ = database.advanceSCN()
      do {
        try SchemaStatements(session: self, sql: statement.sql).run(kind)
        try endTransaction()
      } catch {
        undoTransaction()
        database.catalog.changed()
        throw error
      }
    }
    result.rowCounts = [0]
    return result
  }

  private func setConstraints(_ names: [ObjectName], deferred: Bool) throws {
    if names.isEmpty {
      allConstraintsDeferred = deferred
      constraintModes = [:]
      if !deferred { try checkDeferred { _ in true } }
      return
    }
    for name in names {
      let qualified = QualifiedName(owner: name.schema?.name ?? schema, name: name.name.name)
      guard let constraint = database.catalog.constraints[qualified] else {
        throw OracleError(
          code: 2448, message: "constraint does not exist", position: name.range.start)
      }
      guard constraint.isDeferrable else {
        throw OracleError(code: 2447, message: "cannot defer a constraint that is not deferrable")
      }
      constraintModes[ObjectIdentifier(constraint)] = deferred
      if !deferred { try checkDeferred { $0 === constraint } }
    }
  }

  private func checkDeferred(_ isWanted: (Constraint) -> Bool) throws {
    guard let transaction else { return }
    for (key, (table, constraint)) in transaction.deferredChecks where isWanted(constraint) {
      try ConstraintValidation.validate(constraint, of: table, session: self, isDeferred: true)
      transaction.deferredChecks[key] = nil
    }
  }
}

/// ALTER SESSION.
struct SessionSettings {
  let session: StandInSession

  func apply(_ statement: AlterSession) throws {
    for (name, value) in statement.settings { try set(name, value) }
  }

  private func set(_ name: String, _ value: String) throws {
    let invalid = OracleError(code: 12705, message: "Cannot access NLS data files or invalid environment specified")
    switch name {
    case "CURRENT_SCHEMA": try session.changeSchema(value)
    case "TIME_ZONE": try setTimeZone(value)
    case "NLS_DATE_FORMAT":
      let model = Array(value.utf8)
      _ = try session.rules.formats.format(model)
      session.rules.dateFormat = model
      session.nls[name] = value
    case "NLS_TIMESTAMP_FORMAT":
      let model = Array(value.utf8)
      _ = try session.rules.formats.format(model)
      session.rules.timestampFormat = model
      session.nls[name] = value
    case "NLS_TIMESTAMP_TZ_FORMAT":
      let model = Array(value.utf8)
      _ = try session.rules.formats.format(model)
      session.rules.timestampTZFormat = model
      session.nls[name] = value
    case "NLS_LENGTH_SEMANTICS":
      guard ["BYTE", "CHAR"].contains(value.uppercased()) else { throw invalid }
      session.nls[name] = value.uppercased()
    case "NLS_NUMERIC_CHARACTERS":
      guard value == ".," || value == ". " else { throw OracleError.unsupported("NLS_NUMERIC_CHARACTERS '\(value)'") }
      session.nls[name] = value
    case "NLS_LANGUAGE", "NLS_DATE_LANGUAGE":
      guard ["AMERICAN", "ENGLISH"].contains(value.uppercased()) else {
        throw OracleError.unsupported("\(name) other than AMERICAN")
      }
      session.nls[name] = value.uppercased()
    case "NLS_SORT", "NLS_COMP":
      guard value.uppercased() == "BINARY" else { throw OracleError.unsupported("\(name) other than BINARY") }
      session.nls[name] = "BINARY"
    case "NLS_CALENDAR":
      guard value.uppercased() == "GREGORIAN" else { throw OracleError.unsupported("\(name) other than GREGORIAN") }
    case _ where NLSDefaults.session[name] != nil: session.nls[name] = value
    case "CONTAINER", "EDITION", "SQL_TRACE", "STATISTICS_LEVEL", "OPTIMIZER_MODE", "CURSOR_SHARING", "RESUMABLE",
      "DDL_LOCK_TIMEOUT", "TRACEFILE_IDENTIFIER", "PLSQL_CODE_TYPE", "PLSCOPE_SETTINGS", "DEFERRED_SEGMENT_CREATION",
      "ROW ARCHIVAL VISIBILITY", "PARALLEL_DEGREE_POLICY", "RECYCLEBIN":
      break  // Nothing that the stand-in does depends on these.
    case _ where name.hasPrefix("_"): break
    default: throw OracleError(code: 2248, message: "invalid option for ALTER SESSION")
    }
  }

  private func setTimeZone(_ value: String) throws {
    let name = value.uppercased()
    if name == "LOCAL" || name == "DBTIMEZONE" {
      session.rules.zoneOffset = 0
      return
    }
    do {
      let format = try session.rules.formats.format(Array("TZR".utf8))
      session.rules.zoneOffset = try format.parse(Array(value.utf8), now: session.rules.now).offsetMinutes ?? 0
    } catch {
      throw OracleError.unsupported("time zones by name, such as '\(value)': use an offset such as '+01:00'")
    }
  }
}
