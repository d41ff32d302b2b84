import PostgresClient
import Testing

/// The processes of a private PostgreSQL that serve clients.
enum ServerProcesses {
  /// The server's time, to tell processes by that begin later.
  static func now(_ session: PostgresSession) async throws -> String {
    try #require(try await session.execute("SELECT clock_timestamp()").firstValue)
  }

  /// Waits until no client is served any more that came behind a moment.
  ///
  /// The process that served a client lives on for a while when that is killed: it has locks, the ledger's among them,
  /// and may still commit what it was told to.
  static func waitForEnd(
    since moment: String, _ session: PostgresSession, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let hasEnded = try await Torture.wait(seconds: 120) {
      let answer = try await session.execute(
        """
        SELECT count(*) FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND backend_start > $1::timestamptz AND pid <> pg_backend_pid()
        """, [moment])
      return answer.firstValue == "0"
    }
    #expect(hasEnded, "processes of a killed client don't end", sourceLocation: sourceLocation)
  }
}
