import CLibPQ

extension PostgresSession {
  /// Begins a `COPY ... FROM STDIN`, binary or text; `sendCopyData` and `endCopyIn` or `abortCopyIn` must follow.
  public func copyIn(_ sql: String) async throws {
    try Task.checkCancellation()
    try await cancellable { try $0.beginCopyIn(sql) }
  }

  /// Sends bytes of the COPY; they may be cut anywhere, also within a row.
  ///
  /// Waits while the server is behind. The array isn't copied, save by libpq into its send buffer.
  /// - Throws: `PostgresError` as soon as the server refused an earlier row; the COPY is over then.
  public func sendCopyData(_ bytes: [UInt8]) async throws {
    try await cancellable { connection in
      try bytes.withUnsafeBytes { try connection.sendCopyData($0) }
    }
  }

  /// Sends the first `count` bytes of an array that serves as a buffer.
  public func sendCopyData(_ bytes: [UInt8], count: Int) async throws {
    guard count >= 0, count <= bytes.count else {
      throw PostgresError("\(count) bytes of COPY data asked for, \(bytes.count) at hand")
    }
    try await cancellable { connection in
      try bytes.withUnsafeBytes { try connection.sendCopyData(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// Sends bytes of the COPY from memory that must stay as it is until the call returns.
  public nonisolated(nonsending) func sendCopyData(_ bytes: UnsafeRawBufferPointer) async throws {
    try await sendCopyData(BorrowedMemory(bytes: bytes))
  }

  /// Memory on its way to the session's queue; whoever sends it waits, so nobody touches it meanwhile.
  private struct BorrowedMemory: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
  }

  private func sendCopyData(_ memory: BorrowedMemory) async throws {
    try await cancellable { try $0.sendCopyData(memory.bytes) }
  }

  /// Ends the COPY and waits for the server's verdict.
  ///
  /// - Returns: the number of rows that the server took.
  public func endCopyIn() async throws -> Int {
    try await cancellable { try $0.endCopyIn() }
  }

  /// Makes the server drop the COPY under way; without one it does nothing.
  ///
  /// Also works in a cancelled task.
  /// - Parameter reason: goes into the server's log: no row values.
  public func abortCopyIn(reason: String) async throws {
    try connection.watched { try connection.abortCopyIn(reason: reason) }
  }
}
