import Model

/// What a migration has done, and what is not carried over exactly.
public struct MigrationReport: Sendable {
  /// One table of the target.
  public struct TableResult: Sendable, Hashable {
    public var target: QualifiedName
    public var rows: Int
    /// Rows that were left out.
    public var rejected: Int
    /// Bytes of the COPY stream.
    public var bytes: Int
    /// False when an earlier run had copied it.
    public var isNew: Bool
    /// The SCN that it was read at.
    public var scn: UInt64
  }

  public var source: String
  public var targetSchema: String
  /// The SCN of the run: all tables were read at it, unless their results say otherwise.
  public var scn: UInt64
  public var tables: [TableResult]
  /// Objects that were made after the rows in this run, by kind, such as `foreign key`.
  public var objectsMade: [String: Int]
  public var findings: [Finding]
  /// Nothing was missing, nothing was changed.
  public var wasComplete: Bool
  /// Seconds from the first connection to the end.
  public var seconds: Double

  /// Rows in all tables.
  public var rowCount: Int { tables.reduce(0) { $0 + $1.rows } }

  /// Whether everything was carried over exactly: findings that only tell of another form do not count.
  public var isExact: Bool { findings.allSatisfy { $0.severity == .info } }
}

/// What is going on, for those who watch.
public enum MigrationEvent: Sendable {
  /// The dictionary was read.
  case planned(tables: Int, columns: Int, rowEstimate: Int?, scn: UInt64)
  /// Work of an earlier run goes on.
  case resumed(doneTables: Int, scn: UInt64)
  /// Tables are read at a newer SCN; of those some were there, and were dropped, or just their loaded rows deleted.
  case takenBack(tables: Int, dropped: Int, oldSCN: UInt64, newSCN: UInt64, isDataOnly: Bool = false)
  /// A refresh has looked whether Oracle has changed a table.
  case compared(QualifiedName, isChanged: Bool)
  /// Fewer sessions could be had than asked for.
  case fewerWorkers(Int, reason: String)
  /// Rows are to be copied, about so many: those of chunks that earlier runs have copied among them.
  ///
  /// `earlier`: of each table the rows of those chunks; progress counts them in.
  case copying(rowEstimate: Int?, earlier: [QualifiedName: Int])
  /// All tables whose rows are carried, those of earlier runs among them, and how many workers copy.
  case outlook([TableOutlook], workers: Int)
  case tableStarted(QualifiedName)
  case tableProgress(QualifiedName, rows: Int, bytes: Int)
  case tableCopied(MigrationReport.TableResult, seconds: Double)
  /// A worker begins to copy a table, or a chunk of one; workers count up from 0, chunks from 1.
  case pieceStarted(QualifiedName, chunk: Int?, worker: Int)
  /// A worker has copied a table, or a chunk of one.
  case pieceCopied(CopiedPiece)
  /// An object after the rows is being made.
  case step(TargetObject)
}

/// What there is to copy of a table, and what of it was copied before.
public struct TableOutlook: Sendable, Hashable {
  public var table: QualifiedName
  /// By Oracle's statistics; nil when it has none.
  public var rowEstimate: Int?
  /// Nil for a table that is copied in one go.
  public var chunks: Int?
  public var chunksDone = 0
  /// Rows that earlier starts have copied.
  public var rows = 0
  /// Bytes of the COPY stream that earlier starts have copied.
  public var bytes = 0
  /// Rows that earlier starts have left out.
  public var rejected = 0
  /// Whether nothing of it is missing.
  public var isCopied = false
}

/// What a worker copied in one transaction.
public struct CopiedPiece: Sendable, Hashable {
  public var table: QualifiedName
  /// Counts up from 1; nil for a table that was copied whole.
  public var chunk: Int?
  /// Counts up from 0.
  public var worker: Int
  public var rows: Int
  /// Rows that were left out.
  public var rejected: Int
  /// From the query to the commit.
  public var seconds: Double
}
