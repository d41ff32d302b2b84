import Foundation
import PostgresClient
import Synchronization
import Testing

@Suite struct PostgresSessionTests {
  @Test func settingsAreThoseOfAMigration() async throws {
    let session = try await PrivateServer.session()
    _ = try await session.execute("ALTER ROLE postgres SET statement_timeout = '1h'")
    let settings = [
      "client_encoding": "UTF8", "TimeZone": "UTC", "DateStyle": "ISO, YMD", "IntervalStyle": "postgres",
      "extra_float_digits": "3", "standard_conforming_strings": "on", "bytea_output": "hex", "statement_timeout": "0",
      "application_name": "oraferry", "search_path": "\"$user\", public",
    ]
    for (name, value) in settings {
      let shown = try await PrivateServer.session().execute("SELECT current_setting($1)", [name]).firstValue
      #expect(shown == value, "\(name)")
    }
    _ = try await session.execute("ALTER ROLE postgres RESET statement_timeout")
    #expect(await session.parameterStatus("server_encoding") == "UTF8")
    #expect(await session.parameterStatus("no such") == nil)
    #expect(session.serverVersion >= 120_000)
    #expect(try await session.execute("SELECT pg_backend_pid()").firstValue == "\(session.backendProcessID)")
    #expect(session.endpoint.database == "postgres")
  }

  @Test func parametersAndNulls() async throws {
    let session = try await PrivateServer.session()
    let texts: [String?] = [
      "", "a", nil, "'; DROP TABLE x; --", "ä€😀\n\t", String(repeating: "x", count: 100_000), nil,
    ]
    let columns = texts.indices.map { "$\($0 + 1)::text AS c\($0)" }.joined(separator: ", ")
    let result = try await session.execute("SELECT \(columns)", texts)
    #expect(result.columns == texts.indices.map { "c\($0)" })
    #expect(result.rows == [texts])
    #expect(result.columnIndex("c1") == 1)
    #expect(try await session.execute("SELECT $1::text", [nil]).firstValue == nil)
  }

