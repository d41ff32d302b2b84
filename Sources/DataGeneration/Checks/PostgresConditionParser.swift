import Foundation

/// Reads the conditions that PostgreSQL prints of checks (pg_get_constraintdef): fully bracketed, with a cast on every
/// constant.
struct PostgresConditionParser {
  private var tokens: ArraySlice<Token>
  private let place: (String) -> Int?
  private var depth = 0

  /// The condition of `CHECK (...)`; nil for one with anything that is not understood.
  static func condition(_ text: String, place: @escaping (String) -> Int?) -> Condition? {
    guard let tokens = tokens(text), tokens.first == .name("check", isQuoted: false) else { return nil }
    var parser = PostgresConditionParser(tokens: tokens.dropFirst()[...], place: place)
    guard let condition = parser.condition() else { return nil }
    let rest = parser.tokens.map { $0 }
    let words = [Token.name("not", isQuoted: false), .name("valid", isQuoted: false)]
    return rest.isEmpty || rest == words ? condition : nil
  }

  private init(tokens: ArraySlice<Token>, place: @escaping (String) -> Int?) {
    self.tokens = tokens
    self.place = place
  }

  // MARK: conditions

  private mutating func condition() -> Condition? {
    // Brackets of a hostile catalogue must not overflow the stack.
    guard depth < 200 else { return nil }
    depth += 1
    defer { depth -= 1 }
    guard let first = conjunction() else { return nil }
    var parts = [first]
    while take("or") {
      guard let next = conjunction() else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : .or(parts)
  }

  private mutating func conjunction() -> Condition? {
    guard let first = negation() else { return nil }
    var parts = [first]
    while take("and") {
      guard let next = negation() else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : .and(parts)
  }

  private mutating func negation() -> Condition? {
    if take("not") { return negation().map { .not($0) } }
    let start = tokens
    if let test = test() { return test }
    tokens = start
    guard take(symbol: "("), let inner = condition(), take(symbol: ")") else { return nil }
    return inner
  }

  private mutating func test() -> Condition? {
    let start = tokens
    guard let left = operand() else {
      tokens = start
      return nil
    }
    if take("is") {
      let negated = take("not")
      guard take("null") else { return nil }
      return negated ? .not(.isNull(left)) : .isNull(left)
    }
    guard case .symbol(let symbol)? = tokens.first else { return truth(left) }
    if symbol == ")" { return truth(left) }
    tokens = tokens.dropFirst()
    switch symbol {
    case "~~": return constant().map { .like(left, $0) }
    case "!~~": return constant().map { .not(.like(left, $0)) }
    case "~": return constant().flatMap { TextPattern(regularExpression: $0) }.map { .matches(left, $0) }
    default: break
    }
    let comparisons: [String: Condition.Comparison] = [
      "=": .equal, "<>": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]
    guard let comparison = comparisons[symbol] else { return nil }
    for (word, wanted) in [("any", Condition.Comparison.equal), ("all", .notEqual)] where take(word) {
      guard comparison == wanted, take(symbol: "("), let list = array(), take(symbol: ")") else { return nil }
      return word == "any" ? .isIn(left, list) : .not(.isIn(left, list))
    }
    return operand().map { .comparison(comparison, left, $0) }
  }

  /// A column of type boolean stands for itself.
  private func truth(_ operand: Condition.Operand) -> Condition? {
    guard case .column = operand else { return nil }
    return .comparison(.equal, operand, .number(1))
  }

  /// `(ARRAY['a'::text, 'b'::text])::text[]`, and the same as one literal: `'{a,b}'::text[]`.
  private mutating func array() -> [Condition.Operand]? {
    guard depth < 200 else { return nil }
    depth += 1
    defer { depth -= 1 }
    if take(symbol: "(") {
      guard let inner = array(), take(symbol: ")"), casts() else { return nil }
      return inner
    }
    guard take("array"), take(symbol: "[") else { return nil }
    var list: [Condition.Operand] = []
    repeat {
      guard let value = operand() else { return nil }
      list.append(value)
    } while take(symbol: ",")
    guard take(symbol: "]"), casts() else { return nil }
    return list
  }

  private mutating func constant() -> String? {
    guard case .text(let text)? = operand() else { return nil }
    return text
  }

  // MARK: operands

  private mutating func operand() -> Condition.Operand? {
    guard depth < 200 else { return nil }
    depth += 1
    defer { depth -= 1 }
    guard var left = primary() else { return nil }
    let operations: [String: Condition.Arithmetic] = ["+": .add, "-": .subtract, "*": .multiply, "/": .divide]
    while case .symbol(let symbol)? = tokens.first, symbol == "%" || operations[symbol] != nil {
      tokens = tokens.dropFirst()
      guard let right = primary() else { return nil }
      left = operations[symbol].map { .arithmetic($0, left, right) } ?? .call(.remainder, [left, right])
    }
    return left
  }

  private mutating func primary() -> Condition.Operand? {
    guard let token = tokens.popFirst() else { return nil }
    var result: Condition.Operand
    switch token {
    case .number(let digits):
      guard let number = Decimal(string: digits) else { return nil }
      result = .number(number)
    case .text(let text): return typed(text)
    case .symbol("-"):
      guard let inner = primary() else { return nil }
      result = .arithmetic(.subtract, .number(0), inner)
    case .symbol("("):
      guard let inner = operand(), take(symbol: ")") else { return nil }
      result = inner
    case .name(let name, let isQuoted):
      if !isQuoted, take(symbol: "(") {
        guard let function = Condition.Function(name: name) else { return nil }
        var arguments: [Condition.Operand] = []
        repeat {
          guard let argument = operand() else { return nil }
          arguments.append(argument)
        } while take(symbol: ",")
        guard take(symbol: ")") else { return nil }
        result = .call(function, arguments)
      } else if !isQuoted, name == "null" {
        result = .null
      } else if !isQuoted, name == "true" || name == "false" {
        result = .number(name == "true" ? 1 : 0)
      } else {
        guard let place = place(name) else { return nil }
        result = .column(place)
      }
    default: return nil
    }
    return casts() ? result : nil
  }

  /// A literal: what it is follows from its cast.
  private mutating func typed(_ text: String) -> Condition.Operand? {
    guard case .symbol("::")? = tokens.first else { return .text(text) }
    tokens = tokens.dropFirst()
    guard case .name(let type, _)? = tokens.first, castType(), casts() else { return nil }
    switch type {
    case "integer", "numeric", "bigint", "smallint", "double", "real": return Decimal(string: text).map { .number($0) }
    case "date", "timestamp": return CivilMoment.moment(text).map { .moment($0) }
    default: return .text(text)
    }
  }

  /// Passes over `::type(n)[]`, as often as it stands there.
  private mutating func casts() -> Bool {
    while take(symbol: "::") {
      if !castType() { return false }
    }
    return true
  }

  private mutating func castType() -> Bool {
    guard case .name(let first, _)? = tokens.popFirst() else { return false }
    while take(symbol: ".") {
      guard case .name? = tokens.popFirst() else { return false }
    }
    var words: Set<String> = []
    switch first {
    case "character": words = ["varying"]
    case "double": words = ["precision"]
    case "timestamp", "time": words = ["without", "with", "time", "zone"]
    default: break
    }
    func passWords(_ parser: inout PostgresConditionParser) {
      while case .name(let word, isQuoted: false)? = parser.tokens.first, words.contains(word) {
        parser.tokens = parser.tokens.dropFirst()
      }
    }
    passWords(&self)
    if take(symbol: "(") {
      while let token = tokens.popFirst(), token != .symbol(")") {}
      passWords(&self)
    }
    while take(symbol: "[") {
      guard take(symbol: "]") else { return false }
    }
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard tokens.first == .name(word, isQuoted: false) else { return false }
    tokens = tokens.dropFirst()
    return true
  }

  private mutating func take(symbol: String) -> Bool {
    guard tokens.first == .symbol(symbol) else { return false }
    tokens = tokens.dropFirst()
    return true
  }
}
