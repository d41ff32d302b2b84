import Ledger
import Model
import OracleWire
import PostgresClient
import Synchronization
import Testing

@testable import Transfer

/// The copy of a table into a real PostgreSQL with a real ledger; Oracle is played by lists of batches.
struct TableCopyTests {
  static let described = [
    ColumnDescription(name: "ID", typeCode: .number, precision: 9), ColumnDescription(name: "NAME", typeCode: .varchar),
  ]

  static func mapping(_ name: String = "things") -> TableMapping {
    TableMapping(
      sourceOwner: "OT", sourceName: name.uppercased(), target: QualifiedName(schema: "public", name: name),
      columns: [
        ColumnMapping(
          sourceName: "ID", oracleType: .number(precision: 9, scale: 0), targetName: "id", postgresType: .integer,
          isNullable: false),
        ColumnMapping(
          sourceName: "NAME", oracleType: .varchar2(length: 40), targetName: "name", postgresType: .varchar(length: 40),
          isNullable: true),
      ])
  }

  static func batches(_ count: Int, rows: Int = 100) -> [RowBatch] {
    (0..<count).map { batch in
      RowBatch(
        rows: (0..<rows).map { row in
          let number = batch * rows + row
          return [OracleNumber(number).bytes, number % 10 == 0 ? nil : Array("name \(number)".utf8)]
        })
    }
  }

  static func copy(_ name: String = "things", flushThreshold: Int = 4_096) throws -> TableCopy {
    var options = TableCopy.Options()
    options.flushThreshold = flushThreshold
    let mapping = mapping(name)
    return try TableCopy(
      mapping, scn: 42,
      createStatements: ["CREATE TABLE \(mapping.target.quoted) (id integer NOT NULL, name varchar(40))"],
      options: options)
  }

  /// A database of its own with an open ledger and a run.
  struct Target {
    var parameters: [String: String]
    var session: PostgresSession
    var ledger: Ledger
    var run: LedgerRun

    init() async throws {
      parameters = try await TestCluster.database()
      session = try await PostgresSession.connect(parameters)
      ledger = try await Ledger.open(on: PostgresSession.connect(parameters), targetSchema: "public")
      let source = SourceIdentity(host: "db", port: 1521, service: "s", schema: "OT")
      run = try await ledger.beginRun(source: source, scn: 42, toolVersion: "test")
    }

    /// Nothing of the table is there, and the session is sound.
    func expectNothing(_ session: PostgresSession) async throws {
      #expect(try await ledger.tables(of: run).isEmpty)
      #expect(try await session.execute("SELECT to_regclass('public.things')").firstValue == nil)
      #expect(await session.isInTransaction == false)
    }
  }

  @Test("rows, ledger and progress; a second copy does nothing", arguments: [1, 4_096, 1 << 20])
  func copies(flushThreshold: Int) async throws {
    let target = try await Target()
    let seen = Mutex<[TableCopy.Progress]>([])
    let copy = try Self.copy(flushThreshold: flushThreshold)
    let outcome = try await copy.run(
      to: target.session, for: target.run, source: { (Self.described, BatchList(batches: Self.batches(30))) },
      onProgress: { progress in seen.withLock { $0.append(progress) } })
    guard case .copied(let counts, let findings) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(counts.rowsRead == 3_000 && counts.rowsLoaded == 3_000 && counts.rowsRejected == 0)
    #expect(findings.isEmpty)
    let progress = seen.withLock { $0 }
    #expect(progress.map(\.rows) == Array(stride(from: 100, through: 3_000, by: 100)))
    #expect(progress.last.map { $0.bytes + 2 } == counts.bytes)

    let sums = try await target.session.execute("SELECT count(*), count(name), sum(id), max(name) FROM things")
    #expect(sums.rows == [["3000", "2700", "4498500", "name 999"]])
    let recorded = try await target.ledger.tables(of: target.run)
    #expect(recorded.map(\.counts) == [counts])

    let again = try await copy.run(
      to: target.session, for: target.run, source: { (Self.described, BatchList(batches: Self.batches(1))) })
    #expect(again == .alreadyCopied)
    #expect(try await target.session.execute("SELECT count(*) FROM things").firstValue == "3000")
  }

