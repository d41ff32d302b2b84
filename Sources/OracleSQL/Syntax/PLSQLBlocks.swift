/// `[DECLARE ...] BEGIN ... [EXCEPTION ...] END`.
public struct Block: Sendable {
  /// `<<label>>`s before it.
  public var labels: [Identifier] = []
  /// Variables, types, cursors, subprograms.
  public var declarations: [Declaration] = []
  /// In order; at least one.
  public var statements: [ProgramStatement] = []
  /// EXCEPTION.
  public var handlers: [ExceptionHandler] = []
  /// The name behind END.
  public var endName: Identifier?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a block without handlers.
  public init(declarations: [Declaration] = [], statements: [ProgramStatement] = [], range: SourceRange) {
    self.declarations = declarations
    self.statements = statements
    self.range = range
  }
}

/// `WHEN exception OR exception THEN ...`.
public struct ExceptionHandler: Sendable {
  /// The exceptions; empty for OTHERS.
  public var exceptions: [ObjectName]
  /// In order.
  public var statements: [ProgramStatement]
  /// Where it stands.
  public var range: SourceRange

  /// WHEN OTHERS.
  public var isOthers: Bool { exceptions.isEmpty }
}

/// One declaration.
public struct Declaration: Sendable {
  /// What it declares.
  public var kind: Kind
  /// Where it stands, without `;`.
  public var range: SourceRange

  /// What can be declared.
  public enum Kind: Sendable {
    /// `name [CONSTANT] type [NOT NULL] [:= value]`
    indirect case variable(VariableDeclaration)
    /// `name EXCEPTION`
    case exception(Identifier)
    indirect case cursor(CursorDeclaration)
    indirect case type(TypeDeclaration)
    /// `PRAGMA name(arguments)`
    indirect case pragma(Pragma)
    indirect case subprogram(SubprogramDefinition)
  }
}

/// `name [CONSTANT] type [NOT NULL] [:= value]`.
public struct VariableDeclaration: Sendable {
  /// The name.
  public var name: Identifier
  /// CONSTANT.
  public var isConstant: Bool
  /// The type, with its NOT NULL.
  public var type: ProgramType
  /// := or DEFAULT.
  public var value: Expression?
}

/// `CURSOR name [(parameters)] [RETURN type] [IS query]`.
public struct CursorDeclaration: Sendable {
  /// The name.
  public var name: Identifier
  /// In order.
  public var parameters: [SubprogramDefinition.Parameter] = []
  /// RETURN.
  public var returnType: ProgramType?
  /// The query; nil in a package's specification that hides it.
  public var query: Query?
}

/// `TYPE name IS ...` or `SUBTYPE name IS type`.
public struct TypeDeclaration: Sendable {
  /// The name.
  public var name: Identifier
  /// What it is.
  public var kind: Kind

  /// Kinds of types.
  public enum Kind: Sendable {
    case record([RecordField])
    indirect case collection(CollectionType)
    /// REF CURSOR [RETURN type]
    case refCursor(ProgramType?)
    case subtype(ProgramType)
  }
}

/// `PRAGMA name [(arguments)]`.
public struct Pragma: Sendable {
  /// The name, upper case: AUTONOMOUS_TRANSACTION, EXCEPTION_INIT, ...
  public var name: String
  /// The arguments.
  public var arguments: [FunctionCall.Argument]
  /// Where it stands.
  public var range: SourceRange
}

/// One statement of PL/SQL.
public struct ProgramStatement: Sendable {
  /// `<<label>>`s before it.
  public var labels: [Identifier] = []
  /// What it does.
  public var kind: Kind
  /// Where it stands, labels included, without `;`.
  public var range: SourceRange

  /// Makes a statement.
  public init(labels: [Identifier] = [], kind: Kind, range: SourceRange) {
    self.labels = labels
    self.kind = kind
    self.range = range
  }

