/// Sources in FROM that few queries have.
public enum RareSource: Sendable {
  /// `function(arguments)`, `XMLTABLE(...)`, `GRAPH_TABLE(...)`.
  case function(Expression)
  /// `source PIVOT (...)`
  indirect case pivot(TableSource, Pivot)
  /// `source UNPIVOT (...)`
  indirect case unpivot(TableSource, Unpivot)
  /// `(VALUES (...), (...))` (23ai), with column names behind the alias.
  indirect case values([[Expression]], columns: [Identifier])
  /// MATCH_RECOGNIZE, NESTED ... COLUMNS and the like behind a source: the clause's text.
  indirect case clause(TableSource, text: String)
}

/// `PIVOT [XML] (aggregate [AS alias], ... FOR column IN (values))`.
public struct Pivot: Sendable {
  /// XML.
  public var isXML = false
  /// The aggregates, at least one.
  public var aggregates: [Aggregate] = []
  /// The columns behind FOR.
  public var columns: [Identifier] = []
  /// What makes a column of the result.
  public var values: Values = .any

  /// An aggregate with the second half of its columns' names.
  public struct Aggregate: Sendable {
    /// The call.
    public var expression: Expression
    /// The alias.
    public var alias: Identifier?
  }

  /// What stands behind IN.
  public enum Values: Sendable {
    /// Constants, each a row of as many as there are columns.
    case list([Value])
    /// A query, with XML.
    indirect case query(Query)
    /// ANY, with XML.
    case any
  }

  /// Constants with the first half of their columns' names.
  public struct Value: Sendable {
    /// One for each column.
    public var expressions: [Expression]
    /// The alias.
    public var alias: Identifier?
  }
}

/// `UNPIVOT [INCLUDE NULLS] (columns FOR columns IN (source columns [AS constants], ...))`.
public struct Unpivot: Sendable {
  /// INCLUDE NULLS.
  public var includesNulls = false
  /// The columns that take the values.
  public var columns: [Identifier] = []
  /// The columns that say where a value comes from.
  public var nameColumns: [Identifier] = []
  /// In order.
  public var sources: [Source] = []

  /// Columns that become rows.
  public struct Source: Sendable {
    /// As many as `columns`.
    public var columns: [Identifier]
    /// What `nameColumns` say of them; empty means their own names.
    public var constants: [Expression]
  }
}

/// `LOG ERRORS [INTO table] [(tag)] [REJECT LIMIT n]`.
public struct ErrorLog: Sendable {
  /// INTO.
  public var table: ObjectName?
  /// The tag.
  public var tag: Expression?
  /// REJECT LIMIT's text; nil when not written.
  public var limit: String?
}
