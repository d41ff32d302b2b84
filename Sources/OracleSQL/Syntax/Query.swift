/// A whole query: CTEs, one or more SELECT blocks, ORDER BY, row limits, FOR UPDATE.
public struct Query: Sendable {
  /// `WITH name AS (...)`; empty when absent.
  public var with: [CommonTableExpression]
  /// The first block.
  public var first: QueryTerm
  /// What follows; Oracle gives all set operators one precedence, from left to right.
  public var setOperations: [SetOperation]
  /// `ORDER BY`; a bare number literal is a position in the select list.
  public var orderBy: [OrderItem]
  /// `ORDER SIBLINGS BY`: rows of a hierarchy are ordered among those of the same parent.
  public var ordersSiblings = false
  /// `OFFSET n ROWS`.
  public var offset: Expression?
  /// `FETCH FIRST n ROWS ONLY`.
  public var fetch: FetchClause?
  /// `FOR UPDATE`.
  public var forUpdate: ForUpdateClause?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a query.
  public init(
    with: [CommonTableExpression] = [], first: QueryTerm, setOperations: [SetOperation] = [],
    orderBy: [OrderItem] = [], offset: Expression? = nil, fetch: FetchClause? = nil,
    forUpdate: ForUpdateClause? = nil, range: SourceRange
  ) {
    self.with = with
    self.first = first
    self.setOperations = setOperations
    self.orderBy = orderBy
    self.offset = offset
    self.fetch = fetch
    self.forUpdate = forUpdate
    self.range = range
  }
}

/// A SELECT block, or a query in parentheses.
public enum QueryTerm: Sendable {
  /// `SELECT ...`
  indirect case select(SelectBlock)
  /// `(query)`
  indirect case nested(Query)
}

/// `UNION ALL SELECT ...` and the like.
public struct SetOperation: Sendable {
  /// The operator.
  public var combinator: SetOperator
  /// The right side.
  public var term: QueryTerm

  /// Makes an operation.
  public init(combinator: SetOperator, term: QueryTerm) {
    self.combinator = combinator
    self.term = term
  }
}

/// How two results are combined; EXCEPT reads as MINUS.
public enum SetOperator: String, Sendable, Hashable {
  case union = "UNION"
  case unionAll = "UNION ALL"
  case intersect = "INTERSECT"
  case intersectAll = "INTERSECT ALL"
  case minus = "MINUS"
  case minusAll = "MINUS ALL"
}

/// `name [(columns)] AS (query)`.
public struct CommonTableExpression: Sendable {
  /// The name.
  public var name: Identifier
  /// Column aliases; empty when not written.
  public var columns: [Identifier]
  /// The query.
  public var query: Query
  /// `SEARCH ... SET column` of a recursive one.
  public var search: SearchClause?
  /// `CYCLE ... SET column TO ...` of a recursive one.
  public var cycle: CycleClause?

  /// Makes a CTE.
  public init(name: Identifier, columns: [Identifier], query: Query) {
    self.name = name
    self.columns = columns
    self.query = query
  }
}

/// `SEARCH DEPTH | BREADTH FIRST BY columns SET column`.
public struct SearchClause: Sendable {
  /// DEPTH.
  public var isDepthFirst: Bool
  /// By what siblings are ordered.
  public var orderBy: [OrderItem]
  /// The column that numbers the rows.
  public var column: Identifier

  /// Makes a clause.
  public init(isDepthFirst: Bool, orderBy: [OrderItem], column: Identifier) {
    self.isDepthFirst = isDepthFirst
    self.orderBy = orderBy
    self.column = column
  }
}

/// `CYCLE columns SET column TO value DEFAULT value`.
public struct CycleClause: Sendable {
  /// A row is a cycle when an ancestor has the same values in these.
  public var columns: [Identifier]
  /// The column that marks cycles.
  public var mark: Identifier
  /// Its value for the row that closes a cycle: one character.
  public var value: String
  /// Its value for other rows.
  public var otherwise: String

  /// Makes a clause.
  public init(columns: [Identifier], mark: Identifier, value: String, otherwise: String) {
    self.columns = columns
    self.mark = mark
    self.value = value
    self.otherwise = otherwise
  }
}

/// `SELECT [DISTINCT] items FROM ... WHERE ... GROUP BY ... HAVING ...`.
public struct SelectBlock: Sendable {
  /// DISTINCT or UNIQUE.
  public var isDistinct: Bool
  /// At least one.
  public var items: [SelectItem]
  /// INTO of PL/SQL.
  public var into: IntoClause?
  /// Comma-separated sources; empty only for 23ai's SELECT without FROM.
  public var from: [FromItem]
  /// `WHERE`.
  public var condition: Expression?
  /// `CONNECT BY` with its `START WITH`.
  public var hierarchy: HierarchicalClause?
  /// `GROUP BY`; empty when absent.
  public var groupBy: [GroupingElement]
  /// `HAVING`.
  public var having: Expression?
  /// MODEL, kept as text.
  public var model: String?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a block.
  public init(
    isDistinct: Bool, items: [SelectItem], from: [FromItem], condition: Expression?,
    hierarchy: HierarchicalClause? = nil, groupBy: [GroupingElement], having: Expression?, range: SourceRange
  ) {
    self.isDistinct = isDistinct
    self.items = items
    self.from = from
    self.condition = condition
    self.hierarchy = hierarchy
    self.groupBy = groupBy
    self.having = having
    self.range = range
  }
}