  @Test("an empty table is copied as well")
  func empty() async throws {
    let target = try await Target()
    let outcome = try await Self.copy().run(
      to: target.session, for: target.run, source: { (Self.described, BatchList(batches: [])) })
    #expect(outcome == .copied(CopyCounts(rowsRead: 0, rowsLoaded: 0, bytes: 21), findings: []))
  }

  @Test("a reject fails the table, leaves nothing, and a corrected copy works")
  func reject() async throws {
    let target = try await Target()
    let bad = RowBatch(rows: [[OracleNumber(1).bytes, Array("a\0b".utf8)]])
    let error = await #expect(throws: TransferError.self) {
      try await Self.copy().run(
        to: target.session, for: target.run,
        source: { (Self.described, BatchList(batches: Self.batches(20) + [bad])) })
    }
    #expect(error?.context == TransferError.Context(table: "OT.THINGS", column: "NAME"))
    #expect(error?.description.contains("row 2001") == true)
    #expect(error?.isRetrySafe == false)
    try await target.expectNothing(target.session)
    let outcome = try await Self.copy().run(
      to: target.session, for: target.run, source: { (Self.described, BatchList(batches: Self.batches(1))) })
    #expect(outcome != .alreadyCopied)
  }

  @Test("Oracle fails after n batches: nothing is left, and the error has its number", arguments: [0, 1, 7])
  func oracleFails(after count: Int) async throws {
    let target = try await Target()
    let gone = OracleError(code: 1555, message: "ORA-01555: snapshot too old")
    let error = await #expect(throws: TransferError.self) {
      try await Self.copy().run(
        to: target.session, for: target.run,
        source: { (Self.described, BatchList(batches: Self.batches(count), failure: gone)) })
    }
    #expect(error?.oracleError == gone && error?.isSnapshotGone == true)
    #expect(error?.description.contains("OT.THINGS") == true)
    try await target.expectNothing(target.session)
  }

  @Test("the query cannot be opened")
  func queryFails() async throws {
    let target = try await Target()
    let denied = OracleError(code: 942, message: "ORA-00942: table or view does not exist")
    let error = await #expect(throws: TransferError.self) {
      try await Self.copy().run(
        to: target.session, for: target.run,
        source: { () async throws -> ([ColumnDescription], BatchList) in throw denied })
    }
    #expect(error?.oracleError == denied && error?.isSnapshotGone == false)
    try await target.expectNothing(target.session)
  }

  @Test("PostgreSQL refuses a row: its error is the one that is thrown")
  func postgresRefuses() async throws {
    let target = try await Target()
    let bad = RowBatch(rows: [[nil, nil]])
    let error = await #expect(throws: TransferError.self) {
      try await Self.copy().run(
        to: target.session, for: target.run,
        source: { (Self.described, BatchList(batches: [bad] + Self.batches(200))) })
    }
    #expect(error?.postgresError?.sqlState == "23502")
    try await target.expectNothing(target.session)
  }

  @Test("PostgreSQL goes away in mid-copy: an error, no hang, and a new session copies everything")
  func postgresDies() async throws {
    let target = try await Target()
    let killer = try await PostgresSession.connect(target.parameters)
    let process = target.session.backendProcessID
    let error = await #expect(throws: TransferError.self) {
      try await Self.copy().run(
        to: target.session, for: target.run,
        source: {
          let list = BatchList(batches: Self.batches(300)) { index in
            if index == 50 {
              _ = try await killer.execute("SELECT pg_terminate_backend($1, 120000)", [String(process)])
            }
          }
          return (Self.described, list)
        })
    }
    #expect(error?.postgresError?.isConnectionLost == true)
    #expect(error?.isRetrySafe == true)
    let session = try await PostgresSession.connect(target.parameters)
    try await target.expectNothing(session)
    let outcome = try await Self.copy().run(
      to: session, for: target.run, source: { (Self.described, BatchList(batches: Self.batches(3))) })
    #expect(outcome != .alreadyCopied)
  }

  @Test("a cancelled copy ends with CancellationError and leaves nothing", arguments: [0, 3])
  func cancellation(at index: Int) async throws {
    let target = try await Target()
    let (started, signal) = AsyncStream<Void>.makeStream()
    let task = Task {
      // Also when it never comes to its source.
      defer { signal.finish() }
      return try await Self.copy().run(
        to: target.session, for: target.run,
        source: {
          let list = BatchList(batches: Self.batches(10)) { number in
            guard number == index else { return }
            signal.yield()
            try await Task.sleep(for: .seconds(3600))
          }
          return (Self.described, list)
        })
    }
    for await _ in started { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await target.expectNothing(target.session)
  }

  @Test("two workers at the same table: one copies, the other finds it done")
  func twoWorkers() async throws {
    let target = try await Target()
    let other = try await PostgresSession.connect(target.parameters)
    async let first = Self.copy().run(
      to: target.session, for: target.run, source: { (Self.described, BatchList(batches: Self.batches(50))) })
    async let second = Self.copy().run(
      to: other, for: target.run, source: { (Self.described, BatchList(batches: Self.batches(50))) })
    let outcomes = try await [first, second]
    #expect(outcomes.filter { $0 == .alreadyCopied }.count == 1)
    #expect(try await target.session.execute("SELECT count(*) FROM things").firstValue == "5000")
  }

  @Test("a caller's open transaction is refused, and left as it is")
  func openTransaction() async throws {
    let target = try await Target()
    try await target.session.begin()
    _ = try await target.session.execute("CREATE TABLE callers_own (n integer)")
    let error = await #expect(throws: TransferError.self) {
      try await Self.copy().run(
        to: target.session, for: target.run, source: { (Self.described, BatchList(batches: [])) })
    }
    #expect(error?.postgresError?.sqlState == "25001")
    try await target.session.commit()
    #expect(try await target.session.execute("SELECT to_regclass('callers_own')").firstValue == "callers_own")
  }

  @Test("a second worker takes over when the first one fails")
  func takesOver() async throws {
    let target = try await Target()
    let other = try await PostgresSession.connect(target.parameters)
    let watcher = try await PostgresSession.connect(target.parameters)
    let (claimed, signal) = AsyncStream<Void>.makeStream()
    let first = Task {
      try await Self.copy().run(
        to: target.session, for: target.run,
        source: {
          signal.yield()
          // The second worker waits for the claim.
          try await TestCluster.waitUntilBlocked(other, seenFrom: watcher)
          return (Self.described, BatchList(batches: [], failure: OracleError(code: 600, message: "internal")))
        })
    }
    for await _ in claimed { break }
    let outcome = try await Self.copy().run(
      to: other, for: target.run, source: { (Self.described, BatchList(batches: Self.batches(2))) })
    await #expect(throws: TransferError.self) { try await first.value }
    #expect(outcome != .alreadyCopied)
    #expect(try await other.execute("SELECT count(*) FROM things").firstValue == "200")
  }

  @Test("lost digits of a second become a finding, in the outcome and in the ledger")
  func losses() async throws {
    let target = try await Target()
    var mapping = Self.mapping("moments")
    mapping.columns = [
      ColumnMapping(
        sourceName: "AT", oracleType: .timestamp(precision: 9), targetName: "at",
        postgresType: .timestamp(precision: 6),
        isNullable: true)
    ]
    let value = OracleTimestamp(year: 2024, month: 1, day: 2, nanosecond: 1_001).timestampBytes()
    let copy = try TableCopy(mapping, scn: nil, createStatements: ["CREATE TABLE moments (at timestamp(6))"])
    let outcome = try await copy.run(
      to: target.session, for: target.run,
      source: {
        ([ColumnDescription(name: "AT", typeCode: .timestamp)], BatchList(batches: [RowBatch(rows: [[value], [nil]])]))
      })
    let findings = try await target.ledger.tables(of: target.run).flatMap(\.findings)
    #expect(findings.map(\.object) == ["column OT.MOMENTS.AT"])
    guard case .copied(_, let reported) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reported == findings)
  }
}
