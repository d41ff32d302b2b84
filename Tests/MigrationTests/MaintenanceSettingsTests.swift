import PostgresClient
import PostgresCluster
import Testing

@testable import Migration

@Suite("Memory and workers for indexes") struct MaintenanceSettingsTests {
  @Test("half of the server's buffers for all together, 1 GiB each at the most, never less than the server's own")
  func sizes() {
    func size(_ own: (Int, Int), _ buffers: Int, _ workers: Int, _ sessions: Int) -> [Int] {
      let settings = MaintenanceSettings(
        own: MaintenanceSettings(memory: own.0, parallelWorkers: own.1), buffers: buffers, maximumWorkers: workers,
        sessions: sessions)
      return [settings.memory, settings.parallelWorkers]
    }
    let (usual, megabyte) = ((65_536, 2), 1_024)
    #expect(size(usual, 128 * megabyte, 8, 2) == [256 * megabyte, 4])
    #expect(size(usual, 128 * megabyte, 8, 8) == [64 * megabyte, 2])
    #expect(size(usual, 16_384 * megabyte, 8, 4) == [1_024 * megabyte, 2])
    #expect(size(usual, 4_096 * megabyte, 8, 4) == [512 * megabyte, 2])
    #expect(size(usual, 128 * megabyte, 8, 1) == [512 * megabyte, 4])
    #expect(size((2_048 * megabyte, 6), 128 * megabyte, 2, 4) == [2_048 * megabyte, 6])
    #expect(size(usual, 128 * megabyte, 0, 2) == [256 * megabyte, 2])
    #expect(size(usual, 128 * megabyte, 8, 0) == [512 * megabyte, 4])
  }

  @Test("raised in the sessions alone, and given back") func raisedAndRestored() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let sessions = [
      try await PostgresSession.connect(cluster.connectionParameters),
      try await PostgresSession.connect(cluster.connectionParameters),
    ]
    let show =
      "SELECT current_setting('maintenance_work_mem') || ' ' || current_setting('max_parallel_maintenance_workers')"
    _ = try await sessions[0].execute("SET maintenance_work_mem = '77MB'; SET max_parallel_maintenance_workers = 1")
    let others = try await sessions[1].execute(show).firstValue
    let before = try await MaintenanceSettings.raise(on: sessions)
    for session in sessions {
      let raised = try await session.execute(
        "SELECT pg_size_bytes(current_setting('maintenance_work_mem')) >= pg_size_bytes('256MB')")
      #expect(raised.firstValue == "t")
    }
    let somebody = try await PostgresSession.connect(cluster.connectionParameters)
    #expect(try await somebody.execute(show).firstValue == others)
    await before.restore(on: sessions[0])
    #expect(try await sessions[0].execute(show).firstValue == "77MB 1")
    for session in sessions + [somebody] { await session.close() }
    await cluster.stop()
  }
}
