import CLibPQ
import Foundation

extension Connection {
  /// The most that is handed to libpq at once: a socket that can be written to takes as much without blocking.
  ///
  /// Linux calls a socket writable when a third (TCP) or three quarters (Unix) of its buffer are free. A send that would
  /// block makes libpq read what the server said into its own buffer, where nobody can see it before the COPY's end.
  private static let largestPiece = 16 << 10

  func beginCopyIn(_ sql: String) throws {
    let answer = try run(sql, [])
    guard answer.status == PGRES_COPY_IN else {
      let result = try result(of: answer)
      throw PostgresError("not a COPY FROM STDIN: the server answered \(result.commandTag)", sqlState: "0A000")
    }
    isCopyingIn = true
  }

  func sendCopyData(_ bytes: UnsafeRawBufferPointer) throws {
    try checkCopyingIn()
    var rest = bytes[...]
    while !rest.isEmpty {
      guard !serverRefuses() else { throw refusal() }
      let piece = rest.prefix(Self.largestPiece)
      let start = UnsafeRawBufferPointer(rebasing: piece).assumingMemoryBound(to: CChar.self)
      guard PQputCopyData(handle, start.baseAddress, Int32(start.count)) == 1 else { throw refusal() }
      rest = rest[piece.endIndex...]
    }
  }

  func endCopyIn() throws -> Int {
    try checkCopyingIn()
    isCopyingIn = false
    guard PQputCopyEnd(handle, nil) == 1 else { throw lastWords() }
    let (error, rows) = drain()
    if let error { throw error }
    return rows
  }

  func abortCopyIn(reason: String) throws {
    guard isCopyingIn, !isClosed else { return }
    isCopyingIn = false
    let reason = String(reason.prefix(200).filter { $0 != "\0" })
    guard PQputCopyEnd(handle, reason) == 1 else { throw lastWords() }
    let (error, _) = drain()
    if let error, error.isConnectionLost { throw error }
  }

  private func checkCopyingIn() throws {
    guard !isClosed else { return try checkReady() }
    guard isCopyingIn else { throw PostgresError("no COPY FROM STDIN is under way in this session", sqlState: "55000") }
  }

  /// Ends the COPY that the server refused, and says why.
  private func refusal() -> PostgresError {
    isCopyingIn = false
    _ = PQputCopyEnd(handle, "given up")
    return lastWords()
  }

  private func lastWords() -> PostgresError {
    drain().error ?? failure()
  }

  /// Waits until bytes can be sent; whether an error message of the server is waiting to be read meanwhile.
  ///
  /// libpq looks for one only when the COPY ends, however many rows are sent in vain until then. Nothing but errors and
  /// notices can arrive here, so a look at the first bytes that wait tells: type E, four bytes of length, field S. With
  /// TLS they can't be seen, and the error is found at the end.
  private func serverRefuses() -> Bool {
    guard PQsslInUse(handle) == 0, PQgssEncInUse(handle) == 0 else { return false }
    var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN | POLLOUT), revents: 0)
    guard poll(&socket, 1, -1) == 1, socket.revents & Int16(POLLIN) != 0 else { return false }
    var head: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0, 0)
    let count = withUnsafeMutableBytes(of: &head) {
      recv(socket.fd, $0.baseAddress, $0.count, peekWithoutWaiting)
    }
    return count == 6 && head.0 == UInt8(ascii: "E") && head.5 == UInt8(ascii: "S")
  }
}

private let peekWithoutWaiting = Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)
