import OracleSQL
import OracleWire

/// What the engine runs for a statement.
enum StatementBody {
  case query(QueryPlan)
  /// The query of a CURSOR expression, which is opened for a row and can't be run by itself.
  case nested
  case insert(InsertPlan)
  case update(UpdatePlan)
  case delete(DeletePlan)
  case insertAll(MultiInsertPlan)
  case merge(MergePlan)
  /// DDL, transaction control and the rest: carried out from the tree.
  case direct(Statement.Kind)
}

extension StandInSession {
  /// Uncommon syntax that the stand-in carries out; logs of materialised views it refuses by name.
  private static let carriedOut: Set<String> = [
    "CREATE MATERIALIZED", "object tables (CREATE TABLE ... OF)", "SAMPLE", "SAMPLE BLOCK", "ALTER SYSTEM",
  ]

  /// Parses and compiles.
  func compile(_ sql: String, bindTypes: [OracleTypeCode]) throws -> StandInStatement {
    let sql = database.configuration.characterSet.received(sql)
    let bytes = Array(sql.utf8)
    let statement: Statement
    do {
      statement = try SQLParser.parse(bytes)
    } catch {
      throw OracleError(code: error.code, message: error.message, position: error.offset)
    }
    if let construct = statement.uncommon.first(where: { !Self.carriedOut.contains($0.name) }) {
      let refusal = construct.refusal(in: bytes)
      throw OracleError(code: refusal.code, message: refusal.message, position: refusal.offset)
    }
    return try compile(statement, sql: sql, bytes: bytes, bindTypes: bindTypes)
  }

  private func compile(
    _ statement: Statement, sql: String, bytes: [UInt8], bindTypes: [OracleTypeCode]
  ) throws -> StandInStatement {
    let context = CompileContext(session: self, sql: bytes, bindTypes: bindTypes)
    var names = statement.binds.map(\.name)
    let version = database.catalog.version
    func made(
      _ kind: StandInStatement.Kind, _ code: Int, _ body: StatementBody, columns: [ColumnDescription] = [],
      returning: ReturningClause? = nil
    ) -> StandInStatement {
      StandInStatement(
        sql: sql, kind: kind, columns: columns, bindNames: names,
        returningBinds: returning?.targets.map(\.position) ?? [], sqlTypeCode: code, body: body,
        catalogVersion: version, bindTypes: bindTypes)
    }
    switch statement.kind {
    case .query(let query):
      let plan = try QueryCompiler(context: context).plan(query, parent: nil, givesCursors: true)
      return made(.query, 3, .query(plan), columns: try described(plan))
    case .insert(let insert):
      return made(.dml, 2, .insert(try InsertPlan(insert, context)), returning: insert.returning)
    case .update(let update):
      return made(.dml, 6, .update(try UpdatePlan(update, context)), returning: update.returning)
    case .delete(let delete):
      return made(.dml, 7, .delete(try DeletePlan(delete, context)), returning: delete.returning)
    case .insertAll(let insert): return made(.dml, 2, .insertAll(try MultiInsertPlan(insert, context)))
    case .merge(let merge): return made(.dml, 189, .merge(try MergePlan(merge, context)))
    case .plsql(let unit) where unit.kind == .anonymousBlock || unit.kind == .call:
      names = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
      return made(.plsql, 47, .direct(statement.kind))
    default:
      let (kind, code) = Self.classify(statement.kind)
      return made(kind, code, .direct(statement.kind))
    }
  }

  /// The columns of a query whose rows go to the client.
  func described(_ plan: QueryPlan) throws -> [ColumnDescription] {
    if plan.columns.contains(where: { $0.type.base == .xml }) {
      throw OracleError.unsupported("XMLTYPE in the result of a query (XMLSERIALIZE makes text of it)")
    }
    if plan.columns.contains(where: { $0.type.base == .object }) {
      throw OracleError.unsupported("objects in the result of a query (their attributes can be)")
    }
    return plan.columns.map { $0.type.description(name: $0.name, isNullable: $0.isNullable) }
  }

