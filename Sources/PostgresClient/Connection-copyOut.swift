import CLibPQ

extension Connection {
  func copyOut(_ sql: String, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
    let answer = try run(sql, [])
    guard answer.status == PGRES_COPY_OUT else {
      let result = try result(of: answer)
      throw PostgresError("not a COPY TO STDOUT: the server answered \(result.commandTag)", sqlState: "0A000")
    }
    do {
      while try nextChunk(consume) {}
    } catch {
      if PQstatus(handle) == CONNECTION_OK { try? drainCopyOut() }
      throw error
    }
    let (error, rows) = drain()
    if let error { throw error }
    return rows
  }

  /// Cancels the COPY TO STDOUT under way and drops what it still sends.
  func drainCopyOut() throws {
    try? gate.cancelNow()
    while try nextChunk({ _ in }) {}
    _ = drain()
  }

  /// Hands the next chunk over; false when there is none left, or only an error that `drain` finds.
  private func nextChunk(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
    var buffer: UnsafeMutablePointer<CChar>?
    let count = PQgetCopyData(handle, &buffer, 0)
    defer { if let buffer { PQfreemem(buffer) } }
    if count > 0, let buffer {
      try consume(UnsafeRawBufferPointer(start: buffer, count: Int(count)))
      return true
    }
    if count == -2 { throw drain().error ?? failure() }
    return false
  }
}
