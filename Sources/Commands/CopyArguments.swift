import ArgumentParser
import Foundation
import Migration
import OracleClient
import PostgresClient
import Workspace

/// How many sessions copy, and in how large pieces.
struct CopyArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sessions on either side that copy at the same time (default: one for each processor, 8 at the most).",
      valueName: "n"))
  var workers: Int?

  @Option(
    name: .customLong("max-source-sessions"),
    help: ArgumentHelp("No more sessions in Oracle than this, whatever --workers says.", valueName: "n"))
  var maxSourceSessions: Int?

  @Option(
    name: .customLong("chunk-rows"),
    help: ArgumentHelp(
      """
      Tables with more rows are copied in chunks of about so many, each committed by itself (default: 1000000 at the \
      most, 100000 with LOBs; fewer where several sessions share few tables).
      """,
      valueName: "n"))
  var chunkRows: Int?

  @Option(
    name: .customLong("max-rate"),
    help: ArgumentHelp(
      "Read no more bytes of rows a second from Oracle than this, all sessions together, such as 50MB.",
      valueName: "bytes"))
  var maxRate: ByteRate?

  @Flag(
    name: .customLong("no-sums"),
    help: "Don't sum up rows while they are copied: less work for the processor, but verify must then read Oracle, too."
  )
  var noSums = false

  func validate() throws {
    for (name, value) in [
      ("--workers", workers), ("--max-source-sessions", maxSourceSessions), ("--chunk-rows", chunkRows),
    ] {
      if let value, value < 1 { throw ValidationError("\(name) must be 1 or more") }
    }
    if let workers, workers > 1_000 { throw ValidationError("--workers must be at most 1000") }
  }

  /// The settings for a workspace's two databases.
  func settings(_ configuration: WorkspaceConfiguration) -> CopySettings {
    var settings = Self.settings(configuration, workers: workers, atMost: maxSourceSessions, chunkRows: chunkRows)
    settings.maximumRate = maxRate?.bytesPerSecond
    settings.sumsRows = !noSums
    return settings
  }

  /// The settings with what is usual for what is nil.
  static func settings(
    _ configuration: WorkspaceConfiguration, workers: Int? = nil, atMost limit: Int? = nil, chunkRows: Int? = nil
  ) -> CopySettings {
    let wanted = workers ?? min(8, ProcessInfo.processInfo.activeProcessorCount)
    return CopySettings(
      workers: min(wanted, limit ?? wanted), chunkRows: chunkRows,
      connectOracle: { try await OracleConnection.connect(credentials: configuration.oracle.credentials) },
      connectPostgres: { try await PostgresSession.connect(credentials: configuration.postgres.credentials) })
  }
}
