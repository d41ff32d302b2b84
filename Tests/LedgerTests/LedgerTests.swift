import Model
import PostgresClient
import Testing

@testable import Ledger

/// The ledger in a real PostgreSQL.
struct LedgerTests {
  static let source = SourceIdentity(host: "db.example", port: 1521, service: "sales", schema: "OT")

  static func open(_ parameters: [String: String], schema: String = "ot") async throws -> Ledger {
    try await Ledger.open(on: PostgresSession.connect(parameters), targetSchema: schema)
  }

  @Test("opening twice makes the tables once")
  func idempotent() async throws {
    let parameters = try await LedgerCluster.database()
    let first = try await Self.open(parameters)
    let run = try await first.beginRun(source: Self.source, scn: 7, toolVersion: "1")
    await first.session.close()
    let second = try await retried { try await Self.open(parameters) }
    #expect(try await second.runs() == [run])
    #expect(try await second.session.execute("SELECT count(*) FROM oraferry.ledger_version").firstValue == "1")
  }

  /// A lock of a session that was closed is given back a moment later.
  private func retried<T>(_ body: () async throws -> T) async throws -> T {
    for _ in 0..<6000 {
      do { return try await body() } catch LedgerError.inUse { try await Task.sleep(for: .milliseconds(20)) }
    }
    return try await body()
  }

  /// Waits until a session waits for another one's lock.
  private func waitUntilBlocked(_ session: PostgresSession, seenFrom other: PostgresSession) async throws {
    for _ in 0..<12_000 {
      let answer = try await other.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE pid = $1::integer AND wait_event_type = 'Lock'",
        [String(session.backendProcessID)])
      if answer.firstValue == "1" { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("server process \(session.backendProcessID) waits for no lock")
  }

  @Test("a second migration to the same schema is refused, to another schema it is not")
  func exclusive() async throws {
    let parameters = try await LedgerCluster.database()
    let first = try await Self.open(parameters, schema: "ot")
    let error = await #expect(throws: LedgerError.self) { _ = try await Self.open(parameters, schema: "ot") }
    guard case .inUse(let schema, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(schema == "ot")
    #expect(holder?.contains(String(first.session.backendProcessID)) == true)
    #expect(error?.description.contains("another oraferry") == true)
    _ = try await Self.open(parameters, schema: "hr")
    try await first.close()
    _ = try await Self.open(parameters, schema: "ot")
  }

  @Test("many sessions make the ledger at once")
  func concurrentCreation() async throws {
    let parameters = try await LedgerCluster.database()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { _ = try await Self.open(parameters, schema: "schema \(number)") }
      }
      try await group.waitForAll()
    }
  }

