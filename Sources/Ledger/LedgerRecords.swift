import Foundation
import Model

/// Which Oracle schema a run reads.
public struct SourceIdentity: Sendable, Hashable, Codable {
  /// The listener's host, as the user wrote it.
  public var host: String
  /// The listener's port.
  public var port: Int
  /// The service name or SID.
  public var service: String
  /// The Oracle schema, in the dictionary's spelling.
  public var schema: String
  /// DBID of V$DATABASE; nil when the user may not read it.
  ///
  /// Where two sources have one, it decides whether they are the
  /// same, since a host has many names.
  public var databaseID: String?

  /// Whether this is the same schema of the same database, by what both know of it.
  public func isSame(as other: SourceIdentity) -> Bool {
    guard schema == other.schema else { return false }
    if let databaseID, let id = other.databaseID { return databaseID == id }
    return host == other.host && port == other.port && service == other.service
  }

  /// Names a source.
  public init(host: String, port: Int, service: String, schema: String, databaseID: String? = nil) {
    self.host = host
    self.port = port
    self.service = service
    self.schema = schema
    self.databaseID = databaseID
  }
}

/// One migration of one Oracle schema at one SCN, over any number of starts of the program.
public struct LedgerRun: Sendable, Hashable {
  /// How far the run is.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Begun, and neither finished nor given up.
    case running
    /// All tables and steps are done.
    case finished
    /// Given up, since Oracle no longer had its SCN; its tables were dropped.
    case discarded
  }

  /// Counts up from 1.
  public var id: Int
  /// What is read.
  public var source: SourceIdentity
  /// The PostgreSQL schema that is written.
  public var targetSchema: String
  /// The SCN that all of the run's tables are read at.
  public var scn: UInt64
  /// The version of oraferry that began the run.
  public var toolVersion: String
  /// How far the run is.
  public var state: State
  /// As PostgreSQL prints a timestamptz in UTC.
  public var startedAt: String
  /// As PostgreSQL prints a timestamptz in UTC; nil until the run has finished.
  public var finishedAt: String?
}

/// One table that a run has copied.
public struct LedgerTable: Sendable, Hashable {
  /// The PostgreSQL table.
  public var target: QualifiedName
  /// The Oracle owner, in the dictionary's spelling.
  public var sourceOwner: String
  /// The Oracle table, in the dictionary's spelling.
  public var sourceName: String
  /// What the copy moved.
  public var counts: CopyCounts
  /// What was not carried over exactly, as the copy found it.
  public var findings: [Finding]
  /// As PostgreSQL prints a timestamptz in UTC.
  public var startedAt: String
  /// As PostgreSQL prints a timestamptz in UTC.
  public var finishedAt: String?
}

/// What a table's copy moved.
///
/// `rowsRead` is the sum of `rowsLoaded` and `rowsRejected`; the ledger refuses others.
public struct CopyCounts: Sendable, Hashable, Codable {
  /// Rows that Oracle delivered.
  public var rowsRead: Int
  /// Rows that PostgreSQL took.
  public var rowsLoaded: Int
  /// Rows that could not be carried over exactly.
  public var rowsRejected: Int
  /// Bytes of the COPY stream.
  public var bytes: Int

  /// Takes counts as they are.
  public init(rowsRead: Int, rowsLoaded: Int, rowsRejected: Int = 0, bytes: Int) {
    self.rowsRead = rowsRead
    self.rowsLoaded = rowsLoaded
    self.rowsRejected = rowsRejected
    self.bytes = bytes
  }
}

extension LedgerRun {
  static let columns =
    "id, source_host, source_port, source_service, source_schema, source_database_id, target_schema, scn, "
    + "tool_version, state, started_at, finished_at"

  /// Reads a row of `columns`.
  init(row: [String?]) throws {
    guard row.count == 12, let id = row[0].flatMap({ Int($0) }), let host = row[1],
      let port = row[2].flatMap({ Int($0) }),
      let service = row[3], let schema = row[4], let targetSchema = row[6], let scn = row[7].flatMap({ UInt64($0) }),
      let toolVersion = row[8], let state = row[9].flatMap({ State(rawValue: $0) }), let startedAt = row[10]
    else { throw LedgerError.corrupt("run") }
    self.id = id
    source = SourceIdentity(host: host, port: port, service: service, schema: schema, databaseID: row[5])
    self.targetSchema = targetSchema
    self.scn = scn
    self.toolVersion = toolVersion
    self.state = state
    self.startedAt = startedAt
    finishedAt = row[11]
  }
}

extension LedgerTable {
  static let columns =
    "schema_name, table_name, source_owner, source_name, rows_read, rows_loaded, rows_rejected, bytes, findings, "
    + "started_at, finished_at"

  /// Reads a row of `columns`.
  init(row: [String?]) throws {
    guard row.count == 11, let schema = row[0], let name = row[1], let owner = row[2], let sourceName = row[3],
      let read = row[4].flatMap({ Int($0) }), let loaded = row[5].flatMap({ Int($0) }),
      let rejected = row[6].flatMap({ Int($0) }), let bytes = row[7].flatMap({ Int($0) }), let findings = row[8],
      let startedAt = row[9]
    else { throw LedgerError.corrupt("table record") }
    target = QualifiedName(schema: schema, name: name)
    sourceOwner = owner
    self.sourceName = sourceName
    counts = CopyCounts(rowsRead: read, rowsLoaded: loaded, rowsRejected: rejected, bytes: bytes)
    do {
      self.findings = try JSONDecoder().decode([Finding].self, from: Data(findings.utf8))
    } catch {
      throw LedgerError.corrupt("list of findings")
    }
    self.startedAt = startedAt
    finishedAt = row[10]
  }

  static func json(_ findings: [Finding]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(findings), as: UTF8.self)
  }
}
