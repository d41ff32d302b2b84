/// `INSERT INTO`.
public struct Insert: Sendable {
  /// The table; empty with `view`.
  public var table: ObjectName
  /// An inline view or a collection that takes the rows.
  public var view: TableSource?
  /// PARTITION (p) or SUBPARTITION (p): its text.
  public var partition: String?
  /// LOG ERRORS.
  public var errorLog: ErrorLog?
  /// The alias.
  public var alias: Identifier?
  /// Named columns; empty means all visible ones in order.
  public var columns: [Identifier]
  /// What is inserted.
  public var source: Source
  /// The RETURNING clause.
  public var returning: ReturningClause?

  /// Where the values come from.
  public enum Source: Sendable {
    /// VALUES: one row, or several in 23ai.
    case values([[InsertValue]])
    /// A query.
    indirect case query(Query)
    /// VALUES record, in PL/SQL.
    indirect case record(Expression)
  }
}

/// One value of INSERT or UPDATE.
public enum InsertValue: Sendable {
  /// An expression.
  case expression(Expression)
  /// The word DEFAULT.
  case defaultValue(SourceRange)
}

/// `UPDATE table SET ... WHERE ...`.
public struct Update: Sendable {
  /// The table.
  public var table: TableReference
  /// Assignments in order.
  public var assignments: [Assignment]
  /// FROM of 23ai.
  public var from: [FromItem] = []
  /// LOG ERRORS.
  public var errorLog: ErrorLog?
  /// WHERE.
  public var condition: Expression?
  /// The RETURNING clause.
  public var returning: ReturningClause?

  /// One assignment.
  public enum Assignment: Sendable {
    /// `column = value`
    indirect case value(ColumnReference, InsertValue)
    /// `ROW = record`, in PL/SQL.
    indirect case row(Expression)
    /// `(a, b) = (query)`
    indirect case query([ColumnReference], Query)
  }
}

/// `DELETE [FROM] table WHERE ...`.
public struct Delete: Sendable {
  /// The table.
  public var table: TableReference
  /// FROM of 23ai.
  public var from: [FromItem] = []
  /// LOG ERRORS.
  public var errorLog: ErrorLog?
  /// WHERE.
  public var condition: Expression?
  /// The RETURNING clause.
  public var returning: ReturningClause?
}

/// `RETURNING expressions INTO :binds`.
public struct ReturningClause: Sendable {
  /// What is returned.
  public var expressions: [Expression]
  /// Where it goes.
  public var targets: [BindVariable]
  /// Where it goes in PL/SQL, where `targets` is empty.
  public var into: IntoClause?
}

/// `MERGE INTO target USING source ON (condition) WHEN ...`.
public struct Merge: Sendable {
  /// The table that is changed.
  public var target: TableReference
  /// The rows that are looked up in it.
  public var source: TableSource
  /// ON.
  public var condition: Expression
  /// WHEN MATCHED THEN UPDATE.
  public var update: Matched?
  /// WHEN NOT MATCHED THEN INSERT.
  public var insert: NotMatched?
  /// LOG ERRORS.
  public var errorLog: ErrorLog?
  /// RETURNING.
  public var returning: ReturningClause?

  /// What happens to a row that is there.
  public struct Matched: Sendable {
    /// Assignments in order.
    public var assignments: [Update.Assignment]
    /// WHERE.
    public var condition: Expression?
    /// DELETE WHERE, which sees the updated row.
    public var deletion: Expression?
  }

  /// What happens for a source row without a counterpart.
  public struct NotMatched: Sendable {
    /// Named columns; empty means all visible ones in order.
    public var columns: [Identifier]
    /// A value for each.
    public var values: [InsertValue]
    /// WHERE.
    public var condition: Expression?
  }
}

/// `INSERT ALL` and `INSERT FIRST`.
public struct MultiTableInsert: Sendable {
  /// FIRST: a row goes to the first branch whose condition holds; ALL: to every one.
  public var isFirst: Bool
  /// In order; ELSE is a last one without condition.
  public var branches: [Branch]
  /// The rows.
  public var query: Query

  /// A condition and where its rows go: `WHEN condition THEN INTO ...`.
  public struct Branch: Sendable {
    /// Nil for ELSE, and for the only branch of an INSERT ALL without WHEN.
    public var condition: Expression?
    /// At least one.
    public var targets: [Target]
  }

  /// One table: `INTO table (columns) VALUES (values)`.
  public struct Target: Sendable {
    /// The table.
    public var table: ObjectName
    /// Named columns; empty means all visible ones in order.
    public var columns: [Identifier] = []
    /// A value for each; nil means the query's columns in order.
    public var values: [InsertValue]?
  }
}
