import OracleWire

/// What a statement that is no query did.
public struct OracleExecutionResult: Sendable, Hashable {
  /// Rows that were inserted, updated or deleted.
  public var rowCount: Int
  /// Executions of an array DML call that failed, when errors were to be collected.
  public var batchErrors: [EndOfCallMessage.BatchError]

  init(rowCount: Int, batchErrors: [EndOfCallMessage.BatchError]) {
    self.rowCount = rowCount
    self.batchErrors = batchErrors
  }

  init(_ end: EndOfCallMessage?) throws(WireError) {
    let count = end?.rowCount ?? 0
    guard let rowCount = Int(exactly: count) else { throw .malformed("a count of \(count) rows") }
    self.init(rowCount: rowCount, batchErrors: end?.batchErrors ?? [])
  }
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

  /// Executes a block, or a DML statement with RETURNING INTO, whose binds may bring values back.
  ///
  /// - Parameters:
  ///   - sql: one statement, without a terminating semicolon unless it is PL/SQL.
  ///   - binds: one for each bind of the statement, in their order.
  /// - Throws: `OracleError` with ORA number, message and position; `OracleBindError` for a value that was longer than
  ///   the room that was given for it.
  public func execute(_ sql: String, through binds: [OracleBind]) async throws -> OracleOutputs {
    let statement = StatementText(sql)
    for (place, bind) in binds.enumerated() {
      if case .out(.nclob) = bind { try checkNationalCharacterSet("bind \(place + 1)") }
      if case .inOut(_, .nclob) = bind { try checkNationalCharacterSet("bind \(place + 1)") }
    }
    let (response, result) = try await run(statement, BindTable(statement: statement, through: binds))
    return try outputs(response, rowCount: result.rowCount, binds)
  }

  private func execute(
    _ statement: StatementText, _ binds: BindTable, collectsErrors: Bool = false
  ) async throws -> OracleExecutionResult {
    let (response, result) = try await run(statement, binds, collectsErrors: collectsErrors)
    // Nobody can see them.
    for returned in response.implicitResults { close(cursor: UInt32(returned.number)) }
    return result
  }

  private func run(
    _ statement: StatementText, _ binds: BindTable, collectsErrors: Bool = false
  ) async throws -> (Response, OracleExecutionResult) {
    // A temporary LOB among the binds must not be freed before the server has it.
    defer { withExtendedLifetime(binds) {} }
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
    try Task.checkCancellation()
    let response = try await answer(to: begin(.execute(request, binds, isPLSQL: isPLSQL, columns: nil)))
    if let end = response.endOfCall, end.cursor != 0 { close(cursor: UInt32(end.cursor)) }
    // Errors of rows are collected; any other one ended the call before the rows that were left, and before 12.1 the
    // rows are not named.
    let areCollected =
      collectsErrors && response.error?.code == EndOfCallMessage.batchErrorsCollected
      && response.endOfCall?.batchErrors.isEmpty == false
    if let error = response.error, !areCollected { throw error }
    return (response, try trusting { () throws(WireError) in try OracleExecutionResult(response.endOfCall) })
  }
}
