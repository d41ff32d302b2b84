import CLibPQ

/// A libpq result that is freed when it goes.
struct Answer: ~Copyable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit {
    PQclear(pointer)
  }

  var status: ExecStatusType { PQresultStatus(pointer) }
}

extension Connection {
  /// Runs a statement; the answer may still be an error of the server.
  func run(_ sql: String, _ parameters: [String?]) throws -> Answer {
    try checkReady()
    guard !sql.utf8.contains(0) else { throw PostgresError("a statement holds a NUL byte", sqlState: "22021") }
    guard parameters.count <= Int(UInt16.max) else {
      throw PostgresError("\(parameters.count) parameters in a statement; PostgreSQL takes 65535", sqlState: "54023")
    }
    guard !parameters.contains(where: { $0?.utf8.contains(0) ?? false }) else {
      throw PostgresError(
        "a parameter holds a NUL character, which no PostgreSQL text can hold", sqlState: "22021")
    }
    let pointer =
      parameters.isEmpty
      ? PQexec(handle, sql)
      : withCStrings(parameters) {
        PQexecParams(handle, sql, Int32(parameters.count), nil, $0, nil, nil, 0)
      }
    guard let answer = Answer(pointer) else { throw failure() }
    return answer
  }

  /// The answer's rows, or the error that it is.
  func result(of answer: consuming Answer) throws -> PostgresResult {
    switch answer.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
      return PostgresResult(answer)
    case PGRES_COPY_IN:
      isCopyingIn = true
      try abortCopyIn(reason: "not expected")
      throw PostgresError("COPY FROM STDIN must be begun by copyIn", sqlState: "0A000")
    case PGRES_COPY_OUT, PGRES_COPY_BOTH:
      try drainCopyOut()
      throw PostgresError("COPY TO STDOUT must be run by copyOut", sqlState: "0A000")
    default:
      throw error(of: answer)
    }
  }

  func checkReady() throws {
    guard !isClosed else {
      throw PostgresError("the session with \(endpoint) is closed", sqlState: "08003", isConnectionLost: true)
    }
    guard !isCopyingIn else {
      throw PostgresError(
        "a COPY is under way in this session", sqlState: "55000", remedy: "use one session for each task")
    }
  }

  private func withCStrings<R>(
    _ strings: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> R
  ) rethrows -> R {
    var storage: [CChar] = []
    var offsets: [Int?] = []
    for string in strings {
      guard let string else {
        offsets.append(nil)
        continue
      }
      offsets.append(storage.count)
      storage.append(contentsOf: string.utf8.lazy.map { CChar(bitPattern: $0) })
      storage.append(0)
    }
    return try storage.withUnsafeBufferPointer { bytes in
      let pointers = offsets.map { offset in offset.flatMap { offset in bytes.baseAddress.map { $0 + offset } } }
      return try pointers.withUnsafeBufferPointer { try body($0.baseAddress) }
    }
  }
}

extension PostgresResult {
  fileprivate init(_ answer: borrowing Answer) {
    let pointer = answer.pointer
    let width = PQnfields(pointer)
    let height = PQntuples(pointer)
    func text(_ row: Int32, _ column: Int32) -> String? {
      guard PQgetisnull(pointer, row, column) == 0, let value = PQgetvalue(pointer, row, column) else { return nil }
      let bytes = UnsafeRawBufferPointer(start: value, count: Int(PQgetlength(pointer, row, column)))
      return String(decoding: bytes, as: UTF8.self)
    }
    columns = (0..<max(width, 0)).map { column in PQfname(pointer, column).map { String(cString: $0) } ?? "" }
    columnTypes = (0..<max(width, 0)).map { PQftype(pointer, $0) }
    rows = (0..<max(height, 0)).map { row in (0..<max(width, 0)).map { text(row, $0) } }
    affectedRows = PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0
    commandTag = PQcmdStatus(pointer).map { String(cString: $0) } ?? ""
  }
}