  @Test func countsAndSeveralStatements() async throws {
    let session = try await PrivateServer.session()
    let made = try await session.execute("CREATE TEMP TABLE t(a int); INSERT INTO t VALUES (1), (2), (3)")
    #expect(made.affectedRows == 3)
    #expect(made.commandTag == "INSERT 0 3")
    #expect(try await session.execute("UPDATE t SET a = a + $1", ["1"]).affectedRows == 3)
    let empty = try await session.execute("SELECT a FROM t WHERE false")
    #expect(empty.columns == ["a"] && empty.rows.isEmpty && empty.firstValue == nil)
    #expect(try await session.execute("").columns.isEmpty)
    let error = await #expect(throws: PostgresError.self) {
      try await session.execute("INSERT INTO t VALUES (9); SELECT 1/0")
    }
    #expect(error?.sqlState == "22012")
    #expect(try await session.execute("SELECT count(*) FROM t").firstValue == "3")
  }

  @Test(arguments: [
    ("SELEC 1", "42601"), ("SELECT * FROM no_such_table", "42P01"), ("SELECT 1/0", "22012"),
    ("SELECT 'x'::int", "22P02"), ("COPY (SELECT 1) TO STDOUT", "0A000"), ("COPY pg_temp.c FROM STDIN", "0A000"),
    ("SELECT '\u{0}'", "22021"),
  ])
  func errorsCarryTheirState(_ sql: String, _ state: String) async throws {
    let session = try await PrivateServer.session()
    _ = try await session.execute("CREATE TEMP TABLE c(a text)")
    let error = await #expect(throws: PostgresError.self) { try await session.execute(sql) }
    #expect(error?.sqlState == state)
    #expect(error?.isConnectionLost == false)
    #expect(try await session.execute("SELECT 1").firstValue == "1")
    #expect(await !session.isInTransaction)
  }

  @Test func constraintErrorsNameTheirObjects() async throws {
    let session = try await PrivateServer.session()
    _ = try await session.execute("CREATE TEMP TABLE orders(id int CONSTRAINT orders_pk PRIMARY KEY, n int NOT NULL)")
    _ = try await session.execute("INSERT INTO orders VALUES (4711, 1)")
    let unique = await #expect(throws: PostgresError.self) {
      try await session.execute("INSERT INTO orders VALUES ($1, $2)", ["4711", "1"])
    }
    #expect(unique?.sqlState == "23505")
    #expect(unique?.severity == "ERROR")
    #expect(unique?.tableName == "orders")
    #expect(unique?.constraintName == "orders_pk")
    #expect(unique?.detail?.contains("4711") == true)
    #expect(unique?.description.contains("4711") == false)
    let null = await #expect(throws: PostgresError.self) {
      try await session.execute("INSERT INTO orders VALUES (4712, NULL)")
    }
    #expect(null?.columnName == "n")
    #expect(null?.description.contains("4712") == false)
  }

  @Test func transactions() async throws {
    let session = try await PrivateServer.session()
    _ = try await session.execute("CREATE TEMP TABLE t(a int)")
    let answer = try await session.transaction { session in
      _ = try await session.execute("INSERT INTO t VALUES (1)")
      #expect(await session.isInTransaction)
      return 42
    }
    #expect(answer == 42)
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await session.transaction { session in
        _ = try await session.execute("INSERT INTO t VALUES (2)")
        throw Stop()
      }
    }
    let failed = await #expect(throws: PostgresError.self) {
      try await session.transaction { session in
        _ = try? await session.execute("SELECT 1/0")
      }
    }
    #expect(failed?.sqlState == "25P02")
    let nested = await #expect(throws: PostgresError.self) {
      try await session.transaction { try await $0.transaction { _ = try await $0.execute("SELECT 1") } }
    }
    #expect(nested?.sqlState == "25001")
    let written = await #expect(throws: PostgresError.self) {
      try await session.transaction("READ ONLY") { try await $0.execute("CREATE TABLE x(a int)") }
    }
    #expect(written?.sqlState == "25006")
    #expect(await !session.isInTransaction)
    #expect(try await session.execute("SELECT count(*) FROM t").firstValue == "1")
  }

  @Test func aTransactionThatLosesAConflictMayBeRetried() async throws {
    let (one, two) = (try await PrivateServer.session(), try await PrivateServer.session())
    _ = try await one.execute("CREATE TABLE conflict(a int); INSERT INTO conflict VALUES (1)")
    let error = await #expect(throws: PostgresError.self) {
      try await one.transaction("ISOLATION LEVEL REPEATABLE READ") { one in
        _ = try await one.execute("SELECT * FROM conflict")
        _ = try await two.execute("UPDATE conflict SET a = 2")
        _ = try await one.execute("UPDATE conflict SET a = 3")
      }
    }
    #expect(error?.sqlState == "40001")
    #expect(error?.isRetrySafe == true)
    _ = try await one.execute("DROP TABLE conflict")
  }

  @Test func notices() async throws {
    let seen = Mutex<[PostgresNotice]>([])
    let session = try await PostgresSession.connect(PrivateServer.parameters()) { notice in
      seen.withLock { $0.append(notice) }
    }
    _ = try await session.execute("DO $$ BEGIN RAISE WARNING 'look out' USING HINT = 'there'; END $$")
    let notice = try #require(seen.withLock { $0.last })
    #expect(notice.description == "WARNING: look out")
    #expect(notice.hint == "there")
    await session.onNotice(nil)
    _ = try await session.execute("DO $$ BEGIN RAISE NOTICE 'again'; END $$")
    #expect(seen.withLock { $0.count } == 1)
  }

  @Test func closingIsIdempotentAndFinal() async throws {
    let session = try await PrivateServer.session()
    await session.close()
    await session.close()
    #expect(await !session.isUsable)
    let error = await #expect(throws: PostgresError.self) { try await session.execute("SELECT 1") }
    #expect(error?.isConnectionLost == true)
    #expect(await session.parameterStatus("server_version") == nil)
    try await session.cancel()
    try await session.rollback()
  }

  @Test func theLastReferenceClosesTheSession() async throws {
    let watcher = try await PrivateServer.session()
    var session: PostgresSession? = try await PrivateServer.session()
    let backend = try #require(session?.backendProcessID)
    let count = "SELECT count(*) FROM pg_stat_activity WHERE pid = \(backend)"
    #expect(try await watcher.execute(count).firstValue == "1")
    session = nil
    // 120 seconds and more.
    for _ in 0..<12_000 where try await watcher.execute(count).firstValue != "0" {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(try await watcher.execute(count).firstValue == "0")
  }

  @Test func sessionsWaitSideBySide() async throws {
    let sessions = try await withThrowingTaskGroup(of: PostgresSession.self) { group in
      for _ in 0..<16 { group.addTask { try await PrivateServer.session() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    // All wait for one lock at the same time; were one to wait for another's thread, the count would not be reached.
    let holder = try await PrivateServer.session()
    _ = try await holder.execute("SELECT pg_advisory_lock(4711)")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in sessions {
        group.addTask { _ = try await session.execute("SELECT pg_advisory_lock_shared(4711)") }
      }
      let waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted"
      for _ in 0..<12_000 where try await holder.execute(waiting).firstValue != "16" {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(try await holder.execute(waiting).firstValue == "16")
      _ = try await holder.execute("SELECT pg_advisory_unlock(4711)")
      try await group.waitForAll()
    }
  }
}
