import OracleClient
import Synchronization
import Testing

@testable import Profiling

@Suite struct SchemaProfilerTests {
  private static let script = (1...5).flatMap { number in
    [
      "CREATE TABLE t\(number) (id NUMBER)",
      "INSERT INTO t\(number) SELECT level FROM dual CONNECT BY level <= \(number * 10)",
    ]
  }

  @Test(arguments: [1, 3])
  func eachTableIsReadOnce(sessions: Int) async throws {
    try await ProfiledServer.with(Self.script) { server in
      let finished = Mutex<[String]>([])
      let profiler = SchemaProfiler(try await server.mappings(), scn: nil)
      #expect(profiler.rowEstimate == 150)
      let profiles = try await profiler.run(
        over: server.connection, sessions: sessions, connect: server.connect,
        onEvent: { event in
          if case .finished(let table, _) = event { finished.withLock { $0.append(table.sourceName) } }
        })
      #expect(profiles.map(\.table) == ["T1", "T2", "T3", "T4", "T5"] && profiles.map(\.rows) == [10, 20, 30, 40, 50])
      let order = finished.withLock { $0 }
      #expect(order.sorted() == profiles.map(\.table) && (sessions > 1 || order == ["T5", "T4", "T3", "T2", "T1"]))
    }
  }

  @Test func withoutFurtherSessionsTheOwnOneReadsAll() async throws {
    struct Full: Error {}
    try await ProfiledServer.with(Self.script) { server in
      let shortage = Mutex<Int?>(nil)
      let profiles = try await SchemaProfiler(try await server.mappings(), scn: nil).run(
        over: server.connection, sessions: 4, connect: { throw Full() },
        onEvent: { event in
          if case .fewerSessions(let count, _) = event { shortage.withLock { $0 = count } }
        })
      #expect(profiles.count == 5 && shortage.withLock { $0 } == 1)
    }
  }

  /// Ranges of rows that several sessions read come to what one pass over all of them gives.
  @Test func rangesOfALargeTableAreMerged() async throws {
    try await ProfiledServer.with([
      "CREATE TABLE large (id NUMBER, few NUMBER(1), word VARCHAR2(30 CHAR), at DATE, token RAW(16), note CLOB)",
      "INSERT INTO large SELECT level - 5000, DECODE(MOD(level, 3), 2, NULL, MOD(level, 3)), 'w' || MOD(level, 900), "
        + "DATE '2020-01-01' + level / 7, HEXTORAW(LPAD(TO_CHAR(level), 32, '0')), 'note ' || level FROM dual "
        + "CONNECT BY level <= 20000",
    ]) { server in
      let mappings = try await server.mappings()
      let counts = Mutex<[Int]>([])
      let profiler = SchemaProfiler(mappings, scn: nil)
      var parts = try await profiler.run(
        over: server.connection, sessions: 3, rangeRows: 1_500, connect: server.connect,
        onEvent: { event in
          if case .progress(_, let rows) = event { counts.withLock { $0.append(rows) } }
        })
      var whole = try await profiler.run(over: server.connection, sessions: 1, connect: server.connect)
      (parts[0].seconds, whole[0].seconds) = (0, 0)
      #expect(parts == whole && whole[0].rows == 20_000 && counts.withLock { $0.max() } == 20_000)
      #expect(whole[0].columns[0].minimum == "-4999" && whole[0].columns[2].distinct == 900)
    }
  }
}
