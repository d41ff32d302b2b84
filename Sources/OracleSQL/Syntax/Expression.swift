/// An expression or condition; both share one tree, as `CHECK` and `CASE` mix them.
public struct Expression: Sendable {
  /// What it is.
  public var kind: Kind
  /// Where it stands; enclosing parentheses belong to the range.
  public var range: SourceRange

  /// Makes an expression.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The forms an expression takes.
  public enum Kind: Sendable {
    /// A constant.
    case literal(Literal)
    /// `column`, `table.column`, `schema.table.column`, each perhaps with `(+)`.
    indirect case column(ColumnReference)
    /// `SYSDATE`, `ROWNUM`, `USER` and other unquoted, unqualified names without arguments; `precision` for `SYSTIMESTAMP(3)`.
    case niladic(NiladicFunction, precision: Int?)
    /// `ROWID` or `ORA_ROWSCN`, perhaps qualified.
    indirect case rowPseudoColumn(RowPseudoColumn, table: ObjectName?)
    /// `sequence.NEXTVAL` and `sequence.CURRVAL`.
    indirect case sequence(ObjectName, SequenceValue)
    /// `:name` or `:1`.
    indirect case bind(BindVariable)
    /// `+x`, `-x`, `NOT x`, `PRIOR x`, `CONNECT_BY_ROOT x`.
    indirect case unary(UnaryOperator, Expression)
    /// Arithmetic and comparison.
    indirect case binary(BinaryOperator, Expression, Expression)
    /// `a || b || c`, at least two.
    case concatenation([Expression])
    /// `a AND b AND c`, at least two.
    case and([Expression])
    /// `a OR b OR c`, at least two.
    case or([Expression])
    /// `x = ANY (...)`, `x > ALL (SELECT ...)`; SOME reads as ANY.
    indirect case quantified(BinaryOperator, Expression, Quantifier, MembershipSet)
    /// `x IS [NOT] NULL`, `IS [NOT] NAN`, `IS [NOT] INFINITE`, `IS [NOT] JSON`.
    indirect case test(Expression, ValueTest, negated: Bool)
    /// `x [NOT] BETWEEN low AND high`.
    indirect case between(Expression, low: Expression, high: Expression, negated: Bool)
    /// `x [NOT] LIKE pattern [ESCAPE e]`.
    indirect case like(Expression, pattern: Expression, escape: Expression?, form: LikeForm, negated: Bool)
    /// `x [NOT] IN (...)`.
    indirect case membership(Expression, MembershipSet, negated: Bool)
    /// `(a, b)` in front of or inside `IN`.
    case row([Expression])
    /// `EXISTS (query)`.
    indirect case exists(Query)
    /// `(query)` as a value.
    indirect case subquery(Query)
    /// `CURSOR(query)`: the query's rows as a value.
    indirect case cursor(Query)
    /// `CASE ... END`.
    indirect case caseOf(CaseExpression)
    /// `CAST(x AS type)`.
    indirect case cast(Expression, DataType)
    /// `EXTRACT(field FROM x)`.
    indirect case extract(DateTimeField, Expression)
    /// `TRIM([[LEADING|TRAILING|BOTH] [character] FROM] x)`.
    indirect case trim(TrimSide, character: Expression?, Expression)
    /// `x AT TIME ZONE zone`; a nil zone is `AT LOCAL`.
    indirect case atTimeZone(Expression, zone: Expression?)
    /// `JSON_VALUE(...)`, `JSON_QUERY(...)`, `JSON_EXISTS(...)`, `JSON_SERIALIZE(...)`.
    indirect case json(JSONCall)
    /// Any other call.
    indirect case call(FunctionCall)
    /// What only PL/SQL has, or few statements do.
    indirect case extended(ExtendedExpression)
  }
}

/// A column's name with the qualifiers that were written.
public struct ColumnReference: Sendable {
  /// Schema in `schema.table.column`.
  public var schema: Identifier?
  /// Table or alias in `table.column`.
  public var table: Identifier?
  /// The column.
  public var column: Identifier
  /// Whether `(+)` follows, Oracle's own outer join mark.
  public var isOuterJoined: Bool

  /// Makes a reference.
  public init(schema: Identifier? = nil, table: Identifier? = nil, column: Identifier, isOuterJoined: Bool = false) {
    self.schema = schema
    self.table = table
    self.column = column
    self.isOuterJoined = isOuterJoined
  }
}

/// Names that are values without arguments or parentheses; the raw value is the spelling.
public enum NiladicFunction: String, Sendable, Hashable {
  case sysdate = "SYSDATE"
  case systimestamp = "SYSTIMESTAMP"
  case currentDate = "CURRENT_DATE"
  case currentTimestamp = "CURRENT_TIMESTAMP"
  case localTimestamp = "LOCALTIMESTAMP"
  case dbTimezone = "DBTIMEZONE"
  case sessionTimezone = "SESSIONTIMEZONE"
  case user = "USER"
  case uid = "UID"
  case rownum = "ROWNUM"
  case level = "LEVEL"
}

/// Pseudo-columns that belong to a row of a table.
public enum RowPseudoColumn: String, Sendable, Hashable {
  case rowid = "ROWID"
  case oraRowSCN = "ORA_ROWSCN"
}

/// Which value of a sequence is asked for.
public enum SequenceValue: String, Sendable, Hashable {
  case next = "NEXTVAL"
  case current = "CURRVAL"
}

/// A placeholder.
public struct BindVariable: Sendable, Hashable {
  /// The name without colon, upper case unless quoted; digits for `:1`.
  public var name: String
  /// Place in the statement, from 0; a name that stands twice has two positions, as in Oracle's protocol.
  public var position: Int
  /// Where it stands, with the colon.
  public var range: SourceRange

