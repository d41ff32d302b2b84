import OracleSQL

/// What a block with exception handlers does before it may fail.
///
/// PostgreSQL takes back everything that such a block changed before it enters a handler; Oracle keeps what earlier
/// statements did. The same comes out where nothing but the last statement that can fail changes rows, or where each
/// handler raises an error again.
struct BlockEffects {
  /// Whether rows have been changed.
  var hasChanged = false
  /// Whether something that can fail follows a change.
  var losesChanges = false
}

extension ProgramTranslator {
  /// A statement that can fail.
  mutating func noteFailing() {
    for place in effects.indices where effects[place].hasChanged { effects[place].losesChanges = true }
  }

  /// A statement that changes rows, and can fail.
  mutating func noteChange() {
    noteFailing()
    changesRows = true
    for place in effects.indices { effects[place].hasChanged = true }
  }

  /// What follows a branch has seen the changes of all branches.
  mutating func branch<Failure: Error>(
    _ before: [BlockEffects], _ after: inout [BlockEffects], _ body: (inout Self) throws(Failure) -> Void
  ) throws(Failure) {
    effects = before
    try body(&self)
    for place in after.indices where effects.indices.contains(place) {
      after[place].hasChanged = after[place].hasChanged || effects[place].hasChanged
      after[place].losesChanges = after[place].losesChanges || effects[place].losesChanges
    }
  }

  /// Whether these statements always end in an error.
  static func alwaysRaises(_ statements: [ProgramStatement], depth: Int = 0) -> Bool {
    guard depth < maximumDepth, let last = statements.last, !statements.contains(where: { leaves($0, depth: depth) })
    else {
      return false
    }
    switch last.kind {
    case .raise: return true
    case .call(let call): return isRaising(call)
    case .ifThen(let branches, let otherwise?):
      return branches.allSatisfy { alwaysRaises($0.statements, depth: depth + 1) }
        && alwaysRaises(otherwise, depth: depth + 1)
    case .block(let block): return block.handlers.isEmpty && alwaysRaises(block.statements, depth: depth + 1)
    default: return false
    }
  }

  private static func isRaising(_ call: Expression) -> Bool {
    guard case .call(let function) = call.kind else { return false }
    return function.path.count == 1 && function.path[0].name == "RAISE_APPLICATION_ERROR"
  }

  /// Whether a statement can leave what it stands in without an error.
  static func leaves(_ statement: ProgramStatement, depth: Int = 0) -> Bool {
    guard depth < maximumDepth else { return true }
    switch statement.kind {
    case .returnValue, .exit, .continueLoop, .goto: return true
    case .ifThen(let branches, let otherwise), .caseOf(_, let branches, let otherwise):
      let all = branches.flatMap(\.statements) + (otherwise ?? [])
      return all.contains { leaves($0, depth: depth + 1) }
    case .loop(let loop): return loop.statements.contains { leaves($0, depth: depth + 1) }
    case .block(let block):
      return (block.statements + block.handlers.flatMap(\.statements)).contains { leaves($0, depth: depth + 1) }
    default: return false
    }
  }
}
