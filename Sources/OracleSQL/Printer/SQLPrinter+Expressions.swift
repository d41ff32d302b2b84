extension SQLPrinter {
  /// Writes an expression where at least the given precedence is wanted.
  mutating func write(_ expression: Expression, in context: Precedence) {
    let needsParentheses = expression.precedence < context
    if needsParentheses { write("(") }
    writeBare(expression)
    if needsParentheses { write(")") }
  }

  private mutating func writeBare(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): write(literal)
    case .column(let reference): write(reference)
    case .niladic(let function, let precision):
      write(function.rawValue)
      if let precision { write("(\(precision))") }
    case .rowPseudoColumn(let column, let table):
      if let table {
        write(table)
        write(".")
      }
      write(column.rawValue)
    case .sequence(let name, let value):
      write(name)
      write("." + value.rawValue)
    case .bind(let bind): write(bind)
    case .unary, .binary, .concatenation, .and, .or: writeOperator(expression)
    case .quantified, .test, .between, .like, .membership, .exists: writePredicate(expression)
    case .row(let elements): writeParenthesized(elements)
    case .subquery(let query): writeParenthesized(query)
    case .cursor(let query):
      write("CURSOR")
      writeParenthesized(query)
    case .caseOf(let expression): write(expression)
    case .json(let call): write(call)
    case .extended(let extended): write(extended)
    case .cast, .extract, .trim, .atTimeZone, .call: writeCall(expression)
    }
  }

  // MARK: Operators

  private mutating func writeOperator(_ expression: Expression) {
    switch expression.kind {
    case .unary(let unary, let operand):
      write(unary.rawValue)
      switch unary {
      case .not:
        write(" ")
        write(operand, in: .not)
      case .prior, .root:
        write(" ")
        write(operand, in: .sign)
      case .minus, .plus:
        // Two signs in a row would start a comment.
        if case .unary = operand.kind { write(" ") }
        write(operand, in: .sign)
      }
    case .binary(let binary, let left, let right):
      let level = expression.precedence
      write(left, in: level == .comparison ? .additive : level)
      write(" " + binary.rawValue + " ")
      write(right, in: level.tighter)
    case .concatenation(let operands): writeChain(operands, " || ", .additive, .multiplicative)
    case .and(let operands): writeChain(operands, " AND ", .not, .not)
    case .or(let operands): writeChain(operands, " OR ", .and, .and)
    default: break
    }
  }

  private mutating func writeChain(_ operands: [Expression], _ joint: String, _ first: Precedence, _ rest: Precedence) {
    for (index, operand) in operands.enumerated() {
      if index > 0 { write(joint) }
      var context = index == 0 ? first : rest
      if index == 0, case .concatenation = operand.kind { context = .primary }
      write(operand, in: context)
    }
  }

  private mutating func writePredicate(_ expression: Expression) {
    switch expression.kind {
    case .quantified(let binary, let left, let quantifier, let set):
      write(left, in: .additive)
      write(" " + binary.rawValue + " " + quantifier.rawValue + " ")
      write(set)
    case .test(let operand, let test, let negated):
      write(operand, in: .additive)
      write(negated ? " IS NOT " : " IS ")
      write(test)
    case .between(let operand, let low, let high, let negated):
      write(operand, in: .additive)
      write(negated ? " NOT BETWEEN " : " BETWEEN ")
      write(low, in: .additive)
      write(" AND ")
      write(high, in: .additive)
    case .like(let operand, let pattern, let escape, let form, let negated):
      write(operand, in: .additive)
      write((negated ? " NOT " : " ") + form.rawValue + " ")
      write(pattern, in: .additive)
      if let escape {
        write(" ESCAPE ")
        write(escape, in: .additive)
      }
    case .membership(let operand, let set, let negated):
      write(operand, in: .additive)
      write(negated ? " NOT IN " : " IN ")
      write(set)
    case .exists(let query):
      write("EXISTS ")
      writeParenthesized(query)
    default: break
    }
  }

  private mutating func write(_ set: MembershipSet) {
    switch set {
    case .list(let elements): writeParenthesized(elements)
    case .query(let query): writeParenthesized(query)
    }
  }

  private mutating func write(_ test: ValueTest) {
    switch test {
    case .null: write("NULL")
    case .nan: write("NAN")
    case .infinite: write("INFINITE")
    case .json(let isStrict, let uniqueKeys):
      write("JSON")
      if isStrict { write(" STRICT") }
      if uniqueKeys { write(" WITH UNIQUE KEYS") }
    }
  }

  private mutating func writeParenthesized(_ elements: [Expression]) {
    write("(")
    writeList(elements) { $0.write($1, in: .or) }
    write(")")
  }

  private mutating func writeParenthesized(_ query: Query) {
    write("(")
    write(query)
    write(")")
  }

  // MARK: Names

  mutating func write(_ reference: ColumnReference) {
    for qualifier in [reference.schema, reference.table] {
      guard let qualifier else { continue }
      write(qualifier)
      write(".")
    }
    write(reference.column)
    if reference.isOuterJoined { write("(+)") }
  }

  private mutating func write(_ bind: BindVariable) {
    let isPlain = bind.name == bind.name.uppercased() && bind.name.utf8.allSatisfy(LexicalClass.isWordByte)
    write(isPlain ? ":" + bind.name : ":\"" + bind.name + "\"")
  }

  // MARK: Literals

  private mutating func write(_ literal: Literal) {
    switch literal {
    case .null: write("NULL")
    case .string(let value, let isNational):
      if isNational { write("N") }
      write(string: value)
    case .number(let digits, let kind):
      write(digits)
      if kind == .binaryFloat { write("f") }
      if kind == .binaryDouble { write("d") }
    case .date(let value):
      write("DATE ")
      write(string: value)
    case .timestamp(let value):
      write("TIMESTAMP ")
      write(string: value)
    case .interval(let interval): write(interval)
    }
  }

  private mutating func write(_ interval: IntervalLiteral) {
    write("INTERVAL ")
    write(string: interval.text)
    write(" " + interval.leading.rawValue)
    if let precision = interval.leadingPrecision {
      let fraction = interval.trailing == nil ? interval.fractionalPrecision : nil
      write(fraction.map { "(\(precision), \($0))" } ?? "(\(precision))")
    }
    guard let trailing = interval.trailing else { return }
    write(" TO " + trailing.rawValue)
    if let precision = interval.fractionalPrecision { write("(\(precision))") }
  }

  // MARK: Calls

  private mutating func write(_ expression: CaseExpression) {
    write("CASE")
    if let operand = expression.operand {
      write(" ")
      write(operand, in: .or)
    }
    for branch in expression.branches {
      write(" WHEN ")
      write(branch.condition, in: .or)
      write(" THEN ")
      write(branch.value, in: .or)
    }
    if let otherwise = expression.otherwise {
      write(" ELSE ")
      write(otherwise, in: .or)
    }
    write(" END")
  }

  private mutating func writeCall(_ expression: Expression) {
    switch expression.kind {
    case .cast(let operand, let type):
      write("CAST(")
      write(operand, in: .or)
      write(" AS ")
      write(type)
      write(")")
    case .extract(let field, let operand):
      write("EXTRACT(" + field.rawValue + " FROM ")
      write(operand, in: .or)
      write(")")
    case .trim(let side, let character, let operand):
      write("TRIM(")
      if side != .both || character != nil { write(side.rawValue + " ") }
      if let character {
        write(character, in: .or)
        write(" ")
      }
      if side != .both || character != nil { write("FROM ") }
      write(operand, in: .or)
      write(")")
    case .atTimeZone(let operand, let zone):
      write(operand, in: .primary)
      guard let zone else { return write(" AT LOCAL") }
      write(" AT TIME ZONE ")
      write(zone, in: .primary)
    case .call(let call): write(call)
    default: break
    }
  }

  private mutating func write(_ call: FunctionCall) {
    for (index, part) in call.path.enumerated() {
      if index > 0 { write(".") }
      write(part)
    }
    write("(")
    if call.isStar { write("*") }
    if let json = call.json { return writeJSON(call, json) }
    if call.isDistinct { write("DISTINCT ") }
    if case .xml(let isDocument, _) = call.clauses { write(isDocument ? "DOCUMENT " : "CONTENT ") }
    writeList(call.arguments)
    if let value = call.conversionDefault {
      write(" DEFAULT ")
      write(value, in: .additive)
      write(" ON CONVERSION ERROR")
    }
    if let overflow = call.overflow { write(overflow) }
    switch call.clauses {
    case .returning(let type?):
      write(" RETURNING ")
      write(type)
    case .xml(_, let type?):
      write(" AS ")
      write(type)
    case .vector(let dimensions, let format):
      write(", \(dimensions.map(String.init) ?? "*"), \(format?.rawValue ?? "*")")
    case .returning(nil), .xml(_, nil), nil: break
    }
    write(")")
    writeTail(call)
  }
}
