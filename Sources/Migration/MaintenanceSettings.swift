import PostgresClient

/// What the sessions of a migration may take of the server for indexes and keys, for as long as it runs.
///
/// For these sessions alone and never below what the server gives everybody: all workers together get half as much
/// memory as the server has for its buffers, or 512 MiB where that is less, and each at most 1 GiB; and they share the
/// server's parallel workers, four each at the most.
struct MaintenanceSettings: Sendable, Hashable {
  /// In KiB.
  var memory: Int
  var parallelWorkers: Int

  private static let leastTotal = 512 << 10
  private static let most = 1 << 20
  private static let mostWorkers = 4

  /// - Parameters:
  ///   - own: what the server gives a session.
  ///   - buffers: its shared buffers in KiB.
  ///   - maximumWorkers: its max_parallel_workers.
  init(own: MaintenanceSettings, buffers: Int, maximumWorkers: Int, sessions: Int) {
    let sessions = max(1, sessions)
    memory = max(own.memory, min(max(buffers / 2, Self.leastTotal) / sessions, Self.most))
    parallelWorkers = max(own.parallelWorkers, min(maximumWorkers / sessions, Self.mostWorkers))
  }

  init(memory: Int, parallelWorkers: Int) {
    self.memory = memory
    self.parallelWorkers = parallelWorkers
  }

  /// Raises the settings of sessions that do nothing else meanwhile.
  ///
  /// - Returns: what the first had before, to be restored.
  static func raise(on sessions: [PostgresSession]) async throws -> MaintenanceSettings {
    var first: MaintenanceSettings?
    for session in sessions {
      let result = try await session.execute(
        """
        SELECT string_agg(setting, ' ' ORDER BY name COLLATE "C") FROM pg_catalog.pg_settings
         WHERE name IN ('maintenance_work_mem', 'max_parallel_maintenance_workers', 'max_parallel_workers', 'shared_buffers')
        """)
      // In the names' order: KiB, numbers, and pages of 8 KiB.
      let values = (result.firstValue ?? "").split(separator: " ").compactMap { Int($0) }
      guard values.count == 4 else { continue }
      let own = MaintenanceSettings(memory: values[0], parallelWorkers: values[1])
      first = first ?? own
      let raised = MaintenanceSettings(
        own: own, buffers: values[3] * 8, maximumWorkers: values[2], sessions: sessions.count)
      if raised != own { try await raised.set(on: session) }
    }
    return first ?? MaintenanceSettings(memory: 0, parallelWorkers: 0)
  }

  /// Gives a session back what it had; one that is lost needs nothing.
  func restore(on session: PostgresSession) async {
    guard memory > 0 else { return }
    try? await set(on: session)
  }

  private func set(on session: PostgresSession) async throws {
    _ = try await session.execute(
      """
      SELECT set_config('maintenance_work_mem', $1, false), set_config('max_parallel_maintenance_workers', $2, false)
      """, ["\(memory)kB", String(parallelWorkers)])
  }
}
