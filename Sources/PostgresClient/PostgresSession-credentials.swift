extension PostgresSession {
  /// Connects as a dictionary of credentials says: host, port, dbname, user, password, sslmode, stall_timeout.
  ///
  /// Other keys, such as schema, are no business of the connection's and are passed over.
  ///
  /// - Throws: as `connect(_:onNotice:)`.
  public static func connect(
    credentials: [String: String], onNotice: (@Sendable (PostgresNotice) -> Void)? = nil
  ) async throws -> PostgresSession {
    let keys = ["host", "port", "dbname", "user", "password", "sslmode"]
    var parameters = credentials.filter { keys.contains($0.key) && !$0.value.isEmpty }
    parameters["application_name"] = "oraferry"
    let stallTimeout = credentials["stall_timeout"].flatMap { Int($0) } ?? defaultStallTimeout
    return try await connect(parameters, stallTimeout: stallTimeout, onNotice: onNotice)
  }
}
