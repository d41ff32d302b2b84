import Foundation
import Model

/// What `migrate` and `refresh` leave for the report: the state of a migration, and each start's course.
public struct MigrationRecord: Sendable, Hashable, Codable {
  /// One start of the program; a migration that broke off has several.
  public struct Start: Sendable, Hashable, Codable {
    /// When it began.
    public var begun: Date
    /// Seconds from the command's beginning to its end.
    public var seconds: Double
    /// What the workers copied; of very many the first.
    public var pieces: [Piece]
    public var pieceCount: Int
    /// Sums over all workers, in the order of time.
    public var samples: [Sample]
    /// Whether it ended with an error.
    public var brokeOff: Bool

    /// A start's course.
    ///
    /// - Parameter pieceCount: nil where `pieces` are all.
    public init(
      begun: Date, seconds: Double, pieces: [Piece] = [], pieceCount: Int? = nil, samples: [Sample] = [],
      brokeOff: Bool = false
    ) {
      self.begun = begun
      self.seconds = seconds
      self.pieces = pieces
      self.pieceCount = pieceCount ?? pieces.count
      self.samples = samples
      self.brokeOff = brokeOff
    }
  }

  /// A table, or a chunk of one, that a worker copied in one go.
  public struct Piece: Sendable, Hashable, Codable {
    public var table: String
    /// Counts up from 1; nil when the table was copied whole.
    public var chunk: Int?
    /// Counts up from 0.
    public var worker: Int
    /// Seconds since the start.
    public var begun: Double
    public var seconds: Double
    public var rows: Int

    /// A piece's place and size.
    public init(table: String, chunk: Int?, worker: Int, begun: Double, seconds: Double, rows: Int) {
      self.table = table
      self.chunk = chunk
      self.worker = worker
      self.begun = begun
      self.seconds = seconds
      self.rows = rows
    }
  }

  /// How many rows the workers had copied at a moment.
  public struct Sample: Sendable, Hashable, Codable {
    /// Since the start.
    public var seconds: Double
    public var rows: Int

    /// A sum at a moment.
    public init(seconds: Double, rows: Int) {
      self.seconds = seconds
      self.rows = rows
    }
  }

  /// A table of the target.
  public struct Table: Sendable, Hashable, Codable {
    public var name: String
    public var rows: Int
    /// Rows that were left out.
    public var rejected: Int
    /// Of the COPY stream.
    public var bytes: Int
    public var scn: UInt64
    /// nil when an earlier start had copied it, in a version that did not say.
    public var seconds: Double?

    /// A table's figures.
    public init(name: String, rows: Int, rejected: Int, bytes: Int, scn: UInt64, seconds: Double?) {
      self.name = name
      self.rows = rows
      self.rejected = rejected
      self.bytes = bytes
      self.scn = scn
      self.seconds = seconds
    }
  }

  /// Which databases and schemas: host, port and name of both.
  public var identity: String
  /// The Oracle schema.
  public var source: String
  /// Host, port and service of Oracle, and the server's release.
  public var sourcePlace: String
  /// The schema in PostgreSQL.
  public var target: String
  /// Host, port and database of PostgreSQL, and the server's release.
  public var targetPlace: String
  public var toolVersion: String
  /// Of the run; tables may have others.
  public var scn: UInt64
  public var tables: [Table]
  /// Made after the rows, by kind.
  public var objectsMade: [String: Int]
  public var findings: [Finding]
  public var starts: [Start]
  /// When anything in the target was changed last, as far as is known.
  public var changed: Date

  /// A record of one start.
  public init(
    identity: String, source: String, sourcePlace: String, target: String, targetPlace: String, toolVersion: String,
    scn: UInt64,
    tables: [Table], objectsMade: [String: Int], findings: [Finding], start: Start
  ) {
    self.identity = identity
    self.source = source
    self.sourcePlace = sourcePlace
    self.target = target
    self.targetPlace = targetPlace
    self.toolVersion = toolVersion
    self.scn = scn
    self.tables = tables
    self.objectsMade = objectsMade
    self.findings = findings
    starts = [start]
    changed = start.begun + start.seconds
  }

  /// The most starts that are kept.
  static let startLimit = 20

  /// This record behind the one before: the course of earlier starts of the same migration is kept.
  ///
  /// - Parameters:
  ///   - attempt: starts that broke off before this one.
  ///   - changedNothing: a start that found all done adds nothing to the course.
  public func following(
    _ earlier: MigrationRecord?, _ attempt: AttemptRecord? = nil, changedNothing: Bool
  ) -> MigrationRecord {
    var result = self
    if changedNothing {
      result.starts = []
      // Unless a start broke off: nobody knows what it has done.
      if let earlier, earlier.identity == identity, attempt?.identity != identity { result.changed = earlier.changed }
    }
    // An attempt may have ended in an SCN that is given up by now: its course was another run's.
    if let attempt, attempt.identity == identity, attempt.scn == scn { result.starts = attempt.starts + result.starts }
    if let earlier, earlier.identity == identity, changedNothing || continues(earlier) {
      result.starts = earlier.starts + result.starts
      let times = Dictionary(earlier.tables.map { ($0.name, $0.seconds) }) { first, _ in first }
      for index in result.tables.indices where result.tables[index].seconds == nil {
        result.tables[index].seconds = times[result.tables[index].name] ?? nil
      }
      result.objectsMade = earlier.objectsMade.merging(objectsMade, uniquingKeysWith: &+)
    }
    result.starts = Array(result.starts.suffix(Self.startLimit))
    return result
  }

  /// Whether rows of an earlier start are among those that are told of: at the same SCN, or tables that a refresh left
  /// as they were.
  private func continues(_ earlier: MigrationRecord) -> Bool {
    guard earlier.scn != scn else { return true }
    let copied = Set(starts.flatMap(\.pieces).map(\.table))
    return tables.contains { !copied.contains($0.name) }
  }
}
