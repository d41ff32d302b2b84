import Model
import OracleSQL

/// What functions and procedures of the schema do to those that call them.
struct FunctionEffects {
  /// Those that change rows.
  var changing: Set<QualifiedName> = []
  /// Those of which NO_DATA_FOUND can come.
  var seeking: Set<QualifiedName> = []
}

/// Turns PL/SQL into PL/pgSQL with the same meaning, or refuses.
///
/// Expressions and queries are those of `ExpressionTranslator`, with the program's variables in its outermost scopes.
/// Each variable is written behind the label of its block: no column of a query is taken for it, nor it for one.
struct ProgramTranslator {
  /// What a program is, which decides about RETURN.
  enum Frame {
    /// A trigger; the statements that leave it.
    case trigger(leave: [String])
    case function(ProgramVariableType)
    case procedure
  }

  var expressions: ExpressionTranslator
  let catalogue: QueryCatalogue
  /// The tables among the catalogue's relations: what PostgreSQL can change.
  let tables: Set<QualifiedName>
  let functionEffects: FunctionEffects
  let frame: Frame
  /// Labels, each once in a program: no variable inside has the name of one, which PostgreSQL would take it for.
  private(set) var labels: Set<String> = [Self.label]
  /// Names of variables by the label of their block.
  var variables: [String: NamePool] = [:]
  /// What tells this program's own exceptions from those of others.
  var identity = ""
  /// Declarations that Oracle has none of: records of loops, clocks.
  var hiddenDeclarations: [String] = []
  /// Where the statement stands that is being translated.
  var place: SourceRange
  /// The variable that holds when the present statement began.
  var clock: String?
  /// PostgreSQL's labels of loops, by Oracle's, innermost last.
  var loops: [(oracle: String?, label: String)] = []
  /// PostgreSQL's SQLSTATEs of the exceptions that are declared.
  var exceptions: [String: String] = [:]
  var cursors: [String: Cursor] = [:]
  /// What the blocks with handlers have done, outermost first.
  var effects: [BlockEffects] = []
  /// Whether any statement is SQL, whose names PostgreSQL must not take for variables.
  var hasSQL = false
  /// Whether sequences or the schema's functions are used: what needs privileges, which a program has from its owner.
  var usesObjects = false
  /// Whether NO_DATA_FOUND can come of it.
  var mayFindNothing = false
  /// Columns of the new row that are assigned, by Oracle name.
  var assignedColumns: Set<String> = []
  /// Whether any statement changes rows.
  var changesRows = false
  private var depth = 0

  /// The label of the outermost block.
  static let label = "program"
  static let maximumDepth = 100

  private static let reservedNames: Set<String> = [
    "new", "old", "found", "sqlstate", "sqlerrm", "tg_op", "tg_name", "tg_when", "tg_level", "tg_relid",
    "tg_relname", "tg_table_name", "tg_table_schema", "tg_nargs", "tg_argv", "tg_event", "tg_tag",
  ]

  init(
    catalogue: QueryCatalogue, tables: Set<QualifiedName>, functionEffects: FunctionEffects = FunctionEffects(),
    frame: Frame,
    context: ProgramContext = ProgramContext(), range: SourceRange
  ) {
    self.catalogue = catalogue
    self.tables = tables
    self.functionEffects = functionEffects
    self.frame = frame
    place = range
    var expressionContext = ExpressionContext(catalogue)
    expressionContext.program = context
    expressions = ExpressionTranslator(context: expressionContext)
  }

  /// The rights that the function runs with: Oracle's programs have those of their owner.
  ///
  /// Such a function must not find its operators where a caller put others, so its search_path is set.
  var rights: String { hasSQL || usesObjects ? " SECURITY DEFINER SET search_path = pg_catalog, pg_temp" : "" }

  /// What makes a program; where it has its owner's rights, nobody else may call it, or put it on a trigger of his own.
  ///
  /// PostgreSQL lets everybody execute a new function. Triggers that stand fire without that right.
  static func making(_ sql: String, _ kind: TargetObject.Kind, _ name: QualifiedName, rights: String) -> String {
    guard !rights.isEmpty else { return sql }
    return sql + ";\nREVOKE ALL ON \(kind.rawValue.uppercased()) \(name.quoted) FROM PUBLIC"
  }

