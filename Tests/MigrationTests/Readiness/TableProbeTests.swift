import Catalog
import NIOConcurrencyHelpers
import OracleClient
import OracleStandIn
import Testing
import Transfer

@testable import Migration

/// What `check` finds out by looking into tables.
@Suite("Looking into tables") struct TableProbeTests {
  private func withServer(
    _ statements: [String],
    _ body: (@escaping @Sendable () async throws -> OracleConnection, OracleConnection) async throws -> Void
  ) async throws {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connect: @Sendable () async throws -> OracleConnection = {
      try await OracleConnection.connect(
        .init(
          host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "OT", password: "secret",
          connectTimeout: 300))
    }
    let connection = try await connect()
    do {
      for statement in statements { _ = try await connection.execute(statement) }
      try await connection.commit()
      try await body(connect, connection)
    } catch {
      await server.stop()
      throw error
    }
    await connection.close()
    await server.stop()
  }

  private static let documents = [
    "CREATE TABLE documents (id NUMBER, body CLOB, \"Scan.x\" BLOB)",
    "INSERT INTO documents VALUES (1, 'twelve chars', HEXTORAW('0102'))",
    "INSERT INTO documents VALUES (2, NULL, NULL)",
  ]

  private static let columns = [
    TableProbe.LOBColumn(table: "DOCUMENTS", column: "BODY", isText: true),
    TableProbe.LOBColumn(table: "DOCUMENTS", column: "Scan.x", isText: false),
  ]

  @Test("a segment that is small enough needs no look; without its size the values are measured") func lengths()
    async throws
  {
    try await withServer(Self.documents) { connect, connection in
      let storage = try await OracleCatalog(connection: connection).lobStorage(owner: "OT")
      #expect(storage.map(\.column).sorted() == ["BODY", "Scan.x"])
      #expect(storage.allSatisfy { ($0.segmentBytes ?? 0) > 0 && !$0.isPacked })
      let probe = TableProbe(owner: "OT", time: .seconds(600), connect: connect)
      #expect(await probe.lobs(Self.columns, storage: storage).map(\.length) == [.small, .small])
      #expect(await probe.lobs(Self.columns, storage: []).map(\.length) == [.measured(12), .measured(2)])
      let packed = storage.map {
        LOBStorage(table: $0.table, column: $0.column, segmentBytes: $0.segmentBytes, isPacked: true)
      }
      #expect(await probe.lobs(Self.columns, storage: packed).map(\.length) == [.measured(12), .measured(2)])
      // A byte of a CLOB can become three of UTF-8; what a server says of its size can be any number.
      for (bytes, expected) in [
        (300, TableProbe.LOBColumn.Length.small), (301, .measured(12)), (Int.max, .measured(12)),
      ] {
        let small = TableProbe(owner: "OT", time: .seconds(600), limit: 900, connect: connect)
        let place = LOBStorage(table: "DOCUMENTS", column: "BODY", segmentBytes: bytes, isPacked: false)
        #expect(await small.lobs([Self.columns[0]], storage: [place]).map(\.length) == [expected])
        await small.close()
      }
      await probe.close()
    }
  }

  @Test("values that don't fit, that may not fit, and columns that couldn't be measured") func items() {
    var columns = Self.columns
    columns[0].length = .measured(Transcoder.largestValue + 1)
    columns[1].length = .measured(Transcoder.largestValue)
    #expect(TableProbe.items(columns).map(\.verdict) == [.warning])
    columns[0].length = .measured(Transcoder.largestValue / 2)
    #expect(TableProbe.items(columns).first?.detail.contains("may take more") == true)
    columns[0].length = .unknown("no time was left")
    columns[1].length = .measured(nil)
    #expect(TableProbe.items(columns).map(\.verdict) == [.unknown])
    columns[0].length = .small
    #expect(TableProbe.items(columns).map(\.verdict) == [.ok])
    #expect(TableProbe.items([]).isEmpty)
  }

  @Test("all looks share one session") func oneSession() async throws {
    let opened = NIOLockedValueBox(0)
    try await withServer(Self.documents) { connect, _ in
      let counting: @Sendable () async throws -> OracleConnection = {
        opened.withLockedValue { $0 += 1 }
        return try await connect()
      }
      let probe = TableProbe(owner: "OT", time: .seconds(600), connect: counting)
      let lost = TableProbe.LOBColumn(table: "NOWHERE", column: "BODY", isText: true)
      _ = await probe.lobs(Self.columns + [lost], storage: [])
      #expect(await probe.values(table: "DOCUMENTS", column: "BODY") == 1)
      await probe.close()
    }
    #expect(opened.withLockedValue { $0 } == 1)
  }

  @Test("a query under way is cut when the time is up") func time() async throws {
    let slow = [
      "CREATE TABLE documents (id NUMBER, body CLOB)",
      "INSERT INTO documents SELECT LEVEL, 'x' FROM dual CONNECT BY LEVEL <= 100000",
    ]
    try await withServer(slow) { connect, connection in
      let probe = TableProbe(owner: "OT", time: .milliseconds(1), connect: connect)
      let lengths = await probe.lobs([Self.columns[0]], storage: []).map(\.length)
      #expect(lengths == [.unknown("no time was left")])
      #expect(await probe.values(table: "DOCUMENTS", column: "BODY") == nil)
      // The check's own session is as it was.
      try await connection.ping()
    }
  }

  @Test("values of a type that isn't carried are counted; what can't be read is told") func values() async throws {
    let statements = [
      "CREATE TABLE terms (id NUMBER, term INTERVAL YEAR TO MONTH)", "INSERT INTO terms VALUES (1, INTERVAL '2' YEAR)",
      "INSERT INTO terms VALUES (2, NULL)",
    ]
    try await withServer(statements) { connect, _ in
      let probe = TableProbe(owner: "OT", time: .seconds(600), connect: connect)
      #expect(await probe.values(table: "TERMS", column: "TERM") == 1)
      #expect(await probe.values(table: "NOWHERE", column: "TERM") == nil)
      let lost = TableProbe.LOBColumn(table: "NOWHERE", column: "BODY", isText: true)
      guard case .unknown(let reason)? = await probe.lobs([lost], storage: []).first?.length else {
        Issue.record("a table that isn't there was measured")
        return
      }
      #expect(reason.contains("ORA-00942"))
    }
  }
}
