// Cursors, INTO and EXECUTE IMMEDIATE.
extension Parser {
  /// Reads `[BULK COLLECT] INTO targets`; nil when none is next.
  mutating func intoClause() throws(SQLSyntaxError) -> IntoClause? {
    let isBulk = keyword == .bulk && peek().keyword == .collect
    if isBulk {
      advance()
      advance()
      guard keyword == .into else { throw fault(.missingInto) }
    }
    guard accept(.into) else { return nil }
    let wasProcedural = isProcedural
    isProcedural = true
    defer { isProcedural = wasProcedural }
    var targets: [Expression] = []
    repeat { targets.append(try postfix(try primary())) } while accept(.comma)
    return IntoClause(isBulkCollect: isBulk, targets: targets)
  }

  mutating func cursorStatement() throws(SQLSyntaxError) -> ProgramStatement.Kind {
    let word = keyword
    advance()
    switch word {
    case .open: return .open(try openCursor())
    case .close: return .close(try postfix(try primary()))
    default:
      let cursor = try postfix(try primary())
      guard let into = try intoClause() else { throw fault(.missingInto) }
      return .fetch(FetchCursor(cursor: cursor, into: into, limit: accept(.limit) ? try value() : nil))
    }
  }

  private mutating func openCursor() throws(SQLSyntaxError) -> OpenCursor {
    var open = OpenCursor(cursor: try postfix(try primary()))
    guard accept(.for) else { return open }
    if startsQuery(at: index, inParentheses: true) {
      open.source = .query(try query())
    } else {
      open.source = .text(try value())
    }
    if accept(.using) { open.arguments = try dynamicArguments() }
    return open
  }

  mutating func executeImmediate() throws(SQLSyntaxError) -> ExecuteImmediate {
    advance()
    advance()
    var execute = ExecuteImmediate(text: try value())
    while true {
      if keyword == .into || keyword == .bulk {
        execute.into = try intoClause()
      } else if accept(.using) {
        execute.arguments = try dynamicArguments()
      } else if accept(.returning) || accept(.return) {
        execute.returning = try intoClause()
        guard execute.returning != nil else { throw fault(.missingInto) }
      } else {
        return execute
      }
    }
  }

  private mutating func dynamicArguments() throws(SQLSyntaxError) -> [DynamicArgument] {
    var arguments: [DynamicArgument] = []
    repeat {
      var mode = SubprogramDefinition.Parameter.Mode.in
      if accept(.in) {
        if accept(.out) { mode = .inOut }
      } else if keyword == .out, startsOperand(peek()) {
        advance()
        mode = .out
      }
      arguments.append(DynamicArgument(mode: mode, value: try value()))
    } while accept(.comma)
    return arguments
  }
}
