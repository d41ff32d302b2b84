import CLibPQ

extension PostgresSession {
  /// Runs a `COPY ... TO STDOUT`, binary or text, and hands each CopyData chunk to the consumer.
  ///
  /// Memory stays constant. PostgreSQL sends a chunk a row (the binary header comes with the first row, the trailer is
  /// a chunk), though its protocol doesn't promise it. The consumer runs on the session's queue; the bytes are valid
  /// only while it runs. When it throws, the COPY is cancelled and its error is thrown on.
  /// - Returns: the number of rows that the server sent.
  @discardableResult
  public func copyOut(
    _ sql: String, _ consume: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws -> Int {
    try Task.checkCancellation()
    return try await cancellable { try $0.copyOut(sql, consume) }
  }

  /// Runs a `COPY ... TO STDOUT` and folds its chunks into a state, which travels to the session's queue and back.
  ///
  /// - Returns: the state after the last chunk.
  public func copyOut<State: Sendable>(
    _ sql: String, folding initial: State,
    _ consume: @Sendable (inout State, UnsafeRawBufferPointer) throws -> Void
  ) async throws -> State {
    try Task.checkCancellation()
    return try await cancellable { connection in
      var state = initial
      _ = try connection.copyOut(sql) { try consume(&state, $0) }
      return state
    }
  }
}
