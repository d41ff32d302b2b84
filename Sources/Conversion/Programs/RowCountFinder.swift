import OracleSQL

/// Looks for SQL%ROWCOUNT, SQL%FOUND and SQL%NOTFOUND in a block, so that rows are counted only where somebody asks.
struct RowCountFinder {
  private(set) var isFound = false
  private var depth = 0

  mutating func visit(_ block: Block) {
    guard depth < ProgramTranslator.maximumDepth else { return }
    depth += 1
    defer { depth -= 1 }
    for declaration in block.declarations {
      if case .variable(let variable) = declaration.kind { visit(variable.value) }
    }
    visit(block.statements)
    for handler in block.handlers { visit(handler.statements) }
  }

  private mutating func visit(_ statements: [ProgramStatement]) {
    guard depth < ProgramTranslator.maximumDepth else { return }
    depth += 1
    defer { depth -= 1 }
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: ProgramStatement) {
    switch statement.kind {
    case .assignment(_, let value): visit(value)
    case .call(let call): visit(call)
    case .ifThen(let branches, let otherwise): visit(branches, otherwise)
    case .caseOf(let operand, let branches, let otherwise):
      visit(operand)
      visit(branches, otherwise)
    case .loop(let loop):
      if case .condition(let condition) = loop.control { visit(condition) }
      visit(loop.statements)
    case .exit(_, let condition), .continueLoop(_, let condition): visit(condition)
    case .returnValue(let value): visit(value)
    case .block(let block): visit(block)
    default: break
    }
  }

  private mutating func visit(_ branches: [ProgramStatement.Branch], _ otherwise: [ProgramStatement]?) {
    for branch in branches {
      for condition in branch.conditions { visit(condition) }
      visit(branch.statements)
    }
    if let otherwise { visit(otherwise) }
  }

  private mutating func visit(_ expression: Expression?) {
    let asks =
      expression?.contains { part in
        guard case .extended(.attribute(let subject, _)) = part.kind, case .column(let name) = subject.kind else {
          return false
        }
        return name.table == nil && name.column.name == "SQL"
      } ?? false
    isFound = isFound || asks
  }
}
