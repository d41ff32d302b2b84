import Model
import OracleSQL

extension ProgramTranslator {
  /// One statement.
  mutating func statement(_ statement: ProgramStatement, into text: inout ProgramText) throws(ConversionRefusal) {
    place = statement.range
    switch statement.kind {
    case .null: text.add("NULL;")
    case .assignment(let target, let value): try assign(value, to: target, into: &text)
    case .call(let call): try self.call(call, into: &text)
    case .ifThen(let branches, let otherwise): try ifThen(branches, otherwise, into: &text)
    case .caseOf(let operand, let branches, let otherwise): try caseOf(operand, branches, otherwise, into: &text)
    case .loop(let loop): try self.loop(loop, labels: statement.labels, into: &text)
    case .exit(let label, let condition): try leaveLoop("EXIT", label, condition, into: &text)
    case .continueLoop(let label, let condition): try leaveLoop("CONTINUE", label, condition, into: &text)
    case .raise(let exception): try raise(exception, into: &text)
    case .returnValue(let value): try returnValue(value, into: &text)
    case .sql(let kind): try sql(kind, into: &text)
    case .block(var block):
      if block.labels.isEmpty { block.labels = statement.labels }
      try self.block(block, into: &text)
    case .open(let cursor): try open(cursor, into: &text)
    case .fetch(let fetch): try self.fetch(fetch, into: &text)
    case .close(let cursor): try close(cursor, into: &text)
    case .goto: throw ConversionRefusal("GOTO has no counterpart")
    case .forAll: throw ConversionRefusal("FORALL is not converted")
    case .executeImmediate: throw ConversionRefusal("dynamic SQL (EXECUTE IMMEDIATE) is not converted")
    case .pipeRow: throw ConversionRefusal("PIPE ROW is not converted")
    case .pragma(let pragma): throw ConversionRefusal("PRAGMA \(pragma.name) among statements")
    }
  }

  /// A condition of the program, as against one of a query.
  mutating func condition(_ expression: Expression) throws(ConversionRefusal) -> String {
    let result = try evaluated { (translator: inout ExpressionTranslator) throws(ConversionRefusal) in
      try translator.condition(expression)
    }
    return result.sql
  }

  /// A value of the program.
  mutating func value(_ expression: Expression) throws(ConversionRefusal) -> TranslatedExpression {
    try evaluated { (translator: inout ExpressionTranslator) throws(ConversionRefusal) in
      try translator.translate(expression)
    }
  }

  /// Runs a translation, and notes what it does.
  mutating func evaluated<Result>(
    _ body: (inout ExpressionTranslator) throws(ConversionRefusal) -> Result
  ) throws(ConversionRefusal) -> Result {
    expressions.sequenceUses = []
    expressions.calledFunctions = []
    let result = try body(&expressions)
    if !expressions.sequenceUses.isEmpty || !expressions.calledFunctions.isEmpty { usesObjects = true }
    if Set(expressions.sequenceUses).count < expressions.sequenceUses.count {
      throw ConversionRefusal("a sequence stands twice in one statement, where Oracle counts it up once")
    }
    if expressions.calledFunctions.isDisjoint(with: functionEffects.changing) { noteFailing() } else { noteChange() }
    if !expressions.calledFunctions.isDisjoint(with: functionEffects.seeking) { mayFindNothing = true }
    return result
  }

  // MARK: Assignment

  private mutating func assign(
    _ value: Expression, to target: Expression, into text: inout ProgramText
  ) throws(ConversionRefusal) {
    let target = try self.target(target)
    let value = try self.value(value)
    text.add("\(target.sql) := \(try expressions.assigned(value, to: target).sql);")
  }

  /// What takes a value: a variable, a field of a record, or a column of the new row.
  mutating func target(_ expression: Expression) throws(ConversionRefusal) -> AssignmentTarget {
    if let (row, column) = expression.triggerColumn { return try rowTarget(row, column.name) }
    guard case .column(let reference) = Self.flattened(expression).kind else {
      throw ConversionRefusal("a value is assigned to something that is no variable")
    }
    let name = reference.column.name
    for scope in expressions.scopes.reversed() {
      guard let (column, _) = try scope.column(reference) else { continue }
      guard let target = AssignmentTarget(column) else { throw ConversionRefusal("\(name) takes no values") }
      return target
    }
    throw ConversionRefusal("\(name) is no variable of this program")
  }

  /// `record.field`, which the parser reads as a member where it stands on the left side.
  private static func flattened(_ expression: Expression) -> Expression {
    guard case .extended(.member(let base, let name)) = expression.kind, case .column(let record) = base.kind,
      record.table == nil
    else { return expression }
    return Expression(
      kind: .column(ColumnReference(table: record.column, column: name)), range: expression.range)
  }

  private mutating func rowTarget(_ row: String, _ name: String) throws(ConversionRefusal) -> AssignmentTarget {
    guard let source = expressions.scopes.first?.sources.first(where: { $0.isTriggerRow && $0.oracleName == row }),
      let column = source.columns.first(where: { $0.oracleName == name })
    else { throw ConversionRefusal(":\(row).\(name) is no column that is carried over") }
    guard source.alias == "new", let target = AssignmentTarget(column) else {
      throw ConversionRefusal(":\(row).\(name) can't be assigned in this trigger")
    }
    assignedColumns.insert(name)
    return target
  }

  // MARK: Choices