  /// Enters a level of blocks and statements, which are limited.
  mutating func enter() throws(ConversionRefusal) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw ConversionRefusal("statements are nested too deeply") }
  }

  mutating func leave() { depth -= 1 }

  /// The whole program: the block between declarations that Oracle has none of and the statements that end it.
  ///
  /// - Parameters:
  ///   - condition: a trigger's WHEN where PostgreSQL can't have it there.
  ///   - beginning: what runs before the block.
  ///   - ending: what follows the block.
  mutating func program(
    _ block: Block, onlyIf condition: String? = nil, beginning: [String] = [], ending: [String]
  ) throws(ConversionRefusal) -> ProgramText {
    if usesRowCount(block) {
      let rows = hiddenVariable("rows", "bigint")
      expressions.context.program?.rowCount = rows
    }
    var inner = ProgramText()
    var declared = ProgramText()
    if condition == nil, block.handlers.isEmpty {
      expressions.scopes.append(QueryScope())
      try declarations(block, label: Self.label, into: &declared)
      try statements(block.statements, into: &inner)
    } else if let condition {
      inner.add("IF \(condition) THEN")
      try inner.nested { (text: inout ProgramText) throws(ConversionRefusal) in try self.block(block, into: &text) }
      inner.add("END IF;")
    } else {
      try self.block(block, into: &inner)
    }
    if inner.lines.contains(where: { $0.contains("SQLERRM") }) {
      expressions.remarks.append("SQLERRM is PostgreSQL's text of the error, without ORA- in front")
    }
    var text = ProgramText()
    if hasSQL { text.add("#variable_conflict use_column") }
    if !hiddenDeclarations.isEmpty || !declared.lines.isEmpty {
      text.add("<<\(PostgresIdentifier.quoted(Self.label))>>")
      text.add("DECLARE")
      text.nested { text in
        for line in hiddenDeclarations { text.add(line) }
        text.add(declared)
      }
    }
    text.add("BEGIN")
    text.nested { text in
      for line in beginning { text.add(line) }
      text.add(inner)
      for line in ending { text.add(line) }
    }
    text.add("END")
    return text
  }

  /// A label of the program's own or, where it is taken, one with a number.
  mutating func takeLabel(_ wanted: String) -> String {
    let label = ExpressionTranslator.free(wanted, labels)
    labels.insert(label)
    return label
  }

  /// The name of a variable in the block of that label.
  mutating func variableName(_ wanted: String, in label: String) -> String {
    let reserved = Self.reservedNames.union(labels)
    return variables[label, default: NamePool(reserved: reserved)].take(wanted, for: "variable of \(label)")
  }

  /// A variable of the outermost block that Oracle has none of; how it is written.
  mutating func hiddenVariable(_ wanted: String, _ type: String) -> String {
    let name = PostgresIdentifier.quoted(variableName(wanted, in: Self.label))
    hiddenDeclarations.append("\(name) \(type);")
    return PostgresIdentifier.quoted(Self.label) + "." + name
  }

  /// A block with its declarations and handlers.
  mutating func block(_ block: Block, into text: inout ProgramText) throws(ConversionRefusal) {
    try enter()
    defer { leave() }
    let wanted = block.labels.first.map { PostgresIdentifier.folded(oracleName: $0.name) } ?? "block"
    let label = takeLabel(wanted)
    expressions.scopes.append(QueryScope())
    let (outerExceptions, outerCursors) = (exceptions, cursors)
    defer {
      expressions.scopes.removeLast()
      exceptions = outerExceptions
      cursors = outerCursors
    }
    var declared = ProgramText()
    try declarations(block, label: label, into: &declared)
    text.add("<<\(PostgresIdentifier.quoted(label))>>")
    if !declared.lines.isEmpty {
      text.add("DECLARE")
      text.nested { $0.add(declared) }
    }
    text.add("BEGIN")
    if !block.handlers.isEmpty { effects.append(BlockEffects()) }
    try text.nested { (text: inout ProgramText) throws(ConversionRefusal) in
      try statements(block.statements, into: &text)
    }
    if !block.handlers.isEmpty { try handlers(block, into: &text) }
    text.add("END;")
  }

  /// Statements in their order.
  mutating func statements(
    _ statements: [ProgramStatement], into text: inout ProgramText
  ) throws(ConversionRefusal) {
    try enter()
    defer { leave() }
    for statement in statements { try self.statement(statement, into: &text) }
    if statements.isEmpty { text.add("NULL;") }
  }

  /// Whether SQL%ROWCOUNT and its kin are asked for.
  private func usesRowCount(_ block: Block) -> Bool {
    var finder = RowCountFinder()
    finder.visit(block)
    return finder.isFound
  }
}