  @Test("a ledger of a later version is refused")
  func laterVersion() async throws {
    let parameters = try await LedgerCluster.database()
    let ledger = try await Self.open(parameters)
    _ = try await ledger.session.execute("UPDATE oraferry.ledger_version SET version = 99")
    try await ledger.close()
    await #expect(throws: LedgerError.madeByLaterVersion(found: 99, known: LedgerSchema.version)) {
      _ = try await Self.open(parameters)
    }
  }

  @Test("a user who may not create the schema is told so")
  func notAllowed() async throws {
    let parameters = try await LedgerCluster.database()
    let owner = try await PostgresSession.connect(parameters)
    let role = "reader_\(owner.backendProcessID)"
    _ = try await owner.execute("CREATE ROLE \(role)")
    let session = try await PostgresSession.connect(parameters)
    _ = try await session.execute("SET ROLE \(role)")
    let error = await #expect(throws: LedgerError.self) { _ = try await Ledger.open(on: session, targetSchema: "ot") }
    guard case .unusable(let cause) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(cause.sqlState == "42501")
  }

  @Test("the latest run of a source is found, by its database id where both have one")
  func latestRun() async throws {
    let ledger = try await Self.open(LedgerCluster.database())
    #expect(try await ledger.latestRun(source: Self.source) == nil)
    let first = try await ledger.beginRun(source: Self.source, scn: 18_446_744_073_709_551_615, toolVersion: "1")
    #expect(first.scn == .max && first.state == .running && first.finishedAt == nil)
    #expect(try await ledger.latestRun(source: Self.source) == first)

    var other = Self.source
    other.schema = "HR'; --"
    #expect(try await ledger.latestRun(source: other) == nil)
    other = Self.source
    other.host = "10.0.0.7"
    #expect(try await ledger.latestRun(source: other) == nil)

    other.databaseID = "4711"
    let second = try await ledger.beginRun(source: other, scn: 8, toolVersion: "1")
    other.host = "another.name"
    #expect(try await ledger.latestRun(source: other) == second)
    other.databaseID = "4712"
    #expect(try await ledger.latestRun(source: other) == nil)

    try await ledger.finish(second)
    other.databaseID = "4711"
    let finished = try #require(try await ledger.latestRun(source: other))
    #expect(finished.state == .finished && finished.finishedAt != nil)
  }

  @Test("claims, records and steps of a run")
  func progress() async throws {
    let ledger = try await Self.open(LedgerCluster.database())
    let run = try await ledger.beginRun(source: Self.source, scn: 7, toolVersion: "1")
    let mapping = TableMapping(
      sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "odd \"t'"), columns: [])
    let finding = Finding(severity: .warning, rule: "r", object: "o", reason: "'quoted' \\ \"text\" é", remedy: "")
    let counts = CopyCounts(rowsRead: 3, rowsLoaded: 2, rowsRejected: 1, bytes: 99)

    try await ledger.session.transaction { session in
      #expect(try await Ledger.claim(mapping, for: run, on: session))
      #expect(try await ledger.tables(of: run).isEmpty)
      try await Ledger.record(counts, findings: [finding], of: mapping.target, for: run, on: session)
    }
    let table = try #require(try await ledger.tables(of: run).first)
    #expect(table.target == mapping.target && table.sourceOwner == "OT" && table.sourceName == "T")
    #expect(table.counts == counts && table.findings == [finding] && table.finishedAt != nil)
    #expect(try await Ledger.claim(mapping, for: run, on: ledger.session) == false)

    await #expect(throws: LedgerError.self) {
      try await Ledger.record(counts, findings: [], of: mapping.target, for: run, on: ledger.session)
    }

    #expect(
      try await ledger.apply(step: "index/i", object: "index I", statements: ["CREATE TABLE made (n int)"], for: run))
    #expect(
      try await ledger.apply(step: "index/i", object: "index I", statements: ["CREATE TABLE made (n int)"], for: run)
        == false)
    await #expect(throws: PostgresError.self) {
      try await ledger.apply(
        step: "index/j", object: "index J", statements: ["CREATE TABLE half (n int)", "CREATE TABLE made (n int)"],
        for: run)
    }
    #expect(try await ledger.steps(of: run) == ["index/i"])
    #expect(try await ledger.session.execute("SELECT to_regclass('half')").firstValue == nil)
  }

  @Test("a ledger of version 1 is brought up to date, with what it knows")
  func upgrade() async throws {
    let parameters = try await LedgerCluster.database()
    let session = try await PostgresSession.connect(parameters)
    _ = try await session.execute("CREATE SCHEMA oraferry")
    for statement in LedgerSchema.steps[0] { _ = try await session.execute(statement) }
    for statement in [
      "INSERT INTO oraferry.ledger_version (version) VALUES (1)",
      """
      INSERT INTO oraferry.runs (source_host, source_port, source_service, source_schema, target_schema, scn,
        tool_version, state) VALUES ('db', 1521, 's', 'OT', 'ot', 7, '0', 'running')
      """,
      """
      INSERT INTO oraferry.tables (run_id, schema_name, table_name, source_owner, source_name, state, rows_read,
        rows_loaded, finished_at) VALUES (1, 'ot', 't', 'OT', 'T', 'copied', 5, 5, now())
      """,
    ] { _ = try await session.execute(statement) }
    await #expect(throws: LedgerError.madeByEarlierVersion(found: 1, known: LedgerSchema.version)) {
      _ = try await LedgerStatus.read(of: "ot", on: session)
    }
    let ledger = try await Ledger.open(on: session, targetSchema: "ot")
    let status = try #require(try await LedgerStatus.read(of: "ot", on: PostgresSession.connect(parameters)))
    #expect(status.tables.map(\.counts.rowsLoaded) == [5] && status.tables.map(\.chunksDone) == [1])
    #expect(status.tablesPlanned == nil)
    #expect(try await ledger.columnTypes(of: status.run).isEmpty)
    try await ledger.close()
    // Opened again it is as it is.
    try await Ledger.open(on: session, targetSchema: "ot").close()
    #expect(try await session.execute("SELECT count(*) FROM oraferry.ledger_version").firstValue == "2")
  }

  @Test("ranges of keys come back as they were, and others are refused")
  func keyRanges() async throws {
    let ledger = try await Self.open(LedgerCluster.database())
    let run = try await ledger.beginRun(source: Self.source, scn: 7, toolVersion: "1")
    let target = QualifiedName(schema: "public", name: "t")
    let mapping = TableMapping(sourceOwner: "OT", sourceName: "T", target: target, columns: [])
    let columns = [KeyRange.Column(name: "Odd \"'é", kind: .number), .init(name: "B", kind: .text)]
    let ranges = RowRange.ranges(of: columns, cutAt: [["c102", "00"], ["c103", "ff27"]])
    #expect(ranges.map(\.keys?.low) == [nil, ["c102", "00"], ["c103", "ff27"]])
    let chunks = try #require(
      try await ledger.begin(mapping, ranges: ranges, createStatements: ["CREATE TABLE public.t (a int)"], for: run))
    #expect(try await ledger.chunks(of: run) == chunks && chunks.map(\.range) == ranges)
    #expect(try await Ledger.rowsExpected(of: target, for: run, on: ledger.session) == nil)
    try await Ledger.note(rowsExpected: 5, of: target, for: run, on: ledger.session)
    #expect(try await Ledger.rowsExpected(of: target, for: run, on: ledger.session) == 5)
    #expect(try await !Ledger.hasRejectedRows(target, of: run, on: ledger.session))
    _ = try await ledger.session.execute("UPDATE oraferry.tables SET rows_read = 1, rows_rejected = 1")
    #expect(try await Ledger.hasRejectedRows(target, of: run, on: ledger.session))
    for value in ["'[1]'", "'[\"c102\"]'", "'{}'"] {
      _ = try await ledger.session.execute("UPDATE oraferry.chunks SET low_key = \(value) WHERE chunk = 1")
      await #expect(throws: LedgerError.self) { _ = try await ledger.chunks(of: run) }
    }
    await #expect(throws: PostgresError.self) {
      _ = try await ledger.session.execute("UPDATE oraferry.chunks SET low_rowid = 'AAAR0rAAHAAAACWAAA'")
    }
  }

  @Test("chunks: begun with their table, claimed once, summed up when all are copied, refused when rows lack")
  func chunks() async throws {
    let ledger = try await Self.open(LedgerCluster.database())
    let session = ledger.session
    let run = try await ledger.beginRun(source: Self.source, scn: 7, toolVersion: "1")
    let target = QualifiedName(schema: "public", name: "t")
    let mapping = TableMapping(sourceOwner: "OT", sourceName: "T", target: target, columns: [])
    let ranges = RowRange.ranges(cutAt: ["AAAR0rAAHAAAACWAAA", "AAAR0rAAHAAAACnAAA"])
    #expect(ranges.map(\.low) == [nil, "AAAR0rAAHAAAACWAAA", "AAAR0rAAHAAAACnAAA"])
    #expect(ranges.dropLast().map(\.high) == ranges.dropFirst().map(\.low) && ranges.last?.high == nil)
    let create = ["CREATE TABLE public.t (a int)"]
    let chunks = try #require(try await ledger.begin(mapping, ranges: ranges, createStatements: create, for: run))
    #expect(try await ledger.chunks(of: run) == chunks)
    #expect(try await ledger.begin(mapping, ranges: ranges, createStatements: create, for: run) == nil)
    #expect(try await ledger.tables(of: run).isEmpty)

    // Half filled, and perhaps not asked for by the start of the program that ends: the run is not finished.
    try await ledger.finish(run)
    #expect(try await ledger.runs().map(\.state) == [.running])

    let finding = Finding(severity: .warning, rule: "r", object: "o", count: 2, "values are odd", remedy: "none")
    for chunk in chunks {
      if chunk.number == 2 {
        try await Ledger.noteFailure("ORA-00060", of: chunk, for: run, on: session)
        let status = try #require(try await LedgerStatus.read(of: "ot", on: session))
        #expect(status.tables.map(\.chunksFailed) == [1] && status.tables.map(\.lastError) == ["ORA-00060"])
        #expect(status.tables.map(\.chunksDone) == [2] && status.tables.map(\.isCopied) == [false])
        await #expect(throws: LedgerError.self) {
          _ = try await Ledger.finish(target, rowsExpected: 20, for: run, on: session)
        }
      }
      try await session.transaction { session in
        #expect(try await Ledger.claim(chunk, for: run, on: session))
        try await Ledger.record(
          CopyCounts(rowsRead: 10, rowsLoaded: 10, bytes: 99), findings: [finding], of: chunk, for: run, on: session)
      }
      #expect(try await !Ledger.claim(chunk, for: run, on: session))
    }
    await #expect(throws: LedgerError.chunksDiffer(table: target, read: 30, expected: 31)) {
      _ = try await Ledger.finish(target, rowsExpected: 31, for: run, on: session)
    }
    let (counts, findings) = try #require(
      try await Ledger.finish(target, rowsExpected: 30, for: run, on: session))
    #expect(counts == CopyCounts(rowsRead: 30, rowsLoaded: 30, bytes: 297))
    #expect(findings.map(\.reason) == ["6 values are odd"])
    #expect(try await Ledger.finish(target, rowsExpected: 30, for: run, on: session) == nil)
    #expect(try await ledger.tables(of: run).map(\.counts) == [counts])
    try await ledger.finish(run)
    let finished = try #require(try await ledger.runs().first)
    #expect(finished.state == .finished)
    try await ledger.goOn(run)
    #expect(try await ledger.runs().map(\.state) == [.running])
    #expect(try await ledger.runs().map(\.finishedAt) == [finished.finishedAt])
    #expect(try await ledger.discard(run) == [target])
    #expect(try await session.execute("SELECT to_regclass('t'), count(*) FROM oraferry.chunks").rows == [[nil, "0"]])
  }

  @Test("counts that don't add up are refused by the ledger itself")
  func sums() async throws {
    let ledger = try await Self.open(LedgerCluster.database())
    let run = try await ledger.beginRun(source: Self.source, scn: 7, toolVersion: "1")
    let mapping = TableMapping(
      sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "t"), columns: [])
    let error = await #expect(throws: PostgresError.self) {
      try await ledger.session.transaction { session in
        _ = try await Ledger.claim(mapping, for: run, on: session)
        try await Ledger.record(
          CopyCounts(rowsRead: 3, rowsLoaded: 2, bytes: 1), findings: [], of: mapping.target, for: run, on: session)
      }
    }
    #expect(error?.sqlState == "23514")
  }

  @Test("giving a run up drops its tables, with foreign keys among them, and nothing else")
  func discard() async throws {
    let ledger = try await Self.open(LedgerCluster.database())
    let session = ledger.session
    let run = try await ledger.beginRun(source: Self.source, scn: 7, toolVersion: "1")
    _ = try await session.execute(
      """
      CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (id int REFERENCES parent);
      CREATE TABLE users_own (id int)
      """)
    for name in ["parent", "child"] {
      let mapping = TableMapping(
        sourceOwner: "OT", sourceName: name, target: QualifiedName(schema: "public", name: name), columns: [])
      try await session.transaction { session in
        _ = try await Ledger.claim(mapping, for: run, on: session)
        try await Ledger.record(
          CopyCounts(rowsRead: 0, rowsLoaded: 0, bytes: 21), findings: [], of: mapping.target, for: run, on: session)
      }
    }
    _ = try await session.execute("CREATE VIEW in_the_way AS SELECT * FROM child")
    await #expect(throws: LedgerError.self) { _ = try await ledger.discard(run) }
    #expect(try await ledger.tables(of: run).count == 2)

    _ = try await session.execute("DROP VIEW in_the_way")
    #expect(try await ledger.discard(run).map(\.name) == ["child", "parent"])
    #expect(
      try await session.execute("SELECT to_regclass('child'), to_regclass('users_own')").rows == [[nil, "users_own"]])
    #expect(try await ledger.latestRun(source: Self.source) == nil)
    #expect(try await ledger.runs().map(\.state) == [.discarded])
    await #expect(throws: LedgerError.self) { try await ledger.finish(run) }
  }

  @Test(
    "two workers claim one table: the second waits, and gets it only when the first gives up", arguments: [true, false])
  func twoWorkers(firstCommits: Bool) async throws {
    let parameters = try await LedgerCluster.database()
    let ledger = try await Self.open(parameters)
    let run = try await ledger.beginRun(source: Self.source, scn: 7, toolVersion: "1")
    let mapping = TableMapping(
      sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "t"), columns: [])
    let first = try await PostgresSession.connect(parameters)
    let second = try await PostgresSession.connect(parameters)
    try await first.begin()
    #expect(try await Ledger.claim(mapping, for: run, on: first))
    let waiting = Task {
      try await second.begin()
      return try await Ledger.claim(mapping, for: run, on: second)
    }
    try await waitUntilBlocked(second, seenFrom: ledger.session)
    if firstCommits {
      try await Ledger.record(
        CopyCounts(rowsRead: 1, rowsLoaded: 1, bytes: 1), findings: [], of: mapping.target, for: run, on: first)
      try await first.commit()
    } else {
      try await first.rollback()
    }
    #expect(try await waiting.value == !firstCommits)
    try await second.rollback()
  }
}
