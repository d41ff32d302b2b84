/// What is known of a migration at one moment, for a page that shows it.
///
/// Names, counts and messages, never values of rows. As JSON (`/TOKEN/state.json`, and each event of `/TOKEN/events`)
/// it is one object with the keys below in snake case; what is nil is left out:
///
///     {"condition": "running", "command": "migrate", "source": "...", "target": "...",
///      "begun": 1773739800.0, "seconds": 12.5, "phases": [{"name": "Copy the rows", "progress": "running"}],
///      "rows": {"done": 1000, "estimate": 5000, "per_second": 80.0, "bytes_per_second": 9000.0, "seconds_left": 50.0},
///      "table_count": 12, "tables_done": 3, "tables_omitted": 0,
///      "tables": [{"name": "sales.orders", "progress": "running", "rows": 1000, "estimate": 5000, "per_second": 80.0,
///                  "seconds": 12.0, "chunks": 4, "chunks_done": 1, "rejected": 0}],
///      "workers": [{"number": 1, "table": "sales.orders", "chunk": 2, "seconds": 3.0}],
///      "rejected": 0, "log": ["..."], "summary": ["..."], "report": "output/report.html", "problem": "...",
///      "can_cancel": true, "is_last": false, "advice": "..."}
public struct LiveState: Sendable, Hashable, Codable {
  /// How the whole migration is.
  public enum Condition: String, Sendable, Hashable, Codable, CaseIterable {
    /// None has begun.
    case waiting
    case running
    /// It was told to end, and undoes what is open.
    case cancelling
    /// Ended, and everything was carried over exactly.
    case finished
    /// Ended, with findings.
    case findings
    /// Ended; what was found is not known here.
    case ended
    case failed
    case cancelled
    /// Begun and not finished, and nobody is at work on it.
    case stopped
    /// What is shown is old: where the state comes from does not answer.
    case unreachable
  }

  /// How far a part is.
  public enum Progress: String, Sendable, Hashable, Codable {
    case waiting
    case running
    case done
  }

  /// A part of the work, in the order of the list.
  public struct Phase: Sendable, Hashable, Codable {
    public var name: String
    public var progress: Progress

    /// A part of the work.
    public init(name: String, progress: Progress) {
      self.name = name
      self.progress = progress
    }
  }

  /// The rows of all tables together.
  public struct Rows: Sendable, Hashable, Codable {
    public var done = 0
    /// About how many there are; nil when nobody knows.
    public var estimate: Int?
    /// Of late.
    public var perSecond: Double?
    public var bytesPerSecond: Double?
    /// About how long it takes at the rate of late.
    public var secondsLeft: Double?

    /// No rows yet.
    public init() {}
  }

  /// One table of the target.
  public struct Table: Sendable, Hashable, Codable {
    public var name: String
    public var progress: Progress
    public var rows = 0
    /// About how many it has; nil when nobody knows.
    public var estimate: Int?
    public var perSecond: Double?
    /// Since its first row, or from its first to its last.
    public var seconds: Double?
    /// Nil for one that is copied in one go.
    public var chunks: Int?
    public var chunksDone: Int?
    /// Rows that were left out.
    public var rejected = 0

    /// A table of which nothing is copied yet.
    public init(name: String, progress: Progress = .waiting) {
      self.name = name
      self.progress = progress
    }
  }

  /// A session on either side, and what it copies.
  public struct Worker: Sendable, Hashable, Codable {
    /// Counts up from 1.
    public var number: Int
    /// Nil while it has nothing to copy.
    public var table: String?
    public var chunk: Int?
    /// Since it began with that.
    public var seconds: Double?

    /// A worker with nothing to copy.
    public init(number: Int) {
      self.number = number
    }
  }

  public var condition: Condition
  /// The command that shows the page.
  public var command: String
  /// What is read, and what is written.
  public var source: String
  public var target: String
  /// Seconds since 1970; nil when nothing has begun.
  public var begun: Double?
  /// From the beginning to now, or to the end.
  public var seconds: Double?
  public var phases: [Phase] = []
  public var rows = Rows()
  public var tableCount: Int?
  public var tablesDone = 0
  public var tables: [Table] = []
  /// Tables that are not in the list, which is bounded.
  public var tablesOmitted = 0
  public var workers: [Worker] = []
  /// Rows that were left out, of all tables.
  public var rejected = 0
  /// The last lines, the newest at the end.
  public var log: [String] = []
  /// What came of it, once it has ended.
  public var summary: [String] = []
  /// The path of the report, once it is written.
  public var report: String?
  /// Why it failed, or why nothing newer is known.
  public var problem: String?
  /// Whether the page may offer to cancel; set by the page's server.
  public internal(set) var canCancel = false
  /// Whether nothing newer comes; set by the page's server.
  public internal(set) var isLast = false
  /// What the user may do.
  public var advice: String?

  /// A state without any progress.
  public init(condition: Condition, command: String, source: String, target: String) {
    self.condition = condition
    self.command = command
    self.source = source
    self.target = target
  }
}
