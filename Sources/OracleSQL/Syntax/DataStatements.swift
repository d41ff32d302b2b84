/// `INSERT INTO`.
public struct Insert: Sendable {
  /// The table.
  public var table: ObjectName
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
  /// WHERE.
  public var condition: Expression?
  /// The RETURNING clause.
  public var returning: ReturningClause?

  /// One assignment.
  public enum Assignment: Sendable {
    /// `column = value`
    indirect case value(ColumnReference, InsertValue)
    /// `(a, b) = (query)`
    indirect case query([ColumnReference], Query)
  }
}

/// `DELETE [FROM] table WHERE ...`.
public struct Delete: Sendable {
  /// The table.
  public var table: TableReference
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
}