  /// Makes a placeholder.
  public init(name: String, position: Int, range: SourceRange) {
    self.name = name
    self.position = position
    self.range = range
  }
}

/// Operators with one operand.
public enum UnaryOperator: String, Sendable, Hashable {
  case plus = "+"
  case minus = "-"
  case not = "NOT"
  case prior = "PRIOR"
  case root = "CONNECT_BY_ROOT"
}

/// Operators with two operands; the raw value is the canonical spelling (`^=`, `~=` and `!=` read as `<>`).
public enum BinaryOperator: String, Sendable, Hashable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether the result is a truth value.
  public var isComparison: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide: false
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    }
  }
}

/// ANY (or SOME) and ALL.
public enum Quantifier: String, Sendable, Hashable {
  case any = "ANY"
  case all = "ALL"
}

/// What stands in the parentheses of IN, ANY, ALL.
public enum MembershipSet: Sendable {
  /// A list of expressions, or of rows.
  case list([Expression])
  /// A query.
  indirect case query(Query)
}

/// What `IS` asks.
public enum ValueTest: Sendable, Hashable {
  /// `IS NULL`
  case null
  /// `IS NAN`
  case nan
  /// `IS INFINITE`
  case infinite
  /// `IS JSON`, with `STRICT` and `WITH UNIQUE KEYS` noted.
  case json(isStrict: Bool, uniqueKeys: Bool)
}

/// LIKE and its relatives.
public enum LikeForm: String, Sendable, Hashable {
  case like = "LIKE"
  case likeC = "LIKEC"
  case like2 = "LIKE2"
  case like4 = "LIKE4"
}

/// Which side TRIM works on.
public enum TrimSide: String, Sendable, Hashable {
  case leading = "LEADING"
  case trailing = "TRAILING"
  case both = "BOTH"
}

/// `CASE [operand] WHEN ... THEN ... [ELSE ...] END`.
public struct CaseExpression: Sendable {
  /// The compared operand of the simple form; nil in the searched form.
  public var operand: Expression?
  /// At least one branch.
  public var branches: [Branch]
  /// The value when no branch holds; nil is NULL.
  public var otherwise: Expression?

  /// One `WHEN condition THEN value`.
  public struct Branch: Sendable {
    /// A value to compare with the operand, or a condition.
    public var condition: Expression
    /// The result.
    public var value: Expression

    /// Makes a branch.
    public init(condition: Expression, value: Expression) {
      self.condition = condition
      self.value = value
    }
  }

  /// Makes a CASE.
  public init(operand: Expression?, branches: [Branch], otherwise: Expression?) {
    self.operand = operand
    self.branches = branches
    self.otherwise = otherwise
  }
}

/// A call such as `NVL(a, b)`, `COUNT(*)`, `COUNT(DISTINCT x)`, `DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER`.
///
/// A package function without parentheses looks like a column and is parsed as one.
public struct FunctionCall: Sendable {
  /// One to three parts: function, package.function, schema.package.function.
  public var path: [Identifier]
  /// The arguments; empty for `f()` and `COUNT(*)`.
  public var arguments: [Argument]
  /// `COUNT(*)`.
  public var isStar: Bool
  /// `COUNT(DISTINCT x)`; UNIQUE reads the same.
  public var isDistinct: Bool
  /// `WITHIN GROUP (ORDER BY ...)`, as LISTAGG has it; empty when absent.
  public var withinGroup: [OrderItem]
  /// `ON OVERFLOW ...` of LISTAGG.
  public var overflow: ListOverflow?
  /// `IGNORE NULLS` or `RESPECT NULLS`.
  public var nulls: NullTreatment?
  /// `FROM LAST` of NTH_VALUE.
  public var isFromLast = false
  /// `KEEP (DENSE_RANK ...)`.
  public var keep: RankFilter?
  /// The clauses of JSON_OBJECT, JSON_ARRAY and their aggregates; their ORDER BY is in `withinGroup`.
  public var json: JSONMaking?
  /// What a function between vectors or XML and their text has beside its arguments.
  public var clauses: CallClauses?
  /// `DEFAULT value ON CONVERSION ERROR` behind the value.
  public var conversionDefault: Expression?
  /// `OVER (...)`, which makes it a window function.
  public var over: WindowSpecification?

  /// One argument, by position or by name.
  public struct Argument: Sendable {
    /// The name in `name => value`.
    public var name: Identifier?
    /// The index in `1 => value` of a collection's constructor, in PL/SQL.
    public var index: Expression?
    /// The value.
    public var value: Expression

    /// Makes an argument.
    public init(name: Identifier? = nil, value: Expression) {
      self.name = name
      self.value = value
    }
  }

  /// Makes a call.
  public init(
    path: [Identifier], arguments: [Argument], isStar: Bool = false, isDistinct: Bool = false,
    withinGroup: [OrderItem] = []
  ) {
    self.path = path
    self.arguments = arguments
    self.isStar = isStar
    self.isDistinct = isDistinct
    self.withinGroup = withinGroup
  }
}

/// Clauses of functions whose arguments are no mere list of values.
public enum CallClauses: Sendable {
  /// `RETURNING type` of FROM_VECTOR; nil when it isn't written.
  case returning(DataType?)
  /// DOCUMENT or CONTENT before XMLSERIALIZE's value, and `AS type` behind it.
  case xml(isDocument: Bool, type: DataType?)
  /// The dimensions and the format behind TO_VECTOR's value; nil for `*` and where nothing is written.
  case vector(dimensions: Int?, format: DataType.VectorFormat?)
}
