import CLibPQ

extension PostgresSession {
  /// Runs the body within one transaction: COMMIT when it returns, ROLLBACK when it throws.
  ///
  /// The body's error is the one that is thrown on. While the body is suspended other tasks could slip statements into
  /// the transaction; that's why one session serves one task. A transaction within a transaction is refused.
  /// - Parameter mode: what follows BEGIN, such as `ISOLATION LEVEL REPEATABLE READ READ ONLY`.
  public func transaction<T>(
    _ mode: String = "", isolation: isolated (any Actor)? = #isolation,
    _ body: (PostgresSession) async throws -> T
  ) async throws -> T {
    try await begin(mode)
    let value: T
    do {
      value = try await body(self)
      try await commit()
    } catch {
      try? await rollback()
      throw error
    }
    return value
  }

  /// Opens a transaction.
  public func begin(_ mode: String = "") async throws {
    guard !isInTransaction else {
      throw PostgresError(
        "a transaction is already open in this session", sqlState: "25001", remedy: "use one session for each task")
    }
    _ = try await execute(mode.isEmpty ? "BEGIN" : "BEGIN \(mode)")
  }

  /// Commits the open transaction.
  ///
  /// - Throws: `PostgresError` with SQLSTATE 25P02 when a statement of the transaction had failed and the server rolled
  ///   it back instead.
  public func commit() async throws {
    let result = try await execute("COMMIT")
    guard result.commandTag != "ROLLBACK" else {
      throw PostgresError("the transaction had failed and was rolled back, not committed", sqlState: "25P02")
    }
  }

  /// Rolls the open transaction back; a COPY under way is aborted first.
  ///
  /// Also works in a cancelled task.
  public func rollback() async throws {
    guard !connection.isClosed else { return }
    try connection.watched {
      try connection.abortCopyIn(reason: "rolled back")
      guard isInTransaction else { return }
      _ = try connection.result(of: connection.run("ROLLBACK", []))
    }
  }
}
