import CLibPQ

extension PostgresSession {
  /// Runs a statement and reads its whole answer as text.
  ///
  /// With parameters (`$1`, `$2`; nil is NULL; their types are inferred by the server) it is one statement. Without
  /// parameters it may be several, separated by semicolons: they run as one transaction unless they say otherwise, and
  /// the last answer is returned.
  /// - Throws: `PostgresError`; `CancellationError` when the task was cancelled before.
  public func execute(_ sql: String, _ parameters: [String?] = []) async throws -> PostgresResult {
    try Task.checkCancellation()
    return try await cancellable { connection in
      let answer = try connection.run(sql, parameters)
      return try connection.result(of: answer)
    }
  }

  /// Runs libpq calls so that a cancelled task cancels them on the server.
  func cancellable<T: Sendable>(_ work: (Connection) throws -> T) async throws -> T {
    let gate = gate
    let statement = gate.begin()
    defer { gate.end() }
    return try await withTaskCancellationHandler {
      try connection.watched { try work(connection) }
    } onCancel: {
      gate.cancelInBackground(statement)
    }
  }
}
