// Conditional compilation: `$IF` is decided as a recent database without inquiry flags would.
extension Parser {
  /// Leaves the chosen branch of each `$IF ... $END` among the tokens.
  mutating func chooseConditionals() throws(SQLSyntaxError) {
    let all = tokens
    var kept: [Token] = []
    kept.reserveCapacity(all.count)
    var position = 0
    try choose(all, &position, into: &kept, depth: 0, isKept: true)
    guard position >= all.count else { throw fault(.missingKeyword, "$IF", at: all[position].range.start) }
    tokens = kept
  }

  private mutating func choose(
    _ all: [Token], _ position: inout Int, into kept: inout [Token], depth: Int, isKept: Bool
  ) throws(SQLSyntaxError) {
    guard depth < Self.maximumDepth else { throw fault(.nestedTooDeep, "$IF", at: all[position].range.start) }
    while position < all.count {
      let token = all[position]
      guard token.kind == .directive else {
        if isKept || token.kind == .end { kept.append(token) }
        position += 1
        continue
      }
      let word = foldedText(SourceRange(start: token.range.start + 1, end: token.range.end))
      if word == "ERROR" {
        // $ERROR text $END stops a compilation where its branch is taken; the text is no statement.
        position = try end(of: position, in: all) + 1
      } else if word == "IF" {
        try chooseBranch(all, &position, into: &kept, depth: depth, isKept: isKept)
      } else {
        return
      }
    }
  }

  private mutating func chooseBranch(
    _ all: [Token], _ position: inout Int, into kept: inout [Token], depth: Int, isKept: Bool
  ) throws(SQLSyntaxError) {
    let begin = all[position].range.start
    var chosen: SourceRange?
    var section = ConditionalSection(range: all[position].range, chosen: nil)
    while true {
      let word = foldedText(SourceRange(start: all[position].range.start + 1, end: all[position].range.end))
      position += 1
      var holds = word == "ELSE"
      if word == "IF" || word == "ELSIF" {
        let first = position
        while position < all.count, all[position].kind != .directive { position += 1 }
        guard position < all.count, foldedText(all[position].range) == "$THEN" else {
          throw fault(.missingKeyword, "$THEN", at: all[min(position, all.count - 1)].range.start)
        }
        holds = Self.holds(all[first..<position], in: bytes)
        position += 1
      } else if word == "END" {
        section.range = SourceRange(start: begin, end: all[position - 1].range.end)
        section.chosen = chosen
        if isKept { conditionals.append(section) }
        return
      } else if word != "ELSE" {
        throw fault(.missingKeyword, at: all[position - 1].range.start)
      }
      let takes = holds && chosen == nil
      let start = all[min(position, all.count - 1)].range.start
      try choose(all, &position, into: &kept, depth: depth + 1, isKept: isKept && takes)
      guard position < all.count, all[position].kind == .directive else {
        throw fault(.missingKeyword, "$END", at: bytes.count)
      }
      if takes { chosen = SourceRange(start: start, end: all[max(position - 1, 0)].range.end) }
    }
  }

  private func end(of error: Int, in all: [Token]) throws(SQLSyntaxError) -> Int {
    var position = error + 1
    while position < all.count, all[position].kind != .directive { position += 1 }
    guard position < all.count else { throw fault(.missingKeyword, "$END", at: bytes.count) }
    return position
  }

  /// Whether a condition of DBMS_DB_VERSION holds for release 23; flags are NULL, which doesn't.
  private static func holds(_ tokens: ArraySlice<Token>, in bytes: [UInt8]) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    let text = Array(bytes[first.range.start..<last.range.end])
    guard var parser = try? Parser(program: text, options: []), let condition = try? parser.anyExpression() else {
      return false
    }
    return condition.directiveTruth == true
  }
}

extension Expression {
  /// A directive's value; nil is NULL, or unknown.
  fileprivate var directiveTruth: Bool? {
    switch kind {
    case .column(let reference):
      switch reference.column.name {
      case "TRUE": return true
      case "FALSE": return false
      default: return reference.column.name.hasPrefix("VER_LE_") ? false : nil
      }
    case .unary(.not, let operand): return operand.directiveTruth.map { !$0 }
    case .and(let operands):
      return operands.contains { $0.directiveTruth == false }
        ? false : operands.allSatisfy { $0.directiveTruth == true } ? true : nil
    case .or(let operands):
      return operands.contains { $0.directiveTruth == true }
        ? true : operands.allSatisfy { $0.directiveTruth == false } ? false : nil
    case .binary(let comparison, let left, let right):
      guard let left = left.directiveNumber, let right = right.directiveNumber else { return nil }
      return comparison.directiveHolds(left, right)
    case .test(let operand, .null, let negated):
      return (operand.directiveTruth == nil && operand.directiveNumber == nil) != negated
    default: return nil
    }
  }

  private var directiveNumber: Int? {
    switch kind {
    case .literal(.number(let digits, _)): return Int(digits)
    case .column(let reference) where reference.table?.name == "DBMS_DB_VERSION":
      return reference.column.name == "VERSION" ? 23 : reference.column.name == "RELEASE" ? 0 : nil
    default: return nil
    }
  }
}

extension BinaryOperator {
  fileprivate func directiveHolds(_ left: Int, _ right: Int) -> Bool? {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    default: nil
    }
  }
}
