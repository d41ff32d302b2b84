import OracleWire

/// What a statement that is no query did.
public struct OracleExecutionResult: Sendable, Hashable {
  /// Rows that were inserted, updated or deleted.
  public var rowCount: Int
  /// Executions of an array DML call that failed, when errors were to be collected.
  public var batchErrors: [EndOfCallMessage.BatchError]
}

extension OracleConnection {
  /// Executes a statement that is no query.
  ///
  /// - Parameters:
  ///   - sql: one statement, without a terminating semicolon unless it is PL/SQL.
  ///   - binds: values in the order of the statement's binds.
  /// - Throws: `OracleError` with ORA number, message and position.
  @discardableResult
  public func execute(_ sql: String, binds: [OracleValue] = []) async throws -> OracleExecutionResult {
    let statement = StatementText(sql)
    return try await execute(statement, BindTable(statement: statement, rows: [binds]))
  }

  /// Executes a statement that is no query, with values by the names of its binds.
  @discardableResult
  public func execute(_ sql: String, binds: [String: OracleValue]) async throws -> OracleExecutionResult {
    let statement = StatementText(sql)
    return try await execute(statement, BindTable(statement: statement, named: binds))
  }

  /// Executes a DML statement once for each row of values, in one round trip.
  ///
  /// - Parameters:
  ///   - rows: values in the order of the statement's binds; those of one bind have the same type or are NULL.
  ///   - collectsErrors: rows that fail are reported in the result, and the others done all the same; otherwise the
  ///     first failure ends the call, with the rows before it done.
  @discardableResult
  public func executeMany(
    _ sql: String, rows: [[OracleValue]], collectsErrors: Bool = false
  ) async throws -> OracleExecutionResult {
    guard !rows.isEmpty else { return OracleExecutionResult(rowCount: 0, batchErrors: []) }
    let statement = StatementText(sql)
    guard statement.kind == .dml else {
      throw OracleBindError(description: "only INSERT, UPDATE, DELETE and MERGE are executed for many rows")
    }
    return try await execute(
      statement, BindTable(statement: statement, rows: rows), collectsErrors: collectsErrors)
  }

  private func execute(
    _ statement: StatementText, _ binds: BindTable, collectsErrors: Bool = false
  ) async throws -> OracleExecutionResult {
    guard statement.kind != .query else {
      throw OracleBindError(description: "a query is run by query(_:binds:), not by execute")
    }
    let isPLSQL = statement.kind == .plsql
    var options: ExecuteRequest.Options = [.parse, .execute]
    if !isPLSQL { options.insert(.notPLSQL) }
    if !binds.metadata.isEmpty { options.insert(.bind) }
    if isPLSQL, !binds.metadata.isEmpty { options.insert(.plsqlBind) }
    if collectsErrors { options.insert(.batchErrors) }
    var request = ExecuteRequest(options: options, sql: statement.sql, isQuery: false)
    request.binds = binds.metadata
    request.iterations = UInt32(max(1, binds.rows.count))
    request.prefetchRows = request.iterations
    let rows = binds.metadata.isEmpty ? [] : binds.rows
    let future = begin(.execute(request, binds: rows, isPLSQL: isPLSQL, columns: nil))
    let response = try await future.get()
    if let end = response.endOfCall, end.cursor != 0 { close(cursor: UInt32(end.cursor)) }
    let collected = response.endOfCall?.batchErrors ?? []
    if let error = response.error, collected.isEmpty { throw error }
    return OracleExecutionResult(rowCount: Int(response.endOfCall?.rowCount ?? 0), batchErrors: collected)
  }
}