  /// What a statement does.
  public enum Kind: Sendable {
    case null
    /// `target := value`
    indirect case assignment(target: Expression, value: Expression)
    /// A call of a procedure, or of a collection's method, with or without parentheses.
    indirect case call(Expression)
    indirect case ifThen([Branch], otherwise: [ProgramStatement]?)
    indirect case caseOf(Expression?, [Branch], otherwise: [ProgramStatement]?)
    indirect case loop(Loop)
    /// EXIT [label] [WHEN condition]
    indirect case exit(label: Identifier?, condition: Expression?)
    /// CONTINUE [label] [WHEN condition]
    indirect case continueLoop(label: Identifier?, condition: Expression?)
    case goto(Identifier)
    /// RAISE [exception]
    case raise(ObjectName?)
    /// RETURN [value]
    indirect case returnValue(Expression?)
    /// A statement of SQL: a query has its INTO.
    indirect case sql(Statement.Kind)
    indirect case forAll(ForAll)
    indirect case executeImmediate(ExecuteImmediate)
    indirect case open(OpenCursor)
    indirect case fetch(FetchCursor)
    indirect case close(Expression)
    /// PIPE ROW (value)
    indirect case pipeRow(Expression)
    indirect case block(Block)
    /// PRAGMA among statements.
    indirect case pragma(Pragma)
  }

  /// `WHEN condition THEN ...`, `IF condition THEN ...`.
  public struct Branch: Sendable {
    /// The condition, or a value to compare with CASE's; several in 23ai's `WHEN a, b THEN`.
    public var conditions: [Expression]
    /// In order.
    public var statements: [ProgramStatement]
  }
}

/// `[FOR ... | WHILE ...] LOOP ... END LOOP`.
public struct Loop: Sendable {
  /// What drives it.
  public var control: Control
  /// In order.
  public var statements: [ProgramStatement]
  /// The label behind END LOOP.
  public var endLabel: Identifier?

  /// What drives a loop.
  public enum Control: Sendable {
    /// LOOP
    case forever
    /// WHILE condition
    case condition(Expression)
    /// FOR i IN [REVERSE] low .. high; the type of 21c's `i PLS_INTEGER`.
    case range(Identifier, ProgramType?, isReverse: Bool, low: Expression, high: Expression)
    /// FOR r IN (query)
    case query(Identifier, Query)
    /// FOR r IN cursor(arguments)
    case cursor(Identifier, Expression)
    /// 21c's other iterations, kept as text.
    case iteration(Identifier, PhysicalClause)
  }
}

/// `FORALL i IN bounds [SAVE EXCEPTIONS] statement`.
public struct ForAll: Sendable {
  /// The index.
  public var index: Identifier
  /// Over what it runs.
  public var bounds: Bounds
  /// SAVE EXCEPTIONS.
  public var savesExceptions: Bool
  /// INSERT, UPDATE, DELETE, MERGE or EXECUTE IMMEDIATE.
  public var statement: ProgramStatement

  /// Over what a FORALL runs.
  public enum Bounds: Sendable {
    /// low .. high
    case range(low: Expression, high: Expression)
    /// INDICES OF collection [BETWEEN low AND high]
    case indices(Expression, low: Expression?, high: Expression?)
    /// VALUES OF collection
    case values(Expression)
  }
}

/// `EXECUTE IMMEDIATE text [INTO ...] [USING ...] [RETURNING INTO ...]`.
public struct ExecuteImmediate: Sendable {
  /// The statement's text.
  public var text: Expression
  /// INTO or BULK COLLECT INTO.
  public var into: IntoClause?
  /// USING.
  public var arguments: [DynamicArgument] = []
  /// RETURNING INTO.
  public var returning: IntoClause?
}

/// A value of USING, with its direction.
public struct DynamicArgument: Sendable {
  /// IN, OUT or IN OUT.
  public var mode: SubprogramDefinition.Parameter.Mode
  /// The value or variable.
  public var value: Expression
}

/// `INTO targets` or `BULK COLLECT INTO targets`.
public struct IntoClause: Sendable {
  /// BULK COLLECT.
  public var isBulkCollect: Bool
  /// Variables, records, fields, collections, binds.
  public var targets: [Expression]
}

/// `OPEN cursor [(arguments)]` or `OPEN cursor FOR query | text [USING ...]`.
public struct OpenCursor: Sendable {
  /// The cursor, its arguments as those of a call.
  public var cursor: Expression
  /// FOR.
  public var source: Source?
  /// USING.
  public var arguments: [DynamicArgument] = []

  /// What OPEN FOR opens.
  public enum Source: Sendable {
    indirect case query(Query)
    indirect case text(Expression)
  }
}

/// `FETCH cursor INTO ... [LIMIT n]`.
public struct FetchCursor: Sendable {
  /// The cursor.
  public var cursor: Expression
  /// INTO or BULK COLLECT INTO.
  public var into: IntoClause
  /// LIMIT.
  public var limit: Expression?
}