/// One entry of the select list.
public enum SelectItem: Sendable {
  /// `*`
  case star(SourceRange)
  /// `t.*` or `schema.t.*`
  indirect case tableStar(ObjectName, SourceRange)
  /// An expression; without alias the column is called `heading`, Oracle's text without blanks in upper case.
  indirect case expression(Expression, alias: Identifier?, heading: String)
}

/// A source with the ANSI joins that follow it.
public struct FromItem: Sendable {
  /// The left-most source.
  public var source: TableSource
  /// Joins, from left to right.
  public var joins: [Join]
  /// Where it stands.
  public var range: SourceRange

  /// Makes an item.
  public init(source: TableSource, joins: [Join], range: SourceRange) {
    self.source = source
    self.joins = joins
    self.range = range
  }
}

/// A table, a subquery or a join in parentheses.
public enum TableSource: Sendable {
  /// A table, view or CTE.
  indirect case table(TableReference)
  /// `(query) alias`; `isLateral` for LATERAL.
  indirect case subquery(Query, alias: Identifier?, isLateral: Bool)
  /// `(a JOIN b ON ...)`
  indirect case nested(FromItem)
  /// `JSON_TABLE(...) alias`
  indirect case json(JSONTable, alias: Identifier?)
  /// `TABLE(collection) alias`
  indirect case collection(Expression, alias: Identifier?)
  /// PIVOT, table functions and the like.
  indirect case rare(RareSource, alias: Identifier?)
}

/// A named table with flashback clause and alias.
public struct TableReference: Sendable {
  /// The name.
  public var name: ObjectName
  /// `PARTITION (p)`.
  public var partition: Identifier?
  /// `SUBPARTITION (p)`, or `PARTITION FOR (...)`: its text.
  public var otherPartition: String?
  /// VERSIONS BETWEEN, its text.
  public var versions: String?
  /// SAMPLE, its text.
  public var sample: String?
  /// PARTITION BY of a partitioned outer join.
  public var partitionedBy: [Expression] = []
  /// An inline view or a collection that is changed in the place of a table, whose `name` is empty.
  public var view: TableSource?
  /// `AS OF SCN n` or `AS OF TIMESTAMP t`.
  public var asOf: FlashbackPoint?
  /// The alias.
  public var alias: Identifier?

  /// Makes a reference.
  public init(
    name: ObjectName, partition: Identifier? = nil, asOf: FlashbackPoint? = nil, alias: Identifier? = nil
  ) {
    self.name = name
    self.partition = partition
    self.asOf = asOf
    self.alias = alias
  }
}

/// The moment a flashback query looks at.
public enum FlashbackPoint: Sendable {
  /// `AS OF SCN expr`
  indirect case scn(Expression)
  /// `AS OF TIMESTAMP expr`
  indirect case timestamp(Expression)
}

/// One ANSI join.
public struct Join: Sendable {
  /// The kind.
  public var kind: JoinKind
  /// The right side.
  public var source: TableSource
  /// How rows match.
  public var condition: JoinCondition

  /// Makes a join.
  public init(kind: JoinKind, source: TableSource, condition: JoinCondition) {
    self.kind = kind
    self.source = source
    self.condition = condition
  }
}

/// Kinds of ANSI joins; the raw value is the spelling.
public enum JoinKind: String, Sendable, Hashable {
  case inner = "INNER"
  case left = "LEFT"
  case right = "RIGHT"
  case full = "FULL"
  case cross = "CROSS"
  /// CROSS APPLY: the right side may read the left one.
  case crossApply = "CROSS APPLY"
  /// OUTER APPLY: the same, and rows of the left side stay without a match.
  case outerApply = "OUTER APPLY"
}

/// How a join's rows match.
public enum JoinCondition: Sendable {
  /// CROSS JOIN.
  case none
  /// `ON condition`
  indirect case on(Expression)
  /// `USING (columns)`
  case using([Identifier])
  /// `NATURAL JOIN`
  case natural
}

/// One ORDER BY entry.
public struct OrderItem: Sendable {
  /// The key.
  public var expression: Expression
  /// DESC.
  public var isDescending: Bool
  /// NULLS FIRST (true) or LAST (false); nil is Oracle's default: last ascending, first descending.
  public var nullsFirst: Bool?

  /// Makes an entry.
  public init(expression: Expression, isDescending: Bool = false, nullsFirst: Bool? = nil) {
    self.expression = expression
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}

/// `FETCH FIRST n [PERCENT] ROWS ONLY | WITH TIES`.
public struct FetchClause: Sendable {
  /// The count; nil is one row.
  public var count: Expression?
  /// PERCENT.
  public var isPercent: Bool
  /// WITH TIES.
  public var withTies: Bool

  /// Makes a clause.
  public init(count: Expression?, isPercent: Bool = false, withTies: Bool = false) {
    self.count = count
    self.isPercent = isPercent
    self.withTies = withTies
  }
}

/// `FOR UPDATE [OF columns] [NOWAIT | WAIT n | SKIP LOCKED]`.
public struct ForUpdateClause: Sendable {
  /// Columns behind OF.
  public var columns: [Expression]
  /// What to do about locked rows.
  public var wait: LockWait

  /// Makes a clause.
  public init(columns: [Expression], wait: LockWait) {
    self.columns = columns
    self.wait = wait
  }

  /// What to do about locked rows.
  public enum LockWait: Sendable, Hashable {
    /// Wait until they are free.
    case forever
    /// NOWAIT.
    case noWait
    /// WAIT n.
    case seconds(Int)
    /// SKIP LOCKED.
    case skipLocked
  }
}