  /// Oracle's numbers for statement types, as V$SQL.COMMAND_TYPE has them.
  private static func classify(_ kind: Statement.Kind) -> (StandInStatement.Kind, Int) {
    switch kind {
    case .commit: (.transaction, 44)
    case .rollback: (.transaction, 45)
    case .savepoint: (.transaction, 46)
    case .setTransaction: (.transaction, 48)
    case .setConstraints: (.transaction, 90)
    case .lockTable: (.transaction, 26)
    case .alterSession: (.transaction, 42)
    case .createTable: (.ddl, 1)
    case .alterTable: (.ddl, 15)
    case .createIndex: (.ddl, 9)
    case .createSequence: (.ddl, 13)
    case .alterSequence: (.ddl, 14)
    case .createView: (.ddl, 21)
    case .createSynonym: (.ddl, 19)
    case .createUser: (.ddl, 51)
    case .alterUser: (.ddl, 43)
    case .createRole: (.ddl, 52)
    case .grant: (.ddl, 17)
    case .revoke: (.ddl, 18)
    case .truncate: (.ddl, 85)
    case .comment: (.ddl, 29)
    case .rename: (.ddl, 28)
    case .alterOther: (.ddl, 11)
    case .createMaterializedView: (.ddl, 76)
    // ALTER SYSTEM: the others are refused by name.
    case .administrative: (.transaction, 49)
    // These are refused before they get here, as `Statement.uncommon` names them.
    case .createMaterializedViewLog, .createDirectory, .createDatabaseLink, .createContext,
      .createCluster, .explainPlan:
      (.ddl, 0)
    case .drop(let drop):
      switch drop.kind {
      case .table: (.ddl, 12)
      case .index: (.ddl, 10)
      case .sequence: (.ddl, 16)
      case .view: (.ddl, 22)
      case .user: (.ddl, 53)
      default: (.ddl, 20)
      }
    case .plsql: (.ddl, 24)
    case .query, .insert, .update, .delete, .insertAll, .merge: (.dml, 0)
    }
  }

  /// The statement as it is, or compiled again when the catalog has changed since.
  func fresh(_ statement: StandInStatement) throws -> StandInStatement {
    if statement.catalogVersion == database.catalog.version || statement.isDirect { return statement }
    return try compile(statement.sql, bindTypes: statement.bindTypes)
  }

  /// Runs a statement that isn't a query.
  func run(
    _ statement: StandInStatement, bindRows: [[StandInDatum]], batchErrors: Bool
  ) throws -> StandInDMLResult {
    switch statement.body {
    case .query, .nested:
      // A client may execute a query without fetching: it is opened to find its errors.
      throw OracleError(code: 900, message: "invalid SQL statement")
    case .direct(let kind):
      rules.now = SystemClock.now()
      return try runDirect(kind, statement, binds: bindRows.first ?? [])
    case .insert(let plan): return try runIterations(statement, bindRows, batchErrors) { try plan.run($0, &$1) }
    case .update(let plan): return try runIterations(statement, bindRows, batchErrors) { try plan.run($0, &$1) }
    case .delete(let plan): return try runIterations(statement, bindRows, batchErrors) { try plan.run($0, &$1) }
    case .insertAll(let plan):
      return try runIterations(statement, bindRows, batchErrors) { changes, _ in try plan.run(changes) }
    case .merge(let plan):
      return try runIterations(statement, bindRows, batchErrors) { changes, _ in try plan.run(changes) }
    }
  }

  private func runIterations(
    _ statement: StandInStatement, _ bindRows: [[StandInDatum]], _ batchErrors: Bool,
    _ body: (RowChanges, inout StandInDMLResult) throws -> Int
  ) throws -> StandInDMLResult {
    try checkWritable()
    var result = StandInDMLResult()
    let hadTransaction = transaction != nil
    let changing = currentTransaction()
    let start = changing.mark
    let returning = Set(statement.returningBinds)
    do {
      for (index, row) in bindRows.enumerated() {
        let mark = changing.mark
        do {
          var values = row
          if !returning.isEmpty {
            values = []
            var given = row[...]
            for position in statement.bindNames.indices {
              if returning.contains(position) {
                values.append(StandInDatum(typeCode: .varchar, bytes: nil))
              } else if let value = given.popFirst() {
                values.append(value)
              }
            }
          }
          let execution = try beginExecution(values, expected: statement.bindNames.count)
          let count = try body(RowChanges(execution: execution, transaction: changing), &result)
          result.rowCounts.append(count)
          result.rowCount += count
        } catch let error as OracleError where batchErrors {
          changing.undo(to: mark)
          result.rowCounts.append(0)
          result.errors.append(StandInBatchError(index: index, error: error))
        } catch let error as OracleError where index > 0 {
          changing.undo(to: mark)
          result.failure = error
          break
        }
      }
    } catch {
      changing.undo(to: start)
      if !hadTransaction, changing.entries.isEmpty { transaction = nil }
      throw error
    }
    if !hadTransaction, changing.entries.isEmpty { transaction = nil }
    return result
  }
}

extension StandInStatement {
  /// Whether it stays as it is when the catalog changes.
  var isDirect: Bool {
    switch body {
    case .direct, .nested: true
    default: false
    }
  }
}
