import Canonical
import Model

/// One column's name on the PostgreSQL side, and a value.
public struct NamedValue: Sendable, Hashable {
  /// The column.
  public var column: String
  /// Its value.
  public var value: CanonicalValue

  /// A column with its value.
  public init(column: String, value: CanonicalValue) {
    self.column = column
    self.value = value
  }
}

/// A row that is not the same on both sides.
public struct RowDifference: Sendable, Hashable {
  /// On which side the row is.
  public enum Kind: String, Sendable, Hashable {
    /// In Oracle only.
    case missing
    /// In PostgreSQL only.
    case extra
    /// On both sides, by its key, with other values.
    case changed
  }

  /// A column of the row with its value on each side; nil where the row is not there.
  public struct Cell: Sendable, Hashable {
    /// The column.
    public var column: String
    /// The value in Oracle.
    public var source: CanonicalValue?
    /// The value in PostgreSQL.
    public var target: CanonicalValue?

    /// A column with its values.
    public init(column: String, source: CanonicalValue?, target: CanonicalValue?) {
      self.column = column
      self.source = source
      self.target = target
    }
  }

  /// On which side the row is.
  public var kind: Kind
  /// The primary key's values in key order; all columns of a table without a primary key.
  public var key: [NamedValue]
  /// The columns whose values differ; empty unless the row was changed.
  public var columns: [String]
  /// All columns with their values on both sides.
  public var cells: [Cell]
  /// Whether Oracle has changed the row since it was copied, and PostgreSQL has it as it was then; false where it was
  /// damaged, nil where that is not known.
  public var isChangedSince: Bool?

  /// A difference made of its parts.
  public init(kind: Kind, key: [NamedValue], columns: [String], cells: [Cell]) {
    self.kind = kind
    self.key = key
    self.columns = columns
    self.cells = cells
  }
}

/// What the comparison of one table found.
public struct TableComparison: Sendable, Hashable {
  /// Something worth saying besides the differences.
  public enum Note: Sendable, Hashable {
    /// The table is not there in PostgreSQL.
    case missingInTarget
    /// There are more differences than are listed.
    case moreDifferences
    /// Sums differed, and rows that did were no longer found when both sides were read again.
    case changedWhileReading
    /// Rows with values that had more digits of a second than PostgreSQL's microseconds can hold; they were compared
    /// after the same rounding.
    case lostDigits(rows: Int)
    /// The sums that were made while it was copied are of other rows; then both sides were read.
    case sumsDiffer
    /// There are no sums to compare with, for this reason; both sides were read.
    case notSummed(reason: String)
    /// Oracle no longer has the rows of the SCN that was copied: they were read as they are now.
    case readLater(scn: UInt64)
    /// The rows that differ could not be looked for.
    case notSearched(reason: String)
    /// Of the rows that are listed, those that are not as they were at the SCN of the copy, and those that Oracle has
    /// changed since.
    case toldApart(scn: UInt64, damaged: Int, since: Int)
    /// Damaged rows can't be told from those that Oracle has changed since: it no longer has the rows of that SCN. So many
    /// rows lie in blocks that are newer; nil where that is not known.
    case notToldApart(scn: UInt64, newerRows: Int?)
  }

  /// What PostgreSQL's rows were compared with.
  public enum Basis: Sendable, Hashable {
    /// Oracle's rows, read for it at an SCN; nil for what was current.
    case rows(scn: UInt64?)
    /// The sums that were made of Oracle's rows when they were copied, at an SCN.
    case sums(scn: UInt64)

    /// Whether Oracle was not read.
    public var isSums: Bool { if case .sums = self { true } else { false } }

    /// The SCN of Oracle's rows; nil for what was current.
    public var scn: UInt64? {
      switch self {
      case .rows(let scn): scn
      case .sums(let scn): scn
      }
    }
  }

  /// The table on the PostgreSQL side.
  public var table: QualifiedName
  /// Rows in Oracle.
  public var sourceRows: Int
  /// Rows in PostgreSQL.
  public var targetRows: Int
  /// Whether both sides hold the same rows.
  public var equal: Bool
  /// In the order of their keys; as many as were asked for at most.
  public var differences: [RowDifference]
  /// What else is worth saying.
  public var notes: [Note]
  /// What it was compared with.
  public var basis: Basis
  /// What a sample of its rows came to, compared with Oracle's own text of them; nil where none was taken.
  public var sample: RenderedSample?

  /// A comparison made of its parts.
  public init(
    table: QualifiedName, sourceRows: Int, targetRows: Int, equal: Bool, differences: [RowDifference] = [],
    notes: [Note] = [], basis: Basis = .rows(scn: nil)
  ) {
    self.basis = basis
    self.table = table
    self.sourceRows = sourceRows
    self.targetRows = targetRows
    self.equal = equal
    self.differences = differences
    self.notes = notes
  }
}

/// What the comparison of all tables found.
public struct VerificationResult: Sendable, Hashable {
  /// In the order of the mappings.
  public var tables: [TableComparison]
  /// Views that were compared like tables; in the order of their mappings.
  public var views: [TableComparison]
  /// Views that could not be compared.
  public var uncheckedViews: [UncheckedView]

  /// How PostgreSQL's schema compares with what the conversion makes of Oracle's; nil where that was not asked for.
  public var schema: SchemaComparison?

  /// Whether Oracle told which tables there are: without it nothing is known of tables that were never copied.
  public var oracleWasAsked = true

  /// A view that could not be compared, as one of the sides failed to run it.
  public struct UncheckedView: Sendable, Hashable {
    /// The view on the PostgreSQL side.
    public var view: QualifiedName
    /// What stood in the way.
    public var reason: String
  }

  /// A result made of comparisons.
  public init(
    tables: [TableComparison], views: [TableComparison] = [], uncheckedViews: [UncheckedView] = []
  ) {
    self.tables = tables
    self.views = views
    self.uncheckedViews = uncheckedViews
  }

  /// Whether every table, and every view and the schema where they were compared, is equal.
  public var equal: Bool { (tables + views).allSatisfy(\.equal) && schema?.isEqual ?? true }

  /// Whether all that differs was changed in Oracle since the copy.
  public var isOnlyNewer: Bool {
    !equal && (schema?.isEqual ?? true) && (tables + views).allSatisfy { $0.equal || $0.isOnlyNewer }
  }

  /// The rows that were compared with Oracle's own text of them.
  public var sampledRows: Int { tables.reduce(0) { $0 + ($1.sample?.rows ?? 0) } }

  /// The rows in Oracle, of all tables.
  public var sourceRows: Int { tables.reduce(0) { $0 + $1.sourceRows } }
}
