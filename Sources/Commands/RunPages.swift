import Canonical
import Foundation
import Migration
import Model
import OracleClient
import PostgresClient
import Reporting
import Verification
import Workspace

/// output/report.html of a workspace, and the records in output/records that it is made of.
///
/// A page that can't be written is a note, and no failure of the work that it tells of.
struct RunPages {
  let workspace: Workspace

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  private var migrationFile: URL { workspace.recordFolder.appending(path: "migrate.json") }
  private var verificationFile: URL { workspace.recordFolder.appending(path: "verify.json") }
  /// There while a migration is at work, and after one that broke off.
  private var attemptFile: URL { workspace.recordFolder.appending(path: "attempt.json") }

  /// Notes that a migration begins: until it has ended well, the page says so.
  func begin(_ course: CourseRecorder, identity: String, _ console: Console) {
    writing(console, tells: false) {
      let attempt = AttemptRecord(id: course.id, identity: identity, begun: course.begun)
      try save(attempt.following(read(attemptFile)), to: attemptFile)
    }
  }

  /// Keeps the course of a migration that ended with an error.
  func breakOff(_ course: CourseRecorder, identity: String, _ console: Console) {
    writing(console, tells: false) {
      let attempt = AttemptRecord(
        id: course.id, identity: identity, begun: course.begun, scn: course.scn, starts: [course.course(brokeOff: true)]
      )
      try save(attempt.following(read(attemptFile)), to: attemptFile)
    }
  }

  /// Keeps what a migration left, and writes the page.
  ///
  /// Where no row was moved, what was found before still holds.
  func write(_ record: MigrationRecord, _ course: CourseRecorder, _ console: Console) {
    writing(console) {
      let attempt: AttemptRecord? = read(attemptFile)
      // This start's own mark says nothing of others.
      let broken = attempt.flatMap { $0.id != course.id || $0.followsAnother ? $0 : nil }
      let whole = record.following(read(migrationFile), broken, changedNothing: !course.hasMovedRows)
      try save(whole, to: migrationFile)
      // One that another process has begun since is not over.
      if let attempt, attempt.identity == record.identity, attempt.id == course.id || attempt.begun < course.begun {
        try FileManager.default.removeItem(at: attemptFile)
      }
    }
  }

  /// Keeps what a verification found, and writes the page.
  func write(_ record: VerificationRecord, _ console: Console) {
    writing(console) {
      let migration: MigrationRecord? = read(migrationFile)
      try save(record.following(read(verificationFile), outdated: migration?.changed), to: verificationFile)
    }
  }

  /// Tells that tables were taken back by the user: what was found before holds no more.
  ///
  /// - Parameter all: nothing of any migration is left to be told.
  func forget(all: Bool, _ console: Console) {
    guard FileManager.default.fileExists(atPath: workspace.recordFolder.path(percentEncoded: false)) else { return }
    writing(console, tells: false) {
      if all {
        for file in [migrationFile, verificationFile, attemptFile] { try? FileManager.default.removeItem(at: file) }
      } else if var record: MigrationRecord = read(migrationFile) {
        record.changed = Date()
        try save(record, to: migrationFile)
      }
    }
  }

  private func writing(_ console: Console, tells: Bool = true, _ work: () throws -> Void) {
    let place = workspace.reportFile.path(percentEncoded: false).printable
    do {
      try FileManager.default.createDirectory(
        at: workspace.recordFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try work()
      let page = ReportPage(
        migration: read(migrationFile), verification: read(verificationFile), attempt: read(attemptFile))
      try workspace.writePrivately(Data(try page.html().utf8), to: workspace.reportFile)
      if tells { console.note("report: \(place)") }
    } catch {
      let reason = (error as? ConfigurationError)?.description ?? error.localizedDescription
      if tells { console.note("the report \(place) can't be written: \(reason); nothing else is missing") }
    }
  }

  /// nil where there is none, or one of another version that reads no more.
  private func read<Record: Decodable>(_ file: URL) -> Record? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? Self.decoder.decode(Record.self, from: data)
  }

