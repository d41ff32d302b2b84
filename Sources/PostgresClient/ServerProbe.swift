import Foundation

/// Asks a PostgreSQL server for a sign of life, on a connection of its own.
///
/// It sends what a client asks first, whether TLS is spoken, and any answer will do: no name, no password, and no entry in
/// the server's log.
struct ServerProbe: Sendable {
  /// The other end of a session's socket, as the kernel knows it.
  private let address: [UInt8]
  private let family: Int32
  /// Seconds for each of its two steps: the connection, and the answer.
  let timeout: Int

  /// The protocol's SSLRequest: its length, and the number 80877103.
  private static let question: [UInt8] = [0, 0, 0, 8, 4, 0xD2, 0x16, 0x2F]

  /// Nil when the socket has no other end any more.
  init?(peerOf socket: Int32, timeout: Int) {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let found = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(socket, $0, &length) == 0 }
    }
    guard found, length > 0, Int(length) <= MemoryLayout<sockaddr_storage>.size else { return nil }
    address = withUnsafeBytes(of: storage) { Array($0.prefix(Int(length))) }
    family = Int32(storage.ss_family)
    self.timeout = timeout
  }

  /// Whether the server answers; blocks until then, at most for twice the timeout.
  func isAnswered() -> Bool {
    #if canImport(Glibc)
      let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(family, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    guard fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0, connects(descriptor),
      send(descriptor, Self.question, Self.question.count, Self.withoutSignal) == Self.question.count,
      wait(descriptor, for: POLLIN)
    else { return false }
    var answer: UInt8 = 0
    return recv(descriptor, &answer, 1, 0) == 1
  }

  private func connects(_ descriptor: Int32) -> Bool {
    let result = address.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { connect(descriptor, $0.baseAddress, socklen_t(bytes.count)) }
    }
    if result == 0 { return true }
    guard errno == EINPROGRESS, wait(descriptor, for: POLLOUT) else { return false }
    var error: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 && error == 0
  }

  private func wait(_ descriptor: Int32, for event: Int32) -> Bool {
    let deadline = ContinuousClock.now.advanced(by: .seconds(timeout))
    while true {
      let rest = (deadline - .now).components
      let milliseconds = rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { return false }
      var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      let count = poll(&entry, 1, Int32(clamping: milliseconds))
      if count > 0 { return true }
      if count < 0, errno != EINTR { return false }
    }
  }

  #if canImport(Glibc)
    private static let withoutSignal = Int32(MSG_NOSIGNAL)
  #else
    private static let withoutSignal: Int32 = 0
  #endif
}
