import CLibPQ
import Foundation

/// The making of a connection, step by step, so that errors carry their SQLSTATE and silence has an end.
struct ConnectionAttempt {
  let handle: OpaquePointer
  private let given: [String: String]

  /// How long a server may take to answer when nobody says.
  private static let defaultTimeout: Double = 10

  init(_ parameters: [String: String]) throws {
    var keywords = parameters.filter { !$0.key.isEmpty && !$0.value.isEmpty }
    for (keyword, value) in keywords where keyword.utf8.contains(0) || value.utf8.contains(0) {
      throw PostgresError("the connection parameter \(keyword) holds a NUL character", sqlState: "08001")
    }
    keywords["client_encoding"] = "UTF8"
    if keywords["application_name"] == nil, keywords["fallback_application_name"] == nil {
      keywords["fallback_application_name"] = "oraferry"
    }
    given = keywords
    let started = Self.withCStringArrays(keywords) { PQconnectStartParams($0, $1, 0) }
    guard let started else { throw PostgresError("out of memory", sqlState: "53200") }
    handle = started
  }

  /// Waits until the connection stands.
  ///
  /// - Throws: `PostgresError`; the handle is still the caller's to free.
  func complete() throws {
    guard PQstatus(handle) != CONNECTION_BAD else { throw failure() }
    _ = PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
    let options = connectionOptions()
    let seconds = options["connect_timeout"].flatMap { Double($0) } ?? Self.defaultTimeout
    let hosts = max(1, (options["host"] ?? "").split(separator: ",").count)
    let deadline = seconds > 0 ? Date.now.addingTimeInterval(seconds * Double(hosts)) : nil
    var awaited = PGRES_POLLING_WRITING
    while awaited != PGRES_POLLING_OK {
      guard awaited != PGRES_POLLING_FAILED else { throw failure() }
      guard try waitForSocket(toRead: awaited == PGRES_POLLING_READING, until: deadline) else {
        throw failure(timeout: seconds)
      }
      awaited = PQconnectPoll(handle)
    }
    _ = PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    guardAgainstSilence(options)
  }

  private func waitForSocket(toRead: Bool, until deadline: Date?) throws -> Bool {
    var entry = pollfd(fd: PQsocket(handle), events: Int16(toRead ? POLLIN : POLLOUT), revents: 0)
    while true {
      let rest = deadline.map { $0.timeIntervalSinceNow }
      if let rest, rest <= 0 { return false }
      let milliseconds = rest.map { Int32(min($0 * 1000 + 1, 86_400_000)) } ?? -1
      let count = poll(&entry, 1, milliseconds)
      if count > 0 { return true }
      if count < 0, errno != EINTR { throw failure() }
    }
  }

  /// libpq's options with what it took from environment and service file; empty ones are left out.
  private func connectionOptions() -> [String: String] {
    guard let first = PQconninfo(handle) else { return [:] }
    defer { PQconninfoFree(first) }
    var options: [String: String] = [:]
    var option = first
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val, value.pointee != 0 {
        options[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return options
  }

  /// Sets TCP's own timers where the user set none, so that a network gone silent is noticed.
  ///
  /// A peer is asked after 30 idle seconds, and the connection given up when nothing was acknowledged for 120: not
  /// less, since a server that waits for a lock in mid-COPY acknowledges nothing new either.
  private func guardAgainstSilence(_ options: [String: String]) {
    guard options["keepalives"] != "0" else { return }
    #if canImport(Glibc)
      let timers: [(String, Int32, Int32)] = [
        ("keepalives_idle", TCP_KEEPIDLE, 30), ("keepalives_interval", TCP_KEEPINTVL, 15),
        ("keepalives_count", TCP_KEEPCNT, 6), ("tcp_user_timeout", TCP_USER_TIMEOUT, 120_000),
      ]
    #else
      let timers: [(String, Int32, Int32)] = [
        ("keepalives_idle", TCP_KEEPALIVE, 30), ("keepalives_interval", TCP_KEEPINTVL, 15),
        ("keepalives_count", TCP_KEEPCNT, 6),
      ]
    #endif
    for (keyword, option, value) in timers where (options[keyword] ?? "0") == "0" {
      var value = value
      // Fails on a Unix socket, which needs no timers.
      _ = setsockopt(
        PQsocket(handle), Int32(IPPROTO_TCP), option, &value, socklen_t(MemoryLayout.size(ofValue: value)))
    }
  }

  private static func withCStringArrays<R>(
    _ keywords: [String: String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> R
  ) -> R {
    let pairs = keywords.sorted { $0.key < $1.key }
    let copies = pairs.map { (strdup($0.key), strdup($0.value)) }
    defer {
      for (name, value) in copies {
        free(name)
        free(value)
      }
    }
    let names = copies.map { UnsafePointer($0.0) } + [nil]
    let values = copies.map { UnsafePointer($0.1) } + [nil]
    return body(names, values)
  }
}

extension ConnectionAttempt {
  private func failure(timeout: Double? = nil) -> PostgresError {
    let endpoint = PostgresEndpoint(handle, given: given)
    var report = ConnectionReport(PQerrorMessage(handle).map { String(cString: $0) } ?? "")
    if let timeout { report.text = "no answer within \(Int(timeout)) seconds" }
    var error = PostgresError("cannot connect to PostgreSQL (\(endpoint)): \(report.text)")
    error.sqlState = report.sqlState ?? "08001"
    error.severity = report.sqlState == nil ? nil : "FATAL"
    error.isConnectionLost = true
    error.isRetrySafe = PostgresError.isRetrySafe(sqlState: error.sqlState)
    error.remedy = report.remedy(needsPassword: PQconnectionNeedsPassword(handle) == 1)
    return error
  }
}
