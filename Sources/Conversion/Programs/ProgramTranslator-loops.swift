import Model
import OracleSQL

/// LOOP, WHILE and FOR.
extension ProgramTranslator {
  mutating func loop(
    _ loop: Loop, labels: [Identifier], into text: inout ProgramText
  ) throws(ConversionRefusal) {
    try enter()
    defer { leave() }
    let wanted = labels.first.map { PostgresIdentifier.folded(oracleName: $0.name) } ?? "loop"
    let label = takeLabel(wanted)
    loops.append((labels.first?.name, label))
    expressions.scopes.append(QueryScope())
    let before = effects
    defer {
      loops.removeLast()
      expressions.scopes.removeLast()
    }
    let head: String
    switch loop.control {
    case .forever: head = "LOOP"
    case .condition(let condition): head = "WHILE \(try self.condition(condition)) LOOP"
    case .range(let index, let type, let isReverse, let low, let high):
      guard type == nil else { throw ConversionRefusal("a FOR loop over values of a named type") }
      head = try rangeLoop(index, isReverse, low, high, label)
    case .query(let record, let query): head = try queryLoop(record, query, into: &text)
    case .cursor(let record, let call):
      let cursor = try bind(call, into: &text)
      head = try queryLoop(record, cursor.query, scopes: cursor.scopes, into: &text)
    case .iteration: throw ConversionRefusal("an iteration other than over a range or a query")
    }
    text.add("<<\(PostgresIdentifier.quoted(label))>>")
    text.add(head)
    let inside = effects
    try nested(loop.statements, into: &text)
    // What a round changed stands before whatever can fail in the next one.
    for place in effects.indices where inside.indices.contains(place) && !inside[place].hasChanged {
      if effects[place].hasChanged { effects[place].losesChanges = true }
    }
    text.add("END LOOP;")
    for place in effects.indices where before.indices.contains(place) && before[place].hasChanged {
      effects[place].hasChanged = true
    }
  }

  /// `FOR i IN low .. high`: both databases round the bounds, refuse NULL, and let nobody change the index in Oracle's
  /// case; REVERSE exchanges the bounds in PostgreSQL.
  private mutating func rangeLoop(
    _ index: Identifier, _ isReverse: Bool, _ low: Expression, _ high: Expression, _ label: String
  ) throws(ConversionRefusal) -> String {
    let name = variableName(PostgresIdentifier.folded(oracleName: index.name), in: label)
    let first = try expressions.asNumber(try value(low))
    let last = try expressions.asNumber(try value(high))
    let sql = PostgresIdentifier.quoted(label) + "." + PostgresIdentifier.quoted(name)
    let column = ScopeColumn(
      oracleName: index.name, name: name,
      value: ExpressionTranslator.column(sql, .number(precision: 10, scale: 0), .integer, isNullable: false),
      isConstant: true)
    expressions.scopes[expressions.scopes.count - 1].sources = [
      ScopeSource(oracleName: loops.last?.oracle, schema: nil, alias: label, columns: [column])
    ]
    let bounds = isReverse ? "REVERSE \(last.sql) .. \(first.sql)" : "\(first.sql) .. \(last.sql)"
    return "FOR \(PostgresIdentifier.quoted(name)) IN \(bounds) LOOP"
  }

  private mutating func queryLoop(
    _ record: Identifier, _ query: Query, scopes: [QueryScope]? = nil, into text: inout ProgramText
  ) throws(ConversionRefusal) -> String {
    let rows = try rows(of: query, scopes: scopes, into: &text)
    let sql = hiddenVariable(PostgresIdentifier.folded(oracleName: record.name), "record")
    declareRecord(record.name, sql, columns: rows.columns)
    return "FOR \(sql) IN \(rows.sql) LOOP"
  }

  /// EXIT and CONTINUE.
  mutating func leaveLoop(
    _ word: String, _ label: Identifier?, _ condition: Expression?, into text: inout ProgramText
  ) throws(ConversionRefusal) {
    var line = word
    if let label {
      guard let loop = loops.last(where: { $0.oracle == label.name }) else {
        throw ConversionRefusal("\(word) \(label.name) names no loop around it")
      }
      line += " " + PostgresIdentifier.quoted(loop.label)
    }
    if let condition { line += " WHEN \(try self.condition(condition))" }
    text.add(line + ";")
  }
}
