/// Parses SQL/JSON path expressions.
struct JSONPathParser {
  private var reader: JSONReader
  /// How many filters and parentheses enclose the place.
  private var depth = 0
  private static let depthLimit = 50

  init(_ text: [UInt8]) {
    // Strings are in double quotation marks only, and blanks are those of strict syntax.
    reader = JSONReader(text, isStrict: true)
  }

  private var invalid: JSONFault { JSONFault(kind: .invalidPath, offset: reader.place) }

  mutating func path() throws(JSONFault) -> JSONPath {
    reader.skipBlanks()
    let isStrict = skipWord("strict")
    if !isStrict { _ = skipWord("lax") }
    guard skip("$") else { throw invalid }
    let steps = try steps()
    guard reader.next == nil else { throw invalid }
    return JSONPath(isStrict: isStrict, steps: steps)
  }

  private mutating func skip(_ symbol: String) -> Bool {
    reader.skipBlanks()
    guard reader.bytes[reader.place...].starts(with: symbol.utf8) else { return false }
    reader.place += symbol.utf8.count
    return true
  }

  /// Skips a keyword if it comes next, and isn't just the start of a longer word.
  private mutating func skipWord(_ word: String) -> Bool {
    let start = reader.place
    guard skip(word) else { return false }
    if let byte = reader.next, Self.isNamePart(byte) {
      reader.place = start
      return false
    }
    return true
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private mutating func steps() throws(JSONFault) -> [JSONPathStep] {
    var steps: [JSONPathStep] = []
    while true {
      if skip("..") {
        steps.append(.descendant(try name()))
      } else if skip(".") {
        let step = try objectStep()
        steps.append(step)
        // A method ends the path.
        if case .method = step { return steps }
      } else if skip("[") {
        steps.append(try arrayStep())
      } else if skip("?") {
        steps.append(.filter(try filter()))
      } else {
        return steps
      }
    }
  }

  private mutating func objectStep() throws(JSONFault) -> JSONPathStep {
    if skip("*") { return .anyMember }
    reader.skipBlanks()
    let start = reader.place
    let isQuoted = reader.next == UInt8(ascii: "\"")
    let name = try name()
    guard !isQuoted, skip("(") else { return .member(name) }
    if let method = JSONItemMethod(rawValue: name) {
      guard skip(")") else { throw invalid }
      return .method(method)
    }
    let isKnown = JSONItemMethod.unsupported.contains(name)
    throw JSONFault(kind: isKnown ? .unsupportedInPath : .invalidPath, offset: start)
  }

  private mutating func name() throws(JSONFault) -> String {
    reader.skipBlanks()
    if reader.next == UInt8(ascii: "\"") { return try string() }
    let start = reader.place
    if let byte = reader.next, (48...57).contains(byte) { throw invalid }
    while let byte = reader.next, Self.isNamePart(byte) { reader.place += 1 }
    guard reader.place > start, let name = String(validating: reader.bytes[start..<reader.place], as: UTF8.self) else {
      throw JSONFault(kind: .invalidPath, offset: start)
    }
    return name
  }

  private mutating func string() throws(JSONFault) -> String {
    do {
      return try reader.string()
    } catch {
      throw JSONFault(kind: .invalidPath, offset: error.offset)
    }
  }

  private mutating func arrayStep() throws(JSONFault) -> JSONPathStep {
    if skip("*") {
      guard skip("]") else { throw invalid }
      return .anyElement
    }
    var ranges: [JSONArrayRange] = []
    repeat {
      let lower = try index()
      let isRange = skipWord("to")
      let range = JSONArrayRange(lower: lower, upper: isRange ? try index() : lower)
      if isRange, case .fromStart(let first) = range.lower, case .fromStart(let last) = range.upper {
        guard first < last else { throw invalid }
      }
      ranges.append(range)
    } while skip(",")
    guard skip("]") else { throw invalid }
    return .elements(ranges)
  }

  private mutating func index() throws(JSONFault) -> JSONArrayRange.Index {
    if skipWord("last") { return .fromEnd(skip("-") ? try integer() : 0) }
    return .fromStart(try integer())
  }

  private mutating func integer() throws(JSONFault) -> Int {
    reader.skipBlanks()
    let start = reader.place
    var value = 0
    while let byte = reader.next, (48...57).contains(byte) {
      value = value * 10 + Int(byte - 48)
      guard value <= Int(Int32.max) else { throw invalid }
      reader.place += 1
    }
    guard reader.place > start else { throw invalid }
    return value
  }

  private mutating func filter() throws(JSONFault) -> JSONPathCondition {
    guard skip("(") else { throw invalid }
    return try enclosedCondition()
  }

  /// Reads a condition and the parenthesis that closes it.
  private mutating func enclosedCondition() throws(JSONFault) -> JSONPathCondition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw JSONFault(kind: .nestedTooDeep, offset: reader.place) }
    let condition = try condition()
    guard skip(")") else { throw invalid }
    return condition
  }

  private mutating func condition() throws(JSONFault) -> JSONPathCondition {
    var alternatives = [try conjunction()]
    while skip("||") { alternatives.append(try conjunction()) }
    return Self.balanced(alternatives[...], JSONPathCondition.or) ?? alternatives[0]
  }

  private mutating func conjunction() throws(JSONFault) -> JSONPathCondition {
    var conditions = [try predicate()]
    while skip("&&") { conditions.append(try predicate()) }
    return Self.balanced(conditions[...], JSONPathCondition.and) ?? conditions[0]
  }

  /// Joins conditions to a tree that is no deeper than it must be; nil when there are none.
  private static func balanced(
    _ conditions: ArraySlice<JSONPathCondition>, _ join: (JSONPathCondition, JSONPathCondition) -> JSONPathCondition
  ) -> JSONPathCondition? {
    guard conditions.count > 1 else { return conditions.first }
    let middle = conditions.startIndex + conditions.count / 2
    guard let left = balanced(conditions[..<middle], join), let right = balanced(conditions[middle...], join) else {
      return nil
    }
    return join(left, right)
  }

  private mutating func predicate() throws(JSONFault) -> JSONPathCondition {
    if skip("!") {
      if skip("(") { return .not(try enclosedCondition()) }
      guard skipWord("exists") else { throw invalid }
      return .not(try existence())
    }
    if skip("(") { return try enclosedCondition() }
    if skipWord("exists") { return try existence() }
    reader.skipBlanks()
    let start = reader.place
    let left = try operand()
    let isList = skipWord("in")
    let comparison = isList ? .equal : try comparison()
    let list = isList ? try list() : [try operand()]
    guard list.allSatisfy({ left.compares(by: comparison, to: $0) }), !isList || left.isPath else {
      throw JSONFault(kind: .invalidPath, offset: start)
    }
    return .comparison(left, comparison, list)
  }

  private mutating func existence() throws(JSONFault) -> JSONPathCondition {
    guard skip("("), skip("@") else { throw invalid }
    let path = try relativePath()
    guard skip(")") else { throw invalid }
    return .exists(path)
  }

  private mutating func relativePath() throws(JSONFault) -> JSONPathOperand {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw JSONFault(kind: .nestedTooDeep, offset: reader.place) }
    return .path(try steps())
  }

  private mutating func list() throws(JSONFault) -> [JSONPathOperand] {
    guard skip("(") else { throw invalid }
    var operands: [JSONPathOperand] = []
    repeat { operands.append(try operand()) } while skip(",")
    guard skip(")") else { throw invalid }
    return operands
  }

  private mutating func comparison() throws(JSONFault) -> JSONPathComparison {
    let symbols: [(String, JSONPathComparison)] = [
      ("==", .equal), ("!=", .notEqual), ("<>", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
      ("<", .less), (">", .greater),
    ]
    for (symbol, comparison) in symbols where skip(symbol) { return comparison }
    if skipWord("starts"), skipWord("with") { return .startsWith }
    if skipWord("has"), skipWord("substring") { return .hasSubstring }
    if skipWord("like") { return .like }
    let start = reader.place
    for word in ["like_regex", "regex", "eq_regex", "ci_like_regex", "ci_regex"] where skipWord(word) {
      throw JSONFault(kind: .unsupportedInPath, offset: start)
    }
    throw invalid
  }

  private mutating func operand() throws(JSONFault) -> JSONPathOperand {
    if skip("@") { return try relativePath() }
    let start = reader.place
    if skip("$") { return .variable(try name(), offset: start) }
    guard let byte = reader.next else { throw invalid }
    if byte == UInt8(ascii: "\"") { return .literal(.string(try string())) }
    do {
      return .literal((97...122).contains(byte | 0x20) ? try reader.word() : .number(try reader.number()))
    } catch {
      throw JSONFault(kind: .invalidPath, offset: error.offset)
    }
  }
}