  private func save(_ record: some Encodable, to file: URL) throws {
    try workspace.writePrivately(try Self.encoder.encode(record), to: file)
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    return decoder
  }
}

/// Which databases and schemas a record is of, by their places.
enum RunIdentity {
  /// By what the user has configured: a cluster has many addresses.
  static func text(_ configuration: WorkspaceConfiguration) -> String {
    let postgres = configuration.postgres
    let target = (try? configuration.targetSchema()) ?? ""
    return "\(configuration.oracle.schema) of \(configuration.oracle.placeText) to \(target) of "
      + "\(postgres.host ?? ""):\(postgres.port ?? 5432)/\(postgres.dbname ?? "")"
  }
}

extension MigrationRecord {
  /// What a migration says of itself, with its course.
  init(
    _ report: MigrationReport, course: CourseRecorder, _ configuration: WorkspaceConfiguration,
    _ connections: Connections, identity: String
  ) {
    self.init(
      identity: identity, source: report.source,
      sourcePlace: connections.sourcePlace,
      target: report.targetSchema,
      targetPlace: connections.targetPlace(configuration),
      toolVersion: Tool.version, scn: report.scn,
      tables: report.tables.map {
        Table(
          name: $0.target.description, rows: $0.rows, rejected: $0.rejected, bytes: $0.bytes, scn: $0.scn,
          seconds: course.seconds(of: $0.target))
      },
      objectsMade: report.objectsMade, findings: report.findings, start: course.course())
  }
}

extension VerificationRecord {
  /// What a verification found, rows that differ among it.
  init(
    _ result: VerificationResult, _ configuration: WorkspaceConfiguration, identity: String, target: String,
    begun: Date, scn: UInt64?, isWhole: Bool
  ) {
    self.init(
      identity: identity, source: configuration.oracle.schema, target: target, toolVersion: Tool.version, begun: begun,
      seconds: Date().timeIntervalSince(begun), scn: scn,
      tables: result.tables.map { Table($0, isView: false) } + result.views.map { Table($0, isView: true) },
      unchecked: result.uncheckedViews.map { Unchecked(name: $0.view.description, reason: $0.reason) },
      isWhole: isWhole)
    definitions = result.schema.map { Definitions(compared: $0.compared, isEqual: $0.isEqual, lines: $0.lines) }
  }
}

extension VerificationRecord.Table {
  /// The most differences of a table that are kept.
  private static let differenceLimit = 100
  /// Unicode scalars of a value.
  private static let valueLimit = 1000

  fileprivate init(_ comparison: TableComparison, isView: Bool) {
    self.init(
      name: comparison.table.description, isView: isView, sourceRows: comparison.sourceRows,
      targetRows: comparison.targetRows, isEqual: comparison.equal, notes: comparison.exceptionTexts,
      differences: (comparison.differences + (comparison.sample?.differences ?? [])).prefix(Self.differenceLimit).map {
        difference in
        let keys = Set(difference.key.map(\.column))
        return VerificationRecord.Difference(
          kind: difference.kind.rawValue,
          key: difference.key.map { "\($0.column) = \(Self.text($0.value))" }.joined(separator: ", "),
          cells: difference.cells
            .filter { difference.kind == .changed ? difference.columns.contains($0.column) : !keys.contains($0.column) }
            .map {
              VerificationRecord.Cell(
                column: $0.column, source: $0.source.map(Self.text), target: $0.target.map(Self.text))
            })
      },
      hasMore: comparison.notes.contains(.moreDifferences) || comparison.differences.count > Self.differenceLimit,
      bySums: comparison.basis.isSums, sampledRows: comparison.sample?.rows)
  }

  /// Text in quotes, so that 'NULL' is another value than NULL.
  private static func text(_ value: CanonicalValue) -> String {
    let scalars = String.UnicodeScalarView(value.description.unicodeScalars.prefix(valueLimit))
    if case .text = value { return "'" + String(scalars) + "'" }
    return String(scalars)
  }
}