  private mutating func ifThen(
    _ branches: [ProgramStatement.Branch], _ otherwise: [ProgramStatement]?, into text: inout ProgramText
  ) throws(ConversionRefusal) {
    var word = "IF"
    let before = effects
    var after = effects
    for branch in branches {
      guard branch.conditions.count == 1 else { throw ConversionRefusal("a branch of several conditions") }
      effects = before
      text.add("\(word) \(try condition(branch.conditions[0])) THEN")
      try self.branch(effects, &after) { (program: inout Self) throws(ConversionRefusal) in
        try program.nested(branch.statements, into: &text)
      }
      word = "ELSIF"
    }
    if let otherwise {
      text.add("ELSE")
      try branch(before, &after) { (program: inout Self) throws(ConversionRefusal) in
        try program.nested(otherwise, into: &text)
      }
    }
    text.add("END IF;")
    effects = after
  }

  /// CASE as a chain of conditions; without ELSE both databases raise CASE_NOT_FOUND where none holds.
  private mutating func caseOf(
    _ operand: Expression?, _ branches: [ProgramStatement.Branch], _ otherwise: [ProgramStatement]?,
    into text: inout ProgramText
  ) throws(ConversionRefusal) {
    var subject: TranslatedExpression?
    if let operand {
      subject = try value(operand)
      guard expressions.sequenceUses.isEmpty, expressions.calledFunctions.isEmpty else {
        throw ConversionRefusal("CASE of a value that is computed by a sequence or a function of the schema")
      }
    }
    let before = effects
    var after = effects
    text.add("CASE")
    for branch in branches {
      var tests: [String] = []
      for condition in branch.conditions {
        guard let subject else {
          tests.append(try self.condition(condition))
          continue
        }
        let value = try self.value(condition)
        tests.append(try expressions.comparison(.equal, subject, value).sql)
      }
      text.add("WHEN \(tests.count == 1 ? tests[0] : tests.map { "(\($0))" }.joined(separator: " OR ")) THEN")
      try self.branch(before, &after) { (program: inout Self) throws(ConversionRefusal) in
        try program.nested(branch.statements, into: &text)
      }
    }
    if let otherwise {
      text.add("ELSE")
      try branch(before, &after) { (program: inout Self) throws(ConversionRefusal) in
        try program.nested(otherwise, into: &text)
      }
    }
    text.add("END CASE;")
    effects = after
  }

  /// Statements, indented.
  mutating func nested(
    _ statements: [ProgramStatement], into text: inout ProgramText
  ) throws(ConversionRefusal) {
    try text.nested { (text: inout ProgramText) throws(ConversionRefusal) in
      try self.statements(statements, into: &text)
    }
  }

  private mutating func returnValue(_ value: Expression?, into text: inout ProgramText) throws(ConversionRefusal) {
    switch (frame, value) {
    case (.trigger(let leave), nil): for line in leave { text.add(line) }
    case (.procedure, nil): text.add("RETURN;")
    case (.function(let type), let value?):
      let result = try self.value(value)
      let target = AssignmentTarget(sql: "", oracleType: type.oracle, postgresType: type.postgres)
      text.add("RETURN \(try expressions.assigned(result, to: target).sql);")
    default: throw ConversionRefusal("RETURN in this place")
    }
  }

  // MARK: Procedures

  /// A call of a procedure: of the schema's own, or one of Oracle's that has a counterpart.
  private mutating func call(_ expression: Expression, into text: inout ProgramText) throws(ConversionRefusal) {
    var path: [String] = []
    var written: [FunctionCall.Argument] = []
    switch expression.kind {
    case .call(let call): (path, written) = (call.path.map(\.name), call.arguments)
    case .column(let name): path = [name.schema, name.table, name.column].compactMap { $0?.name }
    default: throw ConversionRefusal("a call of a method")
    }
    let name = path.joined(separator: ".")
    if let procedure = catalogue.procedure(path: path) {
      try self.call(procedure, try ExpressionTranslator.ordered(written, for: procedure.parameters), into: &text)
      return
    }
    let arguments = written.filter { $0.name == nil }.map(\.value)
    guard arguments.count == written.count else {
      throw ConversionRefusal("the procedure \(name) with named arguments is not converted")
    }
    switch (name, arguments.count) {
    case ("RAISE_APPLICATION_ERROR", 2...3): try raiseApplicationError(arguments, into: &text)
    case ("DBMS_OUTPUT.PUT_LINE", 1):
      let message = try value(arguments[0])
      let line = try expressions.asText(message)
      text.add("RAISE NOTICE USING MESSAGE = \(line.isNullable ? "COALESCE(\(line.sql), '')" : line.sql);")
    default: throw ConversionRefusal("the procedure \(name) is not converted")
    }
  }

  /// A call of the schema's own procedure; what it writes goes through variables of just its parameters' types.
  private mutating func call(
    _ procedure: QueryCatalogue.Procedure, _ arguments: [Expression], into text: inout ProgramText
  ) throws(ConversionRefusal) {
    var values: [String] = []
    var copies: [String] = []
    for (argument, parameter) in zip(arguments, procedure.parameters) {
      let taken = try evaluated { (translator: inout ExpressionTranslator) throws(ConversionRefusal) in
        try translator.arguments([argument], for: [parameter])[0]
      }
      guard parameter.isWritten else {
        values.append(taken)
        continue
      }
      let target = try target(argument)
      let variable = hiddenVariable("argument", parameter.type.sql)
      text.add("\(variable) := \(taken);")
      values.append(variable)
      let given = ExpressionTranslator.column(variable, parameter.oracleType, parameter.type, isNullable: true)
      copies.append("\(target.sql) := \(try expressions.assigned(given, to: target).sql);")
    }
    _ = try evaluated { (translator: inout ExpressionTranslator) in translator.calledFunctions.insert(procedure.name) }
    text.add("CALL \(procedure.name.quoted)(\(values.joined(separator: ", ")));")
    if !copies.isEmpty { noteFailing() }
    for copy in copies { text.add(copy) }
  }
}
